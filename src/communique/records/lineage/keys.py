"""An article's layout in, what lineage looks it up by out: sampled grams, a hash of its words, whose account it says it is.

``Comparer`` holds what is asked of texts one at a time, so that a new article is compared with the few that its keys find and with no other.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...model.layout import Layout
from ...model.lineage import Edge
from ..tokens import Hashes
from . import credits, origins
from .candidates import sketch
from .credits import Credit
from .edges import edge
from .furniture import grams
from .words import Text, Words


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
        return Keys(text.digest if len(text) else None, sketch(text.narrative, self.furniture), credits.read(layout))

    def text(self, layout: Layout) -> Text:
        return self.words.read(layout)

    def edge(self, a: Text, b: Text) -> Edge | None:
        """The verified edge, if there is one."""
        x, y = sorted((a, b), key=lambda t: t.id)
        return edge(x, y, self.furniture)[0]


def may_be_one(a: Layout, b: Layout, share: float | None, like: float) -> bool:
    """Whether two articles declare themselves one account. ``share``: of the words, where a partial edge joins them; ``like``: their likeness."""
    x, y = sorted((a, b), key=lambda layout: layout.document.id)
    return origins.may_be_one(credits.read(x), credits.read(y), share, lambda _, __: like)
