"""A record in, one line a story out: title, days, articles and origins; the story with most origins first."""

from __future__ import annotations

from ..model.record import Record, Row
from .lines import Line
from .shelf import counted, headline, many, text_of


def make(record: Record) -> list[Line]:
    """Always "N articles, M origins": copies are not counted as confirmation."""
    return sorted(map(_line, record.of("stories")), key=lambda x: (-x.origins, x.row))


def _line(s: Row) -> Line:
    articles, origins = len(many(s.get("articles"))), len(many(s.get("origins")))
    days = " to ".join(dict.fromkeys(filter(None, (text_of(s.get("from")), text_of(s.get("to"))))))
    note = " · ".join(filter(None, (days, f"{counted(articles, 'article')}, {counted(origins, 'origin')}", text_of(s.get("places")))))
    return Line(row=s.id, head=headline(s.get("title")) or "untitled", note=note, origins=origins)
