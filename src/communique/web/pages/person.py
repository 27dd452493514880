"""One person: the names and roles the accounts give, and what the person said."""

from __future__ import annotations

from starlette.requests import Request

from ...views import person as view
from ..answer import Answer, missing


def page(request: Request) -> Answer:
    wanted = request.path_params["id"]
    found = view.make(request.app.state.desk.record(), wanted)
    if found is None:
        return missing(f"person {wanted}")
    table = [{"row": x.row, "words": x.words, "note": x.note, "origins": x.origins} for x in found.statements]
    return Answer(template="person.html.j2", title=found.name, data={"person": found}, table=table)
