"""A coded clause on its way to an event: ``Found(clause, rule, "SANCTION", "expel", "done")``, what it is before its parties are known."""

from __future__ import annotations

from dataclasses import dataclass

from ...language.plover import Rule, Wrapper
from .clause import Clause


@dataclass(frozen=True, slots=True)
class Found:
    """A clause with the rule it fits, before parties."""

    clause: Clause
    rule: Rule | Wrapper
    type: str
    mode: str | None
    state: str
    inner: Clause | None = None
    symmetric: bool = False
    depth: int = 0
    actor: str = "political"
    need: str | None = None
    swap: frozenset[str] | None = None
    near: bool = False  # its parties stand in its own clause, not in those that follow
