"""Articles in, Lineage out: ``trace(articles)`` says which articles are one account, whose, and in which order they were written.

Declared lineage (credits, datelines, bylines, "citing X") and inferred lineage (words in common, quotations apart) are both
kept, each with its reason. Only verified edges join; the result depends on the set of articles alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...model.article import Article
from ...model.lineage import Edge, Lineage
from .tracing import trace_all

__all__ = ["trace"]


def trace(articles: Mapping[str, Article] | Iterable[Article], known: Sequence[Edge] | None = None) -> Lineage:
    """Edges, origins and order of versions for a set of articles; ``known`` are the verified edges between them, where they were found before."""
    given = articles.values() if isinstance(articles, Mapping) else articles
    return trace_all(sorted((a.layout for a in given), key=lambda layout: layout.document.id), known)
