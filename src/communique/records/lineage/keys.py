"""An article's layout in, what lineage looks it up by out: sampled grams, a hash of its words, whose account it says it is.

``Comparer`` holds what is asked of texts one at a time, so that a new article is compared with the few that its keys find and with no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...model.article import Article
from ...model.layout import Layout
from ...model.lineage import Edge
from ..vectors import Vector, cosine, vector
from . import credits, origins
from .candidates import sketch
from .credits import Credit
from .edges import edge
from .furniture import grams
from .words import Hashes, Text, Words


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """``digest`` None: a text without words, which is like no other. ``sketch``: sampled grams, sorted."""

    digest: str | None
    sketch: Hashes
    credit: Credit

    @property
    def accounts(self) -> list[tuple[str, str]]:
        return origins.keys(self.credit)


class Comparer:
    """Reads texts and compares two of them."""

    def __init__(self) -> None:
        self.words = Words()
        self.furniture = grams(self.words)

    def keys(self, layout: Layout) -> Keys:
        text = self.text(layout)
        return Keys(text.digest if text.words else None, sketch(text.narrative, self.furniture), credits.read(layout))

    def text(self, layout: Layout) -> Text:
        return self.words.read(layout)

    def edge(self, a: Text, b: Text) -> Edge | None:
        """The verified edge, if there is one."""
        return edge(*sorted((a, b), key=lambda t: t.id), self.furniture)[0]


def may_be_one(a: Article, b: Article, share: float | None) -> bool:
    """Whether two articles declare themselves one account. ``share``: of the words, where a partial edge joins them."""
    x, y = sorted((a, b), key=lambda article: article.id)
    about: Mapping[str, Vector] = {i.id: _about(i.layout) for i in (x, y)}
    return origins.may_be_one(credits.read(x.layout), credits.read(y.layout), share, lambda i, j: cosine(about[i], about[j]))


def _about(layout: Layout) -> Vector:
    doc = layout.document
    return vector(doc.title or "", " ".join(doc.text[s.start : s.end] for s in layout.sentences))
