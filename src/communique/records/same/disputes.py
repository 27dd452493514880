"""Disputes as read in, groups of one quarrel each out: blocked by story and the two sides, joined by what they are over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model.actor import Actor
from ...model.disputes import DisputeReading
from ..vectors import fold, idf
from .commitments import who

RARE = 4.0  # how heavy the words must be that two quarrels of one pair share


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A reading with the story's actors on either side."""

    reading: DisputeReading
    by: tuple[Actor, ...]
    to: tuple[Actor, ...]
    article: str
    scope: str
    origin: str

    def pair(self) -> tuple[str, ...]:
        """The two sides without direction, by state where they have one."""
        one, two = ("+".join(sorted(who(x))) for x in (self.by, self.to))
        return tuple(sorted((one, two)))


def joined(told: Iterable[Told]) -> list[list[Told]]:
    """Groups of one dispute each; what says nothing of its matter goes to the pair's largest."""
    blocks: dict[tuple[str, tuple[str, ...]], list[Told]] = defaultdict(list)
    for t in told:
        blocks[t.scope, t.pair()].append(t)
    groups: list[list[Told]] = []
    for _, block in sorted(blocks.items()):
        groups += _by_matter(block)
    return [sorted(g, key=lambda t: t.reading.id) for g in groups]


def _by_matter(block: Sequence[Told]) -> list[list[Told]]:
    mine: list[list[Told]] = []
    told = sorted((t for t in block if _matter(t)), key=lambda t: (-len(_matter(t)), t.reading.id))
    for t in told:
        home = next((g for g in mine if any(shared(t, o) for o in g)), None)
        (home.append(t) if home is not None else mine.append([t]))
    mute = [t for t in block if not _matter(t)]
    if mute:
        if mine:
            max(mine, key=lambda g: (len(g), min(t.reading.id for t in g))).extend(mute)
        else:
            mine.append(mute)
    return mine


def _matter(t: Told) -> frozenset[str]:
    return frozenset(fold(w) for w in t.reading.terms) if t.reading.about is not None else frozenset()


def shared(a: Told, b: Told) -> bool:
    """They share words that are rare enough, or are one act in the same words."""
    return sum(min(idf(w), 8.0) for w in _matter(a) & _matter(b)) >= RARE
