"""A temporal expression as read: absolute ones carry their value, relative ones the expression that dating binds later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeReading(Reading):
    """``expression`` is what ``language.dates.bind(expression, day)`` understands; ``value`` (TimeML) is set where no day is needed.

    ``sort``: date, time, duration, set. ``anchor``: document (a relative day), other expression, story, none (absolute).
    """

    kind: ClassVar[str] = "time"

    expression: str
    sort: str
    anchor: str
    value: str | None = None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time bound to the calendar. ``value`` as precise as the text (2026-01-13, 2025-10); ``first``/``last`` are days, inclusive."""

    value: str
    first: str | None
    last: str | None
    as_written: str
