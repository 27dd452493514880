"""A record in, the queue of what a person should look at out, what matters first: conflicts, then maybes between origins, then the rest.

``make(record)[0].keys`` -> the answers that fit: y same, n different, m merge, s split, u unclear.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.actor import Actor
from ..model.passage import Passage
from ..model.record import Record, Row
from .lines import Line
from .matrix import label
from .shelf import Shelf, many, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question: the row or the two rows it is about, their sentences next to each other, and which verdicts answer it."""

    about: tuple[str, ...]
    question: str
    kind: str
    sides: tuple[Line, ...]
    keys: str
    story: str


def make(record: Record, limit: int = 50, *, blind: bool = False) -> list[Item]:
    """At most ``limit`` questions, none about rows that a person has judged; all of them where ``blind`` (second coding)."""
    items: list[Item] = []
    for story in record.of("stories"):
        shelf = Shelf.of(record, story)
        items += _conflicts(shelf, blind) + _candidates(record, shelf, blind) + _people(shelf) + _alone(shelf, blind)
    rank = {"conflict": 0, "maybe the same": 1, "check": 2}
    return sorted(items, key=lambda i: (rank[i.kind], i.story, i.about))[:limit]


def _conflicts(shelf: Shelf, blind: bool) -> list[Item]:
    rows = [r for r in shelf.of_list("disagreements") if (blind or not r.get("reviewed")) and r.get("class") in ("conflict", "slip", "position")]
    return [
        Item(
            about=(r.id,),
            question=f"A real difference on {text_of(r.get('on'))}?",
            kind="conflict",
            sides=tuple(_versions(shelf, r)),
            keys="ynu",
            story=shelf.story.id,
        )
        for r in rows
    ]


def _versions(shelf: Shelf, row: Row) -> list[Line]:
    out = []
    for v in many(row.get("versions")):
        ps = [p for p in many(v.get("evidence")) if isinstance(p, Passage)] if isinstance(v, Mapping) else []
        if ps and isinstance(v, Mapping):
            out.append(_side(shelf, row.id, text_of(v.get("value")), ps))
    return out


def _candidates(record: Record, shelf: Shelf, blind: bool) -> list[Item]:
    rows = {r.id: r for r in shelf.rows}
    out = []
    for c in record.of("candidates"):
        a, b = rows.get(str(c.get("a"))), rows.get(str(c.get("b")))
        if a and b and (blind or not (a.get("reviewed") and b.get("reviewed"))):
            sides = tuple(_side(shelf, r.id, label(r), list(r.evidence)) for r in (a, b))
            question = "Two wordings of one statement?" if a.list == "statements" else f"The same {a.list.rstrip('s')}?"
            out.append(Item(about=(a.id, b.id), question=question, kind="maybe the same", sides=sides, keys="ynu", story=shelf.story.id))
    return out


def _people(shelf: Shelf) -> list[Item]:
    """Two persons of one story of whom one has all the names of the other, and none of whose countries differ."""
    seen: dict[str, tuple[Actor, Row]] = {}
    for row in shelf.of_list("statements") + shelf.of_list("meetings"):
        for a in (*many(row.get("speaker")), *many(row.get("participants"))):
            if isinstance(a, Actor) and a.kind == "person" and a.name:
                seen.setdefault(a.key, (a, row))
    found = sorted(seen.values(), key=lambda x: x[0].key)
    out = []
    for n, (a, row) in enumerate(found):
        for b, other in found[n + 1 :]:
            x, y = set((a.name or "").casefold().split()), set((b.name or "").casefold().split())
            if (x < y or y < x) and (not a.country or not b.country or a.country == b.country):
                sides = tuple(_side(shelf, z.id, z.name or z.as_written, list(r.evidence)) for z, r in ((a, row), (b, other)))
                ids = (a.id, b.id)
                out.append(Item(about=ids, question="The same person?", kind="maybe the same", sides=sides, keys="mnu", story=shelf.story.id))
    return out


def _alone(shelf: Shelf, blind: bool) -> list[Item]:
    """Rows that stand on their rule alone: one origin, not yet looked at."""
    rows = [r for kind in ("commitments", "meetings", "disputes") for r in shelf.ranked(kind) if blind or not r.get("reviewed")]
    return [
        Item(
            about=(r.id,),
            question=f"Does the sentence say this {r.list.rstrip('s')}?",
            kind="check",
            sides=(_side(shelf, r.id, label(r), list(r.evidence)),),
            keys="ynsu",
            story=shelf.story.id,
        )
        for r in rows
    ]


def _side(shelf: Shelf, row: str, head: str, passages: list[Passage]) -> Line:
    return Line(
        row=row,
        head=head,
        words=" ".join(shelf.sentence(min(passages)).text.split()),
        cites=shelf.cites(passages),
        origins=len({shelf.origin(p.article) for p in passages}),
    )
