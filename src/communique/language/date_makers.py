"""A match of a rule in, its canonical expression out: the functions that ``lexicon/dates.toml`` names under ``make``.

Each returns (canonical expression, sort, granularity, anchor), or None where the words are no time after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from . import numbers
from .date_words import DECADES, HOLIDAYS, HOW, MONTHS, PART, SEASON, UNIT, WEEKDAYS
from .timeml import extent

Made = tuple[str, str, str, str] | None
Match = re.Match[str]
CLOCKED = frozenset({"H", "MI", "S"})
FROM_TO = re.compile(r"\bfrom .*(?:to|until|till|through)\s*$", re.IGNORECASE | re.DOTALL)
NAMED = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]+ $")
STEP = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "upcoming": 1, "following": 1, "this": 0, "current": 0,
    "same": 0, "that": 0,
}  # fmt: skip
GRANULARITY = {
    "D": "day", "W": "week", "WE": "week", "2W": "week", "M": "month", "Q": "quarter",
    "Y": "year", "DE": "decade", "CE": "century", "H": "time", "MI": "time",
}  # fmt: skip


def month_number(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")[:3]]


def weekday_number(word: str) -> int:
    name = word.lower().rstrip(".")
    return WEEKDAYS[name if name in WEEKDAYS else name.removesuffix("s")]


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


def _full(m: Match) -> Made:
    day = int(re.sub(r"\D", "", m["d"]))
    value = f"{m['y']}-{month_number(m['m']):02}-{day:02}"
    if extent(value).first is None:
        return None
    clock = clock_of(m["t"]) if m["t"] else ""
    return f"= {value}{clock}", "time" if clock else "date", "time" if clock else "day", "none"


def _numeric(m: Match) -> Made:
    value = f"{m['y']}-{int(m['n']):02}-{int(m['d']):02}"
    return (f"= {value}", "date", "day", "none") if extent(value).first else None


def _day_range(m: Match) -> Made:
    a, b = (int(re.sub(r"\D", "", m[k])) for k in ("d", "e"))
    first = month_number(m["m"])
    last = month_number(m["n"]) if m["n"] else first
    if a > 31 or b > 31 or (first == last and a >= b):
        return None
    if m["n"] and FROM_TO.search(m.string, max(0, m.start() - 6), m.start("n")):  # "from Aug. 26 to Oct. 20": two times
        return None
    if m["y"]:
        one = f"{int(m['y']) - (last < first):04}-{first:02}-{a:02}"
        two = f"{m['y']}-{last:02}-{b:02}"
        return (f"= {one}/{two}", "date", "day", "none") if extent(one).first and extent(two).first else None
    return f"dates {first:02}-{a:02} {last:02}-{b:02}", "date", "day", "document"


def _month_day(m: Match) -> Made:
    day = int(re.sub(r"\D", "", m["d"])) if re.search(r"\d", m["d"]) else int(numbers.ordinal(m["d"].lower()) or 0)
    if not 1 <= day <= 31:
        return None
    how = (" -1" if (m["last"] or "").lower().startswith("last") else " +0") if m["last"] else ""
    clock = " " + clock_of(m["t"]) if m["t"] else ""
    return f"date {month_number(m['m']):02}-{day:02}{how}{clock}", "time" if clock else "date", "time" if clock else "day", "document"


def _month_year(m: Match) -> Made:
    n, y = month_number(m["m"]), m["y"]
    if y.isdigit():
        return f"= {y}-{n:02}", "date", "month", "none"
    step = {"last": "-1", "this": "+0", "next": "+1"}[y.split()[0].lower()]
    return f"month {n} {step}", "date", "month", "document"


def _month_alone(m: Match) -> Made:
    word = m["m"]
    if word[0].islower() or (word.lower() in ("may", "march", "mar", "jun", "jan") and not m["p"] and not m["h"]):
        return None
    if not m["h"] and word.rstrip(".").lower() in ("jan", "mar", "jun") and not word.endswith("."):
        return None
    how = HOW[" ".join((m["h"] or "").lower().split())]
    return f"month {month_number(word)} {how}".rstrip(), "date", "month", "document"


def _season_of(m: Match) -> Made:
    name = SEASON[m["s"].lower()]
    if m["y"]:
        y = m["y"].lower()
        if y.isdigit():
            return f"= {y}-{name}", "date", "season", "none"
        return f"season {name} {({'last': '-1', 'this': '+0', 'next': '+1'}[y.split()[0]])}", "date", "season", "document"
    how = HOW.get(" ".join((m["h"] or "").lower().split()), "")
    return f"season {name} {how}".rstrip(), "date", "season", "document"


def _year_range(m: Match) -> Made:
    a, b = m["a"], m["b"]
    b = a[: len(a) - len(b)] + b
    return (f"= {a}/{b}", "date", "year", "none") if int(a) < int(b) and bool(m["w"]) == bool(m["and"]) else None


def _era(m: Match) -> Made:
    def year(digits: str, before: str | None) -> str:
        return f"{'BC' if before else ''}{int(digits):04}"

    bc_a = m["bc1"] or (m["bc2"] if m["b"] and not m["ad1"] and not m["ad2"] else None)
    a = year(m["a"], bc_a)
    if not m["b"]:
        return (f"= {a}", "date", "year", "none") if m["bc1"] or m["ad1"] else None
    return f"= {a}/{year(m['b'], m['bc2'])}", "date", "year", "none"


def _century(m: Match) -> Made:
    n = [int(numbers.ordinal(x) or 0) for x in (m["a"], m["b"]) if x]
    if not all(1 <= x <= 21 for x in n):
        return None
    back = bool(m["bc"])
    values = [f"{'BC' if back else ''}{x - 1:02}" for x in n]
    return "= " + "/".join(values), "date", "century", "none"


def _decade(m: Match) -> Made:
    digits = m["y"] or "19" + (m["s"] or DECADES[m["w"].lower()] + "0")
    whole_century = digits.endswith("00") and digits < "2000"  # "the 1800s"
    return f"= {digits[:2] if whole_century else digits[:3]}", "date", "decade", "none"


def _quarter_of(m: Match) -> Made:
    kind = "H" if m["k"].lower() == "half" else "Q"
    word = m["n"].lower()
    n = {"last": 2 if kind == "H" else 4, "final": 4}.get(word) or int(numbers.ordinal(word) or 0) or int(re.sub(r"\D", "", word) or 0)
    if not 1 <= n <= (2 if kind == "H" else 4):
        return None
    year = (m["y"] or m["z"] or "").lower()
    if year.isdigit():
        return f"= {year}-{kind}{n}", "date", "quarter", "none"
    steps = {"last": " -1", "ago": " -1", "earlier": " -1", "previous": " -1", "next": " +1", "this": " +0", "current": " +0"}
    step = next((v for k, v in steps.items() if k in year), "")
    return f"quarter {n}{step}{' H' if kind == 'H' and step else ''}", "date", "quarter", "document"


def _quarter_vague(m: Match) -> Made:
    how = m["h"].lower()
    if how.startswith("year"):
        return "ended Q -1", "date", "quarter", "document"
    canon = {"this": "shift 0 Q", "current": "shift 0 Q", "next": "shift 1 Q", "coming": "shift 1 Q"}.get(how, "ended Q")
    return canon, "date", "quarter", "document"


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
    """ "P3M", "PT2H30M", "P20Y": decades, centuries and quarters in years and months, as most annotators write them."""
    own = UNIT[unit_name(unit)]
    by, u = {"DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "2W": (2, "W"), "Q": (3, "M")}.get(own, (1, own))
    if number == "X":
        return f"P{'T' if own in CLOCKED else ''}X{'W' if own == '2W' else own[0] if own in CLOCKED else own}"
    number = f"{float(number) * by:g}"
    whole, _, part = number.partition(".")
    half = {"Y": "6M", "H": "30M", "MI": "30S"}.get(u) if part == "5" else None
    if half:
        return f"P{'T' if u in CLOCKED else ''}{'' if whole == '0' else whole + u[0]}{half}"
    return f"P{'T' if u in CLOCKED else ''}{number}{u[0] if u in CLOCKED else u}"


def unit_name(word: str) -> str:
    low = word.lower()
    return low if low == "century" else {"centuries": "century", "millennia": "millennium"}.get(low, low.rstrip("s"))


def _ago(m: Match) -> Made:
    n, exact = amount(m["n"])
    unit, word = UNIT[unit_name(m["u"])], m["w"].lower()
    back = word in ("ago", "back", "earlier", "before", "previously", "prior")
    if m["k"]:  # "a week ago Monday"
        return None
    if not exact or unit in ("S", "ML", "CE"):
        return ("= PAST_REF" if back else "= FUTURE_REF"), "date", "reference", "none"
    gran = GRANULARITY[unit]
    n, unit = {"2W": (f"{float(n) * 2:g}", "W"), "DE": (f"{float(n) * 10:g}", "Y")}.get(unit, (n, unit))
    here = word in ("ago", "back", "from now", "from today", "hence")
    return f"{'shift' if here else 'later'} {'-' if back else ''}{n} {unit}", "date", gran, "document" if here else "other expression"


def _within(m: Match) -> Made:
    """ "the past three months", "the next two weeks", "the first nine months"."""
    n, _ = amount(m["n"] or ("a" if not m["u"].lower().endswith("s") else ""))
    if not m["n"]:
        return None
    if n == "24" and m["u"].lower().startswith("hour"):
        return "= P1D", "duration", "duration", "none"
    return f"= {period(n, m['u'])}", "duration", "duration", "none"


def _this(m: Match) -> Made:
    """ "last week", "this year", "the past decade", "next month", "earlier this month"."""
    how, unit = m["h"].lower().split()[-1], UNIT[unit_name(m["u"])]
    if m["u"].lower().endswith("s") or unit in CLOCKED or unit in ("ML", "2W"):
        return None
    step, gran = STEP[how], GRANULARITY[unit]
    if how in ("following", "preceding", "previous", "same", "that"):
        told = unit != "WE" and not (how in ("same", "that") and unit in ("D", "Q"))
        return (f"later {step} {unit}", "date", gran, "other expression") if told else None
    if unit == "D" and how == "next" and re.search(r"\bthe next", m.group(), re.IGNORECASE):
        return "later 1 D", "date", "day", "other expression"
    if unit == "D":
        return ("= PRESENT_REF", "date", "reference", "none") if how == "this" else None
    if unit == "DE" and step:
        return "= P10Y", "duration", "duration", "none"
    canon = f"weekend {HOW[how]}" if unit == "WE" else "ended Q" if unit == "Q" and step < 0 else f"shift {step} {unit}"
    return canon, "date", gran, "document"


def _deictic(m: Match) -> Made:
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


def _weekday_of(m: Match) -> Made:
    n = weekday_number(m["w"])
    if m["w"].endswith("s") or (m["p"] or "").endswith("s") or (m["h"] or "").lower().strip() in ("every", "each"):
        return f"= XXXX-WXX-{n}{PART.get((m['p'] or '').lower().rstrip('s'), '')}", "set", "set", "none"
    how = HOW.get(" ".join((m["h"] or "").lower().split()), "")
    clock = clock_of(m["t"] or m["t2"]) if (m["t"] or m["t2"]) else PART.get((m["p"] or "").lower(), "")
    return " ".join(x for x in (f"weekday {n}", how, clock) if x), "time" if clock else "date", "time" if clock else "day", "document"


def _duration(m: Match) -> Made:
    word, name = m["n"].lower(), unit_name(m["u"])
    one, many = m["u"].lower(), m["u"].lower().endswith("s")
    if word == "half" or (word in ("a", "an") and name in ("second", "night")) or (name == "second" and not many and not word[0].isdigit()):
        return None
    if name == "quarter" and word in ("a", "an", "one", "three"):  # of something
        return None
    n, _ = amount(word)
    if n.isdigit() and len(n) == 4 and word.isdigit() and not many and one != "year":  # "the 1988 quarter"  # noqa: PLR2004
        return None
    return f"= {period(f'{float(n) + 0.5:g}' if m['half'] and n != 'X' else n, m['u'])}", "duration", "duration", "none"


def _plural(m: Match) -> Made:
    """ "for years", "in recent months", "the coming weeks"."""
    how = (m["h"] or "").lower().split()[-1:]
    if how in (["coming"], ["future"]):
        return "= FUTURE_REF", "date", "reference", "none"
    return f"= {period('X', m['u'])}", "duration", "duration", "none"


def _set(m: Match) -> Made:
    low = m["w"].lower()
    if m["w"][0].isupper() and low.endswith("ly"):  # "the Daily Mail"
        return None
    fixed = {
        "yearly": "P1Y", "annually": "P1Y", "nightly": "P1D", "daily": "P1D", "weekly": "P1W", "monthly": "P1M",
        "a day": "P1D", "a week": "P1W", "a month": "P1M", "a year": "P1Y",
    }  # fmt: skip
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


def _reference(m: Match) -> Made:
    low = " ".join(m.group().lower().split())
    value = "PRESENT_REF" if low in PRESENT else "FUTURE_REF" if low in FUTURE or "future" in low else "PAST_REF"
    return f"= {value}", "date", "reference", "none"


def _the_period(m: Match) -> Made:
    """ "the year", "the month" after "earlier in", "late in", "by the end of"."""
    unit = UNIT[unit_name(m["u"])]
    return f"shift 0 {unit}", "date", GRANULARITY[unit], "document"


def _weekend_of(m: Match) -> Made:
    return "weekend", "date", "week", "document"


def _same_day(m: Match) -> Made:
    """ "later that day", "ended the day": the day told of."""
    return "clock", "date", "day", "other expression"


def _next_part(m: Match) -> Made:
    """ "the next morning", "the previous night"."""
    return f"later {STEP[m['h'].lower()]} D {PART[m['p'].lower()]}", "time", "time", "other expression"


def _holiday(m: Match) -> Made:
    """ "on Christmas Eve", "last Thanksgiving"; a bare "Christmas" is as often a season."""
    if not m["n"][0].isupper() or (m["n"] == "Christmas" and not (m["p"] or m["h"])):
        return None
    which, y = HOLIDAYS[m["n"].lower().replace("’", "'")], (m["y"] or "").lower()
    how = y if y.isdigit() else {"last": "-1", "this": "+0", "next": "+1"}[y.split()[0]] if y else HOW[" ".join((m["h"] or "").lower().split())]
    return f"holiday {which} {how}".rstrip(), "date", "day", "document"


def _clock_alone(m: Match) -> Made:
    return f"clock {clock_of(m['t'])}", "time", "time", "other expression"


def _year_end(m: Match) -> Made:
    return "shift 0 Y", "date", "year", "document"


def _year_alone(m: Match) -> Made:
    """A bare number is a year where a preposition says so; from 1900 on, alone too."""
    if not m["p"] and (m["y"] < "1900" or NAMED.search(m.string, max(0, m.start("y") - 24), m.start("y"))):  # "Peace Shield 2000"
        return None
    return f"= {m['y']}", "date", "year", "none"


def _spoken_year(m: Match) -> Made:
    return f"= 19{int(numbers.value(m['b'].lower()) or 0):02}", "date", "year", "none"


def _year_ago(m: Match) -> Made:
    return "shift -1 Y", "date", "year", "document"


Maker = Callable[[Match], Made]
MAKERS: dict[str, Maker] = {
    "full": _full, "numeric": _numeric, "day_range": _day_range, "month_day": _month_day, "month_year": _month_year, "month_alone": _month_alone,
    "season_of": _season_of, "year_range": _year_range, "era": _era, "century": _century, "decade": _decade, "quarter_of": _quarter_of,
    "quarter_vague": _quarter_vague, "ago": _ago, "within": _within, "this": _this, "deictic": _deictic, "weekday_of": _weekday_of,
    "duration": _duration, "plural": _plural, "set": _set, "reference": _reference, "the_period": _the_period, "weekend_of": _weekend_of,
    "clock_alone": _clock_alone, "year_end": _year_end, "year_alone": _year_alone, "spoken_year": _spoken_year, "year_ago": _year_ago,
    "same_day": _same_day, "next_part": _next_part, "holiday": _holiday,
}  # fmt: skip
