"""The statements of an article in, those of its headline with the speaker whom the body names for the same words out: "PM says border will open"."""

from __future__ import annotations

from dataclasses import replace

from ...language.quotes import words
from ...model.statements import StatementReading
from ..page import Page

SHORTEST = 4  # letters of a word that counts
FEWEST = 3  # words that count
MOST = 0.8  # of them stand in the body's statement


def as_told_below(page: Page, readings: list[StatementReading]) -> list[StatementReading]:
    """A headline that names its speaker by an office or not at all, and says what one named speaker says in the body, says it for that speaker."""
    first = page.sents[0].start if page.sents else 0
    body = [(r, _telling(r)) for r in readings if r.passage.start >= first and r.speaker is not None and r.speaker.name]
    return [_told(r, body) if r.passage.start < first and (r.speaker is None or r.speaker.kind == "unnamed") else r for r in readings]


def _told(r: StatementReading, body: list[tuple[StatementReading, frozenset[str]]]) -> StatementReading:
    mine = _telling(r)
    same = [b for b, its in body if len(mine) >= FEWEST and len(mine & its) >= MOST * len(mine)]
    speakers = {b.speaker.key: b.speaker for b in same if b.speaker is not None}
    if len(speakers) != 1:
        return r
    (told,) = speakers.values()
    return replace(r, speaker=told.written(r.speaker.as_written if r.speaker else told.as_written))


def _telling(r: StatementReading) -> frozenset[str]:
    return frozenset(w for p in r.content for w in words(p.text) if len(w) >= SHORTEST)
