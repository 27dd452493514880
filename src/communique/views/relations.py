"""A record in, pairs of states ranked by happenings out, each happening counted once however many origins tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ..model.actor import Actor
from ..model.record import Record, Row, Value
from .shelf import many


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One pair, both directions together; ``a`` < ``b``."""

    a: str
    b: str
    happenings: int
    cooperation: float
    conflict: float
    origins: int


def make(record: Record) -> list[Relation]:
    """Most happenings first."""
    pairs: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in record.of("relations"):
        a, b = sorted((_code(row.get("actor")), _code(row.get("recipient"))))
        if a and b and a != b:
            pairs[a, b].append(row)
    return sorted((_one(a, b, rows) for (a, b), rows in pairs.items()), key=lambda r: (-r.happenings, r.a, r.b))


def _one(a: str, b: str, rows: list[Row]) -> Relation:
    events = {str(e) for r in rows for e in many(r.get("events"))}
    total = sum(int(n) for r in rows if isinstance(t := r.get("types"), Mapping) for n in t.values() if isinstance(n, int | float))
    origins = {str(o) for r in rows for o in many(r.get("origins"))}
    return Relation(a=a, b=b, happenings=len(events) or total, cooperation=_sum(rows, "cooperation"), conflict=_sum(rows, "conflict"), origins=len(origins))


def _sum(rows: list[Row], slot: str) -> float:
    return sum(float(v) for r in rows if isinstance(v := r.get(slot), int | float))


def _code(value: Value) -> str:
    return (value.country or "") if isinstance(value, Actor) else str(value or "")
