"""A noun of saying in, who is said to have said what out: 'growing speculation that ...', 'a request by Lee ...', "Seoul's call for ..."."""

from __future__ import annotations

from ...language.cues import Cue
from ..parse import Token
from .line import Frame, Line
from .phrase import made
from .subjects import subject_of, whole

BARE = {"speculation", "suggestion", "rumor", "rumour"}  # take a clause without "that"; "the claims he made" is no such clause


def noun(line: Line, n: Token, entry: Cue) -> list[Frame]:
    """'growing speculation that ...', 'a request by Lee ...', "Seoul's call for ..."."""
    owner = next(iter(line.kids(n.i, "poss")), None)
    by = next((o for p in line.kids(n.i, "prep") if p.low == "by" or (p.low == "from" and n.lemma != "call") for o in line.kids(p.i, "pobj")), None)
    speaker = by or owner
    clause = next((k for k in line.kids(n.i, "acl", "ccomp", "relcl", "appos") if k.i > n.i and k.pos in ("VERB", "AUX") and _says_that(line, k)), None)
    if clause is None and n.dep in ("attr", "nsubj", "dobj"):  # "there is speculation she may ...": the clause often hangs on the verb
        clause = next((k for k in line.kids(n.head, "ccomp", "advcl", "relcl") if k.i > n.i and line.edges(k.i)[0] == n.i + 1 and _says_that(line, k)), None)
    first = n.i
    while first > 0 and line.toks[first - 1].dep in ("amod", "advmod") and line.toks[first - 1].head == n.i:
        first -= 1
    found: Frame | None = None
    if clause is not None and "that" in entry.takes:
        if speaker is None and n.dep == "dobj":
            speaker = subject_of(line, line.head(n))
        found = made(line, n, entry, first, n.i, (max(n.i + 1, line.edges(clause.i)[0]), line.edges(clause.i)[1]), "noun-that")
    elif by is not None and by.pos in ("PROPN", "PRON", "NOUN") and "for" in entry.takes:
        low = line.edges(n.i)[0]
        found = Frame(line, n, n.i, by.i - 1 if by.i == n.i + 2 else n.i, entry, "noun-by", ((line.at(low), line.to(line.edges(n.i)[1])),))
    elif owner is not None and "to" in entry.takes and (act := _to_do(line, n)) is not None:
        found = made(line, n, entry, first, n.i, line.edges(act.i), "noun-to")
    elif owner is not None and "for" in entry.takes and (p := next((p for p in line.kids(n.i, "prep") if p.low == "for"), None)):
        found = made(line, n, entry, n.i, p.i, (p.i + 1, line.edges(p.i)[1]), "noun-for")
    if found is None or (speaker is None and n.lemma.lower() not in BARE):
        return []
    if speaker is None:
        return [found]
    span, best = whole(line, speaker)
    return [Frame(line, n, found.first, found.last, entry, found.rule, found.spans, best, line, span)]


def _to_do(line: Line, n: Token) -> Token | None:
    """'Kim's vow to stay': an infinitive right after the noun."""
    follows = line.toks[n.i + 1].low if n.i + 1 < len(line.toks) else ""
    return next((k for k in line.kids(n.i, "acl", "xcomp", "relcl") if follows == "to" and k.tag == "VB" and line.edges(k.i)[0] == n.i + 1), None)


def _says_that(line: Line, k: Token) -> bool:
    """A clause with 'that' as its mark, or with a subject of its own; no relative clause."""
    kids = line.kids(k.i)
    subject = next((x for x in kids if x.dep in ("nsubj", "nsubjpass", "expl")), None)
    if not any(x.dep == "mark" and x.low == "that" for x in kids) and not {line.head(k).lemma.lower(), line.toks[line.edges(k.i)[0] - 1].lemma.lower()} & BARE:
        return False
    if subject is None or subject.tag in ("WDT", "WP") or subject.low in ("that", "which", "who"):
        return False
    return not any(x.dep == "dobj" and x.tag in ("WDT", "WP") for x in kids)
