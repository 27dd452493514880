"""What the engine of tables promises: each file ends in its output or set aside, a stage stopped goes on, and SQL sees whole folders."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from communique.engines.tables import LocalTables, aside, write
from communique.errors import CommuniqueError


def made(folder: Path, *numbers: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    return [write(pa.table({"n": [n, n], "key": [f"y{n}", "y0"]}), folder / f"{n}.parquet") for n in numbers]


def twice(table: pa.Table) -> pa.Table:
    return pa.table({"n": [2 * n for n in table["n"].to_pylist()], "key": table["key"]})


def fragile(table: pa.Table) -> pa.Table:
    n = table["n"][0].as_py()
    if n == 1:
        os.kill(os.getpid(), 9)
    if n == 2:
        time.sleep(60)
    if n == 3:
        held = [b"flood"]
        while True:
            held.append(bytes(1 << 30))
    return twice(table)


def fills(table: pa.Table) -> pa.Table:
    raise CommuniqueError("the disk is full", "make room") if table["n"][0].as_py() == 1 else ValueError("odd")


def test_each_file_has_its_output_and_nothing_is_made_twice(tmp_path: Path) -> None:
    files, out = made(tmp_path / "in", 4, 5, 6), tmp_path / "out"
    assert [d.fault for d in LocalTables(2).map(files, twice, out)] == [None] * 3
    assert pq.read_table(out / "5.parquet")["n"].to_pylist() == [10, 10]
    (out / "6.parquet").unlink()
    assert [d.given.name for d in LocalTables(2).map(files, twice, out)] == ["6.parquet"]


def test_files_that_kill_hang_or_flood_are_set_aside_and_the_rest_is_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files, out = made(tmp_path / "in", 1, 2, 3, 4, 5), tmp_path / "out"
    list(LocalTables(2, longest=4.0, tries=2).map(files, fragile, out))
    found = aside(out)
    assert sorted(found) == ["1.parquet", "2.parquet", "3.parquet"]
    assert "killed" in found["1.parquet"]
    assert "more than 4 s" in found["2.parquet"]
    assert "MemoryError" in found["3.parquet"]
    assert sorted(p.name for p in out.glob("*.parquet")) == ["4.parquet", "5.parquet"]
    assert list(LocalTables(2).map(files, fragile, out)) == []  # what was set aside is not tried for ever


def test_a_full_disk_stops_the_stage_and_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object, **__: object) -> None:
        (tmp_path / "a.parquet.half").write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(pq, "write_table", no_room)
    with pytest.raises(CommuniqueError, match=r"disk is full.*make room and run the same command again"):
        write(pa.table({"n": [1]}), tmp_path / "a.parquet")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_told_by_a_worker_is_told_here(tmp_path: Path) -> None:
    with pytest.raises(CommuniqueError, match="the disk is full"):
        list(LocalTables(1).map(made(tmp_path / "in", 1), fills, tmp_path / "out"))


def test_sql_over_folders(tmp_path: Path) -> None:
    made(tmp_path / "in", 4, 5)
    question = "SELECT key, min(n) AS n, count(*) % 3 AS part FROM rows GROUP BY key"
    LocalTables(1).sql(question, tmp_path / "out", rows=tmp_path / "in")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["1-0.parquet", "2-0.parquet"]
    assert sorted(pq.read_table(tmp_path / "out" / "1-0.parquet")["key"].to_pylist()) == ["y4", "y5"]
    LocalTables(1).sql("SELECT nothing", tmp_path / "out", rows=tmp_path / "in")  # there already: not asked again
