"""The store as one SQLite file: ``SqliteStore("nara.db")``, or ``SqliteStore(":memory:")`` for one that is gone afterwards.

Write-ahead log, synchronous=FULL, writers begin at once (BEGIN IMMEDIATE) and wait for each other.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event, func, insert, select, text
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Engine
from sqlalchemy.pool import StaticPool

from ..errors import CommuniqueError
from ..model import codec
from ..model.article import Article
from ..model.document import Document, whole
from ..model.judgement import Judgement
from ..model.layout import Layout
from ..model.notice import Notice
from ..model.passage import Passage
from ..model.record import WITHOUT_EVIDENCE, Record
from . import decisions, shares
from . import schema as t
from .base import Forgotten, Found
from .faults import told
from .layouts import StoredLayouts
from .ledger import Ledger, plainly
from .migrations import bring_up, is_up
from .parses import StoredParses, pack, pack_parse, unpack
from .queries import FRESH, INDEX, REVIEWED, ROWS_THERE, SAID, SEARCH, STATES, UNINDEX, match

HELD = 200  # articles fetched at once
WAIT = 10  # seconds for another writer to finish


class SqliteStore:
    """Keeps the promises of ``base.Store``."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.engine = _engine(where)
        if not self._is_up():
            with self.writing() as c:
                bring_up(c, where)
        self.parses = StoredParses(self)

    def _is_up(self) -> bool:
        """Looked at without the writer's lock, so that readers open a store that somebody writes to."""
        with self.reading() as c:
            return is_up(c)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that takes the writer's lock from its start."""
        with told(self.where), self.engine.connect().execution_options(writes=True) as c, c.begin():
            yield c

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that only looks."""
        with told(self.where), self.engine.connect() as c, c.begin():
            yield c

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        """What the record's upkeep works with, in one transaction with the writer's lock."""
        with self.writing() as c, plainly():
            yield Ledger(raw_of(c))

    @contextmanager
    def reading_ledger(self) -> Iterator[Ledger]:
        """The same to look at."""
        with self.reading() as c, plainly():
            yield Ledger(raw_of(c))

    def is_fresh(self, version: str) -> bool:
        """Whether the record knows all articles and judgements, and was made by this version of the record rooms."""
        with self.reading() as c:
            return all(bool(v) for v in c.execute(text(FRESH), {"version": version}).one())

    def first_seen(self, ids: Iterable[str] | None = None) -> dict[str, str]:
        query = select(t.documents.c.id, t.documents.c.first_seen)
        with self.reading() as c:
            if ids is not None:
                query = query.where(t.documents.c.id.in_(shares.wanted(c, ids)))
            return {str(i): str(seen) for i, seen in c.execute(query)}

    def versions(self, ids: Iterable[str] | None = None) -> dict[str, str]:
        query = select(t.readings.c.article, t.readings.c.version)
        with self.reading() as c:
            if ids is not None:
                query = query.where(t.readings.c.article.in_(shares.wanted(c, ids)))
            return {str(i): str(v) for i, v in c.execute(query)}

    def version(self, article: str) -> str | None:
        with self.reading() as c:
            return c.execute(select(t.readings.c.version).where(t.readings.c.article == article)).scalar()

    def keep(self, article: Article, version: str, parses: Mapping[str, str] | None = None) -> bool:
        doc = article.document
        fields = {k: v for k, v in codec.encode(doc).items() if k not in ("id", "source", "url", "text")}
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = {"id": doc.id, "source": doc.source, "url": doc.url, "text": doc.text, "fields": _json(fields), "first_seen": now}
        with self.writing() as c:
            new_here = c.execute(upsert(t.documents).values(row).on_conflict_do_nothing()).rowcount > 0
            whole = codec.encode(article)
            values = {"article": doc.id, "version": version, "layout": pack(_json(whole.pop("layout"))), "body": pack(_json(whole))}
            known = c.execute(select(t.readings.c.layout, t.readings.c.body).where(t.readings.c.article == doc.id)).one_or_none()
            if known is None or tuple(known) != (values["layout"], values["body"]):
                c.execute(text("INSERT OR IGNORE INTO changed (article) VALUES (:article)"), {"article": doc.id})
            new = upsert(t.readings).values(values)
            c.execute(new.on_conflict_do_update(index_elements=["article"], set_={k: new.excluded[k] for k in ("version", "layout", "body")}))
            self._index(c, article)
            self._keep_parses(c, parses or {})
        return new_here

    def keep_parses(self, parses: Mapping[str, str]) -> None:
        with self.writing() as c:
            self._keep_parses(c, parses)

    @staticmethod
    def _keep_parses(c: Connection, parses: Mapping[str, str]) -> None:
        if parses:
            c.execute(upsert(t.parses).on_conflict_do_nothing(), [{"key": k, "body": pack_parse(v)} for k, v in sorted(parses.items())])

    @staticmethod
    def _index(c: Connection, article: Article) -> None:
        """Sentences into the full-text index, those of an earlier reading out of it."""
        c.execute(text(UNINDEX), {"article": article.id})
        c.execute(t.sentences.delete().where(t.sentences.c.article == article.id))
        found = [{"article": article.id, "start": s.start, "end": s.end} for s in article.layout.sentences if s.start < s.end]
        if found:
            c.execute(insert(t.sentences), found)
            c.execute(text(INDEX), {"article": article.id})

    def articles(self, ids: Iterable[str] | None = None) -> Iterator[Article]:
        wanted = sorted(self.versions() if ids is None else set(ids))
        for at in range(0, len(wanted), HELD):
            with self.reading_ledger() as ledger:
                found = ledger.articles(wanted[at : at + HELD])
            yield from found.values()

    def documents(self, ids: Iterable[str] | None = None) -> dict[str, Document]:
        d = t.documents.c
        query = select(d.id, d.source, d.url, d.text, d.fields).order_by(d.id)
        with self.reading() as c:
            if ids is not None:
                query = query.where(d.id.in_(shares.wanted(c, ids)))
            found = c.execute(query).all()
        return {str(i): codec.decode(Document, {"id": i, "source": s, "url": u, "text": words, **json.loads(f)}) for i, s, u, words, f in found}

    def note(self, notices: Iterable[Notice]) -> None:
        self._note([_noted(n, "input") for n in notices])

    def _note(self, values: list[dict[str, Any]]) -> None:
        if values:
            with self.writing() as c:
                c.execute(upsert(t.notices).on_conflict_do_nothing(), values)

    def notices(self) -> list[Notice]:
        n = t.notices.c
        with self.reading() as c:
            found = c.execute(select(n.where, n.what, n.next_step, n.skipped).where(n.kind == "input")).all()
        return sorted(Notice(str(a), str(b), str(s), bool(skip)) for a, b, s, skip in found)

    def judge(self, judgement: Judgement) -> None:
        with self.writing() as c:
            c.execute(upsert(t.judgements).values(id=judgement.id, body=_json(codec.encode(judgement))).on_conflict_do_nothing())

    def judgements(self) -> list[Judgement]:
        with self.reading() as c:
            found = c.execute(select(t.judgements.c.body).order_by(t.judgements.c.seq)).all()
        return [codec.decode(Judgement, json.loads(body)) for (body,) in found]

    def put_record(self, record: Record, stamp: str) -> None:
        with self.ledger() as ledger:
            for name in ("rows", "cited", "standing", "said"):
                ledger.run(f"DELETE FROM {name}")  # noqa: S608  names of ours
            ledger.put(record.rows)
            ledger.say("", record.notices)
            ledger.set("stamp", stamp)

    def stamp(self) -> str | None:
        with self.reading() as c:
            return c.execute(select(t.settings.c.value).where(t.settings.c.name == "stamp")).scalar()

    def record(self, story: str | Collection[str] | None = None, lists: Sequence[str] | None = None, naming: Collection[str] = ()) -> Record:
        stories = [story] if isinstance(story, str) else story
        with self.reading() as c:
            said = [Notice(a, b, n, bool(skip)) for a, b, n, skip in c.execute(text(SAID))]
            bodies = shares.naming(c, naming, stories) if naming else shares.bodies(c, stories, lists)
        cited = set().union(*map(codec.cited, bodies))
        docs = self.documents(cited.union(b["id"] for b in bodies if b["list"] == "articles"))
        rows = tuple(codec.decode_row(b, docs) for b in bodies)
        return Record(rows=rows, notices=tuple(said), layouts=StoredLayouts(self, docs, cited))

    def layouts(self, documents: Mapping[str, Document]) -> dict[str, Layout]:
        with self.reading() as c:
            wanted = shares.wanted(c, documents)
            found = c.execute(select(t.readings.c.article, t.readings.c.layout).where(t.readings.c.article.in_(wanted))).all()
        return {str(a): codec.decode(Layout, json.loads(unpack(body)), documents[str(a)]) for a, body in found}

    def columns(self, name: str, *paths: str) -> list[tuple[str, str | None, tuple[str | float | None, ...]]]:
        r = t.rows.c
        values = [func.json_extract(r.body, f"$.slots.{p}") for p in paths]
        with self.reading() as c:
            found = c.execute(select(r.id, r.story, *values).where(r.list == name).order_by(r.id))
            return [(str(i), story, tuple(rest)) for i, story, *rest in found]

    def stories_naming(self, *countries: str) -> list[str]:
        with self.reading() as c:
            return sorted({story for name, _, story in shares.standing(c, countries) if story and name != "relations"})

    def tally(self) -> tuple[int, int]:
        with self.reading() as c:
            rows = c.execute(select(func.count()).select_from(t.rows).where(t.rows.c.list.not_in(WITHOUT_EVIDENCE))).scalar()
            return int(rows or 0), int(c.execute(text(REVIEWED)).scalar() or 0)

    def states(self, name: str) -> list[str]:
        with self.reading() as c:
            return sorted(str(x) for (x,) in c.execute(text(STATES), {"name": " ".join(name.casefold().split())}))

    def find(self, begins: str, name: str | None = None) -> list[tuple[str, str, str | None]]:
        r = t.rows.c
        query = select(r.list, r.id, r.story).where(r.id >= begins, r.id < begins + "\U0010ffff").order_by(r.id)
        with self.reading() as c:
            return [(str(a), str(b), s) for a, b, s in c.execute(query if name is None else query.where(r.list == name))]

    def search(self, words: str, limit: int = 20) -> list[Found]:
        asked = match(words)
        if not asked:
            return []
        with self.reading() as c:
            hits = c.execute(text(SEARCH), {"words": asked, "limit": limit}).all()
            rows = {(a, s): c.execute(text(ROWS_THERE), {"article": a, "start": s, "end": e}).all() for a, s, e, _ in hits}
        docs = self.documents(a for a, *_ in hits)
        return [Found(Passage(docs[a], s, e), story, tuple((str(x), str(y)) for x, y in rows[a, s])) for a, s, e, story in hits]

    def forget(self, article: str, reason: str, parses: Iterable[str]) -> list[tuple[str, str]]:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self.writing() as c:
            cited = select(t.cited.c.list, t.cited.c.row).where(t.cited.c.article == article).distinct()
            gone = sorted((str(a), str(b)) for a, b in c.execute(cited))
            c.execute(text(UNINDEX), {"article": article})
            c.execute(t.parses.delete().where(t.parses.c.key.in_(shares.wanted(c, parses))))
            for table in (t.sentences, t.readings):
                c.execute(table.delete().where(table.c.article == article))
            c.execute(t.documents.delete().where(t.documents.c.id == article))
            c.execute(upsert(t.forgotten).values(article=article, when=now, reason=reason).on_conflict_do_nothing())
            if gone:
                c.execute(upsert(t.withdrawn).on_conflict_do_nothing(), [{"row": r, "article": article, "list": name} for name, r in gone])
            decisions.blank(c, article, {row for _, row in gone})
            c.execute(text("INSERT OR IGNORE INTO changed (article) VALUES (:article)"), {"article": article})
            c.execute(text("INSERT INTO search (search) VALUES ('rebuild')"))
        return gone

    def scrub(self) -> None:
        """Write the file anew, so that freed pages and the log hold no words that were taken out."""
        with told(self.where), self.engine.connect() as c:
            raw = c.connection.driver_connection  # VACUUM can't run in a transaction, and SQLAlchemy would begin one
            if raw is not None:
                raw.execute("VACUUM")
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def forgotten(self) -> dict[str, Forgotten]:
        with self.reading() as c:
            return {f[0]: Forgotten(*map(str, f)) for f in c.execute(select(t.forgotten.c.article, t.forgotten.c.when, t.forgotten.c.reason))}

    def withdrawn(self) -> dict[str, tuple[str, ...]]:
        w, f = t.withdrawn.c, t.forgotten.c
        out: dict[str, tuple[str, ...]] = {}
        with self.reading() as c:
            for row, when, reason in c.execute(select(w.row, f.when, f.reason).join(t.forgotten, w.article == f.article).order_by(w.row, f.article)):
                out[row] = (*out.get(row, ()), f"source withdrawn on {when[:10]}: {reason}")
        return out

    def check(self) -> str:
        with self.reading() as c:
            return str(c.execute(text("PRAGMA quick_check")).scalar())

    def close(self) -> None:
        if self.where != ":memory:":  # a record taken from memory may still ask for its layouts
            self.engine.dispose()


def raw_of(c: Connection) -> Any:
    """The driver's own connection, for statements by the thousand."""
    return c.connection.driver_connection


def _noted(n: Notice, kind: str) -> dict[str, Any]:
    return {"where": whole(n.where), "what": whole(n.what), "next_step": n.next_step, "skipped": int(n.skipped), "kind": kind}


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _engine(where: str) -> Engine:
    if where == ":memory:":
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        path = Path(where)
        if not path.parent.is_dir():
            raise CommuniqueError(f"no such folder: {path.parent}", "make it, or give --db another file")
        if path.is_dir():
            raise CommuniqueError(f"{where} is a folder", "give --db a file")
        engine = create_engine(f"sqlite:///{where}", connect_args={"timeout": WAIT})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(raw: Any, _: Any) -> None:
    raw.isolation_level = None  # the driver's own BEGIN comes too late for BEGIN IMMEDIATE
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        raw.execute(f"PRAGMA {pragma}")


def _begin(c: Connection) -> None:
    c.exec_driver_sql("BEGIN IMMEDIATE" if c.get_execution_options().get("writes") else "BEGIN")
