"""A casefile in, one row for each meeting out, with its outcomes and the meeting before it.

``gather(case) -> [Row("meetings", slots={"participants": (Lee, Takaichi), "form": "summit", "status": "held", "from": "2026-01-13"})]``
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ..model.actor import Actor
from ..model.article import Article
from ..model.casefile import Casefile
from ..model.ids import make_id
from ..model.meetings import MeetingReading
from ..model.record import Row, Value
from ..model.times import Moment
from . import commitments
from .commitments import day_of, in_order
from .same.commitments import who
from .same.meetings import Told, days_apart, joined

# What is told of as done outweighs what an earlier account expected; a cancellation outweighs a plan.
WEIGHT = ("proposed", "planned", "under way", "cancelled", "did not happen", "held")
FORMS = ("summit", "conference", "interview", "call", "visit", "talks")
OUTCOME_OF = ("summit", "talks")


def gather(case: Casefile) -> list[Row]:
    """The meetings of all stories."""
    groups = joined([t for a in case.articles.values() for t in _told(case, a)])
    ids = {(t.article, t.mark): _id(g) for g in groups for t in g}
    agreed = commitments.gather(case)
    return [_row(case, g, ids, agreed) for g in groups]


def _id(group: Sequence[Told]) -> str:
    return make_id("meeting", min(t.id for t in group))


def _told(case: Casefile, article: Article) -> list[Told]:
    by_mark: dict[str, list[MeetingReading]] = defaultdict(list)
    for r in article.meetings:
        by_mark[r.group or r.id].append(r)
    story = case.story_of(article.id)
    days = {mark: _when(case, readings) for mark, readings in by_mark.items()}
    for mark, readings in by_mark.items():  # a news conference "after the talks" is of their day
        after = next((r.follows for r in readings if r.follows), None)
        if days[mark] is None and after and readings[0].form == "conference":
            days[mark] = days.get(after)
    targets = {r.follows for r in article.meetings if r.follows}
    out = []
    for mark, readings in by_mark.items():
        named = [r for r in readings if not r.anaphor] or readings
        people = {p.key: p for r in named for p in (case.actor(article.id, x) for x in r.participants)}
        persons = {s for p in people.values() if p.kind == "person" for s in p.states()}
        went_to = {r.place_key for r in readings if r.form == "visit" and r.place_key}
        kept = tuple(p for _, p in sorted(people.items()) if not (p.kind == "state" and (p.states() <= persons or (p.name or "").lower() in went_to)))
        out.append(
            Told(
                readings=tuple(readings), people=kept, when=days[mark], written=day_of(case, article.id), article=article.id,
                scope=story.id if story else article.id, origin=case.origin(article.id), mark=mark, target=mark in targets,
            )
        )  # fmt: skip
    return out


def _when(case: Casefile, readings: Sequence[MeetingReading]) -> Moment | None:
    """The most precise time that a mention carries."""
    found = [m for r in readings if r.when and (m := case.dating.moments.get(r.when)) is not None and m.first]
    return max(found, key=lambda m: (len(m.value.partition("T")[0]), m.value), default=None)


def _row(case: Casefile, group: list[Told], ids: Mapping[tuple[str, str], str], agreed: Sequence[Row]) -> Row:
    readings = [r for t in group for r in t.readings]
    people = {p.key: p for t in group for p in t.people}
    persons = {s for p in people.values() if p.kind == "person" for s in p.states()}
    participants = tuple(p for _, p in sorted(people.items()) if not (p.kind == "state" and p.states() <= persons))
    moment = _moment(group)
    order = in_order(case, {t.article for t in group})
    status = _status(group, order)
    form = min((t.form for t in group), key=lambda f: (-sum(t.form == f for t in group) if f not in OUTCOME_OF else -99, FORMS.index(f)))
    follows = next((i for t in group for r in t.readings if r.follows and (i := ids.get((t.article, r.follows))) and i != _id(group)), None)
    hosts = [case.actor(t.article, r.host) for t in group for r in t.readings if r.host is not None]
    of = next((r.of for r in readings if r.of is not None), None)
    places = Counter(r.place.text for r in readings if r.place is not None)
    story = case.story_of(order[0])
    agenda = dict.fromkeys(a.text for r in readings for a in r.agenda)
    slots: dict[str, Value] = {
        "participants": participants, "host": hosts[0] if len({h.key for h in hosts}) == 1 else None, "form": form,
        "place": min(places.items(), key=lambda x: (-x[1], x[0]))[0] if places else None,
        "from": (moment.value.partition("/")[0] if moment.first is None else _day(moment)) if moment else None,
        "to": moment.last if moment and moment.last and moment.last != moment.first and len(moment.value) > len("2026-01-13") else None,
        "when_as_written": moment.as_written if moment else None, "status": status, "of": of.text if of else None, "agenda": tuple(agenda),
        "outcomes": _outcomes(case, group, form, status, agreed), "follows": follows, "origins": tuple(sorted({t.origin for t in group})),
        "accounts": tuple(_account(case, t) for a in order for t in group if t.article == a),
        "basis": next((r.basis for r in readings if r.basis != "not said"), "not said"), "rule": min(readings, key=lambda r: (r.anaphor, r.id)).rule,
    }  # fmt: skip
    return Row(list="meetings", id=_id(group), story=story.id if story else None, evidence=tuple(sorted({r.passage for r in readings})), slots=slots)


def _day(moment: Moment) -> str:
    """As precise as the text: a day, a week, a month or a year; of a range its first day."""
    return moment.value.partition("T")[0].partition("/")[0]


def _moment(group: Sequence[Told]) -> Moment | None:
    """The day most accounts give; the more precise one where they tie."""
    found = Counter(t.when.value for t in group if t.when is not None)
    best = min(found, key=lambda v: (-len(v.partition("T")[0]), -found[v], v), default=None)
    return next((t.when for t in group if t.when is not None and t.when.value == best), None)


def _status(group: Sequence[Told], order: Sequence[str]) -> str:
    return max((told_as(t) for t in group), key=WEIGHT.index) if order else "held"


def told_as(t: Told) -> str:
    """How one article tells it: what its mentions with names say, the furthest of them."""
    named = [r.status for r in t.readings if not r.anaphor] or [r.status for r in t.readings]
    return max(named, key=WEIGHT.index)


def _account(case: Casefile, t: Told) -> Mapping[str, Value]:
    return {
        "status": told_as(t), "when": day_of(case, t.article), "origin": t.origin, "article": t.article,
        "evidence": tuple(sorted({r.passage for r in t.readings})), "basis": next((r.basis for r in t.readings if r.basis != "not said"), "not said"),
    }  # fmt: skip


def _outcomes(case: Casefile, group: Sequence[Told], form: str, status: str, agreed: Sequence[Row]) -> tuple[str, ...]:
    """Commitments of the same parties that the same articles report as agreed on that day; only of the main talks of a story."""
    if form not in OUTCOME_OF or status not in ("held", "under way"):
        return ()
    people: tuple[Actor, ...] = tuple(p for t in group for p in t.people)
    states, articles = who(people), {t.article for t in group}
    out = []
    for r in agreed:
        parties = r.get("parties")
        mine = who([p for p in parties if isinstance(p, Actor)]) if isinstance(parties, tuple) else set()
        if (
            len(mine) > 1
            and mine == states
            and r.get("status") in ("agreed", "signed")
            and {p.article for p in r.evidence} <= articles | set()
            and _now(case, group)
        ):
            out.append(r.id)
    return tuple(sorted(out))


def _now(case: Casefile, group: Sequence[Told]) -> bool:
    """The talks are those that the articles are about: of their day or undated, and not told as what went before."""
    return not any(t.target for t in group) and any(
        t.when is None or t.when.first is None or t.written is None or abs(days_apart(t.when.first, t.written)) <= 2 for t in group
    )


__all__ = ["gather"]
