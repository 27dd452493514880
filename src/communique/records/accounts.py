"""Articles of one account in, what stories are made of out: its vector (copies and versions together, so that forty reprints do not outweigh one)."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.article import Article
from .vectors import Vector, mean, vector


def of_article(article: Article) -> dict[str, float]:
    text, rows = article.document.text, article.layout.sentences
    head = article.document.title or " ".join(text[f.start : f.end] for f in article.layout.furniture if f.kind == "title")
    return vector(head, " ".join(text[s.start : s.end] for s in rows))


def of_account(vectors: Iterable[Vector]) -> dict[str, float]:
    """The middle of its articles' vectors."""
    return mean(vectors)
