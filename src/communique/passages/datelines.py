"""The opening of a paragraph in, its dateline out: ``"NARA, Japan (AP) — "`` gives the place, the agency and where the sentence begins."""

from __future__ import annotations

import re

from ..language.agencies import agency
from ..language.stamps import MONTH, MONTHS
from .found import Found
from .names import LETTER, UPPER

CAPS_WORD = rf"(?:[{UPPER}]\.(?:[{UPPER}]\.)+|ST\.|[{UPPER}][{UPPER}'’-]+)"
CAPS = rf"{CAPS_WORD}(?:[ \t]+(?:{CAPS_WORD}|[Dd]e|[Ll]a|[Ee]l|al|AL|DE)){{0,3}}"
PLAIN_WORD = rf"(?:[{UPPER}]\.(?:[{UPPER}][a-z]*\.)+|St\.|[{UPPER}][{LETTER}'’]*(?:-[{LETTER}'’]+)*)"
CAPITALISED = rf"{PLAIN_WORD}(?:[ \t]+(?:{PLAIN_WORD}|de|la|el|al|of|the|and)){{0,3}}\.?"
DAY = rf"(?:(?P<month>{MONTH})[ \t]+(?P<day>[0-3]?\d)|(?P<day2>[0-3]?\d)[ \t]+(?P<month2>{MONTH}))(?:,?[ \t]+(?P<year>(?:19|20)\d\d))?"
WEEKDAY = r"(?:[ \t]*,?[ \t]+(?:on[ \t]+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
AGENCY = r"[ \t]*(?:\((?P<agency>[^()\n]{2,40})\)|/[ \t]?(?P<slash>[A-Z][\w -]{1,20})/?|(?:CNN|BBC)(?=[ \t]*[—–-]))"
DASH = r"[ \t]*(?:[—–]|--|-(?=[ \t])|(?<=\))[ \t]*-|:(?=[ \t]))[ \t]*"
REST = rf"(?:[ \t]*,?[ \t]+(?:{DAY})[ \t]*,?)?{WEEKDAY}"
# A place all in capitals needs no more than a dash behind it; one in small letters needs an agency, a date or two parts ("Putrajaya, Malaysia —").
SURE = re.compile(
    rf"(?P<place>{CAPS}(?:/{CAPS})?(?:,[ \t]+{CAPITALISED}){{0,2}}|{CAPITALISED}(?:,[ \t]+{CAPITALISED}){{0,2}}(?=[^\n—–]{{0,40}}\()){REST}"
    rf"(?:{AGENCY})?[ \t]*[,:]?{DASH}"
)
MIXED = re.compile(rf"(?P<place>{CAPITALISED}(?:,[ \t]+{CAPITALISED}){{0,2}}){REST}(?:{AGENCY})?[ \t]*[,:]?{DASH}")
WIRE = re.compile(rf"\((?P<agency>[^()\n]{{2,40}})\)(?:[ \t]*[—–-]{{1,2}}[ \t]*|[ \t]+)(?=[{UPPER}\"“])")
BRACKETED = re.compile(
    rf"(?P<place>{CAPITALISED}(?:[ \t]*\[[A-Z][\w ]+\])?)[ \t]*,[ \t]+(?:{DAY})[ \t]*,?[ \t]*{AGENCY}[ \t]*:?[ \t]*(?:[—–-]{{1,2}})?[ \t]*"
    rf"(?=[{UPPER}\"“])"
)
NO_PLACE = frozenset(
    "update updated exclusive breaking analysis opinion correction corrected note editor photo video live watch read summary factbox wrapup explainer q a"
    .split()
)


def match_dateline(text: str, start: int, end: int, *, first: bool) -> re.Match[str] | None:
    """The dateline that begins at ``start``. ``first`` allows weaker forms, as in an article's first lines."""
    limit = min(end, start + 140)
    for pattern in (SURE, BRACKETED, MIXED) if first else (SURE,):
        match = pattern.match(text, start, limit)
        if match and _opens_sentence(text, match.end()) and _holds(match, pattern is MIXED):
            if match.group().rstrip().endswith(":") and not _first_of_its_kind(text, match, first):
                return None
            return match
    match = WIRE.match(text, start, limit)
    return match if match and agency(match["agency"]) else None


def read_dateline(found: Found, start: int, end: int, *, first: bool) -> int:
    """Take the dateline at ``start``; where the content begins."""
    match = match_dateline(found.text, start, end, first=first)
    if match and found.shouting and not any(match.groupdict().get(g) for g in ("agency", "month", "month2")):
        return start
    return _take(found, match) if match else start


def _first_of_its_kind(text: str, match: re.Match[str], first: bool) -> bool:
    """With a colon it is a dateline in the first line only, and not where it comes again: then it names who speaks, in a transcript."""
    groups = match.groupdict()
    told = groups.get("agency") or groups.get("month") or groups.get("month2")
    return first and bool(told or ("," not in match["place"] and text.find(match["place"] + ":", match.end()) < 0))


def _opens_sentence(text: str, at: int) -> bool:
    """After a dateline a sentence begins; "NATO — the alliance of 32 states — met" is none."""
    after = text[at : at + 1]
    return not after.islower() or text[at : at + 3].lower() in ("al-", "el-")


def _holds(match: re.Match[str], weak: bool) -> bool:
    place, groups = match["place"], match.groupdict()
    named = groups.get("agency") or groups.get("slash")
    known = bool(named and agency(named))
    dated = bool(groups.get("month") or groups.get("month2"))
    if place.split()[0].strip(".,:").lower() in NO_PLACE or len(place) > 60:
        return False
    dash = match.group()[len(match.group().rstrip()) - 1]
    if named and not known and not dated and not _is_caps(place):
        return False
    if _is_caps(place):
        return len(place.split(",")[0]) > 2 and not (agency(place) and not known)
    if dash == ":" or (dash == "-" and not dated):
        return known
    return known or dated or (weak and "," in place) or bool(re.search(r"\b(?:CNN|BBC)[ \t]*[—–-]", match.group()))


def _is_caps(place: str) -> bool:
    head = place.split(",", maxsplit=1)[0]
    return head.isupper() and sum(c.isalpha() for c in head) > 2


def _take(found: Found, match: re.Match[str]) -> int:
    groups = match.groupdict()
    found.take(match.start(), match.end(), "dateline")
    if groups.get("place"):
        place = re.sub(r"[ \t]+(?:CNN|BBC)$", "", match["place"])
        found.mark("place", _place(place), match.start("place"), match.start("place") + len(place))
    for group in ("agency", "slash"):
        if groups.get(group):
            found.mark("agency", agency(groups[group]), match.start(group), match.end(group))
    month, day = groups.get("month") or groups.get("month2"), groups.get("day") or groups.get("day2")
    if month and day:
        start = min(match.start(g) for g in ("month", "month2", "day", "day2") if groups.get(g))
        stop = max(match.end(g) for g in ("month", "month2", "day", "day2", "year") if groups.get(g))
        number = MONTHS[month.rstrip(".").lower()]
        value = f"{groups['year']}-{number:02d}-{int(day):02d}" if groups.get("year") else f"--{number:02d}-{int(day):02d}"
        found.mark("header date" if groups.get("year") else "dateline date", value, start, stop)
    return match.end()


def _place(words: str) -> str:
    """``NARA, Japan -> Nara, Japan``."""
    return ", ".join(" ".join(_word(w) for w in part.split()) for part in words.split(","))


def _word(word: str) -> str:
    return word.title() if word.isupper() and len(word) > 2 and not any(c in word for c in ".'’") else word
