"""The only place where rooms meet: bytes -> documents -> passages -> readings -> records -> views -> exports. Reads like the README.

    with Communique("nara.db") as desk:
        desk.add(["coverage/"])
        print(desk.brief())
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from .engines.calm import calm
from .exports import BRIEFS, EXPORTS
from .exports import json as exporter
from .model.article import Article
from .model.document import Document
from .model.notice import Notice
from .model.record import Record, Row
from .run import READING, RECORDS, made_of, version_of
from .settings import settings
from .stores import Store, open_store
from .views import brief as brief_view

if TYPE_CHECKING:
    from .reader import Reader

__all__ = ["Added", "Communique"]
Progress = Callable[[int, str], None]
AT_ONCE, LONG = 100, 1_000_000  # articles that are looked up together, and their characters


@dataclass(frozen=True, slots=True)
class Added:
    """What one ``add`` did: articles read now, articles known before, and what could not be read."""

    added: tuple[str, ...]
    known: tuple[str, ...]
    notices: tuple[Notice, ...]

    @property
    def skipped(self) -> int:
        return sum(n.skipped for n in self.notices)


class Communique:
    """A desk with a store: ``:memory:`` (gone afterwards) or a file."""

    def __init__(self, where: str | Path = ":memory:", *, model: str | None = None) -> None:
        self.store: Store = open_store(str(where))
        self.model = model or settings()["model"].value

    @cached_property
    def reader(self) -> Reader:
        """What reads, with its model; opened when the first article is read."""
        from .reader import Reader

        return Reader(self.store, self.model)

    def __enter__(self) -> Communique:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def add(self, paths: Iterable[str | Path], progress: Progress | None = None, processes: int = 1, under: str = "") -> Added:
        """Read files, folders, patterns or ``-``; each article is kept as soon as it is read, so a stop loses nothing.

        ``under`` is a folder of passage (an upload's) that no source and no notice should tell of.
        """
        version, forgotten = self.reading_version(), self.store.forgotten()
        seen: dict[str, str | None] = {}
        added: list[str] = []
        known: list[str] = []
        before: set[str] = set()  # read here, but somebody else had kept it meanwhile
        notices: list[Notice] = []

        from . import archive  # the doors take as long to open as everything else together: only who reads waits for them

        paths = list(paths)

        def fresh() -> Iterator[Document]:
            for found, stored in _looked_up(self.store, (_without(f, under) for f in archive.find(paths))):
                if isinstance(found, Notice):
                    notices.append(found)
                elif found.id in forgotten:
                    notices.append(forgotten[found.id].notice(found.source))
                elif (had := seen.get(found.id) or stored) == version:
                    known.append(found.id)
                else:
                    (known if had else added).append(found.id)
                    seen[found.id] = version
                    yield found

        unknown = fresh()
        first = next(unknown, None)
        if first is None:  # nothing to read: the rooms that read stay shut
            self.store.note(notices)
            return Added((), tuple(dict.fromkeys(known)), tuple(notices))
        from .reader import unread

        self.reader.take_over(paths)
        with calm():
            for done in self.reader.read_all(chain((first,), unknown), processes):
                if done.result is None:
                    (added if done.given.id in added else known).remove(done.given.id)
                    notices.append(unread(done))
                    continue
                article, parses = done.result
                if not self.store.keep(article, version, parses):
                    before.add(article.id)
                notices += article.notices
                if progress:
                    progress(len(added), done.given.source)
        self.store.note(notices)
        return Added(tuple(i for i in added if i not in before), tuple(dict.fromkeys([*known, *(i for i in added if i in before)])), tuple(notices))

    def keep(self, document: Document) -> Article:
        """Read one document that is at hand and keep it."""
        article, parses = self.reader.read(document)
        self.store.keep(article, self.reading_version(), parses)
        return article

    def reread(self, progress: Progress | None = None, processes: int = 1) -> Added:
        """Read every article again, whatever read it before, and make the record anew. Sentences that did not change come from the cache."""
        from .reader import unread

        version, known, notices = self.reading_version(), list[str](), list[Notice]()
        for done in self.reader.read_all((a.document for a in self.store.articles()), processes):
            if done.result is None:
                notices.append(unread(done))
                continue
            article, parses = done.result
            self.store.keep(article, version, parses)
            notices += article.notices
            known.append(article.id)
            if progress:
                progress(len(known), done.given.source)
        self.rebuild(processes)
        return Added((), tuple(known), tuple(notices))

    def forget(self, article: str, reason: str) -> list[tuple[str, str]]:
        """Take an article and all quoted from it out; (list, id) of the rows that stood on it."""
        self.refresh()
        found = next(iter(self.store.articles([article])), None)
        gone = self.store.forget(article, reason, self.reader.keys(found) if found else [])
        self.refresh()
        self.store.scrub()
        return gone

    def look(self, path: str | Path) -> tuple[list[Article], list[Notice]]:
        """Read a file without keeping it: a draft, to be checked against the record."""
        from . import archive

        found = list(archive.find([path]))
        articles = [self.reader.read(d)[0] for d in found if isinstance(d, Document)]
        return articles, [n for n in found if isinstance(n, Notice)]

    def record(self, story: str | Collection[str] | None = None, lists: Sequence[str] | None = None, naming: Collection[str] = ()) -> Record:
        """The record of all that was added, or the share of some stories, or some lists, or what names all these states; made again only where something
        changed."""
        self.refresh()
        found = self.store.record(story, lists, naming)
        seen, withdrawn = self.store.first_seen([r.id for r in found.rows if r.list == "articles"]), self.store.withdrawn()
        rows = (_seen(r, seen) if r.list == "articles" else r for r in found.rows)
        return replace(found, rows=tuple(replace(r, slots={**r.slots, "withdrawn": withdrawn[r.id]}) if r.id in withdrawn else r for r in rows))

    def refresh(self, processes: int = 1) -> None:
        """Bring the record up to date with what was added, read otherwise, judged or forgotten since it was made."""
        if not self.store.is_fresh(version_of(*RECORDS)):
            from . import upkeep

            with calm():
                upkeep.refresh(self.store, version_of(*RECORDS), processes)

    def rebuild(self, processes: int = 1) -> None:
        """Make the record anew from readings and judgements."""
        from .upkeep import whole

        with calm():
            whole.remake(self.store, version_of(*RECORDS), processes, anew=True)

    def reading_version(self) -> str:
        """What decides how an article is read: our files, the model's name, and the outside readers asked for."""
        return " ".join((version_of(*READING), self.model, *os.environ.get("COMMUNIQUE_READERS", "").split()))

    def brief(self, story: str | None = None, to: str = "text", width: int = 100) -> str:
        """The page of one story (by id), or of all: ``to`` is text, markdown or html."""
        briefs = [b for b in brief_view.make_all(self.record()) if story in (None, b.story)]
        return BRIEFS[to](briefs, width)

    def export(self, to: str = "json", *, with_text: bool = False) -> str:
        """The whole record as text; full texts leave only where asked for."""
        record = self.record()
        return EXPORTS[to](record, self.run(record), with_text)

    def run(self, record: Record) -> dict[str, Any]:
        """What made the record."""
        ids = [r.id for r in record.of("articles")]
        return made_of(model=self.model, articles=ids, judgements=len(self.store.judgements()), record=exporter.whole(record))


def _looked_up(store: Store, found: Iterable[Document | Notice]) -> Iterator[tuple[Document | Notice, str | None]]:
    """Each with the version of the readers that read it before, asked for many at a time."""
    held: list[Document | Notice] = []
    size = 0

    def told() -> Iterator[tuple[Document | Notice, str | None]]:
        versions = store.versions([f.id for f in held if isinstance(f, Document)])
        for f in held:
            yield f, versions.get(f.id) if isinstance(f, Document) else None

    for f in found:
        held.append(f)
        size += len(f.text) if isinstance(f, Document) else 0
        if len(held) == AT_ONCE or size > LONG:
            yield from told()
            held.clear()
            size = 0
    yield from told()


def _without(found: Document | Notice, under: str) -> Document | Notice:
    if not under:
        return found
    if isinstance(found, Notice):
        return replace(found, where=found.where.removeprefix(under))
    return found.under_name(found.source.removeprefix(under))


def _seen(row: Row, seen: dict[str, str]) -> Row:
    return replace(row, slots={**row.slots, "first_seen": {"value": seen.get(row.id), "came_from": "this store"}})
