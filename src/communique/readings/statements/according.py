"""'according to' in, the rest of its clause as what the source said out."""

from __future__ import annotations

from ...language.cues import Cue
from ..parse import Token
from .line import Frame, Line, Span
from .reach import without_aside
from .subjects import whole

ACCORDING = Cue("according to", "speech", "said", frozenset({"that"}))
CONCEDES = frozenset("while although though whereas".split())
MEASURES = frozenset("index plan schedule need size rule custom tradition taste ability age rank wish preference formula design".split())  # no sources


def according(line: Line, t: Token) -> list[Frame]:
    """'..., according to X': the rest of the clause is what X said."""
    to = line.toks[t.i + 1]
    who = next((o for h in (to, t) for o in line.kids(h.i, "pobj")), None)
    if who is None:
        return []
    (start, end), best = whole(line, who)
    if best.pos == "NOUN" and best.lemma.lower() in MEASURES:
        return []
    spans: list[Span] = []
    n = len(line.toks)
    if t.i > 0 and not _opens_clause(line, t):
        high = t.i - 1
        while high >= 0 and line.is_mark(high) and line.inside[high] is None:
            high -= 1
        h = line.head(t)
        own = h.dep in ("relcl", "advcl") or (h.dep == "conj" and bool(line.kids(h.i, "nsubj", "nsubjpass")))
        first = line.edges(h.i)[0] if h.pos in ("VERB", "AUX") and own and h.i < t.i else 0
        while first < high and line.is_mark(first) and line.inside[first] is None:
            first += 1
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
    tells = any(x.pos in ("NOUN", "PROPN", "VERB", "PRON", "NUM") for x in line.toks for a, b in spans if a <= line.at(x.i) < b)
    if not spans or not tells:
        return []
    return [Frame(line, t, t.i, t.i + 1, ACCORDING, "according", tuple(spans), best, line, (start, end))]


def _opens_clause(line: Line, t: Token) -> bool:
    """'..., because, according to X, it ...', 'While ..., according to X, it ...': what stands before it is the writer's."""
    k = t.i - 1
    while k > 0 and line.is_mark(k) and line.inside[k] is None:
        k -= 1
    if line.toks[t.i - 1].text == ";":
        return True
    return line.toks[k].pos in ("SCONJ", "CCONJ") or (line.toks[0].low in CONCEDES and line.head(t).i > t.i)
