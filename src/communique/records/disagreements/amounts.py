"""A row of figures in, the span of values it allows out, in one unit: "about 180" allows 162 to 198, "at least 35" anything from 35.

Two accounts are compatible where their spans meet.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from ...model.record import Row

# How many of a base unit: lengths in km, times in minutes, weights in kg.
UNITS = {
    "km": ("km", 1.0), "kilometer": ("km", 1.0), "kilometre": ("km", 1.0), "mile": ("km", 1.609344), "meter": ("km", 0.001), "metre": ("km", 0.001),
    "foot": ("km", 0.0003048), "yard": ("km", 0.0009144), "nautical mile": ("km", 1.852),
    "second": ("minute", 1 / 60), "minute": ("minute", 1.0), "hour": ("minute", 60.0), "day": ("minute", 1440.0), "week": ("minute", 10080.0),
    "month": ("minute", 43830.0), "year": ("minute", 525960.0), "decade": ("minute", 5259600.0), "century": ("minute", 52596000.0),
    "kg": ("kg", 1.0), "kilogram": ("kg", 1.0), "tonne": ("kg", 1000.0), "ton": ("kg", 1000.0), "pound": ("kg", 0.45359237),
    "life": ("person", 1.0), "people": ("person", 1.0), "person": ("person", 1.0),
}  # fmt: skip
ABOUT = 0.1
LOOSE = re.compile(
    r"^(?:an?|the|several|some|many|dozens|scores|hundreds|thousands|tens|millions|(?:two|three|four|five|six) (?:decades|centuries))\b", re.IGNORECASE
)
SPOKEN = re.compile(r" and a (?:half|quarter)$", re.IGNORECASE)  # nobody says so of what was timed
SHARE = 0.05  # a rounded figure is no further off than this


@dataclass(frozen=True, slots=True)
class Span:
    """``low``..``high`` in ``unit``; ``flat`` where one exact value is stated; ``loose`` where words like "a thousand" stand for it."""

    low: float
    high: float
    unit: str
    flat: bool
    loose: bool

    def meets(self, other: Span) -> bool:
        return self.low <= other.high and other.low <= self.high


def span(row: Row) -> Span | None:
    """None where a row has no number, or one that cannot be compared."""
    value, least, most = (_number(row.get(k)) for k in ("value", "min", "max"))
    unit, times = UNITS.get(str(row.get("unit")), (str(row.get("unit")), 1.0))
    written = str(row.get("as_written") or "")
    precision = row.get("precision")
    loose = bool(LOOSE.match(written)) and not SPOKEN.search(written)
    if precision == "exact" and SPOKEN.search(written):
        precision = "about"
    if value is None and least is None and most is None:
        return None
    if value is not None and precision == "at least":
        value, least = None, value
    elif value is not None and precision == "at most":
        value, most = None, value
    if value is not None:
        down, up = (0.5, 1.0) if loose else (ABOUT, ABOUT) if precision == "about" else (0.0, 0.0)
        return Span(value * times * (1 - down), value * times * (1 + up), unit, precision == "exact" and not loose, loose)
    low = -math.inf if least is None else least * times * (0.5 if loose else 1.0)
    high = math.inf if most is None else most * times * (2.0 if loose else 1.0)
    return Span(low, high, unit, flat=False, loose=loose)


def rounded(a: Span, b: Span) -> bool:
    """Whether one flat value is the other with fewer digits: 817 km and 800 km."""
    if not (a.flat and b.flat):
        return False
    fewer, more = sorted((a.low, b.low), key=_digits)
    if fewer == more or _digits(fewer) == _digits(more) or not more:
        return False
    return abs(fewer - more) <= SHARE * abs(more) and float(f"{more:.{_digits(fewer)}g}") == fewer


def _digits(value: float) -> int:
    """Digits that are no closing noughts: 800 has one, 817 three."""
    return len(f"{value:.6g}".replace(".", "").strip("0")) or 1


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
