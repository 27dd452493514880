"""A page in, its statements in text order and what was seen but not made one: the order of the steps."""

from __future__ import annotations

import bisect
from dataclasses import replace

from ...model.actor import Actor
from ...model.passage import Passage
from ...model.reading import Mention
from ...model.statements import StatementReading
from ..page import Page
from .frames import frames
from .headlines import as_told_below
from .joining import join
from .line import Frame, Line, Span
from .made import statement
from .signs import titled
from .transcript import printed

HEADLINES = ("clause", "naming", "after-clause", "object", "preposition", "to", "object-to", "call-on")  # patterns that hold in a headline's grammar
ALONE = 25  # a quotation of as many characters that nobody is given for is worth a word in the remainder


def read(page: Page) -> tuple[list[StatementReading], list[Mention]]:
    """Every statement of the page, and the quotations that nobody could be given for."""
    lines = open_lines(page)
    found: list[Frame] = []
    for line in lines:
        found += frames(line)
    words = printed(page, lines)
    own = sorted(span for w in words for span in w.spans)
    found = [f for f in found if not _within(own, f.line.at(f.first))]
    told, unclaimed = join(page, lines, found)
    told = [f for f in told if any(c.isalnum() for a, b in f.spans for c in page.document.text[a:b])]
    told = [_quoted(page, f) for f in told if not _within(own, f.spans[0][0])] + words
    unclaimed = [q for q in unclaimed if not _within(own, q.start)]
    told += [f for t in page.titles for f in frames(Line(page, t, [])) if f.entry.tier == "speech" and f.rule in HEADLINES]
    readings: list[StatementReading] = []
    last: Actor | None = None
    before: StatementReading | None = None
    for f in sorted(told, key=lambda f: f.cue_span or f.spans[0]):
        made = _in_setting(page, statement(page, f, last), before)
        readings.append(made)
        before = made
        last = _last(made.speaker, last)
    readings = as_told_below(page, readings)
    readings.sort(key=lambda r: (r.passage.start, r.content[0].start, r.rule))
    left = [Passage(page.document, q.start, q.end) for q in unclaimed if q.end - q.start >= ALONE]
    return readings, [Mention(passage=p, reason="not understood", note="quoted words without a speaker") for p in left]


def _last(speaker: Actor | None, last: Actor | None) -> Actor | None:
    """Who spoke last; nobody after one of whom the article tells no more than a name ("Kim said"): "he" may well be that one."""
    if speaker is None or speaker.kind not in ("person", "unnamed"):
        return last
    if speaker.kind == "person":
        return speaker
    words = speaker.as_written.split()
    return None if words and len(words) < 3 and all(w[:1].isupper() for w in words) else last


def _quoted(page: Page, f: Frame) -> Frame:
    """A thought or wish of which words are quoted was said."""
    if f.entry.tier != "attitude":
        return f
    text = page.document.text
    marks = [text[q.inner_start : q.inner_end] for q in f.line.quotations if any(a <= q.start and q.end <= b for a, b in f.spans)]
    said = any(len(words.split()) > 1 and not titled(words) for words in marks)
    return replace(f, entry=replace(f.entry, tier="speech")) if said else f


def _within(spans: list[Span], offset: int) -> bool:
    n = bisect.bisect_right(spans, offset, key=lambda s: s[0]) - 1
    return n >= 0 and offset < spans[n][1]


def _in_setting(page: Page, r: StatementReading, before: StatementReading | None) -> StatementReading:
    """'He added ...' in the paragraph that said "in an interview with" still is in that interview."""
    if before is None or before.setting is None or r.setting is not None:
        return r
    if r.speaker is None or before.speaker is None or r.speaker.key != before.speaker.key:
        return r
    goes_on = r.cue_lemma in ("add", "continue") or r.speaker.as_written.lower() in ("he", "she", "they", "it")
    n = bisect.bisect_right(page.layout.paragraphs, before.passage.start, key=lambda p: p.start) - 1
    if not goes_on or n < 0 or r.passage.start >= page.layout.paragraphs[n].end:
        return r
    return replace(r, setting=before.setting, basis=before.basis if r.basis == "not said" else r.basis)


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
