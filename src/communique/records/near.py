"""Vectors in, the likeness of every pair that may matter out, without comparing each with each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .vectors import Vector, cosine

STRONGEST, LINKING = 25, 2  # compared are pairs that share two of the strongest words of both
CROWD = 30  # and stand no further apart than this, in time, among those that have the word: a word that thousands have pairs none with all
LEAST = 0.05
Pairs = dict[tuple[str, str], float]


def likeness(vectors: Mapping[str, Vector], order: Sequence[str] = ()) -> Pairs:
    """Cosines of at least .05 by id pair (a < b), rounded. ``order``: the ids by time, for words that a crowd shares."""
    out: Pairs = {}
    for a, b in _candidates(vectors, list(order) or sorted(vectors)):
        score = cosine(vectors[a], vectors[b])
        if score >= LEAST:
            out[a, b] = score
    return out


def strongest(vector: Vector) -> list[str]:
    """The words by which a thing is looked for, the strongest first."""
    return sorted(vector, key=lambda w: (-vector[w], w))[:STRONGEST]


def key(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _candidates(vectors: Mapping[str, Vector], ids: Sequence[str]) -> set[tuple[str, str]]:
    """Pairs that share two of the strongest words of each and stand near each other among those that have the word."""
    holders: dict[str, list[int]] = {}
    for n, i in enumerate(ids):
        for w in strongest(vectors[i]):
            holders.setdefault(w, []).append(n)
    once: set[int] = set()
    twice: set[int] = set()
    size = len(ids)
    for group in holders.values():
        for k, n in enumerate(group):
            for m in group[k + 1 : k + 1 + CROWD]:
                pair = n * size + m
                (twice if pair in once else once).add(pair)
    return {key(ids[p // size], ids[p % size]) for p in twice}
