"""Articles of one account in, what stories are made of out: its vector (copies and versions together, so that forty reprints do not outweigh one)."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.article import Article
from ..model.layout import Layout
from .vectors import Vector, mean, vector


def of_article(article: Article) -> Vector:
    return of_layout(article.layout)


def of_layout(layout: Layout) -> Vector:
    """What an article is about: its title and its sentences."""
    text = layout.document.text
    head = layout.document.title or " ".join(text[f.start : f.end] for f in layout.furniture if f.kind == "title")
    return vector(head, " ".join(text[s.start : s.end] for s in layout.sentences))


def of_account(vectors: Iterable[Vector]) -> Vector:
    """The middle of its articles' vectors."""
    return mean(list(vectors))
