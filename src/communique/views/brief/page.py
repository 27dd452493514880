"""What the page of one story is: its sections and the list of its sources."""

from __future__ import annotations

from dataclasses import dataclass

from ..lines import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One article in the list of sources."""

    number: int
    article: str
    label: str
    title: str
    origin_name: str
    source: str
    url: str | None
    dates: str
    relation: str
    complete: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The whole page."""

    story: str
    title: str
    first: str | None
    last: str | None
    articles: int
    origins: int
    rows: int
    reviewed: int
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    notices: tuple[str, ...] = ()
    sources_left_out: int = 0  # not cited on the page
    since: str | None = None  # only what is new since that day, or since the "last" addition
    new: int = 0  # articles that came since then
