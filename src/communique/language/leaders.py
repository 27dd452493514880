"""A person's key in, the state that the person led or spoke for out: ``countries_of()["person:narendra modi"] -> "IND"``.

Used only where an article names no country ("President Obama said"); it never says that an office is held now.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files

from . import names


@lru_cache(maxsize=1)
def table() -> dict[str, tuple[str, ...]]:
    raw = tomllib.loads(files(__package__).joinpath("data/leaders.toml").read_text(encoding="utf-8"))
    return {iso3: tuple(entries) for iso3, entries in raw.items()}


@lru_cache(maxsize=1)
def countries_of() -> dict[str, str]:
    """Key of the full name -> ISO code."""
    return {names.key(n.lstrip("*")): iso3 for iso3, entries in table().items() for n in entries}


@lru_cache(maxsize=1)
def by_family() -> dict[str, str]:
    """Folded family name -> ISO code, where all leaders of that name are of one state."""
    found: dict[str, set[str]] = defaultdict(set)
    for iso3, entries in table().items():
        for n in entries:
            words = names.tokens(n.lstrip("*"))
            found[" ".join(names.family(words, iso3, {}))].add(iso3)
            found[names.family(words, iso3, {})[-1]].add(iso3)
    return {w: next(iter(c)) for w, c in found.items() if len(c) == 1}


@lru_cache(maxsize=1)
def unmistakable() -> dict[str, tuple[str, str]]:
    """Folded family name that means one person in the news -> (full name, ISO code)."""
    out = {}
    for iso3, entries in table().items():
        for n in entries:
            if n.startswith("*"):
                full = n.lstrip("*")
                out[names.family(names.tokens(full), iso3, {})[-1]] = (full, iso3)
    return out
