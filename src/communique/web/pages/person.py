"""One person: the names and roles the accounts give, and what the person said."""

from __future__ import annotations

import re

from starlette.requests import Request

from ...model.ids import make_id
from ...views import person as view
from ..answer import Answer, missing, told
from ..desk import Desk
from ..marks import reviewed

MOST = 300  # names to choose from
STORIES = 60  # newest stories looked through
KEY = re.compile(r'"key":\s*"([^"\\]+)"')


def page(request: Request) -> Answer:
    wanted = request.path_params["id"]
    desk = request.app.state.desk
    named = _cast(desk).get(wanted, set())
    stories = desk.newest(named)[:STORIES]
    record = desk.record(stories)
    found = view.make(record, wanted) if stories else None
    if found is None:
        return missing(f"person {wanted}")
    names = {s.id: str(s.get("title") or "") for s in record.of("stories")}
    cast = {a.id: a.name for r in record.rows for a in view.actors(r) if a.kind == "person" and a.name and a.id != wanted}
    others = sorted(cast.items(), key=lambda x: (x[1], x[0]))
    table = [{"row": x.row, "words": x.words, "note": x.note, "origins": x.origins} for x in found.statements]
    feed = [told(x.row, x.words, f"/statement/{x.row}", x.note[:10] if x.note[:4].isdigit() else "", x.note) for x in found.statements]
    data = {
        "person": found, "stories": [(s, names.get(s, "")) for s in found.stories], "others": others[:MOST], "older": max(0, len(named) - STORIES),
        "reviewed": reviewed(record),
    }  # fmt: skip
    return Answer(template="person.html.j2", title=found.name, data=data, table=table, feed=feed)


def _cast(desk: Desk) -> dict[str, set[str]]:
    """The id of each actor who speaks or meets -> the stories."""

    def read() -> dict[str, set[str]]:
        out: dict[str, set[str]] = {}
        spoke = [(s, str(key or "")) for _, s, (key,) in desk.columns("statements", 'speaker."$actor".key')]
        met = [(s, str(key)) for _, s, (who,) in desk.columns("meetings", "participants") for key in KEY.findall(str(who or ""))]
        for story, key in {*spoke, *met}:
            if story and key:
                out.setdefault(make_id("actor", key), set()).add(story)
        return out

    return desk.keep(("cast",), read)
