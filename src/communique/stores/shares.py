"""A connection and what is wanted in, the bodies of rows out: all, of some stories, of some lists, or what names some states."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, String, column, or_, select, text

from . import schema as t
from .queries import ORIGINS

HOME = ("articles", "origins", "stories")  # what says where a row belongs
STANDING = "SELECT DISTINCT list, row, story FROM standing s WHERE name = :s0"
ALSO = " AND EXISTS (SELECT 1 FROM standing o WHERE o.name = :{} AND o.list = s.list AND o.row = s.row)"
Bodies = list[dict[str, Any]]


def wanted(c: Connection, ids: Iterable[str], name: str = "wanted") -> Any:
    """The ids as a table of this connection: a list of any length in one query."""
    c.execute(text(f"CREATE TEMP TABLE IF NOT EXISTS {name} (id TEXT PRIMARY KEY)"))
    c.execute(text(f"DELETE FROM temp.{name}"))  # noqa: S608  a name of ours
    listed = [{"id": i} for i in sorted(set(ids))]
    if listed:
        c.execute(text(f"INSERT INTO temp.{name} (id) VALUES (:id)"), listed)  # noqa: S608
    return select(column("id", String)).select_from(text(f"temp.{name}"))


def bodies(c: Connection, stories: Collection[str] | None = None, lists: Sequence[str] | None = None) -> Bodies:
    """Rows as they are stored, in order of list and id."""
    r = t.rows.c
    query = select(r.body).order_by(r.list, r.id)
    if lists is not None:
        query = query.where(r.list.in_(lists))
    if stories is not None:
        own = wanted(c, stories)
        query = query.where(or_(r.story.in_(own), (r.list == "stories") & r.id.in_(own), (r.list == "origins") & r.id.in_(text(ORIGINS))))
    return _dated(c, [json.loads(b) for (b,) in c.execute(query)])


def naming(c: Connection, states: Collection[str], stories: Collection[str] | None = None) -> Bodies:
    """Rows that name actors of all these states, of these stories where given, and what says where they belong."""
    found = [x for x in standing(c, states) if stories is None or x[2] in stories or x[2] is None]  # a relation over several stories is of none
    home = bodies(c, {s for _, _, s in found if s} if stories is None else stories, HOME)
    r = t.rows.c
    query = select(r.body).where(r.id.in_(wanted(c, (i for _, i, _ in found), "named")), r.list.not_in(HOME)).order_by(r.list, r.id)
    return home + _dated(c, [json.loads(b) for (b,) in c.execute(query)])


def standing(c: Connection, states: Collection[str]) -> list[tuple[str, str, str | None]]:
    """(list, id, story) of the rows that name actors of all these states."""
    codes = {f"s{n}": code for n, code in enumerate(sorted(set(states)))}
    others = "".join(map(ALSO.format, [n for n in codes if n != "s0"]))
    return [(str(a), str(b), s) for a, b, s in c.execute(text(STANDING + others), codes)]


def _dated(c: Connection, found: Bodies) -> Bodies:
    """Relations with what was collected in their month: it may have grown since they were told."""
    if any(b["list"] == "relations" for b in found):
        months = {m: {"articles": a, "origins": o} for m, a, o in c.execute(text("SELECT month, articles, origins FROM months"))}
        for b in found:
            if b["list"] == "relations" and (collected := months.get(b["slots"].get("month"))):
                b["slots"]["collected"] = collected
    return found
