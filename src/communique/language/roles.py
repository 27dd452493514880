"""Words of an office in, its PLOVER sector and what it shows of its holder out: ``find(("foreign", "minister"), 0) -> (2, Role(...))``."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from .tables import Trie

SECTORS = ("GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP", "REB", "IGO", "BUS", "JRN", "EDU", "CVL", "ANY")


@dataclass(frozen=True, slots=True)
class Role:
    """``sole``: a state has one holder at a time. ``royal``: a given name alone may follow. ``sector`` None: the office alone does not tell."""

    name: str
    sector: str | None
    sole: bool = False
    royal: bool = False
    gender: str | None = None


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("data/roles.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def roles() -> dict[str, Role]:
    """Office in lower case -> Role."""
    raw = table()
    out: dict[str, Role] = {}
    for sector in SECTORS:
        for name in raw[sector]:
            gender = raw["gender"].get(name) or raw["gender"].get(name.split()[-1]) or None
            out.setdefault(name, Role(name, None if sector == "ANY" else sector, name in raw["sole"], name in raw["royal"], gender))
    return out


@lru_cache(maxsize=1)
def trie() -> Trie[Role]:
    return Trie((name + end, role) for name, role in roles().items() for end in ("", "s") if not (end and name.endswith((".", "s"))))


def find(words: Sequence[str], i: int) -> tuple[int, Role] | None:
    """The longest office that begins at word ``i`` of ``words`` (lower case)."""
    return trie().longest(words, i)


@lru_cache(maxsize=1)
def modifiers() -> frozenset[str]:
    return frozenset(table()["modifiers"])


@lru_cache(maxsize=1)
def past() -> frozenset[str]:
    return frozenset(table()["past"])


@lru_cache(maxsize=1)
def titles() -> dict[str, str]:
    """Form of address in lower case -> the gender it shows, "" where none."""
    return dict(table()["titles"])
