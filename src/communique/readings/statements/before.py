"""A verb of saying whose content stands after it: 'Lee said that ...', 'Lee said: "..."', 'Lee told reporters the talks were "good"'."""

from __future__ import annotations

from ...language.cues import Cue
from ..parse import Token
from .line import Frame, Line, Span
from .reach import reach
from .signs import FINITE, cue_between, title_at
from .subjects import DAYS, PAPERS, passive, phrase

NOMINATIVE = frozenset("he she they it we i".split())
ACCUSATIVE = frozenset("them it him so".split())
MOMENTS = frozenset("time day week month year hour night morning afternoon evening today yesterday interview statement".split())  # "reported at the time that"
RELATES = ("nsubj", "nsubjpass", "dobj", "pobj")
AROUND = ("dobj", "dative", "prep", "advmod", "npadvmod", "prt")


def before(line: Line, v: Token, entry: Cue, first: int, last: int, subject: Token | None) -> Frame | None:
    """'Lee said that ...', 'Lee said: "..."', 'Lee told reporters the talks were "good"'."""
    takes = entry.takes
    clauses = [c for c in line.kids(v.i, "ccomp", "xcomp", "advcl") if c.i > v.i and _is_content(line, c, takes)]
    quote: int | None = next((i for i in range(last + 1, len(line.toks)) if line.inside[i] is not None), None)
    near = quote is not None and "quote" in takes and _adjacent(line, v, entry, last, quote)
    if near and quote is not None and title_at(line, quote) and line.toks[quote - 1].text not in (":", ","):
        near = False
    if clauses and line.inside[clauses[0].i] is None:
        low = max(last + 1, _clause_start(line, clauses[0], last))
        if clauses[0].dep == "advcl" and not line.kids(clauses[0].i, "mark"):
            low = max(low, min(s.i for s in line.kids(clauses[0].i, "nsubj", "nsubjpass")))
        high = line.edges(clauses[-1].i)[1]
        if subject is not None and last < subject.i < low and line.head(subject) is v:
            low = last + 1  # "the days when ... are gone": the clause's own subject, hung on the verb of saying
        if entry.hearer and (that := _that_after_hearer(line, last, entry)) is not None:
            low = that
        rule = "to" if clauses[0].dep == "xcomp" and clauses[0].tag != "VBG" else "clause"
        high = max(high, _and_do(line, v, clauses[0], high)) if rule == "to" else high
    elif near and quote is not None:
        low, high, rule = quote, max(i for i in range(quote, len(line.toks)) if line.inside[i] is line.inside[quote]), "quote"
    elif clauses:
        low, high, rule = max(last + 1, line.edges(clauses[0].i)[0]), line.edges(clauses[-1].i)[1], "clause"
    elif (quote is not None and takes >= {"quote", "that"} and v.tag != "VBN" and _leads_to(line, last + 1, quote)) or _object_is_clause(line, v, last):
        low, high, rule = last + 1, len(line.toks) - 1, "clause"
    elif "that" in takes and (that := _that_further_on(line, v, last, entry)) is not None:
        low, high, rule = that, _clause_end(line, that), "clause"
    else:
        return None
    if rule == "clause":
        low = _without_day(line, low)
    if near and quote is not None and quote < low:
        low = quote
    if rule == "clause" and v.tag == "VBG" and (main := _main_begins(line, v, low)) is not None:
        high = min(high, main - 1)
    if rule == "clause" and line.toks[low].low in ACCUSATIVE and line.toks[min(low + 1, high)].text in (",", ".", ";"):
        return None  # "he said them, but not before"
    span = reach(line, low, high, v)
    if span is None:
        return None
    if rule == "clause" and line.toks[low].tag in FINITE and line.inside[low] is None:
        if (own := _subject_as_object(line, v, last, low)) is not None:
            return Frame(line, v, first, last, entry, rule, ((line.at(own), span[1]),))
        return _of_relative(line, v, entry, first, last, span)
    hearer = phrase(line, last + 1, 1) if entry.hearer else None
    if hearer is not None and hearer.i >= low:
        hearer = None
    return Frame(line, v, first, last, entry, rule, (span,), hearer=hearer)


def _main_begins(line: Line, v: Token, low: int) -> int | None:
    """'After saying that it was late, she left': where the sentence's own subject begins, right after a comma."""
    root = line.sent.parse.root
    own = next((s for s in line.kids(root.i, "nsubj", "nsubjpass") if s.i > low), None) if root is not None and root.i > v.i else None
    begin = line.edges(own.i)[0] if own is not None else 0
    apart = begin > low + 2 and (line.toks[begin - 1].text == "," or line.toks[begin - 2].text == ",")
    return begin if apart and v.dep in ("pcomp", "advcl") and v.i < 3 else None


