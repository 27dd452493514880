"""Layouts as a mapping that asks the store once, when the first is wanted: most answers need none, a page needs a story's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.document import Document
from ..model.layout import Layout

if TYPE_CHECKING:
    from .sqlite import SqliteStore


class StoredLayouts(Mapping[str, Layout]):
    """``layouts["a1.."]`` for the documents at hand."""

    def __init__(self, store: SqliteStore, documents: Mapping[str, Document]) -> None:
        self.store, self.documents = store, documents

    @cached_property
    def found(self) -> dict[str, Layout]:
        return self.store.layouts(self.documents)

    def __getitem__(self, key: str) -> Layout:
        return self.found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)
