"""A text and its sentences in, where each content word stands out: what ``WORD.finditer`` finds in each sentence, ten times as quick."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ...model.layout import Sentence

INNER = "’'.,"
TABLE = 1 << 16  # characters looked up; what lies beyond is asked one by one
Numbers = NDArray[np.int32]
Flags = NDArray[np.bool_]


def places(text: str, sentences: Sequence[Sentence]) -> tuple[Numbers, Numbers]:
    """Starts and ends of the words of all sentences, in text order."""
    if not sentences:
        none = np.zeros(0, dtype=np.int32)
        return none, none
    letter, mark = _kinds(text)
    starts, ends = (np.array([getattr(s, side) for s in sentences], dtype=np.int64) for side in ("start", "end"))
    inside = np.zeros(len(text) + 2, dtype=np.bool_)  # one more on both sides: what stands beside a character is asked without looking for the text's ends
    inside[1:-1] = _inside(len(text), starts, ends)
    word = inside.copy()
    word[1:-1] &= letter
    joined = mark & word[:-2] & word[2:] & inside[1:-1]
    joined[starts] = joined[ends - 1] = False
    word[1:-1] |= joined
    first, last = word[1:-1] & ~word[:-2], word[1:-1] & ~word[2:]
    first[starts] |= word[starts + 1]
    last[ends - 1] |= word[ends]
    return np.flatnonzero(first).astype(np.int32), (np.flatnonzero(last) + 1).astype(np.int32)


def _inside(size: int, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> Flags:
    """Which characters lie in a sentence."""
    steps = np.zeros(size + 1, dtype=np.int8)
    steps[starts] += 1
    steps[ends] -= 1
    return np.cumsum(steps[:-1], dtype=np.int8).astype(np.bool_)


def _kinds(text: str) -> tuple[Flags, Flags]:
    """Which characters are letters or digits, and which may stand between them inside a word."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    letters, marks = _table()
    if len(codes) and int(codes.max()) < TABLE:
        return letters[codes], marks[codes]
    low = np.minimum(codes, TABLE - 1)
    letter = letters[low]
    for n in np.flatnonzero(codes >= TABLE).tolist():
        letter[n] = text[n].isalnum()
    return letter, marks[low]


@cache
def _table() -> tuple[Flags, Flags]:
    letters = np.array([chr(n).isalnum() for n in range(TABLE)], dtype=np.bool_)
    marks = np.zeros(TABLE, dtype=np.bool_)
    marks[[ord(c) for c in INNER]] = True
    return letters, marks
