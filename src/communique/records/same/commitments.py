"""Commitments as read in, groups that tell of one promise out: blocked by story and parties, joined where they speak of one matter.

"agreed to cooperate on recovering remains" and "agreed on DNA analysis of the remains" share their telling words; two promises of
the same pair that share only "cooperation" stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model.actor import Actor
from ...model.commitments import CommitmentReading
from ..vectors import fold, idf

SHARE = 0.42  # of the lighter one's weight that must be shared
WEIGHT = 6.0  # and how heavy the shared words must be together
MANY = frozenset("trilateral three-way tripartite quadrilateral four-way".split())
LIGHT = frozenset(
    "cooperation co-operation coordination cooperate relation tie talk meeting commitment agreement step issue effort work country plan measure".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A reading with what only the story knows: its parties as the story's actors, its scope (story or article) and origin.

    ``states``: all that its words name, the parties' own among them."""

    reading: CommitmentReading
    parties: tuple[Actor, ...]
    article: str
    scope: str
    origin: str
    states: frozenset[str] = frozenset()


def joined(told: Iterable[Told]) -> list[list[Told]]:
    """Groups of one commitment each; the same for any order of arrival."""
    blocks: dict[str, list[Told]] = defaultdict(list)
    for t in told:
        blocks[t.scope].append(t)
    groups: list[list[Told]] = []
    for _, block in sorted(blocks.items()):
        mine: list[list[Told]] = []
        for t in sorted(block, key=lambda x: (-len(x.reading.terms), x.reading.id)):
            home = max(mine, key=lambda g: (likeness(t, g), -mine.index(g)), default=None)
            if home is not None and likeness(t, home) > 0:
                home.append(t)
            else:
                mine.append([t])
        groups += mine
    return [sorted(g, key=lambda t: t.reading.id) for g in groups]


def likeness(t: Told, group: Sequence[Told]) -> float:
    """How much a reading has of the one in the group that is most like it; 0 where it is of no one's kind."""
    return max((alike(t, o) for o in group), default=0.0) if all(circles_agree(t, o) for o in group) else 0.0


def circles_agree(a: Told, b: Told) -> bool:
    """Not two circles of three: what two agree with one third state is not what they agree with another."""
    if not (_of_many(a) and _of_many(b)):
        return True
    mine, theirs = a.states | who(a.parties), b.states | who(b.parties)
    return mine <= theirs or theirs <= mine


def alike(a: Told, b: Told) -> float:
    if not sides_agree(a.parties, b.parties):
        return 0.0
    if a.reading.action.text.strip(" .,").lower() == b.reading.action.text.strip(" .,").lower():
        return 2.0
    mine, theirs = weights(a.reading.terms), weights(b.reading.terms)
    if not mine or not theirs:
        return 0.0
    shared = sum(mine[w] for w in mine.keys() & theirs.keys())
    share = shared / min(sum(mine.values()), sum(theirs.values()))
    return share if share >= SHARE and shared >= WEIGHT else 0.0


def _of_many(t: Told) -> bool:
    return bool(MANY & set(t.reading.passage.text.lower().split()))


def weights(terms: Iterable[str]) -> dict[str, float]:
    """Each term with its rarity; words that every promise has weigh next to nothing."""
    return {w: (0.5 if w in LIGHT else min(idf(w), 8.0)) for w in (fold(t) for t in terms)}


def sides_agree(a: Sequence[Actor], b: Sequence[Actor]) -> bool:
    """One names nobody that the other does not: by state where they have one, else by actor."""
    mine, theirs = who(a), who(b)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def who(actors: Sequence[Actor]) -> set[str]:
    """States that the actors stand for; those without one by their own key."""
    return {s for a in actors for s in (a.states() or {a.key})}
