"""A record in, one line a story out: title, days, articles and origins; the story with most origins first."""

from __future__ import annotations

from ..model.record import Record, Row
from .lines import Line
from .shelf import Shelf, counted, headline, text_of


def make(record: Record) -> list[Line]:
    """Always "N articles, M origins": copies are not counted as confirmation."""
    lines = [_line(Shelf.of(record, s)) for s in record.of("stories")]
    return sorted(lines, key=lambda x: (-x.origins, x.row))


def _line(shelf: Shelf) -> Line:
    s: Row = shelf.story
    days = " to ".join(dict.fromkeys(filter(None, (text_of(s.get("from")), text_of(s.get("to"))))))
    counts = f"{counted(len(shelf.articles), 'article')}, {counted(len(shelf.origins), 'origin')}"
    note = " · ".join(filter(None, (days, counts, text_of(s.get("places")))))
    return Line(row=s.id, head=headline(s.get("title")) or "untitled", note=note, origins=len(shelf.origins))
