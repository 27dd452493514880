"""A story in, the actors that its articles name most out."""

from __future__ import annotations

from ..model.actor import Actor
from ..model.casefile import Casefile, Story

SHOWN = 12


def cast_of(case: Casefile, story: Story) -> tuple[Actor, ...]:
    """Persons, states and organisations, those that most origins name first."""
    known: dict[str, Actor] = {}
    seen: dict[str, tuple[set[str], int]] = {}
    for i in story.articles:
        for person in case.articles[i].people:
            actor = case.actor(i, person.actor)
            if actor.name is None or actor.kind in ("unnamed", "group"):
                continue
            known.setdefault(actor.key, actor)
            origins, n = seen.get(actor.key, (set(), 0))
            seen[actor.key] = (origins | {case.origin(i)}, n + len(person.mentions))
    best = sorted(seen, key=lambda k: (-len(seen[k][0]), -seen[k][1], k))
    return tuple(known[k] for k in best[:SHOWN])
