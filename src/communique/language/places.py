"""A place's name in, the government that it stands for where it acts, or the state it lies in, out: ``seats()["Kremlin"] -> "RUS"``."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from .tables import Trie


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, str]]:
    raw = tomllib.loads(files(__package__).joinpath("data/places.toml").read_text(encoding="utf-8"))
    return {"seats": dict(raw["seats"]), "within": dict(raw["within"]), "none": dict.fromkeys(raw["none"]["names"], "")}


def seats() -> dict[str, str]:
    """Seat of government ("Kremlin") -> ISO code, or the key of an organisation."""
    return table()["seats"]


def within() -> dict[str, str]:
    """Town or region -> ISO code of its state. Never an actor."""
    return table()["within"]


@lru_cache(maxsize=1)
def trie() -> Trie[tuple[str, str]]:
    """Names of places as (sort, code); sort: seats, within, none."""
    return Trie((name, (sort, code)) for sort, entries in table().items() for name, code in entries.items())
