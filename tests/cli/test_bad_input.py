"""Hostile and broken input at the command line: one plain line that names the thing and the next step; the others still done."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import WIRE, Said

Call = Callable[..., Said]


def add(call: Call, tmp_path: Path, *paths: object) -> Said:
    return call("--db", tmp_path / "s.db", "add", *paths)


def kept(call: Call, tmp_path: Path) -> int:
    return len(json.loads(call("--db", tmp_path / "s.db", "export").out)["articles"])


def test_a_missing_path_is_named_and_the_others_are_read(call: Call, tmp_path: Path, coverage: Path) -> None:
    said = add(call, tmp_path, tmp_path / "nowhere", coverage)
    assert said.code == 3
    assert said.err.count("\n") == 1
    assert "nowhere: no such file or folder; give a file" in said.err
    assert kept(call, tmp_path) == 2


def test_nothing_but_a_missing_path_fails(call: Call, tmp_path: Path) -> None:
    assert add(call, tmp_path, tmp_path / "nowhere").code == 1


BROKEN = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b"  \n\n ", "empty"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "german.txt": (("Der Kanzler traf gestern den Präsidenten in Berlin und sprach über die neue Bahnstrecke an der Grenze. " * 5).encode(), "German"),
    "line.jsonl": (b'{"id": "1", "text": "Macron met Scholz in Berlin on Monday."}\n{"id": "2", "text": \n', "2"),
    "array.json": (b'{"not": "an article"}', "array.json"),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture.png"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_one_unreadable_file_in_a_folder_is_named_and_the_rest_is_read(call: Call, tmp_path: Path, coverage: Path, name: str) -> None:
    raw, named = BROKEN[name]
    (coverage / name).write_bytes(raw)
    said = add(call, tmp_path, coverage)
    assert said.code == 3, said
    assert name in said.err
    assert named in said.err
    assert len(said.err.strip().splitlines()) == 1
    assert kept(call, tmp_path) == (3 if name == "line.jsonl" else 2)


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_another_encoding_is_told_and_read(call: Call, tmp_path: Path, encoding: str) -> None:
    text = WIRE.replace("Macron met", "Macron – once in Orléans and Besançon – met").replace('"', "”")
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    said = add(call, tmp_path, tmp_path / "a.txt")
    assert said.code == 0, said
    exported = json.loads(call("--db", tmp_path / "s.db", "export", "--with-text").out)
    assert "Orléans and Besançon" in exported["articles"][0]["text"]


def test_a_line_without_end_is_refused_in_bounded_memory(call: Call, tmp_path: Path, coverage: Path) -> None:
    with (coverage / "long.jsonl").open("wb") as f:
        f.write(b'{"id": "1", "text": "')
        for _ in range(200):
            f.write(b"a" * 1_000_000)
    said = add(call, tmp_path, coverage)
    assert said.code == 3
    assert "long.jsonl" in said.err
    assert kept(call, tmp_path) == 2


def test_pasted_text_is_read_from_stdin(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WIRE.encode())))
    assert add(call, tmp_path, "-").code == 0
    assert kept(call, tmp_path) == 1


def test_an_unreadable_file_is_named(call: Call, tmp_path: Path, coverage: Path) -> None:
    (coverage / "secret.txt").write_text(WIRE)
    (coverage / "secret.txt").chmod(0)
    if os.access(coverage / "secret.txt", os.R_OK):
        pytest.skip("this user may read anything")
    said = add(call, tmp_path, coverage)
    assert said.code == 3
    assert "secret.txt" in said.err


def test_the_same_article_twice_changes_nothing(call: Call, tmp_path: Path, coverage: Path) -> None:
    add(call, tmp_path, coverage)
    before = call("--db", tmp_path / "s.db", "export", "--with-text").out
    again = add(call, tmp_path, coverage, coverage / "wire.txt")
    assert again.code == 0
    assert again.out == "0 added, 2 known already, 0 skipped\n"
    assert call("--db", tmp_path / "s.db", "export", "--with-text").out == before


def test_commands_on_a_store_that_is_not_there_say_how_to_begin(call: Call, tmp_path: Path) -> None:
    for command in (["stories"], ["status"], ["show", "q1"], ["export"], ["brief"]):
        said = call("--db", tmp_path / "none.db", *command)
        assert said.code == 1
        assert "no such store" in said.err
        assert not (tmp_path / "none.db").exists()


def test_a_damaged_store_is_one_plain_line(call: Call, tmp_path: Path, coverage: Path) -> None:
    (tmp_path / "s.db").write_bytes(b"no store at all " * 1000)
    for command in (["add", coverage], ["stories"], ["export"]):
        said = call("--db", tmp_path / "s.db", *command)
        assert said.code == 1
        assert "s.db: it is no communique store" in said.err
        assert len(said.err.strip().splitlines()) == 1


def test_a_usage_fault_ends_with_2(call: Call, tmp_path: Path) -> None:
    assert call("--db", tmp_path / "s.db", "add").code == 2
    assert call("frobnicate").code == 2
    assert call("--db", tmp_path / "s.db", "export", "--to", "stone").code == 2


def test_nothing_found_ends_with_4(call: Call, tmp_path: Path, coverage: Path) -> None:
    add(call, tmp_path, coverage)
    assert call("--db", tmp_path / "s.db", "quotes", "--by", "Nobody Whatsoever").code == 4


def test_an_export_that_cannot_be_written_is_named(call: Call, tmp_path: Path, coverage: Path) -> None:
    add(call, tmp_path, coverage)
    said = call("--db", tmp_path / "s.db", "export", "-o", tmp_path / "no" / "out.json")
    assert said.code == 1
    assert "out.json can't be written" in said.err


@pytest.mark.parametrize("name", ["s.db", "s.db-wal", "s.db-shm", "soft.json", "hard.json", "other.db"])
@pytest.mark.parametrize("command", ["export", "brief"])
def test_no_output_takes_the_place_of_a_store(call: Call, tmp_path: Path, coverage: Path, command: str, name: str) -> None:
    add(call, tmp_path, coverage)
    (tmp_path / "soft.json").symlink_to(tmp_path / "s.db")
    os.link(tmp_path / "s.db", tmp_path / "hard.json")
    (tmp_path / "other.db").write_bytes((tmp_path / "s.db").read_bytes())
    before = (tmp_path / "other.db").read_bytes()
    said = call("--db", tmp_path / "s.db", command, "-o", tmp_path / name)
    assert said.code == 2
    assert f"{name} is a store and would be lost; give -o another file" in said.err
    assert (tmp_path / "s.db").samefile(tmp_path / "soft.json")
    assert (tmp_path / "other.db").read_bytes() == before
    assert kept(call, tmp_path) == 2


def test_ctrl_c_leaves_a_store_from_which_the_same_command_goes_on(call: Call, tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    with many.open("w") as f:
        for i in range(60):
            f.write(json.dumps({"id": str(i), "source": f"{i}", "text": f"Number {i}. " + WIRE * (i % 7 + 1)}) + "\n")
    command = [sys.executable, "-m", "communique", "--db", str(tmp_path / "s.db"), "add", str(many)]
    first = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not stored(tmp_path / "s.db") and first.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    first.send_signal(signal.SIGINT)
    _, err = first.communicate(timeout=60)
    assert first.returncode in (130, 0)
    assert "Traceback" not in err
    assert add(call, tmp_path, many).code == 0
    assert kept(call, tmp_path) == 60


def stored(path: Path) -> bool:
    import sqlite3

    if not path.exists():
        return False
    try:
        with sqlite3.connect(path, timeout=1) as c:
            return bool(c.execute("SELECT count(*) FROM readings").fetchone()[0])
    except sqlite3.Error:
        return False


def test_a_page_that_does_not_fit_leaves_the_old_one(call: Call, tmp_path: Path, coverage: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.html"
    page.write_text("yesterday's")

    def full(self: Path, *args: object, **named: object) -> int:
        self.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    said = call("brief", coverage, "-o", page)
    assert said.code == 1
    assert "No space left" in said.err
    assert page.read_text() == "yesterday's"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["coverage", "page.html"]


def test_half_characters_in_fields_and_file_names_cost_nothing_else(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "a.jsonl").write_text('{"id":"\\ud800","outlet":"O\\udfff","text":"Kenya met Italy in Rome."}\n{"id":"ok","text":"Kenya met Chad in Lagos."}\n')
    Path(os.fsdecode(os.fsencode(str(folder)) + b"/s\xff.txt")).write_text("Kenya met France in Paris.")
    said = add(call, tmp_path, folder)
    assert "Traceback" not in said.err
    assert kept(call, tmp_path) == 3


def test_a_day_that_is_none_is_a_slip_in_the_call(call: Call, tmp_path: Path, coverage: Path) -> None:
    assert call("brief", coverage, "--since", "9999-99-99").code == 2
