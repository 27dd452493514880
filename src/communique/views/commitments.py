"""A record in, its commitments out: each with its history (who reported which state when), what is due, and what only one side says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.passage import Passage
from ..model.record import Record, Row
from .lines import Cite, Line
from .shelf import Shelf, many, one_line, text_of
from .timeline import states_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One reported state: never removed by a later one."""

    status: str
    when: str
    origin: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """``last_word`` is the day of the newest report; ``one_side`` where a single origin carries it."""

    row: str
    story: str
    parties: str
    action: str
    topic: str
    status: str
    due: str
    condition: str
    history: tuple[Step, ...]
    last_word: str
    one_side: bool
    dropped_in: tuple[str, ...]
    line: Line


def make(record: Record, *, status: str | None = None, states: frozenset[str] = frozenset(), story: str | None = None) -> list[Commitment]:
    """Those that match, newest report first."""
    out = []
    for s in record.of("stories"):
        if story in (None, s.id):
            shelf = Shelf.of(record, s)
            out += [_one(shelf, r) for r in shelf.of_list("commitments") if status in (None, r.get("status")) and states <= states_of(r)]
    return sorted(out, key=lambda c: (c.last_word == "", "".join(chr(255 - ord(x)) if x.isdigit() else x for x in c.last_word), c.row))


def _one(shelf: Shelf, row: Row) -> Commitment:
    history = tuple(_step(shelf, h) for h in many(row.get("history")) if isinstance(h, Mapping))
    n = shelf.attested(row)
    line = Line(row=row.id, head=text_of(row.get("status")), words=one_line(shelf.sentence(min(row.evidence))), origins=n, cites=shelf.cites(row.evidence))
    return Commitment(
        row=row.id,
        story=shelf.story.id,
        parties=", ".join(dict.fromkeys(filter(None, (text_of(a) for a in many(row.get("parties")))))),
        action=text_of(row.get("action")),
        topic=text_of(row.get("topic")),
        status=text_of(row.get("status")),
        due=text_of(row.get("due")),
        condition=text_of(row.get("condition")),
        history=history,
        last_word=max((h.when for h in history), default=""),
        one_side=n == 1,
        dropped_in=tuple(shelf.label(str(a)) for a in many(row.get("dropped_in"))),
        line=line,
    )


def _step(shelf: Shelf, entry: Mapping[str, object]) -> Step:
    evidence = entry.get("evidence")
    passages = [p for p in evidence if isinstance(p, Passage)] if isinstance(evidence, tuple) else []
    origin = shelf.origin_name(shelf.origin(passages[0].article)) if passages else ""
    when = entry.get("when")
    return Step(status=str(entry.get("status") or ""), when=str(when or ""), origin=origin, cites=shelf.cites(passages))
