"""Paths in, Articles out: the corridor's reading end, opened only when something is read (its rooms take half a second to open)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import chain, islice
from pathlib import Path

from . import archive, passages, readings
from .engines import Done, engine
from .engines.calm import calm
from .model.article import Article
from .model.document import Document
from .model.notice import Notice
from .readings.page import parsed
from .readings.parse import Parser
from .stores import Fresh, Store, open_store

FEW = 12  # articles that are read sooner here than in processes that first load a model each
MANY = 16  # articles that are read together, so that the model gets some hundreds of sentences at once
LONG = 80_000  # characters of such a batch, and what is longer is read alone
Read = tuple[Article, dict[str, str]]  # an article and the parses that are new
Batch = tuple[Document, ...]


class Reader:
    """Reads with one model; a sentence whose parse the store has is not parsed again."""

    def __init__(self, store: Store, model: str) -> None:
        self.store, self.where, self.model = store, store.where, model
        self.parses = Fresh(store.parses)
        self.parser = Parser(self.parses, model)

    def read(self, document: Document) -> Read:
        """One article laid out and read, and the parses it added."""
        (one,) = read(self.parser, self.parses, (document,))
        return one

    def read_all(self, found: Iterator[Document], processes: int) -> Iterator[Done[Document, Read]]:
        """Each of them, in any order: here, or where there are many, in several processes. What a batch fails over is read alone."""
        few = list(islice(found, FEW))
        processes = processes if len(few) == FEW else 1
        function = partial(told, self.parser, self.parses) if processes == 1 else partial(told_elsewhere, self.model, self.where)
        for batch in engine(processes, tries=1).map(function, batches(chain(few, found))):
            if batch.result is not None:
                yield from batch.result
            else:
                for alone in engine(processes).map(function, [(d,) for d in batch.given]):
                    yield from alone.result or [Done(alone.given[0], fault=alone.fault)]

    def take_over(self, paths: Iterable[str | Path]) -> None:
        """Put the parses of the archives among these paths into the store."""
        for path in filter(archive.is_archive, paths):
            for some in archive.parses(Path(path), self.model):
                self.store.keep_parses(some)

    def keys(self, article: Article) -> list[str]:
        """What the store calls the parses of an article's sentences."""
        return self.parser.keys(parsed(article.layout))


def batches(found: Iterable[Document]) -> Iterator[Batch]:
    """So many at a time as make a batch, in order."""
    held: list[Document] = []
    size = 0
    for document in found:
        if held and (len(held) == MANY or size + len(document.text) > LONG):
            yield tuple(held)
            held, size = [], 0
        held.append(document)
        size += len(document.text)
    if held:
        yield tuple(held)


def unread(done: Done[Document, Read]) -> Notice:
    """What is said of an article that could not be read."""
    return Notice(done.given.source, f"could not be read: {done.fault}", "report it with the article", skipped=True)


def read(parser: Parser, parses: Fresh, batch: Batch) -> Iterator[Read]:
    """Articles laid out and read, each with the parses it added."""
    layouts = [passages.lay_out(d) for d in batch]
    texts = [parsed(x) for x in layouts]
    keys = [parser.keys(t) for t in texts]
    parses.ahead(chain(*keys))
    parser.prepare(chain(*texts))
    for layout, own in zip(layouts, keys, strict=True):
        yield readings.read(layout, parser), parses.take(own)
    parses.take()


def told(parser: Parser, parses: Fresh, batch: Batch) -> list[Done[Document, Read]]:
    """The same, each beside its document; a fault is the batch's."""
    return [Done(d, r) for d, r in zip(batch, read(parser, parses, batch), strict=True)]


def told_elsewhere(model: str, where: str, batch: Batch) -> list[Done[Document, Read]]:
    """The same in a process of its own."""
    with calm():
        return told(*worker(model, where), batch)


@cache
def worker(model: str, where: str) -> tuple[Parser, Fresh]:
    """What a process needs: a model, and the parses of the store where that is a file."""
    parses = Fresh({} if where == ":memory:" else open_store(where).parses)
    return Parser(parses, model), parses
