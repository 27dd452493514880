"""Two texts in, what they share out: runs of equal words with their places, and how much of each text that is.

The result is the explanation of an edge: every run is a pair of passages that say the same words.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .words import GRAM, Flags, Hashes, Text

PLACES = 8  # a gram that stands in more places of one text is a refrain and starts no run


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` equal words from word ``a`` of one text and word ``b`` of the other."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class Shared:
    """``shared``: distinct narrative grams in both; ``of_a``/``of_b``: their share of each text's. ``runs`` in order of ``a``."""

    shared: int
    of_a: float
    of_b: float
    runs: tuple[Run, ...]

    @property
    def most(self) -> float:
        return max(self.of_a, self.of_b)


def overlap(a: Text, b: Text, furniture: Hashes) -> tuple[int, float, float]:
    """Shared narrative grams, and their share of each text."""
    own_a, own_b = _clean(a, furniture), _clean(b, furniture)
    shared = len(np.intersect1d(own_a, own_b, assume_unique=True))
    return shared, shared / max(1, len(own_a)), shared / max(1, len(own_b))


def _clean(text: Text, furniture: Hashes) -> Hashes:
    return np.setdiff1d(text.narrative, furniture, assume_unique=True) if len(furniture) else text.narrative


def compare(a: Text, b: Text, furniture: Hashes) -> Shared:
    shared, of_a, of_b = overlap(a, b, furniture)
    return Shared(shared, of_a, of_b, tuple(runs(a, b)))


def runs(a: Text, b: Text) -> list[Run]:
    """Maximal runs of at least five equal words; each word of ``a`` lies in one run at most, the longest that starts there."""
    places: dict[int, list[int]] = {}
    for j, g in enumerate(b.grams.tolist()):
        places.setdefault(g, []).append(j)
    out: list[Run] = []
    i, last = 0, len(a.grams)
    grams = a.grams.tolist()
    expected = -1
    while i < last:
        starts = places.get(grams[i], ())
        if not starts or len(starts) > PLACES:
            i += 1
            continue
        best, at = 0, 0
        for j in starts:
            n = _reach(a.words, b.words, i, j)
            if n > best or (n == best and abs(j - expected) < abs(at - expected)):
                best, at = n, j
        out.append(Run(i, at, best))
        expected = at + best
        i += best
    return out


def _reach(a: tuple[str, ...], b: tuple[str, ...], i: int, j: int) -> int:
    n, end = GRAM, min(len(a) - i, len(b) - j)
    while n < end and a[i + n] == b[j + n]:
        n += 1
    return n


def covered(n: int, spans: list[tuple[int, int]]) -> Flags:
    """Which of ``n`` words lie in one of the (start, length) spans."""
    flags = np.zeros(n, dtype=np.bool_)
    for start, length in spans:
        flags[start : start + length] = True
    return flags
