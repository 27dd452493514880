"""The words of a phrase in, a frame that says them out: cut short of the writer's remarks; and how far an object goes."""

from __future__ import annotations

from ...language.cues import Cue
from ..parse import Token
from .line import Frame, Line
from .reach import short_of

FURTHER = ("prep", "xcomp", "oprd", "advcl", "acl", "agent")
OUTSIDE = frozenset(  # what opens no part of the object
    "in on at during after before when while by where since until amid following despite though although".split()
)


def made(line: Line, v: Token, entry: Cue, first: int, last: int, words: tuple[int, int], rule: str, subject: Token | None = None) -> Frame | None:
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
    high = _quoted_too(line, high)
    a, b = line.inside[low], line.inside[high]
    return Frame(line, v, first, last, entry, rule, ((a.start if a else line.at(low), b.end if b else line.to(high)),), subject=subject)


def further(line: Line, v: Token, obj: Token) -> int:
    """The last word of the object and of what completes it ("accused X of Y", "praised X for Y")."""
    high = line.edges(obj.i)[1]
    for k in line.kids(v.i, *FURTHER):
        low = line.edges(k.i)[0]
        apart = low == high + 2 and line.toks[high + 1].text == "," and k.dep == "prep" and k.low == "of"  # "accused Kim, a spy, of"
        if k.i > obj.i and (low == high + 1 or apart) and line.toks[low].low not in OUTSIDE:
            high = line.edges(k.i)[1]
    return _and_thing(line, v, high)


def _and_thing(line: Line, v: Token, high: int) -> int:
    """'stressed fairness, and a need to act': a second object, which the parse joins to the verb."""
    k = high + 1
    while k + 2 < len(line.toks) and line.toks[k].text == ",":
        k += 1
    if k + 1 >= len(line.toks) or line.toks[k].low not in ("and", "or") or line.inside[high] is not line.inside[k]:
        return high
    thing = next((t for t in line.toks[k + 1 : k + 6] if t.pos in ("NOUN", "PROPN") and t.dep in ("conj", "dobj") and t.i > v.i), None)
    if thing is None or line.edges(thing.i)[0] != k + 1 or any(t.tag in ("VBD", "VBZ", "VBP") for t in line.toks[k + 1 : thing.i]):
        return high
    return line.edges(thing.i)[1] if not line.kids(thing.i, "nsubj") else high


def _quoted_too(line: Line, high: int) -> int:
    """'as “vague” and “late”', 'as “vague” and a “grave threat” to trade': a second quotation joined to the first, with what hangs on it."""
    while high + 2 < len(line.toks) and line.inside[high] is not None and line.toks[high + 1].pos == "CCONJ":
        n = high + 2
        while n + 1 < len(line.toks) and line.inside[n] is None and line.toks[n].pos in ("DET", "ADJ", "ADP"):
            n += 1
        q = line.inside[n]
        if q is None:
            break
        high = max(i for i in range(n, len(line.toks)) if line.inside[i] is q)
        hung = [line.edges(p.i)[1] for i in range(n, high + 1) for p in line.kids(i, "prep") if p.i == high + 1]
        high = max([high, *hung])
    return high
