"""Two sentences of two versions in, what differs between them out, each difference with its kind.

``"180 workers were killed" / "about 180 workers were killed"`` is a fact; ``"will focus on" / "focused on"`` a status.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np

from ...model.passage import Passage
from ..vectors import fold, idf
from .sentences import Pairing
from .stages import stage
from .words import Sentence, Text

CONTEXT = 2  # words shown on both sides of a difference
LOUD = ("fact", "status", "attribution")  # kinds whose old words may mislead where they are still carried
CLOSE, SHORT = 0.75, 3  # a fact put otherwise: the sentence nearly the same, a word or three changed
STEM = 5  # letters
RARE = 4.0  # idf of a word that may be a name
APART = 1  # equal words between two differences that are shown as one
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen "
    "dozens score hundred hundreds thousand thousands million millions billion half third quarter fifth tenth several few couple".split()
)
PRECISION = frozenset("about around some nearly almost approximately roughly least most over under than more less fewer up estimated".split())
NEGATION = frozenset(
    "not no never none neither nor without didnt doesnt dont wont cant "
    "cannot isnt arent wasnt werent hasnt havent denied denies refused rejected failed".split()
)
SPEECH = frozenset(
    "said says told announced added stated proposed asked requested "
    "offered suggested claimed insisted decided promised pledged request proposal decision".split()
)
SMALL = frozenset(
    "a an the this that these those and or but of in on at to for from by with as is are was were be been being has have had it its he she they them his her "
    "their there which who whom also so then while when where if than into out up down over under both very just only such".split()
)
TITLES = frozenset("mr mrs ms miss dr sir".split())  # a house's style
CONTRACTED = frozenset("theyre theres shes hes its weve theyve id hed shed wed theyd youre isnt arent".split())


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words ``a1:a2`` of one text stand where words ``b1:b2`` of the other do (word numbers of the whole texts). ``what``: its kind."""

    what: str
    before: Passage
    after: Passage
    old: tuple[str, ...]
    new: tuple[str, ...]


def differences(a: Text, b: Text, left: Sentence, right: Sentence, longest: int | None = None) -> Iterator[Chunk]:
    """Every difference that is more than a small word, in text order; neighbouring ones as one. With ``longest``, only a few words for a few others."""
    first_a, first_b = left.first, right.first
    spans: list[list[int]] = []
    for op, i1, i2, j1, j2 in SequenceMatcher(None, left.words, right.words, autojunk=False).get_opcodes():
        if op == "equal":
            continue
        if spans and i1 - spans[-1][1] <= APART and j1 - spans[-1][3] <= APART:
            spans[-1][1], spans[-1][3] = i2, j2
        else:
            spans.append([i1, i2, j1, j2])
    for i1, i2, j1, j2 in spans:
        if longest and not (0 < i2 - i1 <= longest and 0 < j2 - j1 <= longest):
            continue
        old, new = left.words[i1:i2], right.words[j1:j2]
        if not _minor(old, new):
            before = _shown(a, first_a, len(left.words), i1, i2)
            after = _shown(b, first_b, len(right.words), j1, j2)
            yield Chunk(_kind(a, b, (first_a + i1, first_a + i2), (first_b + j1, first_b + j2), before, after), before, after, old, new)


def corrected(a: Text, b: Text, pairs: Sequence[Pairing]) -> Iterator[Chunk]:
    """Facts put in the place of others in sentences that are else nearly the same."""
    close = ((p.a, p.b) for p in pairs if p.a and p.b and CLOSE <= p.alike < 1.0)
    return (c for left, right in close for c in differences(a, b, left, right, SHORT) if c.what in LOUD)


def _shown(text: Text, first: int, n: int, i1: int, i2: int) -> Passage:
    """The words with a few of their neighbours, so that a difference can be read by itself."""
    start, end = max(0, i1 - CONTEXT), min(n, i2 + CONTEXT)
    return text.passage(first + start, first + max(end, start + 1) - 1)


