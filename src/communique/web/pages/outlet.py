"""One outlet: what it originates and what it copies. No score."""

from __future__ import annotations

from starlette.requests import Request

from ...views import outlet as view
from ..answer import Answer, missing


def page(request: Request) -> Answer:
    wanted = request.path_params["id"]
    found = view.make(request.app.state.desk.record(lists=("articles", "origins")), wanted)
    if found is None:
        return missing(f"outlet {wanted}")
    table = [{"article": x.row, "title": x.head, "note": x.note} for x in (*found.own, *found.copied)]
    return Answer(template="outlet.html.j2", title=found.name, data={"outlet": found}, table=table)
