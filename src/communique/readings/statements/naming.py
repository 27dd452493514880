"""A verb that calls things something in, the thing and what it is called out: "called the visit a milestone", "described it as", "referred to it as"."""

from __future__ import annotations

from ...language.cues import Cue
from ..parse import Token
from .line import Frame, Line
from .phrase import made


def naming(line: Line, v: Token, entry: Cue, first: int, last: int, obj: Token | None) -> Frame | None:
    """'called the visit a milestone', 'calling it "a new low"'."""
    kids = [k for k in line.kids(v.i, "oprd", "ccomp", "dobj", "xcomp", "attr") if k.i > v.i]
    itself = any(t.low.endswith(("self", "selves")) for t in line.toks[last + 1 : last + 2])
    if not kids or itself or _called_to(line, v, last) or _named_so(line, v, kids) or (v.dep == "acl" and v.tag == "VBN"):
        return None
    if any(k.low == "what" for k in line.kids(v.i)):
        q = line.inside[last + 1] if last + 1 < len(line.toks) else None
        close = max((i for i in range(last + 1, len(line.toks)) if line.inside[i] is q), default=last)
        return made(line, v, entry, first, last, (last + 1, close), "naming") if q is not None else None
    named = [k for k in kids if k.dep in ("oprd", "ccomp", "attr")]
    if not named and obj is not None and (beside := _beside(line, obj)) is not None:
        return made(line, v, entry, first, last, (line.edges(obj.i)[0], line.edges(beside.i)[1]), "naming")
    quoted = next((i for i in range(last + 1, len(line.toks)) if line.inside[i] is not None), None)
    if not named and (quoted is None or obj is None or not obj.i < quoted <= line.edges(kids[-1].i)[1] + 3):
        return None
    high = max(line.edges(k.i)[1] for k in kids)
    low = min(max(last + 1, line.edges(k.i)[0]) for k in kids)
    if quoted is not None and quoted <= high + 2:
        close = max(i for i in range(quoted, len(line.toks)) if line.inside[i] is line.inside[quoted])
        high = close if close >= high or line.toks[close + 1].pos == "ADP" else high
    return made(line, v, entry, first, last, (low, high), "naming")


def _called_to(line: Line, v: Token, last: int) -> bool:
    """'called into question', 'a shape called a ring': no name that somebody gives in his words."""
    after = line.toks[last + 1].low if last + 1 < len(line.toks) else ""
    thing = line.toks[v.i - 1] if v.i else v
    indefinite = any(k.low in ("a", "an") for k in line.kids(thing.i, "det"))
    named = thing.tag == "NN" and indefinite and v.tag in ("VBD", "VBN") and thing.dep != "nsubjpass" and _thing(thing)
    return named or after in ("into", "upon", "off", "up")


def _thing(t: Token) -> bool:
    return not t.lemma.lower().endswith(("er", "or", "ist", "ian", "ant", "man", "woman", "ent"))


def _beside(line: Line, obj: Token) -> Token | None:
    """'called the order and the bill a sham': what the parse sets beside the object, though no comma stands before it."""
    for a in line.sent.parse.subtree(obj.i):
        low = line.edges(a.i)[0]
        if a.dep == "appos" and a.i > obj.i and line.toks[low].low in ("a", "an") and low > obj.i and line.toks[low - 1].pos in ("NOUN", "PROPN"):
            return a
    return None


def _named_so(line: Line, v: Token, kids: list[Token]) -> bool:
    """'a group called Our Way': a name right after the verb, and nothing that is called so."""
    alone = len(kids) == 1 and kids[0].pos in ("PROPN", "NOUN") and line.edges(kids[0].i)[0] == v.i + 1 and v.tag in ("VBN", "VBD")
    return alone and line.inside[v.i + 1] is None and line.toks[v.i - 1].pos in ("NOUN", "PROPN") and kids[0].pos == "PROPN"


def as_something(line: Line, v: Token, entry: Cue, first: int, last: int, obj: Token | None) -> Frame | None:
    as_ = next((p for p in line.kids(v.i, "prep") if p.low == "as" and p.i > v.i), None)
    if obj is not None and as_ is None:
        as_ = next((t for t in line.sent.parse.subtree(obj.i) if t.low == "as" and t.dep == "prep" and t.i > obj.i), None)
    if obj is None or as_ is None or as_.i < obj.i:
        return None
    return made(line, v, entry, first, last, (line.edges(obj.i)[0], line.edges(as_.i)[1]), "as")


def referred(line: Line, v: Token, entry: Cue, first: int) -> Frame | None:
    """'referred to the pact as a cornerstone'."""
    to = next((p for p in line.kids(v.i, "prep") if p.low == "to" and p.i == v.i + 1), None)
    as_ = next((t for t in line.sent.parse.subtree(v.i) if t.low == "as" and t.dep == "prep" and to is not None and t.i > to.i + 1), None)
    return made(line, v, entry, first, to.i, (to.i + 1, line.edges(as_.i)[1]), "as") if to is not None and as_ is not None else None
