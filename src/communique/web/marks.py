"""A record in, small things that several pages show out: who reviewed a row, and a feed of a page's lines."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.record import Record
from ..views.brief import Brief


def reviewed(record: Record) -> dict[str, str]:
    """Row id -> "right, AB, 2026-01-13"."""
    out = {}
    for row in record.rows:
        mark = row.get("reviewed")
        if isinstance(mark, Mapping):
            out[row.id] = f"{mark.get('verdict')}, {mark.get('by')}, {str(mark.get('when'))[:10]}"
    return out


def feed_of(brief: Brief) -> list[dict[str, str]]:
    """An entry for each difference and change: what a reader would want to be told of."""
    wanted = [(s, line) for s in brief.sections if s.key in ("differ", "changed", "agreed", "ahead") for line in s.lines]
    return [
        {
            "id": line.row,
            "title": f"{s.title}: {line.head}",
            "href": f"/story/{brief.story}#{s.key}",
            "updated": brief.last or "",
            "text": line.words or line.note,
        }
        for s, line in wanted
    ]
