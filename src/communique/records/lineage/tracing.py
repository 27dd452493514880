"""Layouts in, Lineage out, step by step: words, candidates, edges, compilations, origins, order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from ...model.layout import Layout
from ...model.lineage import Edge, Lineage, Origin, Vote
from ..accounts import of_layout
from ..vectors import Vector, cosine
from . import candidates, compilations, credits, order, origins
from .align import Run, Shared, compare, covered, overlap, runs
from .edges import edge, ordered, quotation
from .furniture import grams
from .words import Text, Words

AKIN = 0.2  # likeness of two texts of one story
RELATED = 0.02  # share of grams that two independent accounts hardly reach


def trace_all(layouts: Sequence[Layout], known: Sequence[Edge] | None = None) -> Lineage:
    """``known``: the verified edges between these texts, where they were found before; quotations that two accounts share are then left out."""
    words = Words()
    texts = [words.read(layout) for layout in layouts]
    desk = _Desk(texts, words)
    found, equal = _edges(desk) if known is None else (list(known), _runs(desk, known))
    credit = {t.id: credits.read(t.layout) for t in texts}
    akin = _akin(desk, credit)
    joined = compilations.sort_out(desk.by_id, found, equal, akin)
    own, declared = origins.gather(credit, joined, desk.like)
    quoted = _quotations(desk, own) if known is None else []
    every = sorted([*joined, *declared, *quoted], key=lambda e: (e.a, e.b, e.kind))
    return _lineage(desk, every, own, credit)


class _Desk:
    """The texts with what is asked of pairs of them more than once."""

    def __init__(self, texts: list[Text], words: Words) -> None:
        self.texts = texts
        self.by_id = {t.id: t for t in texts}
        self.same: dict[str, list[str]] = {}  # the first of those with the same words, and the others
        first: dict[str, str] = {}
        for t in texts:
            if not len(t) or first.setdefault(t.digest, t.id) == t.id:
                self.same[t.id] = []
            else:
                self.same[first[t.digest]].append(t.id)
        self.distinct = [self.by_id[i] for i in self.same]
        self.furniture = grams(words)
        self.like = cache(self._like)
        self.shared: dict[tuple[str, str], Shared] = {}  # of pairs that hold
        self.vector = cache(self._vector)

    def _like(self, a: str, b: str) -> float:
        return cosine(self.vector(a), self.vector(b))

    def _vector(self, i: str) -> Vector:
        return of_layout(self.by_id[i].layout)

    def compared(self, a: str, b: str) -> Shared:
        known = self.shared.get((a, b))
        return known or compare(self.by_id[a], self.by_id[b], self.furniture)


def _edges(desk: _Desk) -> tuple[list[Edge], dict[tuple[str, str], tuple[Run, ...]]]:
    """Every candidate verified; the runs of equal words of those that hold. Texts of the same words are compared once, by the first of them."""
    found = [edge(desk.by_id[first], desk.by_id[i], desk.furniture)[0] for first, others in desk.same.items() for i in others]
    equal: dict[tuple[str, str], tuple[Run, ...]] = {}
    edges = [e for e in found if e]
    for group in _together(candidates.pairs(desk.distinct, desk.furniture)):
        for pair in group:
            a, b = ordered(desk.distinct, pair)
            made, shared = edge(a, b, desk.furniture)
            if made:
                edges.append(made)
                desk.shared[a.id, b.id] = shared
                equal[a.id, b.id] = shared.runs
        for n in {n for pair in group for n in pair}:
            desk.distinct[n].close()
    return sorted(edges, key=lambda e: (e.a, e.b)), equal


def _together(pairs: Iterable[candidates.Pair]) -> list[list[candidates.Pair]]:
    """The pairs, those that hang together in one list: what their texts are read for is then kept no longer than needed."""
    some = sorted(pairs)
    groups = origins.Groups(sorted({n for pair in some for n in pair}))
    for a, b in some:
        groups.join(a, b)
    out: dict[int, list[candidates.Pair]] = {}
    for pair in some:
        out.setdefault(groups.find(pair[0]), []).append(pair)
    return list(out.values())


def _runs(desk: _Desk, known: Sequence[Edge]) -> dict[tuple[str, str], tuple[Run, ...]]:
    """The runs of equal words of known edges, of those alone that may make out a compilation: a text with one neighbour is none."""
    joining = [e for e in known if e.kind in ("copy", "version")]
    near = Counter(i for e in joining for i in (e.a, e.b))
    return {(e.a, e.b): desk.compared(e.a, e.b).runs for e in joining if max(near[e.a], near[e.b]) > 1}


def _akin(desk: _Desk, credit: dict[str, credits.Credit]) -> compilations.Akin:
    """Whether two articles belong together, seen without a third that carries both."""

    @cache
    def akin(a: str, b: str) -> bool:
        x, y = credit[a].account, credit[b].account
        if max(overlap(desk.by_id[a], desk.by_id[b], desk.furniture)[1:]) > RELATED:
            return True
        return (x == y or not x or not y) and desk.like(a, b) >= AKIN

    return akin


def _quotations(desk: _Desk, own: Sequence[Origin]) -> list[Edge]:
    """Edges between accounts that quote the same words at length."""
    account = {i: o.id for o in own for i in o.articles}
    out = []
    for pair in sorted(candidates.quotation_pairs(desk.distinct)):
        a, b = ordered(desk.distinct, pair)
        made = quotation(a, b) if account[a.id] != account[b.id] else None
        if made:
            out.append(made)
    return out


def _lineage(desk: _Desk, edges: Sequence[Edge], own: Sequence[Origin], credit: dict[str, credits.Credit]) -> Lineage:
    made = Lineage(edges=tuple(edges), origins=tuple(sorted(own, key=lambda o: o.id)))
    copy_of: dict[str, str] = {}
    revises: dict[str, str] = {}
    lines: dict[str, tuple[str, ...]] = {}
    votes: list[Vote] = []
    tree: list[tuple[str, str]] = []
    unseen: list[tuple[str, str, str, int]] = []
    home = {i: o.id for o in made.origins for i in o.articles}
    inside: dict[str, list[Edge]] = {}
    for e in edges:
        if home[e.a] == home[e.b]:
            inside.setdefault(home[e.a], []).append(e)
    for o in made.origins:
        if len(o.articles) < 2:
            continue
        found = order.arrange(o.articles, desk.by_id, credit, inside[o.id], lambda a, b: desk.compared(*sorted((a, b))))
        copy_of |= found.copy_of
        revises |= found.revises
        votes += found.votes
        tree += found.tree
        unseen += found.hidden
        if found.order:
            lines[o.id] = found.order
        for i in o.articles:
            desk.by_id[i].close()
    taken = {i: _taken(desk, i, source) for i, source in sorted({**revises, **copy_of}.items())}
    made = replace(made, copy_of=copy_of, revises=revises, taken=taken, order=lines)
    return replace(made, votes=tuple(votes), tree=tuple(sorted(tree)), hidden=tuple(sorted(unseen)))


def _taken(desk: _Desk, article: str, source: str) -> float:
    """Share of an article's words that stand in the other in runs of five or more."""
    text = desk.by_id[article]
    if text.digest == desk.by_id[source].digest:
        return 1.0
    if not len(text):
        return 0.0
    known = desk.shared.get((article, source))
    found = known.runs if known else runs(text, desk.by_id[source])
    return round(float(covered(len(text), [(r.a, r.length) for r in found]).mean()), 4)
