"""Texts in, pairs that may share words out: sampled grams, an inverted index, furniture dropped. No pair is joined here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from .words import Hashes, Text

SAMPLE = np.uint64(8)  # one gram in eight is enough to find a pair, and the share among those kept is unbiased
SHORT = 300  # a text of fewer grams keeps them all, or eight would leave it too few to be found by
LEAST = 3
CROWD = 60  # a gram in more texts than this is looked at before its texts are paired
RELATED = 0.1  # share of sampled grams that texts of one crowd must have in common, or what they share is furniture
Pair = tuple[int, int]


def pairs(texts: Sequence[Text], furniture: Hashes) -> dict[Pair, int]:
    """Index pairs (i < j) with the number of sampled grams they share, at least three."""
    sketches = [sketch(t.narrative, furniture) for t in texts]
    return count(sketches)


def quotation_pairs(texts: Sequence[Text]) -> dict[Pair, int]:
    """Index pairs whose longer quotations share words."""
    return count([np.unique(t.grams[_inside(t)]) for t in texts])


def _inside(text: Text) -> NDArray[np.bool_]:
    """Which grams lie wholly in quotations."""
    n = len(text.grams)
    inside = np.ones(n, dtype=np.bool_)
    for k in range(5):
        inside &= text.quoted[k : k + n]
    return inside


def sketch(narrative: Hashes, furniture: Hashes) -> Hashes:
    """The grams by which a text is looked for."""
    kept = narrative if len(narrative) < SHORT else narrative[narrative % SAMPLE == 0]
    return kept if not len(furniture) else np.setdiff1d(kept, furniture, assume_unique=True)


def count(sketches: Sequence[Hashes]) -> dict[Pair, int]:
    """How many hashes each pair shares, pairs with fewer than three left out."""
    if not sketches or not (total := sum(map(len, sketches))):
        return {}
    grams = np.concatenate(sketches)
    owners = np.repeat(np.arange(len(sketches), dtype=np.int64), [len(s) for s in sketches])
    order = np.lexsort((owners, grams))
    grams, owners = grams[order], owners[order]
    edges = np.flatnonzero(np.concatenate(([True], grams[1:] != grams[:-1], [True])))
    lefts: list[NDArray[np.int64]] = []
    rights: list[NDArray[np.int64]] = []
    sizes = np.diff(edges)
    del total
    for size in np.unique(sizes[sizes > 1]):
        rows = edges[:-1][sizes == size][:, None] + np.arange(size)
        groups = owners[rows]
        for i, j in _within(groups, sketches) if size > CROWD else _all(groups):
            lefts.append(i)
            rights.append(j)
    if not lefts:
        return {}
    keys, shared = np.unique(np.concatenate(lefts) * len(sketches) + np.concatenate(rights), return_counts=True)
    enough = shared >= LEAST
    return {(int(k) // len(sketches), int(k) % len(sketches)): int(c) for k, c in zip(keys[enough], shared[enough], strict=True)}


def _all(groups: NDArray[np.int64]) -> Iterable[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Every pair of each group."""
    a, b = np.triu_indices(groups.shape[1], 1)
    yield groups[:, a].ravel(), groups[:, b].ravel()


def _within(groups: NDArray[np.int64], sketches: Sequence[Hashes]) -> Iterable[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Of a crowd, each text with the first few and with the next: enough to hold true copies together. A crowd of strangers gives nothing."""
    for group in groups:
        if _akin([sketches[int(i)] for i in group[:: max(1, len(group) // 8)]]):
            for k in range(4):
                yield np.full(len(group) - k - 1, group[k]), group[k + 1 :]
            yield group[:-1], group[1:]


def _akin(some: Sequence[Hashes]) -> bool:
    shares = sorted(
        len(np.intersect1d(a, b, assume_unique=True)) / max(1, min(len(a), len(b))) for n, a in enumerate(some) for b in some[n + 1 :]
    )
    return bool(shares) and shares[len(shares) // 2] >= RELATED
