"""Two texts in, their sentences side by side out: same, changed, added, dropped. The basis of version order and of ``changes``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .words import Bag, Sentence, Text

ALIKE = 0.5  # weighted share of words two sentences have in common, to be one sentence rewritten
SLACK = 1e-5  # likenesses are rounded
RARE = 6  # a word that stands in more sentences of a text does not lead from one sentence to another


@dataclass(frozen=True, slots=True)
class Pairing:
    """``a`` or ``b`` is None where the other text has nothing like it. ``alike`` is 1.0 for the same words."""

    a: Sentence | None
    b: Sentence | None
    alike: float


def split(text: Text) -> Sequence[Sentence]:
    """The sentences that have words, in text order."""
    return text.rows


def align(a: Text, b: Text) -> list[Pairing]:
    """Every sentence of both texts once, in the order of ``a``, what only ``b`` has at the end."""
    left, right = split(a), split(b)
    partner: dict[int, tuple[int, float]] = {}
    _same(left, right, partner)
    _changed(left, right, partner)
    taken = {j for j, _ in partner.values()}
    out = [Pairing(s, right[partner[i][0]] if i in partner else None, partner[i][1] if i in partner else 0.0) for i, s in enumerate(left)]
    return out + [Pairing(None, s, 0.0) for j, s in enumerate(right) if j not in taken]


def _same(left: Sequence[Sentence], right: Sequence[Sentence], partner: dict[int, tuple[int, float]]) -> None:
    places: dict[tuple[str, ...], list[int]] = {}
    for j, s in enumerate(right):
        places.setdefault(s.words, []).append(j)
    for i, s in enumerate(left):
        if places.get(s.words):
            partner[i] = (places[s.words].pop(0), 1.0)


def _changed(left: Sequence[Sentence], right: Sequence[Sentence], partner: dict[int, tuple[int, float]]) -> None:
    """The likest pairs of what is left, best first."""
    taken = {j for j, _ in partner.values()}
    bags = {j: right[j].bag for j in range(len(right)) if j not in taken}
    index: dict[str, list[int]] = {}
    for j, words in bags.items():
        for w in words.counts:
            index.setdefault(w, []).append(j)
    rare = {w: js for w, js in index.items() if len(js) <= RARE}
    scored = []
    for i in (i for i in range(len(left)) if i not in partner):
        own = left[i].bag
        for j in _likely(own, rare, index, bags):
            score = own.likeness(bags[j])
            if score >= ALIKE:
                scored.append((-score, abs(i - j), i, j))
    for score, _, i, j in sorted(scored):
        if i not in partner and j not in taken:
            partner[i] = (j, -score)
            taken.add(j)


def _likely(own: Bag, rare: Mapping[str, list[int]], index: Mapping[str, list[int]], bags: Mapping[int, Bag]) -> list[int]:
    """Sentences that share a rare word, and enough weight to be alike if they shared every other word too: few are left to be measured."""
    sums: dict[int, float] = {}
    rest = 0.0
    for w, n, weight in own.rated:
        if w in rare:
            for j in rare[w]:
                sums[j] = sums.get(j, 0.0) + n * weight
        elif w in index:
            rest += n * weight
    return [j for j, both in sums.items() if 2 * (both + rest) >= (ALIKE - SLACK) * (own.weight + bags[j].weight)]


def bag(words: Sequence[str]) -> Bag:
    return Bag(words)


def likeness(a: Bag, b: Bag) -> float:
    """Share of the words' weight that both have."""
    return a.likeness(b)
