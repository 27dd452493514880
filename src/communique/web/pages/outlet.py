"""One outlet: what it originates and what it copies. No score."""

from __future__ import annotations

from starlette.requests import Request

from ...views import outlet as view
from ..answer import Answer, missing, told

STORIES = 300  # newest stories looked through


def page(request: Request) -> Answer:
    wanted = request.path_params["id"]
    desk = request.app.state.desk
    stories = {s for _, s, (name,) in desk.columns("articles", "outlet") if s and str(name or "").casefold() == wanted.casefold()}
    found = view.make(desk.record(desk.newest(stories)[:STORIES], lists=("articles", "origins")), wanted) if stories else None
    if found is None:
        return missing(f"outlet {wanted}")
    table = [{"article": x.row, "title": x.head, "note": x.note} for x in (*found.own, *found.copied)]
    feed = [told(x.row, x.head, f"/article/{x.row}", text=x.note) for x in (*found.own, *found.copied)[:200]]
    return Answer(template="outlet.html.j2", title=found.name, data={"outlet": found, "older": max(0, len(stories) - STORIES)}, table=table, feed=feed)
