"""Versions in, which of them stand next to each other out: a line, each made out of the one before, where the texts look like one; else the smallest tree.

Two things make texts near: the share of runs of words that only one has, and the number of edits between them, where a long new paragraph is one edit
and what several versions changed together is counted once. A line is asked for first, since versions of one text follow upon each other; its direction
is what all votes together speak for. Copies that were each edited by themselves (one text, three outlets) make no line: they share no edits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from .origins import Groups
from .prints import Prints

MOST = 8  # versions that a line is looked for among; every order of them is weighed
VOICE = 0.02  # what a vote on which of two came first weighs beside how near texts stand (1: as near as two of them do on average)
ALONE = 0.5  # share of its edits that a version may lack in the one behind it on the line
SLACK = 0.05  # share of the smallest tree's length by which a line may be longer
FAR = 1e6
Pair = tuple[str, str]
Link = tuple[float, str, str]
Balance = Callable[[str, str], float]  # more than nought: the first of the two is the earlier
Table = NDArray[np.float64]


def neighbours(members: Sequence[str], linked: Iterable[Pair], prints: Prints, balance: Balance) -> list[Link]:
    """The links (distance, a, b) that join the members, a < b, nearest first. Only ``linked`` pairs may be joined."""
    ids = sorted(members)
    known = frozenset(ids)
    pairs = {(a, b) for a, b in linked if a in known and b in known}
    if len(pairs) < 3:  # noqa: PLR2004  nothing to choose from
        return tree(pairs, ids, dict.fromkeys(pairs, 0.0))
    if not 2 < len(ids) <= MOST:
        return tree(pairs, ids, {(a, b): prints.distance(a, b) for a, b in pairs})
    far = {p: d for p, d in _far(ids, prints).items() if p in pairs}
    found = tree(pairs, ids, far)
    line = _line(ids, far, {p: VOICE * balance(*p) for p in pairs})
    return line if line and _holds(line, found) else found


def tree(pairs: Iterable[Pair], ids: Sequence[str], far: Mapping[Pair, float]) -> list[Link]:
    """The smallest tree."""
    groups = Groups(ids)
    out = []
    for d, a, b in sorted((far[p], *p) for p in pairs):
        if groups.find(a) != groups.find(b):
            groups.join(a, b)
            out.append((d, a, b))
    return out


def _far(ids: Sequence[str], prints: Prints) -> dict[Pair, float]:
    """How far each pair stands apart, one being the middle of all: shares and edits in equal parts."""
    pairs = list(combinations(range(len(ids)), 2))
    shares = np.array([prints.distance(ids[a], ids[b]) for a, b in pairs])
    edits = _edits(prints.counts(ids))
    told = np.array([edits[a, b] for a, b in pairs])
    both = np.sqrt(shares / (shares.mean() or 1.0) * told / (told.mean() or 1.0))
    return {(ids[a], ids[b]): round(float(d), 6) for (a, b), d in zip(pairs, both, strict=True)}


def _edits(counts: NDArray[np.int64]) -> Table:
    """Between every two rows, the edits that set them apart: runs that come and go together are one, and weigh as the logarithm of their number."""
    kinds, sizes = np.unique(counts, axis=1, return_counts=True)
    weight = np.log1p(sizes)
    return np.array([[float(weight[a != b].sum()) for b in kinds] for a in kinds])


def _line(ids: Sequence[str], far: Mapping[Pair, float], said: Mapping[Pair, float]) -> list[Link] | None:
    """The shortest way through all of them, each vote that it follows making it shorter; None where a link is wanting."""
    n = len(ids)
    step, early = np.full((n, n), FAR), np.zeros((n, n))
    for (a, b), d in far.items():
        i, j = ids.index(a), ids.index(b)
        step[i, j] = step[j, i] = d
        early[i, j], early[j, i] = said[a, b], -said[a, b]
    last, before = _shortest(step.tolist(), early)
    seen, way = (1 << n) - 1, [last]
    while (at := before[seen][way[-1]]) is not None:
        seen ^= 1 << way[-1]
        way.append(at)
    links = [(a, b) if a < b else (b, a) for a, b in zip(way[1:], way[:-1], strict=True)]
    if any(step[i, j] >= FAR for i, j in links):
        return None
    return sorted((float(step[i, j]), ids[i], ids[j]) for i, j in links)


def _shortest(step: list[list[float]], early: Table) -> tuple[int, list[list[int | None]]]:
    """For each set of versions and its last one, which stood before it on the shortest way (a version of a set is a bit); and the last of all."""
    n = len(step)
    cost = [[FAR * n] * n for _ in range(1 << n)]
    before: list[list[int | None]] = [[None] * n for _ in range(1 << n)]
    for i in range(n):
        cost[1 << i][i] = 0.0
    for seen in range(1, 1 << n):
        inside = [i for i in range(n) if seen >> i & 1]
        for new in (i for i in range(n) if not seen >> i & 1):
            against, wider = float(early[inside, new].sum()), seen | 1 << new
            for last in inside:
                c = round(cost[seen][last] + step[last][new] - against, 9)
                if c < cost[wider][new]:
                    cost[wider][new], before[wider][new] = c, last
    return min(range(n), key=lambda i: cost[-1][i]), before


def _holds(line: Sequence[Link], found: Sequence[Link]) -> bool:
    """Whether a line is hardly longer than the tree, or only by what versions that hang side by side in the tree share.

    Of versions side by side the line puts one behind another; were they edited each by itself, it would be longer by all of the one's edits.
    """
    at: dict[str, list[float]] = {}
    for d, a, b in found:
        at.setdefault(a, []).append(d)
        at.setdefault(b, []).append(d)
    aside = sum(sum(sorted(ds)[: len(ds) - 2]) for ds in at.values())
    length = sum(d for d, _, _ in found)
    return sum(d for d, _, _ in line) - length <= ALONE * aside + SLACK * length
