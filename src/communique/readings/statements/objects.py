"""Saying without a clause: "denied the claim", "called for calm", "described it as"; a verb in, its frame out."""

from __future__ import annotations

from dataclasses import replace

from ...language.cues import Cue, vehicles
from ..parse import Token
from .line import Frame, Line
from .naming import as_something, naming, referred
from .phrase import further, made
from .subjects import DAYS
from .things import is_said, quoted_object, vehicle

PREPOSITIONS = ("for", "of", "about", "against", "to", "on", "at")
COMMENT = frozenset("comment say respond answer discuss elaborate speculate confirm identify give disclose reveal provide specify".split())
ASKED = ("request", "call", "email", "message", "question", "inquiry")
ASSERTED = frozenset("has have had is are was were been be being do does did 's 've 'd".split())


def verb(line: Line, v: Token, entry: Cue, first: int, last: int) -> Frame | None:
    """The content is a noun phrase or hangs on a preposition."""
    takes = entry.takes
    if any(k.dep in ("nsubjpass", "auxpass") or (k.dep == "aux" and k.low not in ASSERTED and k.low != "to") for k in line.kids(v.i)):
        return None
    if v.tag == "VBN" and not line.kids(v.i, "aux", "nsubj"):
        return None
    if v.tag == "VB" and not any(k.dep in ("aux", "nsubj") for k in line.kids(v.i)):
        return None
    if "to-comment" in takes:
        return _declined(line, v, entry, first, last)
    if "request" in takes:
        asked = [o for p in line.kids(v.i, "prep") if p.low == "to" for o in line.kids(p.i, "pobj") if o.lemma in ASKED]
        if not asked or not line.kids(v.i, "neg"):
            return None
        return made(line, v, replace(entry, stance="declined to comment"), first, last, line.edges(asked[0].i), "no-answer")
    if "on-it" in takes:
        on = next((p for p in line.kids(v.i, "prep") if p.low == "on"), None)
        if on is not None and line.kids(v.i, "neg"):
            return made(line, v, replace(entry, stance="declined to comment"), first, last, line.edges(on.i), "no-answer")
    obj = next((k for k in line.kids(v.i, "dobj") if k.i > v.i), None)
    carried = obj is not None and "vehicle" in takes and (obj.lemma.lower() in vehicles() or entry.lemma in ("express", "voice"))
    if obj is not None and carried and (f := vehicle(line, v, entry, first, obj)):
        return f
    if "as" in takes and (f := as_something(line, v, entry, first, last, obj)):
        return f
    if "naming" in takes and (f := naming(line, v, entry, first, last, obj)):
        return f
    if "to-as" in takes and (f := referred(line, v, entry, first)):
        return f
    asked_for = last + 2 < len(line.toks) and line.toks[last + 1].low == "for" and "for" in takes
    c = next((k for k in line.kids(v.i, "advcl", "ccomp", "xcomp") if asked_for and line.edges(k.i)[0] == last + 1), None)
    if c is not None:
        return made(line, v, entry, first, last + 1, (last + 2, line.edges(c.i)[1]), "preposition")
    for p in line.kids(v.i, "prep", "prt"):
        to = next((t for t in line.toks[p.i + 2 : p.i + 16] if t.low == "to" and t.dep == "aux"), None)
        if p.i == v.i + 1 and p.low == "on" and "on" in takes and to is not None:
            return made(line, v, entry, first, p.i, (p.i + 1, line.edges(to.head)[1]), "call-on")
        told = entry.hearer and obj is not None and p.i == line.edges(obj.i)[1] + 1
        next_to = p.i == last + 1 or told or _only_beside(line, v, last, p)
        if next_to and p.low in PREPOSITIONS and p.low in takes and (o := line.kids(p.i, "pobj", "pcomp")):
            shown = entry.lemma == "point" and (o[0].pos in ("NUM", "PRON") or o[0].lemma in ("man", "woman", "map", "screen"))
            high = _to_do(line, v, o[0], line.edges(p.i)[1])
            return None if shown else made(line, v, entry, first, p.i, (line.edges(o[0].i)[0], high), "preposition")
    if "object" in takes and obj is not None and is_said(line, v, entry, obj):
        return made(line, v, entry, first, last, (line.edges(obj.i)[0], further(line, v, obj)), "object")
    doing = [k for k in line.kids(v.i, "xcomp", "ccomp", "advcl") if obj is not None and k.i > obj.i and line.toks[line.edges(k.i)[0]].low == "to"]
    if "object-to" in takes and obj is not None and doing:
        return made(line, v, entry, first, last, (line.edges(obj.i)[0], line.edges(doing[0].i)[1]), "object-to")
    return quoted_object(line, v, entry, first, last) if "quoted" in takes else None


def _to_do(line: Line, v: Token, who: Token, high: int) -> int:
    """'called for drivers to slow down': what they are to do, where the parse hangs it on the verb."""
    acts = (k for k in line.kids(v.i, "xcomp", "advcl", "ccomp") + line.kids(who.i, "acl", "relcl"))
    act = next((k for k in acts if k.tag == "VB" and line.edges(k.i)[0] == high + 1 and line.toks[high + 1].low == "to"), None)
    return line.edges(act.i)[1] if act is not None else high


def _only_beside(line: Line, v: Token, last: int, p: Token) -> bool:
    """'called Friday for', 'speaks often about', 'spoke during the visit of': only a day, an adverb, a place or a time stands between."""
    if not last < p.i <= last + 8:
        return False
    own = [line.edges(k.i) for k in line.kids(v.i, "prep", "advmod", "npadvmod") if last < k.i < p.i and (k.dep != "prep" or line.kids(k.i, "pobj"))]
    return all(line.toks[i].low in DAYS or any(a <= i <= b for a, b in own) for i in range(last + 1, p.i))


def _declined(line: Line, v: Token, entry: Cue, first: int, last: int) -> Frame | None:
    x = next((k for k in line.kids(v.i, "xcomp") if k.lemma in COMMENT), None)
    if x is None:
        return None
    low, high = line.edges(x.i)
    aside = next((p.i for p in line.kids(x.i, "prep") if p.low in ("for", "when", "after", "until")), high + 1)
    return made(line, v, entry, first, last, (low, min(high, aside - 1)), "declined")


