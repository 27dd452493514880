"""Words of a byline or a contributor line in, the names in it out: ``"MARI YAMAGUCHI and MAYUKO ONO" -> Mari Yamaguchi, Mayuko Ono``."""

from __future__ import annotations

import re
from collections.abc import Iterator

LETTER = r"A-Za-zÀ-ÖØ-öø-žĀ-ſ"
UPPER = r"A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐÉĘĚĞĪĽŁŃŇÓŐŘŚŞŠŤÚŮŰŹŻŽ"
PART = rf"(?:[{UPPER}]\.(?:[{UPPER}]\.)*|[{UPPER}][{LETTER}]*(?:['’-][{LETTER}]+)*)"
WORD = rf"(?:{PART}|d[aeiou]s?|de[lr]|van|von|bin|al|el|la|le|den|ten)"
NAME = rf"{PART}(?:[ \t]+{WORD}){{1,4}}"
AND = r"(?:,?[ \t]+(?:and|with|&)[ \t]+|,[ \t]+|[ \t]*/[ \t]*)"
NAMES = rf"{NAME}(?:{AND}{NAME}){{0,6}}"
NO_PERSON = re.compile(
    r"\b(?:Staff|Agency|Agencies|News|Desk|Bureau|Reporters?|Writers?|Correspondents?|Newsroom|Team|Online|Services?)\b", re.IGNORECASE
)
SEPARATOR = re.compile(AND)


def split_names(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Each name with its span, capitals put right where it is written all in capitals."""
    at = start
    for found in SEPARATOR.finditer(text, start, end):
        yield from _one(text, at, found.start())
        at = found.end()
    yield from _one(text, at, end)


def _one(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    while end > start and text[end - 1] in " \t.,":
        end -= 1
    if end > start and not NO_PERSON.search(text, start, end):
        yield proper(text[start:end]), start, end


def proper(name: str) -> str:
    """``MARI YAMAGUCHI -> Mari Yamaguchi``; anything not all in capitals stays."""
    name = " ".join(name.split())
    if not name.isupper() or len(name) < 4:
        return name
    return re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), name)
