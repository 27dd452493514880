"""Rows in, figures that accounts of one remark give under other words out: "will admit 8,000 students", "would let in 5,000"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.passage import Passage
from ...model.record import Row

Spot = tuple[Passage, str]  # words of a statement, its utterance


def of_one_remark(rows: Sequence[Row]) -> list[list[Row]]:
    """Groups of one utterance and one unit; only where each article gives one figure of it and they do not count alike already."""
    spots = _spots(rows)
    found: dict[tuple[str, str], dict[str, dict[str, Row]]] = {}
    for f in rows:
        if f.list == "figures" and f.get("kind") == "count" and f.get("unit"):
            for article, utterance in _told(f, spots):
                found.setdefault((utterance, str(f.get("unit"))), {}).setdefault(article, {})[f.id] = f
    groups = [by_article for _, by_article in sorted(found.items()) if all(len(fs) == 1 for fs in by_article.values())]
    members = [list({i: f for fs in by_article.values() for i, f in fs.items()}.values()) for by_article in groups]
    return [g for g in members if len({f.get("same") for f in g}) > 1]


def _spots(rows: Sequence[Row]) -> dict[str, list[Spot]]:
    """Article -> the words of its statements."""
    out: dict[str, list[Spot]] = {}
    for r in rows:
        content = r.get("content") if r.list == "statements" and r.get("utterance") else None
        for p in content if isinstance(content, tuple) else ():
            if isinstance(p, Passage):
                out.setdefault(p.article, []).append((p, str(r.get("utterance"))))
    return out


def _told(f: Row, spots: dict[str, list[Spot]]) -> Iterator[tuple[str, str]]:
    """Article and utterance for each place of a figure that stands in a statement."""
    for e in f.evidence:
        for p, utterance in spots.get(e.article, ()):
            if p.start <= e.start and e.end <= p.end:
                yield e.article, utterance
