"""Two versions of one account in, votes out: which was written first, each vote with its words. Longer is not later: wire stories are trimmed.

"Tuesday's meeting will focus on trade" against "was intended to focus" is a vote for the first; so is "may discuss" against "agreed".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from difflib import SequenceMatcher

from ...model.lineage import Vote
from ...model.passage import Passage
from .align import Shared
from .sentences import Pairing, Sentence
from .words import Text

AHEAD = re.compile(
    r"\b(?:will|would|to be|is to|are to|may|might|could|plans? to|planned to|expected to|is expected|are expected|scheduled|set to|due to|upcoming|"
    r"ahead of|aiming to|aims to|hopes? to|poised|preparing|prepares?|on (?:his|her|their) way|arrived|arrives|arriving|travell?ing|heads? (?:to|for)|"
    r"for talks|for a summit|for a meeting|later (?:today|on)|tomorrow|next week|looks? to|seeks? to)\b"
)
UNDER_WAY = re.compile(
    r"\b(?:is (?:hosting|holding|meeting|visiting|attending)|are (?:holding|meeting|attending)|at the (?:start|outset|beginning|opening)|began|begun|"
    r"under ?way|started|opened|continu(?:e|es|ing))\b"
)
DONE = re.compile(
    r"\b(?:agreed|signed|announced|confirmed|reaffirmed|concluded|ended|held|met|reached|adopted|approved|issued|pledged|said (?:he|she|they) had|"
    r"after (?:the|their|its|a|\w+ hours? of) (?:\w+ )?(?:talks|meeting|summit|session|vote|news conference)|joint (?:news|press) conference|"
    r"joint statement|(?:was|were) (?:intended|expected|due|set|scheduled) to|did not|had (?:been|agreed|reached|discussed)|discussed|was|were)\b"
)
Stage = tuple[int, int]
STAGES = ((AHEAD, 0), (UNDER_WAY, 1), (DONE, 2))
TOLL = re.compile(r"\b(?:killed|dead|died|deaths?|injured|wounded|missing|displaced|evacuated|arrested|detained|toll|casualties|cases|survivors)\b")
EARLY = re.compile(r"developing story|will be updated|more to (?:come|follow)|breaking", re.IGNORECASE)
LATE = re.compile(r"correct(?:ed|ion|s)|an earlier version|updated? (?:to|with|throughout|lead)|recasts|adds (?:details|quote|comment)|clarif", re.IGNORECASE)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = re.compile(rf"\b({'|'.join(d.capitalize() for d in DAYS)})\b")
MOST_OF_A_KIND = 3.0
SUPERSET = 0.85
GROWN = 1.1


def cast(a: Text, b: Text, pairings: Sequence[Pairing], shared: Shared) -> list[Vote]:
    """Every reason that puts one of the two first."""
    votes = [*_declared(a, b), *_notes(a, b), *_moved(a, b, pairings), *_lead(a, b, pairings), *_tolls(a, b, pairings)]
    return votes + _superset(a, b, shared)


def balance(votes: Sequence[Vote], a: str) -> float:
    """More than nought: ``a`` is the earlier. A kind of vote has no more than three voices, however many sentences repeat it."""
    total = 0.0
    for kind in sorted({v.kind for v in votes}):
        own = sum(v.weight if v.earlier == a else -v.weight for v in votes if v.kind == kind)
        total += max(-MOST_OF_A_KIND, min(MOST_OF_A_KIND, own))
    return round(total, 6)


def stage(words: str) -> Stage | None:
    """How far what a piece of text tells has come: (0 ahead, 1 under way, 2 done), and by how many words; None where nothing tells."""
    counts = [(len(pattern.findall(words)), n) for pattern, n in STAGES]
    most = max(counts)
    if most[0] == 0 or sum(c == most[0] for c, _ in counts) > 1:
        return None
    return most[1], most[0]


def _moved(a: Text, b: Text, pairings: Sequence[Pairing]) -> list[Vote]:
    """Sentences rewritten from what is ahead to what is done."""
    out = []
    for p in pairings:
        if p.a is None or p.b is None or p.alike == 1.0:
            continue
        left, right = _differing(p.a.passage.text, p.b.passage.text)
        vote = _stages(a, b, p.a, p.b, stage(left), stage(right), "tense")
        if vote:
            out.append(vote)
    return out


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


def _numbers(words: str) -> list[float]:
    return [float(m.replace(",", "")) for m in re.findall(r"\b\d{1,3}(?:,\d{3})+\b|\b\d{1,9}(?:\.\d+)?\b", words) if not re.fullmatch(r"(?:19|20)\d\d", m)]


def _notes(a: Text, b: Text) -> list[Vote]:
    """What a text says of its own edition."""
    out = []
    for text, first in ((a, True), (b, False)):
        for m in text.layout.marked("revision"):
            if EARLY.search(m.passage.text):
                out.append(_vote(a, b, first, "note", 1.0, "it says that it will be updated", (m.passage,)))
            elif LATE.search(m.passage.text):
                out.append(_vote(a, b, not first, "note", 1.5, "it says that it was changed", (m.passage,)))
    return out


def _vote(a: Text, b: Text, first: bool, kind: str, weight: float, why: str, passages: tuple[Passage, ...] = ()) -> Vote:
    return Vote(earlier=a.id if first else b.id, later=b.id if first else a.id, kind=kind, weight=weight, why=why, passages=passages)


def _superset(a: Text, b: Text, shared: Shared) -> list[Vote]:
    small, large, share = (a, b, shared.of_a) if len(a.narrative) < len(b.narrative) else (b, a, shared.of_b)
    if share < SUPERSET or len(large.narrative) < GROWN * len(small.narrative):
        return []
    return [_vote(a, b, small is a, "superset", 0.3, "the other holds nearly all of it and more")]


def _declared(a: Text, b: Text) -> list[Vote]:
    """Declared times, unless a text's own weekday contradicts its header: then the header loses."""
    times = [declared(t) for t in (a, b)]
    wrong = [contradicted(t, times[n]) for n, t in enumerate((a, b))]
    if times[0] is None or times[1] is None:
        return []
    left, right = _comparable(times[0], times[1])
    if left == right:
        return []
    first = left < right
    if any(wrong):
        at = next(w for w in wrong if w)
        why = f"{times[0]} and {times[1]} are declared, but one is contradicted by its own text and not counted"
        return [_vote(a, b, first, "declared time", 0.0, why, (at,))]
    same = a.layout.document.outlet is not None and a.layout.document.outlet == b.layout.document.outlet
    return [_vote(a, b, first, "declared time", 2.0 if same else 1.0, f"declared {min(left, right)} and {max(left, right)}")]


