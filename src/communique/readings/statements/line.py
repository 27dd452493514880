"""A sentence with its quotation marks: which words stand in which quotation, and where a phrase begins and ends."""

from __future__ import annotations

from dataclasses import dataclass

from ...language.cues import Cue
from ...model.layout import Quotation
from ..page import Page, Sent
from ..parse import Token

Span = tuple[int, int]


class Line:
    """One sentence of a page. ``inside[i]`` is the quotation that word ``i`` stands in, its marks included, or None."""

    __slots__ = ("_edges", "_quoted", "inside", "page", "quotations", "sent", "toks")

    def __init__(self, page: Page, sent: Sent, quotations: list[Quotation]) -> None:
        self.page, self.sent, self.toks, self.quotations = page, sent, sent.tokens, quotations
        self.inside: list[Quotation | None] = [None] * len(self.toks)
        for q in quotations:
            for t in self.toks:
                if q.start <= sent.start + t.start < q.end:
                    self.inside[t.i] = q
        self._edges: dict[int, tuple[int, int]] = {}
        self._quoted: list[int] = []
        for i, quotation in enumerate(self.inside):
            self._quoted.append(i if quotation is not None else self._quoted[-1] if i else -1)

    def last_quoted(self, i: int) -> int:
        """The last word up to ``i`` that stands in a quotation; -1 where none does."""
        return self._quoted[i] if i >= 0 else -1

    def edges(self, i: int) -> tuple[int, int]:
        """First and last word of the phrase under word ``i``."""
        if i not in self._edges:
            low = high = i
            todo = list(self.sent.parse.kids[i])
            while todo:
                k = todo.pop()
                low, high = min(low, k), max(high, k)
                todo.extend(self.sent.parse.kids[k])
            self._edges[i] = (low, high)
        return self._edges[i]

    def kids(self, i: int, *deps: str) -> list[Token]:
        return self.sent.parse.children(i, *deps)

    def head(self, t: Token) -> Token:
        return self.toks[t.head]

    def at(self, i: int) -> int:
        """Where word ``i`` begins in the article."""
        return self.sent.start + self.toks[i].start

    def to(self, i: int) -> int:
        """Where word ``i`` ends in the article."""
        return self.sent.start + self.toks[i].end

    def is_mark(self, i: int) -> bool:
        """Punctuation or a space."""
        return self.toks[i].pos in ("PUNCT", "SPACE") or not any(c.isalnum() for c in self.toks[i].text)


@dataclass(frozen=True, slots=True)
class Frame:
    """One act of saying: ``cue`` is its verb or noun, ``first``..``last`` the cue's words, ``spans`` what was said (offsets of the article).

    ``subject`` is the head word of who says it, ``speaker`` its words; ``rule`` names the pattern.
    """

    line: Line
    cue: Token | None
    first: int
    last: int
    entry: Cue
    rule: str
    spans: tuple[Span, ...]
    subject: Token | None = None
    subject_line: Line | None = None
    speaker: Span | None = None
    hearer: Token | None = None
    negated: bool = False
    nested: Token | None = None

    @property
    def cue_span(self) -> Span | None:
        """None for a quotation that goes on without a cue of its own."""
        return (self.line.at(self.first), self.line.to(self.last)) if self.cue is not None else None
