"""A canonical expression and a day in, a calendar time out: ``bind("weekday 2 @past", date(2026, 1, 14)) -> 2026-01-13``.

Values are written as TimeML writes them: 2026-01-13, 2025-10, 2026-W02, 1997-Q3, 2025-SU, 199, P2Y, XXXX-WXX-2, PRESENT_REF.
An expression is a verb and its arguments, and after an @ the tense of the verb it hangs on ("over": surely behind):

    = VALUE            needs no day                        date 01-13 [T..]      a day without its year
    weekday 2 [last]   Tuesday; last, next, this           dates 01-13 01-14     a range of such days
    month 10 [last]    October; also +1, -1 (years)        shift -3 D [T..]      three days ago; D W WE M Q Y Q DE CE H
    quarter 3 [-1]     of this year, of the year before    season SU [last]      summer
    ended Q | Y        the last one that is over           later 2 Y             two years after another time
    weekend [last]     and weekend next, this              clock [T16:55]        that time of the day told of, or that day
    holiday 12-24      also easter+1, thanksgiving, and then last, next, this, +1 (years), 1998
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
AGAINST_DAYS = {"past": 100, "future": 250, "over": 400}  # how much a tense weighs against the nearer year
AGAINST_MONTHS = {"past": 7, "present": 4, "over": 12}
LAST_YEAR = 9999
FAR = (date(2, 1, 1), date(9990, 1, 1))


@dataclass(frozen=True, slots=True)
class Span:
    """A time on the calendar: its TimeML value, its first and last day (None where it has none: a duration, a set, "recently")."""

    value: str
    first: date | None = None
    last: date | None = None


def bind(expression: str, day: date | None, tense: str | None = None, reference: date | None = None) -> Span | None:
    """What an expression means in a text written on ``day``; None where it can't be told.

    ``tense`` (past, present, future) overrules the one in the expression; ``reference`` is the time that "two years later" counts from.
    """
    body, _, own = expression.partition(" @")
    verb, *args = body.split(" ")
    if verb == "=":
        return extent(" ".join(args))
    if verb in ("later", "clock") and (reference or verb == "later"):
        day = reference
    if day is None or not FAR[0] < day < FAR[1] or verb not in BINDERS:
        return None
    try:
        return BINDERS[verb](args, day, tense or own or None)
    except (ValueError, OverflowError):
        return None


def extent(value: str) -> Span:
    """The days a TimeML value covers."""
    if "/" in value:
        a, b = (extent(x) for x in value.split("/", 1))
        return Span(value, a.first, b.last)
    try:
        days = _days(value.partition("T")[0] if not value.startswith("P") else value)
    except (ValueError, OverflowError):
        days = None
    return Span(value, *(days or (None, None)))


def _days(v: str) -> tuple[date, date] | None:  # noqa: PLR0911
    if m := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", v):
        d = date(int(m[1]), int(m[2]), int(m[3]))
        return d, d
    if m := re.fullmatch(r"(\d{4})-(\d\d)", v):
        return date(int(m[1]), int(m[2]), 1), date(int(m[1]), int(m[2]), calendar.monthrange(int(m[1]), int(m[2]))[1])
    if re.fullmatch(r"\d{4}", v):
        return date(int(v), 1, 1), date(int(v), 12, 31)
    if re.fullmatch(r"\d{3}", v):
        return date(int(v) * 10, 1, 1), date(int(v) * 10 + 9, 12, 31)
    if re.fullmatch(r"\d\d", v):
        return date(max(1, int(v) * 100), 1, 1), date(int(v) * 100 + 99, 12, 31)
    if m := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", v):
        d = date.fromisocalendar(int(m[1]), int(m[2]), 6 if m[3] else 1)
        return d, d + timedelta(1 if m[3] else 6)
    if m := re.fullmatch(r"(\d{4})-([QH])(\d)", v):
        size = 3 if m[2] == "Q" else 6
        last = int(m[3]) * size
        return date(int(m[1]), last - size + 1, 1), date(int(m[1]), last, calendar.monthrange(int(m[1]), last)[1])
    if (m := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", v)) and (s := SEASONS[m[2]]):
        end = int(m[1]) + (s[1] < s[0])
        return date(int(m[1]), s[0], 1), date(end, s[1], calendar.monthrange(end, s[1])[1])
    return None


def week(day: date) -> str:
    y, w, _ = day.isocalendar()
    return f"{y:04}-W{w:02}"


def add_months(day: date, n: int) -> date:
    k = day.year * 12 + day.month - 1 + n
    y, m = divmod(k, 12)
    return date(y, m + 1, min(day.day, calendar.monthrange(y, m + 1)[1]))


def _shift(args: list[str], day: date, tense: str | None) -> Span | None:
    n, unit, clock = float(args[0]), args[1], args[2] if len(args) > 2 else ""
    whole = int(n)
    if unit == "D":
        return extent((day + timedelta(whole)).isoformat() + clock)
    if unit in ("H", "MI"):
        return extent((day + timedelta(hours=n if unit == "H" else n / 60)).isoformat())
    if unit in ("W", "WE"):
        return extent(week(day + timedelta(weeks=n)) + ("-WE" if unit == "WE" else ""))
    if unit == "M":
        return extent(f"{add_months(day, whole):%Y-%m}")
    if unit == "Q":
        d = add_months(day, 3 * whole)
        return extent(f"{d.year:04}-Q{(d.month + 2) // 3}")
    if n != whole and unit == "Y":
        return extent(f"{add_months(day, round(12 * n)):%Y-%m}")
    y = day.year + whole * {"Y": 1, "DE": 10, "CE": 100}[unit]
    if not 0 < y < LAST_YEAR:
        return None
    return extent(f"{y:04}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]])


def _later(args: list[str], day: date, tense: str | None) -> Span | None:
    return _shift(args, day, tense)


def _clock(args: list[str], day: date, tense: str | None) -> Span | None:
    return extent(day.isoformat() + "".join(args))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    ahead = moon - weekday
    month = 3 + (ahead + 40) // 44
    return date(year, month, ahead + 28 - 31 * (month // 4))


def _feast(which: str, year: int) -> date:
    if which == "thanksgiving":  # the fourth Thursday of November
        first = date(year, 11, 1)
        return first + timedelta((4 - first.isoweekday()) % 7 + 21)
    if which.startswith("easter"):
        return easter(year) + timedelta(int(which.removeprefix("easter")))
    return date.fromisoformat(f"{year:04}-{which}")


def _holiday(args: list[str], day: date, tense: str | None) -> Span | None:
    which, how = args[0], args[1] if len(args) > 1 else ""
    if how.isdigit():
        return extent(_feast(which, int(how)).isoformat())
    if how[:1] in ("+", "-"):
        return extent(_feast(which, day.year + int(how)).isoformat())
    near = [_feast(which, y) for y in (day.year - 1, day.year, day.year + 1)]
    if how == "last":
        return extent(max(d for d in near if d < day).isoformat())
    if how in ("next", "this") or tense == "future":
        return extent(min(d for d in near if d >= day).isoformat())
    return extent(min(near, key=lambda d: (abs((d - day).days) + (AGAINST_DAYS["past"] if tense in ("past", "over") and d > day else 0), d)).isoformat())


def _weekday(args: list[str], day: date, tense: str | None) -> Span | None:
    n, how, clock = int(args[0]), "", ""
    for a in args[1:]:
        how, clock = (how, a) if a.startswith("T") else (a, clock)
    behind = (day.isoweekday() - n) % 7
    ahead = (n - day.isoweekday()) % 7
    if how == "last":
        return extent((day - timedelta(behind or 7)).isoformat() + clock)
    if how in ("next", "coming"):
        return extent((day + timedelta(ahead or 7)).isoformat() + clock)
    if how == "this":
        return extent((day + timedelta(ahead if ahead <= 6 and tense != "past" else -behind)).isoformat() + clock)
    return extent((day + timedelta(ahead) if tense == "future" else day - timedelta(behind)).isoformat() + clock)


def _month(args: list[str], day: date, tense: str | None) -> Span | None:
    n, how = int(args[0]), args[1] if len(args) > 1 else ""
    year = day.year
    if how[:1] in "+-" and how:
        year += int(how)
    elif how == "last":
        year -= int(n >= day.month)
    elif how == "next" or tense == "future":
        year += int(n < day.month or (how == "next" and n == day.month))
    elif how == "this":
        pass
    elif n > day.month and n - day.month + AGAINST_MONTHS.get(tense or "present", 4) + 1 > 12 - (n - day.month):
        year -= 1  # nearer as last year's
    return extent(f"{year:04}-{n:02}")


def _year_for(month: int, dom: int, day: date, tense: str | None) -> int:
    """The year of a day named without one: the nearest, with a weight against a year that the tense speaks against."""

    def at(y: int) -> date | None:
        return date(y, month, dom) if dom <= calendar.monthrange(y, month)[1] else None

    best: tuple[float, int] | None = None
    for y in (day.year - 1, day.year, day.year + 1):
        d = at(y)
        if d is None:
            continue
        gap = (d - day).days
        cost = abs(gap) + (AGAINST_DAYS[tense] if tense and ((tense == "future" and gap < -1) or (tense in ("past", "over") and gap > 1)) else 0)
        if best is None or cost < best[0]:
            best = (cost, y)
    if best is None:
        raise ValueError(f"no {month}-{dom} near {day}")
    return best[1]


def _date(args: list[str], day: date, tense: str | None) -> Span | None:
    month, dom = (int(x) for x in args[0].split("-"))
    how = next((a for a in args[1:] if not a.startswith("T")), "")
    clock = next((a for a in args[1:] if a.startswith("T")), "")
    year = day.year + int(how) if how else _year_for(month, dom, day, tense)
    return extent(f"{date(year, month, dom).isoformat()}{clock}")


def _dates(args: list[str], day: date, tense: str | None) -> Span | None:
    a, b = _date(args[:1], day, tense), None
    if a is not None and a.first is not None:
        month, dom = (int(x) for x in args[1].split("-"))
        year = a.first.year + (month < a.first.month)
        b = extent(date(year, month, dom).isoformat())
    return None if a is None or b is None else extent(f"{a.value}/{b.value}")


def _quarter(args: list[str], day: date, tense: str | None) -> Span | None:
    n, step = int(args[0]), args[1] if len(args) > 1 else ""
    years = int(step) if step and step[0] != "~" else None
    kind = "H" if len(args) > 2 and args[2] == "H" else "Q"
    start = (n - 1) * (3 if kind == "Q" else 6) + 1
    year = day.year + (years or 0)
    if years is None and tense != "future" and start > day.month:
        year -= 1
    return extent(f"{year + (int(step[1:]) if step[:1] == '~' else 0):04}-{kind}{n}")


def _ended(args: list[str], day: date, tense: str | None) -> Span | None:
    back = int(args[1]) if len(args) > 1 else 0
    if args[0] == "Q":
        d = add_months(day, -3)
        return extent(f"{d.year + back:04}-Q{(d.month + 2) // 3}")
    return extent(f"{day.year - 1 + back:04}")


def _season(args: list[str], day: date, tense: str | None) -> Span | None:
    name, how = args[0], args[1] if len(args) > 1 else ""
    start, year = SEASONS[name][0], day.year
    if how[:1] in "+-" and how:
        year += int(how)
    elif how == "last":
        year -= start + 2 >= day.month
    elif how == "next" or tense == "future":
        year += start + 2 < day.month
    elif how != "this" and start > day.month:
        year -= 1
    return extent(f"{year:04}-{name}")


def _weekend(args: list[str], day: date, tense: str | None) -> Span | None:
    how = args[0] if args else ""
    weeks = {"last": -1, "next": 1, "this": 0}.get(how, 0 if tense == "future" or day.isoweekday() >= 6 else -1)
    return extent(week(day + timedelta(weeks=weeks)) + "-WE")


BINDERS: dict[str, Callable[[list[str], date, str | None], Span | None]] = {
    "shift": _shift, "later": _later, "weekday": _weekday, "month": _month, "date": _date, "dates": _dates,
    "quarter": _quarter, "ended": _ended, "season": _season, "weekend": _weekend, "clock": _clock, "holiday": _holiday,
}  # fmt: skip
