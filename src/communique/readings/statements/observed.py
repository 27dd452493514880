"""A verb of saying after "as" in, the rest of the sentence as what was said out: 'as the paper observed, the party ...', 'The point, as she said, is ...'."""

from __future__ import annotations

from ...language.cues import Cue
from ..parse import Token
from .line import Frame, Line

LEADING = frozenset("and but still yet so then instead however".split())
OBSERVES = frozenset("say note point observe report write tell claim acknowledge admit argue explain suggest state mention indicate concede predict".split())
APART = (",", "--", "—", "–", "-")


def opening(line: Line, v: Token, entry: Cue, first: int, last: int) -> Frame | None:
    """'As the paper observed, the party controls ...'."""
    low, high = line.edges(v.i)
    if low > 1 or "that" not in entry.takes or high + 3 >= len(line.toks) or line.toks[high + 1].text != ",":
        return None
    close = len(line.toks) - 1
    q = line.inside[close]
    return Frame(line, v, first, last, entry, "as-observed", ((line.at(high + 2), q.end if q else line.to(close)),))


def closing(line: Line, v: Token, entry: Cue, first: int, last: int) -> Frame | None:
    """'The road did not reach the coast, as police have said.'"""
    low, high = line.edges(v.i)
    opens = next((k for k in line.kids(v.i) if k.low == "as" and k.dep in ("mark", "advmod")), None)
    if opens is None or "that" not in entry.takes or low != opens.i or low < 4 or not line.kids(v.i, "nsubj") or line.kids(v.i, "ccomp", "dobj"):
        return None
    rest = line.toks[high + 1 :]
    if entry.lemma not in OBSERVES or any(p.low in ("to", "about") for p in line.kids(v.i, "prep")):
        return None  # "frozen, as China objected to the visit": a reason
    if line.toks[low - 1].text not in APART or any(not line.is_mark(t.i) for t in rest) or entry.tier != "speech":
        return None
    start = next((i for i in range(low) if not (line.is_mark(i) or line.toks[i].low in LEADING) or line.inside[i] is not None), 0)
    a, b = line.inside[start], line.inside[low - 2]
    return Frame(line, v, first, last, entry, "as-observed", ((a.start if a else line.at(start), b.end if b else line.to(low - 2)),))


def aside(line: Line, v: Token, entry: Cue, first: int, last: int) -> Frame | None:
    """'The last part, as the mayor points out, is that ...': what stands on both sides of it."""
    low, high = line.edges(v.i)
    opens = next((k for k in line.kids(v.i) if k.low == "as" and k.dep in ("mark", "advmod")), None)
    if opens is None or "that" not in entry.takes or low != opens.i or low < 3 or high + 3 >= len(line.toks):
        return None
    if line.toks[low - 1].text not in APART or line.toks[high + 1].text not in APART or line.kids(v.i, "ccomp", "dobj"):
        return None
    main = line.head(v)
    start = line.edges(main.i)[0] if main.i > high else 0
    start = next((i for i in range(start, low) if not (line.is_mark(i) or line.toks[i].low in LEADING) or line.inside[i] is not None), start)
    close = len(line.toks) - 1
    a, b = line.inside[start], line.inside[close]
    spans = ((a.start if a else line.at(start), line.to(low - 2)), (line.at(high + 2), b.end if b else line.to(close)))
    return Frame(line, v, first, last, entry, "as-observed", spans)
