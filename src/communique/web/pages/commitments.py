"""Commitments: what was agreed, promised or asked for, with the history of who reported what when."""

from __future__ import annotations

from starlette.requests import Request

from ...model.record import Record
from ...views import commitments as view
from ..answer import Answer
from ..desk import Desk
from ..marks import reviewed

SHOWN = 50
STORIES = 100  # newest stories looked through where none is named


def page(request: Request) -> Answer:
    desk = request.app.state.desk
    q = request.query_params
    status, states = q.get("status") or None, frozenset(x.upper() for x in q.getlist("state") if len(x) == 3)
    story = q.get("story") or None
    found, seen, older = desk.keep(("commitments", status, states, story), lambda: _made(desk, status, states, story))
    if q.get("one_side") == "1":
        found = [c for c in found if c.one_side]
    table = [
        {"row": c.row, "parties": c.parties, "action": c.action, "status": c.status, "due": c.due, "last_word": c.last_word, "origins": c.line.origins}
        for c in found
    ]
    feed = [{"id": c.row, "title": f"{c.status}: {c.parties}", "href": f"/row/{c.row}", "updated": c.last_word, "text": c.line.words} for c in found[:SHOWN]]
    return Answer(
        template="commitments.html.j2",
        title="Commitments",
        data={
            "commitments": found[:SHOWN], "total": len(found), "older": older, "status": status or "", "state": ", ".join(sorted(states)),
            "one_side": q.get("one_side") == "1", "reviewed": seen,
        },
        table=table,
        feed=feed,
    )


def _made(desk: Desk, status: str | None, states: frozenset[str], story: str | None) -> tuple[list[view.Commitment], dict[str, str], int]:
    """The commitments, who reviewed them, and how many older stories are left out."""
    record, older = _share(desk, story, status)
    return view.make(record, status=status, states=states, story=story), reviewed(record), older


def _share(desk: Desk, story: str | None, status: str | None) -> tuple[Record, int]:
    """The share of the record that a page can show (one story's, or that of the newest stories with such a commitment), and how many stories are left out."""
    if story:
        return desk.record(story), 0
    wanted = {s for _, s, (is_now,) in desk.columns("commitments", "status") if s and status in (None, is_now)}
    return desk.record(desk.newest(wanted)[:STORIES]), max(0, len(wanted) - STORIES)
