"""One story: the brief, the grid of origins and facts, and how it moved over time."""

from __future__ import annotations

from collections import Counter

from starlette.requests import Request

from ...model.record import Record
from ...views import brief, ledger, matrix, relations, timeline
from ..answer import Answer, missing
from ..desk import Desk
from ..marks import feed_of, reviewed
from ..space import FOLDED, beside

PAIRS = 3


def page(request: Request) -> Answer:
    wanted, desk = request.path_params["id"], request.app.state.desk
    made: Answer = desk.keep(("story", wanted), lambda: _made(desk, wanted))
    return made


def _made(desk: Desk, wanted: str) -> Answer:
    """The page of one state of the store."""
    found = desk.story(wanted)
    if found is None:
        return missing(f"story {wanted}")
    record, row = found
    view = brief.make(record, row)
    lists = ledger.make(record, row)
    grid = matrix.make(record, row, matrix.fitting(row))
    entries = timeline.make(record, story=wanted)
    table = [
        {"section": s.key, "row": line.row, "what": line.head, "words": line.words, "origins": line.origins, "note": line.note}
        for s in (*(s for s in view.sections if s.key == "differ"), *lists)
        for line in s.lines
    ]
    looks = {"reviewed": reviewed(record), "beside": beside(view, lists), "folded": FOLDED, "pairs": _pairs(record)}
    data = {"brief": view, "ledger": lists, "matrix": grid, "entries": entries, **looks}
    return Answer(template="story.html.j2", title=view.title, data=data, table=table, feed=feed_of(view))


def _pairs(record: Record) -> list[tuple[str, str]]:
    """The pairs of states with most happenings in the story."""
    sides = ((relations.code(r.get("actor")), relations.code(r.get("recipient"))) for r in record.of("relations"))
    count = Counter((min(x), max(x)) for x in sides if all(x) and x[0] != x[1])
    return [pair for pair, _ in sorted(count.items(), key=lambda x: (-x[1], x[0]))[:PAIRS]]
