"""Sentences in, what they can be compared by out: content words, numbers, names, and whether something is denied."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

STOP = frozenset(
    "the a an of in on at to for and or but by with from as is are was were be been being that this these those it its their his her they he she "
    "who which had has have will would shall should can could may might must do does did not no nor than then so such into over after before "
    "during between about also said says say told there here when while where what s t re ve ll d m i we you our your us them him me my".split()
)
DENIAL = re.compile(r"\b(?:not|no|never|neither|nor|without|denied?|denies|denying|refus\w+|reject\w+|fail\w*|cancel\w*|n['’]t)\b|n['’]t\b", re.I)
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "e")
SMALL = {w: str(i) for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}


@dataclass(frozen=True, slots=True)
class Words:
    """``names`` are words written with a capital inside a sentence, folded; ``stems`` hold all content words."""

    stems: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    denies: bool


@lru_cache(maxsize=20_000)
def words(text: str) -> Words:
    """What a sentence can be compared by."""
    found = WORD.findall(text)
    content = [w for w in found if fold(w) not in STOP]
    names = {stem(w) for i, w in enumerate(found) if w[0].isupper() and fold(w) not in STOP and (i > 0 or w.isupper())}
    numbers = {n.replace(",", "").rstrip(".") for n in NUMBER.findall(text)} | {SMALL[w.lower()] for w in found if w.lower() in SMALL}
    return Words(
        frozenset(stem(w) for w in content if not w[0].isdigit() and w.lower() not in SMALL), frozenset(numbers), frozenset(names), bool(DENIAL.search(text))
    )


def fold(word: str) -> str:
    """Lower case, accents off, no possessive."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()
    return re.sub(r"['’]s?$", "", plain)


def stem(word: str) -> str:
    """A word without its commonest endings; nothing shorter than four letters is cut off."""
    w = fold(word)
    for end in ENDINGS:
        if w.endswith(end) and len(w) - len(end) >= 4:
            return w[: -len(end)]
    return w


def run(text: str) -> tuple[str, ...]:
    """The words of a quotation in order, folded: marks, dashes and spaces aside."""
    return tuple(fold(w) for w in WORD.findall(text))
