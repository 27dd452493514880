"""Joining edges in, those that a compilation makes out: a digest, a live blog, half of one story and half of another.

A text that carries two unrelated texts in different places would join them; what it carries is marked partial, and nothing passes through it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from ...model.lineage import Edge
from .align import Run, covered
from .edges import JOINING
from .places import Flags
from .words import Text

Runs = Mapping[tuple[str, str], tuple[Run, ...]]
Akin = Callable[[str, str], bool]  # whether two articles have to do with each other, apart from a third that carries both
MOST = 0.6  # a text that is this much one account is that account, whatever else it quotes
APART = 0.1  # places of two sources in it that overlap less are different places


def sort_out(texts: Mapping[str, Text], edges: Sequence[Edge], runs: Runs, akin: Akin) -> list[Edge]:
    """The edges, those of compilations turned into partial ones."""
    near: dict[str, list[str]] = {}
    for e in edges:
        if e.kind in ("copy", "version"):
            near.setdefault(e.a, []).append(e.b)
            near.setdefault(e.b, []).append(e.a)
    cut: set[tuple[str, str]] = set()
    for one, others in near.items():
        if len(others) > 1:
            cut |= {_key(one, o) for o in _carried(texts[one], sorted(others), runs, akin)}
    return [
        replace(e, kind="partial", why=e.why + "; one of the two carries several unrelated texts") if e.kind in JOINING and (e.a, e.b) in cut else e
        for e in edges
    ]


def _key(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _carried(text: Text, others: Sequence[str], runs: Runs, akin: Akin) -> list[str]:
    """Neighbours whose words this text only carries among others'."""
    places = {o: _places(text, o, runs) for o in others}
    groups = _groups(others, places, akin)
    if len(groups) < 2:
        return []
    shares = [(float(np.logical_or.reduce([places[o] for o in g]).mean()), g) for g in groups]
    main = max(shares, key=lambda s: (s[0], s[1][0]))
    return sorted(o for share, g in shares for o in g if not (g is main[1] and share >= MOST))


def _places(text: Text, other: str, runs: Runs) -> Flags:
    """Which words of the text stand in the other."""
    found = runs.get(_key(text.id, other), ())
    spans = [(r.a, r.length) if text.id < other else (r.b, r.length) for r in found]
    return covered(len(text), spans)


def _groups(others: Sequence[str], places: Mapping[str, Flags], akin: Akin) -> list[list[str]]:
    """Neighbours gathered where they are related to each other or take the same places; those that carry several groups themselves join none."""
    groups: list[list[str]] = []
    by_size = sorted(others, key=lambda o: (int(places[o].sum()), o))
    for o in by_size:
        hits = [g for g in groups if any(_one(o, x, places, akin) for x in g)]
        if not hits:
            groups.append([o])
        elif len(hits) == 1:
            hits[0].append(o)
        # More than one: another compilation of the same texts. Its words say nothing about which of them belong together.
    return groups


def _one(a: str, b: str, places: Mapping[str, Flags], akin: Akin) -> bool:
    if akin(a, b):
        return True
    both = int((places[a] & places[b]).sum())
    return both > APART * max(1, min(int(places[a].sum()), int(places[b].sum())))
