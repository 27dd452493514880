"""The name of a word list in, its words out: ``words("never_last")``, ``sectors("voices")["official"] -> "GOV"``."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("data/wording.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=32)
def words(name: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(table()[name].split())


@lru_cache(maxsize=8)
def sectors(name: str) -> dict[str, str | None]:
    """Word -> PLOVER sector, None where the word does not tell."""
    return {w: None if sector == "ANY" else sector for sector, ws in table()[name].items() for w in ws.split()}
