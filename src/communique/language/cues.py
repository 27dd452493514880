"""A lemma in, what it does as a word of saying out: ``verbs()["deny"].stance -> "denied"``; the words are data, in lexicon/cues.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

MISTAKEN = {"hoped": "hope", "hopes": "hope", "hoping": "hope"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or noun of saying. ``takes`` names what it takes as content (the codes stand in the lexicon's head); ``hearer``:
    its object is who was told."""

    lemma: str
    tier: str
    stance: str
    takes: frozenset[str]
    hearer: bool = False


@lru_cache(maxsize=1)
def lexicon() -> Mapping[str, Any]:
    """The file as it stands, specimens and near misses included."""
    return MappingProxyType(tomllib.loads((files(__package__) / "lexicon" / "cues.toml").read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def verbs() -> Mapping[str, Cue]:
    return _table("verb", "speech")


def verb(word: str, lemma: str) -> Cue | None:
    """The cue of a verb as written; the model takes "hoped" for a form of "hop"."""
    return verbs().get(MISTAKEN.get(word.lower(), lemma.lower()))


@lru_cache(maxsize=1)
def nouns() -> Mapping[str, Cue]:
    return _table("noun", "noun")


@lru_cache(maxsize=1)
def vehicles() -> frozenset[str]:
    """What is expressed, voiced or shared: "hope", "concern", "the idea (of)"."""
    return frozenset(lemma for group in lexicon()["vehicle"] for lemma in group["lemmas"])


@lru_cache(maxsize=1)
def settings() -> tuple[Mapping[str, Any], ...]:
    """Patterns of settings with their basis, in the order in which they are tried."""
    text = (files(__package__) / "lexicon" / "settings.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["setting"])


def _table(kind: str, tier: str) -> Mapping[str, Cue]:
    """Each lemma once: groups that share one add what they take; the first stance that is not plain "said" stands."""
    out: dict[str, Cue] = {}
    for group in lexicon()[kind]:
        for lemma in group["lemmas"]:
            was = out.get(lemma)
            stance = was.stance if was and was.stance != "said" else group.get("stance", "said")
            takes = frozenset(group["takes"]) | (was.takes if was else frozenset())
            out[lemma] = Cue(lemma, was.tier if was else group.get("tier", tier), stance, takes, group.get("hearer", False) or bool(was and was.hearer))
    return MappingProxyType(out)
