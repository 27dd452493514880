"""Changes between versions in, those where one figure or time was put for another out, as disagreements of one origin with itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model.casefile import Casefile
from ...model.passage import Passage
from ...model.record import Row
from .. import changes
from .rows import Version, row

CLOCK = re.compile(
    r"\b(?:[ap]\.?m\b|GMT\b|UTC\b|ET\b|o'clock|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
)
FIGURE = re.compile(r"\d[\d,.]*")


def find(case: Casefile, rows: Sequence[Row], found: Sequence[Row]) -> list[Row]:
    """Only what no other row tells already."""
    told = [p for r in found for p in r.evidence]
    out = []
    for c in changes.find(case, rows):
        before, after = c.get("before"), c.get("after")
        if c.get("what") != "fact" or not isinstance(before, Passage) or not isinstance(after, Passage):
            continue
        old, new = _figures(before), _figures(after)
        if len(old) == len(new) == 1 and old != new and not any(p.overlaps(q) for p in told for q in (before, after)):
            versions = [Version(before.text, (before,)), Version(after.text, (after,))]
            on, why = f"{before.text} / {after.text}", "a later version of the account has another value"
            out.append(row(case, on=on, kind=_kind(before, after), verdict="revision", versions=versions, why=why))
    return out


def _figures(p: Passage) -> list[str]:
    return [m.group().strip(".,") for m in FIGURE.finditer(p.text)]


def _kind(before: Passage, after: Passage) -> str:
    return "time" if CLOCK.search(before.text) or CLOCK.search(after.text) else "figure"
