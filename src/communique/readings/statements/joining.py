"""Frames of a page in, statements out: nested saying folded into the outer, split quotations joined, quotations without a cue given to who goes on speaking."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace

from ...language.cues import Cue, verb, verbs
from ...model.layout import Quotation
from ..page import Page
from .after import after
from .frames import words_of
from .line import Frame, Line, Span
from .signs import FINITE, is_dash
from .subjects import PAPERS, phrase, subject_of, whole

RANK = ("after-quote", "quote", "clause", "after-clause", "according")
SENTENCE_OF_ITS_OWN = 12
SIGNED = re.compile(r"\s{0,4}(?:[-–—―]\s{0,2}|\[)(?P<name>(?:[A-Z][\w.'’-]{0,30}\s){0,5}[A-Z][\w'’-]{1,30})(?=[\s,.\]]|$)")
SPOKEN = Cue(":", "speech", "said", frozenset({"quote"}))
NEXT = 8  # words between a reported clause and a quotation that goes on with it
AROUND = 12  # sentences before and after a quotation that may name its speaker
FAR = 60  # words between a statement and a quotation that still goes on with it


def join(page: Page, lines: list[Line], found: list[Frame]) -> tuple[list[Frame], list[Quotation]]:
    """The statements, and the quotations that no statement holds."""
    by_line: dict[int, list[Frame]] = {}
    for f in found:
        by_line.setdefault(f.line.sent.index, []).append(f)
    told: list[Frame] = []
    for line in lines:
        told += _unfold(by_line.get(line.sent.index, []))
    told = _apart(told)
    return _continue(page, lines, told)


def _unfold(frames: list[Frame]) -> list[Frame]:
    """An act of saying inside what another act of saying tells is no row of its own; the outer keeps its cue."""
    out = []
    for f in frames:
        outer = [o for o in frames if o is not f and _tells(o, f) and not _tells(f, o) and _swallows(o, f)]
        if not outer:
            inner = [i for i in frames if i is not f and _tells(f, i) and i.cue is not None and i.cue.pos in ("VERB", "AUX")]
            out.append(replace(f, nested=inner[0].cue) if inner else f)
    return out


def _swallows(outer: Frame, inner: Frame) -> bool:
    """An attitude does not swallow what is said in it; nor does "according to" a clause that somebody says in so many words."""
    if outer.rule == "according" and inner.rule in ("clause", "quote", "after-quote"):
        return False
    return outer.entry.tier != "attitude" or inner.entry.tier == "attitude"


def _tells(outer: Frame, inner: Frame) -> bool:
    """The inner act's cue stands in what the outer act tells."""
    s = inner.cue_span
    return s is not None and any(a <= s[0] and s[1] <= b for a, b in outer.spans)


def _apart(frames: list[Frame]) -> list[Frame]:
    """Of two acts that claim the same words, the surer pattern keeps them."""
    order = sorted(frames, key=lambda f: (f.entry.tier == "attitude", RANK.index(f.rule) if f.rule in RANK else len(RANK), f.spans[0][0]))
    kept: dict[int, list[Frame]] = {}
    for f in order:
        here = f.line.sent.index
        near = [k for i in range(here - 3, here + 4) for k in kept.get(i, ())]
        spans = tuple(s for s in f.spans if not any(_share(s, o) > 0.4 for k in near for o in k.spans))
        if spans:
            kept.setdefault(here, []).append(replace(f, spans=spans))
    return sorted((f for fs in kept.values() for f in fs), key=lambda f: f.spans[0])


def _share(a: Span, b: Span) -> float:
    return (min(a[1], b[1]) - max(a[0], b[0])) / min(a[1] - a[0], b[1] - b[0])


def _continue(page: Page, lines: list[Line], told: list[Frame]) -> tuple[list[Frame], list[Quotation]]:
    """Quotations in text order: claimed, joined to the statement before them, led in by a colon, or left over."""
    text, held = page.document.text, Held(page, told)
    left: list[Quotation] = []
    at = 0
    for n, q in enumerate(page.layout.quotations):
        if n in held.holder:
            continue
        while at + 1 < len(lines) and lines[at + 1].sent.start < q.end:
            at += 1
        near = lines[max(0, at - AROUND) : at + AROUND]
        alone, opens = _stands_alone(held, q, text), q.start in held.opening
        owner = held.holder.get(n - 1) if n and page.layout.quotations[n - 1].continues else None
        made = _led_in(held, near, q, text) if (alone or opens) and owner is None else None
        if made is not None and not alone and (made.cue is None or verb(made.cue.text, made.cue.lemma) is None):
            made = None
        if owner is None and made is None and alone:
            owner = _last_in_paragraph(held, q)
        if owner is None and made is None:
            made = _signed(near, q, text) if alone else _odd_verb(near, q) or _taken_for_noun(near, q) or _signed(near, q, text)
        if owner is not None:
            held.join(owner, n, q)
        elif made is not None:
            held.add(made, n)
        else:
            left.append(q)
    return sorted(held.frames, key=lambda f: f.spans[0]), left


