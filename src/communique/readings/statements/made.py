"""A frame in, a StatementReading out: mode, speaker, hearer, setting, time, basis."""

from __future__ import annotations

import bisect

from ...language.quotes import mode, words
from ...model.actor import Actor
from ...model.statements import StatementReading
from ..page import Page
from .about import basis_of, setting_of, stance_of, when_of
from .line import Frame, Span
from .who import hearer_of, speaker_of


def statement(page: Page, f: Frame, last: Actor | None = None) -> StatementReading:
    """The reading of one frame; its passage reaches over speaker, cue and content. ``last`` is who spoke before it."""
    spans = tuple(sorted(f.spans))
    cue = f.cue_span
    parts: list[Span] = [*spans, *([cue] if cue else []), *([f.speaker] if f.speaker and f.rule != "transcript" else [])]
    passage = page.passage(min(a for a, _ in parts), max(b for _, b in parts))
    setting, basis = setting_of(page, f)
    speaker, hearer = speaker_of(page, f, last), hearer_of(page, f)
    nested = f.line.sent.span(f.nested) if f.nested is not None else None
    return StatementReading(
        passage=passage,
        rule=f"statement-{f.rule}",
        speaker=speaker,
        speaker_at=page.passage(*f.speaker) if f.speaker else None,
        cue=page.passage(*cue) if cue else None,
        cue_lemma=f.entry.lemma.lower() if f.cue else "",
        nested_cue=page.passage(*nested) if nested else None,
        tier=f.entry.tier,
        mode="direct" if f.rule in ("transcript", "block") else mode(*_counted(page, spans)),
        content=tuple(page.passage(a, b) for a, b in spans),
        addressee=hearer,
        when=when_of(page, f),
        setting=setting,
        stance=stance_of(f),
        negated=f.negated,
        basis=basis_of(page, f, speaker, hearer, basis),
    )


def _counted(page: Page, spans: tuple[Span, ...]) -> tuple[int, int]:
    """How many words of the content stand in quotation marks, and how many there are."""
    text = page.document.text
    if text[spans[0][0] : spans[0][0] + 5].lower() == "that ":
        spans = ((spans[0][0] + 5, spans[0][1]), *spans[1:])
    total = sum(len(words(text[a:b])) for a, b in spans)
    quoted = 0
    marks = page.layout.quotations
    for a, b in spans:
        n = max(0, bisect.bisect_right(marks, a, key=lambda q: q.start) - 1)
        while n < len(marks) and marks[n].start < b:
            low, high = max(a, marks[n].start), min(b, marks[n].end)
            quoted += len(words(text[low:high])) if low < high else 0
            n += 1
    return quoted, total
