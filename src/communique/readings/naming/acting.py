"""A spotted name of a state, capital or seat in, whether it acts there out: "Seoul agreed" acts, "in Seoul" does not."""

from __future__ import annotations

from ...language.wording import words
from ..parse import Token
from .spotted import Hit, Line


def acts(line: Line, h: Hit) -> bool:
    """Does the place stand for those who govern it here?"""
    head = _head(line, h)
    if h.sort == "place":
        return False
    if h.sort == "demonym":
        return head.pos in ("NOUN", "PROPN") and head.dep not in ("compound", "amod", "nmod", "poss") and not head.text.endswith("s")
    if _dateline(line, h):
        return False
    before = line.low(h.first - 1)
    if before in ("the", "neighboring", "neighbouring"):
        before = line.low(h.first - 2)
    if before == "," and h.sort == "capital" and head.dep in ("appos", "npadvmod"):
        return False
    if line.low(h.last + 1) == "-" and not line.spaced(h.last + 1):
        return True  # "the Japan-South Korea summit"
    case = _preposition(line, head)
    if case in words("where"):
        return False
    verb = _governor(line, head)
    if case == "to" and (h.sort in ("capital",) or verb in words("motion")):
        return verb not in words("motion") and h.sort != "capital"
    if case == "from":
        return not (verb in words("motion") or (h.sort == "capital" and _from_there(line, head)))
    if h.sort == "capital" and case in ("for", "of", "on", "about") and case != "of":
        return case in ("on", "for") and head.dep == "pobj" and verb not in words("motion") and verb not in ("leave", "depart", "march", "attack", "bomb")
    if head.dep == "dobj" and verb in words("motion") | {"enter", "reach", "invade", "occupy", "capture", "bomb", "shell"} and h.sort == "capital":
        return False
    if head.dep == "compound" and h.sort == "capital":
        return False
    return head.dep != "npadvmod"


def _head(line: Line, h: Hit) -> Token:
    """The word of the name that the rest of the sentence hangs on."""
    for i in range(h.last, h.first - 1, -1):
        t = line.tokens[i]
        if not h.first <= t.head <= h.last or t.head == i:
            return t
    return line.tokens[h.last]


def _from_there(line: Line, t: Token) -> bool:
    """"reported from Vienna" is a place; "criticism from Vienna" and "drew criticism from Vienna" are not."""
    t = _first_of_list(line, t)
    up = line.tokens[line.tokens[t.head].head]
    return up.pos != "NOUN" and not line.sent.parse.children(up.i, "dobj")


def _first_of_list(line: Line, t: Token) -> Token:
    for _ in range(6):
        if t.dep not in ("conj", "appos") or t.head == t.i or line.tokens[t.head].pos not in ("PROPN", "NOUN"):
            break
        t = line.tokens[t.head]
    return t


def _preposition(line: Line, t: Token) -> str:
    t = _first_of_list(line, t)
    up = line.tokens[t.head]
    return up.low if t.dep == "pobj" and up.pos in ("ADP", "SCONJ", "PART") else ""


def _governor(line: Line, t: Token) -> str:
    t = _first_of_list(line, t)
    up = line.tokens[t.head]
    if t.dep == "pobj" and up.head != up.i:
        up = line.tokens[up.head]
    return up.lemma.lower()


def _dateline(line: Line, h: Hit) -> bool:
    """As in "SEOUL, South Korea (AP) —" where the layout left it in the sentence."""
    return (
        h.first <= 3
        and any(line.tokens[k].text in ("—", "–", "--") for k in range(h.last + 1, min(h.last + 6, len(line.tokens))))
        and line.tokens[0].text.isupper()
        and len(line.tokens[0].text) > 2
    )
