"""A verb of saying whose content stands before it, or around it: '"...", Lee said', '..., Lee said', 'Both, he said, seek'."""

from __future__ import annotations

import bisect

from ...language.cues import Cue, verbs
from ...model.layout import Quotation
from ..parse import Token
from . import observed
from .line import Frame, Line, Span
from .observed import LEADING
from .reach import ASIDES, without_aside
from .signs import FINITE, cue_between, is_dash, title_at, titled
from .subjects import beside, passive, whole

WORKS = frozenset("book song film movie show programme program series novel album play poem column anthem magazine".split())
ASIDE = frozenset("in at on during as after before with".split())  # what opens a remark of the writer's after ", he said,"
PROMPTED = ("ask", "press", "question", "pressed", "speak")  # '"...", Lee said, asked about ...'
REFERS = ("refer", "cite", "describe", "point", "speak", "talk")  # '"...", Lee said, speaking of the bill, "..."'
SHORT = 40  # characters of a quotation that may be only a phrase in what leads up to the cue


def after(line: Line, v: Token, entry: Cue, first: int, last: int, subject: Token | None) -> Frame | None:
    """'"...", Lee said', '..., Lee said', 'Both, he said, seek'."""
    if not entry.takes & {"quote", "that"} or ("out" in entry.takes and not line.kids(v.i, "prt")):
        return None
    if v.dep == "relcl" or passive(line, v) or _that_follows(line, v, last):
        return None
    begin = first
    if line.head(v).low == "as" and line.head(line.head(v)).lemma in ("quote", "cite"):
        source = line.kids(line.head(v).head, "nsubj")
        first = line.edges(source[0].i)[0] if source else first
        begin, subject = first, None
    if subject is not None and not line.kids(v.i, "nsubj") and v.tag == "VBG":
        subject = v
    if subject is not None and subject.i < first:
        opens = line.sent.token_at(whole(line, subject, before=first)[0][0])
        begin = opens.i if opens is not None else subject.i
    elif subject is None and (b := beside(line, v, first)) is not None and b.i < first:
        begin = max((i + 1 for i in range(b.i) if line.inside[i] is not None or line.is_mark(i)), default=0)
    if (opened := _after_whole_quote(line, first)) is not None and not any(c.i > v.i for c in line.kids(v.i, "ccomp")):
        begin = opened
    j = begin - 1
    while j >= 0 and line.inside[j] is None and line.is_mark(j):
        j -= 1
    if (held := observed.aside(line, v, entry, first, last) or observed.closing(line, v, entry, first, last)) is not None:
        return held
    if any(k.low == "as" and k.dep in ("mark", "advmod") and k.i < begin for k in line.kids(v.i)) and v.dep == "advcl" and not line.kids(v.i, "ccomp", "dobj"):
        return observed.opening(line, v, entry, first, last)
    if j < 0:
        return _whole_before(line, v, entry, first, last, begin)
    close = line.inside[j]
    ahead = [c for c in line.kids(v.i, "ccomp") if c.i > v.i]
    goes_on = ahead and line.inside[ahead[0].i] is None and "that" in entry.takes
    if close is not None and _taken(line, close):
        return None
    if close is not None and title_at(line, j) and close.start > line.sent.start and (_before_mark(line, close) == "ADP" or _title_of_work(line, close)):
        return None
    if close is None and _opens_sentence(line, last):
        return None  # "When Kim noted that, Lee boasted: "That ...""
    short = close is not None and close.end - close.start < SHORT
    if close is not None and short and (_fronted(line, close.start) or (goes_on and close.start > line.sent.start + 2)):
        close = None
        if ahead or last + 2 < len(line.toks):
            return None
    if close is not None and "that" not in entry.takes and (close.start > line.sent.start + 2 or v.tag == "VBN") and short:
        return None
    if close is not None:
        start = _lead(line, close.start, entry)
        return _around(line, v, entry, first, last, (start, close.end if line.to(j) <= close.end else line.to(j)), "after-quote")
    splits = v.dep in ("parataxis", "ROOT") and line.toks[begin - 1].text == "," and _splits(line, max(last, v.i) + 1)
    if j == begin - 1 or "that" not in entry.takes or (ahead and not splits) or v.tag == "VBG" or _has_object(line, v, entry):
        return None
    hangs = v.dep in ("parataxis", "ccomp", "advcl") and v.head != v.i
    inverted = subject is not None and subject.i > v.i and v.lemma == "say" and line.toks[begin - 1].text == ","
    told = [c for c in line.kids(v.i, "ccomp", "advcl") if c.i < begin and (c.dep == "ccomp" or not line.kids(c.i, "mark", "advmod"))]
    if is_dash(line, begin - 1) and not any(is_dash(line, i) for i in range(max(last, v.i) + 1, len(line.toks))):
        return None  # "it is a fine club - she has vowed more": the clause before the dash is the writer's
    if not (hangs or told or splits) and not (subject is not None and (begin < first or inverted) and _closes(line, v, last)):
        return None
    low = begin - 2 if begin > 2 and line.toks[begin - 1].text == "," and line.toks[begin - 2].tag == "WDT" else 0  # "near the quay, which, she said, is shut"
    while low < j and line.toks[low].low in LEADING:
        low += 1
    if not _tells_something(line, low, j) and not splits and not (v.dep in ("parataxis", "ccomp") and v.head > v.i):
        return None
    q = line.inside[low]
    return _around(line, v, entry, first, last, (q.start if q else line.at(low), line.to(j)), "after-clause")


