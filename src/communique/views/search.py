"""Words in, the rows whose sentences hold them all out, most attested first."""

from __future__ import annotations

import re

from ..model.record import Record
from .lines import Line
from .matrix import label
from .shelf import Shelf, counted

MOST = 100


def make(record: Record, words: str, limit: int = MOST) -> list[Line]:
    """At most ``limit`` lines; every word must stand in the row's sentence or label."""
    wanted = [w.casefold() for w in re.findall(r"\w+", words)][:12]
    out: list[tuple[int, str, Line]] = []
    if not wanted:
        return []
    for story in record.of("stories"):
        shelf = Shelf.of(record, story)
        for row in shelf.rows:
            sentence = " ".join(shelf.sentence(min(row.evidence)).text.split())
            if all(w in f"{sentence} {label(row)}".casefold() for w in wanted):
                n = shelf.attested(row)
                out.append(
                    (
                        n,
                        row.id,
                        Line(
                            row=row.id,
                            head=f"{row.list.rstrip('s')}: {label(row)}",
                            words=sentence,
                            note=counted(n, "origin"),
                            origins=n,
                            cites=shelf.cites(row.evidence),
                        ),
                    )
                )
    return [line for _, _, line in sorted(out, key=lambda x: (-x[0], x[1]))[:limit]]
