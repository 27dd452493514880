"""Two states in, the record of the pair out: what was agreed, wanted and disputed, when they last met, what lies ahead, month by month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.actor import Actor
from ..model.record import Record, Row
from .lines import Line
from .listing import head
from .shelf import Shelf, judged_wrong, many, text_of, when
from .timeline import Entry, day_of, known, states_of
from .timeline import make as timeline

MET = ("held", "under way")
LISTED = ("meetings", "commitments", "disputes")
WANTED = {"proposed", "asked for", "speculated"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """Cooperation and conflict in one month, each happening once, and what was collected: zero and not collected differ."""

    month: str
    cooperation: float
    conflict: float
    origins: int
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Lists of lines, each with its citations. ``undated`` counts rows that name both but carry no day; ``met_some_day`` are meetings of them."""

    states: tuple[str, str]
    names: tuple[str, str]
    known_by: str | None
    chronology: tuple[Entry, ...]
    agreed: tuple[Line, ...]
    wanted: tuple[Line, ...]
    disputed: tuple[Line, ...]
    last_met: Line | None
    met_some_day: tuple[Line, ...]
    ahead: tuple[Line, ...]
    months: tuple[Month, ...]
    undated: int


def make(record: Record, a: str, b: str, known_by: str | None = None) -> Pair:
    """``a`` and ``b`` are ISO 3166-1 alpha-3 codes."""
    both = frozenset((a.upper(), b.upper()))
    entries = timeline(record, states=both, known_by=known_by)
    pick = [(_line(shelf, r), r) for shelf, r in _of_both(record, both, known_by)]
    met = [(line, day_of(r)) for line, r in pick if r.list == "meetings" and r.get("status") in MET]
    dated = sorted((x for x in met if x[1]), key=lambda x: (x[1], x[0].origins, x[0].row))
    no_day = sorted((x for x, day in met if not day), key=lambda x: (-x.origins, x.row))
    return Pair(
        states=(a.upper(), b.upper()),
        names=(_name(record, a), _name(record, b)),
        known_by=known_by,
        chronology=tuple(entries),
        agreed=tuple(x for x, r in pick if r.list == "commitments" and r.get("status") not in WANTED),
        wanted=tuple(x for x, r in pick if r.list == "commitments" and r.get("status") in WANTED),
        disputed=tuple(x for x, r in pick if r.list == "disputes"),
        last_met=dated[-1][0] if dated else None,
        met_some_day=tuple(no_day),
        ahead=tuple(x for x, r in pick if r.list == "meetings" and r.get("status") in ("planned", "proposed")),
        months=_months(record, both),
        undated=sum(1 for _, r in pick if not day_of(r)),
    )


def _of_both(record: Record, both: frozenset[str], known_by: str | None) -> Iterator[tuple[Shelf, Row]]:
    """The rows of the page's lists that name both states and were written of by then, each beside its story's shelf."""
    for story in record.of("stories"):
        here = [r for r in record.told_in(story.id) if r.list in LISTED and r.evidence and both <= states_of(r)]
        if here:
            shelf = Shelf.of(record, story)
            yield from ((shelf, r) for r in here if known(shelf, r, known_by) and not judged_wrong(r))


def _line(shelf: Shelf, row: Row) -> Line:
    n = shelf.attested(row)
    return Line(
        row=row.id,
        head=head(row),
        words=" ".join(shelf.telling(row).text.split()),
        note="" if n > 1 else "1 origin",
        origins=n,
        cites=shelf.cites(row.evidence),
        tags=tuple(filter(None, (text_of(row.get("status")), when(day_of(row))))),
    )


def _months(record: Record, both: frozenset[str]) -> tuple[Month, ...]:
    months: dict[str, list[Row]] = {}
    for row in record.of("relations"):
        sides = {text_of(_code(row.get(s))) for s in ("actor", "recipient")}
        if sides == both:
            months.setdefault(text_of(row.get("month")), []).append(row)
    return tuple(_month(m, rows) for m, rows in sorted(months.items()))


def _month(month: str, rows: list[Row]) -> Month:
    collected = [c for r in rows for c in many(r.get("collected")) if isinstance(c, dict)]
    return Month(
        month=month, cooperation=sum(_number(r, "cooperation") for r in rows), conflict=sum(_number(r, "conflict") for r in rows),
        origins=max((int(c.get("origins") or 0) for c in collected), default=0), articles=max((int(c.get("articles") or 0) for c in collected), default=0),
    )  # fmt: skip


def _number(row: Row, slot: str) -> float:
    value = row.get(slot)
    return float(value) if isinstance(value, int | float) else 0.0


def _code(value: object) -> str | None:
    return value.country if isinstance(value, Actor) else str(value) if value else None


def _name(record: Record, code: str) -> str:
    for row in record.rows:
        for slot in ("participants", "parties", "actors", "actor", "recipient"):
            for a in many(row.get(slot)):
                if isinstance(a, Actor) and a.kind == "state" and a.country == code.upper() and a.name:
                    return a.name
    return code.upper()
