"""The articles of a story in, its title and places out: words quoted from an account, never ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..model.article import Article
from ..model.casefile import Casefile
from .vectors import Vector, cosine, mean, vector

SHORTEST = 4  # words
MANY = 60  # articles whose words make the middle of a story


def title(case: Casefile, ids: Sequence[str]) -> str:
    """The article title, or where none has one the first sentence, that is likest to all of them."""
    titled = [(t, i) for i in ids if (t := _title(case.articles[i])) and len(t.split()) >= SHORTEST]
    found = titled or [(t, i) for i in ids if (t := _first(case.articles[i]))]
    if not found:
        return next((case.articles[i].document.source for i in ids), "")
    if len({t for t, _ in found}) == 1:
        return found[0][0]
    vectors: dict[str, Vector] = {t: vector("", t) for t, _ in found}
    centre = mean([vector("", _body(case.articles[i])) for _, i in found[:MANY]])
    return min((t for t, _ in found), key=lambda t: (-cosine(vectors[t], centre), len(t), t))


def _title(a: Article) -> str | None:
    if a.document.title:
        return a.document.title.strip()
    found = next((f for f in a.layout.furniture if f.kind == "title"), None)
    return a.document.text[found.start : found.end].strip() if found else None


def _first(a: Article) -> str:
    """The first sentence; a long one stays whole, since a title must be words of the text."""
    rows = [a.document.text[s.start : s.end] for s in a.layout.sentences]
    return next((r for r in rows if len(r.split()) >= SHORTEST), rows[0] if rows else "")


def _body(a: Article) -> str:
    return " ".join(a.document.text[s.start : s.end] for s in a.layout.sentences)


def places(case: Casefile, ids: Sequence[str]) -> tuple[str, ...]:
    """Places of datelines, those of most articles first."""
    counts = Counter(m.value.strip(" ,") for i in ids for m in case.articles[i].layout.marked("place"))
    return tuple(sorted(counts, key=lambda p: (-counts[p], p))[:6])
