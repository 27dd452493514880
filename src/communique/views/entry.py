"""A row in, everything it says out, with the sentence of each passage: what ``show ID`` prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.actor import Actor
from ..model.passage import Passage
from ..model.record import Record, Row, Value
from .lines import Cite
from .shelf import Shelf, one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """``slots``: (name, words) of all that is known; ``sentences``: each citation with the sentence around it."""

    list: str
    id: str
    story: str | None
    slots: tuple[tuple[str, str], ...]
    sentences: tuple[tuple[Cite, str], ...]


def make(record: Record, row: Row) -> Entry:
    """The entry of one row of any list."""
    home = next((s for s in record.of("stories") if s.id == row.story), None)
    shelf = Shelf.of(record, home or Row(list="stories", id="", slots={"articles": tuple(a.id for a in record.of("articles"))}))
    slots = tuple((k, said(v)) for k, v in row.slots.items() if v not in (None, "", ()) and k != "text")
    cites = tuple((shelf.cite(p), one_line(shelf.sentence(p))) for p in sorted(set(row.evidence)))
    return Entry(list=row.list, id=row.id, story=row.story, slots=slots, sentences=cites)


def said(v: Value) -> str:
    """Any slot in words."""
    if isinstance(v, Passage):
        return f"“{one_line(v)}”"
    if isinstance(v, Actor):
        return " ".join(filter(None, (v.name or v.as_written, f"({v.role})" if v.role else "", v.country or "")))
    if isinstance(v, Mapping):
        return "; ".join(f"{k}: {said(x)}" for k, x in v.items() if x not in (None, "", ()))
    if isinstance(v, tuple):
        return " | ".join(map(said, v))
    return f"{v:g}" if isinstance(v, float) else str(v)
