"""An article's layout in, its content words out: what lineage compares. ``"Japan’s 1,300 years"`` gives japans, 1300, years.

Only sentences of content are taken: bylines, datelines, copyright lines and page furniture would make strangers look alike.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ...model.layout import Layout
from ...model.passage import Passage

WORD = re.compile(r"[^\W_]+(?:[’'.,][^\W_]+)*")
INNER = str.maketrans("", "", "’'.,")
GRAM = 5
LONG_QUOTE = 5  # a quotation of fewer words holds no gram of its own, and scare quotes are narrative
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """The words of one article: ``words[i]`` stands at ``starts[i]..ends[i]`` in sentence ``sentence[i]``; ``quoted[i]`` in a longer quotation.

    ``grams[i]`` is the hash of words i to i+4, ``plain[i]`` whether none of them is quoted.
    """

    layout: Layout
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentence: tuple[int, ...]
    quoted: Flags
    grams: Hashes
    plain: Flags
    narrative: Hashes = field(repr=False)
    digest: str = ""

    @property
    def id(self) -> str:
        return self.layout.document.id

    def passage(self, first: int, last: int) -> Passage:
        """From word ``first`` to word ``last``, inclusive."""
        return Passage(self.layout.document, self.starts[first], self.ends[last])


@lru_cache(maxsize=1 << 18)
def normal(word: str) -> str:
    """A word without case, inner marks and typographic variants."""
    return (word if word.isascii() else unicodedata.normalize("NFKC", word)).lower().translate(INNER)


class Words:
    """Reads layouts; remembers the hash of each word, so that a word is hashed once."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def hashes(self, words: tuple[str, ...]) -> Hashes:
        known = self.known
        for w in set(words).difference(known):
            known[w] = int.from_bytes(hashlib.blake2b(w.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
        return np.array([known[w] for w in words], dtype=np.uint64)

    def read(self, layout: Layout) -> Text:
        """The content words of one article."""
        text = layout.document.text
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        where: list[int] = []
        for n, s in enumerate(layout.sentences):
            found = list(WORD.finditer(text, s.start, s.end))
            words += [normal(m.group()) for m in found]
            starts += [m.start() for m in found]
            ends += [m.end() for m in found]
            where += [n] * len(found)
        quoted = _quoted(layout, starts)
        grams = shingles(self.hashes(tuple(words)))
        plain = _free(quoted, len(grams))
        digest = hashlib.sha256("\x1f".join(words).encode("utf-8", "surrogatepass")).hexdigest()
        return Text(
            layout, tuple(words), tuple(starts), tuple(ends), tuple(where), quoted, grams, plain,
            np.unique(grams[plain]), digest,
        )  # fmt: skip


def shingles(hashes: Hashes) -> Hashes:
    """One hash for each run of five words; the same in any process."""
    n = len(hashes) - GRAM + 1
    if n <= 0:
        return np.zeros(0, dtype=np.uint64)
    out = np.zeros(n, dtype=np.uint64)
    for k in range(GRAM):
        out = out * MULTIPLIER + hashes[k : k + n]
    out ^= out >> np.uint64(29)
    out *= np.uint64(0xBF58476D1CE4E5B9)
    return out ^ (out >> np.uint64(32))


def _quoted(layout: Layout, starts: list[int]) -> Flags:
    """Which words lie in a quotation of five words or more."""
    flags = np.zeros(len(starts), dtype=np.bool_)
    at = np.array(starts, dtype=np.int64)
    for q in layout.quotations:
        first, last = int(np.searchsorted(at, q.inner_start)), int(np.searchsorted(at, q.inner_end))
        if last - first >= LONG_QUOTE:
            flags[first:last] = True
    return flags


def _free(quoted: Flags, n: int) -> Flags:
    """Which grams hold no quoted word."""
    free = np.ones(n, dtype=np.bool_)
    for k in range(GRAM):
        free &= ~quoted[k : k + n]
    return free
