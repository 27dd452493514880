"""Likenesses between things in, groups out; the same for any order of the things. ``clusters(ids, likeness, low=0.19, join=0.13)``.

First parts: components over pairs of at least ``low``, a large one cut at a higher bar. Then, inside each part alone, average link, and each thing
settles where it is likest. So what a part comes to depends on nothing outside it, and a new thing leaves all parts but its own as they were.
Sums are whole numbers, so adding up in another order gives the same; ties go to the smaller ids.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Mapping, Sequence

UNIT = 1_000_000
ROUNDS = 5
LARGE = 400  # a component of more things is cut at a higher bar first
STEP = 20_000  # by so much higher
Pairs = Mapping[tuple[str, str], float]


def clusters(ids: Sequence[str], likeness: Pairs, *, low: float, join: float, keep: float | None = None) -> list[tuple[str, ...]]:
    """``likeness`` holds pairs (a, b) with a < b; a pair that is not there counts as nought. With ``keep``, things settle afterwards."""
    whole = {pair: round(v * UNIT) for pair, v in likeness.items()}
    return sorted(g for part, pairs in components(sorted(ids), whole, round(low * UNIT)) for g in grouped(part, pairs, join=join, keep=keep))


def grouped(part: Sequence[str], pairs: Mapping[tuple[str, str], int], *, join: float, keep: float | None = None) -> list[tuple[str, ...]]:
    """The groups of one part; ``pairs`` in whole numbers."""
    out = average_link(part, pairs, round(join * UNIT))
    return out if keep is None else settle(out, pairs, round(keep * UNIT))


def settle(groups: Sequence[Sequence[str]], whole: Mapping[tuple[str, str], int], keep: int) -> list[tuple[str, ...]]:
    """Each thing moves to the group of its part that it is likest to on average, in the order of ids, until none does. What joined early may be better placed
    late. A thing alone moves where that likeness is at least ``keep``.
    """
    near: dict[str, list[tuple[str, int]]] = {}
    for (a, b), v in whole.items():
        near.setdefault(a, []).append((b, v))
        near.setdefault(b, []).append((a, v))
    home = {i: n for n, g in enumerate(sorted(map(tuple, groups))) for i in g}
    size = Counter(home.values())
    for _ in range(ROUNDS):
        moved = [i for i in sorted(home) if _move(i, near.get(i, ()), home, size, keep)]
        if not moved:
            break
    out: dict[int, list[str]] = {}
    for i in sorted(home):
        out.setdefault(home[i], []).append(i)
    return [tuple(g) for g in out.values()]


def _move(i: str, near: Sequence[tuple[str, int]], home: dict[str, int], size: Counter[int], keep: int) -> bool:
    sums: Counter[int] = Counter()
    for other, v in near:
        sums[home[other]] += v
    own = home[i]
    here = sums[own] / (size[own] - 1) if size[own] > 1 else float(keep)
    there = {n: v / size[n] for n, v in sums.items() if n != own}
    best = max(there, key=lambda n: (there[n], -n), default=own)
    if best == own or there[best] <= here:
        return False
    size[own] -= 1
    size[best] += 1
    home[i] = best
    return True


def components(ids: Sequence[str], whole: Mapping[tuple[str, str], int], low: int) -> list[tuple[list[str], dict[tuple[str, str], int]]]:
    """Connected groups with the pairs inside them; those that are too large are split at a higher bar."""
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
            out.append((members, inside[g]))
    return out


def average_link(ids: Sequence[str], pairs: Mapping[tuple[str, str], int], join: int) -> list[tuple[str, ...]]:
    """The two likest groups become one, as long as their members' pairs are alike by ``join`` on average."""
    members = {i: [i] for i in ids}
    sums: dict[str, dict[str, int]] = {i: {} for i in ids}
    heap: list[tuple[float, str, str]] = []
    for (a, b), v in pairs.items():
        sums[a][b] = sums[b][a] = v
        heap.append((-float(v), min(a, b), max(a, b)))
    heapq.heapify(heap)
    while heap:
        score, a, b = heapq.heappop(heap)
        if -score < join:
            break
        if b not in sums.get(a, {}) or -score != sums[a][b] / (len(members[a]) * len(members[b])):
            continue
        _merge(a, b, members, sums, heap)
    return [tuple(sorted(m)) for _, m in sorted(members.items())]


def _merge(a: str, b: str, members: dict[str, list[str]], sums: dict[str, dict[str, int]], heap: list[tuple[float, str, str]]) -> None:
    """Group b becomes part of a (a < b, so a group keeps its smallest id)."""
    members[a] += members.pop(b)
    for c, v in sums.pop(b).items():
        del sums[c][b]
        if c != a:
            sums[a][c] = sums[c][a] = sums[a].get(c, 0) + v
    for c, v in sums[a].items():
        heapq.heappush(heap, (-(v / (len(members[a]) * len(members[c]))), min(a, c), max(a, c)))
