"""A shelf in, three sentences out: those of the accounts that most independent origins carry, in the articles' own words."""

from __future__ import annotations

from collections import defaultdict

from ...model.passage import Passage
from ..lines import Line, Section
from ..shelf import Shelf, counted, one_line

LINES = 3
WEIGHT = {"meetings": 3.0, "commitments": 2.5, "disputes": 1.5, "statements": 1.0, "figures": 1.0, "events": 1.0}
LEAD = 900  # characters: what stands at the top of an article says what it is about
NEAR = 0.5


def bottom_line(shelf: Shelf) -> Section:
    """Sentences ranked by the origins of the rows that rest on them; each adds something the ones before do not have."""
    chosen: list[tuple[float, Passage, int]] = []
    for value, sentence, n in _ranked(shelf):
        if all(_overlap(one_line(sentence), one_line(s)) < NEAR for _, s, _ in chosen):
            chosen.append((value, sentence, n))
        if len(chosen) == LINES:
            break
    lines = tuple(
        Line(row="", words=one_line(s), origins=n, cites=shelf.cites([s]), note=f"facts of it stand in {counted(n, 'origin')} of {len(shelf.origins)}")
        for _, s, n in chosen
    )
    return Section(key="bottom-line", title="Bottom line", lines=lines, empty="No sentence carries a fact that we read.")


def _ranked(shelf: Shelf) -> list[tuple[float, Passage, int]]:
    worth: dict[Passage, float] = defaultdict(float)
    origins: dict[Passage, int] = defaultdict(int)
    for row in shelf.rows:
        weight, n = WEIGHT.get(row.list, 0.0), shelf.attested(row)
        for p in {shelf.sentence(p) for p in row.evidence} if weight else ():
            worth[p] += weight * n * (1.5 if p.start < LEAD else 1.0)
            origins[p] = max(origins[p], n)
    # A long sentence gathers rows by being long; one that leans on what went before ("He also said") opens no page.
    fit = [
        (v / (1 + max(0, len(p.text) - 220) / 220), p, origins[p])
        for p, v in worth.items()
        if 40 < len(p.text) < 420 and p.text[:1].isupper() and not _leans(p.text)
    ]
    return sorted(fit, key=lambda x: (-x[2] > -2, -x[0], x[1].key()))


def _leans(text: str) -> bool:
    return text.split(None, 1)[0].lower() in {
        "he",
        "she",
        "they",
        "it",
        "but",
        "and",
        "this",
        "that",
        "these",
        "also",
        "meanwhile",
        "however",
        "his",
        "her",
        "their",
    }


def _overlap(a: str, b: str) -> float:
    x, y = set(a.lower().split()), set(b.lower().split())
    return len(x & y) / max(1, min(len(x), len(y)))
