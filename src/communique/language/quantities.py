"""A text in, the quantities written in it out: ``find("at least $3.2bn") -> [Quantity(least 3200000000, unit USD, sort money, precision at least)]``.

Numbers with their sign, scale, unit, range and precision, as far as the letters tell. What a plain number counts, and whether it is
part of a name, needs the grammar of its sentence and is read elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from . import numbers, units

_few = "|".join([*list(numbers.UNITS)[2:], *numbers.TENS])
AT_LEAST = re.compile(
    r"\b(?:at least|(?:slightly |just |well |far )?(?:more than|over|above)|upwards? of|no fewer than|no less than|not less than|in excess of"
    r"|exceed(?:s|ed|ing)?|"
    r"greater than|a minimum of|beyond)\s+(?:the |an? )?$",
    re.IGNORECASE,
)
AT_MOST = re.compile(
    r"\b(?:up to|at most|no more than|not more than|(?:slightly |just )?(?:fewer than|less than|under|below)|as (?:many|much|high|few) as"
    r"|a maximum of|within|capped at|"
    r"a ceiling of)\s+(?:the |an? )?$",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"(?:\b(?:about|around|some|roughly|approximately|approx\.?|nearly|almost|close to|an? estimated|estimated (?:at|to be)|circa"
    r"|in the region of|more or less|perhaps|"
    r"an average of|near|virtually|the last|the past|past)|~)\s*(?:the |an? )?$",
    re.IGNORECASE,
)
OR_MORE = re.compile(r"\s*(?:\+|-?plus\b|or more\b|and (?:more|counting)\b)", re.IGNORECASE)
OR_SO = re.compile(r"\s*(?:-odd\b|or so\b)", re.IGNORECASE)
OR_LESS = re.compile(r"\s*or (?:fewer|less)\b", re.IGNORECASE)
# "spread over 10 years" is no bound, "for over 10 years" is one.
DURING = re.compile(r"(?<!\bfor)(?<!\bin)(?<!\bafter)(?<!\bjust)(?<!took)(?<!lasted)(?<!spent)\s+over (?:the )?$", re.IGNORECASE)
ROUND = re.compile(r"an? (?:hundred|thousand|million|billion|trillion)$", re.IGNORECASE)  # a manner of speaking
RANGE = re.compile(r"\s*(?:-|–|—| to | and | or )\s*(?:[$€£¥]|US\$)?$", re.IGNORECASE)
FROM = re.compile(r"^(?!.*\b(?:rang|var|anywhere|aged|between)).*\bfrom\s+(?:about |some |around |nearly |almost )?$", re.IGNORECASE | re.DOTALL)
BETWEEN = re.compile(r"\bbetween\s+(?:[$€£¥]|US\$)?$", re.IGNORECASE)
PERCENT = re.compile(r"[ \u00a0-]?(?:(?P<point>(?:percentage|per cent|percent)[ -]points?)|%|percent\b|per[ \u00a0]cent\b|pct\b)", re.IGNORECASE)
SCALE = re.compile(r" ?(m|mn|mln|million|b|bn|bln|billion|k|tn|trn|trillion)(?!\w)", re.IGNORECASE)
LETTERS = {
    "m": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "billion": 1e9, "k": 1e3, "tn": 1e12, "trn": 1e12,
    "trillion": 1e12,
}  # fmt: skip
COIN = re.compile(r"(?: of)?[ -](?:([A-Z][\w.]*(?: [A-Z][\w.]*)?)[ -])?([A-Za-z]+)\b")
SCORE = re.compile(
    r"\b\d{1,3}\s?[-–]\s?\d{1,3}[ -](?:votes?|win|victory|loss|defeat|ruling|decision|split|margin|majority|tally|score|draw|tie)\b", re.IGNORECASE
)
MODEL = re.compile(r"\b(?:the|a|new) \d{3}-\d{3}(?![-\d])(?! (?:votes?|win|to|in)\b)(?= [a-z])", re.IGNORECASE)  # "the 737-800 range"
RARELY_COINS = frozenset({"won", "dong", "rand", "pound", "pounds"})  # only after a large number
MEASURE = re.compile(r"[ \u00a0-]?((?:square|sq\.?|cubic|nautical) )?([A-Za-z]+(?:/h)?)(?![\w])")
FRACTION = re.compile(
    r"\b(?:(?P<n>one|two|three|four|a)[ -](?P<d>thirds?|quarters?|fifths?|tenths?)(?= (?:of|the|its|their|his|her|all)\b)"
    r"|(?P<h>half)(?= (?:of|the|its|their|his|her|all|a percent)\b))",
    re.IGNORECASE,
)
ONE_IN = re.compile(rf"\b(\d{{1,2}}|one|{_few}) (?:in|out of)(?: every)? (\d{{1,3}}|{_few})\b(?= \w)", re.IGNORECASE)
LEAD = re.compile(r"\b(to|from|by)\s+(?:about |around |nearly |almost |some |more than |less than |at least |over |under |up to )?$", re.IGNORECASE)
PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
AND_A_HALF = re.compile(
    r" and a (half|quarter)\b(?!(?: of)? (?:the|its|their|his|her|all)\b)"
    r"(?![ -](?:ago|earlier|later|before|dozen|hundred|thousand|million|billion|pound|mile|hour|ton|kilo\w*)s?\b)",
    re.IGNORECASE,
)
ONE_UNIT = re.compile(r"\ban? (hour|day|week|month|year|decade|century)\b(?! (?:and a (?:half|quarter) )?(?:ago|earlier|later|before))", re.IGNORECASE)
LONG = re.compile(r"(?<![\w-])(?:(?P<half>half(?: an |-)hour)(?:-long)?|(?:an? )?(?P<unit>hour|day|week|month|year|decade)-?long)\b", re.IGNORECASE)
SMALLER = {"hour": "minute", "minute": "second", "day": "hour", "year": "month", "week": "day"}
AGE_AFTER = re.compile(r"[ -]?years?[ -](?:old\b|of age\b)|-old\b", re.IGNORECASE)
AGE_BEFORE = re.compile(r"\b(?:aged?|at the age of)\s+$", re.IGNORECASE)
# Words and letters after which a number is a name: "Article 9", "Flight 370", "F-35".
NAMED_BEFORE = re.compile(
    r"(?:\b(?:No|Nos|Article|Section|Chapter|Clause|Paragraph|Annex|Phase|Stage|Level|Flight|Route|Highway|Channel|Group of|Resolution|Rule"
    r"|Part|Page|Figure|Table|Room|Type|"
    r"Version|Number|Track|Act|Title|Apollo|Day|Gate|Unit|Area|Zone|Covid)\.? |[A-Za-z]-)$",
    re.IGNORECASE,
)
CLOCK_LIKE = re.compile(r"[:/]\d|\.\d|[’'](?:s\b)?\d")
WHOLE = re.compile(
    rf"\s+(?:out )?of\s+(?:the |its |their |all |more than |about |some )?((?:\d[\d,.]*|{_few})(?: \w+)"
    r"(?: (?!(?:of|in|and|or|to|from|on|at|by|with|who|that|which|is|are|was|were|has|have|had|will|would|said)\b)\w+)?)",
    re.IGNORECASE,
)
LIST_MARK = 8  # characters in which "1." or "(2)" opens a line
WIDTH = 60  # characters before a number in which its precision stands


@dataclass(slots=True)
class Quantity:
    """``start``..``end`` is what is shown (sign, number, unit); ``at``..``stop`` the number alone. ``sort``: count, money, percent, share,
    measure, duration, age. ``of``: the whole, where a number of it follows ("one of two houses"). ``lead``: "to", "from" or "by" where it stands
    right before."""

    start: int
    end: int
    at: int
    stop: int
    least: float | None
    most: float | None
    unit: str | None = None
    sort: str = "count"
    precision: str = "exact"
    vague: bool = False
    of: str | None = None
    lead: str = ""


def find(text: str) -> list[Quantity]:
    """The quantities of a text, left to right; what is no number by its letters (a clock time, a code, a list mark) is left out."""
    singles = [Quantity(n.start, n.end, n.start, n.end, n.least, n.most, vague=n.vague) for n in numbers.find(text)]
    singles += [*_units_alone(text), *(_fraction(m) for m in FRACTION.finditer(text))]
    singles += [Quantity(m.start(), m.end(), m.start(), m.end(), a / b, a / b, "share", "share") for m, a, b in _one_in(text) if a < b]
    scored = {at for m in SCORE.finditer(text) for at in range(*m.span())}  # "a 286-344 vote" counts two things, and neither is named
    singles = [q for q in singles if q.start not in scored]
    named = {at for m in MODEL.finditer(text) for at in range(*m.span())}
    singles = [q for q in singles if q.start not in named]
    out: list[Quantity] = []
    for q in sorted(singles, key=lambda q: (q.start, q.sort != "share")):
        if (out and q.start < out[-1].end) or not _sane(text, q):
            continue
        if q.sort == "count":
            _money(text, q)
        if q.sort == "count":
            _measure(text, q)
        before = out[-1] if out else None
        if before and _part_of_percent(text, before, q):  # "half of 1 percent"
            part = (before.least or 0.0) * (q.least or 0.0)
            out[-1] = replace(q, least=part, most=part, at=before.at, start=before.start)
        elif before and _adds(text, before, q):
            _add(before, q)
        elif before and before.end <= q.start and _is_range(text, before, q):
            _join(text, before, q)
        else:
            out.append(q)
    for q in out:
        _say_how_sure(text, q)
        q.of = _whole(text, q)
    return out


def _one_in(text: str) -> list[tuple[re.Match[str], float, float]]:
    return [(m, numbers.value(m[1]) or 0.0, numbers.value(m[2]) or 0.0) for m in ONE_IN.finditer(text)]


def _fraction(m: re.Match[str]) -> Quantity:
    part = 0.5 if m["h"] else {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}[m["n"].lower()] / PARTS[m["d"].lower().rstrip("s")]
    return Quantity(m.start(), m.end(), m.start(), m.end(), part, part, "share", "share")


def _units_alone(text: str) -> list[Quantity]:
    """ "less than a week", "an hour and a half": one unit of time, where something is said of how much of it."""
    out = []
    for m in ONE_UNIT.finditer(text):
        before = text[max(0, m.start() - WIDTH) : m.start()]
        unit = units.unit_of(m[1])
        more, end = _and_a_half(text, m.end())
        if unit and (more or any(p.search(before) for p in (AT_LEAST, AT_MOST, ABOUT))):
            out.append(Quantity(m.start(), end, m.start(), end, 1.0 + more, 1.0 + more, unit.name, "duration"))
    for m in LONG.finditer(text):
        value, name = (30.0, "minute") if m["half"] else (1.0, m["unit"].lower())
        out.append(Quantity(m.start(), m.end(), m.start(), m.end(), value, value, name, "duration"))
    return out


def _and_a_half(text: str, end: int) -> tuple[float, int]:
    """What "and a half" behind a unit of time adds, and where it ends."""
    m = AND_A_HALF.match(text, end)
    return (0.0, end) if m is None else (0.5 if m[1].lower() == "half" else 0.25, m.end())


def _adds(text: str, a: Quantity, b: Quantity) -> bool:
    """ "two hours and 15 minutes" is one length of time."""
    smaller = b.unit is not None and SMALLER.get(a.unit or "") == b.unit and a.sort == b.sort == "duration"
    return smaller and text[a.end : b.start] in (" ", " and ", ", ", ", and ")


def _add(a: Quantity, b: Quantity) -> None:
    by = {"minute": 60.0, "second": 60.0, "hour": 24.0, "month": 12.0, "day": 7.0}[b.unit or ""]
    a.least = a.most = (a.least or 0.0) * by + (b.least or 0.0)
    a.end, a.stop, a.unit = b.end, b.stop, b.unit


def _sane(text: str, q: Quantity) -> bool:
    """Not a piece of a name, a clock time, a code, a list mark."""
    if q.sort != "count":
        return True
    before, after, word = text[max(0, q.at - 16) : q.at], text[q.stop : q.stop + 24], text[q.at : q.stop]
    if before.endswith("#") and not re.search(r"illion$", word):
        return False
    if NAMED_BEFORE.search(before) and not re.search(r"(?:million|billion|\d)-$", before):
        return False
    if not word[0].isdigit():
        return True
    if q.at < LIST_MARK and not text[: q.at].strip(" \"'“‘(") and re.match(r"[.)](?:\s|$)", after):
        return False
    if CLOCK_LIKE.match(after) or before.endswith(("/", ":", "'", "’")):
        return False
    return not after[:1].isalpha() or bool(SCALE.match(after)) or _known_unit(after)


def _known_unit(after: str) -> bool:
    m = MEASURE.match(after)
    return bool(m and (units.unit_of(m[2]) or m[2] == "m"))


def _money(text: str, q: Quantity) -> None:
    sign = units.SIGN.search(text[max(0, q.at - 8) : q.at])
    after = text[q.stop : q.stop + 40]
    scale = SCALE.match(after)
    if sign:
        q.start = q.at - len(sign.group())
        q.unit, q.sort = units.currency_of(sign.group()), "money"
        if scale:
            _times(q, LETTERS[scale[1].lower()], scale.end())
        return
    shift = scale.end() if scale else 0
    coin = COIN.match(after[shift:])
    code = units.COINS.get(coin[2].lower()) if coin else None
    if coin is not None and coin[2].lower().startswith("pound") and (after[shift] == "-" or re.match(r" of\b", after[shift + coin.end() :])):
        q.unit, q.sort, q.end = "pound weight", "measure", q.stop + shift + coin.end()  # "5 million pounds of thrust"
        return
    if coin is None or code is None or (coin[2].lower() in RARELY_COINS and not scale and (q.least or 0) < 1000):  # noqa: PLR2004
        return
    q.unit, q.sort = units.WHOSE.get((coin[1] or "").lower(), code), "money"
    if scale:
        _times(q, LETTERS[scale[1].lower()], scale.end())
    q.end = q.stop + coin.end()


def _times(q: Quantity, by: float, width: int) -> None:
    q.least = None if q.least is None else q.least * by
    q.most = None if q.most is None else q.most * by
    q.stop = q.end = q.stop + width


def _measure(text: str, q: Quantity) -> None:
    after = text[q.stop : q.stop + 40]
    if m := PERCENT.match(after):
        q.unit, q.sort, q.end = ("percentage point" if m["point"] else "percent"), "percent", q.stop + m.end()
        return
    scale = SCALE.match(after)
    if scale and not after.startswith(" ") and re.match(r" [a-z]{3,}s?\b", after[scale.end() :]):  # "5m people"
        _times(q, LETTERS[scale[1].lower()], scale.end())
        return
    m = MEASURE.match(after)
    unit = None if m is None else units.unit_of("metre") if m[2] == "m" and not after.startswith(" ") else units.unit_of(m[2])
    if m is None or unit is None or (m[2][0].isupper() and not m[2].isupper()) or m[2].lower() == "second":
        return
    area = (m[1] or "").strip()
    q.unit = " ".join(x for x in ("square" if area.startswith("sq") else area, unit.name) if x)
    q.sort, q.end = unit.sort, q.stop + m.end()
    if unit.sort == "duration" and text.startswith("-long", q.end):
        q.end += len("-long")
    more, end = _and_a_half(text, q.end)
    if unit.sort == "duration" and more and q.least is not None and q.least == q.most:
        q.least = q.most = q.least + more
        q.end = end
    if unit.sort == "duration" and (old := AGE_AFTER.match(text, q.stop)):
        q.sort, q.end = "age", old.end()


def _part_of_percent(text: str, a: Quantity, b: Quantity) -> bool:
    return a.sort == "share" and b.sort == "percent" and text[a.end : b.start].strip() in ("of", "of a")


def _is_range(text: str, a: Quantity, b: Quantity) -> bool:
    between = text[a.end : b.start]
    if len(between) > 8 or not RANGE.fullmatch(between + text[b.start : b.at]) or a.vague or b.vague or a.least is None or b.least is None:  # noqa: PLR2004
        return False
    word = between.strip()
    if word == "to" and FROM.search(text[max(0, a.start - 40) : a.start]):  # "rose from 10% to 25%" are two; "ranging from" is one
        return False
    if word == "or" and (b.least > 2 * a.least or a.sort == "money"):
        return False
    if word == "and" and not BETWEEN.search(text[max(0, a.start - 16) : a.start]):
        return False
    return a.sort in ("count", b.sort) and a.unit in (None, b.unit) and (a.least < b.least or a.least * _scale(text, b) < b.least)


def _scale(text: str, q: Quantity) -> float:
    word = text[q.at : q.stop].lower()
    return next((v for k, v in numbers.SCALES.items() if len(k) > 2 and word.endswith(k)), 1.0)  # noqa: PLR2004


def _join(text: str, a: Quantity, b: Quantity) -> None:
    """ "2 to 3 million" as one range; what is written of the second holds for both."""
    by = _scale(text, b)
    least = a.least or 0.0
    a.least = least * (by if least * by < (b.least or 0.0) and _scale(text, a) == 1.0 else 1.0)
    a.most, a.end, a.stop, a.unit = b.most, b.end, b.stop, b.unit or a.unit
    a.sort = b.sort if b.sort != "count" else a.sort


def _say_how_sure(text: str, q: Quantity) -> None:
    before, after = text[max(0, q.start - WIDTH) : q.start], text[q.end : q.end + 12]
    lead = LEAD.search(before)
    q.lead = lead[1].lower() if lead else ""
    if q.sort in ("count", "duration") and AGE_BEFORE.search(before):
        q.sort, q.unit = "age", q.unit or "year"
    if q.sort == "duration" and DURING.search(before):
        return
    if AT_LEAST.search(before) or OR_MORE.match(after):
        q.most, q.precision = None, "at least"
    elif AT_MOST.search(before) or OR_LESS.match(after):
        q.least, q.most, q.precision = None, q.least if q.most is None else q.most, "at most"
    elif ABOUT.search(before) or OR_SO.match(after) or q.vague or ROUND.match(text[q.at : q.stop]):
        q.precision = "about"


def _whole(text: str, q: Quantity) -> str | None:
    """ "one of two houses": the two houses."""
    m = WHOLE.match(text[q.end : q.end + WIDTH])
    return m[1] if m else None
