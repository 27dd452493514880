"""Articles and their lineage in, the day each was written and every time bound to the calendar out: ``date(casefile) -> Dating``.

A header's day is only a claim. Where the text itself tells of "Tuesday" as done and the header is Monday's, the text wins: news
says "Tuesday" of today or yesterday, hardly ever of six days ago. How often it does so, the table below says; the days are weighed by it.
An article without a date takes its day from the other versions of its account, or from accounts of the same happening.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta

from ..language import dates
from ..model.article import Article
from ..model.casefile import Casefile, Dating, Written
from ..model.passage import Passage
from ..model.times import Moment, TimeReading
from . import vectors
from .accounts import of_account, of_article

# How often a bare weekday lies so many days from the day of writing: counted on two annotated news collections, smoothed.
PAST = {0: 0.44, -1: 0.24, -2: 0.11, -3: 0.11, -4: 0.05, -5: 0.03, -6: 0.012}
COMING = {0: 0.15, 1: 0.42, 2: 0.16, 3: 0.11, 4: 0.08, 5: 0.05, 6: 0.03}
AGAIN = 0.5  # what a second mention of the same weekday adds to the first
HEADER_WRONG = math.log(0.02)  # a header's day is a day early in about one article of fifty (time zones, first versions)
OTHER_VERSION = 2.0  # what another version of that day adds
AHEAD = 1  # days that a text may be younger than its header
DATELINE = 3  # days between a dateline and its header
LEAD = 3  # sentences in which a full date names the day
ALIKE = 0.35  # likeness of two accounts of one happening
TERMS, SHARED = 12, 3
MARGIN = 1.0  # how much better than the next a day must fit
NEAR = 400  # characters
WEEKDAY = re.compile(r"weekday (\d)(?: T\S+)?(?: @(\w+))?$")
ISO = re.compile(r"\d{4}-\d\d-\d\d")
NAMES = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A weekday that an article names without more; ``coming`` where its verb looks ahead."""

    number: int
    coming: bool
    passage: Passage


def date(casefile: Casefile) -> Dating:
    """Days of writing first, for each origin together; then each time, in the order of its article."""
    written = settled(casefile)
    undated = [i for i, w in written.items() if w.day is None]
    if undated:
        borrow(casefile, written, undated)
    return bind(casefile, written)


def settled(casefile: Casefile) -> dict[str, Written]:
    """The day of each article as it and the other versions of its account show it."""
    written = {i: own(a) for i, a in casefile.articles.items()}
    for origin in casefile.lineage.origins:
        settle(casefile, written, origin.articles)
    return written


def bind(casefile: Casefile, written: Mapping[str, Written]) -> Dating:
    """The days of writing, and every time that they bind."""
    moments: dict[str, Moment] = {}
    for i, article in casefile.articles.items():
        moments.update(bound(article.times, day_of(written[i].day)))
    return Dating(written=written, moments=moments)


# -- the day of writing


def own(article: Article) -> Written:
    """The day that the article shows by itself."""
    header, why, passages = header_day(article)
    if (line := dateline_day(article, header)) is not None:
        return line
    if header is None:
        return lead_day(article)
    moved = weigh(article, header, [header + timedelta(n) for n in range(AHEAD + 1)])
    if moved is not None and moved[0] != header:
        day, shown = moved
        told = f"tells of {NAMES[day.isoweekday()]} as done; {why} says {header.isoformat()}"
        return Written(day=day.isoformat(), why=told, passages=shown, contradicts=header.isoformat())
    return Written(day=header.isoformat(), why=why, passages=passages)


def dateline_day(article: Article, header: Day | None) -> Written | None:
    """The day of the dateline, where the header does not lie far from it: a text is published some hours after it is written."""
    for t in article.times:
        span = dates.bind(t.expression, header) if t.rule == "time:dateline" else None
        if span is not None and span.first is not None and (header is None or abs((span.first - header).days) <= DATELINE):
            late = header is not None and span.first > header
            return Written(day=span.first.isoformat(), why="its dateline", passages=(t.passage,), contradicts=header.isoformat() if header and late else None)
    return None


