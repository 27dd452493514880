"""Answers in, files out. A format = a file + one line in EXPORTS (whole records) or BRIEFS (pages)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..model.record import Record
from ..views.brief.page import Brief
from ..views.shelf import counted
from . import json

Export = Callable[[Record, Mapping[str, Any], bool], str]  # record, what made it, whether full texts may leave
Page = Callable[[Sequence[Brief], int], str]  # briefs, columns


def _json(record: Record, run: Mapping[str, Any], with_text: bool) -> str:
    return json.write(record, with_text=with_text, run=run)


def _text(briefs: Sequence[Brief], width: int) -> str:
    from . import brief_text

    return _index(briefs) + "\n".join(brief_text.render(b, width) for b in briefs)


def _markdown(briefs: Sequence[Brief], width: int) -> str:
    from . import brief_markdown

    return "\n".join(brief_markdown.render(b) for b in briefs)


def _html(briefs: Sequence[Brief], width: int) -> str:
    from . import brief_html

    return brief_html.render(briefs)


def _index(briefs: Sequence[Brief]) -> str:
    if len(briefs) < 2:
        return ""
    rows = (f"  {b.story}  {b.title} ({counted(b.articles, 'article')}, {counted(b.origins, 'origin')})" for b in briefs)
    return "\n".join([f"{len(briefs)} stories", *rows]) + "\n\n"


EXPORTS: dict[str, Export] = {"json": _json}
BRIEFS: dict[str, Page] = {"text": _text, "markdown": _markdown, "html": _html}
