"""Every command answers over the bundled sample, as text and as data, and says the same in both."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from communique import Communique, sample
from communique.cli.group import COMMANDS, EXAMPLES
from communique.model.document import Document
from conftest import Said

Call = Callable[..., Said]
LISTS = ("stories", "origins", "quotes", "figures", "meetings", "commitments", "events", "absences")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("answers") / "s.db"
    with Communique(where) as desk:
        desk.add([sample.folder()])
        desk.record()
    return where


ANSWERS = (*LISTS, "versions", "timeline", "status", "doctor", "brief", "cite", "codebook", "config", "export", "pair ETH ERI", "search border")


@pytest.mark.parametrize("command", ANSWERS)
def test_a_command_answers_as_text_and_as_json(call: Call, db: Path, command: str) -> None:
    text = call("--db", db, *command.split())
    assert text.code == 0, text
    assert text.out.strip()
    assert text.err == ""
    data = call("--db", db, *command.split(), "--json")
    assert data.code == 0
    assert json.loads(data.out)


@pytest.mark.parametrize("command", LISTS)
def test_a_listing_is_the_same_as_json_lines_and_csv(call: Call, db: Path, command: str) -> None:
    rows = json.loads(call("--db", db, command, "--json").out)
    lines = [json.loads(x) for x in call("--db", db, command, "--jsonl").out.splitlines()]
    table = list(csv.DictReader(io.StringIO(call("--db", db, command, "--csv").out)))
    assert lines == rows
    assert [r["id"] for r in table] == [r["id"] for r in rows]


def test_a_short_id_works_and_one_that_could_be_two_is_told(call: Call, db: Path) -> None:
    rows = json.loads(call("--db", db, "quotes", "--json").out)
    assert rows[0]["id"] in call("--db", db, "show", rows[0]["id"][:7]).out
    said = call("--db", db, "show", "q")
    assert said.code == 1
    assert "could be" in said.err
    assert call("--db", db, "show", "q0000000").code == 1


def test_a_story_is_found_by_any_row_in_it(call: Call, db: Path) -> None:
    rows = json.loads(call("--db", db, "quotes", "--json").out)
    assert call("--db", db, "story", rows[0]["id"]).out == call("--db", db, "story", rows[0]["story"]).out


def test_two_versions_side_by_side(call: Call, db: Path) -> None:
    articles = json.loads(call("--db", db, "export").out)["articles"]
    later = next(a for a in articles if a["revises"] or a["copy_of"])
    earlier = later["revises"] or later["copy_of"]
    for command in ("diff", "compare"):
        said = call("--db", db, command, earlier, later["id"])
        assert said.code == 0, said
        assert json.loads(call("--db", db, command, earlier, later["id"], "--json").out)
    assert later["id"] in call("--db", db, "diff", later["id"], earlier).out.splitlines()[0]


def test_two_ids_that_name_nothing_are_both_told(call: Call, db: Path) -> None:
    article = json.loads(call("--db", db, "export").out)["articles"][0]["id"]
    for command in ("diff", "compare"):
        said = call("--db", db, command, "a000000000000", "a111111111111")
        assert (said.code, said.err.count("'a000000000000' or 'a111111111111'")) == (1, 1)
        assert "'a111111111111'" in call("--db", db, command, article, "a111111111111").err


def test_two_that_add_the_same_say_what_each_kept(tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text("OSLO, March 5, 2021 - Foreign Minister Ine Berg said on Friday that 20 workers had been hired for the northern ferry line.\n")
    with Communique(tmp_path / "s.db") as one, Communique(tmp_path / "s.db") as other:
        read_all = one.reader.read_all

        def slowly(found: Iterator[Document], processes: int) -> Iterator[Any]:
            for done in read_all(found, processes):
                assert len(other.add([new]).added) == 1
                yield done

        one.reader.read_all = slowly  # type: ignore[method-assign]
        done = one.add([new])
    assert (len(done.added), len(done.known)) == (0, 1)


def test_the_page_comes_as_text_markdown_and_one_html_file(call: Call, tmp_path: Path) -> None:
    for name, begins in (("page.html", "<!doctype html>"), ("page.md", "#"), ("page.txt", "")):
        assert call("brief", sample.folder(), "-o", tmp_path / name).code == 0
        text = (tmp_path / name).read_text()
        assert text.lower().lstrip().startswith(begins)
        assert "machine-read" in text
    html = (tmp_path / "page.html").read_text()
    assert "<script" not in html
    assert 'src="http' not in html


def test_a_page_is_the_same_each_time(call: Call, tmp_path: Path) -> None:
    call("brief", sample.folder(), "-o", tmp_path / "a.html")
    call("brief", sample.folder(), "-o", tmp_path / "b.html")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_the_demo_says_where_its_page_lies(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = call("demo")
    assert said.code == 0
    assert str(tmp_path / "communique-out" / "demo.html") in said.out
    assert (tmp_path / "communique-out" / "demo.html").exists()


def test_every_command_has_help_that_names_it(call: Call) -> None:
    listed = call("--help").out
    for name in COMMANDS:
        assert name in listed
        said = call(name, "--help")
        assert said.code == 0
        assert f"Example: communique {EXAMPLES[name]}".split() == said.out[said.out.index("Example:") :].split()


SLIPS = {
    "pair GRC": "see `communique pair --help`",
    "quote": "did you mean quotes?",
    "figures --nope": "see `communique figures --help`",
    "xyzzy": "see `communique --help`",
}


@pytest.mark.parametrize(("args", "next_step"), SLIPS.items())
def test_a_slip_in_the_call_is_told_with_the_next_step(call: Call, args: str, next_step: str) -> None:
    said = call(*args.split())
    assert said.code == 2
    assert next_step in said.err
    assert len(said.err.splitlines()) == 1


def test_a_row_opens_to_its_rule_and_how_often_that_was_right(call: Call, db: Path) -> None:
    row = json.loads(call("--db", db, "commitments", "--json").out)[0]
    told = call("--db", db, "show", row["id"], "--why").out
    assert f"rule: {row['rule']}" in told
    assert "measured precision: " in told
    assert "measured precision: " not in call("--db", db, "show", row["id"]).out
