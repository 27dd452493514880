"""Frames of a page in, statements out: nested saying folded into the outer, split quotations joined, quotations without a cue given to who goes on speaking."""

from __future__ import annotations

from dataclasses import replace

from ...language.cues import verb
from ...model.layout import Quotation
from ..page import Page
from .behind import odd_verb, signed, taken_for_noun
from .held import Held, end_of
from .led_in import blocks, led_in
from .line import Frame, Line, Span

RANK = ("after-quote", "quote", "clause", "after-clause", "according")
SENTENCE_OF_ITS_OWN = 12
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
    printed = blocks(page, lines)
    told = _apart([f for f in told if not any(_tells(b, f) for b in printed)]) + printed
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
        made = led_in(held, near, q, text) if (alone or opens) and owner is None else None
        if made is not None and not alone and (made.cue is None or verb(made.cue.text, made.cue.lemma) is None):
            made = None
        if owner is None and made is None and alone:
            owner = _last_in_paragraph(held, q)
        if owner is None and made is None:
            made = signed(near, q, text) if alone else odd_verb(near, q) or taken_for_noun(near, q) or signed(near, q, text)
        if owner is not None:
            held.join(owner, n, q)
        elif made is not None:
            held.add(made, n)
        else:
            left.append(q)
    return sorted(held.frames, key=lambda f: f.spans[0]), left


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
    f = held.frames[last]
    if f.cue is not None and (f.cue.tag == "VBG" or f.cue.dep in ("relcl", "advcl", "acl")):
        # '"...", she said, adding that ...', '"...," said Kim, who noted ...': the quotation goes on with the first
        again = [i for i in past if held.frames[i].line is f.line and i != last and held.frames[i].rule == "after-quote"]
        last, quoted = (again[-1], True) if again else (last, quoted)
    if there == here:
        near = len(page.document.text[end : q.start].split())
        return last if near <= (FAR if quoted else NEXT) else None
    p = page.layout.paragraphs[here]
    if there == here - 1 and quoted and p.start == q.start and page.document.text[q.end : p.end].strip() == "":
        before = page.layout.paragraphs[there]
        return last if len(page.document.text[end : before.end].split()) <= 12 else None
    return None


