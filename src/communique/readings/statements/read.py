"""A page in, its statements in text order and what was seen but not made one: the order of the steps."""

from __future__ import annotations

from ...model.actor import Actor
from ...model.passage import Passage
from ...model.reading import Mention
from ...model.statements import StatementReading
from ..page import Page
from .frames import frames
from .joining import join
from .line import Frame, Line
from .made import statement

ALONE = 25  # a quotation of as many characters that nobody is given for is worth a word in the remainder


def read(page: Page) -> tuple[list[StatementReading], list[Mention]]:
    """Every statement of the page, and the quotations that nobody could be given for."""
    lines = open_lines(page)
    found: list[Frame] = []
    for line in lines:
        found += frames(line)
    told, unclaimed = join(page, lines, found)
    readings: list[StatementReading] = []
    last: Actor | None = None
    for f in sorted(told, key=lambda f: f.cue_span or f.spans[0]):
        made = statement(page, f, last)
        readings.append(made)
        if made.speaker is not None and made.speaker.kind == "person":
            last = made.speaker
    readings.sort(key=lambda r: (r.passage.start, r.content[0].start, r.rule))
    left = [Passage(page.document, q.start, q.end) for q in unclaimed if q.end - q.start >= ALONE]
    return readings, [Mention(passage=p, reason="not understood", note="quoted words without a speaker") for p in left]


def open_lines(page: Page) -> list[Line]:
    """The sentences of content, each with the quotations it touches."""
    text = page.document.text
    quotations = [q for q in page.layout.quotations if text[q.start - 1 : q.start] != "="]  # not the values of mark-up
    out, k = [], 0
    for sent in page.sents:
        while k < len(quotations) and quotations[k].end <= sent.start:
            k += 1
        touching, i = [], k
        while i < len(quotations) and quotations[i].start < sent.end:
            touching.append(quotations[i])
            i += 1
        out.append(Line(page, sent, touching))
    return out
