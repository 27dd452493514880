"""One article in, its text cut into runs out: each run with the rows that rest on it, furniture and remainder with their reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from ..model.passage import Passage
from ..model.record import Record, Row, Value
from .shelf import many, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of the text in which nothing changes. ``rows`` are (list, id); ``part``: content, furniture, remainder."""

    start: int
    end: int
    text: str
    rows: tuple[tuple[str, str], ...]
    part: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """``shares`` of the text by part, in per cent of its characters."""

    row: Row
    runs: tuple[Run, ...]
    shares: Mapping[str, float]


def make(record: Record, article: str) -> ArticlePage | None:
    """None where the record has no such article."""
    row = next((r for r in record.of("articles") if r.id == article), None)
    layout = record.layouts.get(article)
    if row is None or layout is None:
        return None
    text = layout.document.text
    marks = sorted((p.start, p.end, r.list, r.id) for r in record.rows for p in r.evidence if p.article == article)
    parts = sorted((*_spans(row.get("furniture"), "furniture"), *_spans(row.get("remainder"), "remainder")))
    runs = _runs(text, marks, parts)
    total = max(1, len(text))
    shares = {part: 100 * sum(r.end - r.start for r in runs if r.part == part) / total for part in ("content", "furniture", "remainder")}
    return ArticlePage(row=row, runs=runs, shares=shares)


def _spans(value: Value, part: str) -> list[tuple[int, int, str, str]]:
    out = []
    for x in many(value):
        if isinstance(x, Passage):
            out.append((x.start, x.end, part, ""))
        elif isinstance(x, Mapping) and isinstance(p := x.get("passage"), Passage):
            out.append((p.start, p.end, part, text_of(x.get("reason"))))
        elif isinstance(x, Mapping) and isinstance(s := x.get("start"), int) and isinstance(e := x.get("end"), int):
            out.append((s, e, part, text_of(x.get("reason") or x.get("kind"))))
    return out


def _runs(text: str, marks: list[tuple[int, int, str, str]], parts: list[tuple[int, int, str, str]]) -> tuple[Run, ...]:
    """One walk along the text: what begins at each cut is added, what ends is dropped."""
    cuts = sorted({0, len(text), *(x for m in marks for x in m[:2]), *(x for p in parts for x in p[:2])})
    open_marks: list[tuple[int, int, str, str]] = []
    out, next_mark, next_part = [], 0, 0
    for a, b in pairwise(cuts):
        while next_mark < len(marks) and marks[next_mark][0] <= a:
            open_marks.append(marks[next_mark])
            next_mark += 1
        open_marks = [m for m in open_marks if m[1] > a]
        while next_part < len(parts) and parts[next_part][1] <= a:
            next_part += 1
        part, why = parts[next_part][2:] if next_part < len(parts) and parts[next_part][0] <= a else ("content", "")
        rows = tuple(dict.fromkeys((kind, i) for _, _, kind, i in open_marks))
        out.append(Run(start=a, end=b, text=text[a:b], rows=rows, part="content" if rows else part, why=why))
    return tuple(out)
