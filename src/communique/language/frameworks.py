"""Names and cues of standing arrangements as values: ``names()["NATO"] -> ("North Atlantic Treaty Organization", "alliance")``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from .tables import one_of

NAMED = ("alliance", "organisation", "agreement")


@dataclass(frozen=True, slots=True)
class Cue:
    """A noun that tells of an arrangement, with one of ``adjectives`` before it where there are any."""

    kind: str
    nouns: frozenset[str]
    adjectives: frozenset[str]
    specimen: str
    near_miss: str


@lru_cache(maxsize=1)
def _raw() -> Mapping[str, Any]:
    return tomllib.loads(files("communique.language").joinpath("lexicon/frameworks.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def names() -> Mapping[str, tuple[str, str]]:
    """Each name and acronym: (full name, kind)."""
    out = {}
    for kind in NAMED:
        for name, others in _raw()[kind].items():
            for word in (name, *others):
                out[word] = (name, kind)
    return out


@lru_cache(maxsize=1)
def named() -> re.Pattern[str]:
    """Finds any of the names, the longest first."""
    return re.compile(rf"(?<![\w-])(?:{one_of(names())})(?![\w])")


@lru_cache(maxsize=1)
def cues() -> tuple[Cue, ...]:
    """The cues, in the order in which they are tried."""
    return tuple(
        Cue(c["kind"], frozenset(c["nouns"].split()), frozenset(c.get("adjectives", "").split()), c["specimen"], c["near_miss"]) for c in _raw()["cue"]
    )


@lru_cache(maxsize=1)
def joining() -> tuple[frozenset[str], frozenset[str]]:
    """(verbs, nouns) of asking to be let in."""
    join = _raw()["join"]
    return frozenset(join["verbs"].split()), frozenset(join["nouns"].split())


@lru_cache(maxsize=1)
def statuses() -> Mapping[str, str]:
    """Verb -> what it says of an arrangement."""
    found: Mapping[str, str] = _raw()["status"]
    return found
