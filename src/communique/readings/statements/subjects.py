"""A verb of saying in, the word for who says it out: through coordination, participles, relative clauses and inversion."""

from __future__ import annotations

from ..parse import Token
from .line import Line, Span

NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
PAPERS = frozenset(
    """resolution ad ads petition statement post letter message tweet interview remark remarks speech note email memo article column
    op-ed comment report video text press paper conference briefing""".split()
)
IN_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM", "X")
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split())
UPWARD = ("conj", "advcl", "xcomp", "pcomp", "ccomp", "dep", "prep", "acl")
DEEPEST = 6


def subject_of(line: Line, v: Token, depth: int = 0) -> Token | None:
    """Who does ``v``, or None. A word inside quotation marks is never the subject of a verb outside them."""
    if passive(line, v):
        return next((o for a in line.kids(v.i, "agent") for o in line.kids(a.i, "pobj")), None)
    own = [s for s in line.kids(v.i, "nsubj") if line.inside[s.i] is line.inside[v.i]]
    if own:
        s = min(own, key=lambda x: (x.i > v.i, abs(x.i - v.i)))
        if s.low in ("who", "which", "that") and v.dep == "relcl" and line.head(v).pos in NOMINAL:
            return _person(line, line.head(v))
        return s
    if v.dep == "xcomp" and (made_to := [o for o in line.kids(v.head, "dobj") if o.i < v.i]) and line.head(v).lemma not in ("promise", "use", "take"):
        return made_to[0]
    if v.dep == "xcomp" and v.tag == "VBG" and (before_ := _right_before(line, v)) is not None:
        return before_
    if v.dep == "xcomp" and passive(line, line.head(v)) and (made := line.kids(v.head, "nsubjpass")):
        return made[0]  # "Kim was forced to admit"
    if v.dep == "relcl" and line.head(v).pos in NOMINAL and v.tag in ("VBG",):
        return line.head(v)
    if v.dep == "conj" and (outer := _of_outer(line, v)) is not None:
        return subject_of(line, outer, depth + 1)
    if depth < DEEPEST and v.head != v.i and v.dep in UPWARD:
        return _above(line, v, depth)
    return None


def _right_before(line: Line, v: Token) -> Token | None:
    """'footage of Ann Lee asking': who stands right before the participle, deep in the object."""
    t = line.toks[v.i - 1] if v.i > 1 else None
    return t if t is not None and t.pos in ("PROPN", "NOUN") and t.dep == "pobj" and line.head(line.head(t)).dep == "dobj" else None


def _of_outer(line: Line, v: Token) -> Token | None:
    """'Kim conceded that they had met but implied that ...': it is Kim who implied, by the tense."""
    h = line.head(v)
    if h.dep != "ccomp" or (h.tag == v.tag and not line.kids(h.i, "aux")):
        return None
    outer = line.head(h)
    return outer if outer.tag == v.tag and outer.pos == "VERB" and outer.i < h.i else None


def of_sentence(line: Line) -> Token | None:
    """The subject of the sentence's main verb, outside quotation marks: who a participle without a subject belongs to."""
    root = line.sent.parse.root
    if root is None or line.inside[root.i] is not None or root.pos not in ("VERB", "AUX"):
        return None
    own = (s for s in line.kids(root.i, "nsubj", "nsubjpass") if line.inside[s.i] is None and s.i < root.i)
    return next((s for s in own if s.low not in ("it", "there", "this", "that", "which")), None)


def passive(line: Line, v: Token) -> bool:
    return v.tag == "VBN" and bool(line.kids(v.i, "nsubjpass", "auxpass"))


def _person(line: Line, t: Token) -> Token:
    """Who "who" stands for: "Ann Lee, a doctor from Leeds, who said" is Lee, neither doctor nor Leeds."""
    for _ in range(DEEPEST):
        h = line.head(t)
        if t.dep == "appos" and h.pos in NOMINAL:
            t = h
        elif t.dep == "pobj" and h.low in ("in", "from", "at") and line.head(h).pos in NOMINAL:
            t = line.head(h)
        else:
            break
    return t


def _above(line: Line, v: Token, depth: int) -> Token | None:
    h = line.head(v)
    if line.inside[h.i] is not line.inside[v.i]:  # hung on a word of the quotation: go on to what holds that
        up = line.head(h)
        while up.head != up.i and line.inside[up.i] is not line.inside[v.i]:
            up = line.head(up)
        return subject_of(line, up, depth + 1) if line.inside[up.i] is line.inside[v.i] and up.pos in ("VERB", "AUX") else None
    if v.dep == "acl" and h.pos in NOMINAL:
        return _holder(line, h, depth) if h.lemma.lower() in PAPERS else h
    if h.low == "as" and line.head(h).lemma in ("quote", "cite"):
        q = line.head(h)
        return next(iter(line.kids(q.i, "nsubjpass") or line.kids(q.i, "dobj")), None)
    if h.pos in ("VERB", "AUX", "ADP", "SCONJ", "ADJ"):
        return subject_of(line, h, depth + 1)
    return None


def _holder(line: Line, paper: Token, depth: int) -> Token | None:
    """Who issued the statement that says so."""
    for p in line.kids(paper.i, "prep"):
        if p.low in ("by", "from", "of"):
            return next(iter(line.kids(p.i, "pobj")), None)
    if owner := line.kids(paper.i, "poss"):
        return owner[0]
    if paper.dep in ("nsubj", "nsubjpass"):
        return paper
    up = line.head(paper)
    while up.pos not in ("VERB", "AUX") and up.head != up.i:
        up = line.head(up)
    return subject_of(line, up, depth + 1) if up.pos in ("VERB", "AUX") else None


