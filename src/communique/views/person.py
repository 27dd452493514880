"""A record and an actor's id in, the person out: names and roles as the accounts give them, and what was said."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.actor import Actor
from ..model.record import Record, Row
from .lines import Line
from .shelf import Shelf, many, text_of
from .statement import content


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """``written`` are the forms in which articles name the person, most frequent first."""

    id: str
    name: str
    role: str
    country: str
    written: tuple[str, ...]
    statements: tuple[Line, ...]
    stories: tuple[str, ...]


def actors(row: Row) -> list[Actor]:
    """Who speaks, meets, promises or quarrels in a row."""
    return [a for slot in ("speaker", "participants", "parties", "actors", "by") for a in many(row.get(slot)) if isinstance(a, Actor)]


def make(record: Record, wanted: str) -> Person | None:
    """None where nobody has that id."""
    found: list[Actor] = []
    lines: list[Line] = []
    stories: set[str] = set()
    for story in record.of("stories"):
        shelf = Shelf.of(record, story)
        for row in shelf.rows:
            mine = [a for a in actors(row) if a.id == wanted]
            if mine:
                found += mine
                stories.add(story.id)
            if mine and row.list == "statements":
                note = ", ".join(
                    filter(None, (text_of(row.get("when")), text_of(row.get("setting")), shelf.origin_name(shelf.origin(row.evidence[0].article))))
                )
                lines.append(
                    Line(
                        row=row.id,
                        words=content(row),
                        note=note,
                        origins=1,
                        cites=shelf.cites(row.evidence),
                        tags=tuple(filter(None, (text_of(row.get("mode")),))),
                    )
                )
    if not found:
        return None
    written = [a.as_written for a in found]
    best = max(found, key=lambda a: (bool(a.role), bool(a.country), len(a.name or ""), a.as_written))
    return Person(
        id=wanted, name=best.name or best.as_written, role=best.role or "", country=best.country or "",
        written=tuple(sorted(set(written), key=lambda w: (-written.count(w), w))), statements=tuple(lines), stories=tuple(sorted(stories)),
    )  # fmt: skip
