"""Layouts as a mapping that asks the store when the first is wanted: most answers need none, a page needs those of the articles that it cites."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from ..model.document import Document
from ..model.layout import Layout

if TYPE_CHECKING:
    from .sqlite import SqliteStore


class StoredLayouts(Mapping[str, Layout]):
    """``layouts["a1.."]`` for the documents at hand: those that are cited come together, the others once one of them is wanted."""

    def __init__(self, store: SqliteStore, documents: Mapping[str, Document], cited: Collection[str]) -> None:
        self.store, self.documents = store, documents
        self.waiting = [{i: d for i, d in documents.items() if i in cited}, {i: d for i, d in documents.items() if i not in cited}]
        self.found: dict[str, Layout] = {}

    def _ask(self) -> None:
        """Fetch the next group."""
        self.found |= self.store.layouts(self.waiting.pop(0))

    def __getitem__(self, key: str) -> Layout:
        if key not in self.documents:
            raise KeyError(key)
        while key not in self.found and self.waiting:
            self._ask()
        return self.found[key]

    def __iter__(self) -> Iterator[str]:
        while self.waiting:
            self._ask()
        return iter(self.found)

    def __len__(self) -> int:
        return sum(1 for _ in self)
