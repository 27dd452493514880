"""Lines in, plain text out for a terminal or a pipe: id, head, words, and the numbered sources below: ``render(lines, width=100)``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from ..views.entry import Entry
from ..views.lines import Line
from ..views.status import Status
from .brief_text import bare, safe


def render(lines: Iterable[Line], width: int = 100) -> str:
    """Each line with its id in front, so that `show` and `story` can be given it."""
    return "\n".join(row for line in lines for row in _line(line, width, 0)) + "\n"


def entry(e: Entry, width: int = 100) -> str:
    """One row: its slots, then each passage in its sentence, the passage in brackets."""
    out = [f"{e.id}  {e.list}" + (f"  story {e.story}" if e.story else "")]
    out += [fill(f"{name}: {words}", width, 2) for name, words in e.slots]
    for cite, sentence in e.sentences:
        words = " ".join(cite.words.split())
        shown = sentence.replace(words, f"[{words}]", 1) if words != sentence else sentence
        out.append(fill(f"“{bare(shown)}” {cite.origin_name}, article {cite.article}, {cite.start}–{cite.end}", width, 2))
    return "\n".join(out) + "\n"


def status(s: Status, where: str, width: int = 100) -> str:
    """Counts and shares, a line each."""
    out = [f"{where}: {s.articles} articles, {s.origins} origins, {s.stories} stories"]
    out.append(f"machine-read: {s.reviewed} of {s.rows} rows reviewed by a person; {s.cut} texts known to be cut")
    total = sum(s.sentences.values())
    out.append(f"{total} sentences:")
    out += [f"  {s.share(part):5.1f} %  {part} ({n})" for part, n in s.sentences.items()]
    out.append("rows: " + (", ".join(f"{name} {n}" for name, n in s.lists.items() if n) or "none"))
    if s.notices:
        out += ["notices:", *(fill(f"- {n}", width, 2) for n in s.notices)]
    return "\n".join(out) + "\n"


def _line(line: Line, width: int, indent: int) -> list[str]:
    tags = f" ({', '.join(t for t in line.tags if t)})" if any(line.tags) else ""
    out = [fill(" ".join(filter(None, (line.row, line.head + tags))), width, indent)]
    if line.words:
        out.append(fill(f"“{bare(line.words)}”", width, indent + 4))
    if line.note:
        out.append(fill(line.note, width, indent + 4))
    for side in line.sides:
        out += _line(side, width, indent + 4)
    return out


def fill(text: str, width: int, indent: int) -> str:
    """Text of articles, safe for a terminal, in lines of at most ``width`` columns."""
    pad = " " * indent
    return textwrap.fill(safe(text), width=max(40, width), initial_indent=pad, subsequent_indent=pad + "  ", break_on_hyphens=False)
