"""The PLOVER lexicon as values: ``lexicon().by_word["arrest"] -> (Rule(id='coerce-arrest', type='COERCE', ...), ...)``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One entry of the lexicon; the head of ``lexicon/plover.toml`` says what each condition means. None: no condition."""

    id: str
    type: str
    mode: str | None = None
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    obj: frozenset[str] | None = None
    obj_or_none: frozenset[str] | None = None
    prep: frozenset[str] | None = None
    prep_or_dative: frozenset[str] | None = None
    not_prep: frozenset[str] | None = None
    pobj: frozenset[str] | None = None
    not_pobj: frozenset[str] | None = None
    any: frozenset[str] | None = None
    comp: frozenset[str] | None = None
    not_comp: frozenset[str] | None = None
    not_: frozenset[str] | None = None
    swap: frozenset[str] | None = None
    who: str | None = None
    actor: str = "political"
    need: str | None = None
    symmetric: bool = False
    thing: bool = False
    alone: bool = False
    deed: bool = False
    clause: str | None = None
    specimen: str = ""
    near_miss: str = ""

    @property
    def weight(self) -> int:
        """How much a match asks for: the more, the surer."""
        asked = (self.obj, self.obj_or_none, self.prep, self.prep_or_dative, self.pobj, self.any, self.comp)
        return sum(2 if c else 1 for c in asked if c is not None) + bool(self.mode)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrapper:
    """A verb or adjective that says how its complement stands."""

    id: str
    friendly: str
    hostile: str
    plain: str
    verbs: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    plain_verbs: frozenset[str] = frozenset()
    specimen: str = ""
    near_miss: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All of it, by word. ``sectors``: noun -> PLOVER sector."""

    rules: tuple[Rule, ...]
    wrappers: tuple[Wrapper, ...]
    by_word: Mapping[str, tuple[Rule, ...]]
    by_noun: Mapping[str, tuple[Rule, ...]]
    wrap: Mapping[str, Wrapper]
    sets: Mapping[str, frozenset[str]]
    sectors: Mapping[str, str]
    contexts: Mapping[str, str]
    scores: Mapping[str, float]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    raw = tomllib.loads(files("communique.language").joinpath("lexicon/plover.toml").read_text("utf-8"))
    sets = {k: frozenset(v.split()) for k, v in raw["sets"].items()}
    rules = tuple(_rule(r, sets) for r in raw["rule"])
    wrappers = tuple(_wrapper(w) for w in raw["wrapper"])
    by_word: dict[str, list[Rule]] = {}
    by_noun: dict[str, list[Rule]] = {}
    for r in rules:
        for w in r.verbs:
            by_word.setdefault(w, []).append(r)
        for w in r.nouns:
            by_noun.setdefault(w, []).append(r)
    heaviest = {k: tuple(sorted(v, key=lambda r: -r.weight)) for k, v in by_word.items()}
    return Lexicon(
        rules=rules, wrappers=wrappers, by_word=heaviest, by_noun={k: tuple(v) for k, v in by_noun.items()},
        wrap={v: w for w in wrappers for v in w.verbs | w.adjectives}, sets=sets,
        sectors={n: s for s, words in raw["agents"].items() for n in words.split()},
        scores=raw["scores"],
        contexts={n: c for c, words in raw["contexts"].items() for n in words.split()},
    )  # fmt: skip


def score(kind: str, mode: str | None) -> float | None:
    """PLOVER's score of a type, or of its mode where the manual gives one."""
    scores = lexicon().scores
    return scores.get(f"{kind}/{mode}", scores.get(kind))


WORDS = frozenset(f.name for f in fields(Rule) if "frozenset" in str(f.type))


def _rule(raw: Mapping[str, Any], sets: Mapping[str, frozenset[str]]) -> Rule:
    named: dict[str, Any] = {("not_" if k == "not" else k): v for k, v in raw.items()}
    values: dict[str, Any] = {k: _words(v, sets) if k in WORDS else v for k, v in named.items()}
    return Rule(**values)


def _wrapper(raw: Mapping[str, Any]) -> Wrapper:
    values: dict[str, Any] = {k: frozenset(v.split()) if k.endswith(("verbs", "adjectives")) else v for k, v in raw.items()}
    return Wrapper(**values)


def _words(line: str, sets: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found: set[str] = set()
    for w in line.split():
        found |= sets[w[1:]] if w.startswith("@") else {w}
    return frozenset(found)