def _minor(old: Sequence[str], new: Sequence[str]) -> bool:
    """Small words, contractions and spellings of one word say nothing new."""
    changed = (set(old) | set(new)) - SMALL - CONTRACTED - TITLES
    if not changed:
        return not ({"is", "are"} & set(old) and {"was", "were"} & set(new))
    return sorted(w.rstrip("s") for w in old) == sorted(w.rstrip("s") for w in new) or "".join(old) == "".join(new)


def _kind(a: Text, b: Text, of_a: tuple[int, int], of_b: tuple[int, int], before: Passage, after: Passage) -> str:
    old, new = set(a.words[slice(*of_a)]), set(b.words[slice(*of_b)])
    quoted = [t.quoted[slice(*of)] for t, of in ((a, of_a), (b, of_b))]
    if any(np.count_nonzero(q) > 0.5 * len(q) for q in quoted):
        return "wording"
    if _counted_otherwise(old, new) or ((old ^ new) & PRECISION and _near_figure(before, after)):
        return "fact"
    stages = stage(before.text, rewritten=True), stage(after.text, rewritten=True)
    if stages[0] and stages[1] and stages[0][0] != stages[1][0]:
        return "status"
    names = _names(a, of_a), _names(b, of_b)
    if names[0] != names[1] and (all(names) or not _known(names[0] | names[1], a, b, of_a, of_b)):
        return "attribution" if names[0] and names[1] and SPEECH & _neighbours(a, of_a) & _neighbours(b, of_b) else "fact"
    if bool(old & NEGATION) != bool(new & NEGATION):
        return "fact"
    if SPEECH & (old - new) and SPEECH & (new - old) and not names[0]:
        return "wording"
    rest = (old - new - SMALL, new - old - SMALL)
    longest = max(map(len, rest))
    return "fact" if longest >= 6 or (min(map(len, rest)) == 0 and longest >= 4) else "wording"


def _counted_otherwise(old: set[str], new: set[str]) -> bool:
    """Digits that differ, or one number word in the place of another; "one" for "a" and "the two" for names count nothing."""
    digits = [{w for w in side if w[:1].isdigit()} for side in (old, new)]
    spelt = [side & NUMBERS for side in (old, new)]
    return digits[0] != digits[1] or (bool(spelt[0] and spelt[1]) and spelt[0] != spelt[1])


def _near_figure(before: Passage, after: Passage) -> bool:
    return bool(re.search(r"\d", before.text + after.text)) or bool(NUMBERS & set(re.findall(r"[a-z]+", (before.text + " " + after.text).lower())))


def _names(text: Text, of: tuple[int, int]) -> set[str]:
    """Capitalised words of a stretch by their first letters (Ethiopia, Ethiopian); the first of a sentence only where it is a rare word."""
    doc = text.layout.document.text
    return {
        text.words[i][:STEM].removesuffix("s") for i in range(*of)
        if doc[text.starts[i]].isupper() and text.words[i] not in TITLES
        and ((i > 0 and text.sentence[i - 1] == text.sentence[i]) or (text.words[i] not in SMALL and idf(fold(text.words[i])) >= RARE))
    }  # fmt: skip


def _known(names: set[str], a: Text, b: Text, of_a: tuple[int, int], of_b: tuple[int, int]) -> bool:
    """Whether names that one side has stand in the other's sentence too: moved, or put for a pronoun."""
    others = [w[:STEM].removesuffix("s") for t, of in ((a, of_a), (b, of_b)) for w in _whole(t, of)]
    return all(others.count(n) > 1 for n in names) or bool({"he", "she", "it", "they"} & (set(a.words[slice(*of_a)]) | set(b.words[slice(*of_b)])))


def _whole(text: Text, of: tuple[int, int]) -> tuple[str, ...]:
    """The words of the sentence that a stretch lies in."""
    s = text.sentence[min(of[0], len(text.words) - 1)]
    start, end = of
    while start > 0 and text.sentence[start - 1] == s:
        start -= 1
    while end < len(text.words) and text.sentence[end] == s:
        end += 1
    return text.words[start:end]


def _neighbours(text: Text, of: tuple[int, int]) -> set[str]:
    return set(text.words[max(0, of[0] - 3) : of[1] + 3])
