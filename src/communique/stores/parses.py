"""The cache of parses: what is kept, as a mapping, and what one article adds to it (``Fresh``), to be kept with that article."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from . import schema as t

if TYPE_CHECKING:
    from .sqlite import SqliteStore


class StoredParses(Mapping[str, str]):
    """``parses["y12.."] -> "[[0,4],...]"``."""

    def __init__(self, store: SqliteStore) -> None:
        self.store = store

    def __getitem__(self, key: str) -> str:
        with self.store.reading() as c:
            body = c.execute(select(t.parses.c.body).where(t.parses.c.key == key)).scalar()
        if body is None:
            raise KeyError(key)
        return unpack(body)

    def __iter__(self) -> Iterator[str]:
        with self.store.reading() as c:
            return iter([str(k) for (k,) in c.execute(select(t.parses.c.key).order_by(t.parses.c.key))])

    def __len__(self) -> int:
        with self.store.reading() as c:
            return c.execute(select(func.count()).select_from(t.parses)).scalar() or 0


class Fresh(MutableMapping[str, str]):
    """A cache that looks things up in another and holds what is new until it is kept."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known
        self.new: dict[str, str] = {}
        self.seen: dict[str, str] = {}

    def __getitem__(self, key: str) -> str:
        if key in self.new:
            return self.new[key]
        if key not in self.seen:
            self.seen[key] = self.known[key]
        return self.seen[key]

    def __setitem__(self, key: str, value: str) -> None:
        self.new[key] = value

    def __delitem__(self, key: str) -> None:
        del self.new[key]

    def __iter__(self) -> Iterator[str]:
        return iter({**self.known, **self.new})

    def __len__(self) -> int:
        return len(self.known) + len(self.new)

    def take(self) -> dict[str, str]:
        """What is new since the last time; nothing is held on to."""
        taken, self.new, self.seen = self.new, {}, {}
        return taken


def pack(line: str) -> bytes:
    return zlib.compress(line.encode("utf-8", "surrogatepass"), 6)


def unpack(body: bytes) -> str:
    return zlib.decompress(body).decode("utf-8", "surrogatepass")
