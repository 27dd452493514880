"""One story: the brief, the grid of origins and facts, and how it moved over time."""

from __future__ import annotations

from starlette.requests import Request

from ...views import brief, matrix, timeline
from ..answer import Answer, missing
from ..marks import feed_of, reviewed


def page(request: Request) -> Answer:
    wanted = request.path_params["id"]
    found = request.app.state.desk.story(wanted)
    if found is None:
        return missing(f"story {wanted}")
    record, row = found
    view = brief.make(record, row)
    grid = matrix.make(record, row)
    entries = timeline.make(record, story=wanted)
    table = [
        {"section": s.key, "row": line.row, "what": line.head, "words": line.words, "origins": line.origins, "note": line.note}
        for s in view.sections
        for line in s.lines
    ]
    data = {"brief": view, "matrix": grid, "entries": entries, "reviewed": reviewed(record)}
    return Answer(template="story.html.j2", title=view.title, data=data, table=table, feed=feed_of(view))
