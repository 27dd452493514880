"""Saying without a clause: "denied the claim", "called for calm", "described it as", "a request by", "according to"."""

from __future__ import annotations

from dataclasses import replace

from ...language.cues import Cue, vehicles
from ..parse import Token
from .line import Frame, Line, Span
from .reach import short_of, without_aside
from .signs import cue_between, title_at
from .subjects import subject_of, whole

PREPOSITIONS = ("for", "of", "about", "against", "to", "on", "at")
FURTHER = ("prep", "xcomp", "oprd", "advcl", "acl", "agent")
COMMENT = frozenset("comment say respond answer discuss elaborate speculate confirm identify give disclose reveal provide specify".split())
ACCORDING = Cue("according to", "speech", "said", frozenset({"that"}))
ABOUT_THINGS = ("deny", "cite", "describe", "note", "report", "reference")  # "denied Kim the post", "citing Reuters" say nothing
OUTSIDE = frozenset("in on at during after before when while by where since until amid following despite though although".split())  # what opens no part of the object
ASKED = ("request", "call", "email", "message", "question", "inquiry")
ASSERTED = frozenset("has have had is are was were been be being do does did 's 've 'd".split())
CONCEDES = frozenset("while although though whereas".split())
BARE = {"speculation", "suggestion", "rumor", "rumour"}  # take a clause without "that"; "the claims he made" is no such clause
EMPTY = frozenset("it this that them him her me us you itself himself herself themselves something anything nothing".split())


def verb(line: Line, v: Token, entry: Cue, first: int, last: int) -> Frame | None:
    """The content is a noun phrase or hangs on a preposition."""
    takes = entry.takes
    if any(k.dep in ("nsubjpass", "auxpass") or (k.dep == "aux" and k.low not in ASSERTED) for k in line.kids(v.i)):
        return None
    if v.tag == "VBN" and not line.kids(v.i, "aux", "nsubj"):
        return None
    if v.tag == "VB" and not any(k.dep == "aux" for k in line.kids(v.i)):
        return None
    if "to-comment" in takes:
        return _declined(line, v, entry, first, last)
    if "request" in takes:
        asked = [o for p in line.kids(v.i, "prep") if p.low == "to" for o in line.kids(p.i, "pobj") if o.lemma in ASKED]
        if not asked or not line.kids(v.i, "neg"):
            return None
        return _made(line, v, replace(entry, stance="declined to comment"), first, last, line.edges(asked[0].i), "no-answer")
    if "on-it" in takes:
        on = next((p for p in line.kids(v.i, "prep") if p.low == "on"), None)
        if on is None or not line.kids(v.i, "neg"):
            return None
        return _made(line, v, replace(entry, stance="declined to comment"), first, last, line.edges(on.i), "no-answer")
    obj = next((k for k in line.kids(v.i, "dobj") if k.i > v.i), None)
    carried = obj is not None and "vehicle" in takes and (obj.lemma.lower() in vehicles() or entry.lemma in ("express", "voice"))
    if obj is not None and carried and (f := _vehicle(line, v, entry, first, obj)):
        return f
    if "as" in takes and (f := _as(line, v, entry, first, last, obj)):
        return f
    if "naming" in takes and (f := _naming(line, v, entry, first, last, obj)):
        return f
    if "to-as" in takes and (f := _referred(line, v, entry, first)):
        return f
    asked_for = last + 2 < len(line.toks) and line.toks[last + 1].low == "for" and "for" in takes
    c = next((k for k in line.kids(v.i, "advcl", "ccomp", "xcomp") if asked_for and line.edges(k.i)[0] == last + 1), None)
    if c is not None:
        return _made(line, v, entry, first, last + 1, (last + 2, line.edges(c.i)[1]), "preposition")
    for p in line.kids(v.i, "prep"):
        to = next((t for t in line.toks[p.i + 2 : p.i + 16] if t.low == "to" and t.dep == "aux"), None)
        if p.i == v.i + 1 and p.low == "on" and "on" in takes and to is not None:
            return _made(line, v, entry, first, p.i, (p.i + 1, line.edges(to.head)[1]), "call-on")
        if p.i == last + 1 and p.low in PREPOSITIONS and p.low in takes and (o := line.kids(p.i, "pobj", "pcomp")):
            return _made(line, v, entry, first, p.i, (line.edges(o[0].i)[0], line.edges(p.i)[1]), "preposition")
    if "object" in takes and obj is not None and obj.low not in EMPTY and not (obj.pos == "PROPN" and entry.lemma in ABOUT_THINGS):
        return _made(line, v, entry, first, last, (line.edges(obj.i)[0], _further(line, v, obj)), "object")
    doing = [k for k in line.kids(v.i, "xcomp", "ccomp", "advcl") if obj is not None and k.i > obj.i and line.toks[line.edges(k.i)[0]].low == "to"]
    if "object-to" in takes and obj is not None and doing:
        return _made(line, v, entry, first, last, (line.edges(obj.i)[0], line.edges(doing[0].i)[1]), "object-to")
    return _quoted_object(line, v, entry, first, last) if "quoted" in takes else None


