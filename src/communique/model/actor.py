"""Who acts: a person, state, organisation, group or an unnamed voice, as the record names them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .ids import make_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """``kind``: person, state, organisation, group, unnamed. ``country``: ISO 3166-1 alpha-3, or None where not sure.

    ``key`` identifies the actor across articles: ``person:jae lee myung`` (sorted name tokens, hyphens dropped),
    ``state:JPN``, ``organisation:nhk``. ``members`` are those of a group ("the two leaders").
    """

    key: str
    name: str | None
    kind: str
    as_written: str
    role: str | None = None
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    members: tuple[Actor, ...] = ()

    @property
    def id(self) -> str:
        return make_id("actor", self.key)

    def written(self, words: str) -> Actor:
        """The same actor as one passage writes it."""
        return replace(self, as_written=words)

    def states(self) -> frozenset[str]:
        """ISO codes of the states it stands for, a group's members included."""
        own = {self.country} if self.country else set()
        return frozenset(own.union(*(m.states() for m in self.members)))
