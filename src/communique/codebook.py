"""Kinds and lexicon in, the codebook out: what each kind is and is not, and every rule with its specimen and near miss."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOM = Path(__file__).parent
NAMES = ("id", "name", "type", "kind", "value", "lemmas", "verbs", "nouns", "words")


@dataclass(frozen=True, slots=True)
class Entry:
    """``part``: kinds, or the lexicon's file. ``precision`` is None where it was not measured."""

    part: str
    name: str
    says: str
    is_not: str
    specimen: str
    near_miss: str
    precision: float | None


def entries() -> list[Entry]:
    """All of them: kinds first, then the lexicon by file."""
    out = [_kind(name, values) for name, values in _load(ROOM / "codebook.toml").items()]
    for path in sorted((ROOM / "language" / "lexicon").glob("*.toml")):
        out += [_rule(path.stem, sort, values) for sort, values in _rules(_load(path))]
    return out


def _load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _kind(name: str, values: Mapping[str, Any]) -> Entry:
    return Entry("kinds", name, str(values["is"]), str(values["is_not"]), str(values["specimen"]), str(values["near_miss"]), None)


def _rules(values: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for sort, found in values.items():
        for one in found if isinstance(found, list) else found.values() if isinstance(found, Mapping) else ():
            if isinstance(one, Mapping) and "specimen" in one:
                yield sort, one


def _rule(part: str, sort: str, values: Mapping[str, Any]) -> Entry:
    name = next((_words(values[n]) for n in NAMES if values.get(n)), sort)
    says = "; ".join(f"{k}: {_words(v)}" for k, v in values.items() if k not in ("specimen", "near_miss", "precision", "lemmas", "verbs", "nouns", "words"))
    return Entry(part, name, says, "", _words(values["specimen"]), _words(values.get("near_miss", "")), values.get("precision"))


def _words(v: Any) -> str:
    text = ", ".join(map(str, v)) if isinstance(v, list) else str(v)
    return text if len(text) <= 160 else text[:157] + "…"
