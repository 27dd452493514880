"""One article in, its text cut into runs out: each run with the rows that rest on it, furniture and remainder with their reason."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

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
    marks = [(p.start, p.end, r.list, r.id) for r in record.rows for p in r.evidence if p.article == article]
    parts = [*_spans(row.get("furniture"), "furniture"), *_spans(row.get("remainder"), "remainder")]
    cuts = sorted({0, len(text), *(x for m in marks for x in m[:2]), *(x for p in parts for x in p[:2])})
    runs = tuple(_run(text, a, b, marks, parts) for a, b in itertools.pairwise(cuts))
    total = max(1, len(text))
    shares = {part: 100 * sum(r.end - r.start for r in runs if r.part == part) / total for part in ("content", "furniture", "remainder")}
    return ArticlePage(row=row, runs=runs, shares=shares)


def _spans(value: Value, part: str) -> list[tuple[int, int, str, str]]:
    out = []
    for x in many(value):
        if isinstance(x, Passage):
            out.append((x.start, x.end, part, ""))
        elif isinstance(x, Mapping) and isinstance(s := x.get("start"), int) and isinstance(e := x.get("end"), int):
            out.append((s, e, part, text_of(x.get("reason") or x.get("kind"))))
    return out


def _run(text: str, a: int, b: int, marks: list[tuple[int, int, str, str]], parts: list[tuple[int, int, str, str]]) -> Run:
    rows = tuple(dict.fromkeys((kind, i) for s, e, kind, i in marks if s <= a and b <= e))
    part, why = next(((p, w) for s, e, p, w in parts if s <= a and b <= e), ("content", ""))
    return Run(start=a, end=b, text=text[a:b], rows=rows, part="content" if rows else part, why=why)
