"""A quotation without a known cue in, who stands behind it out: a name below it, an odd verb ("he grinned"), a cue taken for a noun."""

from __future__ import annotations

import re
from dataclasses import replace

from ...language.cues import Cue, verb
from ...model.layout import Quotation
from .after import after
from .frames import words_of
from .led_in import SPOKEN
from .line import Frame, Line
from .signs import FINITE
from .subjects import phrase, subject_of, whole

SIGNED = re.compile(r"\s{0,4}(?:[-–—―]\s{0,2}|\[)(?P<name>(?:[A-Z][\w.'’-]{0,30}\s){0,5}[A-Z][\w'’-]{1,30})(?=[\s,.\]]|$)")


def signed(lines: list[Line], q: Quotation, text: str) -> Frame | None:
    """A quotation with its speaker's name below it: '"..." - Ann Lee, Hamburg.', '"..." [Reuters]'."""
    if text[max(0, q.start - 3) : q.start].rstrip(" \u00a0\t")[-1:] not in ("", "\n", ".", "!", "?", "”", '"', ":"):
        return None  # 'he shouted "..." - a cry of joy'
    m = SIGNED.match(text, q.end, min(len(text), q.end + 90))
    if m is None:
        return None
    end = m.end("name")
    line = next((x for x in lines if x.sent.start <= end - 1 < x.sent.end), None)
    head = line.sent.token_at(end - 1) if line is not None else None
    if line is None or head is None or head.pos not in ("PROPN", "NOUN"):
        return None
    return Frame(line, None, 0, 0, SPOKEN, "signed", ((q.start, q.end),), head, line, m.span("name"))


def odd_verb(lines: list[Line], q: Quotation) -> Frame | None:
    """'"...", he grinned': a verb that is no word of saying, right after a quotation that is a sentence."""
    line = next((x for x in lines if x.sent.start < q.end <= x.sent.end and x.sent.end > q.end + 3), None)
    if line is None or len(line.page.document.text[q.inner_start : q.inner_end].split()) < 4 or not line.page.document.text[q.inner_start].isupper():
        return None
    close = next((t.i for t in line.toks if line.at(t.i) >= q.end), None)
    text = line.page.document.text
    if close is None or (text[q.inner_end - 1] not in ",.!?…" and text[q.end : q.end + 1] != ","):
        return None
    for v in line.toks[close : close + 12]:
        if v.pos == "VERB" and v.tag in ("VBD", "VBZ", "VBP"):
            first, last = words_of(line, v)
            subject = subject_of(line, v)
            if subject is None or subject.i < close or line.inside[subject.i] is not None:
                return None
            entry = Cue(v.lemma, "speech", "said", frozenset({"quote"}))
            f = after(line, v, entry, first, last, subject)
            if f is None or f.spans[0][1] != q.end:
                return None
            span, best = whole(line, subject, before=first)
            return replace(f, subject=best, subject_line=line, speaker=span, rule="after-quote-odd")
    return None


def taken_for_noun(lines: list[Line], q: Quotation) -> Frame | None:
    """'"...," the report states.': a word of saying that the parse takes for a noun, at the end after a quotation that opens the sentence."""
    line = next((x for x in lines if x.sent.start <= q.start and q.end <= x.sent.end), None)
    if line is None or line.page.document.text[q.inner_end - 1] not in ",?!" or line.at(0) < q.start:
        return None
    rest = [t for t in line.toks if line.at(t.i) >= q.end]
    while rest and line.is_mark(rest[-1].i):
        rest.pop()
    if not 2 <= len(rest) <= 12 or rest[-1].pos != "NOUN" or any(t.tag in FINITE for t in rest):
        return None
    cue, named = rest[-1], phrase(line, rest[-1].i - 1, -1)
    entry = verb(cue.text, cue.lemma)
    if named is None and rest[-2].pos == "ADJ":  # "the editorial read"
        named = rest[-2]
    if entry is None or entry.tier != "speech" or "quote" not in entry.takes or named is None or named.i < rest[0].i:
        return None
    span, best = (line.at(rest[0].i), line.to(rest[-2].i)), named
    return Frame(line, cue, cue.i, cue.i, entry, "after-quote", ((q.start, q.end),), best, line, span)