def header_day(article: Article) -> tuple[Day | None, str, tuple[Passage, ...]]:
    """What the input or the top of the page declares; the time of a change only where nothing tells the first."""
    marks = article.layout.marks
    for kind in ("published", "header date"):
        for m in marks:
            if m.kind == kind and (d := day_of(m.value)):
                return d, f"its {kind if kind == 'header date' else 'line of publication'}", (m.passage,)
    document = article.document
    for stamp, name in ((document.published, "published"), (document.modified, "modified")):
        if stamp is not None and (d := day_of(stamp.value)):
            return d, f"{name}: {stamp.came_from}", ()
    for m in marks:
        if m.kind == "modified" and (d := day_of(m.value)):
            return d, "its line of change", (m.passage,)
    return None, "", ()


def day_of(value: str | None) -> Day | None:
    """The day of an ISO date or time; None for anything else, and for what is less precise."""
    m = ISO.match(value or "")
    try:
        return Day.fromisoformat(m.group()) if m else None
    except ValueError:
        return None


def lead_day(article: Article) -> Written:
    """A full date in the first sentences, told as done, is the day (or the eve) of writing; else nothing is said."""
    opening = article.layout.sentences[:LEAD]
    end = opening[-1].end if opening else 0
    full = [t for t in article.times if t.passage.start < end and t.sort in ("date", "time") and ISO.match(t.value or "") and "/" not in (t.value or "")]
    days = {t.value[:10] for t in full if t.value}
    if len(days) != 1:
        return Written(day=None, why="nothing shows it")
    return Written(day=days.pop(), why="the opening names the day", passages=(full[0].passage,))


def weekdays(article: Article) -> list[Mentioned]:
    """The bare weekdays of an article, with whether they lie ahead."""
    out = []
    for t in article.times:
        if m := WEEKDAY.match(t.expression):
            out.append(Mentioned(int(m[1]), m[2] == "future", t.passage))
    return out


def likelihood(mentions: Iterable[Mentioned], day: Day) -> float:
    """How well the weekdays that a text names fit a day of writing."""
    seen: Counter[tuple[int, bool]] = Counter((m.number, m.coming) for m in mentions)
    total = 0.0
    for (number, coming), n in seen.items():
        offset = (number - day.isoweekday()) % 7
        chance = COMING[offset] if coming else PAST[offset - 7 if offset else 0]
        total += math.log(chance) * (1 + AGAIN * min(n - 1, 1))
    return total


def weigh(article: Article, header: Day, days: list[Day]) -> tuple[Day, tuple[Passage, ...]] | None:
    """The day among ``days`` that the named weekdays fit best, the header's having the better start; with the words that tell."""
    mentions = weekdays(article)
    if not any(not m.coming for m in mentions):
        return None
    best = max(days, key=lambda d: (likelihood(mentions, d) + (0.0 if d == header else HEADER_WRONG), d == header))
    shown = tuple(m.passage for m in mentions if not m.coming and m.number == best.isoweekday())
    return (best, shown) if shown or best == header else None


