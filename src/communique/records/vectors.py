"""An article's words in, a weighted vector out: what is it about? ``Vectors().of(title, text)``. Weights come from a frozen table.

The table (``data/idf.json``, made by ``bench/stories_idf.py``) does not change as articles arrive, so neither does the
likeness of two articles once they are in.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

Vector = Mapping[str, float]
WORD = re.compile(r"[^\W\d_][^\W_]*(?:[’'-][^\W_]+)*|\d+(?:[.,]\d+)*")
POSSESSIVE = re.compile(r"[’']s?$")
TITLE, LEAD = 3, 2
LEAD_WORDS = 60
COMMON = 1.0  # words in more than a third of all texts say nothing


@cache
def table() -> dict[str, Any]:
    """``documents`` and, for each term, in how many of them it stands."""
    found: dict[str, Any] = json.loads((files(__package__) / "data" / "idf.json").read_text(encoding="utf-8"))
    return found


@cache
def idf(term: str) -> float:
    known = table()
    return math.log((known["documents"] + 1) / (known["terms"].get(term, 0) + 0.5))


def terms(text: str) -> list[str]:
    """Words as they are compared: lower case, no possessive, plural folded into singular."""
    return [fold(w) for w in WORD.findall(text)]


@lru_cache(maxsize=1 << 18)
def fold(word: str) -> str:
    """One word as it is compared."""
    word = POSSESSIVE.sub("", word.lower())
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and word[-2] not in "siu":
        return word[:-1]
    return word


def vector(title: str, body: str) -> dict[str, float]:
    """Unit-length weights: words of the title count three times, those of the lead twice."""
    words = terms(body)
    counts: Counter[str] = Counter(words)
    counts.update(words[:LEAD_WORDS])
    for w in terms(title):
        counts[w] += TITLE
    return weigh(counts)


def of_words(words: Iterable[str]) -> dict[str, float]:
    """The vector of loose words, without title or lead."""
    return weigh(Counter(map(fold, words)))


def weigh(counts: Mapping[str, int]) -> dict[str, float]:
    return unit({w: (1 + math.log(n)) * idf(w) for w, n in counts.items() if idf(w) > COMMON})


def unit(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(v * v for _, v in sorted(weights.items())))
    return {w: v / length for w, v in sorted(weights.items())} if length else {}


def cosine(a: Vector, b: Vector) -> float:
    """Rounded, so that no order of adding up shows."""
    if len(a) > len(b):
        a, b = b, a
    return round(math.fsum(v * b[w] for w, v in a.items() if w in b), 6)


def mean(vectors: Iterable[Vector]) -> dict[str, float]:
    total: dict[str, list[float]] = {}
    for v in vectors:
        for w, x in v.items():
            total.setdefault(w, []).append(x)
    return unit({w: math.fsum(xs) for w, xs in total.items()})
