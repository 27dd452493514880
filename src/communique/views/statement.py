"""A statement or utterance in, its variants out, aligned word by word with the fullest one; stronger and weaker marked, never judged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..model.actor import Actor
from ..model.passage import Passage
from ..model.record import Record, Row
from .lines import Line
from .shelf import Shelf, many, name_of, one_line, text_of

WORD = re.compile(r"\S+")
LONGEST = 400  # words aligned; what is longer is shown whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of words: ``same`` as in the fullest variant, ``added`` here, or ``missing`` here."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One wording, in one article."""

    row: str
    line: Line
    pieces: tuple[Piece, ...]
    strength: str
    article: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One thing said once, in however many wordings."""

    id: str
    speaker: str
    speaker_id: str | None
    setting: str
    when: str
    origins: int
    articles: int
    variants: tuple[Variant, ...]
    story: str


def make(record: Record, wanted: str) -> Utterance | None:
    """``wanted`` is the id of a statement or of an utterance; None where the record has neither."""
    rows = record.of("statements")
    first = next((r for r in rows if wanted in (r.id, r.get("utterance"))), None)
    if first is None or first.story is None:
        return None
    group = [r for r in rows if r.id == first.id or (r.get("utterance") and r.get("utterance") == first.get("utterance") and r.story == first.story)]
    shelf = Shelf.of(record, next(s for s in record.of("stories") if s.id == first.story))
    group.sort(key=lambda r: (*_fullness(r), shelf.numbers.get(r.evidence[0].article, 0), r.evidence[0].start))
    model = content(group[0])
    return Utterance(
        id=text_of(first.get("utterance")) or first.id,
        speaker=name_of(first.get("speaker")) or "speaker not resolved",
        speaker_id=actor.id if isinstance(actor := first.get("speaker"), Actor) else None,
        setting=next((text_of(r.get("setting")) for r in group if r.get("setting")), ""),
        when=next((text_of(r.get("when")) for r in group if r.get("when")), ""),
        origins=len({shelf.origin(r.evidence[0].article) for r in group}),
        articles=len({r.evidence[0].article for r in group}),
        variants=tuple(_variant(shelf, r, model) for r in group),
        story=first.story,
    )


def content(row: Row) -> str:
    """What was said, in the article's words."""
    parts = [one_line(p) for p in many(row.get("content")) if isinstance(p, Passage)]
    return " … ".join(parts) if parts else one_line(row.evidence[0])


def align(model: str, other: str) -> tuple[Piece, ...]:
    """``other`` beside ``model``, by words: what is the same, what it adds, what it lacks."""
    a, b = WORD.findall(model), WORD.findall(other)
    if model == other or len(a) > LONGEST or len(b) > LONGEST:
        return (Piece(kind="same" if model == other else "added", text=other),)
    out = []
    for op, a1, a2, b1, b2 in SequenceMatcher(None, _keys(a), _keys(b), autojunk=False).get_opcodes():
        if op == "equal":
            out.append(Piece(kind="same", text=" ".join(b[b1:b2])))
            continue
        if a2 > a1:
            out.append(Piece(kind="missing", text=" ".join(a[a1:a2])))
        if b2 > b1:
            out.append(Piece(kind="added", text=" ".join(b[b1:b2])))
    return tuple(out)


def _keys(words: list[str]) -> list[str]:
    return [re.sub(r"\W+", "", w).casefold() for w in words]


def _fullness(row: Row) -> tuple[int, int]:
    """Quoted before reported, long before short."""
    return (-{"direct": 2, "mixed": 1}.get(text_of(row.get("mode")), 0), -len(content(row)))


def _variant(shelf: Shelf, row: Row, model: str) -> Variant:
    article = row.evidence[0].article
    tags = tuple(filter(None, (text_of(row.get("mode")), text_of(row.get("variant")), text_of(row.get("stance")))))
    line = Line(
        row=row.id,
        head=name_of(row.get("speaker")),
        words=content(row),
        note=shelf.origin_name(shelf.origin(article)),
        origins=1,
        cites=shelf.cites(row.evidence),
        tags=tags,
    )
    return Variant(row=row.id, line=line, pieces=align(model, content(row)), strength=text_of(row.get("strength")), article=article, label=shelf.label(article))