def _quoted_object(line: Line, v: Token, entry: Cue, first: int, last: int) -> Frame | None:
    """'lamented the "sorry" state of the road', 'declared her to be "the right one"': the object is said where words of it are quoted."""
    for k in line.kids(v.i, "dobj", "ccomp", "xcomp", "oprd", "prep"):
        low, high = line.edges(k.i)
        quoted = next((i for i in range(low, high + 1) if line.inside[i] is not None), None)
        if k.i > v.i and quoted is not None and not title_at(line, quoted) and not cue_between(line, last + 1, quoted):
            q = line.inside[quoted]
            close = max(i for i in range(quoted, len(line.toks)) if line.inside[i] is q)
            opens = min((line.edges(o.i)[0] for o in line.kids(v.i, "dobj") if o.i > v.i), default=low)
            return _made(line, v, entry, first, last, (max(last + 1, min(low, opens)), max(high, close)), "object")
    return None


def _made(line: Line, v: Token, entry: Cue, first: int, last: int, words: tuple[int, int], rule: str, subject: Token | None = None) -> Frame | None:
    low, high = words
    while low <= high and line.is_mark(low) and line.inside[low] is None:
        low += 1
    while high >= low and line.is_mark(high) and line.inside[high] is None:
        high -= 1
    if low > high or low <= v.i <= high:
        return None
    high = short_of(line, low, high, v)
    while high > low and line.is_mark(high) and line.inside[high] is None:
        high -= 1
    a, b = line.inside[low], line.inside[high]
    return Frame(line, v, first, last, entry, rule, ((a.start if a else line.at(low), b.end if b else line.to(high)),), subject=subject)


def _further(line: Line, v: Token, obj: Token) -> int:
    """The last word of the object and of what completes it ("accused X of Y", "praised X for Y")."""
    high = line.edges(obj.i)[1]
    for k in line.kids(v.i, *FURTHER):
        if k.i > obj.i and line.edges(k.i)[0] == high + 1 and line.toks[high + 1].low not in OUTSIDE:
            high = line.edges(k.i)[1]
    return high


def _vehicle(line: Line, v: Token, entry: Cue, first: int, obj: Token) -> Frame | None:
    """'shared her intention to ...', 'floated the idea of ...', 'noted his interest in ...'."""
    high = max(line.edges(obj.i)[1], _further(line, v, obj))
    return _made(line, v, entry, first, obj.i, (obj.i + 1, high), "vehicle") if high > obj.i else None


