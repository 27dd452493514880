"""A sentence in, what a pact lays down in it out: "Under the treaty, Chile will open its ports" -> Chile, "will open its ports", agreed.

Three forms: under a pact somebody will do; a pact obliges somebody to do; a state or body will do by a day (that is only expected).
The words are data: language/lexicon/provisions.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..language.frames import raw
from ..model.actor import Actor
from ..model.commitments import CommitmentReading
from .frames import Frame, all_actors, public
from .frames.content import basis_of, phrase, terms, times_in, topic
from .frames.frame import Span
from .page import Page, Sent
from .parse import Token


@cache
def words(key: str) -> frozenset[str]:
    return frozenset(raw("provisions")[key])


def provisions(page: Page, sent: Sent, frames: list[Frame]) -> Iterator[CommitmentReading]:
    """One reading for each verb that a pact, or a day, makes a promise of."""
    under = any(t.low == "under" for t in sent.tokens)
    for f in frames:
        if f.sort != "verb" or not (under or f.head.lemma in words("bind") or f.lemma.lower() in words("deeds")):
            continue  # none of the three below
        if f.mood.stands not in ("future", "done", "wanted") or f.head.lemma in words("idle"):
            continue
        made = _binds(page, sent, f) or _under(page, sent, f) or _by_a_day(page, sent, f)
        if made is not None:
            yield made


def _under(page: Page, sent: Sent, f: Frame) -> CommitmentReading | None:
    """"Under the treaty, Chile will open its ports"."""
    laid_down = bool({k.low for k in sent.parse.children(f.head.i, "aux")} & words("modals")) or _is_to(sent, f.head)
    pacts = [sent.tokens[i] for i in f.to("under") if sent.tokens[i].lemma.lower() in words("pacts")]
    if not laid_down or not pacts or any(_loose(sent, p) for p in pacts) or f.mood.condition is not None:
        return None
    return _made(page, sent, f, all_actors(page, sent, f.who), "under-pact", "agreed", f.head.i)


def _binds(page: Page, sent: Sent, f: Frame) -> CommitmentReading | None:
    """"The treaty requires Chile to open its ports"."""
    if f.head.lemma not in words("bind") or f.mood.stands != "done":
        return None
    pacts = [sent.tokens[i] for i in f.who if sent.tokens[i].lemma.lower() in words("pacts")]
    to = [i for form, i in f.content if form == "to"] or [k.i for k in sent.parse.children(f.head.i, "xcomp", "ccomp")]
    if not pacts or not to or any(_loose(sent, p) for p in pacts):
        return None
    bound = [*f.whom, *(k.i for k in sent.parse.children(to[0], "nsubj"))]
    return _made(page, sent, f, all_actors(page, sent, bound), "pact-binds", "agreed", to[0])


def _by_a_day(page: Page, sent: Sent, f: Frame) -> CommitmentReading | None:
    """"Chile will open talks with Peru within 30 days": nobody's promise yet, but expected."""
    own = {k.low for k in sent.parse.children(f.head.i, "aux")}
    if f.lemma.lower() not in words("deeds") or not own & {"will", "shall"} or f.mood.stands != "future" or f.mood.condition is not None:
        return None
    if not any(k.low in words("preps") and _timed(page, sent, k) for k in sent.parse.children(f.head.i, "prep")):
        return None
    who = tuple(a for a in all_actors(page, sent, f.who) if a.kind in ("state", "organisation"))
    return _made(page, sent, f, who, "by-a-day", "expected", f.head.i)


def _made(page: Page, sent: Sent, f: Frame, who: tuple[Actor, ...], rule: str, status: str, head: int) -> CommitmentReading | None:
    """The reading, where somebody public is bound."""
    parties = tuple(a for a in who if public(a) and a.sector != "JRN")
    span = _action(sent, head, f) if parties else None
    if span is None:
        return None
    due = next(iter(times_in(page, span)), None)
    start = min([span[0], f.span[0], *(sent.span(sent.tokens[i])[0] for i in (*f.who, *f.whom) if sent.tokens[i].i < f.head.i)])
    return CommitmentReading(
        passage=page.passage(start, span[1]), rule=f"commitment:{rule}", parties=parties, action=page.passage(*span), topic=topic(page, sent, span),
        terms=terms(page, sent, span), status=status, due=due.id if due else None, sentence=page.passage(sent.start, sent.end), basis=basis_of(page, sent),
    )  # fmt: skip


def _action(sent: Sent, head: int, f: Frame) -> Span | None:
    """The verb and what follows it, without its subject and what else is promised beside it."""
    others = [k.i for k in sent.parse.children(head, "conj", "nsubj", "nsubjpass") if k.pos in ("VERB", "NOUN", "PROPN", "PRON")]
    return phrase(sent, head, after=head - 1, without=others)


def _is_to(sent: Sent, t: Token) -> bool:
    """"Kosovo is to begin": an infinitive under a plain "be"."""
    up = sent.tokens[t.head]
    return t.dep == "xcomp" and up.lemma == "be" and any(k.low == "to" for k in sent.parse.children(t.i, "aux"))


def _loose(sent: Sent, pact: Token) -> bool:
    """It is not agreed yet: "under a draft", "under the proposed deal"."""
    beside = {k.low for k in sent.parse.children(pact.i, "amod", "det", "compound")}
    return pact.low == "draft" or bool(beside & words("loose"))


def _timed(page: Page, sent: Sent, prep: Token) -> bool:
    below = sent.parse.subtree(prep.i)
    first, last = sent.span(below[0], below[-1])
    return any(first <= t.passage.start and t.passage.end <= last for t in page.times)
