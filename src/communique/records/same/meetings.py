"""Meetings as single articles tell them in, groups of one meeting each out: who met, in what form, on which day.

Accounts with a day come first and make the groups; those without one join the group that fits best. Two different days, or people
of whom neither side names all, keep meetings apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ...model.actor import Actor
from ...model.meetings import MeetingReading
from ...model.times import Moment

TALKS = ("summit", "talks")
AHEAD = ("planned", "proposed")
SIDES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All mentions of one meeting in one article. ``when`` is its calendar time; ``written`` the article's day; ``target``: it is
    told as what went before another ("their first meeting")."""

    readings: tuple[MeetingReading, ...]
    people: tuple[Actor, ...]
    when: Moment | None
    written: str | None
    article: str
    scope: str
    origin: str
    mark: str
    target: bool = False

    @property
    def id(self) -> str:
        return min(r.id for r in self.readings)

    @property
    def form(self) -> str:
        return min(self.readings, key=lambda r: (r.anaphor, r.passage.start)).form

    def statuses(self) -> set[str]:
        return {r.status for r in self.readings}

    def ahead(self) -> bool:
        return self.statuses() <= set(AHEAD)

    def places(self) -> set[str]:
        return {r.place_key for r in self.readings if r.place_key}


def joined(told: Iterable[Told]) -> list[list[Told]]:
    """Groups of one meeting each; the same for any order of arrival."""
    blocks: dict[str, list[Told]] = defaultdict(list)
    for t in told:
        blocks[t.scope].append(t)
    groups: list[list[Told]] = []
    for _, block in sorted(blocks.items()):
        mine: list[list[Told]] = []
        for t in sorted(block, key=lambda t: (t.when is None or t.when.first is None, -len(t.people), _width(t), t.id)):
            fit = [g for g in mine if all(may_be_one(t, o) for o in g) and any(moods_agree(t, o) for o in g)]
            if fit:
                max(fit, key=lambda g: (*_fit(t, g), -mine.index(g))).append(t)
            else:
                mine.append([t])
        groups += mine
    return [sorted(g, key=lambda t: t.id) for g in groups]


def _width(t: Told) -> int:
    """A day before a month before an open time."""
    return len(t.when.value) * -1 if t.when else 0


def may_be_one(a: Told, b: Told) -> bool:
    """Nothing speaks against it: not two meetings of one article, not another form, other people or another day, not two visits to two places."""
    if a.article == b.article or not (a.form == b.form or {a.form, b.form} <= set(TALKS)):
        return False
    if not people_agree(a.people, b.people) or not days_agree(a.when, b.when):
        return False
    return not (a.form == "visit" and a.places() and b.places() and not _near(a.places(), b.places()))


def moods_agree(a: Told, b: Told) -> bool:
    """Not one to come and the other over, unless both have their day or the later account tells of what the earlier expected."""
    if a.when is not None and b.when is not None:
        return True
    near = _near(a.places(), b.places())
    if (a.target != b.target and not near) or (a.ahead() != b.ahead() and not _told_later(a, b)):
        return False
    return (a.statuses() == {"proposed"}) == (b.statuses() == {"proposed"}) or near


def _told_later(a: Told, b: Told) -> bool:
    """What one account expects, a later one tells of as done; never the other way."""
    early, late = (a, b) if a.ahead() else (b, a)
    return early.written is not None and late.written is not None and early.written <= late.written and early.when is None


def _fit(t: Told, g: Sequence[Told]) -> tuple[bool, bool, int, int]:
    days = sorted(o.when.first for o in g if o.when is not None and o.when.first)
    near = bool(days and t.written and abs(days_apart(days[0], t.written)) <= SIDES)
    return near, any(_near(t.places(), o.places()) for o in g), len(g), len({a.key for o in g for a in o.people})


def days_apart(a: str, b: str) -> int:
    try:
        return (date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days
    except ValueError:
        return 999


def _near(a: set[str], b: set[str]) -> bool:
    return any(x in y or y in x for x in a for y in b)


def days_agree(a: Moment | None, b: Moment | None) -> bool:
    """Not known to be of different days; what is open agrees with all."""
    if a is None or b is None or not (a.first and a.last and b.first and b.last):
        return True
    return a.first <= b.last and b.first <= a.last


def people_agree(a: Sequence[Actor], b: Sequence[Actor]) -> bool:
    """The shorter list names no one that the longer does not: the same actor, or a person and their state. One name alone meets
    only the same name."""
    short, long = sorted((a, b), key=len)
    if not short or not all(any(same_actor(x, y) for y in long) for x in short):
        return False
    return len(short) >= SIDES or len(long) == len(short)


def same_actor(a: Actor, b: Actor) -> bool:
    return a.key == b.key or (bool(a.states()) and a.states() == b.states() and "state" in (a.kind, b.kind))
