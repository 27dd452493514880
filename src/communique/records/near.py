"""Vectors in, the likeness of every pair that may matter out, without comparing each with each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .vectors import Vector
from .vectors import strongest as _strongest

STRONGEST, LINKING = 25, 2  # compared are pairs that share two of the strongest words of both
CROWD = 30  # and stand no further apart than this, in time, among those that have the word: a word that thousands have pairs none with all
LEAST = 0.05
Pairs = dict[tuple[str, str], float]
Numbers = NDArray[np.int64]


def likeness(vectors: Mapping[str, Vector], order: Sequence[str] = ()) -> Pairs:
    """Cosines of at least .05 by id pair (a < b), rounded. ``order``: the ids by time, for words that a crowd shares."""
    ids = list(order) or sorted(vectors)
    left, right = candidates([strongest(vectors[i]) for i in ids])
    place = {i: n for n, i in enumerate(sorted(ids))}
    by_name = np.array([place[i] for i in ids], dtype=np.int64)
    left, right = by_name[left], by_name[right]
    left, right = np.minimum(left, right), np.maximum(left, right)
    names = sorted(ids)
    return _cosines([vectors[i] for i in names], names, left, right)


def strongest(vector: Vector) -> list[int]:
    """The words by which a thing is looked for, the strongest first, as numbers that any store holds."""
    return _strongest(vector, STRONGEST)


def key(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def candidates(words: Sequence[Sequence[int]]) -> tuple[Numbers, Numbers]:
    """Pairs of places, the first the smaller, that share two of their words and stand near each other among those that have the word; ``words`` in
    order of time.
    """
    if not any(words):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    size = len(words)
    keys, owners = np.array([w for ws in words for w in ws], dtype=np.int64), np.repeat(np.arange(size, dtype=np.int64), [len(w) for w in words])
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    pairs: list[Numbers] = []
    for step in range(1, CROWD + 1):
        same = np.flatnonzero(keys[step:] == keys[:-step])
        if not len(same):
            break
        pairs.append(owners[same] * size + owners[same + step])
    found = np.sort(np.concatenate(pairs)) if pairs else np.zeros(0, dtype=np.int64)
    twice = np.flatnonzero(np.concatenate((found[1:] == found[:-1], [False])) & np.concatenate(([True], found[1:] != found[:-1])))
    return found[twice] // size, found[twice] % size


def _cosines(vectors: Sequence[Vector], names: Sequence[str], left: Numbers, right: Numbers) -> Pairs:
    """Each left vector is spread out over all words once, and its partners are added up against it."""
    if not len(left):
        return {}
    order = np.lexsort((right, left))
    left, right = left[order], right[order]
    _, columns = np.unique(np.concatenate([v.keys for v in vectors]), return_inverse=True)
    ends = np.cumsum([0, *(len(v.keys) for v in vectors)])
    own = [columns[a:b] for a, b in pairwise(ends.tolist())]
    spread = np.zeros(int(columns.max(initial=0)) + 1, dtype=np.float64)
    out: Pairs = {}
    starts = np.flatnonzero(np.concatenate(([True], left[1:] != left[:-1], [True])))
    for start, end in pairwise(starts.tolist()):
        a = int(left[start])
        spread[own[a]] = vectors[a].weights
        for b in right[start:end].tolist():
            score = round(float(np.add.reduce(spread[own[b]] * vectors[b].weights)), 6)
            if score >= LEAST:
                out[names[a], names[b]] = score
        spread[own[a]] = 0.0
    return out
