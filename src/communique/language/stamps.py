"""A written date with or without a time in, ISO 8601 as precise as the words out: ``read_stamp("13 Jan. 2026, 19:09") -> "2026-01-13T19:09"``.

Only complete calendar dates are read (day, month, year): a weekday or "yesterday" is the business of ``dates``.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

MONTHS = {
    name: n
    for n, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
CLOCK = r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d{1,9})?)?\s*(?P<half>[ap]\.?m\.?)?"
ZONE = r"(?P<zone>Z\b|(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d\d)?)?(?!\w)|[+-]\d{2}:?\d{2}\b|(?:E[SD]T|KST|JST|IST|CET|BST|ET|PT)\b)?"
DAY_FIRST = rf"(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?\s+(?P<m1>{MONTH}),?\s+(?P<y1>(?:19|20)\d\d)"
MONTH_FIRST = rf"(?P<m2>{MONTH})\s+(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)"
ISO = r"(?P<y3>(?:19|20)\d\d)[-/](?P<m3>[01]\d)[-/](?P<d3>[0-3]\d)"
DATE = rf"(?:{WEEKDAY},?\s+)?(?:{DAY_FIRST}|{MONTH_FIRST}|{ISO})"
STAMP = re.compile(rf"(?:{CLOCK}\s*(?:UTC|GMT|[ECP][SD]?T|[KJI]ST|CES?T|BST|SGT|HKT)?\s*,?\s*(?:on\s+)?(?={WEEKDAY}|\d|[A-Z]))?{DATE}", re.IGNORECASE)
AFTER = re.compile(rf"(?:T|,|\s|\||at|-|–|/)*{CLOCK}\s*{ZONE}", re.IGNORECASE)
OFFSET = re.compile(r"(?<=:\d\d)(?:\.\d+)?[+-](\d\d):?(\d\d)$")
WIDEST = 14  # hours between a clock and UTC
OFFSETS = {"z": "Z", "utc": "Z", "gmt": "Z", "kst": "+09:00", "jst": "+09:00"}


def match_stamp(text: str, start: int, *, end: int | None = None) -> tuple[str, int] | None:
    """The written date that begins at ``start``: its ISO value and where it ends; None where there is none."""
    limit = len(text) if end is None else end
    found = STAMP.match(text, start, limit)
    if not found:
        return None
    day = _day(found)
    if day is None:
        return None
    if found["hour"]:
        return day + _clock(found), found.end()
    after = AFTER.match(text, found.end(), min(limit, found.end() + 40))
    if after:
        return day + _clock(after) + _zone(after["zone"]), found.end() + len(text[found.end() : after.end()].rstrip())
    return day, found.end()


def find_stamp(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The first written date between the offsets: its ISO value and span."""
    for found in STAMP.finditer(text, start, end):
        read = match_stamp(text, found.start(), end=end)
        if read:
            return read[0], found.start(), read[1]
    return None


def read_stamp(words: str) -> str | None:
    """ISO value of a whole field ("2026-01-13T10:09:00+09:00", "Tue, 13 Jan 2026 10:09:00 GMT", "Aug 25, 2025"); None where it is no date."""
    words = words.strip()
    if len(words) > 60 or not words:
        return None
    try:
        if re.match(r"\d{4}-\d{2}-\d{2}", words):
            datetime.fromisoformat(words)
            return _possible("T".join(filter(None, (words[:10], words[11:].replace(" ", "")))))
    except ValueError:
        pass
    if re.match(r"[A-Z][a-z]{2}, \d", words):
        try:
            return parsedate_to_datetime(words).isoformat()
        except (ValueError, TypeError):
            pass
    found = match_stamp(words, 0)
    if found:
        return _possible(found[0])
    return words if re.fullmatch(r"(?:19|20)\d\d(?:-[01]\d)?", words) else None


def _possible(value: str) -> str:
    """A moment without an offset that no clock has: the widest are fourteen hours."""
    off = OFFSET.search(value)
    return value[: off.start()] if off and (int(off[1]) > WIDEST or int(off[2]) >= 60) else value


def _day(found: re.Match[str]) -> str | None:
    for n in "123":
        if found["y" + n]:
            month = found["m" + n]
            number = int(month) if month.isdigit() else MONTHS[month.rstrip(".").lower()]
            try:
                return date(int(found["y" + n]), number, int(found["d" + n])).isoformat()
            except ValueError:
                return None
    return None


def _clock(found: re.Match[str]) -> str:
    hour = int(found["hour"])
    half = (found["half"] or "").replace(".", "").lower()
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return f"T{hour:02d}:{found['minute']}" + (f":{found['second']}" if found["second"] else "")


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    found = re.fullmatch(r"(?:UTC|GMT)?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?", zone, re.IGNORECASE)
    if found:
        return f"{found['sign']}{int(found['hours']):02d}:{found['minutes'] or '00'}"
    return OFFSETS.get(zone.lower(), "")
