"""Archives: what is prepared and added is what would have been read; a stopped batch goes on, another's folder is refused, bad files are named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from communique import Communique, archive, cli
from communique.readings import parse
from communique.run import comparable

Call = Callable[..., object]
STORY = "OSLO, March {day} (AP) - President {name} of Peru met Chancellor Ada Lind in Oslo on Monday.\n\nThey agreed to reopen the harbour by May."


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two good files, one with other columns, one that is torn."""
    folder = tmp_path_factory.mktemp("in")
    lines = [{"source": f"j{n}", "published": f"2026-03-0{n}", "text": STORY.format(day=n, name="Rosa Vega")} for n in (1, 2)]
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, lines)) + '\n{"text": 3}\n')
    stories = [STORY.format(day=3, name="Rosa Vega"), STORY.format(day=4, name="Hugo Paz")]
    pq.write_table(pa.table({"source": ["p1", "p2"], "text": stories}), folder / "b.parquet")
    pq.write_table(pa.table({"body": ["x"]}), folder / "c.parquet")
    (folder / "d.warc").write_bytes(b"WARC/1.0\r\nWARC-Type: response\r\n")
    return folder


@pytest.fixture(scope="module")
def prepared(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("made") / "out"
    assert cli.run(["archive", str(inputs), "-o", str(out), "--jobs", "2"]) == 3
    return out


def added(desk: Communique, *paths: Path) -> str:
    """The record of what these paths hold, without what tells when and how it was made."""
    desk.add(paths)
    return json.dumps({k: v for k, v in comparable(json.loads(desk.export(with_text=True))).items() if k != "notices"}, sort_keys=True)


def test_what_is_prepared_and_added_is_what_would_have_been_read(inputs: Path, prepared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Communique() as plain:
        expected = added(plain, inputs)
    monkeypatch.setattr(parse, "load", lambda name: pytest.fail("parsed again"))
    with Communique() as desk:
        assert added(desk, prepared) == expected
        again = desk.add([prepared])
        assert (again.added, len(again.known)) == ((), 4)


def test_bad_files_are_named(prepared: Path) -> None:
    told = [n.line() for n in archive.notices(prepared)]
    assert [x for x in ('a.jsonl:3: has a number under "text"', "c.parquet: has no column `text`", "d.warc: ") if not any(x in t for t in told)] == []


def test_a_batch_that_was_stopped_goes_on(call: Call, inputs: Path, prepared: Path, tmp_path: Path) -> None:
    out = shutil.copytree(prepared, tmp_path / "out")
    before = {p: p.stat().st_mtime_ns for p in out.glob("articles/*.parquet")}
    manifest = json.loads((out / "archive.json").read_text())
    (out / "archive.json").write_text(json.dumps({**manifest, "whole": False}))
    shutil.rmtree(out / "parses")
    (out / "articles" / "000001.json").unlink()
    assert "is not finished" in call("--db", tmp_path / "x.db", "add", out).err  # type: ignore[attr-defined]
    call("archive", inputs, "-o", out, "--jobs", 1)
    assert [p.name for p in sorted(before) if p.stat().st_mtime_ns == before[p]] == ["000000-00000.parquet"]
    assert [len(p) for p in archive.parses(out, parse.MODEL)] == [len(p) for p in archive.parses(prepared, parse.MODEL)]
    with Communique() as desk:
        assert len(desk.add([out]).added) == 4


def test_a_batch_with_other_files_or_options_is_refused(call: Call, inputs: Path, prepared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = call("archive", inputs / "a.jsonl", "-o", prepared)
    assert (said.code, "was begun with other files; give the same files" in said.err) == (1, True)  # type: ignore[attr-defined]
    monkeypatch.setenv("COMMUNIQUE_MODEL", "another")
    assert "was begun with other model" in call("archive", inputs, "-o", prepared).err  # type: ignore[attr-defined]
    assert "holds other files" in call("archive", inputs, "-o", inputs).err  # type: ignore[attr-defined]


def test_parses_of_another_reader_are_not_taken_over(prepared: Path) -> None:
    assert list(archive.parses(prepared, "another")) == []
    assert sum(len(p) for p in archive.parses(prepared, parse.MODEL)) >= 3
