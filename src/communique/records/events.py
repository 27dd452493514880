"""A casefile in, its rows of ``events`` out: one for each happening, however many origins tell it, with PLOVER type, parties and score.

``gather(casefile) -> [Row("events", slots={"type": "CONSULT", "actor": (Chile, Peru), "origins": 4, "score": 2.5, ...})]``
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ..language.plover import score
from ..model.actor import Actor
from ..model.casefile import Casefile
from ..model.events import EventReading
from ..model.ids import make_id
from ..model.record import Row, Value
from .same.events import Told, joined

DAY = re.compile(r"\d{4}(?:-\d\d){0,2}$")


def gather(case: Casefile) -> list[Row]:
    """The events of all stories."""
    told = [_told(case, i, r) for i, a in case.articles.items() for r in a.events]
    return [_row(group) for group in joined(told)]


def _told(case: Casefile, article: str, r: EventReading) -> Told:
    story = case.story_of(article)
    moment = case.dating.moments.get(r.when) if r.when else None
    return Told(
        reading=r, actor=tuple(case.actor(article, a) for a in r.actor), recipient=tuple(case.actor(article, a) for a in r.recipient),
        scope=story.id if story else article, story=story.id if story else None, origin=case.origin(article), day=moment.value if moment else None,
    )  # fmt: skip


def _row(group: list[Told]) -> Row:
    readings = sorted((t.reading for t in group), key=lambda r: r.passage.key())
    first = max(group, key=lambda t: (len(t.actor) + len(t.recipient), t.reading.id))
    kind, mode = first.reading.type, _most([t.reading.mode for t in group])
    day = max((t.day for t in group if t.day and DAY.match(t.day)), key=lambda d: (len(d), d), default=None)
    actors = _all(t.actor for t in group)
    acted = _all(t.recipient for t in group)
    if {a.key for a in acted} != {a.key for a in actors}:  # equal where they did it to each other
        acted = tuple(a for a in acted if a.key not in {x.key for x in actors})
    origins = tuple(sorted({t.origin for t in group}))
    slots: dict[str, Value] = {
        "type": kind, "mode": mode, "actor": actors, "recipient": acted, "when": day,
        "place": _most([t.reading.place for t in group]), "contexts": tuple(sorted({c for t in group for c in t.reading.contexts})),
        "state": first.reading.state, "score": score(kind, mode), "origins": origins, "articles": tuple(sorted({r.passage.article for r in readings})),
        "rule": first.reading.rule, "as_written": first.reading.trigger.text,
    }  # fmt: skip
    return Row(list="events", id=make_id("event", min(r.id for r in readings)), story=first.story, evidence=tuple(r.passage for r in readings), slots=slots)


def _all(sides: Iterable[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """Each actor once; one that only a description names is left out where another stands for the same state."""
    found: dict[str, Actor] = {}
    for side in sides:
        for a in side:
            found.setdefault(a.key, a)
    named = {a.country for a in found.values() if a.country and a.kind != "unnamed"}
    return tuple(a for a in found.values() if a.kind != "unnamed" or a.country not in named)


def _most(values: list[str | None]) -> str | None:
    counted = Counter(v for v in values if v)
    return min(counted.items(), key=lambda x: (-x[1], x[0]))[0] if counted else None
