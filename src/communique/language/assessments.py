"""The words that carry assessments, as values: ``words("relation", "up") -> frozenset({"improve", ...})``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from .tables import one_of


@lru_cache(maxsize=1)
def entries() -> Mapping[str, Mapping[str, Any]]:
    """The lexicon by kind."""
    return tomllib.loads(files("communique.language").joinpath("lexicon/assessments.toml").read_text("utf-8"))


@lru_cache(maxsize=64)
def words(kind: str, name: str) -> frozenset[str]:
    """One list of words of a kind."""
    return frozenset(entries()[kind][name].split())


@lru_cache(maxsize=1)
def below_the_bar() -> frozenset[str]:
    """Kinds that were not right often enough to make rows."""
    return frozenset(k for k, e in entries().items() if not e.get("bar", True))


@lru_cache(maxsize=16)
def phrases(kind: str) -> re.Pattern[str]:
    """Finds any of the phrases of a kind."""
    return re.compile(rf"(?<![\w-])(?:{one_of(map(str.lower, entries()[kind]['phrases']))})(?![\w-])", re.IGNORECASE)