def declared(text: Text) -> str | None:
    """When a text says it was published or last changed, as precise as it says."""
    doc = text.layout.document
    marks = {m.kind: m.value for m in reversed(text.layout.marks)}
    stamps = [doc.modified.value if doc.modified else None, marks.get("modified"), doc.published.value if doc.published else None]
    return next((v for v in [*stamps, marks.get("published"), marks.get("header date")] if v and re.match(r"\d{4}-\d{2}-\d{2}", v)), None)


def _comparable(a: str, b: str) -> tuple[str, str]:
    """Both in UTC where both have a zone, else cut to the precision they share; a day alone says nothing against an hour of that day."""
    try:
        x, y = datetime.fromisoformat(a), datetime.fromisoformat(b)
    except ValueError:
        return a[:10], b[:10]
    if x.tzinfo and y.tzinfo:
        return str(x.timestamp()).zfill(20), str(y.timestamp()).zfill(20)
    n = min(len(a), len(b), 16) if len(a) > 10 and len(b) > 10 and not x.tzinfo and not y.tzinfo else 10
    return a[:n], b[:n]


def contradicted(text: Text, stamp: str | None) -> Passage | None:
    """The words that show a text was written after its declared day: a weekday it tells as past, which at that day lay ahead.

    News tells of the latest days: a past "Tuesday" under a Monday's date is tomorrow's Tuesday, not one of six days ago.
    """
    if stamp is None:
        return None
    try:
        day = date.fromisoformat(stamp[:10]).weekday()
    except ValueError:
        return None
    doc = text.layout.document
    for s in text.layout.sentences[:6]:
        for m in WEEKDAY.finditer(doc.text, s.start, s.end):
            ahead = (DAYS.index(m.group().lower()) - day) % 7
            if 1 <= ahead <= 2 and _past(doc.text, s.start, m.start(), m.end(), s.end):
                return Passage(doc, m.start(), m.end())
    return None


def _past(text: str, start: int, at: int, after: int, end: int) -> bool:
    """Whether the sentence reports something said or done on that day."""
    before, rest = text[max(start, at - 60) : at], text[after : min(end, after + 30)]
    if re.search(r"\b(?:will|to|next|until|by|before|for|may|would|last|since)\W+(?:\w+\W+){0,3}$", before) or re.match(r"’?'?s? (?:will|is|are)\b", rest):
        return False
    return bool(re.search(r"\b(?:said|told|agreed|met|announced|held|began|arrived|signed|opened|\w{3,}ed)\b", text[max(start, at - 120) : at]))
