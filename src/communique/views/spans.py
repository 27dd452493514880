"""Two texts in, the longest runs of words that both hold out: what a copy took over."""

from __future__ import annotations

import re

WORD = re.compile(r"\w+")
RUN = 8  # words in a row that two writers hardly choose alike


def shared(first: str, second: str, most: int = 5) -> list[str]:
    """The longest runs, as ``second`` writes them, none inside another."""
    a = [m.group().casefold() for m in WORD.finditer(first)]
    found = list(WORD.finditer(second))
    b = [m.group().casefold() for m in found]
    at: dict[tuple[str, ...], int] = {}
    for i in range(len(a) - RUN + 1):
        at.setdefault(tuple(a[i : i + RUN]), i)
    runs, j = [], 0
    while j + RUN <= len(b):
        i = at.get(tuple(b[j : j + RUN]), -1)
        if i < 0:
            j += 1
            continue
        n = RUN
        while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
            n += 1
        runs.append((n, j))
        j += n
    longest = sorted(runs, key=lambda r: (-r[0], r[1]))[:most]
    return [" ".join(second[found[j].start() : found[j + n - 1].end()].split()) for n, j in longest]
