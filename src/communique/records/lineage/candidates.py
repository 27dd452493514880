"""Texts in, pairs that may share words out: sampled grams, an inverted index, furniture dropped. No pair is joined here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from ..tokens import NONE, Hashes, distinct, within
from .words import Text, all_of

SAMPLES = ((300, 8), (150, 4), (75, 2))  # of so many grams one in eight is enough to find a pair by; what a longer text keeps, a shorter keeps too
LEAST = 3
BRIEF, LEAST_OF_BRIEF = 4, 2  # a text so short that more than one gram in four was kept has few to share with a long one
CROWD = 60  # of the texts that have a gram, each is paired with all; where they are more, with the next few
NEXT = 6
Pair = tuple[int, int]


def pairs(texts: Sequence[Text], furniture: Hashes) -> dict[Pair, int]:
    """Index pairs (i < j) with the number of sampled grams they share, at least three, or two where one of them is brief."""
    sketches = [sketch(t.narrative, furniture) for t in texts]
    return count(sketches)


def quotation_pairs(texts: Sequence[Text]) -> dict[Pair, int]:
    """Index pairs whose longer quotations share words."""
    return count([quotations(t) for t in texts], sampled=False)


def quotations(text: Text) -> Hashes:
    """The grams that lie wholly in quotations."""
    return distinct(text.grams[all_of(text.quoted)]) if text.quoted.any() else NONE


def sketch(narrative: Hashes, furniture: Hashes) -> Hashes:
    """The grams by which a text is looked for."""
    rate = next((rate for least, rate in SAMPLES if len(narrative) >= least), 1)
    kept: Hashes = narrative[narrative % np.uint64(rate) == 0]
    return kept[~within(kept, furniture)[0]]


def brief(sketch: Hashes) -> bool:
    """Whether a sketch is of a short text: it holds grams that are left out of the sketches of longer ones."""
    return bool((sketch % np.uint64(BRIEF)).any())


def count(sketches: Sequence[Hashes], *, sampled: bool = True) -> dict[Pair, int]:
    """How many hashes each pair shares, pairs with too few left out."""
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
        for i, j in _next(groups) if size > CROWD else _all(groups):
            lefts.append(i)
            rights.append(j)
    if not lefts:
        return {}
    keys, shared = np.unique(np.concatenate(lefts) * len(sketches) + np.concatenate(rights), return_counts=True)
    short = np.array([sampled and brief(s) for s in sketches])
    enough = shared >= np.where(short[keys // len(sketches)] | short[keys % len(sketches)], LEAST_OF_BRIEF, LEAST)
    return {(int(k) // len(sketches), int(k) % len(sketches)): int(c) for k, c in zip(keys[enough], shared[enough], strict=True)}


def _all(groups: NDArray[np.int64]) -> Iterable[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Every pair of each group."""
    a, b = np.triu_indices(groups.shape[1], 1)
    yield groups[:, a].ravel(), groups[:, b].ravel()


def _next(groups: NDArray[np.int64]) -> Iterable[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Of a crowd, each text with the next few: enough to hold true copies together, and few where strangers share a formula."""
    for k in range(1, NEXT + 1):
        yield groups[:, :-k].ravel(), groups[:, k:].ravel()
