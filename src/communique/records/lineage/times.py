"""A text in, when it says it was published out, corrected where its own words show a later day: ``claim(text)``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from ...model.passage import Passage
from .words import Text

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = re.compile(rf"\b({'|'.join(d.capitalize() for d in DAYS)})\b")
OPENING = 6  # sentences in which a weekday is that of the news
NOT_YET = re.compile(r"\b(?:will|to|next|until|by|before|for|may|would|last|since)\W+(?:\w+\W+){0,3}$")
COMING = re.compile(r"[’']?s? (?:will|is|are)\b")
PAST = re.compile(r"\b(?:said|told|met|held|began|was|were|\w{3,}ed)\b")


@dataclass(frozen=True, slots=True)
class Claim:
    """``value`` as declared; ``day`` as it must have been; ``shown``: the word that contradicts the declared day."""

    value: str
    day: str
    shown: Passage | None = None


def claim(text: Text) -> Claim | None:
    """When a text says it was last changed or published; None where it does not say."""
    doc = text.layout.document
    marks = {m.kind: m.value for m in reversed(text.layout.marks)}
    stamps = [doc.modified.value if doc.modified else None, marks.get("modified"), doc.published.value if doc.published else None]
    value = next((v for v in [*stamps, marks.get("published"), marks.get("header date")] if v and re.match(r"\d{4}-\d{2}-\d{2}", v)), None)
    if value is None:
        return None
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return None
    found = _later(text, day)
    return Claim(value, (day + timedelta(found[0])).isoformat(), found[1]) if found else Claim(value, day.isoformat())


def moment(text: Text) -> str:
    """When a text says it was published, to be sorted by: the day, and the time of day where one is declared and not contradicted; else last."""
    found = claim(text)
    if found is None:
        return "9999"
    try:
        at = datetime.fromisoformat(found.value)
    except ValueError:
        return found.day
    if found.shown or len(found.value) <= len("2026-01-01"):
        return f"{found.day} 99"
    return (at.astimezone(UTC) if at.tzinfo else at).strftime("%Y-%m-%d %H:%M:%S")


def earlier(a: Claim | None, b: Claim | None) -> int:
    """-1 where a is the earlier, 1 where b is, 0 where nothing tells."""
    if a is None or b is None:
        return 0
    left, right = (a.day, b.day) if a.shown or b.shown else _comparable(a.value, b.value)
    return (left > right) - (left < right)


def _comparable(a: str, b: str) -> tuple[str, str]:
    """Both in UTC where both have a zone, else cut to the precision they share; a day alone says nothing against an hour of that day."""
    try:
        x, y = datetime.fromisoformat(a), datetime.fromisoformat(b)
    except ValueError:
        return a[:10], b[:10]
    if x.tzinfo and y.tzinfo:
        return str(x.timestamp()).zfill(20), str(y.timestamp()).zfill(20)
    n = min(len(a), len(b), 16) if len(a) > 10 and len(b) > 10 and not x.tzinfo and not y.tzinfo else 10
    return a[:n], b[:n]


def _later(text: Text, day: date) -> tuple[int, Passage] | None:
    """Days to add, and the word: a weekday told as past, which on the declared day lay ahead.

    News tells of the latest days: a past "Tuesday" under a Monday's date is tomorrow's Tuesday, not one of six days ago.
    """
    doc = text.layout.document
    for s in text.layout.sentences[:OPENING]:
        for m in WEEKDAY.finditer(doc.text, s.start, s.end):
            ahead = (DAYS.index(m.group().lower()) - day.weekday()) % 7
            if ahead == 1 and _past(doc.text, s.start, m.start(), m.end(), s.end):
                return ahead, Passage(doc, m.start(), m.end())
    return None


def _past(text: str, start: int, at: int, after: int, end: int) -> bool:
    """Whether the sentence reports something said or done on that day."""
    if NOT_YET.search(text[max(start, at - 60) : at]) or COMING.match(text[after : min(end, after + 30)]):
        return False
    return bool(PAST.search(text[max(start, at - 120) : at]))
