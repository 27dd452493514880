"""A Brief in, plain lines out, for a terminal or a pipe: ``render(brief, width=100) -> str``."""

from __future__ import annotations

import textwrap
import unicodedata

from ..views.brief.page import Brief
from ..views.lines import Line, Section


def render(brief: Brief, width: int = 100) -> str:
    """The page as text of at most ``width`` columns; control characters of articles are shown as spaces."""
    out = [safe(brief.title), f"{days(brief)}{brief.articles} articles · {brief.origins} origins", header(brief), ""]
    for section in brief.sections:
        out += _section(section, width)
    out += [
        "SOURCES",
        *(
            _wrap(
                f"[{s.number}] {' · '.join(filter(None, (s.label, s.title, s.origin_name, s.dates, s.relation, s.complete, s.url or s.source)))}", width, "    "
            )
            for s in brief.sources
        ),
    ]
    if brief.notices:
        out += ["", "NOTICES", *(_wrap(f"- {n}", width, "  ") for n in brief.notices)]
    return "\n".join(out) + "\n"


def header(brief: Brief) -> str:
    """What every page says of itself first."""
    return f"machine-read, {brief.reviewed} of {brief.rows} lines reviewed; quoted words are the articles' own"


def days(brief: Brief) -> str:
    """``2026-01-13 · `` or ``2026-01-12 to 2026-01-14 · ``; '' where no day is known."""
    if not brief.first:
        return ""
    return f"{brief.first} · " if brief.last in (None, brief.first) else f"{brief.first} to {brief.last} · "


def safe(text: str) -> str:
    """Text of an article as a terminal may show it: no escape sequences, no direction overrides."""
    return "".join(" " if c in "\n\r\t" else c if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") else "" for c in text)


def _section(section: Section, width: int) -> list[str]:
    out = [section.title.upper()]
    if not section.lines and section.empty:
        out.append(_wrap(section.empty, width, "  ", "  "))
    for line in section.lines:
        out += _line(line, width, 2)
    if section.left_out:
        out.append(f"  … {section.left_out} more not shown")
    if section.remark:
        out.append(_wrap(section.remark, width, "  ", "  "))
    return [*out, ""]


def _line(line: Line, width: int, indent: int) -> list[str]:
    pad = " " * indent
    marks = "".join(f"[{c.number}]" for c in line.cites)
    tags = f" ({', '.join(t for t in line.tags if t)})" if any(line.tags) else ""
    head = " ".join(filter(None, (line.head + tags if line.head else "", "" if line.words else marks)))
    out = [_wrap(head, width, pad + "  ", pad)] if head.strip() else []
    if line.words:
        out.append(_wrap(f"“{bare(line.words)}” {marks}{'' if line.head else tags}", width, pad + "  ", pad + ("  " if out else "")))
    if line.note:
        out.append(_wrap(line.note, width, pad + "  ", pad + "  "))
    for side in line.sides:
        out += _line(side, width, indent + 2)
    return out


def bare(words: str) -> str:
    """Words without the outer quotation marks they may carry, so that they are not set in marks twice."""
    t = words.strip()
    return t[1:-1] if len(t) > 2 and t[0] in '“"' and t[-1] in '”"' and not set(t[1:-1]) & set('“”"') else t


def _wrap(text: str, width: int, later: str, first: str = "") -> str:
    return textwrap.fill(safe(text), width=max(40, width), initial_indent=first, subsequent_indent=later, break_long_words=True, break_on_hyphens=False)
