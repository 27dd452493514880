"""A connection in a writer's transaction in, what the record's upkeep reads and writes out: articles, rows, and the tables it looks things up in.

The tables hold what is known of each article (``texts``, ``grams``, ``credits``, ``edges``, ``actors``), of each account (``units``, ``words``,
``terms``, ``alike``) and of what was told (``acts``, ``said``), so that a change is looked up and nothing else is read. All can be made again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import DatabaseError

from ..model import codec
from ..model.article import Article
from ..model.document import Document
from ..model.judgement import Judgement
from ..model.layout import Layout
from ..model.notice import Notice
from ..model.record import Row
from . import standing
from .parses import unpack

TABLES = """
CREATE TABLE changed (article TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE dirty (story TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE texts (article TEXT PRIMARY KEY, digest TEXT, sketch BLOB NOT NULL, day TEXT, vector BLOB NOT NULL, unit TEXT, month TEXT, written TEXT)
  WITHOUT ROWID;
CREATE INDEX texts_digest ON texts (digest);
CREATE INDEX texts_month ON texts (month, unit);
CREATE TABLE grams (gram INTEGER, article TEXT, PRIMARY KEY (gram, article)) WITHOUT ROWID;
CREATE TABLE credits (kind TEXT, name TEXT, day TEXT, article TEXT, PRIMARY KEY (kind, name, day, article)) WITHOUT ROWID;
CREATE INDEX credits_article ON credits (article);
CREATE TABLE edges (a TEXT, b TEXT, kind TEXT, of_a REAL, of_b REAL, shared INTEGER, why TEXT, PRIMARY KEY (a, b, kind)) WITHOUT ROWID;
CREATE INDEX edges_b ON edges (b);
CREATE TABLE actors (article TEXT, key TEXT, name TEXT, PRIMARY KEY (article, key)) WITHOUT ROWID;
CREATE INDEX actors_key ON actors (key, article);
CREATE TABLE names (key TEXT, name TEXT, n INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (key, name)) WITHOUT ROWID;
CREATE INDEX names_id ON names (id);
CREATE TABLE units (unit TEXT PRIMARY KEY, members TEXT NOT NULL, vector BLOB NOT NULL, words TEXT NOT NULL, told TEXT NOT NULL, day TEXT NOT NULL,
  part TEXT, bar INTEGER, story TEXT) WITHOUT ROWID;
CREATE INDEX units_part ON units (part);
CREATE INDEX units_story ON units (story);
CREATE TABLE places (story TEXT PRIMARY KEY, first TEXT NOT NULL, ahead INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE words (word INTEGER, day TEXT, unit TEXT, PRIMARY KEY (word, day, unit)) WITHOUT ROWID;
CREATE TABLE terms (dated INTEGER, word INTEGER, unit TEXT, PRIMARY KEY (dated, word, unit)) WITHOUT ROWID;
CREATE TABLE alike (a TEXT, b TEXT, plain REAL NOT NULL, v REAL NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE acts (relation TEXT, event TEXT, story TEXT NOT NULL, actor TEXT NOT NULL, recipient TEXT NOT NULL, month TEXT NOT NULL,
  PRIMARY KEY (relation, event)) WITHOUT ROWID;
CREATE INDEX acts_story ON acts (story);
CREATE TABLE months (month TEXT PRIMARY KEY, articles INTEGER NOT NULL, origins INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE said (story TEXT, "where" TEXT, what TEXT, next_step TEXT NOT NULL, skipped INTEGER NOT NULL, PRIMARY KEY (story, "where", what)) WITHOUT ROWID
"""
NAMES = tuple(line.split()[2] for line in TABLES.split(";") if "TABLE" in line)
READINGS = "SELECT article, layout, body FROM readings WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article"
DOCUMENTS = "SELECT id, source, url, text, fields FROM documents WHERE id IN (SELECT value FROM json_each(?))"
ROWS = "SELECT body FROM rows WHERE list = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id"
Cells = Sequence[Any]
Encoded = tuple[Cells, Sequence[Cells], Sequence[Cells]]


class Ledger:
    """One transaction. SQL goes in as it is: the tables above are its language."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self.raw = raw

    def all(self, sql: str, *given: Any) -> list[tuple[Any, ...]]:
        return self.raw.execute(sql, given).fetchall()

    def column(self, sql: str, *given: Any) -> list[str]:
        """The first value of each row."""
        return [str(v) for (v, *_) in self.raw.execute(sql, given)]

    def one(self, sql: str, *given: Any) -> Any:
        """The first value of the first row, or None."""
        found = self.raw.execute(sql, given).fetchone()
        return found[0] if found else None

    def run(self, sql: str, *given: Any) -> None:
        self.raw.execute(sql, given)

    def many(self, sql: str, rows: Iterable[Cells]) -> None:
        self.raw.executemany(sql, rows)

    def setting(self, name: str) -> str | None:
        found = self.one("SELECT value FROM settings WHERE name = ?", name)
        return None if found is None else str(found)

    def set(self, name: str, value: str) -> None:
        self.run("INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value)

    def articles(self, ids: Iterable[str]) -> dict[str, Article]:
        """Those articles, by id."""
        wanted = json.dumps(sorted(set(ids)))
        docs = self.documents(wanted)
        found = self.raw.execute(READINGS, (wanted,))
        return {i: codec.decode(Article, {"layout": json.loads(unpack(layout)), **json.loads(unpack(body))}, docs[i]) for i, layout, body in found}

    def layouts(self, ids: Iterable[str]) -> dict[str, Layout]:
        """The layouts of those articles, by id: a fifth of the work that whole articles are."""
        wanted = json.dumps(sorted(set(ids)))
        docs = self.documents(wanted)
        return {i: codec.decode(Layout, json.loads(unpack(layout)), docs[i]) for i, layout, _ in self.raw.execute(READINGS, (wanted,))}

    def documents(self, wanted: str) -> dict[str, Document]:
        """``wanted``: ids as a JSON list."""
        found = self.raw.execute(DOCUMENTS, (wanted,))
        return {i: codec.decode(Document, {"id": i, "source": s, "url": u, "text": words, **json.loads(f)}) for i, s, u, words, f in found}

    def judgements(self) -> list[Judgement]:
        return [codec.decode(Judgement, json.loads(body)) for (body,) in self.raw.execute("SELECT body FROM judgements ORDER BY seq")]

    def rows(self, name: str, ids: Iterable[str]) -> list[Row]:
        """Those rows of one list, by id."""
        found = self.raw.execute(ROWS, (name, json.dumps(sorted(set(ids)))))
        bodies = [json.loads(b) for (b,) in found]
        docs = self.documents(json.dumps(sorted(set().union(*map(codec.cited, bodies)))))
        return [codec.decode_row(b, docs) for b in bodies]

    def put(self, rows: Iterable[Row]) -> None:
        """Rows into the record."""
        self.put_encoded([encoded(r) for r in rows])

    def put_encoded(self, rows: Sequence[Encoded]) -> None:
        self.many("INSERT INTO rows (list, id, story, body) VALUES (?, ?, ?, ?)", (row for row, _, _ in rows))
        self.many('INSERT INTO cited (list, row, article, start, "end") VALUES (?, ?, ?, ?, ?)', (c for _, cited, _ in rows for c in cited))
        self.many(standing.PUT, (e for _, _, entries in rows for e in entries))

    def take_out(self, stories: Iterable[str]) -> None:
        """All rows of some stories but their relations, and what was said in making them."""
        for s in stories:
            for table in ("cited", "standing"):
                self.run(f"DELETE FROM {table} WHERE row IN (SELECT id FROM rows WHERE story = ? AND list <> 'relations')", s)  # noqa: S608  names of ours
            self.run("DELETE FROM rows WHERE story = ? AND list <> 'relations'", s)
            self.run("DELETE FROM acts WHERE story = ?", s)
            self.run("DELETE FROM said WHERE story = ?", s)

    def drop(self, name: str, ids: Iterable[str]) -> None:
        """Those rows of one list."""
        for i in ids:
            self.run("DELETE FROM rows WHERE list = ? AND id = ?", name, i)
            for table in ("cited", "standing"):
                self.run(f"DELETE FROM {table} WHERE row = ? AND list = ?", i, name)  # noqa: S608  names of ours

    def clear(self, name: str) -> None:
        """All rows of one list."""
        for table in ("rows", "cited", "standing"):
            self.run(f"DELETE FROM {table} WHERE list = ?", name)  # noqa: S608  names of ours

    def say(self, story: str, notices: Iterable[Notice]) -> None:
        """What was told in making a story."""
        rows = [(story, n.where, n.what, n.next_step, int(n.skipped)) for n in notices]
        self.many('INSERT OR REPLACE INTO said (story, "where", what, next_step, skipped) VALUES (?, ?, ?, ?, ?)', rows)

    def empty(self) -> None:
        """Nothing is known, nothing is told."""
        for name in (*NAMES, "rows", "cited", "standing"):
            self.run(f"DELETE FROM {name}")  # noqa: S608  names of ours


def encoded(r: Row) -> Encoded:
    """A row as the tables hold it, what it cites, and what it is looked up by."""
    plain = codec.encode_row(r)
    body = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return (r.list, r.id, r.story, body), [(r.list, r.id, p.article, p.start, p.end) for p in r.evidence], standing.entries(plain)


@contextmanager
def plainly() -> Iterator[None]:
    """The driver's own errors as those that SQLAlchemy would raise."""
    try:
        yield
    except sqlite3.DatabaseError as e:
        raise DatabaseError("", None, e) from e
