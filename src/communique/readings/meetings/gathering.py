"""Mentions of meetings in, readings with a group each out: those with names by who, where and when, then those that point back."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...model.actor import Actor
from ...model.meetings import MeetingReading
from ...model.reading import Mention
from ...model.times import TimeReading
from ..frames.content import basis_of
from ..page import Page
from .mentions import SEVERAL, Told

TALKS = ("summit", "talks")
BEFORE = frozenset({"first", "previous", "earlier", "last", "initial"})
NEAR, LEAD, FAR = 3, 4, 9  # sentences
AHEAD = ("planned", "proposed")


@dataclass(slots=True)
class Group:
    """The mentions of one meeting in one article."""

    told: list[Told]
    people: dict[str, Actor] = field(default_factory=dict)
    before: Group | None = None

    @property
    def first(self) -> Told:
        return self.told[0]

    def add(self, t: Told) -> None:
        self.told.append(t)
        self.people |= {a.key: a for a in t.participants if a.key not in self.people}

    def states(self) -> set[str]:
        return {s for a in self.people.values() for s in a.states()}


def gather(page: Page, found: list[Told]) -> tuple[tuple[MeetingReading, ...], list[Mention]]:
    """All mentions as readings; those that point to nothing known are left as mentions."""
    groups: list[Group] = []
    home: dict[int, Group] = {}
    for t in found:
        if t.names:
            g = next((g for g in reversed(groups) if same(g, t)), None)
            if g is None:
                g = Group([])
                groups.append(g)
            g.add(t)
            home[id(t)] = g
    main = max(groups, key=lambda g: len(g.told), default=None)
    loose: list[Mention] = []
    for t in found:
        if t.names:
            continue
        g = pointed(page, groups, t, main)
        if g is None:
            loose.append(Mention(passage=page.passage(*t.span), reason="below the bar", note=f"meeting:{t.entry.id}"))
            continue
        g.add(t)
        home[id(t)] = g
    for t in found:
        later, earlier = home.get(id(t)), home.get(id(t.follows)) if t.follows is not None else None
        if later is not None and earlier is not None and later is not earlier and later.before is None and earlier.before is not later:
            later.before = earlier
    for t in found:
        if id(t) in home and not any(x.status for x in home[id(t)].told):
            loose.append(Mention(passage=page.passage(*t.span), reason="below the bar", note=f"meeting:{t.entry.id}"))
            del home[id(t)]  # whether it was held nobody says
    return tuple(reading(page, t, home[id(t)]) for t in found if id(t) in home), loose


def same(g: Group, t: Told) -> bool:
    """A mention with names tells of the group's meeting: the people agree, and neither place, day, form nor status speaks against it."""
    if g.first.named != t.named or not kin(g.first.form, t.form) or not people_agree(g, t):
        return False
    if t.again & {"first", "previous", "earlier", "last", "next", "another", "future", "separate"} and not any(x.again & t.again for x in g.told):
        return False
    if any(x.frame.lemma == t.frame.lemma and _many(x) != _many(t) for x in g.told):
        return False  # "private meetings" are not "the joint meeting"
    return all(times_agree(x.when, t.when) and status_agree(x, t) for x in g.told) and places_agree(g, t)


def _many(t: Told) -> bool:
    return t.frame.head.tag == "NNS" and t.frame.lemma not in SEVERAL


def kin(a: str, b: str) -> bool:
    return a == b or {a, b} <= set(TALKS)


def people_agree(g: Group, t: Told) -> bool:
    """One names no one that the other could not mean: the same person, or a person and the person's state."""
    mine, theirs = list(g.people.values()), list(t.participants)
    return covers(mine, theirs) or covers(theirs, mine)


def covers(wide: list[Actor], narrow: list[Actor]) -> bool:
    """Each of ``narrow`` is among ``wide``, or stands for the same state (a person for a state, not for another person)."""
    return all(any(a.key == b.key or _stands_for(a, b) for b in wide) for a in narrow)


def _stands_for(a: Actor, b: Actor) -> bool:
    """A state and who speaks for it; "the freed girls" speak for none, nor does a band of rebels."""
    kinds = {a.kind, b.kind}
    return bool(a.states()) and a.states() == b.states() and "state" in kinds and "unnamed" not in kinds and not {a.sector, b.sector} & {"REB", "SEP", "UAF"}


def times_agree(a: TimeReading | None, b: TimeReading | None) -> bool:
    """Not two different days."""
    if a is None or b is None or a.expression == b.expression:
        return True
    one, two = (x.expression.partition(" @")[0] for x in (a, b))
    if one == two:
        return True
    verbs = {one.split(" ")[0], two.split(" ")[0]}
    return "shift" in verbs and verbs & {"weekday", "date", "="} != set() and "M" not in one + two and "Y" not in one + two and not _span_far(one, two)


