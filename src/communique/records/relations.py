"""A casefile and its event rows in, ``relations`` out: each directed pair of states in a month, its events by type, and what was collected.

A month with nothing told and a month with nothing collected differ: ``collected`` counts the articles and origins of the month.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import permutations

from ..language.countries import countries
from ..model.actor import Actor
from ..model.casefile import Casefile
from ..model.events import CONFLICT, COOPERATION
from ..model.ids import make_id
from ..model.record import Row, Value

MONTH = 7  # characters of 2026-01
COUNTED = ("done",)
MUTUAL = ("CONSULT", "AGREE", "SUPPORT", "COOPERATE")
Pair = tuple[str, str, str]


def gather(case: Casefile, rows: Sequence[Row]) -> list[Row]:
    """One row for each directed pair and month in which an event was done."""
    found: dict[Pair, list[Row]] = defaultdict(list)
    for r in rows:
        for pair in acts(case, r):
            found[pair].append(r)
    counted = _collected(case)
    return [relation(pair, events, counted.get(pair[2], (0, 0))) for pair, events in sorted(found.items())]


def acts(case: Casefile, r: Row) -> list[Pair]:
    """The relations that a row is part of: pairs of states and the month, for an event that was done."""
    month = _month(case, r) if r.list == "events" and r.get("state") in COUNTED else None
    return [(a, b, month) for a, b in sorted(set(_pairs(r)))] if month else []


def relation(pair: Pair, events: Sequence[Row], collected: tuple[int, int]) -> Row:
    """One pair's month; ``events`` sorted by id, ``collected``: articles and origins of the month."""
    return _row(pair, list(events), collected, _names(list(events)))


def relation_id(pair: Pair) -> str:
    return make_id("relation", *pair)


def _row(pair: Pair, events: list[Row], collected: tuple[int, int], names: dict[str, Actor]) -> Row:
    actor, recipient, month = pair
    types = Counter(str(e.get("type")) for e in events)
    origins = {o for e in events for o in _tuple(e.get("origins"))}
    slots: dict[str, Value] = {
        "actor": names[actor], "recipient": names[recipient], "month": month, "types": dict(sorted(types.items())),
        "cooperation": sum(n for t, n in types.items() if t in COOPERATION), "conflict": sum(n for t, n in types.items() if t in CONFLICT),
        "events": tuple(sorted(e.id for e in events)), "origins": len(origins), "collected": {"articles": collected[0], "origins": collected[1]},
    }  # fmt: skip
    evidence = tuple(sorted({p for e in events for p in e.evidence}))
    stories = {e.story for e in events}
    return Row(list="relations", id=relation_id(pair), story=stories.pop() if len(stories) == 1 else None, evidence=evidence, slots=slots)


def _month(case: Casefile, r: Row) -> str | None:
    """The month of the event's day, else that in which the first account of it was written."""
    when = r.get("when")
    if isinstance(when, str) and len(when) >= MONTH and when[4] == "-" and when[5:7].isdigit():
        return when[:MONTH]
    days = [d for p in r.evidence if (d := _written(case, p.article))]
    return min(days)[:MONTH] if days else None


def _written(case: Casefile, article: str) -> str | None:
    written = case.dating.written.get(article)
    if written is not None and written.day:
        return written.day
    stamp = case.articles[article].document.published
    return stamp.value[:10] if stamp and len(stamp.value) >= MONTH else None


def month_of(case: Casefile, article: str) -> str | None:
    """The month in which an article was written."""
    day = _written(case, article)
    return day[:MONTH] if day else None


def _collected(case: Casefile) -> dict[str, tuple[int, int]]:
    """Month -> (articles, origins) written in it."""
    months: dict[str, set[str]] = defaultdict(set)
    for i in case.articles:
        if month := month_of(case, i):
            months[month].add(i)
    return {m: (len(ids), len({case.origin(i) for i in ids})) for m, ids in months.items()}


def _pairs(r: Row) -> Iterator[tuple[str, str]]:
    """Who did it to whom; those who did it together are pairs in both directions."""
    acting = [s for a in _actors(r, "actor") for s in sorted(a.states())]
    acted = [s for a in _actors(r, "recipient") for s in sorted(a.states())]
    if acted:
        yield from ((a, b) for a in acting for b in acted if a != b)
    elif r.get("type") in MUTUAL:
        yield from ((a, b) for a, b in permutations(dict.fromkeys(acting), 2))


def _names(events: list[Row]) -> dict[str, Actor]:
    """Each state met, under the name it has in the table of states."""
    found: dict[str, Actor] = {}
    for e in events:
        for a in (*_actors(e, "actor"), *_actors(e, "recipient")):
            for land in a.states():
                known = countries().get(land)
                found.setdefault(land, Actor(key=f"state:{land}", name=known.name if known else land, kind="state", as_written=a.as_written, country=land))
    return found


def _actors(r: Row, slot: str) -> list[Actor]:
    return [a for a in _tuple(r.get(slot)) if isinstance(a, Actor)]


def _tuple(v: Value) -> tuple[Value, ...]:
    return v if isinstance(v, tuple) else ()
