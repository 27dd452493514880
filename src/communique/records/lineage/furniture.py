"""Formulas that stand in many unrelated texts, as hashes: what two articles share by them says nothing. The table is ``furniture.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import numpy as np

from ..tokens import Hashes
from .words import WORD, Words, normal, shingles


@cache
def phrases() -> tuple[str, ...]:
    raw = tomllib.loads((files(__package__) / "furniture.toml").read_text(encoding="utf-8"))
    return tuple(raw["phrases"])


def grams(_: Words) -> Hashes:
    """The five-word runs of all formulas: the same whoever hashes them, so they are read once."""
    return _grams()


@cache
def _grams() -> Hashes:
    words = Words()
    found = [shingles(words.hashes(tuple(normal(m.group()) for m in WORD.finditer(p)))) for p in phrases()]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.uint64)
