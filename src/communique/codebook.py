"""Kinds and lexicon in, the codebook out: what each kind is and is not, every rule with its specimen and near miss, and how often its family was right.

How often comes from judged rows (``measured.json``, written by bench/labels.py; rules in families as families.toml says).
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOM = Path(__file__).parent
KIND_OF = {  # a lexicon's rules make rows of this kind
    "agreements": "commitments", "provisions": "commitments", "meetings": "meetings", "disputes": "disputes", "frameworks": "frameworks",
    "assessments": "assessments", "plover": "events",
}  # fmt: skip
NAMES = ("id", "name", "type", "kind", "value", "lemmas", "verbs", "nouns", "words")


@dataclass(frozen=True, slots=True)
class Entry:
    """``part``: kinds, or the lexicon's file. ``measured`` is None where it was not measured."""

    part: str
    name: str
    says: str
    is_not: str
    specimen: str
    near_miss: str
    measured: Measured | None


@dataclass(frozen=True, slots=True)
class Measured:
    """How many rows of a family of rules were judged, and how many were right; one half of the stories, by a hash of their names, apart."""

    family: str
    judged: int
    right: int
    held_out: int
    held_out_right: int

    @property
    def precision(self) -> float:
        return round(self.right / self.judged, 2)

    def line(self) -> str:
        apart = f", {self.held_out_right} of {self.held_out} on the half of the stories kept apart" if self.held_out else ""
        return f"measured precision: {self.precision:.2f} (family {self.family}: {self.right} of {self.judged} judged rows right{apart})"


def measured(kind: str, rule: str) -> Measured | None:
    """What was measured of the family of a rule; of a whole kind where ``rule`` is 'all'."""
    name = rule.partition(":")[2] or rule
    family = "all" if rule == "all" else next((f for f, rules in _families().get(kind, {}).items() if name in rules), kind)
    found = _measures().get(kind, {}).get(family)
    return Measured(family, **found) if found else None


def explain(kind: str, rule: str) -> list[str]:
    """What a rule reads, stays silent on, and how often its family was right, a line each."""
    name = rule.partition(":")[2] or rule
    entry = next((e for e in entries() if KIND_OF.get(e.part) == kind and e.name == name), None)
    out = [f"rule: {rule}"]
    if entry is not None:
        out += [f"{head}: {words}" for head, words in (("is", entry.says), ("reads", entry.specimen), ("stays silent on", entry.near_miss)) if words]
    told = measured(kind, rule)
    return [*out, told.line() if told else "measured precision: not measured"]


@cache
def _families() -> dict[str, dict[str, list[str]]]:
    return _load(ROOM / "families.toml")


@cache
def _measures() -> dict[str, dict[str, dict[str, int]]]:
    path = ROOM / "measured.json"
    found: dict[str, dict[str, dict[str, int]]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def entries() -> list[Entry]:
    """All of them: kinds first, then the lexicon by file."""
    out = [_kind(name, values) for name, values in _load(ROOM / "codebook.toml").items()]
    for path in sorted((ROOM / "language" / "lexicon").glob("*.toml")):
        out += [_rule(path.stem, sort, values) for sort, values in _rules(_load(path))]
    return out


def _load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _kind(name: str, values: Mapping[str, Any]) -> Entry:
    return Entry("kinds", name, str(values["is"]), str(values["is_not"]), str(values["specimen"]), str(values["near_miss"]), measured(name, "all"))


def _rules(values: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for sort, found in values.items():
        for one in found if isinstance(found, list) else found.values() if isinstance(found, Mapping) else ():
            if isinstance(one, Mapping) and "specimen" in one:
                yield sort, one


def _rule(part: str, sort: str, values: Mapping[str, Any]) -> Entry:
    name = next((_words(values[n]) for n in NAMES if values.get(n)), sort)
    says = "; ".join(f"{k}: {_words(v)}" for k, v in values.items() if k not in ("specimen", "near_miss", "precision", "lemmas", "verbs", "nouns", "words"))
    return Entry(part, name, says, "", _words(values["specimen"]), _words(values.get("near_miss", "")), measured(KIND_OF.get(part, ""), name))


def _words(v: Any) -> str:
    text = ", ".join(map(str, v)) if isinstance(v, list) else str(v)
    return text if len(text) <= 160 else text[:157] + "…"