def _naming(line: Line, v: Token, entry: Cue, first: int, last: int, obj: Token | None) -> Frame | None:
    """'called the visit a milestone', 'calling it "a new low"'."""
    kids = [k for k in line.kids(v.i, "oprd", "ccomp", "dobj", "xcomp", "attr") if k.i > v.i]
    itself = any(t.low.endswith(("self", "selves")) for t in line.toks[last + 1 : last + 2])
    if not kids or itself or (v.dep == "acl" and v.tag == "VBN") or (any(k.low == "what" for k in line.kids(v.i)) and not line.kids(v.i, "oprd")):
        return None
    named = [k for k in kids if k.dep in ("oprd", "ccomp", "attr")]
    quoted = next((i for i in range(last + 1, len(line.toks)) if line.inside[i] is not None), None)
    if not named and (quoted is None or obj is None or not obj.i < quoted <= line.edges(kids[-1].i)[1] + 3):
        return None
    high = max(line.edges(k.i)[1] for k in kids)
    low = min(max(last + 1, line.edges(k.i)[0]) for k in kids)
    if quoted is not None and quoted <= high + 2:
        close = max(i for i in range(quoted, len(line.toks)) if line.inside[i] is line.inside[quoted])
        high = close if close >= high or line.toks[close + 1].pos == "ADP" else high
    return _made(line, v, entry, first, last, (low, high), "naming")


def _as(line: Line, v: Token, entry: Cue, first: int, last: int, obj: Token | None) -> Frame | None:
    as_ = next((p for p in line.kids(v.i, "prep") if p.low == "as" and p.i > v.i), None)
    if obj is not None and as_ is None:
        as_ = next((t for t in line.sent.parse.subtree(obj.i) if t.low == "as" and t.dep == "prep" and t.i > obj.i), None)
    if obj is None or as_ is None or as_.i < obj.i:
        return None
    return _made(line, v, entry, first, last, (line.edges(obj.i)[0], line.edges(as_.i)[1]), "as")


def _referred(line: Line, v: Token, entry: Cue, first: int) -> Frame | None:
    """'referred to the pact as a cornerstone'."""
    to = next((p for p in line.kids(v.i, "prep") if p.low == "to" and p.i == v.i + 1), None)
    as_ = next((t for t in line.sent.parse.subtree(v.i) if t.low == "as" and t.dep == "prep" and to is not None and t.i > to.i + 1), None)
    return _made(line, v, entry, first, to.i, (to.i + 1, line.edges(as_.i)[1]), "as") if to is not None and as_ is not None else None


def _declined(line: Line, v: Token, entry: Cue, first: int, last: int) -> Frame | None:
    x = next((k for k in line.kids(v.i, "xcomp") if k.lemma in COMMENT), None)
    if x is None:
        return None
    low, high = line.edges(x.i)
    aside = next((p.i for p in line.kids(x.i, "prep") if p.low in ("for", "when", "after", "until")), high + 1)
    return _made(line, v, entry, first, last, (low, min(high, aside - 1)), "declined")


def noun(line: Line, n: Token, entry: Cue) -> list[Frame]:
    """'growing speculation that ...', 'a request by Lee ...', "Seoul's call for ..."."""
    owner = next(iter(line.kids(n.i, "poss")), None)
    by = next((o for p in line.kids(n.i, "prep") if p.low == "by" or (p.low == "from" and n.lemma != "call") for o in line.kids(p.i, "pobj")), None)
    speaker = by or owner
    clause = next((k for k in line.kids(n.i, "acl", "ccomp", "relcl", "appos") if k.i > n.i and k.pos in ("VERB", "AUX") and _says_that(line, k)), None)
    if clause is None and n.dep in ("attr", "nsubj", "dobj"):  # "there is speculation she may ...": the clause often hangs on the verb
        clause = next((k for k in line.kids(n.head, "ccomp", "advcl", "relcl") if k.i > n.i and line.edges(k.i)[0] == n.i + 1 and _says_that(line, k)), None)
    first = n.i
    while first > 0 and line.toks[first - 1].dep in ("amod", "advmod") and line.toks[first - 1].head == n.i:
        first -= 1
    found: Frame | None = None
    if clause is not None and "that" in entry.takes:
        if speaker is None and n.dep == "dobj":
            speaker = subject_of(line, line.head(n))
        found = _made(line, n, entry, first, n.i, (max(n.i + 1, line.edges(clause.i)[0]), line.edges(clause.i)[1]), "noun-that")
    elif by is not None and by.pos in ("PROPN", "PRON", "NOUN") and "for" in entry.takes:
        low = line.edges(n.i)[0]
        found = Frame(line, n, n.i, by.i - 1 if by.i == n.i + 2 else n.i, entry, "noun-by", ((line.at(low), line.to(line.edges(n.i)[1])),))
    elif owner is not None and owner.pos == "PROPN" and "for" in entry.takes and (p := next((p for p in line.kids(n.i, "prep") if p.low == "for"), None)):
        found = _made(line, n, entry, n.i, p.i, (p.i + 1, line.edges(p.i)[1]), "noun-for")
    if found is None or (speaker is None and n.lemma.lower() not in BARE):
        return []
    if speaker is None:
        return [found]
    span, best = whole(line, speaker)
    return [Frame(line, n, found.first, found.last, entry, found.rule, found.spans, best, line, span)]


