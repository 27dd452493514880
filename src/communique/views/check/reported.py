"""Reported speech of a draft in, where the record has somebody else say it out: only where the words are nearly the record's own."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.actor import Actor
from ...model.article import Article
from ...model.passage import Passage
from ...model.record import Record, Row
from ..shelf import many
from .words import run, words

SAME = 0.8  # of the draft's content words stand in what the record has as said
FEWEST = 4  # content words: fewer are a commonplace


def reported(record: Record, article: Article) -> Iterator[tuple[Passage, str, str, Row | None]]:
    """Statements without quotation marks, by a speaker with a name, whose words the record gives to another and not to this one."""
    said = [(r, a, words(_said(r)).stems) for r in record.of("statements") if (a := _named(r))]
    for s in article.statements:
        mine = words(" ".join(c.text for c in s.content)).stems
        if s.mode != "indirect" or s.speaker is None or not (s.speaker.name or s.speaker.as_written[:1].isupper()) or len(mine) < FEWEST:
            continue
        near = [(r, a) for r, a, theirs in said if len(mine & theirs) >= SAME * len(mine)]
        if not near:
            continue
        if any(alike(s.speaker, a) for _, a in near):
            yield s.passage, "found", "", near[0][0]
        else:
            yield s.passage, "other speaker", f"the record has {near[0][1].name}, the draft {s.speaker.name or s.speaker.as_written}", near[0][0]


def _named(row: Row) -> Actor | None:
    who = row.get("speaker")
    return who if isinstance(who, Actor) and who.name and who.kind in ("person", "state", "organisation", "group") else None


def alike(a: Actor, b: Actor) -> bool:
    """One name's words within the other's; a group that has the person among its members."""
    x, y = set(run(a.name or a.as_written)), set(run(b.name or b.as_written))
    if a.key == b.key or (x & y and (x <= y or y <= x)):
        return True
    return any(alike(a, m) for m in b.members) or any(alike(m, b) for m in a.members)


def _said(row: Row) -> str:
    return " ".join(p.text for p in many(row.get("content")) if isinstance(p, Passage))
