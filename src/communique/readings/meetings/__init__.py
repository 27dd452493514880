"""A page in, its meetings out, each mention with the group it belongs to: "Tuesday's meeting" and "the summit" are one with "a summit in Lima".

A meeting is told over several sentences, so mentions are found first (``mentions``), those with names are grouped by who, where and
when, and those without ("the talks") are tied to the group they point back to (``gathering``).
"""

from __future__ import annotations

from ...model.meetings import MeetingReading
from ...model.reading import Mention
from ..page import Page
from .gathering import gather
from .mentions import find

__all__ = ["read"]


def read(page: Page) -> tuple[tuple[MeetingReading, ...], tuple[Mention, ...]]:
    """The meetings of an article in text order, and mentions of those that no participant is known of."""
    found, short = find(page)
    rows, loose = gather(page, found)
    return rows, tuple(dict.fromkeys((*short, *loose)))
