"""Sections in, the same cut to two printed pages out: what is least attested goes first, and each section says how many rows it left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..lines import Line, Section

COLUMN = 60  # characters of a printed line: two columns a sheet
ROOM = 282  # such lines on two sheets, less what headings and the ends of columns take
LEAST = {"background": 1, "changed": 1, "only-one": 1}  # rows of a section that always stay; of others two
WHOLE = frozenset({"bottom-line", "accounts"})
INLINE = frozenset({"accounts", "who"})  # head and note on one line
# what goes sooner, or later, than its length asks for
DEAR = {"background": 4.0, "changed": 3.0, "only-one": 1.8, "figures": 1.5, "meetings": 1.3, "said": 0.6, "agreed": 0.7, "differ": 0.4}
ABOVE = "words quoted above"
REPEATS = frozenset({"meetings", "agreed", "wanted", "disputed", "ahead", "figures", "background"})  # a row there has a head that says what it is


def fit(sections: Sequence[Section], taken: float = 0) -> tuple[Section, ...]:
    """Sections on two sheets of which ``taken`` lines are gone already."""
    kept = list(sections)
    while sum(map(height, once(kept))) > ROOM - taken:
        able = [s for s in kept if s.key not in WHOLE and len(s.lines) > LEAST.get(s.key, 2)]
        if not able:
            break
        longest = max(able, key=lambda s: (height(s) * DEAR.get(s.key, 1.0), s.key))
        kept[kept.index(longest)] = replace(longest, lines=longest.lines[:-1], left_out=longest.left_out + 1)
    return once(kept)


def once(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Each sentence is quoted once; a later row that rests on it quotes no more than what is its own, or says that its words stand above."""
    seen: set[str] = set()
    out = []
    for section in sections:
        lines = []
        for line in section.lines:
            lines.append(_above(line) if section.key in REPEATS and line.head and line.words in seen else line)
            seen |= {x.words for x in (line, *line.sides) if x.words}
        out.append(replace(section, lines=tuple(lines)))
    return tuple(out)


def _above(line: Line) -> Line:
    return replace(line, words=line.core, note="; ".join(filter(None, ("" if line.core else ABOVE, line.note))))


def height(section: Section) -> float:
    """Printed lines that a section takes, its heading included."""
    rows = sum(_height(line, COLUMN, section.key in INLINE) for line in section.lines)
    return 2.2 + rows + bool(section.left_out) + _rows(section.remark, COLUMN)


def _height(line: Line, width: int, inline: bool) -> float:
    tags = sum(len(t) + 3 for t in line.tags)
    parts = [f"{line.head} {line.note}"] if inline else [line.head, line.note]
    return 0.4 + sum(_rows(p, width - tags) for p in parts) + _rows(line.words, width) + sum(_height(s, width - 3, inline) for s in line.sides)


def _rows(text: str, width: int) -> int:
    return -(-len(text) // max(20, width))
