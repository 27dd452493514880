"""Strings in, short stable ids out: ``make_id("statement", "a1", "12") -> "q-3f9a..."``.

An id depends only on what it names, never on the order of arrival, so two stores that hold the same articles hold the
same ids. The letter before the hash says the kind, for a person who reads a command line.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

LETTERS = {
    "article": "a", "origin": "o", "story": "s", "statement": "q", "utterance": "u", "figure": "n", "time": "t",
    "meeting": "m", "commitment": "c", "dispute": "d", "framework": "w", "assessment": "h", "event": "e",
    "disagreement": "x", "absence": "z", "change": "v", "relation": "r", "candidate": "k", "actor": "p", "reading": "g",
    "judgement": "j", "parse": "y",
}  # fmt: skip
DIGITS = 12  # 48 bits: one clash expected among some 20 million ids of a kind


@lru_cache(maxsize=1 << 14)  # readings are asked for theirs again and again
def make_id(kind: str, *parts: str) -> str:
    """Return the id of a thing of ``kind`` made from ``parts``; KeyError if the kind is unknown."""
    raw = "\x1f".join((kind, *parts)).encode("utf-8", "surrogatepass")
    return LETTERS[kind] + hashlib.sha256(raw).hexdigest()[:DIGITS]
