"""A name of a state in, its ISO 3166-1 code out, and back: ``code("South Korean") -> "KOR"``, ``COUNTRIES()["KOR"].cow -> "732"``.

The table is ours: facts from public lists (ISO 3166-1; Correlates of War; Gleditsch and Ward), checked against each other.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from .tables import Trie


@dataclass(frozen=True, slots=True)
class Country:
    """``cow``/``gw``: numbers of Correlates of War and of Gleditsch and Ward; None where they list no such state."""

    iso3: str
    cow: str | None
    gw: str | None
    name: str
    others: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """What a name says. ``form``: state, demonym, capital."""

    iso3: str
    form: str


# In capitals only, since "us", "car" and "emirates" are words.
PLURAL = ("ese", "ish", "ch", "ss", "men", "man")  # adjectives that make no plural in -s
COUNTRY_WORDS = {"Lao", "Swazi", "Central African", "Hellenic", "Danish", "Finnish", "Spanish", "Polish", "Turkish", "Swedish", "Philippine", "Malagasy"}


def parts(cell: str) -> tuple[str, ...]:
    return tuple(x for x in cell.split(";") if x)


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """ISO code -> country."""
    text = files(__package__).joinpath("data/countries.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {
        r["iso3"]: Country(r["iso3"], r["cow"] or None, r["gw"] or None, r["name"], parts(r["others"]), parts(r["adjectives"]), parts(r["capital"]))
        for r in rows
    }


def plurals(adjective: str) -> tuple[str, ...]:
    """ "Korean" -> "Koreans"; none where English has none ("Japanese")."""
    if adjective.endswith(PLURAL) or adjective in COUNTRY_WORDS:
        return ()
    return (adjective + "s",)


@lru_cache(maxsize=1)
def names() -> dict[str, Name]:
    """Every written name -> what it says, exactly as written in running text."""
    out: dict[str, Name] = {}
    for c in countries().values():
        for n in (c.name, *c.others):
            out.setdefault(n, Name(c.iso3, "state"))
    for c in countries().values():
        for a in c.adjectives:
            for n in (a, *plurals(a)):
                out.setdefault(n, Name(c.iso3, "demonym"))
        for n in c.capitals:
            out.setdefault(n, Name(c.iso3, "capital"))
    return out


@lru_cache(maxsize=1)
def trie() -> Trie[Name]:
    return Trie(names().items())


def code(name: str) -> str | None:
    """The ISO code that a name, adjective, capital or code stands for; None where it names no state."""
    name = name.strip().replace("’", "'").removeprefix("the ").removeprefix("The ")
    found = names().get(name)
    if found:
        return found.iso3
    return name if name in countries() else None


def title(iso3: str) -> str:
    """The name we print for a code; the code itself where we have none."""
    c = countries().get(iso3)
    return c.name if c else iso3
