"""The words of what is said in, where another act of saying begins in it out: ', adding', 'and suggested', ', while Kim said', ', according to'."""

from __future__ import annotations

from ...language.cues import verbs
from ..parse import Token
from .line import Line
from .signs import FINITE

TURNS = ("and", "but", "while", "as", "though", "whereas")


def cut(line: Line, low: int, high: int, v: Token) -> int | None:
    """The last word before a further act of saying; None where there is none."""
    return next((k for i in range(low + 1, high + 1) if (k := _parts(line, v, low, high, i)) is not None), None)


def _parts(line: Line, v: Token, low: int, high: int, i: int) -> int | None:
    """The last word before word ``i`` where that begins another act of saying: ', adding', 'and suggested', ', while Kim said'."""
    t = line.toks[i]
    if line.inside[i] is not None:
        return None
    if t.low == "according" and line.toks[i - 1].text == "," and line.toks[min(i + 1, high)].low == "to":
        return i - 2
    if t.pos != "VERB":
        return None
    if (turn := _turns(line, v, low, i)) is not None:
        return turn
    if t.lemma.lower() not in verbs():
        return None
    if t.tag == "VBG":
        return i - 1 if _opens(line, i) else None
    if (answered := _answered(line, low, t)) is not None:
        return answered
    if t.tag in ("VBD", "VBZ") and (source := _credit(line, low, i)) is not None:
        return source
    past = t.tag == "VBN" and not line.kids(i, "aux", "auxpass")  # "and accused him" may be tagged as a participle
    tag = "VBD" if past else t.tag
    if tag not in FINITE[:3] or t.dep not in ("conj", "advcl", "parataxis") or tag != v.tag or t.head < low:
        return None
    own = [s for s in line.kids(i, "nsubj") if s.i < i]
    if not own and verbs()[t.lemma.lower()].tier == "attitude":
        return None  # "said he was alarmed and wanted to see"
    if own and own[-1].pos == "PRON" and own[-1].low not in ("others", "some", "many"):
        return None
    that = i + 1 < len(line.toks) and line.toks[i + 1].low == "that"
    apart = that or t.lemma in ("add", "continue") or (line.toks[i - 1].low == "and" and line.toks[i - 2].text == ",")
    if not own and line.head(t).tag == tag and not apart:
        return None
    k = (line.edges(own[-1].i)[0] if own else i) - 1
    while k > low and line.toks[k].pos in ("ADV", "AUX"):
        k -= 1
    return k - 1 if k > low and (line.toks[k].low in TURNS) else None


def _turns(line: Line, v: Token, low: int, i: int) -> int | None:
    """'saying that ... but warning that ...'; 'vowed to keep ... and celebrated ...': a verb joined to the one of saying, by its form."""
    t = line.toks[i]
    if line.toks[i - 1].pos != "CCONJ" or line.kids(i, "aux", "auxpass", "nsubj", "nsubjpass"):
        return None
    if t.tag == "VBG":
        return i - 2 if v.tag == "VBG" and t.lemma.lower() in verbs() else None
    if t.tag in ("VBD", "VBZ") and t.dep == "conj" and line.toks[low].low == "to":
        return i - 2 if line.head(t).tag == "VB" and line.head(t).i < low + 3 else None
    return None


def _answered(line: Line, low: int, t: Token) -> int | None:
    """', to which Kim replied'."""
    to = next((p for p in line.kids(t.i, "prep") if low < p.i < t.i and any(o.tag in ("WDT", "WP") for o in line.kids(p.i, "pobj"))), None)
    return to.i - 2 if to is not None and line.toks[to.i - 1].text == "," else None


def _credit(line: Line, low: int, i: int) -> int | None:
    """', reported Yonhap' or ', Yonhap reports' at the end: the account's source, no part of what was said."""
    k = i - 1
    if line.toks[k].text == "," and i + 1 < len(line.toks) and line.toks[i + 1].pos == "PROPN":
        rest = line.toks[i + 1 :]
        return k - 1 if all(t.pos in ("PROPN", "DET", "PUNCT", "NOUN", "ADP") for t in rest) else None
    while k > low and line.toks[k].pos == "PROPN":
        k -= 1
    ends = i + 1 >= len(line.toks) or line.is_mark(i + 1)
    return k - 1 if ends and k < i - 1 and k > low and line.toks[k].text == "," else None


def _opens(line: Line, i: int) -> bool:
    """The participle follows a comma, an adverb aside."""
    k = i - 1
    while k > 0 and line.toks[k].pos == "ADV":
        k -= 1
    return line.toks[k].text in (",", "—", "–") or line.inside[k] is not None
