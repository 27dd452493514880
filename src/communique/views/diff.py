"""Two articles in, what changed from one to the other out: facts first, then sentences that came, went or were reworded."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from ..model.passage import Passage
from ..model.record import Record, Row
from .lines import Line
from .shelf import Shelf, one_line
from .versions import change

LIKE = 0.6  # two sentences at least so alike are one sentence reworded


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """``facts`` are rows of ``changes``; ``sentences`` are tagged came, went, reworded (with both sides). ``same`` counts the rest."""

    before: str
    after: str
    relation: str
    facts: tuple[Line, ...]
    sentences: tuple[Line, ...]
    same: int


def make(record: Record, a: Row, b: Row) -> Diff:
    """``a`` and ``b`` are rows of articles; the earlier version comes first where the record knows it."""
    first, second = (b, a) if b.id in (a.get("revises"), a.get("copy_of")) else (a, b)
    shelf = Shelf.of(record, Row(list="stories", id="", slots={"articles": (first.id, second.id)}))
    facts = [change(shelf, c) for c in record.of("changes") if {c.get("from"), c.get("to")} == {first.id, second.id}]
    sentences, same = _sentences(record, shelf, first.id, second.id)
    return Diff(before=first.id, after=second.id, relation=_relation(first, second), facts=tuple(facts), sentences=tuple(sentences), same=same)


def _relation(first: Row, second: Row) -> str:
    for row, other in ((second, first), (first, second)):
        for slot, words in (("revises", "is a later version of"), ("copy_of", "is a copy of")):
            if row.get(slot) == other.id:
                return f"{row.id} {words} {other.id}"
    if first.get("origin") == second.get("origin"):
        return f"{first.id} and {second.id} are of one origin, neither made from the other as far as the texts tell"
    return f"{first.id} and {second.id} are independent accounts"


def _sentences(record: Record, shelf: Shelf, a: str, b: str) -> tuple[list[Line], int]:
    old, new = _of(record, a), _of(record, b)
    matcher = difflib.SequenceMatcher(a=[one_line(p) for p in old], b=[one_line(p) for p in new], autojunk=False)
    out: list[Line] = []
    same = 0
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            same += i2 - i1
        else:
            out += _block(shelf, old[i1:i2], new[j1:j2])
    return out, same


def _of(record: Record, article: str) -> list[Passage]:
    layout = record.layouts[article]
    return [Passage(layout.document, s.start, s.end) for s in layout.sentences]


def _block(shelf: Shelf, old: list[Passage], new: list[Passage]) -> list[Line]:
    """Each new sentence beside the old one it is most like; the rest came or went."""
    left = list(old)
    out = []
    for p in new:
        q = max(left, key=lambda x: _like(x, p), default=None)
        if q is not None and _like(q, p) >= LIKE:
            left.remove(q)
            out.append(Line(row="", head="reworded", sides=(_side(shelf, q, "before"), _side(shelf, p, "after")), tags=("reworded",)))
        else:
            out.append(_side(shelf, p, "came"))
    return [_side(shelf, p, "went") for p in left] + out


def _like(a: Passage, b: Passage) -> float:
    matcher = difflib.SequenceMatcher(a=a.text.split(), b=b.text.split(), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= LIKE else 0.0


def _side(shelf: Shelf, p: Passage, tag: str) -> Line:
    return Line(row="", words=one_line(p), cites=shelf.cites([p]), tags=(tag,))
