"""A frame in, the actor who speaks (or is spoken to) out: the entity table's, else one known only by its words."""

from __future__ import annotations

from itertools import pairwise

from ...model.actor import Actor
from ..naming.made import group
from ..page import Page, Sent
from ..parse import Token
from ..people import actor_for
from .line import Frame, Line, Span

SINGULAR = {"he": "male", "she": "female"}
BETWEEN = frozenset("CCONJ DET ADJ PROPN NOUN PUNCT".split())  # of titles before a name
PRONOUNS = frozenset("he she they we i it you who him her them his their".split())


def speaker_of(page: Page, f: Frame, last: Actor | None) -> Actor | None:
    """Who speaks, as the text writes it; ``last`` is who spoke last before. None where nobody is named."""
    if f.speaker is None or f.subject is None:
        return None
    surface = page.document.text[f.speaker[0] : f.speaker[1]]
    line = f.subject_line or f.line
    found = _jointly(page, line, f.speaker) or _known(page, line.sent, f.subject)
    if found is None and f.subject.low in SINGULAR:
        found = _goes_on(last, SINGULAR[f.subject.low])
    return found.written(surface) if found is not None else unnamed(surface)


def _jointly(page: Page, line: Line, span: Span) -> Actor | None:
    """'President Weber and Slovak Prime Minister Novak said': both, where only titles, commas and an "and" stand between their names."""
    named = [n for n in page.entities.within(*span) if n.actor.kind == "person" and n.form != "role"]
    if len({n.actor.key for n in named}) < max(2, len(named)):
        return None
    joined = False
    for a, b in pairwise(named):
        gap = [t for t in line.toks if a.end <= line.at(t.i) < b.start]
        if any(t.pos not in BETWEEN for t in gap) or not any(t.low == "and" or t.text == "," for t in gap):
            return None
        joined = any(t.low == "and" for t in gap)
    return group(tuple(n.actor for n in named), page.document.text[slice(*span)]) if joined else None


def hearer_of(page: Page, f: Frame) -> Actor | None:
    """Who was told."""
    if f.hearer is None:
        return None
    parts = f.line.sent.parse.subtree(f.hearer.i)
    low = min(f.line.at(t.i) for t in parts if t.i <= f.hearer.i)
    close = min((a for a, _ in f.spans if a > low), default=0)
    high = max((t.i for t in parts if f.line.to(t.i) <= close and not f.line.is_mark(t.i)), default=f.hearer.i)
    words = page.document.text[low : f.line.to(max(high, f.hearer.i))]
    found = _known(page, f.line.sent, f.hearer)
    return found.written(words) if found is not None else unnamed(words)


def _known(page: Page, sent: Sent, t: Token) -> Actor | None:
    return actor_for(page, sent, t)


def _goes_on(last: Actor | None, gender: str) -> Actor | None:
    """A pronoun that nothing nearer explains is the person who spoke last, unless the gender is known to differ."""
    if last is None or last.kind != "person" or last.gender not in (None, gender):
        return None
    return last


def unnamed(words: str) -> Actor:
    return Actor(key=f"unnamed:{words.lower()}", name=None, kind="unnamed", as_written=words)
