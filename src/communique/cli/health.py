"""A store's path in, one finding for each thing that must work out: ``Check("language model", True, "en_core_web_sm 3.8.0")``."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import shutil
import sqlite3
import sys
from dataclasses import dataclass
from pathlib import Path

from ..errors import CommuniqueError
from ..settings import settings


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, whether it is well, what was seen, and what to do."""

    name: str
    well: bool
    said: str
    next_step: str = ""


def checks(db: str) -> list[Check]:
    """All of them, in order."""
    return [_program(), _python(), _model(), _search(), _disk(db), _store(db)]


def _program() -> Check:
    return Check("communique", True, importlib.metadata.version("communique"))


def _python() -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    return Check("Python", (3, 11) <= sys.version_info[:2] <= (3, 13), version, "use Python 3.11 to 3.13")


def _model() -> Check:
    name = settings()["model"].value
    there = importlib.util.find_spec(name.replace("-", "_")) is not None if name.isidentifier() else Path(name).is_dir()
    if not there:
        return Check("language model", False, f"{name} is not installed", "run `make demo`, or set COMMUNIQUE_MODEL to a spaCy model that is")
    try:
        return Check("language model", True, f"{name} {importlib.metadata.version(name)}")
    except importlib.metadata.PackageNotFoundError:
        return Check("language model", True, name)


def _search() -> Check:
    with sqlite3.connect(":memory:") as c:
        there = any("FTS5" in str(r[0]) for r in c.execute("PRAGMA compile_options"))
    return Check("SQLite", there, f"{sqlite3.sqlite_version}{' with FTS5' if there else ' without FTS5'}", "use a Python whose SQLite has FTS5")


def _disk(db: str) -> Check:
    folder = Path(db).resolve().parent if db != ":memory:" else Path.cwd()
    if not folder.is_dir():
        return Check("disk", False, f"no such folder: {folder}", "make it, or give --db another file")
    free = shutil.disk_usage(folder).free
    return Check("disk", free > 100_000_000, f"{free / 1e9:.1f} GB free", "make room")


def _store(db: str) -> Check:
    from ..stores import open_store

    if db != ":memory:" and not Path(db).exists():
        return Check("store", True, f"{db} is not there yet; `communique --db {db} add PATH` makes it")
    try:
        store = open_store(db)
        said = store.check()
        count = len(store.versions())
        store.close()
    except CommuniqueError as e:
        return Check("store", False, e.what, e.next_step)
    return Check("store", said == "ok", f"{db}: {count} articles, {said}", "give --db another file; the articles can be added again")
