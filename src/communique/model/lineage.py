"""Which articles are one account: edges between articles, origins, and the order of versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Two articles (``a`` < ``b`` by id) and what joins them. ``kind``: exact, copy, version, partial, shared quotation, declared.

    ``of_a``/``of_b``: share of each one's sampled 5-grams found in the other. ``spans`` pairs equal passages; ``why`` is a plain line.
    """

    kind: str
    a: str
    b: str
    of_a: float = 0.0
    of_b: float = 0.0
    shared: int = 0
    spans: tuple[tuple[Passage, Passage], ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One independent account. ``name`` None where nothing names it. ``via``: the outlet that relays it, where second-hand.

    ``declared`` are the passages that say so; ``why`` is one plain line for each reason. ``basis`` is what the account rests on.
    """

    id: str
    name: str | None
    articles: tuple[str, ...]
    second_hand: bool = False
    via: str | None = None
    declared: tuple[Passage, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One reason to put ``earlier`` before ``later``, with the words. ``weight`` adds up; ``kind``: tense, declared time, status, superset, furniture."""

    earlier: str
    later: str
    kind: str
    weight: float
    why: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """``order``: for each origin its articles, earliest first, or absent where the vote ties ("order unknown").

    ``copy_of``/``revises``: article -> article. ``tree``: pairs (a < b) of nearest versions, ordered or not.
    ``taken``: article -> share of its words found in the article it copies or revises.
    """

    edges: tuple[Edge, ...] = ()
    origins: tuple[Origin, ...] = ()
    copy_of: Mapping[str, str] = field(default_factory=dict)
    revises: Mapping[str, str] = field(default_factory=dict)
    taken: Mapping[str, float] = field(default_factory=dict)
    order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    votes: tuple[Vote, ...] = ()
    tree: tuple[tuple[str, str], ...] = ()
    hidden: tuple[tuple[str, str, str, int], ...] = ()
    _edges: dict[str, list[Edge]] = field(default_factory=dict, init=False, repr=False, compare=False)  # by first article, made when first asked for
    _origins: dict[str, Origin] = field(default_factory=dict, init=False, repr=False, compare=False)  # by article, made when first asked for

    def origin_of(self, article: str) -> Origin:
        if not self._origins:
            self._origins.update((a, o) for o in self.origins for a in o.articles)
        return self._origins[article]

    def edges_from(self, article: str) -> list[Edge]:
        """The edges whose ``a`` is this article."""
        if self.edges and not self._edges:
            for e in self.edges:
                self._edges.setdefault(e.a, []).append(e)
        return self._edges.get(article, [])
