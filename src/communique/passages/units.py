"""A text in, its blocks out: the spans that an author set apart, each a line, or lines up to a blank one where the file is hard-wrapped."""

from __future__ import annotations

import re
from itertools import pairwise

Span = tuple[int, int]
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
ENDS = tuple(".!?:;…\"”’'»)]—–-_*|")
INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad")
WRAPPED = 0.5
NARROW = 100
FULL = 0.7


def strip(text: str, start: int, end: int) -> Span:
    """The span without white space and invisible characters at its ends (empty where it holds nothing else)."""
    while start < end and (text[start].isspace() or text[start] in INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
        end -= 1
    return start, end


def lines(text: str, start: int = 0) -> list[Span]:
    """Each line that is not blank."""
    found = (strip(text, m.start(), m.end()) for m in LINE.finditer(text, start))
    return [span for span in found if span[1] > span[0]]


def units(text: str, start: int = 0) -> list[Span]:
    """Lines, or where lines break in mid-sentence, the runs of them between blank lines."""
    rows = lines(text, start)
    runs: list[list[Span]] = []
    for row in rows:
        if runs and _adjacent(text, runs[-1][-1][1], row[0]):
            runs[-1].append(row)
        else:
            runs.append([row])
    pairs = [(a, b) for run in runs for a, b in pairwise(run)]
    broken = sum(1 for a, b in pairs if _breaks_off(text, a))
    narrow = sum(1 for a, b in rows if b - a <= NARROW)
    if len(pairs) < 3 or broken < WRAPPED * len(pairs) or narrow < 0.9 * len(rows):
        return rows
    full = sorted(b - a for a, b in rows)[int(len(rows) * 0.8)]
    return [span for run in runs for span in _blocks(run, full)]


def _blocks(run: list[Span], full: int) -> list[Span]:
    """A run as one block, but for short lines at its top: a line that was broken is nearly full, a header's is not."""
    first = next((n for n, (a, b) in enumerate(run) if b - a > FULL * full), len(run))
    rest = [(run[first][0], run[-1][1])] if first < len(run) else []
    return [*run[:first], *rest]


def _adjacent(text: str, end: int, start: int) -> bool:
    """Nothing but one line break lies between."""
    gap = text[end:start].replace("\r\n", "\n")
    return sum(1 for c in gap if c in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029") == 1


def _breaks_off(text: str, row: Span) -> bool:
    return not text[row[0] : row[1]].endswith(ENDS)