def _and_do(line: Line, v: Token, c: Token, high: int) -> int:
    """'promised to meet and in some cases exceed the aims': a second thing to do, in the same form, which the parse joins to the promise."""
    if high + 2 >= len(line.toks) or line.toks[high + 1].low not in ("and", "or") or v.tag in ("VBP", "VB"):
        return high
    then = [t for t in line.kids(v.i, "conj") + line.kids(c.i, "conj") if t.i > high and t.tag in ("VB", "VBP") and not line.kids(t.i, "nsubj", "aux")]
    return line.edges(then[0].i)[1] if then else high


def _subject_as_object(line: Line, v: Token, last: int, low: int) -> int | None:
    """'said two-parent homes, rich or poor, would gain': where the clause's subject begins, which the parse takes for the verb's object."""
    objects = [o for o in line.kids(v.i, "dobj") if last < o.i < low and o.tag not in ("WDT", "WP")]
    return line.edges(objects[0].i)[0] if objects and line.edges(objects[0].i)[0] == last + 1 else None


def _without_day(line: Line, low: int) -> int:
    """'told the radio on Monday the tone was cordial': the day is the telling's."""
    rest = line.toks[low : low + 3]
    skip = 2 if len(rest) > 2 and rest[0].low == "on" and rest[1].low in DAYS else 1 if len(rest) > 2 and rest[0].low in DAYS else 0
    return low + skip if skip and line.toks[low + skip].pos in ("DET", "PRON", "PROPN", "NOUN", "ADJ") and line.inside[low] is None else low


def _of_relative(line: Line, v: Token, entry: Cue, first: int, last: int, rest: Span) -> Frame | None:
    """'rates, which she said had risen', 'what it said was a rocket': the clause's subject stands before the verb of saying."""
    begin = min((line.edges(s.i)[0] for s in line.kids(v.i, "nsubj") if s.i < v.i), default=first)
    opens = line.toks[begin - 1] if begin > 0 else None
    if opens is None or opens.tag not in ("WDT", "WP") or line.inside[opens.i] is not None:
        subjects = [s for s in line.sent.parse.subtree(v.i) if s.tag in ("WDT", "WP") and s.i < v.i]
        opens = subjects[0] if subjects else None
    if opens is None or v.tag not in FINITE or not any(s.i < v.i and s.tag not in ("WDT", "WP") for s in line.kids(v.i, "nsubj")):
        return None
    return Frame(line, v, first, last, entry, "clause", ((line.at(opens.i), line.to(opens.i)), rest))


def _clause_end(line: Line, that: int) -> int:
    """The last word of the clause that "that" opens, wherever the parse hangs it."""
    return max(line.edges(line.toks[that].head)[1], that)


def _leads_to(line: Line, low: int, quote: int) -> bool:
    """A finite verb and no further word of saying stand before the quotation: the clause runs into it."""
    if any(k.i < quote for k in line.kids(line.toks[low - 1].i, "dobj") if k.i >= low):
        return False
    return any(t.tag in FINITE for t in line.toks[low:quote]) and not cue_between(line, low, quote)


def _object_is_clause(line: Line, v: Token, last: int) -> bool:
    """'says the rise in prices makes it worse': the clause's subject taken for an object."""
    perfect = v.tag == "VBN" and any(k.lemma == "have" for k in line.kids(v.i, "aux"))
    if any(o.lemma in ("piece", "prayer", "goodbye", "farewell", "word") for o in line.kids(v.i, "dobj")):
        return False  # "once he has said his piece, he leaves"
    if v.lemma != "say" or not (v.tag in FINITE or perfect) or not line.kids(v.i, "dobj") or last + 1 >= len(line.toks):
        return False
    return line.toks[last + 1].pos in ("DET", "ADJ", "PROPN", "PRON") and any(t.tag in FINITE for t in line.toks[last + 3 :])


def _that_further_on(line: Line, v: Token, last: int, entry: Cue) -> int | None:
    """Where "that" stands, after who was told or after what is set apart."""
    told = v.tag != "VBN" and (entry.hearer or not line.kids(v.i, "dobj"))
    that = _that_after_hearer(line, last, entry) if told else None
    return that if that is not None else _that_after_aside(line, last)


