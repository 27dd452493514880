"""A casefile in, one row for each commitment out, its history with one entry for each account that carries it.

``gather(case) -> [Row("commitments", slots={"parties": .., "status": "agreed", "history": ({"status": "speculated", ..}, ..)})]``
The status is that of the latest account; versions of one account that leave it out stand in ``dropped_in``: that is no retraction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model.actor import Actor
from ..model.casefile import Casefile
from ..model.commitments import STATUSES
from ..model.ids import make_id
from ..model.record import Row, Value
from ..model.times import Moment
from .same.commitments import Told, joined


def gather(case: Casefile) -> list[Row]:
    """The commitments of all stories."""
    return [_row(case, group) for group in joined(_told(case))]


def _told(case: Casefile) -> list[Told]:
    out = []
    for i, a in case.articles.items():
        story = case.story_of(i)
        for r in a.commitments:
            parties = tuple({p.key: p for p in (case.actor(i, x) for x in r.parties)}.values())
            named = frozenset(s for p in a.people for m in p.mentions if m.overlaps(r.passage) for s in p.actor.states())
            out.append(Told(reading=r, parties=parties, article=i, scope=story.id if story else i, origin=case.origin(i), states=named))
    return out


def _row(case: Casefile, group: list[Told]) -> Row:
    accounts = in_order(case, {t.article for t in group})
    history = tuple(_entry(case, a, [t for t in group if t.article == a]) for a in accounts)
    best = min(group, key=lambda t: (t.article != accounts[-1], -_rank(t.reading.status), -len(t.reading.terms), t.reading.id))
    readings = [t.reading for t in group]
    moments = [(r, case.dating.moments.get(i)) for r in readings for i in (r.due,) if i]
    condition = next((r.condition for r in [best.reading, *readings] if r.condition is not None), None)
    story = case.story_of(best.article)
    slots: dict[str, Value] = {
        "parties": parties(group), "asked": tuple({a.key: case.actor(t.article, a) for t in group for a in t.reading.asked}.values()),
        "action": best.reading.action.text, "topic": best.reading.topic or None, "history": history, "status": latest(history),
        "due": next((m.value for _, m in moments if m and not _gone(m, day_of(case, best.article))), None), "condition": condition.text if condition else None,
        "dropped_in": dropped(case, {t.article for t in group}), "basis": next((r.basis for r in readings if r.basis != "not said"), "not said"),
        "origins": tuple(sorted({t.origin for t in group})), "rule": best.reading.rule,
    }  # fmt: skip
    evidence = tuple(sorted({r.passage for r in readings} | ({condition} if condition else set())))
    return Row(list="commitments", id=make_id("commitment", min(r.id for r in readings)), story=story.id if story else None, evidence=evidence, slots=slots)


def _gone(m: Moment, written: str | None) -> bool:
    """Over before the account was written: a date of history, no day on which something falls due."""
    last = m.last or m.first
    return bool(last and written) and str(last) < str(written)[: len(str(last))]


def _entry(case: Casefile, article: str, told: Sequence[Told]) -> Mapping[str, Value]:
    """What one account says of it: the furthest that it says it got."""
    best = min(told, key=lambda t: (-_rank(t.reading.status), t.reading.id))
    reporter = best.reading.reporter
    moment = case.dating.moments.get(best.reading.when) if best.reading.when else None
    return {
        "status": best.reading.status, "when": day_of(case, article), "origin": case.origin(article), "article": article,
        "evidence": tuple(sorted({t.reading.passage for t in told})), "reporter": case.actor(article, reporter) if reporter else None,
        "told_of": moment.value if moment else None, "basis": best.reading.basis,
    }  # fmt: skip


def _rank(status: str) -> int:
    return STATUSES.index(status)


def latest(history: Sequence[Mapping[str, Value]]) -> Value:
    """The status of the last account; of several of that day, the one that got furthest."""
    day = history[-1]["when"]
    same = [h for h in history if h["when"] == day and (h["origin"] != history[-1]["origin"] or h is history[-1])]
    return max((str(h["status"]) for h in same), key=_rank)


def parties(group: Sequence[Told]) -> tuple[Actor, ...]:
    """Everybody named as a party by any account, by key; a person stands beside no bare state of the same country."""
    known = {p.key: p for t in sorted(group, key=lambda t: t.reading.id) for p in t.parties}
    persons = {s for p in known.values() if p.kind == "person" for s in p.states()}
    return tuple(p for _, p in sorted(known.items()) if not (p.kind == "state" and p.states() <= persons))


def day_of(case: Casefile, article: str) -> str | None:
    """The day an article was written, else the day it claims."""
    written = case.dating.written.get(article)
    published = case.articles[article].document.published
    return (written.day if written else None) or (published.value[:10] if published else None)


def in_order(case: Casefile, articles: set[str]) -> list[str]:
    """Articles by day and, within one account, by version; ids decide what is left."""
    place = {a: n for order in case.lineage.order.values() for n, a in enumerate(order)}
    return sorted(articles, key=lambda a: (day_of(case, a) or "9999", case.origin(a), place.get(a, 0), a))


def dropped(case: Casefile, carried: set[str]) -> tuple[str, ...]:
    """Later versions of an account that leave out what an earlier one carried."""
    out: list[str] = []
    for order in case.lineage.order.values():
        have = [n for n, a in enumerate(order) if a in carried]
        if have:
            out += order[have[-1] + 1 :]
    return tuple(sorted(out))


__all__ = ["day_of", "dropped", "gather", "in_order"]
