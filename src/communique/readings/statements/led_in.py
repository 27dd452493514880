"""A quotation after a colon in, who leads it in out: 'The envoy went on: "..."', 'Ann Lee: "..."', 'From the report: "..."'."""

from __future__ import annotations

from ...language.cues import Cue, verb, verbs
from ...model.layout import Quotation
from ..page import Page
from ..parse import Token
from .frames import words_of
from .held import Held
from .line import Frame, Line, Span
from .signs import FINITE, is_dash
from .subjects import PAPERS, phrase, subject_of, whole

LEADS_IN = frozenset("say add write state reply respond answer tell post tweet explain continue declare conclude read".split())
MARKS = "“\"‘'«•-–—*"
LEAST = 60  # characters of a block quotation
SPOKEN = Cue(":", "speech", "said", frozenset({"quote"}))


def led_in(held: Held, lines: list[Line], q: Quotation, text: str) -> Frame | None:
    """'The envoy went on:' or 'Asked about the visit, she was blunt:' and then, perhaps on a new line, the quotation."""
    if not text[max(0, q.start - 8) : q.start].rstrip().endswith(":"):
        return None
    line = next((x for x in reversed(lines) if x.sent.start < q.start), None)
    if line is None or q.start - line.sent.end > 4:
        return None
    root = _main_verb(line, q)
    subject = subject_of(line, root) if root is not None and root.pos in ("VERB", "AUX") else None
    if root is not None and subject is not None and subject.low not in ("it", "there", "this", "that", "which"):
        first, last = words_of(line, root)
        span, best = whole(line, subject, before=first)
        entry = verb(root.text, root.lemma) or Cue(root.lemma, "speech", "said", frozenset({"quote"}))
        return Frame(line, root, first, last, entry, "led-in", (_paragraph_of(held, line, lines, q, entry),), best, line, span)
    return _named(line, q)


def blocks(page: Page, lines: list[Line]) -> list[Frame]:
    """'The governor added:' at the end of a paragraph, and a paragraph without marks: a block quotation."""
    out: list[Frame] = []
    paragraphs, text = page.layout.paragraphs, page.document.text
    within: dict[int, list[Line]] = {}
    for x in lines:
        within.setdefault(x.sent.paragraph, []).append(x)
    for line in lines:
        n = line.sent.paragraph
        if not line.toks or line.toks[-1].text != ":" or n + 1 >= len(paragraphs) or line.sent.end < paragraphs[n].end - 1:
            continue
        block, root = paragraphs[n + 1], line.sent.parse.root
        entry = verb(root.text, root.lemma) if root is not None else None
        if root is None or entry is None or entry.lemma not in LEADS_IN or text[block.start] in MARKS or block.end - block.start < LEAST:
            continue
        subject = subject_of(line, root)
        inside = within.get(n + 1, [])
        if subject is None or subject.low in ("it", "there", "this", "that") or not inside or any(x.quotations for x in inside):
            continue
        if text[block.end - 1] not in ".!?…" or any(x.toks and x.toks[-1].text == ":" for x in inside):
            continue
        first, last = words_of(line, root)
        span, best = whole(line, subject, before=first)
        out.append(Frame(line, root, first, last, entry, "block", ((block.start, block.end),), best, line, span))
    return out


def _main_verb(line: Line, q: Quotation) -> Token | None:
    """The sentence's root; where that stands in the quotation, the verb of the clause before it."""
    root = line.sent.parse.root
    if root is None or line.inside[root.i] is None:
        return root
    verbs_ = (t for t in line.toks if t.tag in FINITE and line.to(t.i) <= q.start and line.inside[t.i] is None)
    return next((t for t in verbs_ if any(line.inside[s.i] is None and s.i < t.i for s in line.kids(t.i, "nsubj"))), None)


def _paragraph_of(held: Held, line: Line, lines: list[Line], q: Quotation, entry: Cue) -> Span:
    """'Kim said:' and a new paragraph that opens with the quotation: all of it, where nobody else speaks in it."""
    p = held.page.layout.paragraphs[held.paragraph(q.start)] if q.start in held.opening else None
    if p is None or p.end <= q.end or line.sent.end > q.start or "quote" not in entry.takes:
        return q.start, q.end
    inside = [x for x in lines if p.start <= x.sent.start < p.end]
    if any(x.inside[t.i] is None and verb(t.text, t.lemma) is not None and t.pos == "VERB" for x in inside for t in x.toks):
        return q.start, q.end
    return p.start, p.end


def _named(line: Line, q: Quotation) -> Frame | None:
    """'Ann Lee: "..."', 'From the report: "..."', 'Article 3 affirms: "..."'."""
    colon = next((t.i for t in reversed(line.toks) if t.text == ":" and line.to(t.i) <= q.start), None)
    if colon is None or colon == 0:
        return None
    opening = max((i + 1 for i in range(colon) if is_dash(line, i)), default=0)
    if any(t.tag in FINITE and t.i != colon - 1 for t in line.toks[opening:colon]):
        return None  # a whole clause: the name before the colon may be who was told
    if line.toks[colon - 1].text == ")":  # "Rep. Ann Lee (D-Me.):"
        bracket = next((i for i in range(colon - 2, 0, -1) if line.toks[i].text == "("), None)
        named = phrase(line, bracket - 1, -1) if bracket else None
        if named is not None and named.pos == "PROPN":
            return Frame(line, line.toks[colon], colon, colon, SPOKEN, "colon", ((q.start, q.end),), named, line, whole(line, named)[0])
    before = line.toks[colon - 2] if colon > 1 else None
    tagged = before is not None and before.pos in ("NUM", "NOUN", "PROPN", "PRON") and line.toks[colon - 1].lemma.lower() in verbs()
    verb = line.toks[colon - 1] if tagged else None  # "affirms" taken for a noun
    named = phrase(line, colon - (2 if verb else 1), -1)
    if named is None or (verb is None and named.pos != "PROPN" and named.lemma.lower() not in PAPERS):
        return None
    span, best = whole(line, named)
    cue = verb or line.toks[colon]
    return Frame(line, cue, cue.i, cue.i, Cue(cue.lemma, "speech", "said", frozenset({"quote"})), "colon", ((q.start, q.end),), best, line, span)
