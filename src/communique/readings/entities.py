"""The entity table of one article: which spans name which actor. ``people`` builds it, every later reader asks it."""

from __future__ import annotations

import bisect
from collections.abc import Mapping
from dataclasses import dataclass

from ..model.actor import Actor


@dataclass(frozen=True, slots=True, order=True)
class Naming:
    """A span that names an actor. ``form``: full, surname, role, state, demonym, capital, organisation, pronoun, group, unnamed.

    ``acts`` is False where a place is only a place ("in Beijing") or a demonym only describes ("Japanese car").
    """

    start: int
    end: int
    actor: Actor
    form: str
    acts: bool = True


class EntityTable:
    """Namings in text order, not overlapping.

    ``surnames``: folded family name -> the actors who bear it (two where it stays ambiguous). ``offices``: actor key -> the offices
    it holds, as (office, country or None). ``pair`` and ``states``: the two persons and the two states that the article is about, where
    clear. ``places``: (start, end, ISO code of its state) of towns and regions, which are no actors.
    """

    def __init__(
        self,
        namings: tuple[Naming, ...],
        surnames: Mapping[str, tuple[Actor, ...]] | None = None,
        offices: Mapping[str, tuple[tuple[str, str | None], ...]] | None = None,
        pair: tuple[Actor, ...] = (),
        states: tuple[Actor, ...] = (),
        places: tuple[tuple[int, int, str], ...] = (),
    ) -> None:
        self.namings = tuple(sorted(namings, key=lambda n: (n.start, n.end)))
        self.starts = [n.start for n in self.namings]
        firsts: dict[str, Naming] = {}
        for n in self.namings:
            firsts.setdefault(n.actor.key, n)
        self.firsts = tuple(firsts.values())  # each actor's first naming, in text order
        self.surnames = dict(surnames or {})
        self.offices = dict(offices or {})
        self.pair = pair
        self.states = states
        self.places = places

    def at(self, start: int, end: int) -> Naming | None:
        """The naming that overlaps the span most; None where none does."""
        hits = self.within(start, end, touching=True)
        return max(hits, key=lambda n: min(n.end, end) - max(n.start, start), default=None)

    def within(self, start: int, end: int, *, touching: bool = False) -> list[Naming]:
        """The namings that lie in the span (or touch it), in text order."""
        first = max(0, bisect.bisect_left(self.starts, start) - (1 if touching else 0))
        out = []
        for n in self.namings[first:]:
            if n.start >= end:
                break
            if (n.end > start) if touching else (n.start >= start and n.end <= end):
                out.append(n)
        return out

    def state_of_place(self, start: int, end: int) -> str | None:
        """The state in which a town or region of the span lies."""
        i = bisect.bisect_left(self.places, (start,))
        return self.places[i][2] if i < len(self.places) and self.places[i][0] < end else None

    def actors(self) -> list[Actor]:
        """Each actor once, in order of first naming."""
        return list({n.actor.key: n.actor for n in self.namings}.values())
