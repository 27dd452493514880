"""A sentence in, its acts of saying out: verbs before, after and around what was said, nouns of saying, "according to"."""

from __future__ import annotations

from dataclasses import replace

from ...language.cues import Cue, nouns, verb, verbs
from ...model.layout import Quotation
from ..parse import Token
from . import objects
from .line import Frame, Line, Span
from .subjects import PAPERS, beside, of_sentence, passive, phrase, subject_of, whole

LEADING = frozenset("and but still yet so then instead however".split())
FINITE = ("VBZ", "VBD", "VBP", "MD")
ASIDE = frozenset("in at on during as after before with".split())  # what opens a remark of the writer's after ", he said,"
AROUND = ("dobj", "dative", "prep", "advmod", "npadvmod", "prt")
PARTICLES = ("out", "back", "on", "aloud")
LEADING_ON = frozenset("go continue appear seem begin start proceed use come refuse decline fail try struggle rush say be hasten".split())
ASIDES = frozenset("though although despite whereas even".split())
SHORT = 40  # characters of a quotation that may be only a phrase in what leads up to the cue


def frames(line: Line) -> list[Frame]:
    """Every act of saying in the sentence, in text order."""
    things = nouns()
    out: list[Frame] = []
    for t in line.toks:
        if line.inside[t.i] is not None:
            continue
        entry = verb(t.text, t.lemma) if t.pos in ("VERB", "AUX") or t.tag.startswith("VB") else None
        if entry is not None:
            out += _verb(line, t, entry)
        elif t.pos == "NOUN" and (thing := things.get(t.lemma.lower())):
            out += objects.noun(line, t, thing)
        elif t.low == "according" and t.i + 1 < len(line.toks) and line.toks[t.i + 1].low == "to":
            out += objects.according(line, t)
    return out


def _verb(line: Line, v: Token, entry: Cue) -> list[Frame]:
    if not _asserted(line, v, entry):
        return []
    first, last = words_of(line, v)
    subject = subject_of(line, v)
    found = after(line, v, entry, first, last, subject) or before(line, v, entry, first, last, subject) or objects.verb(line, v, entry, first, last)
    if found is None:
        return []
    subject = found.subject or subject
    if subject is not None and subject.i > last and found.rule in ("clause", "quote", "object") and (left := phrase(line, first - 1, -1)) is not None:
        subject = left
    if subject is None and v.tag in ("VBD", "VBZ", "VBP", "VBN") and v.dep != "xcomp" and not passive(line, v):
        subject = beside(line, v, first)
    if subject is None and v.tag in ("VBG", "VB") and not passive(line, v) and (of := of_sentence(line)) is not None and of.i < v.i:
        subject = of
    negated = any(k.dep == "neg" for k in line.kids(v.i))
    if subject is None:
        return [replace(found, negated=negated)]
    span, best = whole(line, subject, before=found.first)
    return [replace(found, subject=best, subject_line=line, speaker=span, negated=negated)]


def _asserted(line: Line, v: Token, entry: Cue) -> bool:
    """Somebody did say it: no adjective ("charged language"), no other phrasal verb ("sworn in"), no bare purpose ("to explain why")."""
    kids = line.kids(v.i)
    if v.dep in ("amod", "compound") or any(k.dep == "prt" and k.low not in PARTICLES for k in kids):
        return False
    if v.tag == "VB" and any(k.low == "to" and k.dep == "aux" for k in kids):
        return v.dep in ("xcomp", "conj") and (line.head(v).lemma.lower() in LEADING_ON or line.head(v).low in ("quick", "eager", "keen"))
    return not (entry.lemma == "tell" and any(k.tag == "MD" for k in kids))


def words_of(line: Line, v: Token) -> tuple[int, int]:
    """The verb with its auxiliaries, adverbs and particle, as far as they stand together."""
    first = last = v.i
    while first > 0 and line.toks[first - 1].head == v.i and line.toks[first - 1].dep in ("aux", "auxpass", "neg", "advmod") and line.inside[first - 1] is None:
        first -= 1
    if last + 1 < len(line.toks) and line.toks[last + 1].dep == "prt" and line.toks[last + 1].head == v.i:
        last += 1
    return first, last


