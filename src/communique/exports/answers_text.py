"""Answers in, plain text out: chronologies, pairs, diffs, comparisons and search results: ``diff(view) -> str``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..views.compare import Comparison
from ..views.diff import Diff
from ..views.lines import Line
from ..views.pair import Pair
from ..views.timeline import Entry
from .brief_text import safe
from .listing_text import fill, render


def chronology(entries: Sequence[Entry], width: int = 100) -> str:
    """A line a day and happening; gaps are declared."""
    return "".join(fill(f"{e.day:<10}  {e.glyph} {e.line.row}  {e.line.head}{_tags(e.line)} {e.line.note}".rstrip(), width, 0) + "\n" for e in entries)


def pair(p: Pair, width: int = 100) -> str:
    """The record of two states."""
    out = [f"{p.names[0]} and {p.names[1]}" + (f", as known on {p.known_by}" if p.known_by else "")]
    if p.last_met or not p.met_some_day:
        out += _part("last met", [p.last_met] if p.last_met else [], width)
    if p.met_some_day:
        out += _part("met, day not told", p.met_some_day, width)
    for title, lines in (("ahead", p.ahead), ("agreed", p.agreed), ("wanted", p.wanted), ("disputed", p.disputed)):
        out += _part(title, lines, width)
    out += ["", f"CHRONOLOGY ({p.undated} without a day left out)", chronology(p.chronology, width).rstrip()]
    out += [f"  {m.month}  cooperation {m.cooperation:g}, conflict {m.conflict:g}; {m.articles} articles, {m.origins} origins collected" for m in p.months]
    return "\n".join(out) + "\n"


def diff(d: Diff, width: int = 100) -> str:
    """Facts first, then sentences: - went, + came, ~ reworded."""
    out = [d.relation, *_part("what changed", d.facts, width), "", f"SENTENCES ({d.same} unchanged)"]
    for s in d.sentences:
        if s.sides:
            out += [fill(f"~ {safe(s.sides[0].words)}", width, 2), fill(f"→ {safe(s.sides[1].words)}", width, 4)]
        else:
            out.append(fill(f"{'+' if 'came' in s.tags else '-'} {safe(s.words)}", width, 2))
    return "\n".join(out) + "\n"


def comparison(c: Comparison, width: int = 100) -> str:
    """Differences first, then what only one tells, then what both tell."""
    out = [f"{c.name_a} ({c.a}) beside {c.name_b} ({c.b})"]
    out += _part("where they differ", c.differ, width)
    for title, lines, cut in ((f"only in {c.name_a}", c.only_a, c.cut_b), (f"only in {c.name_b}", c.only_b, c.cut_a)):
        out += _part(title + (" (the other text is cut)" if cut else ""), lines, width)
    out += _part("in both", c.both, width)
    return "\n".join(out) + "\n"


def _part(title: str, lines: Iterable[Line], width: int) -> list[str]:
    found = list(lines)
    return ["", title.upper(), render(found, width).rstrip() if found else "  none found"]


def _tags(line: Line) -> str:
    return f" ({', '.join(line.tags)})" if line.tags else ""
