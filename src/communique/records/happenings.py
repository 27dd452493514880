"""Articles of one account in, what is known of the happening out: its days, and whether the text looks ahead to it.

Two summits of the same two people are alike in every word; only days and places tell them apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta

from ..model.article import Article
from ..model.casefile import Casefile

LEAD = 3  # sentences that tell what the news is
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
GATHERING = re.compile(
    r"\b(?:summit|talks|meeting|meets?|met|visit(?:s|ed)?|visiting|hosts?|hosted|trip|conference|phone call|telephone|agree[sd]?|agreement|sign(?:s|ed)?|"
    r"ceasefire|truce|accord|treaty|negotiat\w+|delegations?)\b",
    re.IGNORECASE,
)
LOOKS_AHEAD = re.compile(
    r"\b(?:will|to (?:meet|visit|hold|host|attend|travel|sign|discuss)|plans?|due|set|scheduled|expected|ahead of|upcoming|next (?:week|month))\b",
    re.IGNORECASE,
)
HAPPENED = re.compile(
    r"\b(?:agreed|met|held|signed|hosted|welcomed|reached|announced|concluded|ended|began|opened|said after|wrapped up|shook hands|received)\b", re.IGNORECASE
)
WEEKDAY = re.compile(r"weekday (\d)(?: .*)?@past$")


@dataclass(frozen=True, slots=True)
class Happening:
    """``main``: the days the account is news of. ``told``: every day its text names. ``weekdays``: of its news (0 Monday), dated or not.

    ``gathering``: people meet or agree in its lead. ``preview``: it looks ahead. ``written``: the latest of its articles' days.
    """

    main: frozenset[Day]
    told: frozenset[Day]
    weekdays: frozenset[int]
    gathering: bool
    preview: bool
    written: Day | None

    @property
    def days(self) -> frozenset[Day]:
        """The days of the news, or where the text names none, the day of writing."""
        return self.main or frozenset({self.written} if self.written else ())


def happening(case: Casefile, members: Sequence[str]) -> Happening:
    articles = [case.articles[i] for i in members]
    main: set[Day] = set()
    told: set[Day] = set()
    weekdays: set[int] = set()
    for a in articles:
        own, written = _days(case, a), _written(case, a)
        told |= {d for _, d in own} | ({written} if written else set())
        main |= _news({d for at, d in own if at < LEAD}, written)
        weekdays |= _weekdays(a)
    votes = Counter(_preview(case, a) for a in articles)
    return Happening(
        main=frozenset(main), told=frozenset(told), weekdays=frozenset({d.weekday() for d in main} or weekdays),
        gathering=any(GATHERING.search(_lead(a)) for a in articles), preview=votes[True] > votes[False],
        written=max((d for d in (_written(case, a) for a in articles) if d), default=None),
    )  # fmt: skip


def _news(lead: set[Day], written: Day | None) -> set[Day]:
    """The days that are news: today or yesterday where the lead names them, else the latest it names, of the week before."""
    if written is None:
        return {max(lead)} if lead else set()
    fresh = {d for d in lead if abs((d - written).days) <= 1}
    recent = [d for d in lead if timedelta(0) <= written - d <= timedelta(7)]
    return fresh or ({max(recent)} if recent else {written})


def _weekdays(a: Article) -> set[int]:
    """Weekdays that the lead tells as past, for articles that cannot be dated."""
    rows = a.layout.sentences[:LEAD]
    found = (WEEKDAY.match(t.expression) for t in a.times if rows and t.passage.start < rows[-1].end)
    return {int(m.group(1)) - 1 for m in found if m}


def apart(a: Happening, b: Happening) -> bool:
    """Whether the two tell of two meetings.

    One was written two days or more before the other's news; or neither names a day of the other's, nor the day beside it; or, where one
    cannot be dated, their leads name different weekdays.
    """
    if not (a.gathering and b.gathering):
        return False
    if a.main and b.main:
        early = _before(a, b) or _before(b, a)
        return early or (not _near(a.main, b.told) and not _near(b.main, a.told))
    if a.weekdays and b.weekdays:
        return not any((x - y) % 7 in (0, 1, 6) for x in a.weekdays for y in b.weekdays)
    return False


def _before(a: Happening, b: Happening) -> bool:
    return a.written is not None and not a.preview and min(b.main) - a.written >= timedelta(2)


def days_between(a: Happening, b: Happening) -> int | None:
    """Days from one's news to the other's; None where either is not dated."""
    if not a.days or not b.days:
        return None
    return min(abs((x - y).days) for x in a.days for y in b.days)


def _near(some: frozenset[Day], others: frozenset[Day]) -> bool:
    return any(abs((x - y).days) <= 1 for x in some for y in others)


def _written(case: Casefile, a: Article) -> Day | None:
    written = case.dating.written.get(a.id)
    value = (written.day if written else None) or (a.document.published.value[:10] if a.document.published else None)
    return Day.fromisoformat(value) if value and ISO_DAY.match(value) else None


def _days(case: Casefile, a: Article) -> list[tuple[int, Day]]:
    """Each day the text names, with the number of its sentence."""
    out: list[tuple[int, Day]] = []
    for t in a.times:
        moment = case.dating.moments.get(t.id)
        first, last = (moment.first, moment.last) if moment else (t.first, t.last)
        if first and last and ISO_DAY.match(first) and ISO_DAY.match(last):
            try:
                start, end = Day.fromisoformat(first), Day.fromisoformat(last)
            except ValueError:
                continue
            if (end - start).days <= 2:
                at = sum(1 for s in a.layout.sentences if s.end <= t.passage.start)
                out.extend((at, start + timedelta(n)) for n in range((end - start).days + 1))
    return out


def _lead(a: Article, sentences: int = LEAD) -> str:
    rows = a.layout.sentences[:sentences]
    return a.document.text[rows[0].start : rows[-1].end] if rows else (a.document.title or "")


def _preview(case: Casefile, a: Article) -> bool:
    """Whether the first sentence is of what is still two days off or more: "will meet in Tokyo next week"."""
    first = _lead(a, 1)
    if not LOOKS_AHEAD.search(first) or HAPPENED.search(first):
        return False
    rows = a.layout.sentences[:1]
    written = _written(case, a)
    for t in a.times:
        if not rows or t.passage.start >= rows[0].end or not t.expression.endswith("@future"):
            continue
        moment = case.dating.moments.get(t.id)
        if moment and moment.first and written and ISO_DAY.match(moment.first):
            return (Day.fromisoformat(moment.first) - written).days >= 2
        return t.expression.startswith(("shift 1 ", "date ", "dates "))
    return False
