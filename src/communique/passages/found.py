"""What the finders of furniture hand each other: spans of furniture and the marks they declare, gathered for one document."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model.document import Document
from ..model.layout import Furniture, Mark
from ..model.passage import Passage


@dataclass(frozen=True, slots=True)
class Found:
    """Grows while one document is read; ``lay_out`` sorts and freezes it."""

    document: Document
    shouting: bool = False  # the text is all in capitals, so that capitals tell nothing
    furniture: list[Furniture] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.document.text

    def take(self, start: int, end: int, kind: str) -> None:
        """The span is furniture."""
        if end > start:
            self.furniture.append(Furniture(start, end, kind))

    def mark(self, kind: str, value: str | None, start: int, end: int) -> None:
        """The words declare ``value``."""
        if value and end > start:
            self.marks.append(Mark(kind, value, Passage(self.document, start, end)))

    def furniture_ends(self, at: int, kind: str) -> bool:
        """Whether a piece of that kind ends here."""
        return any(f.kind == kind and f.end == at for f in self.furniture)
