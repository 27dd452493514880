"""Framework readings in, groups that tell of one arrangement out: one name, or one kind with the same members."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...model.frameworks import FrameworkReading

Placed = tuple[str, str, FrameworkReading]  # scope (story or article), article, reading


def joined(placed: Iterable[Placed]) -> list[list[Placed]]:
    """By scope and key; "its alliance" without members stays with its own words."""
    groups: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for p in placed:
        groups[p[0], p[2].key].append(p)
    return [sorted(g, key=lambda p: p[2].passage.key()) for _, g in sorted(groups.items())]
