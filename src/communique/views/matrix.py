"""A story in, the grid of origins and facts out: which independent account carries, omits or contradicts what.

``make(record, story).cells[origin_id][fact.row]`` -> "carries", "differs", "not found", "not found (cut)". Copies fold into their origin.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.passage import Passage
from ..model.record import Record, Row
from .lines import Line
from .shelf import Shelf, many, one_line, text_of, when

KINDS = ("meetings", "commitments", "disputes", "figures", "statements")
FACTS = 24
CELLS = 120  # of one grid on a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One column: a row of the record, or a disagreement whose sides are its values."""

    row: str
    kind: str
    label: str
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """``origins`` are (id, name, articles); ``cells`` hold a Line (its ``head`` is the cell's word, its cites the sentences)."""

    story: str
    origins: tuple[tuple[str, str, int], ...]
    facts: tuple[Fact, ...]
    cells: Mapping[str, Mapping[str, Line]]
    left_out: int = 0


def make(record: Record, story: Row, limit: int = FACTS) -> Matrix:
    """Facts that two origins or more carry, and those on which they differ, most attested first."""
    shelf = Shelf.of(record, story)
    columns = [*_differences(shelf), *_shared(shelf)]
    origins = tuple(
        (o.id, shelf.origin_name(o.id), len(many(o.get("articles"))))
        for o in sorted(shelf.origins.values(), key=lambda o: (-len(many(o.get("articles"))), o.id))
    )
    cells = {o: {fact.row: found.get(o) or _absent(shelf, o, fact) for fact, found in columns[:limit]} for o, _, _ in origins}
    return Matrix(story=story.id, origins=origins, facts=tuple(f for f, _ in columns[:limit]), cells=cells, left_out=max(0, len(columns) - limit))


def fitting(story: Row) -> int:
    """How many facts a page can hold beside that many accounts."""
    return max(8, min(FACTS, CELLS // max(1, len(many(story.get("origins"))))))


Column = tuple[Fact, dict[str, Line]]


def _differences(shelf: Shelf) -> list[Column]:
    out: list[Column] = []
    for row in shelf.of_list("disagreements"):
        if row.get("class") == "compatible":
            continue
        found: dict[str, Line] = {}
        for version in many(row.get("versions")):
            if isinstance(version, Mapping):
                for p in many(version.get("evidence")):
                    if isinstance(p, Passage):
                        found[shelf.origin(p.article)] = _cell(shelf, row, text_of(version.get("value")), [p], ("differs",))
        out.append((Fact(row=row.id, kind="disagreement", label=text_of(row.get("on")), origins=len(found)), found))
    return out


def _shared(shelf: Shelf) -> list[Column]:
    seen: set[str] = set()
    out: list[Column] = []
    for kind in KINDS:
        for row in shelf.ranked(kind):
            key = text_of(row.get("utterance")) or row.id
            group = [r for r in shelf.of_list(kind) if (text_of(r.get("utterance")) or r.id) == key] if kind == "statements" else [row]
            found: dict[str, list[Passage]] = {}
            for p in (p for r in group for p in r.evidence):
                found.setdefault(shelf.origin(p.article), []).append(p)
            if key not in seen and len(found) > 1:
                seen.add(key)
                cells = {o: _cell(shelf, row, _value(row, kind), ps, ("carries",)) for o, ps in found.items()}
                out.append((Fact(row=row.id, kind=kind, label=label(row), origins=len(found)), cells))
    return sorted(out, key=lambda c: (-c[0].origins, KINDS.index(c[0].kind), c[0].row))


def label(row: Row) -> str:
    """What a fact is called: slots of the row in the article's own words, never a sentence of ours."""
    parts = {
        "meetings": ("participants", "form", "from"),
        "commitments": ("action", "topic"),
        "disputes": ("actors", "about"),
        "figures": ("counts", "unit"),
        "statements": ("speaker", "content"),
        "frameworks": ("name",),
        "assessments": ("by", "value"),
    }.get(row.list, ())
    words = [when(row.get(p)) if p == "from" else text_of(row.get(p)) for p in parts]
    text = next((w for w in words if w), "") if row.list in ("commitments", "figures") else ": ".join(filter(None, words))
    return short(text or one_line(min(row.evidence)))


def short(text: str, most: int = 120) -> str:
    """At most so many characters, cut between words and said to be cut."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _value(row: Row, kind: str) -> str:
    if kind == "figures":
        return text_of(row.get("value")) or "–".join(filter(None, (text_of(row.get("min")), text_of(row.get("max")))))
    return text_of(row.get("status")) if kind in ("meetings", "commitments") else "carries"


def _cell(shelf: Shelf, row: Row, head: str, passages: list[Passage], tags: tuple[str, ...]) -> Line:
    return Line(row=row.id, head=head or "carries", words=one_line(shelf.sentence(min(passages))), cites=shelf.cites(passages), origins=1, tags=tags)


def _absent(shelf: Shelf, origin: str, fact: Fact) -> Line:
    """Not found is a claim about our reading; a cut text is said to be cut."""
    articles = [r for r in shelf.articles.values() if str(r.get("origin")) == origin]
    cut = any(r.get("complete") is False for r in articles)
    return Line(row=fact.row, head="not found (text cut)" if cut else "not found", tags=("absent",))