def _says_that(line: Line, k: Token) -> bool:
    """A clause with 'that' as its mark, or with a subject of its own; no relative clause."""
    kids = line.kids(k.i)
    subject = next((x for x in kids if x.dep in ("nsubj", "nsubjpass", "expl")), None)
    if not any(x.dep == "mark" and x.low == "that" for x in kids) and not {line.head(k).lemma.lower(), line.toks[line.edges(k.i)[0] - 1].lemma.lower()} & BARE:
        return False
    if subject is None or subject.tag in ("WDT", "WP") or subject.low in ("that", "which", "who"):
        return False
    return not any(x.dep == "dobj" and x.tag in ("WDT", "WP") for x in kids)


def according(line: Line, t: Token) -> list[Frame]:
    """'..., according to X': the rest of the clause is what X said."""
    to = line.toks[t.i + 1]
    who = next((o for h in (to, t) for o in line.kids(h.i, "pobj")), None)
    if who is None:
        return []
    (start, end), best = whole(line, who)
    spans: list[Span] = []
    n = len(line.toks)
    if t.i > 0 and not _opens_clause(line, t):
        high = t.i - 1
        while high >= 0 and line.is_mark(high) and line.inside[high] is None:
            high -= 1
        h = line.head(t)
        own = h.dep in ("relcl", "advcl") or (h.dep == "conj" and bool(line.kids(h.i, "nsubj", "nsubjpass")))
        first = line.edges(h.i)[0] if h.pos in ("VERB", "AUX") and own and h.i < t.i else 0
        if high >= first:
            a, b = line.inside[first], line.inside[high]
            spans.append((a.start if a else line.at(first), b.end if b else line.to(high)))
    low = next((i for i in range(n) if line.at(i) >= end), n)
    while low < n and line.toks[low].text != ",":
        low += 1
    low += 1
    bare = (t.i > 0 and not spans) or not any(x.tag in ("VBZ", "VBD", "VBP", "MD") for x in line.toks[: t.i])
    if low < n - 1 and (t.i == 0 or bare or line.head(t).i > low or line.inside[low] is not None):
        last = n - 1
        last = without_aside(line, low, last)
        while last > low and line.is_mark(last) and line.inside[last] is None:
            last -= 1
        a, b = line.inside[low], line.inside[last]
        spans.append((a.start if a else line.at(low), b.end if b else line.to(last)))
    if not spans:
        return []
    return [Frame(line, t, t.i, t.i + 1, ACCORDING, "according", tuple(spans), best, line, (start, end))]


def _opens_clause(line: Line, t: Token) -> bool:
    """'..., because, according to X, it ...', 'While ..., according to X, it ...': what stands before it is the writer's."""
    k = t.i - 1
    while k > 0 and line.is_mark(k) and line.inside[k] is None:
        k -= 1
    return line.toks[k].pos in ("SCONJ", "CCONJ") or (line.toks[0].low in CONCEDES and line.head(t).i > t.i)