def settle(casefile: Casefile, written: dict[str, Written], articles: tuple[str, ...]) -> None:
    """Versions of one account lend each other their days: to those without, and to those whose header is in doubt."""
    if len(articles) == 1:
        return
    known = {i: d for i in articles if (d := day_of(written[i].day))}
    for i in articles:
        others = {d for j, d in known.items() if j != i}
        if not others:
            continue
        mentions = weekdays(casefile.articles[i])
        mine = known.get(i)
        if mine is None:
            day = max(sorted(others), key=lambda d: likelihood(mentions, d) + 0.001 * (d - Day.min).days / 1e6)
            source = next(j for j in sorted(known) if known[j] == day)
            shown = tuple(m.passage for m in mentions if m.number == day.isoweekday() and not m.coming)[:1]
            written[i] = Written(day=day.isoformat(), why=f"another version of the same account ({source}) was written then", passages=shown)
        elif written[i].contradicts is None and mine + timedelta(1) in others and any(not m.coming for m in mentions):
            later = mine + timedelta(1)
            gain = likelihood(mentions, later) - likelihood(mentions, mine) + HEADER_WRONG + OTHER_VERSION
            shown = tuple(m.passage for m in mentions if m.number == later.isoweekday() and not m.coming)
            if gain > 0 and shown:
                why = f"tells of {NAMES[later.isoweekday()]} as done, as another version of that day does; {written[i].why} says {mine.isoformat()}"
                written[i] = Written(day=later.isoformat(), why=why, passages=shown, contradicts=mine.isoformat())


def borrow(casefile: Casefile, written: dict[str, Written], undated: list[str]) -> None:
    """An undated account of a happening that dated accounts tell: their day, where its own weekdays fit it."""
    units = [o.articles for o in casefile.lineage.origins]
    likeness = {members[0]: of_account(of_article(casefile.articles[i]) for i in members) for members in units}
    index: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for members in units:
        if written[members[0]].day is not None:
            for term in vectors.strongest(likeness[members[0]], TERMS):
                index[term].append(members)
    for members in units:
        own = likeness[members[0]]
        if any(i in undated and looks_back(casefile.articles[i]) for i in members):
            shared = Counter(m for term in vectors.strongest(own, TERMS) for m in index.get(term, ()))
            near = sorted(j for m, n in shared.items() if n >= SHARED and vectors.cosine(own, likeness[m[0]]) >= ALIKE for j in m)
            for i in members:
                lent = lend(casefile.articles[i], {j: d for j in near if (d := day_of(written[j].day))})
                written[i] = lent or written[i]


def looks_back(article: Article) -> list[Mentioned]:
    """The weekdays that it tells as past."""
    return [m for m in weekdays(article) if not m.coming]


def lend(article: Article, near: Mapping[str, Day]) -> Written | None:
    """The day among those of near articles that an undated article's weekdays fit, where one fits better than the others."""
    mentions = looks_back(article)
    fits = {d: likelihood(weekdays(article), d) for d in near.values()}
    best = sorted(fits.items(), key=lambda x: (-x[1], x[0]))
    if not mentions or not best or (len(best) > 1 and best[0][1] - best[1][1] < MARGIN):
        return None
    day = best[0][0]
    if not any((m.number - day.isoweekday()) % 7 in (0, 6, 5) for m in mentions):
        return None
    source = min(j for j, d in near.items() if d == day)
    return Written(day=day.isoformat(), why=f"a dated account of the same happening ({source})", passages=(mentions[0].passage,))


# -- the times


def bound(times: Iterable[TimeReading], day: Day | None) -> dict[str, Moment]:
    """Each time of one article that can be told, in text order: "two years later" counts from the time named before it."""
    out: dict[str, Moment] = {}
    reference: Day | None = None
    named: tuple[int, Day] | None = None  # where a day was last named: a clock time near it is of that day
    for t in times:
        at = t.passage.start
        clock = t.expression.startswith("clock")
        near = named[1] if named and at - named[0] <= NEAR and not (day and named[1] > day and not t.expression.endswith("@future")) else None
        span = dates.bind(t.expression, day, reference=near if clock else reference or day)
        if span is None:
            continue
        first, last = (d.isoformat() if d else None for d in (span.first, span.last))
        out[t.id] = Moment(value=span.value, first=first, last=last, as_written=t.passage.text)
        if span.first is not None and t.sort in ("date", "time"):
            reference = span.first
            if span.first == span.last and not clock:
                named = (at, span.first)
    return out
