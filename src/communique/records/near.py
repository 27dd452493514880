"""Vectors in, the likeness of every pair that may matter out, without comparing each with each."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from .vectors import Vector

FEW = 2000  # up to so many, every pair is compared
STRONGEST = 40  # of more, only pairs that share one of the strongest words of either
CROWD = 400  # a word that is strong in more things leads nowhere
LEAST = 0.05


def likeness(vectors: Mapping[str, Vector]) -> dict[tuple[str, str], float]:
    """Cosines of at least .05 by id pair (a < b), rounded."""
    ids = sorted(vectors)
    words = {w: n for n, w in enumerate(sorted({w for v in vectors.values() for w in v}))}
    rows = [_row(vectors[i], words) for i in ids]
    out: dict[tuple[str, str], float] = {}
    index: dict[int, list[tuple[int, float]]] = {}
    strong = None if len(ids) <= FEW else _strong(rows)
    for n, (columns, values) in enumerate(rows):
        scores = np.zeros(n, dtype=np.float64)
        for c, v in zip(columns.tolist(), values.tolist(), strict=True):
            for m, x in index.get(c, ()):
                scores[m] += v * x
        allowed = None if strong is None else strong[n]
        for m in np.flatnonzero(scores >= LEAST).tolist():
            if allowed is None or m in allowed:
                out[ids[m], ids[n]] = round(float(scores[m]), 6)
        for c, v in zip(columns.tolist(), values.tolist(), strict=True):
            index.setdefault(c, []).append((n, v))
    return out


def _row(v: Vector, words: Mapping[str, int]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    pairs = sorted((words[w], x) for w, x in v.items())
    return np.array([c for c, _ in pairs], dtype=np.int64), np.array([x for _, x in pairs], dtype=np.float64)


def _strong(rows: list[tuple[NDArray[np.int64], NDArray[np.float64]]]) -> list[set[int]]:
    """For each thing, the earlier ones that share a strong word with it."""
    holders: dict[int, list[int]] = {}
    for n, (columns, values) in enumerate(rows):
        for k in np.argsort(-values, kind="stable")[:STRONGEST].tolist():
            holders.setdefault(int(columns[k]), []).append(n)
    out: list[set[int]] = [set() for _ in rows]
    for group in holders.values():
        if len(group) <= CROWD:
            for k, n in enumerate(group):
                out[n].update(group[:k])
    return out
