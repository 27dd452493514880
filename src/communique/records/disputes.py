"""A casefile in, one row for each dispute between two sides out: what it is over, and who did what to whom in it.

``gather(case) -> [Row("disputes", slots={"actors": (China, Japan), "about": "..", "acts": ({"act": "protest", "by": .., "to": ..},)})]``
"""

from __future__ import annotations

from collections.abc import Mapping

from ..model.actor import Actor
from ..model.casefile import Casefile
from ..model.ids import make_id
from ..model.record import Row, Value
from .same.disputes import Told, joined

REBELS = frozenset({"REB", "SEP", "UAF", "MIL"})


def gather(case: Casefile) -> list[Row]:
    """The disputes of all stories."""
    return [_row(case, group) for group in joined(_told(case))]


def _told(case: Casefile) -> list[Told]:
    out = []
    for i, a in case.articles.items():
        story = case.story_of(i)
        for r in a.disputes:
            by, to = (tuple({p.key: p for p in (case.actor(i, x) for x in side)}.values()) for side in (r.by, r.to))
            if {a.key for a in by} & {a.key for a in to} or _at_home(by, to):  # the story knows two names as one actor, or both as of one state
                continue
            out.append(Told(reading=r, by=by, to=to, article=i, scope=story.id if story else i, origin=case.origin(i)))
    return out


def _at_home(by: tuple[Actor, ...], to: tuple[Actor, ...]) -> bool:
    """A quarrel inside one state, no band of rebels among them."""
    mine, theirs = ({s for a in side for s in a.states()} for side in (by, to))
    return bool(mine) and mine == theirs and not any(a.sector in REBELS for a in (*by, *to))


def _row(case: Casefile, group: list[Told]) -> Row:
    readings = [t.reading for t in group]
    told = [t for t in group if t.reading.about is not None]
    best = max(told or group, key=lambda t: (len(t.reading.terms), t.reading.id))
    acts = tuple(_act(case, t) for t in group if t.reading.act)
    actors = {a.key: a for t in group for a in (*t.by, *t.to)}
    named = {s for a in actors.values() if a.kind in ("state", "person") for s in a.states()}
    apart = {a.key for t in group if {s for a in t.by for s in a.states()} & {s for a in t.to for s in a.states()} for a in (*t.by, *t.to)}
    actors = {k: a for k, a in actors.items() if a.kind in ("state", "person") or not a.states() or not a.states() <= named or k in apart}
    eased = all(r.status == "eased" for r in readings)
    story = case.story_of(best.article)
    slots: dict[str, Value] = {
        "actors": tuple(a for _, a in sorted(actors.items())), "about": best.reading.about.text if best.reading.about else None, "acts": acts,
        "status": "eased" if eased else "open", "origins": tuple(sorted({t.origin for t in group})), "rule": best.reading.rule,
    }  # fmt: skip
    return Row(
        list="disputes", id=make_id("dispute", min(r.id for r in readings)), story=story.id if story else None,
        evidence=tuple(sorted({r.passage for r in readings})), slots=slots,
    )  # fmt: skip


def _act(case: Casefile, t: Told) -> Mapping[str, Value]:
    moment = case.dating.moments.get(t.reading.when) if t.reading.when else None
    reporter: Actor | None = case.actor(t.article, t.reading.reporter) if t.reading.reporter else None
    return {
        "act": t.reading.act, "by": t.by, "to": t.to, "when": moment.value if moment else None, "about": t.reading.about.text if t.reading.about else None,
        "origin": t.origin, "evidence": (t.reading.passage,), "reporter": reporter,
    }  # fmt: skip
