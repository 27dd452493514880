"""Lexicon files in, typed entries out: ``entries("agreements")[0].status -> "agreed"``, ``modality().governors["fail"].effect -> "negated"``.

What the keys of an entry mean stands in the head of each file under ``lexicon/``; nothing here knows a word of English.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One frame of a lexicon: the predicates that evoke it, what must stand around them, and what it then means."""

    id: str
    sort: str
    heads: Words
    takes: Words = frozenset()
    object: Words = frozenset()
    not_object: Words = frozenset()
    content: Words = frozenset()
    not_content: Words = frozenset()
    prep: Words = frozenset()
    not_prep: Words = frozenset()
    light: Words = frozenset()
    mods: Words = frozenset()
    not_mods: Words = frozenset()
    parties: str = "who"
    least: int = 1
    states: int = 0
    status: str = ""
    act: str = ""
    form: str = ""
    direction: str = "who>whom"
    mood: str = "done"
    bar: bool = True
    specimen: str = ""
    near_miss: str = ""


@dataclass(frozen=True, slots=True)
class Governor:
    """A word over another that says how that one stands."""

    effect: str
    takes: Words
    object_control: bool = False


@dataclass(frozen=True, slots=True)
class Modality:
    """All of ``modality.toml``."""

    order: tuple[str, ...]
    auxiliaries: Mapping[str, Words]
    marks: Mapping[str, Words]
    governors: Mapping[str, tuple[Governor, ...]]
    nouns: Mapping[str, str]


@lru_cache(maxsize=8)
def raw(name: str) -> Mapping[str, Any]:
    """A lexicon file as it stands, specimens and near misses included."""
    return MappingProxyType(tomllib.loads((files(__package__) / "lexicon" / f"{name}.toml").read_text(encoding="utf-8")))


@lru_cache(maxsize=8)
def entries(name: str) -> tuple[Entry, ...]:
    """The frames of a lexicon in the order of the file: where two match one predicate, the first stands."""
    return tuple(_entry(e, raw(name).get("lists", {})) for e in raw(name)["frame"])


@lru_cache(maxsize=8)
def by_head(name: str) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
    """(sort, lemma) -> the entries it may evoke."""
    out: dict[tuple[str, str], list[Entry]] = {}
    for e in entries(name):
        for h in e.heads:
            out.setdefault((e.sort, h), []).append(e)
    return MappingProxyType({k: tuple(v) for k, v in out.items()})


@lru_cache(maxsize=8)
def words(name: str, key: str) -> Words:
    """A named list of a lexicon."""
    return frozenset(raw(name)["lists"][key])


@lru_cache(maxsize=1)
def event_nouns() -> Words:
    """Every noun that some lexicon takes for an event."""
    return frozenset(h for name in ("agreements", "meetings", "disputes") for e in entries(name) if e.sort == "noun" for h in e.heads)


@lru_cache(maxsize=1)
def modality() -> Modality:
    found = raw("modality")
    governors: dict[str, list[Governor]] = {}
    for g in found["governor"]:
        for lemma in g["lemmas"]:
            governors.setdefault(lemma, []).append(Governor(g["effect"], frozenset(g["takes"]), g.get("object_control", False)))
    return Modality(
        order=tuple(found["order"]),
        auxiliaries=MappingProxyType({k: frozenset(v) for k, v in found["auxiliaries"].items()}),
        marks=MappingProxyType({k: frozenset(v) for k, v in found["marks"].items()}),
        governors=MappingProxyType({k: tuple(v) for k, v in governors.items()}),
        nouns=MappingProxyType({lemma: n["effect"] for n in found["noun"] for lemma in n["lemmas"]}),
    )


def _entry(found: Mapping[str, Any], lists: Mapping[str, list[str]]) -> Entry:
    """``"@name"`` in a list stands for the words of that list."""
    known = {f.name: f for f in fields(Entry)}
    values: dict[str, Any] = {}
    for key, value in found.items():
        if key not in known:
            raise KeyError(f"{found.get('id')}: no key {key!r} in a frame")
        values[key] = frozenset(w for v in value for w in (lists[v[1:]] if v.startswith("@") else [v])) if isinstance(value, list) else value
    return Entry(**values)
