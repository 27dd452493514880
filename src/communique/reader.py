"""Paths in, Articles out: the corridor's reading end, opened only when something is read (its rooms take half a second to open)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import chain, islice
from pathlib import Path

from . import documents, passages, readings
from .engines import Done, engine
from .errors import CommuniqueError
from .model.article import Article
from .model.document import Document
from .model.notice import Notice
from .readings.parse import Parser
from .stores import Fresh, Store, open_store

FEW = 12  # articles that are read sooner here than in processes that first load a model each
Read = tuple[Article, dict[str, str]]  # an article and the parses that are new


class Reader:
    """Reads with one model; a sentence whose parse the store has is not parsed again."""

    def __init__(self, store: Store, model: str) -> None:
        self.where, self.model = store.where, model
        self.parses = Fresh(store.parses)
        self.parser = Parser(self.parses, model)

    def read(self, document: Document) -> Read:
        """One article laid out and read, and the parses it added."""
        return read(self.parser, self.parses, document)

    def read_all(self, found: Iterator[Document], processes: int) -> Iterator[Done[Document, Read]]:
        """Each of them, in any order: here, or where there are many, in several processes."""
        few = list(islice(found, FEW))
        function: Callable[[Document], Read] = self.read
        if processes > 1 and len(few) == FEW:
            function = partial(read_elsewhere, self.model, self.where)
            return engine(processes).map(function, chain(few, found))
        return engine(1).map(function, chain(few, found))

    def keys(self, article: Article) -> list[str]:
        """What the store calls the parses of an article's sentences."""
        text = article.document.text
        return self.parser.keys(text[s.start : s.end] for s in article.layout.sentences)


def find(paths: Iterable[str | Path]) -> Iterator[Document | Notice]:
    """Documents and notices behind what was named, in order; what is not there is a notice, and the others are still read."""
    for path in paths:
        try:
            yield from documents.read_path(path)
        except CommuniqueError as e:
            yield Notice(str(path), e.what.removesuffix(f": {path}"), e.next_step, skipped=True)


def unread(done: Done[Document, Read]) -> Notice:
    """What is said of an article that could not be read."""
    return Notice(done.given.source, f"could not be read: {done.fault}", "report it with the article", skipped=True)


def read(parser: Parser, parses: Fresh, document: Document) -> Read:
    """One article laid out and read, and the parses it added."""
    return readings.read(passages.lay_out(document), parser), parses.take()


def read_elsewhere(model: str, where: str, document: Document) -> Read:
    """The same in a process of its own."""
    return read(*worker(model, where), document)


@cache
def worker(model: str, where: str) -> tuple[Parser, Fresh]:
    """What a process needs: a model, and the parses of the store where that is a file."""
    parses = Fresh({} if where == ":memory:" else open_store(where).parses)
    return Parser(parses, model), parses
