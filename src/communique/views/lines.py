"""What every answer is made of: sections of lines, each line with its citations. Faces print them and compute nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """One citation: the number of the source in the list at the end, its origin, the words, and the rest of their sentence on either side."""

    number: int
    article: str
    origin: str
    origin_name: str
    words: str
    start: int
    end: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``head`` is a label made of slots ("183 workers killed"), ``words`` are an article's own. ``sides`` stand next to each other.

    ``origins`` counts independent accounts, never articles; ``note`` is a plain remark on our reading. ``core``: those of the words
    that are this row's own, where its sentence serves several.
    """

    row: str
    head: str = ""
    words: str = ""
    note: str = ""
    origins: int = 0
    cites: tuple[Cite, ...] = ()
    sides: tuple[Line, ...] = ()
    tags: tuple[str, ...] = ()
    core: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """``left_out`` rows did not fit on two printed pages; ``empty`` is what to say where there is no line (None: say nothing)."""

    key: str
    title: str
    lines: tuple[Line, ...] = ()
    left_out: int = 0
    empty: str | None = None
    remark: str = ""
