"""Casefile and rows in, where accounts differ out: ``find(casefile, rows)``. Typed, counted by origin; what is left out contradicts nothing.

A false alarm costs more than a miss: whatever precision, unit, whole or moment can reconcile is compatible.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...model.casefile import Casefile
from ...model.record import Row
from . import attributions, figures, revisions, statuses

__all__ = ["find"]


def find(case: Casefile, rows: Sequence[Row]) -> list[Row]:
    """Figures first, then who said it, how far it has come, and what one origin changed."""
    found = [*figures.find(case, rows), *attributions.find(case, rows), *statuses.find(case, rows)]
    found += revisions.find(case, rows, found)
    return list({r.id: r for r in found}.values())
