"""The cache of parses as a mapping: looked up in the store, gathered in memory, written with the article that needed them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, MutableMapping
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from . import schema as t

if TYPE_CHECKING:
    from .sqlite import SqliteStore


class StoredParses(MutableMapping[str, str]):
    """``parses["y12.."] -> "[[0,4],...]"``."""

    def __init__(self, store: SqliteStore) -> None:
        self.store = store
        self.fresh: dict[str, str] = {}
        self.seen: dict[str, str] = {}

    def __getitem__(self, key: str) -> str:
        if key in self.fresh:
            return self.fresh[key]
        if key in self.seen:
            return self.seen[key]
        with self.store.reading() as c:
            body = c.execute(select(t.parses.c.body).where(t.parses.c.key == key)).scalar()
        if body is None:
            raise KeyError(key)
        self.seen[key] = zlib.decompress(body).decode()
        return self.seen[key]

    def __contains__(self, key: object) -> bool:
        try:
            self[str(key)]
        except KeyError:
            return False
        return True

    def __setitem__(self, key: str, value: str) -> None:
        self.fresh[key] = value

    def __delitem__(self, key: str) -> None:
        self.fresh.pop(key, None)

    def __iter__(self) -> Iterator[str]:
        with self.store.reading() as c:
            kept = [str(k) for (k,) in c.execute(select(t.parses.c.key))]
        return iter([*kept, *(k for k in self.fresh if k not in set(kept))])

    def __len__(self) -> int:
        with self.store.reading() as c:
            kept = c.execute(select(func.count()).select_from(t.parses)).scalar() or 0
        return kept + len(self.fresh)

    def flush(self, c: Connection) -> None:
        """Write what is new, in the transaction of the article that needed it, and forget what was looked up."""
        if self.fresh:
            c.execute(upsert(t.parses).on_conflict_do_nothing(), [{"key": k, "body": zlib.compress(v.encode(), 6)} for k, v in sorted(self.fresh.items())])
        self.fresh.clear()
        self.seen.clear()