def _that_after_hearer(line: Line, last: int, entry: Cue) -> int | None:
    """'told a group of reporters that ...': where "that" stands, if only a noun phrase comes before it."""
    for t in line.toks[last + 1 : last + 12]:
        if t.low == "that" and t.i > last + 1 and _opens_clause(line, t, entry):
            return t.i
        if line.inside[t.i] is not None or t.text == "," or t.tag in FINITE:
            return None
    return None


def _that_after_aside(line: Line, last: int) -> int | None:
    """'insists, most often in private, that ...': where "that" stands after what is set apart by two commas."""
    if last + 3 >= len(line.toks) or line.toks[last + 1].text != ",":
        return None
    for t in line.toks[last + 2 : last + 20]:
        if t.low == "that" and t.dep == "mark" and line.toks[t.i - 1].text == ",":
            return t.i
        if line.inside[t.i] is not None or t.tag in FINITE:
            return None
    return None


def _opens_clause(line: Line, t: Token, entry: Cue) -> bool:
    """This "that" opens what was told, not a relative clause ("told a story that made them laugh")."""
    if t.tag == "IN" or t.dep == "mark":
        return True
    moment = line.toks[t.i - 1].lemma in MOMENTS
    return t.tag == "WDT" and ((t.dep not in RELATES and (entry.hearer or moment)) or (moment and t.dep == "dobj" and line.toks[t.i + 1].pos == "PROPN"))


def _is_content(line: Line, c: Token, takes: frozenset[str]) -> bool:
    infinitive = any(k.low == "to" and k.dep == "aux" for k in line.kids(c.i))
    v = line.head(c)
    if v.tag == "VBN" and ((passive(line, v) and (infinitive or c.dep == "xcomp")) or not line.kids(v.i, "aux", "auxpass", "nsubj", "nsubjpass")):
        return False
    if any(k.tag in ("WDT", "WP") and k.dep == "nsubj" and k.low == "that" and k.i > v.i and line.toks[k.i + 1].text != "," for k in line.kids(c.i)):
        return False
    if c.dep == "advcl" and not any(k.low == "that" and k.dep == "mark" for k in line.kids(c.i)) and not _clause_of_its_own(line, v, c):
        return False
    if infinitive and v.lemma in ("offer", "agree") and line.kids(v.i, "dobj"):
        return False
    if c.dep == "xcomp" or infinitive:
        if c.tag == "VBG":
            return "doing" in takes and c.dep in ("xcomp", "ccomp")
        return bool(takes & {"to", "object-to"}) and infinitive
    return "that" in takes or ("quote" in takes and line.inside[c.i] is not None)


def _clause_of_its_own(line: Line, v: Token, c: Token) -> bool:
    """'said after the vote he would stay': nothing opens the clause but its subject, a pronoun in the first case."""
    own = next((s for s in line.kids(c.i, "nsubj", "nsubjpass") if s.low in NOMINATIVE), None)
    if own is None or line.kids(c.i, "mark") or v.tag not in FINITE or line.kids(v.i, "dobj"):
        return False
    return own.i > v.i + 1 and line.toks[own.i - 1].text != "," and not any(k.tag == "WRB" for k in line.kids(c.i))


def _clause_start(line: Line, c: Token, last: int) -> int:
    return next((t.i for t in line.sent.parse.subtree(c.i) if t.i > last and not line.is_mark(t.i)), last + 1)


def _adjacent(line: Line, v: Token, entry: Cue, last: int, quote: int) -> bool:
    """Only a hearer, a time or place, "that", a comma or colon stand between the verb and the quotation."""
    gap = [line.toks[i] for i in range(last + 1, quote)]
    if gap and gap[-1].text == ":":
        return True
    if any(t.tag in (*FINITE, "VBG", "VBN", "VB") for t in gap):
        return False
    objects = [k for k in line.kids(v.i, "dobj") if last < k.i < quote]
    hearer = entry.hearer or any(o.pos in ("PROPN", "PRON") or o.tag == "NNS" or o.lemma in PAPERS for o in objects)
    if objects and not hearer:
        return gap[-1].low == "that"
    if not [t for t in gap if t.pos not in ("PUNCT", "SPACE")] or gap[-1].text == "," or gap[-1].low in ("that", "as", "how", "why"):
        return True
    owned = {i for k in line.kids(v.i, *AROUND) if k.i > last for i in range(line.edges(k.i)[0], line.edges(k.i)[1] + 1)}
    return gap[-1].pos not in ("ADP", "DET", "ADJ", "AUX", "PART") and all(t.i in owned or line.is_mark(t.i) for t in gap)
