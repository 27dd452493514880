"""A verb of saying in the passive in, what was said of its subject out: 'the plan was condemned by the ministry', 'is described as a "good start"'."""

from __future__ import annotations

from ...language.cues import Cue
from ..parse import Token
from .line import Frame, Line, Span
from .reach import short_of

OF_THINGS = frozenset(("object", "naming", "as"))
COMPLETES = ("oprd", "prep", "xcomp", "advcl", "attr", "acomp")
WHAT = frozenset("as of for with".split())  # what opens a phrase that completes the verb
NOT_SAID = frozenset(  # "was ordered by the court", "were reported missing by"
    "report make note forecast estimate announce mark raise share cite outline welcome signal order defend press ask demand request".split()
)


def said_of(line: Line, v: Token, entry: Cue, first: int, last: int) -> Frame | None:
    """The thing and what it was called; only where somebody is named for it, or words of it are quoted."""
    thing = next((s for s in line.kids(v.i, "nsubjpass") if s.i < v.i), None)
    if thing is None or thing.tag in ("WDT", "WP", "WP$") or not entry.takes & OF_THINGS or entry.lemma in NOT_SAID or line.kids(v.i, "dobj"):
        return None
    if any(k.dep == "aux" and k.tag == "MD" for k in line.kids(v.i)) or (entry.lemma == "call" and line.toks[min(last + 1, len(line.toks) - 1)].low == "into"):
        return None
    if entry.lemma in ("deny", "reject", "dismiss") and thing.pos != "NOUN":
        return None  # "he was rejected by two schools"
    by, who = _agent(line, v)
    spans = [_words(line, *line.edges(thing.i), v)]
    for k in line.kids(v.i, *COMPLETES):
        low, high = line.edges(k.i)
        if k.i > v.i and (k.dep in ("oprd", "attr") or line.toks[low].low in WHAT):
            spans.append(_words(line, low, by - 1 if by and low < by <= high else high, v))
            break
    quoted = any(line.inside[t.i] is not None for t in line.toks for a, b in spans if a <= line.at(t.i) < b)
    if entry.lemma == "accuse" and len(spans) == 1:
        return None  # of what, the parse has hung on the accuser
    if who is None and not (quoted and len(spans) == 2):
        return None
    return Frame(line, v, first, last, entry, "passive", tuple(spans), subject=who)


def _agent(line: Line, v: Token) -> tuple[int, Token | None]:
    """Where "by" stands, and who is named after it, however deep the parse hangs it."""
    for t in line.sent.parse.subtree(v.i):
        if t.low == "by" and t.i > v.i and line.inside[t.i] is None:
            who = next((o for o in line.kids(t.i, "pobj") if o.pos in ("PROPN", "NOUN", "PRON")), None)
            if who is not None:
                return t.i, who
    return 0, None


def _words(line: Line, low: int, high: int, v: Token) -> Span:
    high = short_of(line, low, high, v)
    while low < high and line.is_mark(low) and line.inside[low] is None:
        low += 1
    while high > low and line.is_mark(high) and line.inside[high] is None:
        high -= 1
    a, b = line.inside[low], line.inside[high]
    return a.start if a else line.at(low), b.end if b else line.to(high)
