"""A quotation of a draft in, where the record's articles have it out: the same words, altered, or not at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from ...model.passage import Passage
from ...model.record import Record
from .words import WORD, fold

GRAM = 2
ALTERED = 0.6  # of the quotation's words stand in order in the passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """``same`` where every word stands in order; ``ratio`` of words shared otherwise."""

    passage: Passage
    same: bool
    ratio: float


class Texts:
    """The words of every article with their places, and where each pair of words stands."""

    def __init__(self, record: Record) -> None:
        self.words: dict[str, list[tuple[str, int, int]]] = {}
        self.grams: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
        self.documents = {i: layout.document for i, layout in record.layouts.items()}
        for article, document in sorted(self.documents.items()):
            found = [(fold(m.group()), m.start(), m.end()) for m in WORD.finditer(document.text)]
            self.words[article] = found
            for i in range(len(found) - GRAM + 1):
                self.grams[tuple(w for w, _, _ in found[i : i + GRAM])].append((article, i))

    def find(self, quote: tuple[str, ...]) -> list[Match]:
        """Where the words stand, the same ones first; the best passage of each article. [] where they stand nowhere."""
        best: dict[str, Match] = {}
        for article, start in self._places(quote):
            match = self._compare(article, start, quote)
            if match and (article not in best or (match.same, match.ratio) > (best[article].same, best[article].ratio)):
                best[article] = match
        return sorted(best.values(), key=lambda m: (not m.same, -m.ratio, m.passage.key()))

    def _places(self, quote: tuple[str, ...]) -> Iterable[tuple[str, int]]:
        """Where a passage as long as the quotation shares most of its pairs of words."""
        votes: Counter[tuple[str, int]] = Counter()
        for i in range(len(quote) - GRAM + 1):
            for article, at in self.grams.get(quote[i : i + GRAM], ())[:500]:
                votes[article, max(0, at - i)] += 1
        near: Counter[tuple[str, int]] = Counter()
        for (article, at), n in votes.items():
            near[article, at] = sum(votes.get((article, at + d), 0) for d in range(-3, 4)) + n
        return [place for place, _ in sorted(near.items(), key=lambda x: (-x[1], x[0]))[:24]]

    def _compare(self, article: str, start: int, quote: tuple[str, ...]) -> Match | None:
        found = self.words[article]
        lo, hi = max(0, start - 4), min(len(found), start + len(quote) + 8)
        window = [w for w, _, _ in found[lo:hi]]
        blocks = [b for b in SequenceMatcher(None, quote, window, autojunk=False).get_matching_blocks() if b.size]
        if not blocks:
            return None
        shared = sum(b.size for b in blocks)
        first, last = lo + blocks[0].b, lo + blocks[-1].b + blocks[-1].size - 1
        same = len(blocks) == 1 and shared == len(quote)
        ratio = shared / max(len(quote), last - first + 1)
        if not same and ratio < ALTERED:
            return None
        return Match(passage=Passage(self.documents[article], found[first][1], found[last][2]), same=same, ratio=ratio)
