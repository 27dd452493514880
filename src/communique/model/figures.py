"""A quantity as read: its value, what it counts, and of which whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .passage import Passage
from .reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureReading(Reading):
    """``value`` or ``least``/``most`` (either may be open). ``unit``: worker, USD, percent, km, year ... ``counts``: the thing
    counted with its modifiers and verb, in the article's words ("workers killed"). ``of``: the whole it is part of, if told.

    ``precision``: exact, about, at least, at most. ``sort``: count, money, percent, measure, duration, ordinal, date range.
    ``head``/``deed``: lemmas of the counted noun and of what happened to it ("worker", "kill"), by which accounts are compared.

    ``when``: the reading id of its time, where the sentence gives one. ``passage`` is the number with its unit ("180 workers").
    """

    kind: ClassVar[str] = "figure"

    value: float | None = None
    least: float | None = None
    most: float | None = None
    unit: str | None = None
    counts: str
    counts_at: Passage | None = None
    of: str | None = None
    precision: str = "exact"
    sort: str = "count"
    when: str | None = None
    sentence: Passage | None = None
    head: str = ""
    deed: str = ""
