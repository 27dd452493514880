"""One utterance: every wording of it, aligned word by word with the fullest."""

from __future__ import annotations

from starlette.requests import Request

from ...views import statement as view
from ..answer import Answer, missing


def page(request: Request) -> Answer:
    wanted = request.path_params["id"]
    desk = request.app.state.desk
    story = desk.story_of(wanted)
    found = view.make(desk.record(story), wanted) if story else None
    if found is None:
        return missing(f"statement {wanted}")
    table = [{"row": v.row, "article": v.article, "words": v.line.words, "tags": ", ".join(v.line.tags), "origin": v.line.note} for v in found.variants]
    return Answer(template="statement.html.j2", title=f"{found.speaker}", data={"utterance": found}, table=table)
