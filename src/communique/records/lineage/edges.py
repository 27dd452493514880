"""Two texts in, the edge between them out, or none: exact, copy, version, partial, shared quotation.

Containment, not likeness, decides: an outlet that prints a third of a wire story shares all its words with it and is little like it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, pairwise

import numpy as np

from ...model.lineage import Edge
from ...model.passage import Passage
from ..tokens import Hashes
from ..vectors import cosine, of_words
from . import times
from .align import Run, Shared, compare, covered
from .candidates import Pair
from .chunks import corrected
from .sentences import Pairing, align
from .votes import moved
from .words import Text

COPY = 0.30  # share of the smaller text's narrative grams; between independent accounts it stays under .02
PARTIAL = 0.10
ENOUGH = 25  # shared grams; fewer may be one long formula
BRIEF = 50  # a text of fewer grams must lie in the other by half, with eight grams at least
RETOLD = 0.15
HALF, IN_ORDER = 0.55, 0.75
SENTENCES = 4
FORM = 0.5  # share of the rewritten sentences with figures that have others; over it, one form was filled in twice
RETELLING = "told again"
WHOLE = 0.8
QUOTE = 8  # equal words inside quotations
LOOSE = 1  # a copy may end in half a sentence that is like none
LITTLE = 5  # words of a sentence too short to be news
REST = 40  # words apart from the shared ones, to be judged by
FOREIGN = 0.06  # likeness of two such rests; of one story they have the same names
SHOWN = 40  # runs kept as passages, the longest
JOINING = ("exact", "copy", "version")


def edge(a: Text, b: Text, furniture: Hashes) -> tuple[Edge | None, Shared]:
    """The verified edge between two texts (``a.id < b.id``), and what they share."""
    if a.digest == b.digest and len(a):
        whole = Run(0, 0, len(a))
        found = Shared(len(a.narrative), 1.0, 1.0, (whole,))
        return _make("exact", a, b, found, "the same words"), found
    found = compare(a, b, furniture)
    if found.most >= PARTIAL and _strangers(a, b, found):
        return None, found
    small = min(len(a.narrative), len(b.narrative))
    if found.most >= (0.5 if small < BRIEF else COPY) and found.shared >= min(ENOUGH, max(8, round(COPY * small))):
        kind = "copy" if is_copy(a, b, found) else "version"
        return _make(kind, a, b, found, f"{found.most:.0%} of the shorter text's five-word runs stand in the other"), found
    retold = _retold(a, b, found)
    if retold:
        return _make("copy", a, b, found, retold), found
    if found.most >= PARTIAL and found.shared >= 8:
        return _make("partial", a, b, found, f"{found.most:.0%} of the shorter text's five-word runs stand in the other"), found
    return None, found


def _retold(a: Text, b: Text, found: Shared) -> str | None:
    """Why a text is another's told again: most of its sentences have their like there, in the same order, and some words were left as they were.

    Two reporters at one news conference choose other sentences and another order. Two reports that fill in one form, of two months or two countries,
    have all sentences alike and in order, but other figures in them.
    """
    if found.most < RETOLD or found.shared < ENOUGH:
        return None
    pairs = align(a, b)
    both = [(p.a.index, p.b.index) for p in pairs if p.a and p.b]
    shorter = min(len({p.a.index for p in pairs if p.a}), len({p.b.index for p in pairs if p.b}))
    in_order = sum(j2 > j1 for (_, j1), (_, j2) in pairwise(both))
    if len(both) < SENTENCES or len(both) < HALF * shorter or in_order < IN_ORDER * (len(both) - 1) or _forms(pairs):
        return None
    return f"{RETELLING}: {len(both)} of {shorter} sentences have their like in the other, in its order"


def _forms(pairs: Sequence[Pairing]) -> bool:
    """Whether it is the figures that differ: a report told again has other words about the same figures, a form filled in twice the same words
    about others."""
    both = [(_figures(p.a.words), _figures(p.b.words)) for p in pairs if p.a and p.b and p.alike < 1.0]
    counted = [bool(a - b and b - a) for a, b in both if a and b]
    return len(counted) >= SENTENCES and sum(counted) > FORM * len(counted)


def _figures(words: Sequence[str]) -> set[str]:
    return {w for w in words if w[:1].isdigit()}


def _strangers(a: Text, b: Text, found: Shared) -> bool:
    """Whether the two have nothing to do with each other but for the words they share: a boilerplate paragraph, half of another story."""
    free = ~covered(len(a), [(r.a, r.length) for r in found.runs]), ~covered(len(b), [(r.b, r.length) for r in found.runs])
    if min(int(np.count_nonzero(f)) for f in free) < REST:
        return False
    return cosine(*(of_words(compress(t.words, f.tolist())) for t, f in zip((a, b), free, strict=True))) < FOREIGN


def is_copy(a: Text, b: Text, found: Shared) -> bool:
    """The same words, cut or lightly edited: no sentence of its own, no figure changed, nothing that lay ahead told as done.

    What is only cut at its ends is a copy. What lacks sentences from the middle is one where it was published no earlier than the
    fuller text; else the fuller text is a later version of it.
    """
    small, large, spans = (a, b, [(r.a, r.length) for r in found.runs])
    if len(b) < len(a):
        small, large, spans = b, a, [(r.b, r.length) for r in found.runs]
    if not spans or covered(len(small), spans).mean() < WHOLE:
        return False
    pairs = align(small, large)
    matched = [p.b.index for p in pairs if p.a and p.b]
    known = set(large.words)
    if not matched or sum(1 for p in pairs if p.a and not p.b and _new(p.a.words, known)) > LOOSE:
        return False
    if any(w[:1].isdigit() for w in known.symmetric_difference(small.words) if w not in known):
        return False
    if any(True for _ in corrected(small, large, pairs)) or any(True for _ in moved(small, large, pairs)):
        return False
    if not any(p.b and not p.a and min(matched) < p.b.index < max(matched) for p in pairs):
        return True
    claims = times.claim(small), times.claim(large)
    return None not in claims and times.earlier(*claims) >= 0


def _new(words: tuple[str, ...], known: set[str]) -> bool:
    """Whether a sentence says what the other text does not: more than a fifth of its words are not there. A sentence split in two is none."""
    return len(words) > LITTLE and sum(w not in known for w in words) > 0.2 * len(words)


def quotation(a: Text, b: Text) -> Edge | None:
    """The edge of two texts that quote the same words at length; it says nothing of who copied."""
    found = compare(a, b, a.narrative[:0])
    inside = tuple(r for r in found.runs if r.length >= QUOTE and a.quoted[r.a : r.a + r.length].mean() > 0.8)
    if not inside:
        return None
    words = sum(r.length for r in inside)
    return _make("shared quotation", a, b, Shared(found.shared, found.of_a, found.of_b, inside), f"{words} quoted words stand in both")


def _make(kind: str, a: Text, b: Text, found: Shared, why: str) -> Edge:
    longest = sorted(sorted(found.runs, key=lambda r: (-r.length, r.a))[:SHOWN], key=lambda r: r.a)
    return Edge(
        kind=kind, a=a.id, b=b.id, of_a=round(found.of_a, 4), of_b=round(found.of_b, 4), shared=found.shared,
        spans=tuple((_span(a, r.a, r.length), _span(b, r.b, r.length)) for r in longest), why=why,
    )  # fmt: skip


def _span(text: Text, start: int, length: int) -> Passage:
    return text.passage(start, start + length - 1)


def ordered(texts: list[Text], pair: Pair) -> tuple[Text, Text]:
    """The two texts of an index pair, by id."""
    a, b = texts[pair[0]], texts[pair[1]]
    return (a, b) if a.id < b.id else (b, a)
