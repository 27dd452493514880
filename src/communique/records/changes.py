"""Casefile in, what changed from one version of an account to the next out: ``find(casefile, rows)``, one row for each change.

``before`` and ``after`` are passages; one of them is None where a sentence came or went. ``still_carried_by`` are articles that
hold the old words to this day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ..model.casefile import Casefile
from ..model.ids import make_id
from ..model.passage import Passage
from ..model.record import Row
from .lineage.chunks import LOUD, PRECISION, Chunk, corrected, differences
from .lineage.sentences import Pairing, align, bag, likeness, split
from .lineage.votes import LATE, remarks
from .lineage.words import WORD, Sentence, Text, Words, normal

SAID = re.compile(r"\b(?:said|says|told|announced|added|stated|according to|posted|declared|wrote|called on|urged|warned|tweeted)\b")
QUOTED = re.compile(r"[\"“][^\"”]{12,}")
ALIKE = 0.5
PARTLY = 0.75  # share of a sentence's weight that stands elsewhere in the other version: moved, not dropped


def find(case: Casefile, rows: Sequence[Row]) -> list[Row]:
    """Changes along every ``revises`` of the lineage, and facts that a copy puts otherwise than its original."""
    words = Words()
    known: dict[str, Text] = {}

    def text(i: str) -> Text:
        if i not in known:
            known[i] = words.read(case.articles[i].layout)
        return known[i]

    out: list[Row] = []
    for new, old in sorted(case.lineage.revises.items()):
        carriers = {i: text(i) for i in case.lineage.origin_of(new).articles if i not in (new, old)}
        out.extend(between(case, text(old), text(new), carriers))
    for copy, source in sorted(case.lineage.copy_of.items()):
        if text(copy).digest != text(source).digest:
            out.extend(edited(case, text(source), text(copy)))
    return out


def edited(case: Casefile, source: Text, copy: Text) -> list[Row]:
    """What a copy puts in the place of its original's facts; what it leaves out or words otherwise is the outlet's business."""
    story = case.story_of(copy.id)
    found = corrected(source, copy, align(source, copy))
    return [_row(story.id if story else None, source, copy, c.what, c.before, c.after, ()) for c in found]


def between(case: Casefile, old: Text, new: Text, carriers: Mapping[str, Text]) -> list[Row]:
    story = case.story_of(new.id)
    pairs = align(old, new)
    made = [*_reworded(old, new, pairs, carriers), *_came_and_went(old, new, pairs), *_notes(new)]
    return [_row(story.id if story else None, old, new, *m) for m in made]


Made = tuple[str, Passage | None, Passage | None, tuple[str, ...]]


def _row(story: str | None, old: Text, new: Text, what: str, before: Passage | None, after: Passage | None, carried: tuple[str, ...]) -> Row:
    at = [f"{p.start}-{p.end}" if p else "" for p in (before, after)]
    return Row(
        list="changes", id=make_id("change", old.id, new.id, *at), story=story, evidence=tuple(p for p in (before, after) if p),
        slots={"from": old.id, "to": new.id, "what": what, "before": before, "after": after, "still_carried_by": carried},
    )  # fmt: skip


def _reworded(old: Text, new: Text, pairs: Sequence[Pairing], carriers: Mapping[str, Text]) -> Iterable[Made]:
    """What differs inside sentences that both have."""
    for p in pairs:
        if p.a and p.b and p.alike < 1.0:
            chunks = list(differences(old, new, p.a, p.b))
            loud = [c for c in chunks if c.what in LOUD]
            for c in loud:
                yield c.what, c.before, c.after, _carried(c, p.a, carriers)
            quiet = [c for c in chunks if c.what not in LOUD]
            if quiet:
                yield "wording", _over(c.before for c in quiet), _over(c.after for c in quiet), ()


def _over(passages: Iterable[Passage]) -> Passage:
    """One passage from the first to the last."""
    some = list(passages)
    return Passage(some[0].document, min(p.start for p in some), max(p.end for p in some))


def _carried(chunk: Chunk, sentence: Sentence, carriers: Mapping[str, Text]) -> tuple[str, ...]:
    """Articles with the like of the old sentence that hold the old words and not the new ones. What was only added leaves nothing old."""
    if not chunk.old and not set(chunk.new) <= PRECISION:
        return ()
    own = bag(sentence.words)
    old, new = _around(chunk.old, chunk.before), _around(chunk.new, chunk.after)
    out = []
    for i, text in sorted(carriers.items()):
        for s in split(text):
            if likeness(own, bag(s.words)) >= ALIKE and _holds(s.words, old) and not _holds(s.words, new):
                out.append(i)
                break
    return tuple(out)


def _around(core: tuple[str, ...], shown: Passage) -> tuple[str, ...]:
    """The words to look for: the difference with its neighbours."""
    around = tuple(normal(m.group()) for m in WORD.finditer(shown.text))
    return around if len(core) < 3 else core


def _holds(words: Sequence[str], run: Sequence[str]) -> bool:
    n = len(run)
    return any(tuple(words[i : i + n]) == tuple(run) for i in range(len(words) - n + 1)) if n else False


def _came_and_went(old: Text, new: Text, pairs: Sequence[Pairing]) -> Iterable[Made]:
    """Sentences that only one version has, unless their words stand in other sentences of the other one."""
    for p in pairs:
        if p.a and not p.b and not _elsewhere(p.a, new):
            yield _sort(p.a, "removed"), p.a.passage, None, ()
        elif p.b and not p.a and not _elsewhere(p.b, old):
            yield _sort(p.b, "added"), None, p.b.passage, ()


def _sort(s: Sentence, way: str) -> str:
    return f"quote {way}" if QUOTED.search(s.passage.text) or SAID.search(s.passage.text) else "fact"


def _elsewhere(s: Sentence, text: Text) -> bool:
    """Whether nearly all of a sentence's word pairs stand in the other text: split, joined or moved."""
    if len(s.words) < 3:
        return True
    there = set(zip(text.words, text.words[1:], strict=False))
    pairs = list(zip(s.words, s.words[1:], strict=False))
    return sum(p in there for p in pairs) >= PARTLY * len(pairs)


def _notes(new: Text) -> Iterable[Made]:
    for p in remarks(new):
        if LATE.search(p.text):
            yield "correction note", None, p, ()
