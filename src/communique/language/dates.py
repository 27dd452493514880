"""A text in, its temporal expressions out: ``find("on Tuesday, three days ago") -> ["weekday 2", "shift -3 D"]`` with their offsets.

Nothing here knows an article: which Tuesday is meant, ``bind`` tells (from ``timeml``), given the day of writing and the tense.
A rule runs only where one of its trigger words stands in the text, so a sentence without times costs one scan of its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from . import numbers
from .timeml import Span, bind, extent

__all__ = ["Expression", "Span", "bind", "extent", "find"]

MONTHS = {m: i for i, m in enumerate("january february march april may june july august september october november december".split(), 1)}
MONTHS |= {m[:3]: i for m, i in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {d: i for i, d in enumerate("monday tuesday wednesday thursday friday saturday sunday".split(), 1)}
WEEKDAYS |= {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5}
UNIT = {"second": "S", "minute": "MI", "hour": "H", "day": "D", "night": "D", "weekend": "WE", "week": "W", "fortnight": "2W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE", "millennium": "ML"}
SEASON = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PART = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "midday": "T12:00", "noon": "T12:00", "midnight": "T24:00", "dawn": "TMO", "overnight": "TNI"}
HOW = {"last": "last", "past": "last", "previous": "last", "next": "next", "coming": "next", "upcoming": "next", "this": "this", "this past": "last", "this coming": "next", "current": "this", "": ""}
DECADES = {w: str(i) for i, w in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)}


@dataclass(frozen=True, slots=True)
class Expression:
    """``canon`` is what ``bind`` understands. ``sort``: date, time, duration, set. ``anchor``: none, document, other expression.

    ``granularity``: time, day, week, month, quarter, season, year, decade, century, duration, set, reference.
    """

    start: int
    end: int
    text: str
    canon: str
    sort: str
    granularity: str
    anchor: str
    rule: str


Made = tuple[str, str, str, str] | None  # canon, sort, granularity, anchor
_month = r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\b\.?|july?\b\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![a-z])"
_weekday = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!\w)|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.(?=,? \d)"
_year = r"(?:1[0-9]|20)\d\d(?![\d,]*\d|\w|%|-?(?:km|kg|mm)\b)"
_dom = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:]|[.,]\d|-(?:year|month|day|week|member|point)|\s*(?:percent|%))"
_ord = r"(?:[1-9]\d?(?:st|nd|rd|th)|twenty-first|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth)"
_num = rf"(?:\d{{1,4}}(?:,\d{{3}})?(?:\.\d)?(?: 1/2)?|half an?|an?|one and a half|(?:a )?couple(?: of)?|(?:a )?few|several|many|a dozen|dozens of|hundreds of|thousands of|{numbers.WORDS})"
_unit = r"(?:seconds?|minutes?|hours?|days?|nights?|weekends?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries|millennia|millennium)(?!\w)"
_dash = r"\s*(?:-|–|—|to|through|until|till)\s*"
_clock = r"(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:a\.m\.?|p\.m\.?|am\b|pm\b)|(?:[01]?\d|2[0-3]):[0-5]\d(?!\d|:\d)(?: ?(?:UTC|GMT|hours|local time))?|noon\b|midnight\b)"
_part = r"(?:morning|afternoon|evening|night|overnight)"
_early = r"(?:(?:the )?(?:very )?(?:early|earlier|late|later|mid|middle of|beginning of|start of|end of)(?: (?:in|on))?[ -]|mid-?)?"
_how = r"(?:(?:this past|this coming|last|past|previous|next|coming|upcoming|this|current)\s+)"


def month_number(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")[:3]]


def weekday_number(word: str) -> int:
    return WEEKDAYS.get(word.lower().rstrip("."), 0) or {"sat": 6, "sun": 7}[word.lower()[:3]]


def clock_of(words: str) -> str:
    """ "7:15 p.m." as T19:15, "noon" as T12:00."""
    low = words.lower().replace(" ", "")
    if low in PART:
        return PART[low]
    m = re.match(r"(\d{1,2})(?:[:.](\d\d))?(a|p)?", low)
    if not m:
        return ""
    hour = int(m[1]) % 12 + (12 if m[3] == "p" else 0) if m[3] else int(m[1])
    return f"T{hour:02}:{m[2] or '00'}{'Z' if low.endswith(('utc', 'gmt')) else ''}"


def full_year(words: str, century: str = "19") -> str:
    digits = re.sub(r"\D", "", words)
    return digits if len(digits) == 4 else century + digits


def _full(m: re.Match[str]) -> Made:
    day = int(re.sub(r"\D", "", m["d"]))
    value = f"{m['y']}-{month_number(m['m']):02}-{day:02}"
    if extent(value).first is None:
        return None
    clock = clock_of(m["t"]) if m["t"] else ""
    return f"= {value}{clock}", "time" if clock else "date", "time" if clock else "day", "none"


def _numeric(m: re.Match[str]) -> Made:
    value = f"{m['y']}-{int(m['n']):02}-{int(m['d']):02}"
    return (f"= {value}", "date", "day", "none") if extent(value).first else None


def _day_range(m: re.Match[str]) -> Made:
    a, b = (int(re.sub(r"\D", "", m[k])) for k in ("d", "e"))
    first = month_number(m["m"])
    last = month_number(m["n"]) if m["n"] else first
    if a > 31 or b > 31 or (first == last and a >= b):
        return None
    if m["y"]:
        one = f"{int(m['y']) - (last < first):04}-{first:02}-{a:02}"
        two = f"{m['y']}-{last:02}-{b:02}"
        return (f"= {one}/{two}", "date", "day", "none") if extent(one).first and extent(two).first else None
    return f"dates {first:02}-{a:02} {last:02}-{b:02}", "date", "day", "document"


def _month_day(m: re.Match[str]) -> Made:
    day = int(re.sub(r"\D", "", m["d"])) if re.search(r"\d", m["d"]) else int(numbers.ordinal(m["d"].lower()) or 0)
    if not 1 <= day <= 31:
        return None
    how = (" -1" if (m["last"] or "").lower().startswith("last") else " +0") if m["last"] else ""
    clock = " " + clock_of(m["t"]) if m["t"] else ""
    return f"date {month_number(m['m']):02}-{day:02}{how}{clock}", "time" if clock else "date", "time" if clock else "day", "document"


def _month_year(m: re.Match[str]) -> Made:
    n, y = month_number(m["m"]), m["y"]
    if y.isdigit():
        return f"= {y}-{n:02}", "date", "month", "none"
    step = {"last": "-1", "this": "+0", "next": "+1"}[y.split()[0].lower()]
    return f"month {n} {step}", "date", "month", "document"


def _month_alone(m: re.Match[str]) -> Made:
    word = m["m"]
    if word[0].islower() or (word.lower() in ("may", "march", "mar", "jun", "jan") and not m["p"] and not m["h"]):
        return None
    if not m["h"] and word.rstrip(".").lower() in ("jan", "mar", "jun") and not word.endswith("."):
        return None
    how = HOW[" ".join((m["h"] or "").lower().split())]
    return f"month {month_number(word)} {how}".rstrip(), "date", "month", "document"


def _season_of(m: re.Match[str]) -> Made:
    name = SEASON[m["s"].lower()]
    if m["y"]:
        y = m["y"].lower()
        if y.isdigit():
            return f"= {y}-{name}", "date", "season", "none"
        return f"season {name} {({'last': '-1', 'this': '+0', 'next': '+1'}[y.split()[0]])}", "date", "season", "document"
    how = HOW.get(" ".join((m["h"] or "").lower().split()), "")
    return f"season {name} {how}".rstrip(), "date", "season", "document"


def _year_range(m: re.Match[str]) -> Made:
    a, b = m["a"], m["b"]
    b = a[: len(a) - len(b)] + b
    return (f"= {a}/{b}", "date", "year", "none") if int(a) < int(b) and bool(m["w"]) == bool(m["and"]) else None


def _era(m: re.Match[str]) -> Made:
    def year(digits: str, before: str | None) -> str:
        return f"{'BC' if before else ''}{int(digits):04}"

    bc_a = m["bc1"] or (m["bc2"] if m["b"] and not m["ad1"] and not m["ad2"] else None)
    a = year(m["a"], bc_a)
    if not m["b"]:
        return (f"= {a}", "date", "year", "none") if m["bc1"] or m["ad1"] else None
    return f"= {a}/{year(m['b'], m['bc2'])}", "date", "year", "none"


def _century(m: re.Match[str]) -> Made:
    n = [int(numbers.ordinal(x) or 0) for x in (m["a"], m["b"]) if x]
    if not all(1 <= x <= 21 for x in n):
        return None
    back = bool(m["bc"])
    values = [f"{'BC' if back else ''}{x - 1:02}" for x in n]
    return "= " + "/".join(values), "date", "century", "none"


def _decade(m: re.Match[str]) -> Made:
    digits = m["y"] if m["y"] else "19" + (m["s"] or DECADES[m["w"].lower()] + "0")
    return (f"= {digits}" if digits.endswith("00") and digits[:2] < "20" else f"= {digits[:3]}").replace("= 00", "= "), "date", "decade", "none"


def _quarter_of(m: re.Match[str]) -> Made:
    kind = "H" if m["k"].lower() == "half" else "Q"
    word = m["n"].lower()
    n = {"last": 2 if kind == "H" else 4, "final": 4}.get(word) or int(numbers.ordinal(word) or 0) or int(re.sub(r"\D", "", word) or 0)
    if not 1 <= n <= (2 if kind == "H" else 4):
        return None
    year = m["y"] or m["z"] or ""
    if year.isdigit():
        return f"= {year}-{kind}{n}", "date", "quarter", "none"
    low = year.lower()
    step = " -1" if "last" in low or "ago" in low or "earlier" in low or "previous" in low else " +1" if "next" in low else " +0" if "this" in low or "current" in low else ""
    return f"quarter {n}{step}{' H' if kind == 'H' and step else ''}", "date", "quarter", "document"


def _quarter_vague(m: re.Match[str]) -> Made:
    how = m["h"].lower().replace("-", " ")
    if "year" in how:
        return "ended Q -1", "date", "quarter", "document"
    return {"last": "ended Q", "latest": "ended Q", "recent": "ended Q", "the": "ended Q", "this": "shift 0 Q", "current": "shift 0 Q", "next": "shift 1 Q", "coming": "shift 1 Q"}[how], "date", "quarter", "document"


def amount(words: str) -> tuple[str, bool]:
    """The number before a unit of time as TimeML writes it ("3", "2.5", "X" for a vague one), and whether it is exact."""
    low = " ".join(words.lower().split())
    if low in ("couple", "couple of", "a couple", "a couple of"):
        return "2", True
    if low in ("few", "a few", "several", "many", "some") or low.endswith("s of") or low == "":
        return "X", False
    v = {"a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5, "one and a half": 1.5}.get(low) or numbers.value(low)
    return ("X", False) if v is None else (f"{v:g}" if v < 1e15 else "X", True)  # noqa: PLR2004


def period(number: str, unit: str) -> str:
    """ "P3M", "PT2H30M", "P20Y" (decades and centuries as years, as most annotators write them)."""
    u = UNIT[unit_name(unit)]
    by = {"DE": 10, "CE": 100, "ML": 1000, "2W": 2, "Q": 3}.get(u)
    u = {"DE": "Y", "CE": "Y", "ML": "Y", "2W": "W", "WE": "WE", "Q": "M"}.get(u, u)
    if by and number != "X":
        number = f"{float(number) * by:g}"
    elif by and number == "X":
        return {"DE": "PXDE", "CE": "PXCE", "ML": "PXML", "Q": "PXQ", "2W": "PXW"}[{10: "DE", 100: "CE", 1000: "ML", 3: "Q", 2: "2W"}[by]]
    whole, _, part = number.partition(".")
    if part and u == "Y" and float(number) % 1 == 0.5:  # noqa: PLR2004
        return f"P{whole}Y6M" if whole != "0" else "P6M"
    if u in ("H", "MI", "S"):
        if part == "5" and u != "S":
            small = {"H": "30M", "MI": "30S"}[u]
            return f"PT{whole}{u[0]}{small}" if whole != "0" else f"PT{small}"
        return f"PT{number}{u[0]}"
    return f"P{number}{u}"


def unit_name(word: str) -> str:
    low = word.lower()
    return low if low == "century" else {"centuries": "century", "millennia": "millennium"}.get(low, low.rstrip("s"))


def _ago(m: re.Match[str]) -> Made:
    n, exact = amount(m["n"])
    unit = UNIT[unit_name(m["u"])]
    sign = "-" if m["w"].lower() in ("ago", "back", "earlier", "before", "previously", "prior") else ""
    if not exact or unit in ("S", "ML", "CE"):
        return ("= PAST_REF" if sign else "= FUTURE_REF"), "date", "reference", "none"
    n, unit = (f"{float(n) * 2:g}", "W") if unit == "2W" else (n, unit)
    gran = {"D": "day", "W": "week", "M": "month", "Y": "year", "DE": "decade", "H": "time", "MI": "time", "Q": "quarter", "WE": "week"}[unit]
    if unit == "DE":
        n, unit, gran = f"{float(n) * 10:g}", "Y", "year"
    other = m["w"].lower() not in ("ago", "back", "from now", "from today", "hence")
    if m["k"]:  # "a week ago Monday"
        return None
    return f"{'later' if other else 'shift'} {sign}{n} {unit}", "date", gran, "other expression" if other else "document"


def _within(m: re.Match[str]) -> Made:
    """ "the past three months", "the next two weeks", "the first nine months"."""
    n, _ = amount(m["n"] or ("a" if not m["u"].lower().endswith("s") else ""))
    if not m["n"]:
        return None
    if n == "24" and m["u"].lower().startswith("hour"):
        return "= P1D", "duration", "duration", "none"
    return f"= {period(n, m['u'])}", "duration", "duration", "none"


def _this(m: re.Match[str]) -> Made:
    """ "last week", "this year", "the past decade", "next month", "earlier this month"."""
    how = m["h"].lower().split()[-1]
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "upcoming": 1, "this": 0, "current": 0, "following": 1, "preceding": -1, "same": 0, "that": 0}[how]
    unit = UNIT[unit_name(m["u"])]
    if m["u"].lower().endswith("s") or unit in ("S", "MI", "H", "ML", "2W"):
        return None
    if how in ("following", "preceding", "previous", "same", "that"):
        gran = {"D": "day", "W": "week", "M": "month", "Y": "year", "DE": "decade", "CE": "century", "WE": "week", "Q": "quarter"}[unit]
        return (None if how in ("same", "that") and unit in ("D", "Q") else (f"later {step} {unit}", "date", gran, "other expression")) if unit not in ("WE",) else None
    if unit == "WE":
        return f"weekend {HOW[how]}", "date", "week", "document"
    if unit == "D":
        return ("= PRESENT_REF", "date", "reference", "none") if how == "this" else None
    if unit == "Q":
        return ("ended Q" if step < 0 else f"shift {step} Q"), "date", "quarter", "document"
    gran = {"W": "week", "M": "month", "Y": "year", "DE": "decade", "CE": "century"}[unit]
    if unit == "DE" and step:
        return "= P10Y", "duration", "duration", "none"
    return f"shift {step} {unit}", "date", gran, "document"


def _deictic(m: re.Match[str]) -> Made:
    low = " ".join(m["w"].lower().split())
    part = PART.get((m["p"] or "").lower().strip(), "")
    days = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
    if low in days:
        part = "TNI" if low == "tonight" else part
        clock = clock_of(m["t"]) if m["t"] else part
        return f"shift {days[low]} D {clock}".rstrip(), "time" if clock else "date", "time" if clock else "day", "document"
    how, what = low.split()
    if how == "last":
        return f"shift -1 D {PART[what]}", "time", "time", "document"
    return f"shift 0 D {PART[what]}", "time", "time", "document"


def _weekday_of(m: re.Match[str]) -> Made:
    n = weekday_number(m["w"])
    if m["w"].endswith("s") or (m["p"] or "").endswith("s") or (m["h"] or "").lower().strip() in ("every", "each"):
        return f"= XXXX-WXX-{n}{PART.get((m['p'] or '').lower().rstrip('s'), '')}", "set", "set", "none"
    how = HOW.get(" ".join((m["h"] or "").lower().split()), "")
    clock = clock_of(m["t"] or m["t2"]) if (m["t"] or m["t2"]) else PART.get((m["p"] or "").lower(), "")
    return " ".join(x for x in (f"weekday {n}", how, clock) if x), "time" if clock else "date", "time" if clock else "day", "document"


def _duration(m: re.Match[str]) -> Made:
    n, exact = amount(m["n"])
    unit = unit_name(m["u"])
    if m["n"].lower() in ("a", "an") and unit in ("second", "day", "night") and m["u"].lower() != "day":
        return None
    if m["n"].lower() == "half" or (unit == "second" and not m["u"].lower().endswith("s") and m["n"][0] not in "0123456789"):
        return None
    if unit == "quarter" and n in ("1", "3") and not exact:
        return None
    if unit == "quarter" and m["n"].lower() in ("a", "an", "one", "three"):
        return None  # of something
    if n.isdigit() and len(n) == 4 and m["n"].isdigit():  # "the 1988 quarter"
        return None
    value = period(n, m["u"])
    if m["half"]:
        value = {"Y": f"P{n}Y6M", "H": f"PT{n}H30M", "MI": f"PT{n}M30S"}.get(UNIT[unit], value)
    return f"= {value}", "duration", "duration", "none"


def _plural(m: re.Match[str]) -> Made:
    """ "for years", "in recent months", "the coming weeks"."""
    unit = UNIT[unit_name(m["u"])]
    how = (m["h"] or "").lower().split()[-1:] or [""]
    if how[0] in ("coming", "future"):
        return "= FUTURE_REF", "date", "reference", "none"
    return f"= P{'T' if unit in ('H', 'MI', 'S') else ''}X{unit[0] if unit in ('MI',) else {'2W': 'W'}.get(unit, unit)}", "duration", "duration", "none"


def _set(m: re.Match[str]) -> Made:
    low = m["w"].lower()
    fixed = {"yearly": "P1Y", "annually": "P1Y", "nightly": "P1D", "a day": "P1D", "a week": "P1W", "a month": "P1M", "a year": "P1Y"}
    if low in fixed:
        return f"= {fixed[low]}", "set", "set", "none"
    if m["mo"]:
        return f"= XXXX-{month_number(m['mo']):02}", "set", "set", "none"
    if m["u"]:
        n = amount(m["n"])[0] if m["n"] else "1"
        return f"= {period(n, m['u'])}", "set", "set", "none"
    return None


PRESENT = {"now", "right now", "currently", "at present", "nowadays", "at the moment", "today's", "current", "these days", "to date"}
FUTURE = {"soon", "the future", "the near future", "the foreseeable future", "the coming years", "future", "in due course"}


def _reference(m: re.Match[str]) -> Made:
    low = " ".join(m.group().lower().split())
    value = "PRESENT_REF" if low in PRESENT else "FUTURE_REF" if low in FUTURE or "future" in low else "PAST_REF"
    return f"= {value}", "date", "reference", "none"


def _the_period(m: re.Match[str]) -> Made:
    """ "the year", "the month" after "earlier in", "late in", "by the end of"."""
    unit = UNIT[unit_name(m["u"])]
    return f"shift 0 {unit}", "date", {"W": "week", "M": "month", "Y": "year", "DE": "decade", "CE": "century"}[unit], "document"


def _weekend_of(m: re.Match[str]) -> Made:
    return "weekend", "date", "week", "document"


def _clock_alone(m: re.Match[str]) -> Made:
    return f"shift 0 D {clock_of(m['t'])}", "time", "time", "document"


def _year_end(m: re.Match[str]) -> Made:
    return "shift 0 Y", "date", "year", "document"


def _year_alone(m: re.Match[str]) -> Made:
    if m["y"] < "1900" and not m["p"]:
        return None
    return f"= {m['y']}", "date", "year", "none"


def _spoken_year(m: re.Match[str]) -> Made:
    return f"= 19{int(numbers.value(m['b'].lower()) or 0):02}", "date", "year", "none"


def _year_ago(m: re.Match[str]) -> Made:
    return "shift -1 Y", "date", "year", "document"


WHITE = r"\s"  # a line may break between any two words
Rule = tuple[str, frozenset[str], re.Pattern[str], Callable[[re.Match[str]], Made]]


def rule(name: str, triggers: str, pattern: str, make: Callable[[re.Match[str]], Made]) -> Rule:
    return name, frozenset(triggers.split()), re.compile(rf"(?<![\w.$€£¥-])(?:{pattern.replace(' ', WHITE)})", re.I), make


_years = r"(?:last|this|next) year"
_of_year = rf"(?:,? (?:of |in )?(?:the )?(?P<y>{_year}|{_years}))?"
_count_words = r"(?:(?:more|less|fewer|no more|no less) than |at least |at most |up to |about |around |nearly |almost |some |roughly |approximately |over |under |within |only |just |an? additional |another |the |full )*"
RULES: tuple[Rule, ...] = (
    rule("iso date", "digit", r"(?P<y>(?:19|20)\d\d)[-/.](?P<n>1[0-2]|0?[1-9])[-/.](?P<d>3[01]|[12]\d|0?[1-9])(?![\w])", _numeric),
    rule("day range", "month", rf"(?:(?:{_weekday}),? )?(?P<m>{_month})\s(?P<d>{_dom}){_dash}(?:(?P<n>{_month})\s)?(?P<e>{_dom})(?:,? (?P<y>{_year}))?", _day_range),
    rule("day range", "month", rf"(?P<d>{_dom}){_dash}(?P<e>{_dom}) (?:of )?(?P<m>{_month})(?P<n>)(?:,? (?P<y>{_year}))?", _day_range),
    rule("full date", "month", rf"(?:(?P<t>{_clock}),? (?:(?:on|[A-Z]{{2,4}}),? )*)?(?:(?:{_weekday}),? )?(?:the )?(?:(?P<m>{_month})\s+(?P<d>{_dom}),?\s+(?P<y>{_year}))", _full),
    rule("full date", "month", rf"(?:(?P<t>{_clock}),? (?:on )?)?(?:(?:{_weekday}),? )?(?:the )?(?P<d>{_dom})(?: of)? (?P<m>{_month}),? (?P<y>{_year})", _full),
    rule("month and day", "month", rf"(?:(?P<t>{_clock}),? (?:(?:on|[A-Z]{{2,4}}),? )*)?(?:(?:{_weekday}),? (?:the )?)?(?P<m>{_month})\s+(?P<d>{_dom}|{_ord}\b)(?:,? (?P<last>(?:last|this) year))?", _month_day),
    rule("month and day", "month", rf"(?P<t>)(?:(?:{_weekday}),? )?(?:the )?(?P<d>{_dom})(?: of)? (?P<m>{_month})(?:,? (?P<last>(?:last|this) year))?", _month_day),
    rule("month and year", "month", rf"{_early}(?P<m>{_month}),?(?: of)? (?P<y>{_year}|{_years})", _month_year),
    rule("month", "month", rf"(?P<p>(?:\b(?:in|by|since|until|till|from|early|late|mid|during|of|through|after|before|between|and|to) |mid-))?{_early}(?P<h>{_how})?(?P<m>{_month})(?! \d)(?=\W|$)", _month_alone),
    rule("weekday", "weekday", rf"(?:(?P<t>{_clock}),? (?:(?:on|[A-Z]{{2,4}}),? )*)?(?:(?:early|late|later|earlier)(?: on)? )?(?P<h>(?:every|each|{_how})\s*)?(?P<w>{_weekday}|(?:mon|tues|wednes|thurs|fri|satur|sun)days(?!\w))(?: (?P<p>(?:morning|afternoon|evening|night)s?)(?!\w))?(?:,? (?:at )?(?P<t2>{_clock}))?", _weekday_of),
    rule("season", "season", rf"(?:the )?{_early}(?P<h>{_how})?(?P<s>spring|summer|autumn|fall|winter)(?:,?(?: of)? (?P<y>{_year}|{_years}))", _season_of),
    rule("season", "season", rf"(?:{_early}(?P<h>{_how})|(?:(?:in|during|over|by|since|until|late|early) (?:the )?){_early})(?P<s>spring|summer|autumn|winter|(?:(?<=last )|(?<=this )|(?<=next ))fall)(?P<y>)(?!\w|[- ](?:games?|olympics?|season))", _season_of),
    rule("year range", "digit", r"(?:from )?(?P<w>between )?(?P<a>1[0-9]\d\d|20\d\d)(?:\s?[-–]\s?|\s(?:to|through|until)\s|\s(?P<and>and)\s)(?P<b>(?:1[0-9]|20)\d\d|\d\d)(?![\d,]*\d|\w|[-%])", _year_range),
    rule("era", "era", r"(?:(?P<ad1>A\.?D\.?|C\.?E\.?) )?(?P<a>\d{1,4})(?: (?P<bc1>B\.?C\.?(?:E\.?)?))?(?:(?: ?[-–] ?| to )(?:(?P<ad2>A\.?D\.?) )?(?P<b>\d{1,4})(?: (?P<bc2>B\.?C\.?(?:E\.?)?))?)?(?: (?:A\.?D\.?|C\.?E\.?)(?!\w))?", _era),
    rule("century", "century", rf"(?:the )?(?:(?:early|late|mid)[ -])?(?P<a>{_ord})(?:(?:,? (?:or|and|to|and the|or the|to the) |[-–])(?:(?:early|late|mid)[ -])?(?P<b>{_ord}))?[ -]centur(?:y|ies)(?: (?P<bc>B\.?C\.?E?\.?))?", _century),
    rule("decade", "decade", rf"(?:(?:the )?(?:early|late|mid|middle|end of|last half of|first half of|second half of)[ -](?:the )?|the )?(?:(?P<y>(?:1[0-9]|20)\d0)['’]?s|['’](?P<s>[2-9]0)s|(?:the )?(?P<w>{'|'.join(DECADES)}))(?!\w)", _decade),
    rule("quarter", "quarter", rf"(?:the |its |a flat )?(?:(?P<z>{_year}|(?:last|this|next) year['’]s|year-ago|year-earlier|previous|current)[ -])?(?:fiscal[ -])?(?P<n>first|second|third|fourth|final|last|1st|2nd|3rd|4th|Q(?=[1-4]\b))[ -](?:fiscal[ -])?(?P<k>quarter|half)(?!s|\w)(?:,?(?: of| in)?(?: the)?(?: fiscal)?(?: year)? (?P<y>{_year}|{_years}))?", _quarter_of),
    rule("quarter", "quarter", r"(?:the )?(?:comparable |corresponding )?(?P<h>year-(?:ago|earlier)|latest|last|recent|this|current|next|coming|the)[ -](?:fiscal )?(?:quarter|(?<=year-ago )period|(?<=year-earlier )period|(?<=latest )period)(?!s|\w)", _quarter_vague),
    rule("ago", "unit", rf"{_count_words}(?P<n>{_num})(?: or (?:so|two|more))? (?P<u>{_unit})(?: or so)? (?P<w>ago|earlier|later|back(?! (?:to|in|from|on|at|with)\b)|from now|from today|hence|previously|afterwards|before(?= *[.,;)]))(?P<k> {_weekday})?", _ago),
    rule("within", "unit", rf"(?:each of )?(?:the |its |his |her |their |our )?(?:at least the )?(?:past|last|next|first|coming|previous|latest|final|following|preceding|recent|remaining) {_count_words}(?P<n>{_num})(?:{_dash}{_num})? (?:more |consecutive |straight )?(?P<u>{_unit})(?: or so)?", _within),
    rule("this", "unit", rf"(?:{_early}(?:the )?(?P<h>this (?:past|coming)|last|past|previous|next|coming|upcoming|this|current|following|preceding|same|that)) (?:fiscal |calendar |financial |school )?(?P<u>{_unit})(?!-(?:long|old))", _this),
    rule("deictic", "deictic", rf"(?:(?P<t>{_clock}) )?(?:(?:early|earlier|late|later|mid-(?:morning|afternoon)) )?(?P<w>today|tonight|yesterday|tomorrow|the day (?:before yesterday|after tomorrow)|(?:this|last) (?:morning|afternoon|evening|night))(?: (?P<p>morning|afternoon|evening|night))?(?!\w)", _deictic),
    rule("weekend", "unit", r"(?:over |during |at |on )?(?:the )weekend(?!\w)", _weekend_of),
    rule("period", "unit", r"(?:earlier in|later in|late in|early in|(?:by|before|until|at|toward|towards) the (?:end|start|beginning|middle) of|(?:the|by) (?:end|start|beginning|middle) of) the (?:fiscal )?(?P<u>week|month|year|decade|century)(?!\w)", _the_period),
    rule("period", "unit", r"(?:so far |for )?(?:the (?:full|whole|fiscal|current fiscal|current)) (?P<u>year)(?!\w)", _the_period),
    rule("year end", "unit", r"(?:the )?(?:year(?:['’]s)?[ -]end)(?!\w)", _year_end),
    rule("year ago", "unit", r"(?:the )?year[ -](?:ago|earlier)(?!\w)", _year_ago),
    rule("set", "unit set month", rf"(?P<w>yearly|annually|nightly|(?:every|each) (?:(?P<mo>{_month})|(?:(?P<n>{_num}) )?(?P<u>{_unit}))|(?<=once )a (?:day|week|month|year))(?!\w)", _set),
    rule("duration", "unit", rf"{_count_words}(?P<n>{_num})(?:(?: or |{_dash}){_num})?[ -](?:(?:more|consecutive|straight|full|long|additional|whole|trading|working)[ -])?(?P<u>{_unit})(?P<half> and a half)?(?:-long)?(?!-old| old| of age|\'? younger| older)", _duration),
    rule("plural", "unit", r"(?:(?P<h>(?:in |over )?(?:the )?(?:recent|coming|past|following|early|future)|for|in|within|over|after|take|took|the) )(?P<u>minutes|hours|days|weeks|months|years|decades|centuries|quarters)(?: ahead)?(?!\w)", _plural),
    rule("plural", "unit", r"(?P<h>)(?P<u>centuries)(?=-old)", _plural),
    rule("reference", "reference", r"now(?! that\b)(?!\w)|right now|currently|nowadays|at present|at the moment|these days|recently|lately|(?:in )?the past(?=\s*[.,;:)]|$)|(?:in )?the (?:near |foreseeable |immediate )?future|soon(?! (?:after|as)\b)(?!\w)|(?<=(?i: the| his| her| its|heir) )future(?= \w)", _reference),
    rule("year", "digit", rf"(?P<p>(?:in|since|from|by|until|of|before|after|around|circa|to|year|during|through|and) )?{_early}(?:the year |fiscal |fiscal year )?(?P<y>{_year})(?![-–/]\d|['’]?s\b|(?:,\d)| (?:people|soldiers|troops|workers|dollars|men|women|points|meters|metres|feet|tons|km|jobs|units|pounds|euros|yen)\b)", _year_alone),
    rule("spoken year", "spoken", rf"(?P<a>nineteen|twenty)[ -](?P<b>{numbers._word})(?!\w| (?:people|percent|years|days|months|men|women))", _spoken_year),
    rule("clock", "clock", rf"(?P<t>{_clock})(?: (?:EST|EDT|CET|CEST|BST|JST|KST))?", _clock_alone),
)  # fmt: skip

TRIGGER: dict[str, str] = {}
for _w in MONTHS:
    TRIGGER[_w] = "month"
for _w in WEEKDAYS:
    TRIGGER[_w] = "weekday"
    TRIGGER[_w + "s"] = "weekday"
TRIGGER |= {"sat": "weekday", "sun": "weekday"}
for _w in UNIT:
    TRIGGER[_w] = "unit"
    TRIGGER[_w + "s"] = "unit"
TRIGGER |= dict.fromkeys(("centuries", "century", "millennia"), "unit century") | dict.fromkeys(("quarter", "half"), "unit quarter") | dict.fromkeys(SEASON, "season")
TRIGGER |= dict.fromkeys(("yearly", "annually", "nightly"), "set")
TRIGGER |= dict.fromkeys(("today", "tonight", "yesterday", "tomorrow", "morning", "afternoon", "evening", "night"), "deictic")
TRIGGER |= {"night": "unit deictic", "period": "quarter", "nineteen": "spoken", "twenty": "spoken"} | dict.fromkeys(DECADES, "decade")
TRIGGER |= dict.fromkeys(("now", "currently", "nowadays", "present", "moment", "days", "recently", "lately", "past", "future", "soon"), "reference")
TRIGGER |= {"days": "unit reference", "bc": "era", "ad": "era", "bce": "era", "ce": "era", "noon": "clock", "midnight": "clock", "am": "clock", "pm": "clock"}
_SCAN = re.compile(r"(?<= )[BA]\.[CD]\.|[ap]\.m\b|[A-Za-z]+|\d{1,2}:\d\d|\d+['’]?s?\b|\d+[ap]m\b|['’]\d0s")


def classes(text: str) -> set[str]:
    """Which kinds of trigger words a text holds."""
    out: set[str] = set()
    for w in _SCAN.findall(text):
        if w[0].isdigit() or w[0] in "'’":
            if ":" in w:
                out.add("clock")
            elif w.endswith("s"):
                out.add("decade")
            elif len(w) >= 4 or (w.isdigit() and len(w) == 4):  # noqa: PLR2004
                out.add("digit")
            elif w[-2:].lower() in ("am", "pm"):
                out.add("clock")
        elif "." in w:
            out.add("era" if w[0] in "BA" else "clock")
        elif (kind := TRIGGER.get(w.lower())) is not None:
            out.update(kind.split())
    return out


def find(text: str) -> list[Expression]:
    """The temporal expressions of a text in text order; where two overlap, the longer stands."""
    kinds = classes(text)
    if not kinds:
        return []
    hits: list[tuple[int, int, int, Expression]] = []
    for order, (name, triggers, pattern, make) in enumerate(RULES):
        if not triggers & kinds:
            continue
        for m in pattern.finditer(text):
            made = make(m)
            if made is not None:
                start, end = _trim(text, m)
                hits.append((start, -(end - start), order, Expression(start, end, text[start:end], made[0], made[1], made[2], made[3], name)))
    return _longest(hits)


_LEAD = re.compile(r"(?:in|by|since|until|till|from|during|of|through|after|before|between|and|to|on|at|over|for|within|take|took|around|circa|year)\s+(?=\S)", re.I)


def _trim(text: str, m: re.Match[str]) -> tuple[int, int]:
    """The match without a leading preposition (kept where a range needs it: "between 1910 and 1945")."""
    start, end = m.span()
    lead = _LEAD.match(text, start, end)
    if lead and not text[start : start + 7].lower() == "between":
        start = lead.end()
    while end > start and text[end - 1] in " ,\n":
        end -= 1
    return start, end


def _longest(hits: list[tuple[int, int, int, Expression]]) -> list[Expression]:
    """Of the hits that overlap, the longest; of equals, the one of the earlier rule."""
    out: list[Expression] = []
    for _, _, _, e in sorted(hits, key=lambda h: h[:3]):
        while out and out[-1].end > e.start and (e.end - e.start) > (out[-1].end - out[-1].start):
            out.pop()
        if not out or out[-1].end <= e.start:
            out.append(e)
    return out
