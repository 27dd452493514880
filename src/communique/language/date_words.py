"""The words of times, as tables and as fragments of patterns: ``MONTHS["october"] -> 10``, ``FRAGMENTS["year"]`` matches "1942"."""

from __future__ import annotations

from . import numbers

MONTHS = {m: i for i, m in enumerate("january february march april may june july august september october november december".split(), 1)}
MONTHS |= {m[:3]: i for m, i in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {d: i for i, d in enumerate("monday tuesday wednesday thursday friday saturday sunday".split(), 1)}
WEEKDAYS |= {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7}
UNIT = {
    "second": "S", "minute": "MI", "hour": "H", "day": "D", "night": "D", "weekend": "WE", "week": "W", "fortnight": "2W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip
SEASON = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PART = {
    "morning": "TMO",
    "afternoon": "TAF", "evening": "TEV", "night": "TNI", "midday": "T12:00", "noon": "T12:00", "midnight": "T24:00", "dawn": "TMO", "overnight": "TNI",
}  # fmt: skip
HOW = {
    "last": "last", "past": "last", "previous": "last", "next": "next", "coming": "next", "upcoming": "next", "this": "this", "this past": "last",
    "this coming": "next", "current": "this", "": "",
}  # fmt: skip
DECADES = {w: str(i) for i, w in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)}

# Days named by a feast: month and day, or what the year's calendar makes of it (``timeml``).
HOLIDAYS = {
    "christmas eve": "12-24", "christmas day": "12-25", "christmas": "12-25", "new year's eve": "12-31", "new year's day": "01-01", "valentine's day": "02-14",
    "halloween": "10-31", "thanksgiving day": "thanksgiving", "thanksgiving": "thanksgiving", "good friday": "easter-2", "easter sunday": "easter+0",
    "easter monday": "easter+1",
}  # fmt: skip

# A pattern of lexicon/dates.toml names these in braces; one may name another that stands above it.
_FRAGMENTS = {
    "month": r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may"
    r"|june?\b\.?|july?\b\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?"
    r"|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![a-z])",
    "weekday": r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!\w)|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.(?=,? \d))",
    "year": r"(?:1[0-9]|20)\d\d(?![\d,]*\d|\.\d|\w|%|-?(?:km|kg|mm)\b)",
    "years": r"(?:last|this|next) year",
    "dom": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![a-z\d]|:\d|[.,]\d|-(?:year|month|day|week|member|point)|\s*(?:percent|%))",
    "ord": r"(?:[1-9]\d?(?:st|nd|rd|th)|twenty-first|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    r"|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth)",
    "num": rf"(?:\d{{1,4}}(?:,\d{{3}})?(?:\.\d)?(?: 1/2)?|half an?|an?|one and a half|(?:a )?couple(?: of)?|(?:a )?few|several|many|a dozen|dozens of"
    rf"|hundreds of|thousands of|{numbers.WORDS})",
    "unit": r"(?:seconds?|minutes?|hours?"
    r"|days?|nights?|weekends?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries|millennia|millennium)(?!\w)",
    "dash": r"\s*(?:-|–|—|to|through|until|till)\s*",
    "clock": r"(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:a\.m\.?|p\.m\.?|am\b|pm\b)|(?:[01]?\d|2[0-3]):[0-5]\d(?!\d|:\d)"
    r"(?: ?(?:UTC|GMT|hours|local time))?|noon\b|midday\b|midnight\b)",
    "early": r"(?:(?:the )?(?:very )?(?:early|earlier|late|later|mid|middle of|beginning of|start of|end of)(?: (?:in|on))?[ -]|mid-?)?",
    "how": r"(?:(?:this past|this coming|last|past|previous|next|coming|upcoming|this|current)\s+)",
    "decades": "|".join(DECADES),
    "holiday": "|".join(sorted((h.replace("'", "['’]") for h in HOLIDAYS), key=len, reverse=True)),
    "tens_word": rf"(?:{'|'.join(numbers.TENS)})(?:[ -](?:{'|'.join(list(numbers.UNITS)[1:10])}))?",
    "count_words": r"(?:(?:more|less|fewer|no more|no less) than |at least |at most |up to |about |around |nearly |almost |some |roughly "
    r"|approximately |over |under "
    r"|within |only |just |an? additional |another |the |full ){0,4}",
}


def fragments() -> dict[str, str]:
    """Every fragment by its name."""
    return dict(_FRAGMENTS)


def triggers() -> dict[str, frozenset[str]]:
    """Which kinds of rule a word calls for: "tuesday" -> weekday."""
    out: dict[str, set[str]] = {}
    groups: dict[str, list[str]] = {
        "month": list(MONTHS), "weekday": [*WEEKDAYS, *(d + "s" for d in WEEKDAYS)], "unit": [*UNIT, *(u + "s" for u in UNIT), "centuries", "millennia"],
        "century": ["century", "centuries"], "quarter": ["quarter", "half", "period"], "season": list(SEASON),
        "set": ["yearly", "annually", "nightly", "daily", "weekly", "monthly"],
        "deictic": ["today", "tonight", "yesterday", "tomorrow", "morning", "afternoon", "evening", "night"], "decade": list(DECADES), "spoken": ["nineteen"],
        "reference": ["now", "currently", "nowadays", "present", "moment", "days", "recently", "lately", "past", "future", "soon"],
        "era": ["bc", "ad", "bce", "ce"], "clock": ["noon", "midday", "midnight", "am", "pm"],
        "holiday": ["christmas", "thanksgiving", "easter", "good", "new", "valentine", "halloween"],
    }  # fmt: skip
    for kind, words in groups.items():
        for w in words:
            out.setdefault(w, set()).add(kind)
    return {w: frozenset(kinds) for w, kinds in out.items()}
