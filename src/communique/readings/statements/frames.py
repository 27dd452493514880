"""A sentence in, its acts of saying out: verbs before, after and around what was said, nouns of saying, "according to"."""

from __future__ import annotations

from dataclasses import replace

from ...language.cues import Cue, nouns, verb
from ..parse import Token
from ..people import actor_for
from . import objects
from .according import according
from .after import after
from .asserted import asserted, can_say, several
from .before import before
from .line import Frame, Line
from .nouns import noun
from .passives import said_of
from .signs import FINITE
from .subjects import PAPERS, before_apposition, beside, of_sentence, passive, phrase, subject_of, whole


def frames(line: Line) -> list[Frame]:
    """Every act of saying in the sentence, in text order."""
    things = nouns()
    out: list[Frame] = []
    for t in line.toks:
        if line.inside[t.i] is not None:
            continue
        entry = verb(t.text, t.lemma) if t.pos in ("VERB", "AUX") or t.tag.startswith("VB") or _taken_for_noun(line, t) else None
        if entry is not None:
            out += _verb(line, t, entry)
        elif t.pos == "NOUN" and (thing := things.get(t.lemma.lower())):
            out += noun(line, t, thing)
        elif t.low == "according" and t.i + 1 < len(line.toks) and line.toks[t.i + 1].low == "to":
            out += according(line, t)
    return [_with_same_subject(f, out) for f in out]


def _taken_for_noun(line: Line, t: Token) -> bool:
    """'But Kim claims that ...': a noun by its tag, a verb by what hangs on it, a subject before it and a clause with "that" after it."""
    if t.tag != "NNS" or t.lemma in PAPERS or t.dep in ("nsubj", "dobj", "pobj", "compound"):
        return False
    if t.dep == "ROOT" and all(line.is_mark(i) for i in range(t.i + 1, len(line.toks))):  # "..., the doctor maintains."
        return any(c.i < t.i and c.tag in FINITE for c in line.kids(t.i, "ccomp"))
    subject = any(s.i < t.i for s in line.kids(t.i, "nsubj"))
    clauses = line.kids(t.i, "ccomp", "acl") if subject and not line.kids(t.i, "det", "poss", "amod") else []
    return any(k.low == "that" and k.dep == "mark" for c in clauses for k in line.kids(c.i))


def _with_same_subject(f: Frame, others: list[Frame]) -> Frame:
    """'saying that ... and arguing that ...': who argues is who says, where the first ends right before the "and"."""
    line, cue = f.line, f.cue
    if cue is not None and cue.tag == "VBG" and f.first and (goes_on := _goes_on(f, others)) is not None:
        return replace(f, subject=goes_on.subject, subject_line=line, speaker=goes_on.speaker)
    if cue is None or cue.pos not in ("VERB", "AUX") or f.first == 0 or line.toks[f.first - 1].pos != "CCONJ":
        return f
    if line.kids(cue.i, "nsubj", "nsubjpass", "auxpass"):
        return f
    k = f.first - 2
    while k > 0 and line.is_mark(k) and line.inside[k] is None:
        k -= 1
    q = line.inside[k]
    ends = (line.to(k), q.end if q else line.to(k))
    before_ = [o for o in others if o.cue is not None and o.cue.i < cue.i and o.subject_line is line and o.spans[-1][1] in ends]
    if not before_:
        return f
    o = before_[-1]
    return replace(f, subject=o.subject, subject_line=line, speaker=o.speaker)


def _goes_on(f: Frame, others: list[Frame]) -> Frame | None:
    """'Kim said the plan was late, adding that ...': who said adds, where the parse gives nobody or a thing in what was said."""
    line, s = f.line, f.subject
    if line.toks[f.first - 1].text != "," or f.cue is None:
        return None
    before_ = [o for o in others if o is not f and o.cue is not None and o.cue.i < f.first and o.subject is not None and o.subject_line is line]
    if not before_ or (s is not None and (s.pos != "NOUN" or actor_for(line.page, line.sent, s) is not None)):
        return None
    o = before_[-1]
    inside = s is None or any(a <= line.at(s.i) < b for a, b in o.spans)
    return o if inside and o.spans[-1][1] <= line.at(f.first) and o.entry.tier == "speech" else None


def _verb(line: Line, v: Token, entry: Cue) -> list[Frame]:
    if not asserted(line, v, entry):
        return []
    first, last = words_of(line, v)
    subject = subject_of(line, v)
    told = said_of(line, v, entry, first, last) if passive(line, v) else None
    found = told or after(line, v, entry, first, last, subject) or before(line, v, entry, first, last, subject) or objects.verb(line, v, entry, first, last)
    if found is None or (entry.lemma == "go" and not found.rule.startswith("after-quote")):
        return []
    subject = _speaker(line, v, found, first, last, found.subject or subject, hearer=entry.hearer)
    negated = any(k.dep == "neg" for k in line.kids(v.i))
    if subject is None:
        return [replace(found, negated=negated)]
    if subject.low == "it" and v.tag == "VB" and any(k.low == "to" for k in line.kids(v.i, "aux")):
        return []  # "it is safe to say"
    span, best = whole(line, subject, before=found.first)
    if not can_say(line.page, line, v, entry, best) or (entry.lemma == "agree" and found.rule in ("to", "preposition") and several(line, subject)):
        return []
    return [replace(found, subject=best, subject_line=line, speaker=span, negated=negated)]


def _speaker(line: Line, v: Token, found: Frame, first: int, last: int, subject: Token | None, *, hearer: bool) -> Token | None:
    """Who says it, where the grammar gives nobody or gives the subject of what was said."""
    turned = found.rule.startswith("after") or found.rule == "passive"  # only there may the speaker follow the verb
    if subject is not None and subject.i > last and not turned and (left := phrase(line, first - 1, -1)) is not None:
        subject = left
    if subject is not None and subject.i > last and any(a <= line.at(subject.i) < b for a, b in found.spans):
        subject = None  # it is the subject of what was said
    if subject is None and v.dep == "conj" and v.tag in FINITE:
        subject = next((s for s in line.kids(v.head, "nsubj", "nsubjpass") if s.i < v.i and line.inside[s.i] is None), None)
    finite = v.tag in ("VBD", "VBZ", "VBP", "VBN") or (v.tag == "VB" and found.rule == "after-quote" and not line.kids(v.i, "aux"))
    if subject is None and finite and v.dep != "xcomp" and not passive(line, v):
        subject = before_apposition(line, first)
        if subject is None:
            right = found.rule.startswith(("after", "quote", "as-")) and not hearer
            subject = beside(line, v, first) if right else phrase(line, first - 1, -1)
    if subject is None and v.tag in ("VBG", "VB") and not passive(line, v) and (of := of_sentence(line)) is not None:
        told = found.spans[-1][1] <= line.at(of.i)  # "after saying that it was late, she left"
        subject = of if of.i < v.i or (told and v.tag == "VBG" and v.dep in ("pcomp", "advcl")) else None
    return subject


def words_of(line: Line, v: Token) -> tuple[int, int]:
    """The verb with its auxiliaries, adverbs and particle, as far as they stand together."""
    first = last = v.i
    while first > 0 and line.toks[first - 1].head == v.i and line.toks[first - 1].dep in ("aux", "auxpass", "neg", "advmod") and line.inside[first - 1] is None:
        first -= 1
    if last + 1 < len(line.toks) and line.toks[last + 1].dep == "prt" and line.toks[last + 1].head == v.i:
        last += 1
    return first, last
