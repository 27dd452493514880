"""Rows of relations in, pairs of states ranked by happenings out, each happening counted once however many origins tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..model.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One pair, both directions together; ``a`` < ``b``."""

    a: str
    b: str
    happenings: int
    cooperation: float
    conflict: float


Told = tuple[str, str, int, float, float]  # actor, recipient, happenings, cooperation, conflict


def make(rows: Iterable[Told]) -> list[Relation]:
    """Most happenings first; the months and directions of a pair are added up."""
    pairs: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for row in rows:
        a, b = sorted(row[:2])
        if a and b and a != b:
            pairs[a, b].append(row)
    made = (
        Relation(a=a, b=b, happenings=sum(r[2] for r in rs), cooperation=sum(r[3] for r in rs), conflict=sum(r[4] for r in rs)) for (a, b), rs in pairs.items()
    )
    return sorted(made, key=lambda r: (-r.happenings, r.a, r.b))


def code(value: object) -> str:
    """The ISO code of a side of a relation; '' where none is sure."""
    return str(value.country or "") if isinstance(value, Actor) else ""
