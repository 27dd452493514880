"""Two accounts in, what both tell, what only one tells and where they differ out: ``make(record, article_or_origin, other)``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.passage import Passage
from ..model.record import Record, Row
from .lines import Line
from .listing import line
from .shelf import Shelf, many, text_of

KINDS = ("meetings", "commitments", "disputes", "frameworks", "figures", "statements", "assessments")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """``only_a`` and ``only_b`` say what was not found in the other text, and whether that text is known to be cut."""

    a: str
    b: str
    name_a: str
    name_b: str
    cut_a: bool
    cut_b: bool
    differ: tuple[Line, ...]
    both: tuple[Line, ...]
    only_a: tuple[Line, ...]
    only_b: tuple[Line, ...]


def make(record: Record, a: Row, b: Row) -> Comparison:
    """``a`` and ``b`` are rows of articles or origins."""
    left, right = _articles(a), _articles(b)
    shelf = Shelf.of(record, Row(list="stories", id="", slots={"articles": tuple(a.id for a in record.of("articles"))}))
    both, only_a, only_b = [], [], []
    for key, rows in _facts(record).items():
        carriers = {p.article for r in rows for p in r.evidence}
        row = min(rows, key=lambda r: (not {p.article for p in r.evidence} & (left | right), r.id))
        if carriers & left and carriers & right:
            both.append((key, row))
        elif carriers & left:
            only_a.append((key, row))
        elif carriers & right:
            only_b.append((key, row))
    differ = [_difference(shelf, r, left, right) for r in record.of("disagreements") if r.get("class") != "compatible"]
    return Comparison(
        a=a.id, b=b.id, name_a=_name(shelf, a), name_b=_name(shelf, b), cut_a=_cut(shelf, left), cut_b=_cut(shelf, right),
        differ=tuple(d for d in differ if d), both=_lines(shelf, both), only_a=_lines(shelf, only_a), only_b=_lines(shelf, only_b),
    )  # fmt: skip


def _articles(row: Row) -> set[str]:
    return {row.id} if row.list == "articles" else {str(x) for x in many(row.get("articles"))}


def _facts(record: Record) -> dict[str, list[Row]]:
    """Rows by the fact they tell: statements by utterance, others each by itself."""
    out: dict[str, list[Row]] = {}
    for r in record.rows:
        if r.list in KINDS:
            out.setdefault(text_of(r.get("utterance")) or r.id, []).append(r)
    return out


def _lines(shelf: Shelf, found: list[tuple[str, Row]]) -> tuple[Line, ...]:
    ordered = sorted(found, key=lambda x: (KINDS.index(x[1].list), min(x[1].evidence).key()))
    return tuple(line(shelf, r) for _, r in ordered)


def _difference(shelf: Shelf, row: Row, left: set[str], right: set[str]) -> Line | None:
    sides = []
    for v in many(row.get("versions")):
        passages = [p for p in many(v.get("evidence")) if isinstance(p, Passage)] if isinstance(v, Mapping) else []
        here = [p for p in passages if p.article in left | right]
        if isinstance(v, Mapping) and here:
            sides.append(Line(row=row.id, head=text_of(v.get("value")), cites=shelf.cites(here)))
    held = {c.article for s in sides for c in s.cites}
    if len(sides) < 2 or not held & left or not held & right:
        return None
    return Line(row=row.id, head=text_of(row.get("on")), tags=(text_of(row.get("kind")), text_of(row.get("class"))), sides=tuple(sides))


def _cut(shelf: Shelf, articles: set[str]) -> bool:
    return any(shelf.articles[a].get("complete") is False for a in articles if a in shelf.articles)


def _name(shelf: Shelf, row: Row) -> str:
    return shelf.origin_name(row.id) if row.list == "origins" else shelf.label(row.id)
