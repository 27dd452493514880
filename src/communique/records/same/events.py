"""Events as read in, which of them tell one happening out: blocked by story and type, joined by parties and day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model.actor import Actor
from ...model.events import EventReading

ANY_DAY = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A reading with what only the story knows: its actors, its day (where its words carry one) and whose account it is."""

    reading: EventReading
    actor: tuple[Actor, ...]
    recipient: tuple[Actor, ...]
    scope: str
    story: str | None
    origin: str
    day: str | None


def joined(told: Iterable[Told]) -> list[list[Told]]:
    """Groups that tell one happening each; the same for any order of arrival."""
    blocks: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for t in told:
        blocks[t.scope, t.reading.type, t.reading.state].append(t)
    groups: list[list[Told]] = []
    for block in blocks.values():
        mine: list[tuple[list[Told], dict[Sides, Told]]] = []  # a group's members, and one of each kind among them: a text may say one thing a thousand times
        for t in sorted(block, key=lambda x: (-_told_of(x), x.reading.id)):
            home = next((g for g in mine if all(same(t, other) for other in g[1].values())), None)
            if home is None:
                mine.append(home := ([], {}))
            home[0].append(t)
            home[1].setdefault(_kind(t), t)
        groups += [members for members, _ in mine]
    return groups


Sides = tuple[object, ...]


def _kind(t: Told) -> Sides:
    """All that ``same`` asks of a reading."""
    return t.reading.mode, t.day, sides(t.actor), sides(t.recipient), bool(t.actor), t.reading.trigger.text.lower(), _words(t.reading)


def same(a: Told, b: Told) -> bool:
    """Whether two readings can be of one happening: the sides agree, the days do not differ, the modes do not clash."""
    if a.reading.mode and b.reading.mode and a.reading.mode != b.reading.mode:
        return False
    if a.day and b.day and not (a.day.startswith(b.day) or b.day.startswith(a.day)):
        return False
    acting, acted = sides(a.actor), sides(b.actor)
    if not acting & acted:
        return False
    here, there = sides(a.recipient), sides(b.recipient)
    if here and there and not here & there:
        return False
    if not (here or there) and not (a.actor and b.actor and len(acting & acted) == max(len(acting), len(acted))):
        return False
    return alike(a.reading, b.reading)


def alike(a: EventReading, b: EventReading) -> bool:
    """Whether the words are near: one rule, one trigger, or half of the shorter sentence's longer words."""
    if a.trigger.text.lower() == b.trigger.text.lower():
        return True
    first, second = _words(a), _words(b)
    return bool(first and second) and len(first & second) * 2 >= min(len(first), len(second))


def sides(actors: Sequence[Actor]) -> frozenset[str]:
    """What a side is known by: its states, else its members' keys."""
    return frozenset(s for a in actors for s in (a.states() or {a.key}))


def _words(r: EventReading) -> frozenset[str]:
    return frozenset(w.strip(".,;:!?\"'“”’()").lower() for w in r.passage.text.split() if len(w) > 4)  # noqa: PLR2004  short words join nothing


def _told_of(t: Told) -> int:
    return len(t.actor) + len(t.recipient) + bool(t.day)
