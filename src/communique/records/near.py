"""Vectors in, the likeness of every pair that may matter out, without comparing each with each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .vectors import Vector, cosine

FEW = 300  # up to so many, every pair is compared
STRONGEST = 20  # of more, only pairs that share one of the strongest words of both
CROWD = 60  # where more than so many share a word, each is compared with the next of them in time
LEAST = 0.05
Pairs = dict[tuple[str, str], float]


def likeness(vectors: Mapping[str, Vector], order: Sequence[str] = ()) -> Pairs:
    """Cosines of at least .05 by id pair (a < b), rounded. ``order``: the ids by time, for words that a crowd shares."""
    ids = list(order) or sorted(vectors)
    pairs = {_key(a, b) for n, a in enumerate(ids) for b in ids[n + 1 :]} if len(ids) <= FEW else _candidates(vectors, ids)
    out: Pairs = {}
    for a, b in pairs:
        score = cosine(vectors[a], vectors[b])
        if score >= LEAST:
            out[a, b] = score
    return out


def _key(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _candidates(vectors: Mapping[str, Vector], ids: Sequence[str]) -> set[tuple[str, str]]:
    """Pairs that share at least two of the strongest words of each."""
    holders: dict[str, list[int]] = {}
    for n, i in enumerate(ids):
        for w in sorted(vectors[i], key=lambda w: (-vectors[i][w], w))[:STRONGEST]:
            holders.setdefault(w, []).append(n)
    once: set[int] = set()
    twice: set[int] = set()
    size = len(ids)
    for group in holders.values():
        for k, n in enumerate(group):
            for m in group[k + 1 : k + 1 + CROWD]:
                pair = n * size + m
                (twice if pair in once else once).add(pair)
    return {_key(ids[p // size], ids[p % size]) for p in twice}