def _that_follows(line: Line, v: Token, last: int) -> bool:
    """'"...", Lee said, adding that "..."': what is added comes after."""
    opening = line.toks[last + 1] if last + 1 < len(line.toks) else None
    return v.tag == "VBG" and opening is not None and opening.low == "that" and opening.dep == "mark" and line.head(opening).i > opening.i


def _splits(line: Line, k: int) -> bool:
    """'The point, he told them, is that ...': after the comma a verb goes on with the subject that stands before."""
    comma = _aside_ends(line, k)
    opening = line.toks[comma + 1] if comma is not None and comma + 2 < len(line.toks) else None
    return opening is not None and opening.tag in FINITE and not any(s.i > opening.i for s in line.kids(opening.i, "nsubj"))


def _aside_ends(line: Line, k: int) -> int | None:
    """The comma that ends ', he told them on Friday,': only a hearer, a time or a place stand before it."""
    comma = _comma(line, k, min(len(line.toks), k + 9))
    return comma if comma is not None and not any(t.pos in ("VERB", "AUX", "SCONJ", "CCONJ") or line.inside[t.i] for t in line.toks[k:comma]) else None


def _tells_something(line: Line, low: int, high: int) -> bool:
    """A whole clause, no mere lead-in: 'Though he is new, Kim promised', 'Asked about it, Kim said'."""
    words = [t for t in line.toks[low : high + 1] if line.inside[t.i] is None]
    if line.inside[low] is not None or not words:
        return True
    clauses = sum(t.dep in ("nsubj", "nsubjpass", "expl") for t in words)
    opening = words[0]
    subordinate = opening.pos == "SCONJ" or (opening.tag in ("VBN", "VBG", "WRB") and opening.dep != "csubj") or opening.dep == "mark"
    if subordinate and clauses < 2:
        return False
    return any(t.tag in FINITE for t in words) or any(line.inside[i] for i in range(low, high + 1))


def _has_object(line: Line, v: Token, entry: Cue) -> bool:
    """It says something else already; a hearer is no such object."""
    return not entry.hearer and any(o.i > v.i for o in line.kids(v.i, "dobj"))


def _closes(line: Line, v: Token, last: int) -> bool:
    """Nothing but a hearer, a time or a place comes after the verb."""
    stop = next((t.i for t in line.toks[last + 1 :] if is_dash(line, t.i)), len(line.toks))
    rest = line.toks[last + 1 : stop]
    return len(rest) <= 14 and not any(t.pos in ("VERB", "AUX", "SCONJ", "CCONJ") or line.inside[t.i] for t in rest)