# What was said stands before its verb, or around it.


def after(line: Line, v: Token, entry: Cue, first: int, last: int, subject: Token | None) -> Frame | None:
    """'"...", Lee said', '..., Lee said', 'Both, he said, seek'."""
    if not entry.takes & {"quote", "that"} or ("out" in entry.takes and not line.kids(v.i, "prt")):
        return None
    if v.dep == "relcl" or passive(line, v):
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
    if any(k.low == "as" and k.dep in ("mark", "advmod") and k.i < begin for k in line.kids(v.i)) and v.dep == "advcl" and not line.kids(v.i, "ccomp", "dobj"):
        return _as_observed(line, v, entry, first, last)
    if j < 0:
        return _whole_before(line, v, entry, first, last, begin)
    close = line.inside[j]
    ahead = [c for c in line.kids(v.i, "ccomp") if c.i > v.i]
    goes_on = ahead and line.inside[ahead[0].i] is None and "that" in entry.takes
    if close is not None and _taken(line, close):
        return None
    if close is not None and _title_at(line, j) and close.start > line.sent.start and _before_mark(line, close) == "ADP":
        return None
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
    if j == begin - 1 or "that" not in entry.takes or ahead or v.tag == "VBG" or _has_object(line, v, entry):
        return None
    hangs = v.dep in ("parataxis", "ccomp", "advcl") and v.head != v.i
    inverted = subject is not None and subject.i > v.i and v.lemma == "say" and line.toks[begin - 1].text == ","
    told = [c for c in line.kids(v.i, "ccomp", "advcl") if c.i < begin and (c.dep == "ccomp" or not line.kids(c.i, "mark", "advmod"))]
    if not hangs and not told and not (subject is not None and (begin < first or inverted) and _closes(line, v, last)):
        return None
    low = 0
    while low < j and line.toks[low].low in LEADING:
        low += 1
    if not _tells_something(line, low, j) and not (v.dep in ("parataxis", "ccomp") and v.head > v.i):
        return None
    q = line.inside[low]
    return _around(line, v, entry, first, last, (q.start if q else line.at(low), line.to(j)), "after-clause")


def _tells_something(line: Line, low: int, high: int) -> bool:
    """A whole clause, no mere lead-in: 'Though he is new, Kim promised', 'Asked about it, Kim said'."""
    words = [t for t in line.toks[low : high + 1] if line.inside[t.i] is None]
    if len(words) < high - low + 1 and not words:
        return True
    clauses = sum(t.dep in ("nsubj", "nsubjpass", "expl") for t in words)
    opening = words[0]
    subordinate = opening.pos == "SCONJ" or opening.tag in ("VBN", "VBG", "WRB") or opening.dep == "mark"
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
    q = line.inside[0] if line.toks else None
    if q is None or line.page.document.text[q.inner_end - 1] not in ",?!…." or q.end >= line.at(first):
        return None
    begin = next(i for i in range(len(line.toks)) if line.at(i) >= q.end)
    gap = line.toks[begin:first]
    if len(gap) > 30 or any(t.tag in FINITE and line.inside[t.i] is None and t.dep != "relcl" for t in gap):
        return None
    return begin


def _taken(line: Line, q: Quotation) -> bool:
    """The quotation was led in by an earlier verb (', "...?" Mills then writes back, "..."')."""
    text = line.page.document.text
    return q.start > 0 and text[: q.start].rstrip(" \u00a0")[-1:] in (",", ":") and text[q.inner_end - 1] in ".?!" and q.start < line.sent.start


def _before_mark(line: Line, q: Quotation) -> str:
    """The kind of word that stands before a quotation."""
    return next((t.pos for t in reversed(line.toks) if line.to(t.i) <= q.start), "")


def _fronted(line: Line, start: int) -> bool:
    """The quotation is a title in an opening phrase without a verb: 'In an interview with "Today," Lee ...'."""
    lead = [t for t in line.toks if line.at(t.i) < start]
    if not lead or lead[0].pos not in ("ADP", "SCONJ") or any(t.pos in ("VERB", "AUX") for t in lead):
        return False
    return lead[-1].pos in ("ADP", "DET", "ADJ", "NOUN", "PROPN", "PART")


