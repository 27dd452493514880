"""An article's words in, a weighted vector out: what is it about? ``Vectors().of(title, text)``. Weights come from a frozen table.

The table (``data/idf.json``, made by ``bench/stories_idf.py``) does not change as articles arrive, so neither does the
likeness of two articles once they are in.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .tokens import NONE, Hashes, Memo, counted, key, within

Weights = NDArray[np.float64]
WORD = re.compile(r"[^\W\d_][^\W_]*(?:[’'-][^\W_]+)*|\d+(?:[.,]\d+)*")
POSSESSIVE = re.compile(r"[’']s?$")
TITLE, LEAD = 3, 2
LEAD_WORDS = 60
COMMON = 1.0  # words in more than a third of all texts say nothing


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """Terms as numbers, sorted, and their weights; of unit length, or empty."""

    keys: Hashes
    weights: Weights

    def pack(self) -> bytes:
        """As a store keeps it: weights, then keys, each of eight bytes, the lowest first."""
        return self.weights.astype("<f8").tobytes() + self.keys.astype("<u8").tobytes()

    @classmethod
    def unpack(cls, packed: bytes) -> Vector:
        half = len(packed) // 2
        return cls(np.frombuffer(packed[half:], dtype="<u8").astype(np.uint64), np.frombuffer(packed[:half], dtype="<f8").astype(np.float64))


NOTHING = Vector(NONE, np.zeros(0, dtype=np.float64))


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


def vector(title: str, body: str) -> Vector:
    """Unit-length weights: words of the title count three times, those of the lead twice."""
    read, heads = memo().read(body), memo().read(title)
    return weigh(np.array([*read, *read[:LEAD_WORDS], *heads * TITLE], dtype=np.uint64))


def of_words(words: Iterable[str]) -> Vector:
    """The vector of loose words, without title or lead."""
    return weigh(np.array([key(fold(w)) for w in words], dtype=np.uint64))


def weigh(keys: Hashes) -> Vector:
    """The vector of terms, each as often as it is there."""
    terms, counts = counted(keys)
    rare = rarities(terms)
    telling = rare > COMMON
    return unit(terms[telling], (1 + np.log(counts[telling])) * rare[telling])


def rarities(keys: Hashes) -> Weights:
    """``idf`` of each term."""
    known, weights = _known()
    found, at = within(keys, known)
    rare = weights[at]
    rare[~found] = idf("")
    return rare


@cache
def _known() -> tuple[Hashes, Weights]:
    """The terms of the frozen table as numbers, and how rare they are."""
    known = sorted((key(term), idf(term)) for term in table()["terms"])
    return np.array([k for k, _ in known], dtype=np.uint64), np.array([w for _, w in known], dtype=np.float64)


@cache
def memo() -> Memo:
    return Memo(terms)


def unit(keys: Hashes, weights: Weights) -> Vector:
    length = math.sqrt(float(np.add.reduce(weights * weights)))
    return Vector(keys, weights / length) if length else NOTHING


def cosine(a: Vector, b: Vector) -> float:
    """Rounded, so that no order of adding up shows."""
    if len(a.keys) > len(b.keys):
        a, b = b, a
    found, at = within(a.keys, b.keys)
    return round(float(np.add.reduce(a.weights[found] * b.weights[at[found]])), 6)


def strongest(vector: Vector, n: int) -> list[int]:
    """The terms of the greatest weight, as signed numbers: what any store can hold."""
    found: list[int] = vector.keys[np.lexsort((vector.keys, -vector.weights))[:n]].view(np.int64).tolist()
    return found


def mean(vectors: Sequence[Vector]) -> Vector:
    """The middle of some vectors, of unit length."""
    if len(vectors) < 2:
        return vectors[0] if vectors else NOTHING
    keys = np.concatenate([v.keys for v in vectors])
    order = np.argsort(keys, kind="stable")
    keys, weights = keys[order], np.concatenate([v.weights for v in vectors])[order]
    if not len(keys):
        return NOTHING
    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    return unit(keys[first], np.add.reduceat(weights, first))
