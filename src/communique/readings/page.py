"""An article opened for reading: its layout, its parsed sentences and what earlier readers found. Readers take a Page, never a file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from ..model.document import Document
from ..model.figures import FigureReading
from ..model.layout import Furniture, Layout, Quotation
from ..model.passage import Passage
from ..model.statements import StatementReading
from ..model.times import TimeReading
from .entities import EntityTable
from .parse import Parse, Parser, Token

LONGEST_TITLE = 300  # characters; what is longer is no headline

NESTED = 4  # quotations inside quotations, at most


@dataclass(frozen=True, slots=True)
class Sent:
    """A sentence of the article with its grammar; ``start``/``end`` are offsets into the article."""

    index: int
    paragraph: int
    start: int
    end: int
    parse: Parse
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)  # what several readers ask of it, worked out once
    tokens: tuple[Token, ...] = field(init=False, repr=False, compare=False)  # those of ``parse``; asked for at every step

    def __post_init__(self) -> None:
        object.__setattr__(self, "tokens", self.parse.tokens)

    def span(self, first: Token, last: Token | None = None) -> tuple[int, int]:
        """Offsets into the article from ``first`` to ``last``."""
        return self.start + first.start, self.start + (last or first).end

    def token_at(self, offset: int) -> Token | None:
        """The word at an offset of the article."""
        return next((t for t in self.tokens if self.start + t.start <= offset < self.start + t.end), None)


def headlines(layout: Layout) -> list[Furniture]:
    """The headlines that are read."""
    return [f for f in layout.furniture if f.kind == "title" and f.end - f.start <= LONGEST_TITLE]


def parsed(layout: Layout) -> list[str]:
    """The texts whose grammar a page asks for: its sentences, then its headlines."""
    text = layout.document.text
    return [*(text[s.start : s.end] for s in layout.sentences), *(text[f.start : f.end] for f in headlines(layout))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """``titles`` are the headlines, parsed like sentences but kept apart: what stands in them is told again below, in better grammar.

    ``entities``, ``times``, ``figures`` and ``statements`` fill up as the readers run, in the order of ``readings.READERS``."""

    document: Document
    layout: Layout
    sents: tuple[Sent, ...]
    titles: tuple[Sent, ...] = ()
    entities: EntityTable = field(default_factory=lambda: EntityTable(()))
    times: tuple[TimeReading, ...] = ()
    figures: tuple[FigureReading, ...] = ()
    statements: tuple[StatementReading, ...] = ()

    @classmethod
    def open(cls, layout: Layout, parser: Parser) -> Page:
        doc = layout.document
        heads = headlines(layout)
        parses = parser.parse(parsed(layout))
        sents = tuple(Sent(i, s.paragraph, s.start, s.end, p) for i, (s, p) in enumerate(zip(layout.sentences, parses, strict=False)))
        titles = tuple(Sent(i, -1, f.start, f.end, p) for i, (f, p) in enumerate(zip(heads, parses[len(sents) :], strict=True)))
        return cls(document=doc, layout=layout, sents=sents, titles=titles)

    def passage(self, start: int, end: int) -> Passage:
        return Passage(self.document, start, end)

    def sent_at(self, offset: int) -> Sent | None:
        """The sentence that holds an offset of the article."""
        k = bisect_right(self.sents, offset, key=lambda s: s.start) - 1
        return self.sents[k] if k >= 0 and offset < self.sents[k].end else None

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that holds an offset of the article, its marks included; of nested ones the outer."""
        k = bisect_right(self.layout.quotations, offset, key=lambda q: q.start)
        return next((q for q in self.layout.quotations[max(0, k - NESTED) : k] if offset < q.end), None)