def _as_observed(line: Line, v: Token, entry: Cue, first: int, last: int) -> Frame | None:
    """'As the paper observed, the party controls ...'."""
    low, high = line.edges(v.i)
    if low > 1 or "that" not in entry.takes or high + 3 >= len(line.toks) or line.toks[high + 1].text != ",":
        return None
    close = len(line.toks) - 1
    q = line.inside[close]
    return Frame(line, v, first, last, entry, "as-observed", ((line.at(high + 2), q.end if q else line.to(close)),))


def _whole_before(line: Line, v: Token, entry: Cue, first: int, last: int, begin: int) -> Frame | None:
    """The sentence is only 'Lee said.', cut off from the quotation right before it."""
    page, sent = line.page, line.sent
    if len(line.toks) > 30 or "quote" not in entry.takes or [c for c in line.kids(v.i, "ccomp", "dobj") if c.i > v.i]:
        return None
    q = next((q for q in reversed(page.layout.quotations) if q.end <= sent.start), None)
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
    for i in reversed(lead):
        if line.inside[i] is None and line.toks[i].pos == "VERB" and "quote" in getattr(known.get(line.toks[i].lemma.lower()), "takes", ()):
            return start
    q = line.inside[lead[0]]
    return min(q.start, line.at(lead[0])) if q else line.at(lead[0])


def _around(line: Line, v: Token, entry: Cue, first: int, last: int, left: Span, rule: str) -> Frame:
    """Add what follows the clause of saying: the other half of a split quotation, or of a clause it interrupts."""
    spans = [left]
    n = len(line.toks)
    k = max(last, v.i) + 1
    quote: int | None = next((i for i in range(k, n) if line.inside[i] is not None), None)
    if quote is not None and quote > 0 and line.is_mark(quote - 1) and line.inside[quote - 1] is None and not _cue_between(line, k, quote):
        q = line.inside[quote]
        if q is not None and not _titled(line.page.document.text[q.inner_start : q.inner_end]):
            spans.append((q.start, q.end))
    elif quote is not None and line.toks[quote - 1].pos == "CCONJ" and line.toks[quote - 2].text == "," and line.toks[quote - 1].i <= k + 6:
        q = line.inside[quote]
        if q is not None:
            spans.append((line.at(quote - 1), q.end))
    elif rule == "after-quote" and (comma := _comma(line, k, n)) is not None and _unfinished(line, comma + 1):
        spans.append((line.at(comma + 1), line.to(n - 1)))
    elif rule == "after-clause" and (comma := _comma(line, k, min(n, k + 4))) is not None:
        opening = line.toks[comma + 1] if comma + 1 < n else None
        if opening is not None and comma + 3 < n and (v.head > comma or _resumes(line, v, opening)):
            spans.append((line.at(comma + 1), line.to(n - 1)))
    return Frame(line, v, first, last, entry, rule, tuple(spans))


def _comma(line: Line, a: int, b: int) -> int | None:
    return next((i for i in range(a, b) if line.toks[i].text == ","), None)


def _unfinished(line: Line, i: int) -> bool:
    """The quotation is only the beginning of its clause: a verb without a subject or "that" goes on with it."""
    if i + 2 >= len(line.toks) or line.inside[i] is not None:
        return False
    t = line.toks[i]
    return (t.tag in FINITE and not any(s.i > i for s in line.kids(i, "nsubj"))) or (t.low == "that" and t.dep == "mark")


def _titled(words: str) -> bool:
    """A few words, all with capitals: the name of a book or programme."""
    found = words.strip(" .,").split()
    return len(found) <= 5 and all(w[:1].isupper() or len(w) <= 3 for w in found)


def _title_at(line: Line, i: int) -> bool:
    q = line.inside[i]
    return q is not None and _titled(line.page.document.text[q.inner_start : q.inner_end])


