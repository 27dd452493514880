"""Likenesses between things in, groups out; the same for any order of the things. ``clusters(ids, likeness, low=0.19, join=0.13)``.

First parts: components over pairs of at least ``low``, a large one cut at a higher bar. Then, inside each part alone, average link, and each thing
settles where it is likest. So what a part comes to depends on nothing outside it, and a new thing leaves all parts but its own as they were.
Sums are whole numbers, so adding up in another order gives the same; ties go to the smaller ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

UNIT = 1_000_000
ROUNDS = 5
LARGE = 400  # a component of more things is cut at a higher bar first
STEP = 20_000  # by so much higher
BELOW = -float(1 << 40)  # below every likeness
Pairs = Mapping[tuple[str, str], float]
Whole = NDArray[np.int64]


def clusters(ids: Sequence[str], likeness: Pairs, *, low: float, join: float, keep: float | None = None) -> list[tuple[str, ...]]:
    """``likeness`` holds pairs (a, b) with a < b; a pair that is not there counts as nought. With ``keep``, things settle afterwards."""
    whole = {pair: round(v * UNIT) for pair, v in likeness.items()}
    return sorted(g for part, pairs, _ in components(sorted(ids), whole, round(low * UNIT)) for g in grouped(part, pairs, join=join, keep=keep))


def grouped(part: Sequence[str], pairs: Mapping[tuple[str, str], int], *, join: float, keep: float | None = None) -> list[tuple[str, ...]]:
    """The groups of one part; ``pairs`` in whole numbers."""
    ids = sorted(part)
    place = {i: n for n, i in enumerate(ids)}
    table = np.zeros((len(ids), len(ids)), dtype=np.int64)
    for (a, b), v in pairs.items():
        table[place[a], place[b]] = table[place[b], place[a]] = v
    home = average_link(table, round(join * UNIT))
    if keep is not None:
        settle(table, home, round(keep * UNIT))
    out: dict[int, list[str]] = {}
    for n, i in enumerate(ids):
        out.setdefault(int(home[n]), []).append(i)
    return [tuple(g) for g in out.values()]


def average_link(table: Whole, join: int) -> Whole:
    """Each thing's group, named by its smallest member: the two likest groups become one, as long as their pairs are alike by ``join`` on average."""
    n = len(table)
    home, sizes = np.arange(n), np.ones(n, dtype=np.int64)
    sums = table.copy()
    means = np.where(np.triu(np.ones((n, n), dtype=np.bool_), 1), sums, BELOW).astype(np.float64)  # of groups a < b
    best = means.max(axis=1, initial=BELOW)
    while n > 1 and best.max() >= join:
        a = int(best.argmax())
        b = int(means[a].argmax())
        sums[a] += sums[b]
        sums[:, a] = sums[a]
        sizes[a] += sizes[b]
        home[home == b] = a
        means[b, :] = means[:, b] = BELOW
        alive = np.flatnonzero(np.bincount(home, minlength=n))
        before, after = alive[alive < a], alive[alive > a]
        means[before, a] = sums[before, a] / (sizes[before] * sizes[a])
        means[a, after] = sums[a, after] / (sizes[after] * sizes[a])
        best = means.max(axis=1, initial=BELOW)
    return home


def settle(table: Whole, home: Whole, keep: int) -> None:
    """Each thing moves to the group of its part that it is likest to on average, in the order of ids, until none does. What joined early may be better
    placed late. A thing alone moves where that likeness is at least ``keep``.
    """
    n = len(table)
    sizes = np.bincount(home, minlength=n)
    for _ in range(ROUNDS):
        if not sum([_move(i, table[i], home, sizes, keep) for i in range(n)]):
            break


def _move(i: int, near: Whole, home: Whole, sizes: Whole, keep: int) -> bool:
    own = int(home[i])
    sums = np.bincount(home, weights=near, minlength=len(home))
    here = sums[own] / (sizes[own] - 1) if sizes[own] > 1 else float(keep)
    there = np.where((sizes > 0) & (np.bincount(home[near != 0], minlength=len(home)) > 0), sums / np.maximum(sizes, 1), BELOW)
    there[own] = BELOW
    best = int(there.argmax())
    if there[best] <= here:
        return False
    sizes[own] -= 1
    sizes[best] += 1
    home[i] = best
    return True


def components(ids: Sequence[str], whole: Mapping[tuple[str, str], int], low: int) -> list[tuple[list[str], dict[tuple[str, str], int], int]]:
    """Connected groups with the pairs inside them and their bar; those that are too large are split at a higher one."""
    parent = {i: i for i in ids}

    def find(i: str) -> str:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for (a, b), v in whole.items():
        if v >= low:
            x, y = sorted((find(a), find(b)))
            parent[y] = x
    groups: dict[str, list[str]] = {}
    for i in ids:
        groups.setdefault(find(i), []).append(i)
    inside: dict[str, dict[tuple[str, str], int]] = {g: {} for g in groups}
    for (a, b), v in whole.items():
        if find(a) == find(b):
            inside[find(a)][a, b] = v
    out = []
    for g, members in sorted(groups.items()):
        if len(members) > LARGE and low < UNIT:
            out.extend(components(members, inside[g], low + STEP))
        else:
            out.append((members, inside[g], low))
    return out
