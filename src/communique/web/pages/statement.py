"""One utterance: every wording of it, aligned word by word with the fullest."""

from __future__ import annotations

from starlette.requests import Request

from ...views import statement as view
from ..answer import Answer, missing, told
from ..marks import reviewed


def page(request: Request) -> Answer:
    wanted = request.path_params["id"]
    desk = request.app.state.desk
    story = desk.story_of(wanted)
    record = desk.record(story) if story else None
    found = view.make(record, wanted) if record else None
    if record is None or found is None:
        return missing(f"statement {wanted}")
    table = [{"row": v.row, "article": v.article, "words": v.line.words, "tags": ", ".join(v.line.tags), "origin": v.line.note} for v in found.variants]
    feed = [told(v.row, f"{found.speaker}: {v.line.words}", f"/statement/{found.id}", found.when[:10], v.line.note) for v in found.variants]
    return Answer(template="statement.html.j2", title=f"{found.speaker}", data={"utterance": found, "reviewed": reviewed(record)}, table=table, feed=feed)
