"""A Brief in, Markdown out: the same page for a mail or a wiki. Article text is escaped, so that nothing in it is markup."""

from __future__ import annotations

import re

from ..views.brief.page import Brief
from ..views.lines import Line, Section
from .brief_text import bare, counts, days, header, heads_once, safe, source, told

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+!|~&])")


def render(brief: Brief) -> str:
    """The whole page."""
    out = [f"# {escape(brief.title)}", "", f"{days(brief)}**{counts(brief)}**", "", f"*{header(brief)}*", ""]
    for section in brief.sections:
        out += _section(section)
    out += ["## Sources", ""]
    out += [f"{s.number}. {escape(source(s))}" for s in brief.sources]
    if brief.sources_left_out:
        out += ["", f"*{brief.sources_left_out} more, not cited here.*"]
    if brief.notices:
        out += ["", "## Notices", "", *(f"- {escape(n)}" for n in brief.notices)]
    return "\n".join(out) + "\n"


def escape(text: str) -> str:
    """Text as Markdown shows it letter by letter."""
    return SPECIAL.sub(r"\\\1", safe(text))


def _section(section: Section) -> list[str]:
    out = [f"## {escape(section.title)}", ""]
    if not section.lines and section.empty:
        out.append(escape(section.empty))
    for line in heads_once(section):
        out += _line(line, 0)
    if section.left_out:
        out += ["", f"*{section.left_out} more not shown.*"]
    if section.remark:
        out += ["", f"*{escape(section.remark)}*"]
    return [*out, ""]


def _line(line: Line, depth: int) -> list[str]:
    marks = " ".join(f"\\[{c.number}\\]" for c in line.cites)
    tags = escape(told(line))
    parts = [
        f"**{escape(line.head)}**{tags}" if line.head else "",
        f"“{escape(bare(line.words))}”" if line.words else "",
        marks + ("" if line.head else tags),
        f"— {escape(line.note)}" if line.note else "",
    ]
    out = ["  " * depth + "- " + " ".join(filter(None, parts))]
    for side in line.sides:
        out += _line(side, depth + 1)
    return out
