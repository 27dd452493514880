"""Forgetting, rebuilding, citing, settings: what a keeper of a store does."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Said

Call = Callable[..., Said]


def test_a_forgotten_article_leaves_no_word_behind(call: Call, tmp_path: Path, coverage: Path) -> None:
    db = tmp_path / "s.db"
    call("--db", db, "add", coverage)
    exported = json.loads(call("--db", db, "export").out)
    article = next(a["id"] for a in exported["articles"] if a["source"].endswith("other.txt"))
    assert b"It is a good day" in everything(tmp_path)
    said = call("--db", db, "forget", article, "--reason", "asked by the author")
    assert said.code == 0, said
    assert b"good day" not in everything(tmp_path)
    after = json.loads(call("--db", db, "export").out)
    assert [a["id"] for a in after["articles"]] == [a["id"] for a in exported["articles"] if a["id"] != article]
    assert call("--db", db, "search", "good", "day").code == 4
    again = call("--db", db, "add", coverage)
    assert again.code == 3
    assert "asked by the author" in again.err
    gone = next(s["id"] for s in exported["statements"] if s["evidence"][0]["article"] == article)
    assert "source withdrawn on" in call("--db", db, "show", gone).out


def test_decisions_keep_no_word_of_a_forgotten_article(call: Call, tmp_path: Path, coverage: Path) -> None:
    db = tmp_path / "s.db"
    call("--db", db, "add", coverage)
    exported = json.loads(call("--db", db, "export").out)
    article = next(a["id"] for a in exported["articles"] if a["source"].endswith("other.txt"))
    on_it = next(f["id"] for f in exported["figures"] if f["value"] == 250)
    beside = next(f["id"] for f in exported["figures"] if f["value"] == 400)
    call("--db", db, "correct", on_it, "counts", "zebra workers", "--words", "250 workers", "--by", "A", "--why", "it says zebra")
    edit = call("--db", db, "log").out.split()[0]
    call("--db", db, "undo", edit, "--by", "A")
    call("--db", db, "review", on_it, "--verdict", "right", "--by", "A", "--why", "zebra again")
    call("--db", db, "review", beside, "--verdict", "right", "--by", "A", "--why", "another lion")
    before = json.loads(call("--db", db, "log", "--json").out)
    assert b"zebra" in everything(tmp_path)
    assert call("--db", db, "forget", article, "--reason", "asked by the author").code == 0
    assert b"zebra" not in everything(tmp_path)
    after = json.loads(call("--db", db, "log", "--json").out)
    stays = ("id", "when", "verdict", "by", "about", "stands")
    assert [[j[k] for k in stays] for j in after] == [[j[k] for k in stays] for j in before]
    assert [j["why"] for j in after if j["why"]] == ["another lion"]
    assert call("--db", db, "rebuild").code == 0


def everything(folder: Path) -> bytes:
    return b"".join(p.read_bytes() for p in folder.glob("s.db*"))


def test_rebuild_makes_the_same_record(call: Call, tmp_path: Path, coverage: Path) -> None:
    db = tmp_path / "s.db"
    call("--db", db, "add", coverage)
    before = call("--db", db, "export", "--with-text").out
    assert call("--db", db, "rebuild").out == "2 articles read again; the record is made anew\n"
    assert call("--db", db, "export", "--with-text").out == before


def test_a_run_is_cited_by_what_made_it(call: Call, tmp_path: Path, coverage: Path) -> None:
    db = tmp_path / "s.db"
    call("--db", db, "add", coverage)
    text = call("--db", db, "cite").out
    run = json.loads(call("--db", db, "cite", "--json").out)
    assert run == json.loads(call("--db", db, "export").out)["run"]
    assert text.startswith(f"@misc{{communique-{run['record'][:8]},")
    assert run["record"] in text


def test_a_setting_says_where_it_came_from(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("COMMUNIQUE_DB", raising=False)
    assert "db = communique.db  from default" in call("config").out
    (tmp_path / "config" / "communique").mkdir(parents=True)
    (tmp_path / "config" / "communique" / "config.toml").write_text('db = "far.db"\njobs = 3\n')
    assert "db = far.db  from " + str(tmp_path / "config") in call("config").out
    (tmp_path / "communique.toml").write_text('db = "near.db"\n')
    assert "db = near.db  from communique.toml" in call("config").out
    assert "jobs = 3" in call("config").out
    monkeypatch.setenv("COMMUNIQUE_DB", "env.db")
    assert "db = env.db  from COMMUNIQUE_DB" in call("config").out
    assert "db = flag.db  from the command line" in call("--db", "flag.db", "config").out
    (tmp_path / "communique.toml").write_text('bd = "x"\n')
    said = call("config")
    assert said.code == 1
    assert "bd, which is no setting" in said.err


def test_the_codebook_tells_what_each_kind_is_and_is_not(call: Call) -> None:
    said = call("codebook", "statements")
    assert said.code == 0
    assert "is not:" in said.out
    entries = json.loads(call("codebook", "--json").out)
    assert {"kinds", "cues"} <= {e["part"] for e in entries}
    assert all(e["specimen"] or e["near_miss"] for e in entries)


def test_the_doctor_finds_a_damaged_store(call: Call, tmp_path: Path) -> None:
    assert call("--db", tmp_path / "none.db", "doctor").code == 0
    (tmp_path / "s.db").write_bytes(b"no store " * 999)
    said = call("--db", tmp_path / "s.db", "doctor")
    assert said.code == 1
    assert "no  store: " in said.out


@pytest.mark.parametrize("query", ["DELETE FROM rows", "ATTACH 'x.db' AS x", "SELECT 1; SELECT 2", "PRAGMA journal_mode=DELETE", "SELECT nothing FROM nowhere"])
def test_sql_only_looks(call: Call, tmp_path: Path, coverage: Path, query: str) -> None:
    call("--db", tmp_path / "s.db", "add", coverage)
    assert call("--db", tmp_path / "s.db", "sql", query).code == 2
    assert not (Path.cwd() / "x.db").exists()


def test_sql_shows_no_control_characters_and_gives_no_formula(call: Call, tmp_path: Path, coverage: Path) -> None:
    call("--db", tmp_path / "s.db", "add", coverage)
    query = "SELECT '=1+1' AS \"@a\", 'x' || char(27) || '[2J' || char(8238) || 'y' AS b, -5 AS c, '-2' AS d, NULL AS e, 'two' || char(10) || 'lines' AS f"
    said = call("--db", tmp_path / "s.db", "sql", query)
    assert said.out == "@a\tb\tc\td\te\tf\n=1+1\tx[2Jy\t-5\t-2\t\ttwo lines\n"
    rows = list(csv.reader(io.StringIO(call("--db", tmp_path / "s.db", "sql", "--csv", query).out)))
    assert rows == [["'@a", "b", "c", "d", "e", "f"], ["'=1+1", "x[2Jy", "-5", "-2", "", "two\nlines"]]


def test_a_value_may_be_negative_and_a_slip_is_no_value(call: Call, tmp_path: Path, coverage: Path) -> None:
    call("--db", tmp_path / "s.db", "add", coverage)
    row = json.loads(call("--db", tmp_path / "s.db", "figures", "--json").out)[0]
    words = row["evidence"][0]["text"]
    said = call("--db", tmp_path / "s.db", "correct", row["id"], "value", "-5", "--words", words, "--by", "AB")
    assert said.code == 0, said
    assert json.loads(call("--db", tmp_path / "s.db", "log", "--json").out)[0]["value"] == "-5"
    slip = call("--db", tmp_path / "s.db", "correct", row["id"], "value", "--bye=AB", "--words", words, "--by", "AB")
    assert slip.code == 2
    assert "No such option" in slip.err


def test_every_list_is_a_view_that_can_be_asked(call: Call, tmp_path: Path, coverage: Path) -> None:
    call("--db", tmp_path / "s.db", "add", coverage)
    exported = json.loads(call("--db", tmp_path / "s.db", "export").out)
    for name, rows in exported.items():
        if name not in ("run", "notices"):
            said = call("--db", tmp_path / "s.db", "sql", "--json", f"SELECT count(*) AS n FROM {name}")  # noqa: S608  our own names
            assert json.loads(said.out) == [{"n": len(rows)}]
    words = json.loads(call("--db", tmp_path / "s.db", "sql", "--json", "SELECT list, row, article, start, \"end\", text FROM evidence").out)
    lists = {k: v for k, v in exported.items() if k not in ("run", "notices")}
    told = [(k, r["id"], e["article"], e["start"], e["end"], e["text"]) for k, v in lists.items() for r in v for e in r.get("evidence", [])]
    assert sorted(tuple(w.values()) for w in words) == sorted(told)


def test_search_finds_sentences_and_the_rows_on_them(call: Call, tmp_path: Path, coverage: Path) -> None:
    call("--db", tmp_path / "s.db", "add", coverage)
    found = json.loads(call("--db", tmp_path / "s.db", "search", '"border railway"', "mon*", "--json").out)
    assert len(found) == 1
    for hostile in ('"', "AND OR NOT", "*", "text:NEAR(", "(" * 500, "'; DROP TABLE rows"):
        assert call("--db", tmp_path / "s.db", "search", "--", hostile).code in (0, 4)
