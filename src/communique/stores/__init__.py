"""A place in, a store out: ``open_store("nara.db")``, ``open_store(":memory:")``. A store = a file + one line in STORES."""

from __future__ import annotations

from .asking import read_only
from .base import Store
from .parses import Fresh
from .sqlite import SqliteStore


def open_store(where: str) -> Store:
    """The store at ``where``, made if it is not there."""
    return SqliteStore(where)


__all__ = ["Fresh", "Store", "open_store", "read_only"]
