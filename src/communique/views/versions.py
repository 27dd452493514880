"""A story's shelf in, its chains of versions out: per origin the articles in order, why so, and what changed at each step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.passage import Passage
from ..model.record import Row
from .brief.accounts import dates, relation
from .brief.differences import WEIGHT
from .lines import Line
from .shelf import Shelf, counted, many, one_line, text_of
from .statement import Piece, align


def make(shelf: Shelf) -> list[Line]:
    """One line for each origin that has more than one article."""
    found = [o for o in shelf.origins.values() if len(many(o.get("articles"))) > 1]
    return [_chain(shelf, o) for o in sorted(found, key=lambda o: (-len(many(o.get("articles"))), o.id))]


def _chain(shelf: Shelf, origin: Row) -> Line:
    order = [str(a) for a in many(origin.get("order"))]
    ids = order or [str(a) for a in many(origin.get("articles"))]
    note = "order of writing" if order else "order of writing unknown"
    sides = tuple(_version(shelf, a) for a in ids if a in shelf.articles)
    return Line(row=origin.id, head=f"{shelf.origin_name(origin.id)}: {counted(len(ids), 'article')}", note=note, origins=1, sides=sides)


def _version(shelf: Shelf, article: str) -> Line:
    row = shelf.articles[article]
    changed = [c for c in shelf.of_list("changes") if c.get("to") == article]
    votes = tuple(Line(row=article, head=text_of(v.get("why"))) for v in many(row.get("votes")) if isinstance(v, Mapping))
    return Line(
        row=article, head=f"[{shelf.numbers[article]}] {shelf.label(article)}", note="; ".join(filter(None, (relation(shelf, row), dates(row)))),
        sides=(*votes, *(change(shelf, c) for c in changed)),
    )  # fmt: skip


def change(shelf: Shelf, row: Row) -> Line:
    before, after = _side(row, "before"), _side(row, "after")
    return Line(row=row.id, head=f"{text_of(row.get('what'))}: {before or 'nothing'} → {after or 'left out'}", cites=shelf.cites(row.evidence), origins=1)


def _side(row: Row, slot: str) -> str:
    v = row.get(slot)
    text = one_line(v) if isinstance(v, Passage) else text_of(v)
    return text if len(text) <= 120 else text[:117].rstrip() + "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """``old`` beside ``new`` by words; ``carried`` are the numbers of texts in which the old words still stand."""

    row: str
    what: str
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    carried: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one version to the next; ``announced`` where a correction note came with it."""

    before: int
    after: int
    changes: tuple[Change, ...]
    announced: bool


def steps(shelf: Shelf, origin: str, *, wording: bool = False) -> list[Step]:
    """What changed in one origin, version by version, facts first."""
    found: dict[tuple[int, int], list[Row]] = {}
    for r in shelf.of_list("changes"):
        if shelf.origin(str(r.get("to"))) == origin and (wording or r.get("what") != "wording"):
            found.setdefault((shelf.numbers.get(str(r.get("from")), 0), shelf.numbers.get(str(r.get("to")), 0)), []).append(r)
    return [
        Step(
            before=a, after=b, announced=any(r.get("what") == "correction note" for r in rows),
            changes=tuple(_pieces(shelf, r) for r in sorted(rows, key=lambda r: (WEIGHT.get(text_of(r.get("what")), 8), min(r.evidence).start, r.id))),
        )
        for (a, b), rows in sorted(found.items())
    ]  # fmt: skip


def _pieces(shelf: Shelf, row: Row) -> Change:
    old, new = text_of(row.get("before")), text_of(row.get("after"))
    both = align(old, new) if old and new else ()
    return Change(
        row=row.id, what=text_of(row.get("what")), carried=tuple(shelf.numbers.get(str(a), 0) for a in many(row.get("still_carried_by"))),
        old=tuple(p for p in both if p.kind != "added") if both else (Piece(kind="missing", text=old),) if old else (),
        new=tuple(p for p in both if p.kind != "missing") if both else (Piece(kind="added", text=new),) if new else (),
    )  # fmt: skip