def _after_whole_quote(line: Line, first: int) -> int | None:
    """The word after a quotation that opens the sentence and ends with a comma or the like, where only a noun phrase stands between it and the verb."""
    k = line.last_quoted(first - 1)
    q = line.inside[k] if k >= 0 else None
    if q is None or line.page.document.text[q.inner_end - 1] not in ",?!…." or q.end >= line.at(first):
        return None
    if sum(line.at(i) < q.start for i in range(len(line.toks))) > 3:
        return None
    begin = next(i for i in range(len(line.toks)) if line.at(i) >= q.end)
    gap = line.toks[begin:first]
    if len(gap) > 30 or any(t.tag in FINITE and line.inside[t.i] is None and t.dep not in ("relcl", "amod") for t in gap):
        return None
    return begin


def _taken(line: Line, q: Quotation) -> bool:
    """The quotation was led in by an earlier verb (', "...?" Mills then writes back, "..."')."""
    text = line.page.document.text
    return q.start > 0 and text[: q.start].rstrip(" \u00a0")[-1:] in (",", ":") and text[q.inner_end - 1] in ".?!" and q.start < line.sent.start


def _title_of_work(line: Line, q: Quotation) -> bool:
    """'in his book, "Small Boats," Lee suggested', 'at the end of the song "Come Home," she added'."""
    lead = [t for t in line.toks if line.to(t.i) <= q.start and not line.is_mark(t.i)]
    return bool(lead) and (lead[-1].lemma.lower() in WORKS or (len(lead) > 3 and len(line.page.document.text[q.inner_start : q.inner_end].split()) > 2))


def _opens_sentence(line: Line, last: int) -> bool:
    """Right after the verb a quotation opens with a capital."""
    i = next((k for k in range(last + 1, min(last + 4, len(line.toks))) if not line.is_mark(k) or line.inside[k] is not None), None)
    q = line.inside[i] if i is not None else None
    return q is not None and line.at(last) < q.start and line.page.document.text[q.inner_start : q.inner_start + 1].isupper() and q.end - q.start >= SHORT // 2


def _before_mark(line: Line, q: Quotation) -> str:
    """The kind of word that stands before a quotation."""
    return next((t.pos for t in reversed(line.toks) if line.to(t.i) <= q.start), "")


def _fronted(line: Line, start: int) -> bool:
    """The quotation is a title in an opening phrase without a verb: 'In an interview with "Today," Lee ...'."""
    lead = [t for t in line.toks if line.at(t.i) < start]
    if not lead or lead[0].pos not in ("ADP", "SCONJ") or any(t.pos in ("VERB", "AUX") for t in lead):
        return False
    return lead[-1].pos in ("ADP", "DET", "ADJ", "NOUN", "PROPN", "PART")


def _whole_before(line: Line, v: Token, entry: Cue, first: int, last: int, begin: int) -> Frame | None:
    """The sentence is only 'Lee said.', cut off from the quotation right before it."""
    page, sent = line.page, line.sent
    if len(line.toks) > 30 or "quote" not in entry.takes or [c for c in line.kids(v.i, "ccomp", "dobj") if c.i > v.i]:
        return None
    n = bisect.bisect_right(page.layout.quotations, sent.start, key=lambda q: q.end) - 1
    q = page.layout.quotations[n] if n >= 0 else None
    if q is None or page.document.text[q.end : sent.start].strip(" \u00a0") or "\n" in page.document.text[q.end : sent.start]:
        return None
    return _around(line, v, entry, first, last, (q.start, q.end), "after-quote")


def _lead(line: Line, start: int, entry: Cue) -> int:
    """Where what was said begins: at the mark, or with the words before it where the quotation goes on from them."""
    if start <= line.sent.start:
        return start
    text = line.page.document.text
    lead = [i for i in range(len(line.toks)) if line.at(i) < start]
    opening = text[start + 1 : start + 2]
    while lead and (line.is_mark(lead[0]) or line.toks[lead[0]].low in LEADING) and line.inside[lead[0]] is None:
        lead.pop(0)
    if not lead or (opening.isupper() and (line.is_mark(lead[-1]) or line.toks[lead[-1]].pos in ("CCONJ",))):
        return start
    known = verbs()
    runs_in = line.toks[lead[-1]].pos in ("ADP", "DET", "ADJ", "PART") and opening.islower()  # 'goes on into "deep water"'
    for i in () if runs_in else reversed(lead):
        told = known.get(line.toks[i].lemma.lower()) if line.inside[i] is None and line.toks[i].pos == "VERB" else None
        if told is not None and "quote" in told.takes and ("that" in told.takes or i in lead[-4:]):
            return start
    q = line.inside[lead[0]]
    return min(q.start, line.at(lead[0])) if q else line.at(lead[0])


