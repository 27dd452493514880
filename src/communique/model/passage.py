"""A document and two offsets in, words that can't be others out: what every citation points to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import total_ordering

from .document import Document


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """``document.text[start:end]``. It holds the document, so its words are the article's by construction.

    ValueError where the span is empty or leaves the text.
    """

    document: Document
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.document.text):
            raise ValueError(f"{self.start}..{self.end} is no passage of article {self.document.id} ({len(self.document.text)} characters)")

    @property
    def article(self) -> str:
        return self.document.id

    @property
    def text(self) -> str:
        return self.document.text[self.start : self.end]

    def key(self) -> tuple[str, int, int]:
        return (self.document.id, self.start, self.end)

    def covers(self, other: Passage) -> bool:
        return self.article == other.article and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Passage) -> bool:
        return self.article == other.article and self.start < other.end and other.start < self.end

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Passage) and self.key() == other.key()

    def __lt__(self, other: Passage) -> bool:
        return self.key() < other.key()

    def __hash__(self) -> int:
        return hash(self.key())

    def __repr__(self) -> str:
        return f"Passage({self.article} {self.start}..{self.end} {self.text[:40]!r})"
