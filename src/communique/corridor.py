"""The only place where rooms meet: bytes -> documents -> passages -> readings -> records. Reads like the README.

    with Communique("nara.db") as desk:
        desk.add(["coverage/"])
        record = desk.record()
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import TracebackType

from . import documents, passages, readings, records
from .errors import CommuniqueError
from .model.document import Document
from .model.layout import Layout
from .model.notice import Notice
from .model.record import Record
from .readings.parse import MODEL, Parser
from .stores import Store, open_store

__all__ = ["MODEL", "Added", "Communique"]
Progress = Callable[[int, str], None]
ROOM = Path(__file__).parent


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
        self.parser = Parser(self.store.parses, model)

    def __enter__(self) -> Communique:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self.store.close()

    def add(self, paths: Iterable[str | Path], progress: Progress | None = None) -> Added:
        """Read files, folders, globs or ``-``; each article is kept as soon as it is read."""
        version, kept = reading_version(), self.store.versions()
        added: list[str] = []
        known: list[str] = []
        notices: list[Notice] = []
        for found in find(paths):
            if isinstance(found, Notice):
                notices.append(found)
            elif kept.get(found.id) == version:
                known.append(found.id)
            else:
                if progress:
                    progress(len(added) + 1, found.source)
                self.read(found, version)
                (known if found.id in kept else added).append(found.id)
                kept[found.id] = version
        self.store.note(notices)
        return Added(tuple(added), tuple(dict.fromkeys(known)), tuple(notices))

    def read(self, document: Document, version: str) -> None:
        """Lay one article out, read it, keep it."""
        article = readings.read(lay_out(document), self.parser)
        self.store.keep(article, version)

    def record(self) -> Record:
        """The record of all that was added, made again only where something changed."""
        self.refresh()
        return self.store.record()

    def refresh(self) -> None:
        """Make the record again if articles, readers or judgements changed since it was made."""
        stamp = self.stamp()
        if self.store.stamp() != stamp:
            self.rebuild(stamp)

    def run(self) -> dict[str, object]:
        """What made the record."""
        return {"readers": reading_version(), "records": record_version()}

    def rebuild(self, stamp: str | None = None) -> None:
        """Weave the record anew from readings and judgements."""
        record = records.weave(self.store.articles(), self.store.judgements())
        self.store.put_record(record, stamp or self.stamp())

    def stamp(self) -> str:
        """What the record is made of, in one hash: articles, readers, record steps, judgements."""
        parts = [record_version(), *(f"{a} {v}" for a, v in sorted(self.store.versions().items())), *(j.id for j in self.store.judgements())]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def find(paths: Iterable[str | Path]) -> Iterator[Document | Notice]:
    """Documents and notices behind what was named, in order."""
    for path in paths:
        try:
            yield from documents.read_path(path)
        except CommuniqueError as e:
            yield Notice(str(path), "no such file or folder", e.next_step, skipped=True)


@cache
def reading_version() -> str:
    """A hash of everything that decides what is read in an article."""
    return version_of("model", "language", "passages", "readings")


@cache
def record_version() -> str:
    """A hash of everything that decides what the record says."""
    return version_of("model", "language", "records")


def version_of(*rooms: str) -> str:
    """A hash over the files of some rooms."""
    digest = hashlib.sha256()
    for room in rooms:
        for path in sorted((ROOM / room).rglob("*")):
            if path.suffix in (".py", ".toml", ".json") and path.is_file():
                digest.update(path.relative_to(ROOM).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def lay_out(document: Document) -> Layout:
    if hasattr(passages, "lay_out"):
        return passages.lay_out(document)
    import re

    from .model.layout import Paragraph, Sentence
    pars = [Paragraph(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", document.text)]
    sents = [Sentence(p.start + m.start(), p.start + m.end(), i) for i, p in enumerate(pars) for m in re.finditer(r"\S.*?(?:[.!?][”\"']?(?=\s|$)|$)", document.text[p.start:p.end])]
    return Layout(document, paragraphs=tuple(pars), sentences=tuple(sents))