class Held:
    """The statements so far, which quotation each holds, and in which paragraph each ends."""

    def __init__(self, page: Page, told: list[Frame]) -> None:
        self.page, self.frames = page, list(told)
        self.starts = [p.start for p in page.layout.paragraphs]
        self.opening, self.closing = set(self.starts), {p.end for p in page.layout.paragraphs}
        self.marks = [q.start for q in page.layout.quotations]
        self.holder: dict[int, int] = {}
        self.ends_in: dict[int, list[int]] = {}
        for i, f in enumerate(self.frames):
            self.ends_in.setdefault(self.paragraph(end_of(f) - 1), []).append(i)
            for n in self.quotations(f):
                self.holder.setdefault(n, i)

    def quotations(self, f: Frame) -> list[int]:
        """The quotations that a statement's content touches."""
        out = []
        for a, b in f.spans:
            n = max(0, bisect.bisect_right(self.marks, a) - 1)
            while n < len(self.marks) and self.marks[n] < b:
                if self.page.layout.quotations[n].end > a:
                    out.append(n)
                n += 1
        return out

    def paragraph(self, offset: int) -> int:
        return bisect.bisect_right(self.starts, offset) - 1

    def join(self, i: int, n: int, q: Quotation) -> None:
        self.frames[i] = replace(self.frames[i], spans=(*self.frames[i].spans, (q.start, q.end)))
        self.holder[n] = i
        self.ends_in.setdefault(self.paragraph(q.start), []).append(i)

    def add(self, f: Frame, n: int) -> None:
        self.frames.append(f)
        self.holder[n] = len(self.frames) - 1
        self.ends_in.setdefault(self.paragraph(end_of(f) - 1), []).append(len(self.frames) - 1)


def end_of(f: Frame) -> int:
    """Where a statement's words end, its cue included."""
    return max(*(b for _, b in f.spans), f.cue_span[1] if f.cue_span else 0)


def _stands_alone(held: Held, q: Quotation, text: str) -> bool:
    """It begins a sentence or line and ends one: no words of the writer stand beside it."""
    lead, tail = text[max(0, q.start - 3) : q.start].rstrip(" \u00a0\t"), text[q.end : q.end + 3].lstrip(" \u00a0\t")
    begins = not lead or lead[-1] in "\n.!?:”\"’)" or q.start in held.opening
    closes = text[q.inner_end - 1 : q.inner_end] in tuple(".!?…,")
    ends = not q.closed or not tail or tail[0] == "\n" or (closes and tail[0].isupper()) or q.end in held.closing
    return begins and (ends or tail[:1] in "“\"") and q.inner_end - q.inner_start >= SENTENCE_OF_ITS_OWN


def _last_in_paragraph(held: Held, q: Quotation) -> int | None:
    """The statement right before it that has quoted words: in its paragraph, or at the end of the one before where this one is all quotation."""
    page, here = held.page, held.paragraph(q.start)
    past = [i for p in (here - 1, here) for i in held.ends_in.get(p, ()) if max(b for _, b in held.frames[i].spans) <= q.start]
    if not past:
        return None
    last = max(past, key=lambda i: end_of(held.frames[i]))
    end = end_of(held.frames[last])
    there, quoted = held.paragraph(end - 1), bool(held.quotations(held.frames[last]))
    if not quoted:  # '"...", she said, adding that ... "..."': the quotation goes on with the first
        f = held.frames[last]
        if f.cue is not None and f.cue.tag == "VBG":
            again = [i for i in past if held.frames[i].line is f.line and i != last and held.frames[i].rule == "after-quote"]
            last, quoted = (again[-1], True) if again else (last, False)
    if there == here:
        near = len(page.document.text[end : q.start].split())
        return last if near <= (FAR if quoted else NEXT) else None
    p = page.layout.paragraphs[here]
    if there == here - 1 and quoted and p.start == q.start and page.document.text[q.end : p.end].strip() == "":
        before = page.layout.paragraphs[there]
        return last if len(page.document.text[end : before.end].split()) <= 12 else None
    return None


def _led_in(held: Held, lines: list[Line], q: Quotation, text: str) -> Frame | None:
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


def _signed(lines: list[Line], q: Quotation, text: str) -> Frame | None:
    """A quotation with its speaker's name below it: '"..." - Ann Lee, Hamburg.', '"..." [Reuters]'."""
    m = SIGNED.match(text, q.end, min(len(text), q.end + 90))
    if m is None:
        return None
    end = m.end("name")
    line = next((x for x in lines if x.sent.start <= end - 1 < x.sent.end), None)
    head = line.sent.token_at(end - 1) if line is not None else None
    if line is None or head is None or head.pos not in ("PROPN", "NOUN"):
        return None
    return Frame(line, None, 0, 0, SPOKEN, "signed", ((q.start, q.end),), head, line, m.span("name"))


def _odd_verb(lines: list[Line], q: Quotation) -> Frame | None:
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


def _taken_for_noun(lines: list[Line], q: Quotation) -> Frame | None:
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
