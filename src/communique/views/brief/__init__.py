"""A record and a story in, the page out: ``make(record, story) -> Brief``. Faces only print what stands here."""

from __future__ import annotations

from dataclasses import replace

from ...model.record import Record, Row
from ..lines import Section
from ..shelf import Shelf, headline, text_of
from .accounts import accounts, sources
from .bottom_line import bottom_line
from .differences import changed, differ, only_one
from .facts import agreed, ahead, disputed, meetings, wanted
from .fit import COLUMN, fit
from .more import background, figures
from .page import Brief
from .since import known_before, only_new
from .words import by_speaker, said, who

__all__ = ["Brief", "Section", "make", "make_all"]

MANY = 24  # sources that are all listed
SECTIONS = (bottom_line, accounts, differ, meetings, who, said, agreed, wanted, disputed, ahead, figures, changed, only_one, background)


def make(record: Record, story: Row, since: str | None = None, known: frozenset[str] = frozenset()) -> Brief:
    """All of one story: sections that have nothing to show are left out, except those a reader would look for."""
    shelf = only_new(Shelf.of(record, story), known) if since else Shelf.of(record, story)
    lines = [r for r in record.told_in(story.id) if r.evidence]
    sections = tuple(s for s in (make_section(shelf) for make_section in SECTIONS) if s.lines or (s.empty and not since))
    return Brief(
        story=story.id,
        title=headline(story.get("title")) or "Untitled story",
        first=text_of(story.get("from")) or None,
        last=text_of(story.get("to")) or None,
        articles=len(shelf.articles),
        origins=len(shelf.origins),
        rows=len(lines),
        reviewed=sum(1 for r in lines if r.get("reviewed")),
        sections=sections,
        sources=sources(shelf),
        notices=tuple(n.line() for n in record.notices),
        since=since,
        new=len(set(shelf.articles) - known) if since else 0,
    )


def on_two_pages(brief: Brief) -> Brief:
    """The page as it is printed: the least attested rows go, and where there are many sources, those that no line cites."""
    taken = 6 + sum(1.5 + len(s.title + s.label) // COLUMN for s in brief.sources[:MANY])
    sections = fit(brief.sections, taken)
    cited = {c.number for s in sections for line in s.lines for x in (line, *line.sides) for c in x.cites}
    listed = brief.sources if len(brief.sources) <= MANY else tuple(s for s in brief.sources if s.number in cited)
    return replace(brief, sections=tuple(map(by_speaker, sections)), sources=listed, sources_left_out=len(brief.sources) - len(listed))


def make_all(record: Record, since: str | None = None) -> list[Brief]:
    """Two printed pages for each story, the one with most origins first; with ``since`` only stories in which something is new."""
    known = known_before(record, since) if since else frozenset[str]()
    briefs = [make(record, s, since, known) for s in record.of("stories")]
    shown = [on_two_pages(b) for b in briefs if not since or b.new]
    return sorted(shown, key=lambda b: (-b.origins, -b.articles, b.story))
