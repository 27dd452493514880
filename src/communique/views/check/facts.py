"""Names, dates and figures of a draft in, (passage, how, why, row of the record) out for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from ...model.actor import Actor
from ...model.article import Article
from ...model.figures import FigureReading
from ...model.passage import Passage
from ...model.record import Record, Row
from ..shelf import many, text_of
from .words import run, stem, words

Checked = tuple[Passage, str, str, Row | None]
ALIKE = 0.8  # of a name's letters: a slip of the pen, not another person
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
BEHIND, AFTER = 2, 60  # words after a figure that name what it counts, and the characters they are looked for in
CLOSE = 0.75  # of the best sentence's share: as good a match
ABOUT = 0.34  # of the words around a date or figure stand in the record's sentence
LOOSE = frozenset({"dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions"})  # amounts that are no number


def names(record: Record, article: Article) -> Iterator[Checked]:
    """Persons with a full name."""
    known = {tuple(sorted(run(a.name))): (a.name, row) for row in record.rows for a in _actors(row) if a.kind == "person" and a.name}
    for person in article.people:
        full = person.actor.name
        if person.actor.kind != "person" or not full or len(run(full)) < 2 or not person.mentions:
            continue
        key = tuple(sorted(run(full)))
        near = max(known, key=lambda k: SequenceMatcher(None, " ".join(k), " ".join(key)).ratio(), default=None)
        if key in known or any(set(key) <= set(k) or (len(k) > 1 and set(k) <= set(key)) for k in known):
            yield person.mentions[0], "found", "", known.get(key, (None, None))[1]
        elif near and SequenceMatcher(None, " ".join(near), " ".join(key)).ratio() >= ALIKE:
            yield person.mentions[0], "altered", f"the record has {known[near][0]}", known[near][1]
        else:
            yield person.mentions[0], "not found", "no article names this person in a row", None


def figures(record: Record, article: Article) -> Iterator[Checked]:
    """Figures that count something; compared with the record's figures on the same thing."""
    rows = [r for r in record.of("figures") if text_of(r.get("kind")) in ("", "count", "money", "percent", "measure")]
    for f in article.figures:
        if f.sort not in ("count", "money", "percent", "measure") or _quoted(article, f.passage):
            continue
        about = [r for r in rows if _same_thing(f, r)]
        same = next((r for r in about if _of(f) <= _values(r)), None)
        if same or _written_so(record, f.passage):
            yield f.passage, "found", "", same
        elif about:
            theirs = sorted({_amount(r) for r in about})
            yield f.passage, "other value", f"the record has {' or '.join(theirs[:4])}", about[0]
        else:
            yield f.passage, "not found", "no figure on this in the record", None


def _written_so(record: Record, p: Passage) -> bool:
    """Whether the figure with the words behind it stands so in an article, though no row was made of it."""
    tail = p.document.text[p.end : p.end + AFTER].split()[:BEHIND]
    own = run(p.text)
    said = " ".join(own if len(own) > BEHIND else (*own, *run(" ".join(tail))))
    return said.count(" ") >= BEHIND and any(f" {said} " in _plain(layout.document.text) for layout in record.layouts.values())


@lru_cache(maxsize=64)
def _plain(text: str) -> str:
    return f" {' '.join(run(text))} "


def dates(record: Record, article: Article) -> Iterator[Checked]:
    """Days of a month; compared with the days in the record's sentences on the same matter, by year only where both give one."""
    rows = [(r, day) for r in record.of("times") if (day := _day(text_of(r.get("value"))))]
    for t in article.times:
        mine = _day(t.value or "") or _written(t.passage.text)
        if t.sort != "date" or mine is None or _quoted(article, t.passage):
            continue
        around = words(_sentence(article, t.passage).text).stems - words(t.passage.text).stems
        near = sorted(((share, r.id, r, day) for r, day in rows if (share := _share(around, record, r)) >= ABOUT), key=lambda x: (-x[0], x[1]))
        best = [x for x in near if x[0] >= near[0][0] * CLOSE]
        same = next((r for r, day in rows if _agree(mine, day)), None)
        if any(_agree(mine, day) for *_, day in best) or (same and not best):
            yield t.passage, "found", "", same
        elif best:
            yield t.passage, "other value", f"the record has {'-'.join(filter(None, best[0][3]))} there", best[0][2]
        else:
            yield t.passage, "not found", "no date of the record is this one", None


Day = tuple[str, str, str]  # year ('' where not given), month, day


def _day(value: str) -> Day | None:
    m = re.match(r"(\d{4})-(\d{2})-(\d{2})", value)
    return (m[1], m[2], m[3]) if m else None


def _written(text: str) -> Day | None:
    """A month and a day as a draft writes them; the year is not guessed."""
    m = re.search(rf"\b({'|'.join(MONTHS)})[a-z]*\.? (\d{{1,2}})\b|\b(\d{{1,2}}) ({'|'.join(MONTHS)})[a-z]*\b", text, re.I)
    if m is None:
        return None
    month, day = (m[1], m[2]) if m[1] else (m[4], m[3])
    return ("", f"{MONTHS.index(month[:3].lower()) + 1:02d}", f"{int(day):02d}")


def _agree(a: Day, b: Day) -> bool:
    return a[1:] == b[1:] and (not a[0] or not b[0] or a[0] == b[0])


def _actors(row: Row) -> Iterator[Actor]:
    for value in row.slots.values():
        for a in many(value):
            if isinstance(a, Actor):
                yield a
                yield from a.members


def _same_thing(f: FigureReading, row: Row) -> bool:
    mine, theirs = words(f"{f.counts} {f.unit or ''}").stems, words(f"{text_of(row.get('counts'))} {text_of(row.get('unit'))}").stems
    if not mine & theirs or len(mine & theirs) < 0.5 * min(len(mine), len(theirs)):
        return False
    heads = stem(f.unit or ""), stem(text_of(row.get("unit")))  # "business lobbies" are no "business deals"
    return f.sort != "count" or not all(heads) or heads[0] in theirs or heads[1] in mine


def _values(row: Row) -> set[tuple[float, bool]]:
    """Its amounts, and whether it is written as no number at all: "millions" are not 1,000,000."""
    loose = _loose(text_of(row.get("as_written")))
    return {(float(v), loose) for k in ("value", "min", "max") if isinstance(v := row.get(k), int | float)}


def _of(f: FigureReading) -> set[tuple[float, bool]]:
    return {(v, _loose(f.passage.text)) for v in (f.value, f.least, f.most) if v is not None}


def _loose(written: str) -> bool:
    return bool(LOOSE & set(written.lower().split()))


def _amount(row: Row) -> str:
    written = text_of(row.get("as_written"))
    return written if _loose(written) else text_of(row.get("value")) or text_of(row.get("min")) or text_of(row.get("max"))


def _quoted(article: Article, p: Passage) -> bool:
    """Inside a quotation the quotation is what is checked."""
    return any(q.start <= p.start < q.end for q in article.layout.quotations)


def _sentence(article: Article, p: Passage) -> Passage:
    s = next((s for s in article.layout.sentences if s.start <= p.start < s.end), None)
    return Passage(p.document, s.start, s.end) if s else p


def _share(around: frozenset[str], record: Record, row: Row) -> float:
    theirs = words(record.sentences(min(row.evidence)).text).stems
    return len(around & theirs) / len(around) if around else 0.0
