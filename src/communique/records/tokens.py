"""Text in, whole numbers for its words out: what stands between white space is looked at once, however often it comes again.

``Memo(WORD.findall)`` gives the words of a piece of text as hashes; regular expressions over whole texts would cost twenty times as much.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
MANY = 1 << 20  # tokens remembered; then it begins anew
NONE: Hashes = np.zeros(0, dtype=np.uint64)


@lru_cache(maxsize=1 << 18)
def key(word: str) -> int:
    """The number of a word; the same in any process."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


class Memo(dict[str, tuple[int, ...]]):
    """Token -> numbers of the words in it, found when it is first asked for. ``words`` must find the same in a text as in its tokens one by one."""

    def __init__(self, words: Callable[[str], Iterable[str]]) -> None:
        super().__init__()
        self.words = words

    def __missing__(self, token: str) -> tuple[int, ...]:
        if len(self) >= MANY:
            self.clear()
        found = self[token] = tuple(key(w) for w in self.words(token))
        return found

    def read(self, text: str) -> list[int]:
        """The words of a text in order."""
        return list(chain.from_iterable(map(self.__getitem__, text.split())))


def distinct(values: Hashes) -> Hashes:
    """Each value once, sorted."""
    if not len(values):
        return NONE
    ordered = np.sort(values)
    new = np.empty(len(ordered), dtype=np.bool_)
    new[0] = True
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]


def counted(values: Hashes) -> tuple[Hashes, NDArray[np.int64]]:
    """Each value once, sorted, and how often it is there."""
    if not len(values):
        return NONE, np.zeros(0, dtype=np.int64)
    ordered = np.sort(values)
    ends = np.flatnonzero(ordered[1:] != ordered[:-1]) + 1
    counts = np.empty(len(ends) + 1, dtype=np.int64)
    counts[:-1], counts[-1] = ends, len(ordered)
    counts[1:] -= ends
    return ordered[np.concatenate(([0], ends))], counts


def within(some: Hashes, others: Hashes) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Which values are among the others (distinct and sorted), and their places there."""
    if not len(others):
        return np.zeros(len(some), dtype=np.bool_), np.zeros(len(some), dtype=np.int64)
    at = others.searchsorted(some)
    at[at == len(others)] = 0
    return others[at] == some, at