def _span_far(one: str, two: str) -> bool:
    return any(" W" in x or " H" in x for x in (one, two))


def status_agree(a: Told, b: Told) -> bool:
    """What was held is not what is still to come, unless both name one day."""
    if not a.status or not b.status or (a.status in AHEAD) == (b.status in AHEAD):
        return True
    return a.when is not None and b.when is not None and times_agree(a.when, b.when)


def places_agree(g: Group, t: Told) -> bool:
    mine = {_key(x) for x in g.told if x.place}
    return not mine or t.place is None or _key(t) in mine or any(m in _key(t) or _key(t) in m for m in mine) or t.form in TALKS


def _key(t: Told) -> str:
    text = t.frame.sent
    return "".join(x.text.lower() + " " for x in text.tokens if t.place and t.place[0] <= text.start + x.start < t.place[1]).strip()


def pointed(page: Page, groups: list[Group], t: Told, main: Group | None) -> Group | None:
    """The meeting that "the summit" means: a compatible one told shortly before, else the article's main one; a new one where
    it says "their first meeting"."""
    here = t.frame.sent.index
    sent = t.frame.sent
    owned = any(k.low not in ("their", "its") for k in sent.parse.children(t.frame.head.i, "poss") if k.pos == "PRON")
    if (owned and not t.participants) or (t.when is None and page.quotation_at(t.span[0]) is not None):
        return None  # whose it is, or which one the quoted voice means, is not known
    if t.again & BEFORE and main is not None and (t.participants or t.when is not None) and kin(main.first.form, t.form):
        known = next((g for g in groups if g is not main and _the_earlier(g, t)), None)
        if known is None:
            known = Group([], dict(main.people))
            groups.append(known)
            main.before = main.before or known
        return known
    fit = [g for g in groups if _may_mean(g, t)]
    fit = [g for g in fit if _near(g, here) or (g is main and _leading(g, here))]
    return max(fit, key=lambda g: _likely(g, t, here, main), default=None)


def _the_earlier(g: Group, t: Told) -> bool:
    """The group is the earlier meeting that "their first talks in May" means."""
    if not all(times_agree(x.when, t.when) for x in g.told) or not kin(g.first.form, t.form) or not covers(list(g.people.values()), list(t.participants)):
        return False
    return any(x.again & t.again or (x.when and t.when) for x in g.told)


def _near(g: Group, here: int) -> bool:
    """It was told of a few sentences ago, or is in the next one."""
    return any(-1 <= here - x.frame.sent.index <= NEAR for x in g.told)


def _leading(g: Group, here: int) -> bool:
    """The article is about it: told in its first sentences or several times by name, and by name not too long ago."""
    named = [x.frame.sent.index for x in g.told if x.names]
    return here < LEAD or ((g.first.frame.sent.index < LEAD or len(named) > 1) and min(abs(here - n) for n in named or [0]) <= FAR)


def _likely(g: Group, t: Told, here: int, main: Group | None) -> tuple[bool, bool, bool, bool, int]:
    """How well a group fits what points back: its form, told already, with both sides known, the article's main one, near."""
    gaps = [here - x.frame.sent.index for x in g.told if x.frame.sent.index <= here]
    return kin(g.first.form, t.form), bool(gaps), len(g.people) > 1, g is main, -min(gaps, default=99)


def _may_mean(g: Group, t: Told) -> bool:
    alike = kin(g.first.form, t.form) or (t.form in TALKS and g.first.form in ("visit", "talks", "summit"))
    told = all(times_agree(x.when, t.when) and status_agree(x, t) for x in g.told)
    return alike and not g.first.named and told and (not t.participants or people_agree(g, t))


def reading(page: Page, t: Told, g: Group) -> MeetingReading:
    who = t.participants if t.names else tuple(g.people.values())
    place = page.passage(*t.place) if t.place else None
    group = _mark(page, g)
    status = t.status or next((x.status for x in g.told if x.status), "held")
    return MeetingReading(
        passage=page.passage(*t.span), rule=f"meeting:{t.entry.id}", participants=who, host=t.host, form=t.form, place=place,
        place_key=place.text.lower() if place else None, when=t.when.id if t.when else None, status=status,
        of=page.passage(*t.of) if t.of else None, agenda=tuple(page.passage(*a) for a in t.agenda), group=group,
        follows=_mark(page, g.before) if g.before is not None else None, anaphor=not t.names,
        sentence=page.passage(t.frame.sent.start, t.frame.sent.end), basis=basis_of(page, t.frame.sent),
    )  # fmt: skip


def _mark(page: Page, g: Group) -> str:
    """The same for all mentions of a group: the place of its first."""
    return f"{page.document.id}:{min(t.span[0] for t in g.told)}"


__all__ = ["gather"]
