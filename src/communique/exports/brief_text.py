"""A Brief in, plain lines out, for a terminal or a pipe: ``render(brief, width=100) -> str``."""

from __future__ import annotations

import textwrap
import unicodedata
from dataclasses import replace

from ..views.brief.page import Brief, Source
from ..views.lines import Line, Section
from ..views.shelf import counted


def render(brief: Brief, width: int = 100) -> str:
    """The page as text of at most ``width`` columns; control characters of articles are shown as spaces."""
    out = [safe(brief.title), days(brief) + counts(brief), header(brief), ""]
    for section in brief.sections:
        out += _section(section, width)
    out += ["SOURCES", *(_wrap(f"[{s.number}] {source(s)}", width, "    ") for s in brief.sources)]
    if brief.sources_left_out:
        out.append(f"  … {brief.sources_left_out} more, not cited here")
    if brief.notices:
        out += ["", "NOTICES", *(_wrap(f"- {n}", width, "  ") for n in brief.notices)]
    return "\n".join(out) + "\n"


def counts(brief: Brief) -> str:
    """``5 articles · 3 origins``, always both."""
    return f"{counted(brief.articles, 'article')} · {counted(brief.origins, 'origin')}"


def source(s: Source) -> str:
    """One article as the list of sources has it: each name once."""
    origin = "" if s.label in s.origin_name else s.origin_name
    return " · ".join(filter(None, (s.label, s.title, origin, s.dates, s.complete, s.url or (s.source if s.source.partition(".")[0] != s.label else ""))))


def header(brief: Brief) -> str:
    """What every page says of itself first."""
    told = f"machine-read, {brief.reviewed} of {counted(brief.rows, 'line')} reviewed; quoted words are the articles' own"
    if not brief.since:
        return told
    when = "the last addition" if brief.since == "last" else brief.since
    return f"only what is new since {when}: {counted(brief.new, 'new article')}; {told}"


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
    for line in heads_once(section):
        out += _line(_shortened(line, section.key), width, 2)
    if section.left_out:
        out.append(f"  … {section.left_out} more not shown")
    if section.remark:
        out.append(_wrap(section.remark, width, "  ", "  "))
    return [*out, ""]


def _shortened(line: Line, key: str) -> Line:
    """Persons, and the articles of an account, take one line each."""
    if key == "accounts":
        return replace(line, sides=tuple(map(_short, line.sides)))
    return _short(line) if key == "who" else line


def _short(line: Line) -> Line:
    """Head and note in one line."""
    return replace(line, head=": ".join(filter(None, (line.head, line.note))), note="")


def heads_once(section: Section) -> list[Line]:
    """Where one person says several things, the name stands once."""
    before = [""] + [line.head for line in section.lines]
    return [replace(line, head="") if section.key == "said" and line.head == was else line for was, line in zip(before, section.lines, strict=False)]


def _line(line: Line, width: int, indent: int) -> list[str]:
    pad = " " * indent
    marks = "".join(f"[{c.number}]" for c in line.cites)
    tags = told(line)
    head = " ".join(filter(None, (line.head + tags if line.head else "", "" if line.words else marks)))
    out = [_wrap(head, width, pad + "  ", pad)] if head.strip() else []
    if line.words:
        out.append(_wrap(f"“{bare(line.words)}” {marks}{'' if line.head else tags}", width, pad + "  ", pad + "  "))
    if line.note:
        out.append(_wrap(line.note, width, pad + "  ", pad + "  "))
    for side in line.sides:
        out += _line(side, width, indent + 2)
    return out


def told(line: Line) -> str:
    """The tags of a line in brackets; that a change is one goes without saying."""
    tags = [t for t in line.tags if t and t != "change"]
    return f" ({', '.join(tags)})" if tags else ""


def bare(words: str) -> str:
    """Words without the outer quotation marks they may carry, so that they are not set in marks twice."""
    t = words.strip()
    return t[1:-1] if len(t) > 2 and t[0] in '“"' and t[-1] in '”"' and not set(t[1:-1]) & set('“”"') else t


def _wrap(text: str, width: int, later: str, first: str = "") -> str:
    return textwrap.fill(safe(text), width=max(40, width), initial_indent=first, subsequent_indent=later, break_long_words=True, break_on_hyphens=False)
