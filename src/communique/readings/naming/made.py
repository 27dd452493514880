"""A state or words in, an actor out: states, nationals and unnamed voices, each with its key."""

from __future__ import annotations

from ...language import countries
from ...model.actor import Actor
from .spotted import Hit, Line

ARTICLES = ("the", "a", "an")


def state(iso3: str, written: str, *, sector: str | None = None) -> Actor:
    return Actor(key=f"state:{iso3}", name=countries.title(iso3), kind="state", as_written=written, country=iso3, sector=sector)


def nationals(line: Line, h: Hit) -> bool:
    """Does a demonym name people ("136 Koreans", "the Japanese") rather than describe?"""
    head = line.tokens[h.last]
    if head.text.endswith(("shman", "shmen", "chman", "chmen", "shwoman", "chwoman", "shwomen", "chwomen")):
        return True
    return head.pos in ("NOUN", "PROPN") and (
        head.tag in ("NNS", "NNPS") or (head.dep not in ("compound", "amod", "nmod", "poss") and line.low(_before_age(line, h.first)) in ("the", "a", "an"))
    )


def _before_age(line: Line, first: int) -> int:
    """The word before the demonym, an age left out: "a 46-year-old South African"."""
    k = first - 1
    if line.low(k) == "old" or line.low(k).endswith("-year-old"):
        while k >= 0 and (line.low(k) in ("old", "year", "-") or line.low(k).endswith("-year-old") or line.tokens[k].pos == "NUM"):
            k -= 1
    return k


def people(iso3: str, written: str, *, ethnic: bool = False) -> Actor:
    """Nationals of a state, who are not the state; "ethnic Albanians" need not even be nationals."""
    if ethnic:
        return Actor(key=f"people:ethnic {iso3}", name=None, kind="unnamed", as_written=written)
    return Actor(key=f"people:{iso3}", name=None, kind="unnamed", as_written=written, country=iso3)


def unnamed(written: str, country: str | None = None, sector: str | None = None) -> Actor:
    """A voice without a name, known by the words that describe it."""
    words = " ".join(w for w in written.lower().split() if w not in ARTICLES)
    return Actor(key=f"unnamed:{words}", name=None, kind="unnamed", as_written=written, country=country, sector=sector)


def group(members: tuple[Actor, ...], words: str) -> Actor:
    """Several actors as one, known by its members whatever their order."""
    key = "group:" + "+".join(sorted({m.key for m in members}))
    shared = {m.sector for m in members}
    return Actor(key=key, name=None, kind="group", as_written=words, members=members, sector=shared.pop() if len(shared) == 1 else None)
