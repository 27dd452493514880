"""A store's path in, an open desk and its record out, and what every listing shares: width, JSON, story by id."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from ..corridor import Communique
from ..errors import CommuniqueError
from ..exports import json as exporter
from ..model.record import Record, Row
from ..views import lookup

as_json = click.option("--json", "as_json", is_flag=True, help="The rows as JSON.")
of_story = click.option("--story", metavar="ID", help="Only this story.")


@contextmanager
def opened(db: str) -> Iterator[Communique]:
    """The desk of a store that is there; CommuniqueError where nothing was ever added."""
    if db != ":memory:" and "://" not in db and not Path(db).exists():
        raise CommuniqueError(f"no such store: {db}", "add articles first: communique --db FILE add PATH")
    with at(db) as desk:
        yield desk


def at(where: str = ":memory:") -> Communique:
    """A desk as the settings ask for it."""
    return Communique(where)


def record_of(db: str, story: str | None = None, lists: Sequence[str] | None = None) -> Record:
    """The record of a store: of one story (by the beginning of its id) or of all; some lists or all."""
    with opened(db) as desk:
        return desk.record((story_id(desk, story) or None) if story else None, lists)


def story_id(desk: Communique, given: str) -> str:
    """The id of the story that an id, or its beginning, names: of the story, or of a row or article in it."""
    desk.refresh()
    found = desk.store.find(given, "stories") or desk.store.find(given)
    stories = sorted({story or row for name, row, story in found if story or name == "stories"})
    if len(stories) == 1:
        return stories[0]
    if len({row for _, row, _ in found}) == 1:  # a row of no story, such as two rows that may be the same
        return ""
    raise _unknown(lookup.LookupFault(given, tuple(row for _, row, _ in found)))


def withdrawn(db: str, given: str) -> str | None:
    """What is said of a row that went with its source, by its whole id."""
    with opened(db) as desk:
        return "; ".join(desk.store.withdrawn().get(given, ())) or None


def find(record: Record, given: str) -> Row:
    """The row with that id, or CommuniqueError."""
    try:
        return lookup.row(record, given)
    except lookup.LookupFault as e:
        raise _unknown(e) from e


def find_story(record: Record, given: str) -> Row:
    """The story with that id, or of the row with that id."""
    try:
        return lookup.story(record, given)
    except lookup.LookupFault as e:
        raise _unknown(e) from e


def _unknown(e: lookup.LookupFault) -> CommuniqueError:
    return CommuniqueError(str(e), "give more of it" if e.found else "`communique stories` lists what there is")


def width() -> int:
    """Columns of the terminal; 100 where there is none."""
    return shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100


def plain(record: Record, rows: list[Row]) -> list[dict[str, Any]]:
    """Rows as the schema writes them."""
    origins = exporter.origins_of(record)
    return [exporter.row(r, origins) for r in rows]
