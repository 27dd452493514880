"""A record and a story in, the page out: ``make(record, story) -> Brief``. Faces only print what stands here."""

from __future__ import annotations

from ...model.record import Record, Row
from ..lines import Section
from ..shelf import Shelf
from .accounts import accounts, sources
from .bottom_line import bottom_line
from .differences import changed, differ, only_one
from .facts import agreed, ahead, background, disputed, figures, meetings, wanted
from .page import Brief
from .words import said, who

__all__ = ["Brief", "Section", "make", "make_all"]

SECTIONS = (bottom_line, accounts, differ, meetings, who, said, agreed, wanted, disputed, ahead, figures, changed, only_one, background)


def make(record: Record, story: Row) -> Brief:
    """The page of one story: sections that have nothing to show are left out, except those a reader would look for."""
    shelf = Shelf.of(record, story)
    lines = [r for r in record.told_in(story.id) if r.evidence]
    sections = tuple(s for s in (make_section(shelf) for make_section in SECTIONS) if s.lines or s.empty)
    return Brief(
        story=story.id,
        title=str(story.get("title") or "Untitled story"),
        first=_text(story.get("from")),
        last=_text(story.get("to")),
        articles=len(shelf.articles),
        origins=len(shelf.origins),
        rows=len(lines),
        reviewed=sum(1 for r in lines if r.get("reviewed")),
        sections=sections,
        sources=sources(shelf),
        notices=tuple(n.line() for n in record.notices),
    )


def make_all(record: Record) -> list[Brief]:
    """One page for each story, the one with most origins first."""
    briefs = [make(record, s) for s in record.of("stories")]
    return sorted(briefs, key=lambda b: (-b.origins, -b.articles, b.story))


def _text(value: object) -> str | None:
    return str(value) if value else None
