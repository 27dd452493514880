"""Parquet files and a pure function in, a folder of Parquet out: stages over an archive, on this machine: ``LocalTables(2).map(files, f, out)``.

Each stage ends in one file for each file that went in, put in place when it is whole: a stage that was stopped goes on where it was. A file
that kills, hangs or floods its process is set aside with the reason beside where its output would stand, and the others go on. Another engine
(a cluster) keeps the same two promises: ``map`` over tables and ``sql``.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ..errors import CommuniqueError
from .local import LONGEST, TRIES, Processes
from .runner import Done

if TYPE_CHECKING:
    import pyarrow as pa

    Function = Callable[["pa.Table"], "pa.Table"]
MEMORY = 8 << 30  # bytes of address space of one worker: what would fill the machine fails alone
FULL = (errno.ENOSPC, errno.EDQUOT)


class Tables(Protocol):
    """What every engine of tables promises."""

    def map(self, files: Iterable[Path], function: Function, out: Path) -> Iterator[Done[Path, Path]]:
        """``function`` over the table of each file, into a file of the same name in ``out``; what is there already is not made again."""

    def sql(self, text: str, out: Path, **views: Path) -> None:
        """One question over folders of Parquet, named in it; the answer into the folder ``out``, a file for each value of its column ``part``."""


class LocalTables:
    """Processes, Parquet and DuckDB on one machine."""

    def __init__(self, processes: int, longest: float = LONGEST, tries: int = TRIES) -> None:
        self.processes, self.longest, self.tries = processes, longest, tries

    def run(self, inputs: Iterable[Path], function: Callable[[Path], Path]) -> Iterator[Done[Path, Path]]:
        """A function over paths in processes of their own, so that none can take this one along."""
        return Processes(self.processes, self.longest, self.tries).map(function, inputs, limited)

    def map(self, files: Iterable[Path], function: Function, out: Path) -> Iterator[Done[Path, Path]]:
        out.mkdir(parents=True, exist_ok=True)
        for done in self.run([f for f in files if not is_done(out / f.name)], partial(mapped, function, out)):
            if done.fault:
                set_aside(out / done.given.name, done.fault)
            yield done

    def sql(self, text: str, out: Path, **views: Path) -> None:
        import duckdb

        if out.is_dir():
            return
        fresh = out.with_name(out.name + ".new")
        remove(fresh)
        with duckdb.connect() as db:
            db.execute(f"SET threads = {self.processes}; SET temp_directory = '{_quoted(out.parent / 'spill')}'")
            for name, folder in views.items():
                db.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{_quoted(folder)}/*.parquet')")  # noqa: S608  our own names and paths
            try:
                db.execute(f"COPY ({text}) TO '{_quoted(fresh)}' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (part))")
            except duckdb.IOException as e:
                remove(fresh)
                raise full(out) if "space" in str(e) else CommuniqueError(f"{out} can't be written: {e}", "mend it and run the same command again") from e
        for folder in sorted(fresh.glob("part=*")):
            for n, file in enumerate(sorted(folder.iterdir())):
                file.rename(fresh / f"{folder.name.removeprefix('part=')}-{n}.parquet")
            folder.rmdir()
        fresh.rename(out)


def mapped(function: Function, out: Path, file: Path) -> Path:
    """One file through the function, put in place when it is whole."""
    import pyarrow.parquet as pq

    return write(function(pq.read_table(file)), out / file.name)


def write(table: pa.Table, path: Path) -> Path:
    """A table as a Parquet file, whole or not at all. CommuniqueError where the disk is full: no other file would fare better."""
    import pyarrow.parquet as pq

    half = path.with_name(path.name + ".half")
    try:
        pq.write_table(table, half, compression="zstd")
        with half.open("rb") as f:
            os.fsync(f.fileno())
        os.replace(half, path)
    except OSError as e:
        half.unlink(missing_ok=True)
        if e.errno in FULL:
            raise full(path) from e
        raise
    return path


def full(path: Path) -> CommuniqueError:
    return CommuniqueError(f"the disk is full ({path.parent})", "make room and run the same command again: it goes on from there")


def is_done(path: Path) -> bool:
    """Whether a file's output is there, or it was set aside."""
    return path.exists() or _aside(path).exists()


def set_aside(path: Path, fault: str) -> None:
    """Say beside where the output would stand why there is none."""
    _aside(path).write_text(json.dumps({"file": path.name, "fault": fault}), encoding="utf-8")


def aside(folder: Path) -> dict[str, str]:
    """File -> why it was set aside, of one stage."""
    found = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.aside.json"))]
    return {f["file"]: f["fault"] for f in found}


def _aside(path: Path) -> Path:
    return path.with_name(path.name + ".aside.json")


def limited() -> None:
    """Bounds the memory of this process where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


def remove(folder: Path) -> None:
    """A folder and all in it, where there is one."""
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


__all__ = ["LocalTables", "Tables", "aside"]
