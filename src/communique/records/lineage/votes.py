"""Two versions of one account in, votes out: which was written first, each vote with its words. Longer is not later: wire stories are trimmed.

"Tuesday's meeting will focus on trade" against "was intended to focus" is a vote for the first; so is "may discuss" against "agreed".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from ...model.lineage import Vote
from ...model.passage import Passage
from . import times
from .align import Shared
from .growth import grown
from .sentences import Pairing
from .stages import Stage, stage
from .words import Sentence, Text

TOLL = re.compile(r"\b(?:killed|dead|died|deaths?|injured|wounded|missing|displaced|evacuated|arrested|detained|toll|casualties|cases|survivors)\b")
SAID = re.compile(r"\b(?:said|says|told|announced|added|stated|according to|tweeted|posted|declared|wrote|called on|urged|warned)\b|[\"“]\w")
EARLY = re.compile(r"developing story|will be updated|more to (?:come|follow)|breaking", re.IGNORECASE)
LATE = re.compile(r"correct(?:ed|ion|s)|an earlier version|updated? (?:to|with|throughout|lead)|recasts|adds (?:details|quote|comment)|clarif", re.IGNORECASE)
LONGEST = 300  # characters of a remark
MOST_OF_A_KIND = 3.0
SUPERSET = 0.85
GROWN = 1.1
FULLER = 0.02  # difference of the shares that each has of the other
VOICE, MOST_OF_GROWTH = 0.4, 0.3  # for each unit of log odds; at most a little more than makes an order sure, since wire stories are trimmed


def cast(a: Text, b: Text, pairings: Sequence[Pairing], shared: Shared) -> list[Vote]:
    """Every reason that puts one of the two first."""
    votes = [*_declared(a, b), *_notes(a, b), *_fuller(a, b, shared)]
    for kind in (moved, _only, _lead, _tolls, _sources):
        votes += kind(a, b, pairings)
    return votes


def balance(votes: Sequence[Vote], a: str) -> float:
    """More than nought: ``a`` is the earlier. A kind of vote has no more than three voices, however many sentences repeat it."""
    total = 0.0
    for kind in sorted({v.kind for v in votes}):
        own = sum(v.weight if v.earlier == a else -v.weight for v in votes if v.kind == kind)
        total += max(-MOST_OF_A_KIND, min(MOST_OF_A_KIND, own))
    return round(total, 6)


def moved(a: Text, b: Text, pairings: Sequence[Pairing]) -> Iterator[Vote]:
    """Sentences rewritten from what is ahead to what is done."""
    for p in pairings:
        if p.a is None or p.b is None or p.alike == 1.0:
            continue
        left, right = _differing(p.a.passage.text, p.b.passage.text)
        before = stage(left, rewritten=True)
        vote = _stages(a, b, p.a, p.b, before, stage(right, rewritten=True), "tense") if before else None
        if vote:
            yield vote


def _only(a: Text, b: Text, pairings: Sequence[Pairing]) -> list[Vote]:
    """What only one of the two has: still ahead there, done here."""
    left = [p.a for p in pairings if p.a and not p.b]
    right = [p.b for p in pairings if p.b and not p.a]
    if not left or not right:
        return []
    stages = [stage(" ".join(s.passage.text for s in side)) for side in (left, right)]
    vote = _stages(a, b, _showing(left, stages[0]), _showing(right, stages[1]), stages[0], stages[1], "only")
    return [replace(vote, weight=0.5)] if vote else []


def _showing(side: Sequence[Sentence], of: Stage | None) -> Sentence:
    """The first sentence that is at the stage of all of them."""
    return next((s for s in side if of and (own := stage(s.passage.text)) and own[0] == of[0]), side[0])


@lru_cache(maxsize=1 << 16)
def _differing(a: str, b: str) -> tuple[str, str]:
    """The words of each sentence that the other has not, a word of context on both sides."""
    left, right = a.split(), b.split()
    keep: tuple[list[str], list[str]] = ([], [])
    bare_left, bare_right = ([w.lower().strip(".,;:\"“”") for w in side] for side in (left, right))
    for op, i1, i2, j1, j2 in SequenceMatcher(None, bare_left, bare_right, autojunk=False).get_opcodes():
        if op != "equal":
            keep[0].append(" ".join(left[i1:i2]) + " |")
            keep[1].append(" ".join(right[j1:j2]) + " |")
    return " ".join(keep[0]), " ".join(keep[1])


def _stages(a: Text, b: Text, left: Sentence, right: Sentence, before: Stage | None, after: Stage | None, kind: str) -> Vote | None:
    if before is None or after is None or before[0] == after[0]:
        return None
    first = before[0] < after[0]
    early, late = (left, right) if first else (right, left)
    return Vote(
        earlier=a.id if first else b.id, later=b.id if first else a.id, kind=kind, weight=1.0,
        why="what is ahead in one is under way or done in the other", passages=(early.passage, late.passage),
    )  # fmt: skip


def _lead(a: Text, b: Text, pairings: Sequence[Pairing]) -> list[Vote]:
    """The first sentences, where they are not the same: what is the news?"""
    left = min((p.a for p in pairings if p.a), key=lambda s: s.index, default=None)
    right = min((p.b for p in pairings if p.b), key=lambda s: s.index, default=None)
    if left is None or right is None or left.words == right.words:
        return []
    vote = _stages(a, b, left, right, stage(left.passage.text), stage(right.passage.text), "lead")
    return [vote] if vote else []


def _tolls(a: Text, b: Text, pairings: Sequence[Pairing]) -> list[Vote]:
    """A count of victims that has grown."""
    out = []
    for p in pairings:
        if p.a and p.b and p.alike < 1.0 and TOLL.search(p.a.passage.text) and TOLL.search(p.b.passage.text):
            left, right = (_numbers(side) for side in _differing(p.a.passage.text, p.b.passage.text))
            if len(left) == 1 and len(right) == 1 and left != right:
                first = left[0] < right[0]
                out.append(_vote(a, b, first, "count", 0.5, "a count of victims has grown", (p.a.passage, p.b.passage)))
    return out


def _sources(a: Text, b: Text, pairings: Sequence[Pairing]) -> list[Vote]:
    """Later versions add what people said and drop background: the one with more statements of its own."""
    left = [p.a.passage for p in pairings if p.a and not p.b and SAID.search(p.a.passage.text)]
    right = [p.b.passage for p in pairings if p.b and not p.a and SAID.search(p.b.passage.text)]
    more = len(right) - len(left)
    if not more:
        return []
    shown = tuple((right if more > 0 else left)[:3])
    return [_vote(a, b, more > 0, "statements", 0.5 if abs(more) > 2 else 0.3, "the other has more statements of its own", shown)]


def _numbers(words: str) -> list[float]:
    return [float(m.replace(",", "")) for m in re.findall(r"\b\d{1,3}(?:,\d{3})+\b|\b\d{1,9}(?:\.\d+)?\b", words) if not re.fullmatch(r"(?:19|20)\d\d", m)]


def _notes(a: Text, b: Text) -> list[Vote]:
    """What a text says of its own edition."""
    out = []
    for text, first in ((a, True), (b, False)):
        for p in remarks(text):
            if EARLY.search(p.text):
                out.append(_vote(a, b, first, "note", 1.0, "it says that it will be updated", (p,)))
            elif LATE.search(p.text):
                out.append(_vote(a, b, not first, "note", 1.5, "it says that it was changed", (p,)))
    return out


def remarks(text: Text) -> list[Passage]:
    layout = text.layout
    marked = [m.passage for m in layout.marked("revision")]
    pages = [Passage(layout.document, f.start, f.end) for f in layout.furniture if f.kind == "page" and f.end - f.start < LONGEST]
    return marked + [p for p in pages if not any(p.overlaps(m) for m in marked)]


def _vote(a: Text, b: Text, first: bool, kind: str, weight: float, why: str, passages: tuple[Passage, ...] = ()) -> Vote:
    return Vote(earlier=a.id if first else b.id, later=b.id if first else a.id, kind=kind, weight=weight, why=why, passages=passages)


def _fuller(a: Text, b: Text, shared: Shared) -> list[Vote]:
    """The one that looks grown out of the other, where little else tells: versions grow more often than they are trimmed (four times of five)."""
    if abs(shared.of_a - shared.of_b) > FULLER:
        first = shared.of_a > shared.of_b
        share, small, large = (shared.of_a, a, b) if first else (shared.of_b, b, a)
        if share >= SUPERSET and len(large.narrative) >= GROWN * len(small.narrative):
            return [_vote(a, b, first, "superset", 0.4, "the other holds nearly all of it and more")]
    odds = grown(a, b, shared)
    weight = round(min(MOST_OF_GROWTH, VOICE * abs(odds)), 2)
    return [_vote(a, b, odds > 0, "fuller", weight, "the other has more of its own, or later years, more figures, commas or brackets")] if weight else []


def _declared(a: Text, b: Text) -> list[Vote]:
    """Declared times; a header that its own text contradicts loses to the day that the text shows."""
    left, right = times.claim(a), times.claim(b)
    order = times.earlier(left, right)
    if left is None or right is None:
        return []
    shown = tuple(c.shown for c in (left, right) if c.shown)
    if order == 0:
        if shown and left.value[:10] != right.value[:10]:
            why = f"{left.value} and {right.value} are declared, but one is contradicted by its own text and not counted"
            return [_vote(a, b, left.value < right.value, "declared time", 0.0, why, shown)]
        return []
    same = a.layout.document.outlet is not None and a.layout.document.outlet == b.layout.document.outlet
    why = f"written {min(left.day, right.day)} and {max(left.day, right.day)}" if left.day != right.day else f"declared {left.value} and {right.value}"
    return [_vote(a, b, order < 0, "declared time", 2.0 if same else 1.0, why, shown)]
