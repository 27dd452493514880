"""The line below a headline in, the outlet that it names out: "The Harbour Ledger", "Vaduz Daily News, 13 January 2026"; a standfirst names none."""

from __future__ import annotations

import re

from ..language.agencies import agency
from ..language.organisations import known
from ..language.stamps import find_stamp
from .citing import LIKE_AN_OUTLET
from .names import LETTER, UPPER

WORD = rf"(?:[{UPPER}][{LETTER}0-9&'’.-]*|[a-z]{{2,20}}\.(?:com|org|net|news|info))"
NAME = re.compile(rf"(?P<the>[Tt]he[ \t]+)?{WORD}(?:[ \t]+(?:{WORD}|of|and|de|del|di|der|al|el|&)){{0,4}}")
SECTION = re.compile(r"(?:Breaking|World|Local|Latest|Top|National|International|Business|Sports?|Political|Live)(?:[ \t]+(?:News|Today|Review))?")
ALSO = frozenset("Ledger Bulletin Dispatch Examiner Sentinel Register Advocate Argus Echo Reporter Record Voice Wire Hindu Nation Express Gleaner".split())
APART = " \t,|·•–—-/()"


def outlet_line(text: str, start: int, end: int, *, dated_below: bool) -> tuple[str, int, int] | None:
    """The name and its span; ``dated_below``: the next line is a date."""
    stamp = find_stamp(text, start, end)
    dated = dated_below
    if stamp is not None:
        if text[stamp[2] : end].strip(APART):
            return None  # words after the date
        end, dated = stamp[1], True
    while end > start and text[end - 1] in APART:
        end -= 1
    name = NAME.fullmatch(text, start, end)
    if name is None:
        return None
    if agency(name.group()) is not None:
        return (name.group(), start, end) if stamp is not None else None  # alone, the header knows it
    return (name.group(), start, end) if _is_outlet(name, dated=dated) else None


def _is_outlet(name: re.Match[str], *, dated: bool) -> bool:
    """A known outlet; else a name that ends in an outlet's word or is a web address, where a date or "The" stands by it."""
    words = name.group().removeprefix(name["the"] or "")
    body = known().get(words) or known().get(name.group()) or known().get(words.removesuffix(" News"))
    if body is not None:
        return body.sector == "JRN"
    last = words.split()[-1]
    if SECTION.fullmatch(words):
        return False
    ends = (LIKE_AN_OUTLET.search(last) is not None or last in ALSO) and not last.endswith(".")
    return (ends and (dated or bool(name["the"]) or "." in last)) or (dated and bool(name["the"]))
