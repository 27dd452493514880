"""A verb with an object in, whether the object is what was said out: "denied the claim", "floated the idea of"; no seat defended, no post denied."""

from __future__ import annotations

from ...language.cues import Cue
from ..parse import Token
from .line import Frame, Line
from .phrase import further, made
from .signs import cue_between, title_at

ABOUT_THINGS = ("echo", "deny", "cite", "describe", "note", "report", "reference")  # "denied Kim the post", "citing Reuters" say nothing
WITHHELD = frozenset("bail entry access parole permission asylum visa service".split())
HELD = frozenset("seat title border client homeland territory country city island goal net house home fund company suspect".split())  # defended without words
TOWARDS = ("accuse", "blame", "praise", "criticise", "criticize", "thank", "congratulate", "fault")  # "accused him of lying"
CALLS = frozenset("call appeal plea warning pledge promise vow threat apology".split())
CARRIES = {  # verbs that carry but these
    "claim": frozenset("responsibility credit".split()),
    "accept": frozenset("responsibility blame".split()),
    "issue": CALLS,
    "deliver": CALLS,
    "sound": CALLS,
    "renew": CALLS,
    "announce": frozenset("plan intention decision intent".split()),
    "offer": frozenset("advice condolence apology praise criticism sympathy view opinion thanks support gratitude regret".split()),
}
EMPTY = frozenset("it this that them him her me us you itself himself herself themselves something anything nothing".split())


def is_said(line: Line, v: Token, entry: Cue, obj: Token) -> bool:
    """The object is what was said or spoken of, no person asked, no seat defended, no post denied somebody."""
    if obj.low in EMPTY and entry.lemma in TOWARDS and further(line, v, obj) > obj.i:
        return True
    if entry.lemma == "echo" and any(k.dep == "det" and k.low in ("that", "this") for k in line.kids(obj.i)):
        return False  # "echoed that view": what view, stands before
    if obj.low in EMPTY or (obj.pos == "PROPN" and entry.lemma in ABOUT_THINGS):
        return False
    if entry.lemma == "deny" and (line.kids(v.i, "dative") or obj.low in WITHHELD):
        return False
    if entry.lemma == "ask":
        return obj.lemma != "question" and any(p.low in ("for", "about") for p in line.kids(v.i, "prep") + line.kids(obj.i, "prep"))
    if entry.lemma in ("admit", "concede", "reveal", "repeat") and (obj.pos in ("PROPN", "PRON") or any(k.pos == "NUM" for k in line.kids(obj.i))):
        return False
    held = any(k.pos == "NUM" for k in line.kids(obj.i)) or obj.pos == "NUM" or obj.lemma.lower() in HELD
    return entry.lemma != "defend" or not held


def quoted_object(line: Line, v: Token, entry: Cue, first: int, last: int) -> Frame | None:
    """'lamented the "sorry" state of the road', 'declared her to be "the right one"': the object is said where words of it are quoted."""
    for k in line.kids(v.i, "dobj", "ccomp", "xcomp", "oprd", "prep"):
        low, high = line.edges(k.i)
        quoted = next((i for i in range(low, high + 1) if line.inside[i] is not None), None)
        if k.i > v.i and quoted is not None and not title_at(line, quoted) and not cue_between(line, last + 1, quoted):
            q = line.inside[quoted]
            close = max(i for i in range(quoted, len(line.toks)) if line.inside[i] is q)
            opens = min((line.edges(o.i)[0] for o in line.kids(v.i, "dobj") if o.i > v.i), default=low)
            return made(line, v, entry, first, last, (max(last + 1, min(low, opens)), max(high, close)), "object")
    return None


def vehicle(line: Line, v: Token, entry: Cue, first: int, obj: Token) -> Frame | None:
    """'shared her intention to ...', 'floated the idea of ...', 'noted his interest in ...'."""
    high = max(line.edges(obj.i)[1], further(line, v, obj))
    if entry.lemma in CARRIES and obj.lemma.lower() not in CARRIES[entry.lemma]:
        return None
    if entry.lemma == "offer" and line.toks[min(obj.i + 1, len(line.toks) - 1)].low == "to" and line.toks[min(obj.i + 2, len(line.toks) - 1)].tag != "VB":
        return None  # "offered support to the rebels"
    if entry.lemma == "make" and obj.lemma.lower() in ("plan", "will", "decision", "call", "threat"):
        return None
    return made(line, v, entry, first, obj.i, (obj.i + 1, high), "vehicle") if high > obj.i else None