def _resumes(line: Line, v: Token, opening: Token) -> bool:
    """What follows ', he said,' goes on with the clause it interrupts."""
    if any(s.i > v.i for s in line.kids(v.i, "nsubj")):
        return False
    return opening.tag not in ("VBG", "WDT", "WP", "WRB", "DT") and opening.pos not in ("CCONJ", "SCONJ") and opening.low not in ASIDE


def _cue_between(line: Line, a: int, b: int) -> bool:
    known = verbs()
    return any(line.toks[i].pos == "VERB" and line.toks[i].lemma.lower() in known for i in range(a, b))


# What was said stands after its verb.


def before(line: Line, v: Token, entry: Cue, first: int, last: int, subject: Token | None) -> Frame | None:
    """'Lee said that ...', 'Lee said: "..."', 'Lee told reporters the talks were "good"'."""
    takes = entry.takes
    clauses = [c for c in line.kids(v.i, "ccomp", "xcomp", "advcl") if c.i > v.i and _is_content(line, c, takes)]
    quote: int | None = next((i for i in range(last + 1, len(line.toks)) if line.inside[i] is not None), None)
    near = quote is not None and "quote" in takes and _adjacent(line, v, last, quote) and ("that" in takes or not _title_at(line, quote))
    if clauses and line.inside[clauses[0].i] is None:
        low = max(last + 1, _clause_start(line, clauses[0], last))
        high = line.edges(clauses[-1].i)[1]
        if subject is not None and last < subject.i < low and line.head(subject) is v:
            low = last + 1  # "the days when ... are gone": the clause's own subject, hung on the verb of saying
        if entry.hearer and (that := _that_after_hearer(line, last)) is not None:
            low = that
        rule = "to" if clauses[0].dep == "xcomp" else "clause"
    elif near and quote is not None:
        low, high, rule = quote, max(i for i in range(quote, len(line.toks)) if line.inside[i] is line.inside[quote]), "quote"
    elif clauses:
        low, high, rule = max(last + 1, line.edges(clauses[0].i)[0]), line.edges(clauses[-1].i)[1], "clause"
    elif (quote is not None and takes >= {"quote", "that"} and v.tag != "VBN" and _leads_to(line, last + 1, quote)) or _object_is_clause(line, v, last):
        low, high, rule = last + 1, len(line.toks) - 1, "clause"
    else:
        return None
    if near and quote is not None and quote < low:
        low = quote
    span = reach(line, low, high, v)
    if span is None:
        return None
    hearer = phrase(line, last + 1, 1) if entry.hearer else None
    if hearer is not None and hearer.i >= low:
        hearer = None
    return Frame(line, v, first, last, entry, rule, (span,), hearer=hearer)


def _leads_to(line: Line, low: int, quote: int) -> bool:
    """A finite verb and no further word of saying stand before the quotation: the clause runs into it."""
    if any(k.i < quote for k in line.kids(line.toks[low - 1].i, "dobj") if k.i >= low):
        return False
    return any(t.tag in FINITE for t in line.toks[low:quote]) and not _cue_between(line, low, quote)


def _object_is_clause(line: Line, v: Token, last: int) -> bool:
    """'says the rise in prices makes it worse': the clause's subject taken for an object."""
    if v.lemma != "say" or v.tag not in FINITE or not line.kids(v.i, "dobj") or last + 1 >= len(line.toks):
        return False
    return line.toks[last + 1].pos in ("DET", "ADJ", "PROPN", "PRON") and any(t.tag in FINITE for t in line.toks[last + 3 :])


def _that_after_hearer(line: Line, last: int) -> int | None:
    """'told a group of reporters that ...': where "that" stands, if only a noun phrase comes before it."""
    for t in line.toks[last + 1 : last + 12]:
        if t.low == "that" and t.i > last + 1 and t.tag in ("IN", "WDT"):
            return t.i
        if line.inside[t.i] is not None or t.text == "," or t.tag in FINITE:
            return None
    return None


