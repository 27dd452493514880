"""A body's name in, what it is out: ``known()["NATO"] -> Body(key="organisation:nato", sector="IGO")``.

International bodies, well-known national bodies, armed groups and news media; other bodies show themselves by a word of their name.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from .tables import Trie


@dataclass(frozen=True, slots=True)
class Body:
    """``country`` None where it belongs to no one state."""

    key: str
    name: str
    sector: str | None
    country: str | None = None


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("data/organisations.toml").read_text(encoding="utf-8"))


def key_of(name: str) -> str:
    """The key of a body that no table holds: its words in lower case, a leading "the" dropped."""
    return "organisation:" + " ".join(w for w in name.lower().replace("’", "'").replace(".", "").split() if w != "the")


@lru_cache(maxsize=1)
def known() -> dict[str, Body]:
    """Every written name of a known body -> the body."""
    raw = table()
    out: dict[str, Body] = {}
    for section, sector in (("igo", "IGO"), ("ngo", "NGO"), ("armed", "REB"), ("press", "JRN")):
        for name, others in raw[section].items():
            body = Body(key_of(name), name, sector)
            for n in (name, *others):
                out.setdefault(n, body)
    for name, (country, sector, *others) in raw["national"].items():
        body = Body(key_of(name), name, sector or None, country)
        for n in (name, *others):
            out.setdefault(n, body)
    return out


@lru_cache(maxsize=1)
def trie() -> Trie[Body]:
    return Trie(known().items())


@lru_cache(maxsize=1)
def words() -> dict[str, str | None]:
    """A word that makes a capitalised run a body ("Ministry") -> its sector, None where the word does not tell."""
    return {w: None if sector == "ANY" else sector for sector, entries in table()["words"].items() for w in entries}


@lru_cache(maxsize=1)
def common() -> Trie[str]:
    """Lower-case nouns that act for the state named before them ("government", "foreign ministry") -> sector."""
    return Trie((w, sector) for sector, entries in table()["common"].items() for w in entries)
