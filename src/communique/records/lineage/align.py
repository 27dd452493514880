"""Two texts in, what they share out: runs of equal words with their places, and how much of each text that is.

The result is the explanation of an edge: every run is a pair of passages that say the same words.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..tokens import Hashes, within
from .places import Flags
from .words import GRAM, Text

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
    own_a, own_b = clean(a, furniture), clean(b, furniture)
    shared = int(np.count_nonzero(within(own_a, own_b)[0]))
    return shared, shared / max(1, len(own_a)), shared / max(1, len(own_b))


def clean(text: Text, furniture: Hashes) -> Hashes:
    """The narrative without formulas."""
    found = within(text.narrative, furniture)[0]
    return text.narrative[~found] if found.any() else text.narrative


def compare(a: Text, b: Text, furniture: Hashes) -> Shared:
    shared, of_a, of_b = overlap(a, b, furniture)
    return Shared(shared, of_a, of_b, tuple(runs(a, b)))


def runs(a: Text, b: Text) -> list[Run]:
    """Maximal runs of at least five equal words; each word of ``a`` lies in one run at most, the longest that starts there."""
    order = np.argsort(b.grams, kind="stable")
    there = b.grams[order]
    first, last = (np.searchsorted(there, a.grams, side) for side in ("left", "right"))
    places = last - first
    starts = np.flatnonzero((places > 0) & (places <= PLACES))
    froms, ends, order_ = first[starts].tolist(), last[starts].tolist(), order.tolist()
    out: list[Run] = []
    reached, expected = 0, -1
    for i, lo, hi in zip(starts.tolist(), froms, ends, strict=True):
        if i < reached:
            continue
        best, at = 0, 0
        for j in order_[lo:hi]:
            n = _reach(a.hashes, b.hashes, i, j)
            if n > best or (n == best and abs(j - expected) < abs(at - expected)):
                best, at = n, j
        out.append(Run(i, at, best))
        expected = at + best
        reached = i + best
    return out


def _reach(a: Hashes, b: Hashes, i: int, j: int) -> int:
    """How many words are equal from there; looked at in ever longer pieces, so that short runs in long texts cost little."""
    n, end, piece = GRAM, min(len(a) - i, len(b) - j), 16
    while n < end:
        other = a[i + n : min(i + n + piece, i + end)] != b[j + n : min(j + n + piece, j + end)]
        miss = int(other.argmax())
        if other[miss]:
            return n + miss
        n += len(other)
        piece *= 2
    return n


def covered(n: int, spans: list[tuple[int, int]]) -> Flags:
    """Which of ``n`` words lie in one of the (start, length) spans."""
    flags = np.zeros(n, dtype=np.bool_)
    for start, length in spans:
        flags[start : start + length] = True
    return flags
