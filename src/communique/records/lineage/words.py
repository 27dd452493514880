"""An article's layout in, its content words out: what lineage compares. ``"Japan’s 1,300 years"`` gives japans, 1300, years.

Only sentences of content are taken: bylines, datelines, copyright lines and page furniture would make strangers look alike.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache

import numpy as np

from ...model.document import Document
from ...model.layout import Layout
from ...model.passage import Passage
from ..tokens import MANY, Hashes, distinct, key
from ..vectors import fold, idf
from .places import Flags, Numbers, places

WORD = re.compile(r"[^\W_]+(?:[’'.,][^\W_]+)*")
INNER = str.maketrans("", "", "’'.,")
GRAM = 5
LONG_QUOTE = 5  # a quotation of fewer words holds no gram of its own, and scare quotes are narrative
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
LAZY = ("words", "sentence", "grams", "plain", "rows")  # made when asked for; large beside the rest


class Text:
    """The words of one article: ``words[i]`` stands at ``starts[i]..ends[i]`` in sentence ``sentence[i]``; ``quoted[i]`` in a longer quotation.

    ``hashes[i]`` is the word as a number, ``grams[i]`` the hash of words i to i+4, ``plain[i]`` whether none of them is quoted; ``narrative``:
    the distinct plain grams. Two texts of the same words have the same ``digest``.
    """

    def __init__(self, layout: Layout, starts: Numbers, ends: Numbers, hashes: Hashes) -> None:
        self.layout, self.starts, self.ends, self.hashes = layout, starts, ends, hashes
        self.quoted = quoted = _quoted(layout, starts)
        self.id = layout.document.id
        self.narrative = distinct(self.grams[self.plain] if quoted.any() else self.grams)
        self.digest = hashlib.sha256(hashes.tobytes()).hexdigest()
        self.close()

    def __len__(self) -> int:
        return len(self.hashes)

    def close(self) -> None:
        """Forget what can be made again."""
        for name in LAZY:
            self.__dict__.pop(name, None)

    @cached_property
    def grams(self) -> Hashes:
        return shingles(self.hashes)

    @cached_property
    def plain(self) -> Flags:
        return all_of(~self.quoted)

    @cached_property
    def words(self) -> tuple[str, ...]:
        text = self.layout.document.text
        return tuple([normal(text[a:b]) for a, b in zip(self.starts.tolist(), self.ends.tolist(), strict=True)])

    @cached_property
    def sentence(self) -> tuple[int, ...]:
        return tuple(row.index for row in self.rows for _ in row.words)

    @cached_property
    def rows(self) -> tuple[Sentence, ...]:
        """The sentences that have words, in text order."""
        doc, words = self.layout.document, self.words
        first = [*np.searchsorted(self.starts, [s.start for s in self.layout.sentences]).tolist(), len(words)]
        return tuple(
            Sentence(n, first[n], words[first[n] : first[n + 1]], doc, s.start, s.end) for n, s in enumerate(self.layout.sentences) if first[n + 1] > first[n]
        )

    def passage(self, first: int, last: int) -> Passage:
        """From word ``first`` to word ``last``, inclusive."""
        return Passage(self.layout.document, int(self.starts[first]), int(self.ends[last]))


class Sentence:
    """One content sentence as words, with its place; ``first``: the number of its first word in the whole text."""

    __slots__ = ("_bag", "document", "end", "first", "index", "start", "words")

    def __init__(self, index: int, first: int, words: tuple[str, ...], document: Document, start: int, end: int) -> None:
        self.index, self.first, self.words, self.document, self.start, self.end = index, first, words, document, start, end
        self._bag: Bag | None = None

    @property
    def passage(self) -> Passage:
        return Passage(self.document, self.start, self.end)

    @property
    def bag(self) -> Bag:
        if self._bag is None:
            self._bag = Bag(self.words)
        return self._bag


class Bag:
    """Words as they are compared, how often each is there, and what all of them weigh."""

    __slots__ = ("counts", "rated", "weight")

    def __init__(self, words: Sequence[str]) -> None:
        self.counts = Counter(map(fold, words))
        self.rated = [(w, n, idf(w)) for w, n in self.counts.items()]
        self.weight = sum([n * rare for _, n, rare in self.rated])

    def likeness(self, other: Bag) -> float:
        """Share of the words' weight that both have (Dice), rare words counting more."""
        total = self.weight + other.weight
        theirs = dict.get  # a Counter's own look-up makes what it lacks
        both = 0.0
        for w, n, rare in self.rated:
            m = theirs(other.counts, w)
            if m:
                both += (n if n < m else m) * rare
        return round(2 * both / total, 6) if total else 0.0


@lru_cache(maxsize=1 << 18)
def normal(word: str) -> str:
    """A word without case, inner marks and typographic variants."""
    return (word if word.isascii() else unicodedata.normalize("NFKC", word)).lower().translate(INNER)


class _Known(dict[str, int]):
    """Word as written -> its hash, made when it is first asked for."""

    def __missing__(self, word: str) -> int:
        if len(self) >= MANY:
            self.clear()
        found = self[word] = key(normal(word))
        return found


KNOWN = _Known()  # one for a process: families are traced one by one, and each has the words of the others
READ: dict[str, Text] = {}  # the last texts that were read, by article: looked up, compared and traced one after the other
HELD = 500


class Words:
    """Reads layouts; remembers the hash of each word as written, so that a word is hashed once, and the last texts."""

    def __init__(self) -> None:
        self.known = KNOWN

    def hashes(self, words: tuple[str, ...]) -> Hashes:
        return np.array([key(w) for w in words], dtype=np.uint64)

    def read(self, layout: Layout) -> Text:
        """The content words of one article."""
        last = READ.get(layout.document.id)
        if last is not None and last.layout is layout:
            return last
        text = layout.document.text
        starts, ends = places(text, layout.sentences)
        known = self.known
        hashes = np.array([known[text[a:b]] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)], dtype=np.uint64)
        if len(READ) >= HELD:
            READ.clear()
        made = READ[layout.document.id] = Text(layout, starts, ends, hashes)
        return made


def _quoted(layout: Layout, starts: Numbers) -> Flags:
    """Which words lie in a quotation of five words or more."""
    flags = np.zeros(len(starts), dtype=np.bool_)
    if layout.quotations:
        first, last = (np.searchsorted(starts, [getattr(q, side) for q in layout.quotations]) for side in ("inner_start", "inner_end"))
        for a, b in zip(first.tolist(), last.tolist(), strict=True):
            if b - a >= LONG_QUOTE:
                flags[a:b] = True
    return flags


def shingles(hashes: Hashes) -> Hashes:
    """One hash for each run of five words; the same in any process."""
    n = len(hashes) - GRAM + 1
    if n <= 0:
        return np.zeros(0, dtype=np.uint64)
    out = hashes[:n].copy()
    for k in range(1, GRAM):
        out *= MULTIPLIER
        out += hashes[k : k + n]
    out ^= out >> np.uint64(29)
    out *= np.uint64(0xBF58476D1CE4E5B9)
    out ^= out >> np.uint64(32)
    return out


def all_of(flags: Flags) -> Flags:
    """For each gram, whether all its words are so."""
    n = max(0, len(flags) - GRAM + 1)
    out = np.ones(n, dtype=np.bool_)
    for k in range(GRAM):
        out &= flags[k : k + n]
    return out