def beside(line: Line, v: Token, first: int) -> Token | None:
    """The nearest noun phrase where the grammar gives no subject: after the verb ("said smiling Kim, who"), else before it."""
    run = phrase(line, v.i + 1, 1)
    if run:
        return run
    return phrase(line, first - 1, -1)


def before_apposition(line: Line, first: int) -> Token | None:
    """'Flynn, an old friend, said': the noun phrase that opens the clause, where only what is set apart by commas stands between it and the verb."""
    if first < 3 or line.toks[first - 1].text not in (",", ")") or line.inside[first - 1] is not None:
        return None
    start = max((i + 1 for i in range(first) if line.inside[i] is not None), default=0)
    while start < first and (line.is_mark(start) or line.toks[start].pos in ("CCONJ", "SCONJ", "ADV")):
        start += 1
    named = phrase(line, start, 1)
    if named is None or named.i + 2 >= first or line.toks[named.i + 1].text not in (",", "("):
        return None
    return named


def phrase(line: Line, i: int, step: int) -> Token | None:
    """The head of the noun phrase that runs from word ``i`` on (step 1) or up to it (step -1)."""
    last = None
    while 0 <= i < len(line.toks) and line.inside[i] is None:
        t = line.toks[i]
        if t.low in DAYS or (t.pos not in IN_PHRASE and not (step > 0 and last is None and t.tag in ("VBG", "VBN"))):
            break
        if t.pos in NOMINAL and (step > 0 or last is None):
            last = t
        if step > 0 and t.pos == "PRON":
            break
        i += step
    return last


def whole(line: Line, s: Token, *, before: int | None = None) -> tuple[Span, Token]:
    """The words of a subject as the text writes them, and the word that names it best ("its chief, Ann Lee" -> "Lee")."""
    low, high = line.edges(s.i)
    low, high = _trim(line, s, low, high)
    if before is not None and s.i < before:
        high = min(high, before - 1)
    if s.dep == "compound" or any(line.toks[i].tag in ("VBZ", "VBD", "VBP", "MD") for i in range(low, s.i)):  # a clause the parse took into the subject
        low = _run_back(line, s.i)
    if before is not None and s.i < before and s.pos == "PROPN":
        low = _with_the_first(line, low)
    best = s
    if s.pos == "NOUN":
        for a in (*line.kids(s.i, "appos"), *_full_names(line, s)):
            if a.pos == "PROPN" and line.inside[a.i] is None and a.i <= s.i + 12 and (before is None or a.i < before or s.i > before):
                best, high = a, max(high, _trim(line, a, a.i, line.edges(a.i)[1])[1])
    while high > s.i and (line.is_mark(high) or line.toks[high].pos in ("DET", "ADP", "ADV", "AUX", "CCONJ")):
        high -= 1
    while low < s.i and (line.is_mark(low) or line.toks[low].pos in ("CCONJ", "SCONJ", "ADV", "INTJ")):
        low += 1
    return (line.at(low), line.to(high)), best


def _with_the_first(line: Line, low: int) -> int:
    """'President Weber and Prime Minister Novak said': from where the sentence begins, where the parse takes only the second for the subject."""
    if low < 2 or line.toks[low - 1].low != "and":
        return low
    before = line.toks[: low - 1]
    named = all(t.pos in ("PROPN", "ADJ", "NOUN", "DET") and line.inside[t.i] is None for t in before)
    return 0 if named and before[-1].pos == "PROPN" else low


def _full_names(line: Line, s: Token) -> list[Token]:
    """"The head of Acme Works, Ann Lee, said": a full name that the parse sets beside the works, not beside its head."""
    below = [o for p in line.kids(s.i, "prep") if p.low in ("of", "for", "at") for o in line.kids(p.i, "pobj")]
    beside = [a for o in below if o.pos == "PROPN" for a in line.kids(o.i, "appos")]
    return [a for a in beside if any(k.pos == "PROPN" for k in line.kids(a.i, "compound")) and line.toks[line.edges(a.i)[0] - 1].text == ","]


def _run_back(line: Line, i: int) -> int:
    """The first word of the noun phrase that ends with word ``i``."""
    while i > 0 and line.toks[i - 1].pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART") and line.inside[i - 1] is line.inside[i]:
        i -= 1
    return i


def _trim(line: Line, s: Token, low: int, high: int) -> tuple[int, int]:
    """Cut at marks, quotations and clauses on either side of the head word."""
    for i in range(s.i - 1, low - 1, -1):
        if line.inside[i] is not line.inside[s.i] or (_breaks(line, i) and not _listed(line, s, i)):
            low = i + 1
            break
    for i in range(s.i + 1, high + 1):
        t = line.toks[i]
        if t.dep == "relcl":
            high = max(s.i, min(i, line.edges(i)[0]) - 1)
            break
        if line.inside[i] is not line.inside[s.i] or t.text in (",", ";", ":", "—", "–", "--", "(") or t.tag in ("WDT", "WP"):
            high = i - 1
            break
    return low, high


def _breaks(line: Line, i: int) -> bool:
    """A comma or the like, or a hyphen with a space before it."""
    text = line.toks[i].text
    return text in (",", ";", ":", "—", "–", "--") or (text == "-" and i > 0 and line.toks[i - 1].end < line.toks[i].start)


def _listed(line: Line, s: Token, i: int) -> bool:
    """A comma inside a run of modifiers ("the tall, quiet envoy")."""
    return i + 1 < len(line.toks) and line.toks[i + 1].pos == "ADJ" and i > 0 and line.toks[i - 1].pos == "ADJ"
