"""A first and last word in, how far what was said really goes out: cut before further acts of saying, stretched over the rest of its clause."""

from __future__ import annotations

from ...language.cues import verbs
from ..parse import Token
from .cuts import cut
from .line import Line, Span
from .signs import FINITE, is_dash
from .subjects import DAYS

OCCASIONS = frozenset(
    """summit meeting talks conference forum briefing event rally hearing ceremony banquet dinner
    stop interview session broadcast""".split()
)
WRITTEN = frozenset("interview email letter statement tweet speech memo post note".split())
STATES = frozenset("be have find need like love hate support".split())
BACKSHIFTED = ("would", "could", "might")
ASIDES = frozenset("though although despite whereas even".split())


def reach(line: Line, low: int, high: int, v: Token) -> Span | None:
    """From word ``low`` to ``high``, cut before a further act of saying, stretched over the rest of a clause with quoted words in it."""
    while low <= high and line.is_mark(low) and line.inside[low] is None:
        low += 1
    end = cut(line, low, high, v)
    if sum(is_dash(line, i) for i in range(v.i)) % 2:  # an aside between dashes ends with the second one
        end = min((i - 1 for i in range(low + 1, high + 1) if is_dash(line, i)), default=end)
    if end is not None:
        high = end
    if low > high:
        return None
    if end is None:
        high = _stretched(line, v, high)
    high = without_occasion(line, low, without_aside(line, low, high))
    while high > low and line.inside[high] is None and (line.is_mark(high) or line.toks[high].pos == "CCONJ"):
        high -= 1
    high = _and_that(line, high)
    a, b = line.inside[low], line.inside[high]
    start, end_at, text = a.start if a else line.at(low), max(b.end if b else 0, line.to(high)), line.page.document.text
    if a and a.start < line.to(v.i) and line.at(v.i) < a.end:
        return None
    if text.count("(", start, end_at) > text.count(")", start, end_at) and text[end_at : end_at + 1] == ")":
        end_at += 1
    return start, end_at


def short_of(line: Line, low: int, high: int, v: Token) -> int:
    """The last word of a noun phrase that is said: short of further acts of saying, of the writer's remarks and of the occasion."""
    ends = [cut(line, low, high, v), _beside(line, low, high)]
    return without_occasion(line, low, without_aside(line, low, min([high, *(e for e in ends if e is not None)])))


def _beside(line: Line, low: int, high: int) -> int | None:
    """The last word before a clause that tells what went on meanwhile: 'a tight race as the parties meet'."""
    for i in range(max(low + 1, line.last_quoted(high) + 1), high):
        t, h = line.toks[i], line.head(line.toks[i])
        meanwhile = t.low in ("as", "while", "when") and t.dep in ("mark", "advmod") and h.dep == "advcl" and h.tag in FINITE and bool(line.kids(h.i, "nsubj"))
        if meanwhile and not (t.low == "when" and line.toks[h.head].dep == "pcomp"):
            return i - 1
    return None


def without_aside(line: Line, low: int, high: int) -> int:
    """The end without a closing remark that is the writer's: ', where he trails', ', though she did not', ' - a play on words'."""
    dashes = sum(is_dash(line, k) for k in range(low, high + 1))
    for i in range(max(low + 3, line.last_quoted(high) + 1), high - 1):
        after_ = line.toks[i + 1]
        if is_dash(line, i) and after_.pos != "CCONJ" and after_.tag != "VBG" and dashes == 1:
            return i - 1
        if line.toks[i].text == "," and (after_.tag in ("WDT", "WP", "WP$", "WRB") or after_.low in ASIDES):
            h = line.head(after_)
            if after_.low in ASIDES and not any(t.tag in FINITE or t.tag == "VBG" for t in line.sent.parse.subtree(h.i)):
                continue  # "a crucial, although brief, chance"
            while h.dep not in ("relcl", "advcl") and h.head != h.i and h.i > i:
                h = line.head(h)
            if any(k.low in BACKSHIFTED for k in line.kids(h.i, "aux")):
                continue  # "in harm, where others would follow": told as the rest is
            if h.i > i and h.dep in ("relcl", "advcl", "prep") and line.edges(h.i)[1] >= high - 1:
                return i - 1
        if line.toks[i].text == "," and _hangs(line, after_, i) and line.edges(line.head(after_).i if after_.pos == "DET" else after_.i)[1] >= high - 1:
            return i - 1
    return high


def _and_that(line: Line, high: int) -> int:
    """'said that the road was shut, and that it ...': a second clause with "that" goes on with what was said."""
    k = high + 1
    while k < len(line.toks) and line.is_mark(k) and line.inside[k] is None:
        k += 1
    if k + 2 >= len(line.toks) or line.toks[k].pos != "CCONJ" or line.toks[k + 1].low != "that" or line.toks[k + 1].dep != "mark":
        return high
    return max(high, line.edges(line.toks[k + 1].head)[1])


