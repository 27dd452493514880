"""A story's sections in, which of them stand in the narrow column out, so that the page is about as long on either side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..views.brief import Brief
from ..views.lines import Line, Section

WIDTH = 58  # characters of a line in a column
MAY = ("days", "arranged", "figures", "only-one", "meetings", "held", "changed", "events")  # may leave the wide side, in this order
FOLDED = {"changed": 6, "held": 6, "days": 6, "events": 6, "figures": 16, "arranged": 6}  # lines shown before the rest is folded


def beside(brief: Brief, lists: Sequence[Section]) -> list[str]:
    """The keys of the sections for the narrow column."""
    top = {s.key: s for s in brief.sections}
    narrow = _rows(top[k] for k in ("bottom-line", "accounts") if k in top)
    wide = sum(max((_line(s) for s in d.sides), default=1) * 0.75 + 3 for d in top["differ"].lines) if "differ" in top else 0
    here: list[str] = []
    left = {s.key: _rows([s]) for s in lists}
    for key in (k for k in MAY if k in left):
        if narrow + left[key] <= wide + (sum(left.values()) - left[key]) / 2 + left[key] / 2:
            narrow += left.pop(key)
            here.append(key)
    return here


def _rows(sections: Iterable[Section]) -> float:
    """About how many printed lines sections need."""
    return sum(3 + sum(map(_line, s.lines[: FOLDED.get(s.key, 60)])) for s in sections)


def _line(line: Line) -> float:
    own = len(line.head) + min(len(line.words), 115) + len(line.note) + 4 * min(9, len(line.cites)) + 9 * len(line.tags)
    return max(1, own / WIDTH + 0.4) + sum(map(_line, line.sides))
