"""A record in, what stands in it out: how much was read, what every sentence became, what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..model.passage import Passage
from ..model.record import LISTS, Record, Row, Value
from .shelf import many, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """``sentences``: what they became -> how many. ``lists``: rows by list. ``cut``: texts known to be incomplete."""

    articles: int
    origins: int
    stories: int
    rows: int
    reviewed: int
    cut: int
    sentences: Mapping[str, int]
    lists: Mapping[str, int]
    notices: tuple[str, ...]

    def share(self, part: str) -> float:
        """Of all sentences, in per cent."""
        return 100 * self.sentences.get(part, 0) / max(1, sum(self.sentences.values()))


def make(record: Record) -> Status:
    """Counts only: nothing here is computed from the world."""
    lists = Counter(r.list for r in record.rows)
    with_words = [r for r in record.rows if r.evidence]
    return Status(
        articles=lists["articles"], origins=lists["origins"], stories=lists["stories"], rows=len(with_words),
        reviewed=sum(1 for r in with_words if r.get("reviewed")),
        cut=sum(1 for a in record.of("articles") if a.get("complete") is False),
        sentences=_sentences(record), lists={name: lists[name] for name in LISTS}, notices=tuple(n.line() for n in record.notices),
    )  # fmt: skip


def _sentences(record: Record) -> dict[str, int]:
    cited: dict[str, list[tuple[int, int]]] = {}
    for r in record.rows:
        for p in r.evidence:
            cited.setdefault(p.article, []).append((p.start, p.end))
    rests = {a.id: _reasons(a) for a in record.of("articles")}
    count: Counter[str] = Counter()
    for article, layout in record.layouts.items():
        spans = sorted(cited.get(article, []))
        for s in layout.sentences:
            count[_fate(s.start, s.end, spans, rests.get(article, []))] += 1
    return dict(sorted(count.items(), key=lambda x: (-x[1], x[0])))


def _fate(start: int, end: int, cited: list[tuple[int, int]], rests: list[tuple[int, int, str]]) -> str:
    if any(a < end and start < b for a, b in cited):
        return "evidence of a row"
    return next((why for a, b, why in rests if a < end and start < b), "unaccounted for")


def _reasons(article: Row) -> list[tuple[int, int, str]]:
    remainder = [_span(v) for v in many(article.get("remainder"))]
    furniture = [_span(v) for v in many(article.get("furniture"))]
    return [s for s in remainder if s] + [(s[0], s[1], "furniture") for s in furniture if s]


def _span(v: Value) -> tuple[int, int, str] | None:
    if isinstance(v, Passage):
        return v.start, v.end, "remainder"
    if isinstance(v, Mapping) and isinstance(p := v.get("passage"), Passage):
        return p.start, p.end, text_of(v.get("reason"))
    if isinstance(v, Mapping) and isinstance(s := v.get("start"), int) and isinstance(e := v.get("end"), int):
        return s, e, text_of(v.get("reason") or v.get("kind"))
    return None