def without_occasion(line: Line, low: int, high: int) -> int:
    """The end without the occasion on which it was said: '... during a summit in Rome', '... at talks with the premier'."""
    for i in range(max(low + 2, line.last_quoted(high) + 1), high):
        t = line.toks[i]
        if t.low in DAYS and line.inside[i - 1] is not None:
            return i - 1
        if t.pos != "ADP" or t.low not in ("during", "at", "on", "in"):
            continue
        if t.low in ("on", "in") and line.inside[i - 1] is None and not _in_paper(line, t):
            continue
        if line.inside[i - 1] is not None and (t.low == "during" or line.toks[min(i + 1, high)].low in DAYS):
            return i - 1
        occasion = next(iter(line.kids(i, "pobj")), None)
        if occasion is not None and occasion.lemma.lower() in OCCASIONS and not line.kids(occasion.i, "poss") and line.edges(i)[1] >= high - 1:
            return i - 1
    return high


def _in_paper(line: Line, t: Token) -> bool:
    """'in an interview', 'in a letter': where it was said."""
    of = next(iter(line.kids(t.i, "pobj")), None)
    return t.low == "in" and of is not None and of.lemma in WRITTEN and line.toks[t.i + 1].low in ("a", "an")


def _hangs(line: Line, t: Token, comma: int) -> bool:
    """A participle (', throwing a wrench in') or a noun phrase beside the whole clause (', a first for either side')."""
    if t.tag == "VBG":
        return t.dep == "advcl"
    return t.low in ("a", "an", "the") and line.head(t).dep in ("appos", "npadvmod", "dobj", "dep", "attr") and line.edges(line.head(t).i)[0] == comma + 1


def _stretched(line: Line, v: Token, high: int) -> int:
    """The end of the sentence where its rest belongs to what was said: it holds quoted words, gives a reason, or goes on with 'but he ...'."""
    rest = range(high + 1, len(line.toks))
    tail = [i for i in rest if not line.is_mark(i)]
    if not tail or any(_is_saying(line, i) for i in rest) or v.dep not in ("ROOT", "ccomp", "conj", "relcl", "advcl", "pcomp", "xcomp", "acl"):
        return high
    if line.inside[high] is None and any(line.inside[i] for i in rest):
        return tail[-1]
    opening = line.toks[tail[0]]
    if opening.low in ("because", "if", "unless", "provided", "including") and line.inside[tail[0]] is None:
        return tail[-1]
    if opening.low in ("so", "since") and opening.dep == "mark" and any(k.tag in ("VBZ", "VBP", "MD") for k in _verb_words(line, line.head(opening))):
        return tail[-1]
    further = [t for t in line.kids(v.i, "conj") if t.i >= tail[0]]
    if opening.pos == "CCONJ" and further and (line.toks[min(opening.i + 1, len(line.toks) - 1)].low == "that" or _still_said(line, further[0])):
        return line.edges(further[0].i)[1]
    if opening.pos == "CCONJ" and v.tag == "VBD" and any(s.pos == "PRON" and t.tag == "VBD" for t in further for s in line.kids(t.i, "nsubj")):
        return tail[-1]
    b = line.inside[high]
    if b is not None and line.inside[tail[0]] is not b and line.page.document.text[b.inner_end - 1] not in ".!?,…":
        stop = next((i for i in rest if line.toks[i].text in (",", ";", "—", "–") and line.inside[i] is None), len(line.toks))
        return max(high, stop - 1)
    if b is not None and opening.low in ("and", "or", "but") and len(tail) > 1 and line.inside[tail[1]] is not None:
        other = line.inside[tail[1]]
        return max(i for i in tail if line.inside[i] is other)
    return high


def _verb_words(line: Line, t: Token) -> list[Token]:
    return [t, *line.kids(t.i, "aux", "auxpass")]


def _still_said(line: Line, t: Token) -> bool:
    """'said he was alarmed and wanted to see': a state or a wish goes on with what was said, a deed ("and left") does not."""
    if line.kids(t.i, "nsubj", "nsubjpass"):
        return False
    modal = any(k.tag == "MD" for k in line.kids(t.i, "aux"))
    return modal or t.lemma in STATES or ((e := verbs().get(t.lemma.lower())) is not None and e.tier == "attitude")


def _is_saying(line: Line, i: int) -> bool:
    t = line.toks[i]
    if i > 0 and t.tag == "VBG" and line.toks[i - 1].pos == "ADP":  # "all without naming him"
        return False
    if t.tag == "VBN" and not line.kids(i, "aux", "auxpass", "nsubj"):  # "the number written on it"
        return False
    if t.tag == "VB" and any(k.low == "to" for k in line.kids(i, "aux")):  # "to demand a share"
        return False
    return line.inside[i] is None and t.pos == "VERB" and (e := verbs().get(t.lemma.lower())) is not None and e.tier == "speech"
