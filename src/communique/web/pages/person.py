"""One person: the names and roles the accounts give, and what the person said."""

from __future__ import annotations

from starlette.requests import Request

from ...views import person as view
from ..answer import Answer, missing


def page(request: Request) -> Answer:
    wanted = request.path_params["id"]
    desk = request.app.state.desk
    stories = {r.story for r in desk.record(lists=("statements", "meetings")).rows if r.story and any(a.id == wanted for a in view.actors(r))}
    found = view.make(desk.record(stories), wanted)
    if found is None:
        return missing(f"person {wanted}")
    table = [{"row": x.row, "words": x.words, "note": x.note, "origins": x.origins} for x in found.statements]
    return Answer(template="person.html.j2", title=found.name, data={"person": found}, table=table)
