"""The tables, as SQLAlchemy Core values: facts (documents, readings), decisions (judgements), and what can be made again (parses, rows)."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

settings = Table("settings", metadata, Column("name", String, primary_key=True), Column("value", Text, nullable=False))

documents = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),
    Column("source", Text, nullable=False),
    Column("url", Text),
    Column("text", Text, nullable=False),
    Column("fields", Text, nullable=False),  # the rest of the document, as JSON
    Column("first_seen", String, nullable=False),
)
Index("documents_source", documents.c.source)

readings = Table(
    "readings",
    metadata,
    Column("article", String, primary_key=True),
    Column("version", String, nullable=False),  # of the readers that made it
    Column("layout", LargeBinary, nullable=False),  # its layout, as deflated JSON: pages need it without the readings
    Column("body", LargeBinary, nullable=False),  # the Article without its layout, as deflated JSON
)

parses = Table("parses", metadata, Column("key", String, primary_key=True), Column("body", LargeBinary, nullable=False))

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("body", Text, nullable=False),
)

notices = Table(
    "notices",
    metadata,
    Column("where", Text, primary_key=True),
    Column("what", Text, primary_key=True),
    Column("next_step", Text, nullable=False),
    Column("skipped", Integer, nullable=False),
    Column("kind", String, nullable=False),  # input: told while adding; record: told while weaving
)

sentences = Table(
    "sentences",
    metadata,
    Column("rowid", Integer, primary_key=True, autoincrement=True),
    Column("article", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)
Index("sentences_article", sentences.c.article)

forgotten = Table(
    "forgotten",
    metadata,
    Column("article", String, primary_key=True),
    Column("when", String, nullable=False),
    Column("reason", Text, nullable=False),
)

withdrawn = Table(
    "withdrawn",
    metadata,
    Column("row", String, primary_key=True),
    Column("article", String, primary_key=True),
    Column("list", String, nullable=False),
)

cited = Table(
    "cited",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("list", String, nullable=False),
    Column("row", String, nullable=False),
    Column("article", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)
Index("cited_row", cited.c.row)
Index("cited_article", cited.c.article, cited.c.start)

rows = Table(
    "rows",
    metadata,
    Column("list", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("story", String),
    Column("body", Text, nullable=False),
)
Index("rows_story", rows.c.story, rows.c.list)
Index("rows_id", rows.c.id)

__all__ = ["cited", "documents", "forgotten", "judgements", "metadata", "notices", "parses", "readings", "rows", "sentences", "settings", "withdrawn"]