def _is_content(line: Line, c: Token, takes: frozenset[str]) -> bool:
    infinitive = any(k.low == "to" and k.dep == "aux" for k in line.kids(c.i))
    v = line.head(c)
    if v.tag == "VBN" and ((passive(line, v) and (infinitive or c.dep == "xcomp")) or not line.kids(v.i, "aux", "auxpass", "nsubj", "nsubjpass")):
        return False
    if any(k.tag in ("WDT", "WP") and k.dep == "nsubj" and k.low == "that" for k in line.kids(c.i)):
        return False
    if c.dep == "advcl" and not any(k.low == "that" and k.dep == "mark" for k in line.kids(c.i)):
        return False
    if c.dep == "xcomp" or infinitive:
        if c.tag == "VBG":
            return False
        return bool(takes & {"to", "object-to"}) and infinitive
    return "that" in takes or ("quote" in takes and line.inside[c.i] is not None)


def _clause_start(line: Line, c: Token, last: int) -> int:
    return next((t.i for t in line.sent.parse.subtree(c.i) if t.i > last and not line.is_mark(t.i)), last + 1)


def _adjacent(line: Line, v: Token, last: int, quote: int) -> bool:
    """Only a hearer, a time or place, "that", a comma or colon stand between the verb and the quotation."""
    gap = [line.toks[i] for i in range(last + 1, quote)]
    if gap and gap[-1].text == ":":
        return True
    if any(t.tag in (*FINITE, "VBG", "VBN", "VB") for t in gap):
        return False
    objects = [k for k in line.kids(v.i, "dobj") if last < k.i < quote]
    hearer = "hearer" if any(o.pos in ("PROPN", "PRON") or o.tag == "NNS" or o.lemma in PAPERS for o in objects) else ""
    if objects and not hearer:
        return gap[-1].low == "that"
    if not [t for t in gap if t.pos not in ("PUNCT", "SPACE")] or gap[-1].text == "," or gap[-1].low in ("that", "as", "how", "why"):
        return True
    owned = {i for k in line.kids(v.i, *AROUND) if k.i > last for i in range(line.edges(k.i)[0], line.edges(k.i)[1] + 1)}
    return gap[-1].pos not in ("ADP", "DET", "ADJ", "AUX", "PART") and all(t.i in owned or line.is_mark(t.i) for t in gap)


def reach(line: Line, low: int, high: int, v: Token) -> Span | None:
    """From word ``low`` to ``high``, cut before a further act of saying, stretched over the rest of a clause with quoted words in it."""
    while low <= high and line.is_mark(low) and line.inside[low] is None:
        low += 1
    cut = next((k for i in range(low + 1, high + 1) if (k := _parts(line, v, low, i)) is not None), None)
    if sum(is_dash(line, i) for i in range(v.i)) % 2:  # an aside between dashes ends with the second one
        cut = min((i - 1 for i in range(low + 1, high + 1) if is_dash(line, i)), default=cut)
    if cut is not None:
        high = cut
    if low > high:
        return None
    if cut is None:
        high = _stretched(line, v, high)
    high = _without_aside(line, low, high)
    while high > low and line.is_mark(high) and line.inside[high] is None:
        high -= 1
    a, b = line.inside[low], line.inside[high]
    start = a.start if a else line.at(low)
    if a and a.start < line.to(v.i) and line.at(v.i) < a.end:
        return None
    return start, max(b.end if b else 0, line.to(high))


def _parts(line: Line, v: Token, low: int, i: int) -> int | None:
    """The last word before word ``i`` where that begins another act of saying: ', adding', 'and suggested', ', while Kim said'."""
    t = line.toks[i]
    if line.inside[i] is not None or t.pos != "VERB" or t.lemma.lower() not in verbs():
        return None
    if t.tag == "VBG":
        return i - 1 if _opens(line, i) else None
    if t.tag not in FINITE[:3] or t.dep not in ("conj", "advcl", "parataxis") or t.tag != v.tag or t.head < low:
        return None
    own = [s for s in line.kids(i, "nsubj") if s.i < i]
    if own and own[-1].pos == "PRON" and own[-1].low not in ("others", "some", "many"):
        return None
    if not own and line.head(t).tag == t.tag and not (line.toks[i - 1].low == "and" and line.toks[i - 2].text == ","):
        return None
    k = (line.edges(own[-1].i)[0] if own else i) - 1
    while k > low and line.toks[k].pos in ("ADV", "AUX"):
        k -= 1
    return k - 1 if k > low and (line.toks[k].low in ("and", "but", "while", "as", "though", "whereas")) else None


