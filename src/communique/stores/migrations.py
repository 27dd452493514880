"""A connection in, a store of today's form out: named steps, each run once, in order, in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, text

from ..errors import CommuniqueError
from . import sql_views, standing
from .ledger import TABLES
from .schema import metadata

Step = Callable[[Connection], None]


def first_tables(c: Connection) -> None:
    """Documents, readings, parses, judgements, notices and rows."""
    metadata.create_all(c)


def search(c: Connection) -> None:
    """The full-text index over sentences: it holds no words of its own, but looks them up in the documents."""
    c.exec_driver_sql(
        """CREATE VIEW sentence_words AS SELECT s.rowid AS rowid, substr(d.text, s.start + 1, s."end" - s.start) AS text
        FROM sentences s JOIN documents d ON d.id = s.article"""
    )
    c.exec_driver_sql("CREATE VIRTUAL TABLE search USING fts5 (text, content='sentence_words', content_rowid='rowid', tokenize='porter unicode61')")


def lists_as_views(c: Connection) -> None:
    """The lists of the record as SQL views."""
    for line in sql_views.statements():
        c.exec_driver_sql(line)


def upkeep(c: Connection) -> None:
    """What the record's upkeep looks up; all articles are new to it."""
    for line in TABLES.split(";"):
        c.exec_driver_sql(line)
    c.exec_driver_sql("INSERT INTO changed (article) SELECT article FROM readings")
    c.exec_driver_sql("DELETE FROM settings WHERE name = 'stamp'")


def who_stands_where(c: Connection) -> None:
    """The states that each row names, so that the rows of a pair are looked up."""
    for line in standing.TABLE.split(";"):
        c.exec_driver_sql(line)
    raw: Any = c.connection.driver_connection
    raw.executemany(standing.PUT, standing.of_bodies(raw.execute(standing.ALL)))


STEPS: tuple[Step, ...] = (first_tables, search, lists_as_views, upkeep, who_stands_where)


def is_up(c: Connection) -> bool:
    """Whether this store has seen all steps and no others."""
    tables = {str(r[0]) for r in c.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))}
    return "migrations" in tables and {str(r[0]) for r in c.execute(text("SELECT name FROM migrations"))} == {s.__name__ for s in STEPS}


def bring_up(c: Connection, where: str) -> None:
    """Run the steps that this store has not seen; CommuniqueError where it was written by a later program."""
    tables = {str(r[0]) for r in c.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))}
    if tables and "migrations" not in tables:
        raise CommuniqueError(f"{where} is no communique store, but a database of another program", "give --db another file")
    c.execute(text("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY)"))
    done = {str(r[0]) for r in c.execute(text("SELECT name FROM migrations"))}
    later = sorted(done - {s.__name__ for s in STEPS})
    if later:
        raise CommuniqueError(f"{where} was written by a later version of communique", "update communique and try again")
    for step in STEPS:
        if step.__name__ not in done:
            step(c)
            c.execute(text("INSERT INTO migrations (name) VALUES (:name)"), {"name": step.__name__})
