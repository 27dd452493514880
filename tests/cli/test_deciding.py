"""Decisions from the command line: what can't be decided is refused before it is kept, and what is kept can be taken back once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.model.judgement import Judgement
from communique.stores import open_store
from conftest import Said

Call = Callable[..., Said]
Db = Callable[..., Said]


@pytest.fixture
def db(call: Call, tmp_path: Path, coverage: Path) -> Db:
    """Calls on a store that holds the two articles."""
    call("--db", tmp_path / "s.db", "add", coverage)
    return lambda *args: call("--db", tmp_path / "s.db", *args)


def record(db: Db) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(db("export").out)
    return found


def figure(db: Db, value: float = 250) -> dict[str, Any]:
    found: dict[str, Any] = next(f for f in record(db)["figures"] if f["value"] == value)
    return found


@pytest.mark.parametrize("words", ["", " ", "words that nobody wrote"])
def test_a_correction_without_words_is_refused_before_it_is_kept(db: Db, words: str) -> None:
    said = db("correct", figure(db)["id"], "value", "260", "--words", words, "--by", "A")
    assert said.code == 2
    assert "letter by letter" in said.err
    assert db("log").code == 4


def test_a_bad_decision_in_a_store_is_told_and_passed_over(db: Db, tmp_path: Path) -> None:
    before = figure(db)
    store = open_store(str(tmp_path / "s.db"))
    nowhere = (before["evidence"][0]["article"], 0, 0)
    bad = Judgement.make("edit", [before["id"]], by="A", when="2026-01-01T00:00:00+00:00", slot="value", value="9", words=nowhere)
    store.judge(bad)
    store.close()
    after = record(db)
    assert figure(db) == before
    assert any(bad.id in n for n in after["notices"])
    assert db("rebuild").code == 0
    assert db("undo", bad.id, "--by", "A").code == 0
    assert not any(bad.id in n for n in record(db)["notices"])


@pytest.mark.parametrize("verdict", ["same", "different", "merge"])
def test_a_row_is_not_joined_with_itself(db: Db, verdict: str) -> None:
    row = figure(db)["id"]
    said = db("review", row, row, "--verdict", verdict, "--by", "A")
    assert said.code == 2
    assert "given twice; give another" in said.err
    assert figure(db)["id"] == row


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_rows_of_different_lists_are_not_compared(db: Db, verdict: str) -> None:
    said = db("review", figure(db)["id"], record(db)["statements"][0]["id"], "--verdict", verdict, "--by", "A")
    assert said.code == 2
    assert "figures and statements" in said.err
    assert db("log").code == 4


@pytest.mark.parametrize(("slot", "value", "says"), [
    ("nosuch", "5", "these can: as_written, basis, counts"), ("id", "zzz", "these can:"), ("story", "s1", "these can:"), ("evidence", "x", "these can:"),
    ("value", "abc", "is a number"), ("value", "nan", "is a number"), ("value", "1e999", "is a number"), ("min", "", "is a number"), ("unit", "", "give one"),
])  # fmt: skip
def test_only_a_slot_of_the_list_is_set_and_a_number_to_a_number(db: Db, slot: str, value: str, says: str) -> None:
    said = db("correct", figure(db)["id"], slot, value, "--words", "250 workers", "--by", "A")
    assert said.code == 2
    assert says in said.err
    assert db("log").code == 4


def test_a_number_set_is_a_number_in_the_record(db: Db) -> None:
    row = figure(db)["id"]
    assert db("correct", row, "value", "260", "--words", "250 workers", "--by", "A").code == 0
    assert figure(db, 260)["id"] == row


def test_a_decision_is_taken_back_once(db: Db) -> None:
    decision = db("review", figure(db)["id"], "--verdict", "right", "--by", "A").out.strip()
    undo = db("undo", decision, "--by", "A").out.strip()
    again = db("undo", decision, "--by", "A")
    assert again.code == 2
    assert "taken back already; `communique log`" in again.err
    of_undo = db("undo", undo, "--by", "A")
    assert of_undo.code == 2
    assert "decide it anew" in of_undo.err
    assert {j["id"]: j["stands"] for j in json.loads(db("log", "--json").out)} == {decision: False, undo: True}
    assert db("log").out.count("(taken back)") == 1
