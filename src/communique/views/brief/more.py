"""A shelf in, two more sections out: the figures, and the background: what is held about the matter, and the arrangements it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from ...model.passage import Passage
from ...model.record import Row
from ..figures import label
from ..lines import Line, Section
from ..shelf import Shelf, many, one_line, text_of
from .facts import join, section

FIGURES = 12
COUNTING = (None, "count", "money", "percent", "measure")
KINDS = ("relation", "expectation", "cause", "motive", "domestic", "silence", "history")  # what a reader asks for first


def figures(shelf: Shelf) -> Section:
    """Figures that count things, those of one sentence in one line; durations and dates stay in the record, what is disputed stands above."""
    above = _disputed(shelf)
    rows = [r for r in shelf.ranked("figures") if r.get("kind") in COUNTING and not set(r.evidence) <= above]
    groups = [list(g) for _, g in groupby(sorted(rows, key=lambda r: (-shelf.attested(r), shelf.telling(r).key())), key=lambda r: shelf.telling(r).key())]
    lines = tuple(_line(shelf, g) for g in groups[:FIGURES])
    return Section(key="figures", title="Figures", lines=lines, left_out=max(0, len(groups) - FIGURES))


def _line(shelf: Shelf, rows: list[Row]) -> Line:
    first = rows[0]
    heads = "; ".join(dict.fromkeys(label(r) for r in rows))
    return Line(row=first.id, head=heads, words=one_line(shelf.telling(first)), origins=shelf.attested(first), cites=shelf.cites(first.evidence))


def _disputed(shelf: Shelf) -> set[Passage]:
    """What the page shows already where accounts differ."""
    rows = [r for r in shelf.of_list("disagreements") if r.get("kind") == "figure" and r.get("class") != "compatible"]
    versions = [v for r in rows for v in many(r.get("versions")) if isinstance(v, Mapping)]
    return {p for v in versions for p in many(v.get("evidence")) if isinstance(p, Passage)}


def background(shelf: Shelf) -> Section:
    """Relations, expectations, causes and motives as somebody holds them; of standing arrangements those of which something is said."""
    held = sorted(shelf.ranked("assessments"), key=lambda r: (-shelf.attested(r), _rank(r)))
    standing = [r for r in shelf.ranked("frameworks") if r.get("kind") not in ("organisation", "alliance") or _said(r)]
    return section(shelf, "background", "Background", [*held, *standing], _head)


def _head(row: Row) -> str:
    if row.list == "frameworks":
        applicant = text_of(row.get("applicant"))
        return join(text_of(row.get("name")), text_of(row.get("kind")), f"applicant: {applicant}" if applicant else "")
    by = text_of(row.get("by")) or {"outlet": "the account itself", "unnamed": "unnamed"}.get(text_of(row.get("voice")), text_of(row.get("voice")))
    return join(by, text_of(row.get("kind")), text_of(row.get("direction")))


def _said(row: Row) -> bool:
    """An organisation that is only named is no background."""
    return any(row.get(slot) not in (None, (), "") for slot in ("applicant", "condition", "status"))


def _rank(row: Row) -> int:
    kind = text_of(row.get("kind"))
    return KINDS.index(kind) if kind in KINDS else len(KINDS)
