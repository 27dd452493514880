"""Words with marks of quotation in, plain comparable words out: ``bare("“Hello,” ") -> "Hello"``, ``same_words(a, b) -> 0.93``."""

from __future__ import annotations

import re

OPENING = "“„‟«\"‘'"
CLOSING = "”»\"’'"
MARKS = "“”„‟«»\""
EDGE = re.compile(r"^[\s“”„‟«»\"‘’',;:—–-]+|[\s“”„‟«»\"‘’',;:—–-]+$")
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


def bare(text: str) -> str:
    """The words without marks, commas and dashes at either end."""
    return EDGE.sub("", text)


def words(text: str) -> list[str]:
    """Lower-cased words; apostrophes straight, so that two outlets' marks do not differ."""
    return [w.lower().replace("’", "'") for w in WORD.findall(text)]


def mode(quoted: int, total: int) -> str:
    """direct, indirect or mixed, from how many of the content's words stand in quotation marks."""
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= total else "mixed"
