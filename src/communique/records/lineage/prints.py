"""Texts in, how far two of them are from each other out, by their words and marks as written: versions are told apart by commas."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ..tokens import Hashes, Memo, counted, distinct, within
from .words import Text, shingles

MARKS = re.compile(r"\w+|[^\w\s]")
SHOWN = ("title", "subhead", "caption", "rule")
Print = tuple[Hashes, NDArray[np.int64]]  # runs of five words and marks, and how often each is there


class Prints:
    """The prints of some texts, each made when it is first asked for."""

    def __init__(self, texts: Mapping[str, Text]) -> None:
        self.texts = texts
        self.known: dict[str, Print] = {}

    def of(self, i: str) -> Print:
        if i not in self.known:
            self.known[i] = fingerprint(self.texts[i])
        return self.known[i]

    def distance(self, a: str, b: str) -> float:
        """The share of all runs of both that only one of them has."""
        (left, of_left), (right, of_right) = self.of(a), self.of(b)
        found, at = within(left, right)
        both = int(np.minimum(of_left[found], of_right[at[found]]).sum())
        return round(1 - both / max(1, int(of_left.sum()) + int(of_right.sum()) - both), 6)

    def counts(self, ids: Sequence[str]) -> NDArray[np.int64]:
        """A row for each text, a column for each run that one of them has: how often it is there."""
        known = [self.of(i) for i in ids]
        runs = distinct(np.concatenate([hashes for hashes, _ in known]))
        out = np.zeros((len(ids), len(runs)), dtype=np.int64)
        for row, (hashes, times) in zip(out, known, strict=True):
            row[np.searchsorted(runs, hashes)] = times
        return out


def fingerprint(text: Text) -> Print:
    """Every run of five words and marks, subheads too. The page around them is left out."""
    doc, layout = text.layout.document.text, text.layout
    spans = sorted([(s.start, s.end) for s in layout.sentences] + [(f.start, f.end) for f in layout.furniture if f.kind in SHOWN])
    return counted(shingles(np.array([h for start, end in spans for h in _memo().read(doc[start:end])], dtype=np.uint64)))


@cache
def _memo() -> Memo:
    return Memo(MARKS.findall)