def _without_aside(line: Line, low: int, high: int) -> int:
    """The end without a closing remark that is the writer's: ', where he trails', ', though she did not', ' - a play on words'."""
    for i in range(low + 3, high - 1):
        if line.inside[i] is not None or any(line.inside[k] for k in range(i, high + 1)):
            continue
        after_ = line.toks[i + 1]
        if is_dash(line, i) and sum(is_dash(line, k) for k in range(low, high + 1)) == 1:
            return i - 1
        if line.toks[i].text == "," and (after_.tag in ("WDT", "WP", "WP$", "WRB") or after_.low in ASIDES):
            h = line.head(after_)
            while h.dep not in ("relcl", "advcl") and h.head != h.i and h.i > i:
                h = line.head(h)
            if h.i > i and h.dep in ("relcl", "advcl", "prep") and line.edges(h.i)[1] >= high - 1:
                return i - 1
        if line.toks[i].text == "," and _hangs(line, after_, i) and line.edges(line.head(after_).i if after_.pos == "DET" else after_.i)[1] >= high - 1:
            return i - 1
    return high


def _hangs(line: Line, t: Token, comma: int) -> bool:
    """A participle (', throwing a wrench in') or a noun phrase beside the whole clause (', a first for either side')."""
    if t.tag == "VBG":
        return t.dep == "advcl"
    return t.low in ("a", "an", "the") and line.head(t).dep in ("appos", "npadvmod") and line.edges(line.head(t).i)[0] == comma + 1


def is_dash(line: Line, i: int) -> bool:
    """A dash outside quotation marks; a hyphen only with a space before it."""
    text = line.toks[i].text
    spaced = i > 0 and line.toks[i - 1].end < line.toks[i].start
    return line.inside[i] is None and (text in ("—", "–", "--") or (text == "-" and spaced))


def _stretched(line: Line, v: Token, high: int) -> int:
    """The end of the sentence where its rest belongs to what was said: it holds quoted words, gives a reason, or goes on with 'but he ...'."""
    rest = range(high + 1, len(line.toks))
    tail = [i for i in rest if not line.is_mark(i)]
    if not tail or any(_is_saying(line, i) for i in rest) or v.dep not in ("ROOT", "ccomp", "conj", "relcl", "advcl"):
        return high
    if line.inside[high] is None and any(line.inside[i] for i in rest):
        return tail[-1]
    opening = line.toks[tail[0]]
    if opening.low in ("because", "if", "unless", "provided") and line.inside[tail[0]] is None:
        return tail[-1]
    further = [t for t in line.kids(v.i, "conj") if t.i >= tail[0]]
    if opening.pos == "CCONJ" and any(s.pos == "PRON" for t in further for s in line.kids(t.i, "nsubj")):
        return tail[-1]
    b = line.inside[high]
    if b is not None and line.inside[tail[0]] is not b and line.page.document.text[b.inner_end - 1] not in ".!?,…":
        stop = next((i for i in rest if line.toks[i].text in (",", ";", "—", "–") and line.inside[i] is None), len(line.toks))
        return max(high, stop - 1)
    if b is not None and opening.low in ("and", "or", "but") and len(tail) > 1 and line.inside[tail[1]] is not None:
        other = line.inside[tail[1]]
        return max(i for i in tail if line.inside[i] is other)
    return high


def _is_saying(line: Line, i: int) -> bool:
    t = line.toks[i]
    return line.inside[i] is None and t.pos == "VERB" and (e := verbs().get(t.lemma.lower())) is not None and e.tier == "speech"


def _opens(line: Line, i: int) -> bool:
    """The participle follows a comma, an adverb aside."""
    k = i - 1
    while k > 0 and line.toks[k].pos == "ADV":
        k -= 1
    return line.toks[k].text in (",", "—", "–") or line.inside[k] is not None