def _around(line: Line, v: Token, entry: Cue, first: int, last: int, left: Span, rule: str) -> Frame:
    """Add what follows the clause of saying: the other half of a split quotation, or of a clause it interrupts."""
    spans = [left]
    n = len(line.toks)
    k = max(last, v.i) + 1
    quote: int | None = next((i for i in range(k, n) if line.inside[i] is not None), None)
    if quote is not None and (quote == k or (line.is_mark(quote - 1) and line.inside[quote - 1] is None)) and not cue_between(line, k, quote, REFERS):
        q = line.inside[quote]
        if q is not None and not titled(line.page.document.text[q.inner_start : q.inner_end]):
            spans.append((q.start, q.end))
    elif quote is not None and (joins := _joins(line, k, quote)) is not None:
        q = line.inside[quote]
        if q is not None:
            spans.append((line.at(joins), q.end))
    elif rule == "after-quote" and (comma := _comma(line, k, n)) is not None and _unfinished(line, comma + 1):
        spans.append((line.at(comma + 1), line.to(n - 1)))
    elif rule == "after-clause" and (comma := _aside_ends(line, k)) is not None:
        opening = line.toks[comma + 1] if comma + 1 < n else None
        if opening is not None and comma + 3 < n and (v.head > comma or _resumes(line, v, opening) or _goes_on(line, comma + 1)):
            end = without_aside(line, comma + 1, n - 1) if opening.low not in ASIDES else n - 1
            spans.append((line.at(comma + 1), line.to(end)))
    return Frame(line, v, first, last, entry, rule, tuple(spans))


def _joins(line: Line, k: int, quote: int) -> int | None:
    """'"...," she said, and still "..."': the "and" that goes on with what was said."""
    i = next((i for i in range(k, quote) if line.toks[i].pos == "CCONJ" and line.toks[i - 1].text == ","), None)
    short = i is not None and i <= k + 6 and quote - i <= 3
    return i if short and i is not None and not any(line.toks[n].pos == "VERB" for n in range(i, quote)) else None


def _comma(line: Line, a: int, b: int) -> int | None:
    return next((i for i in range(a, b) if line.toks[i].text == ","), None)


def _unfinished(line: Line, i: int) -> bool:
    """The quotation is only the beginning of its clause: a verb without a subject or "that" goes on with it."""
    if i + 2 >= len(line.toks) or line.inside[i] is not None:
        return False
    t = line.toks[i]
    if t.lemma in PROMPTED:
        return False
    return (t.tag in FINITE and not any(s.i > i for s in line.kids(i, "nsubj"))) or (t.low == "that" and t.dep == "mark")


def _goes_on(line: Line, i: int) -> bool:
    """', until it went', ', and those who stayed paid': a reason or a further clause of what is said, no deed of the speaker's, nobody else's words."""
    t = line.toks[i]
    if t.low == "including":
        return True
    if t.low in ("until", "since", "because", "unless", "if") and t.dep == "mark":
        h = line.head(t)
        return h.i > i and not (line.kids(h.i, "ccomp") and (e := verbs().get(h.lemma.lower())) is not None and e.tier == "speech" and "that" in e.takes)
    if t.low not in ("and", "but"):
        return False
    then = next((x for x in line.toks[i + 1 :] if x.tag in FINITE and x.dep != "aux" and line.inside[x.i] is None), None)
    own = next((s for s in line.kids(then.i, "nsubj", "nsubjpass", "expl") if i < s.i < then.i), None) if then is not None else None
    return then is not None and own is not None and then.lemma.lower() not in verbs() and own.low not in ("he", "she", "they", "i")


def _resumes(line: Line, v: Token, opening: Token) -> bool:
    """What follows ', he said,' goes on with the clause it interrupts."""
    if any(s.i > v.i for s in line.kids(v.i, "nsubj")):
        return False
    return opening.tag not in ("VBG", "WDT", "WP", "WRB", "DT") and opening.pos not in ("CCONJ", "SCONJ") and opening.low not in ASIDE
