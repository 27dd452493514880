"""An encoded row in, what it is looked up by out: the states whose actors it names, by ISO code and by what the articles call them.

``("JPN", "JPN")`` and ``("japan", "JPN")``: codes are in capitals and names in small letters, so one look-up serves both.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

TABLE = """
CREATE TABLE IF NOT EXISTS standing (name TEXT, list TEXT, row TEXT, country TEXT NOT NULL, story TEXT, PRIMARY KEY (name, list, row, country)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS standing_row ON standing (row)
"""
NAMING = ("meetings", "statements", "commitments", "disputes", "frameworks", "assessments", "events", "relations")  # lists whose rows name who acts
PUT = "INSERT OR IGNORE INTO standing (name, list, row, country, story) VALUES (?, ?, ?, ?, ?)"
ALL = "SELECT body FROM rows WHERE list IN ('meetings', 'statements', 'commitments', 'disputes', 'frameworks', 'assessments', 'events', 'relations')"
Entry = tuple[str, str, str, str, str | None]
HOLDING = (dict, list)  # of plain values, those that may hold an actor


def entries(body: Any) -> list[Entry]:
    """(name, list, row, country, story) of one row; none for a list whose rows are not asked for so."""
    if body["list"] not in NAMING:
        return []
    found = {(name, code) for actor in _actors(body["slots"]) for name, code in _called(actor)}
    return [(name, body["list"], body["id"], code, body["story"]) for name, code in sorted(found)]


def of_bodies(rows: Iterable[tuple[Any, ...]]) -> Iterator[Entry]:
    """The entries of rows as they are stored."""
    for (body,) in rows:
        yield from entries(json.loads(body))


def _actors(slots: Any) -> Iterator[Any]:
    todo = [slots]
    while todo:
        v = todo.pop()
        if isinstance(v, dict):
            if "$actor" in v:
                yield v["$actor"]
            else:
                todo.extend(x for x in v.values() if x.__class__ in HOLDING)
        elif isinstance(v, list):
            todo.extend(x for x in v if x.__class__ in HOLDING)


def _called(actor: Any) -> Iterator[tuple[str, str]]:
    """What a state is looked up by that the actor is, acts for, or has among its members."""
    for member in actor.get("members", ()):
        yield from _called(member)
    code = actor.get("country")
    if not code:
        return
    yield code, code
    if actor["kind"] == "state":
        yield from ((" ".join(name.casefold().split()), code) for name in (actor.get("name"), actor.get("as_written")) if name)
