"""What every store promises, checked on each: see stores/base.py."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.errors import CommuniqueError
from communique.model.actor import Actor
from communique.model.article import Article, Person
from communique.model.document import Document, Stamp
from communique.model.judgement import Judgement
from communique.model.notice import Notice
from communique.model.record import Record, Row
from communique.model.statements import StatementReading
from communique.stores import Fresh, Store, open_store
from communique.testing import layout, passage

TEXT = "Macron met Merz in Berlin.\n“We agreed on a plan,” Macron said on Monday."


def article(text: str = TEXT, source: str = "a.txt") -> Article:
    doc = Document.make(source=source, text=text, outlet="The Courier", published=Stamp("2025-02-03", "header line"))
    macron = Actor(key="person:emmanuel macron", name="Emmanuel Macron", kind="person", as_written="Macron", role="President", country="FRA")
    pair = Actor(key="group:two", name=None, kind="group", as_written="they", members=(macron,))
    said = StatementReading(
        passage=passage(doc, "“We agreed on a plan,” Macron said"), rule="quote-after", speaker=macron, speaker_at=passage(doc, "Macron said"),
        cue=passage(doc, "said"), mode="direct", content=(passage(doc, "“We agreed on a plan,”"),), addressee=pair,
    )  # fmt: skip
    return Article(document=doc, layout=layout(doc), people=(Person(actor=macron, mentions=(passage(doc, "Macron"),)),), statements=(said,))


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    found = open_store(":memory:" if request.param == "memory" else str(tmp_path / "s.db"))
    yield found
    found.close()


def test_an_article_comes_out_as_it_went_in(store: Store) -> None:
    store.keep(article(), "v1")
    assert list(store.articles()) == [article()]
    assert store.documents() == {article().id: article().document}
    assert store.versions() == {article().id: "v1"}


def test_the_same_article_twice_changes_nothing(store: Store) -> None:
    store.keep(article(), "v1")
    seen = store.first_seen()
    store.keep(article(), "v1")
    assert list(store.articles()) == [article()]
    assert store.first_seen() == seen


def test_articles_come_out_by_id(store: Store) -> None:
    for name in "cab":
        store.keep(article(source=f"{name}.txt"), "v1")
    ids = [a.id for a in store.articles()]
    assert ids == sorted(ids)
    assert len(ids) == 3


def test_parses_are_kept_with_the_article_that_needed_them(store: Store) -> None:
    parses = Fresh(store.parses)
    parses["y1"] = "[[0]]"
    assert parses["y1"] == "[[0]]"
    assert "y1" not in store.parses
    store.keep(article(), "v1", parses.take())
    assert store.parses["y1"] == parses["y1"] == "[[0]]"
    assert parses.take() == {}
    assert "y2" not in store.parses
    assert list(store.parses) == ["y1"]


def test_parses_are_looked_up_together_and_taken_by_key(store: Store) -> None:
    store.keep(article(), "v1", {f"y{i}": f"[[{i}]]" for i in range(1200)})
    parses = Fresh(store.parses)
    parses.ahead([*(f"y{i}" for i in range(1200)), "z"])
    assert (parses["y7"], parses["y1199"], "z" in parses) == ("[[7]]", "[[1199]]", False)
    parses["z"], parses["zz"] = "[[8]]", "[[9]]"
    assert parses.take(["z", "z", "y7"]) == {"z": "[[8]]"}
    assert (parses["z"], parses.take(["z"])) == ("[[8]]", {})  # a copy in the same batch asks for it again
    assert parses.take() == {"zz": "[[9]]"}


def test_the_record_is_replaced_whole(store: Store) -> None:
    store.keep(article(), "v1")
    assert store.stamp() is None
    said = passage(article().document, "Macron said")
    actor = article().people[0].actor
    row = Row(list="statements", id="q1", story="s1", evidence=(said,), slots={"speaker": actor, "content": (said,), "more": {"p": said, "n": 1.5, "x": None}})
    kept = Record(rows=(row,), notices=(Notice("a.txt", "is odd"),))
    store.put_record(kept, "stamp 1")
    assert store.stamp() == "stamp 1"
    assert store.record().rows == kept.rows
    assert store.record().notices == kept.notices
    store.put_record(Record(), "stamp 2")
    assert store.record().rows == ()
    assert store.stamp() == "stamp 2"


def state(name: str, code: str, as_written: str) -> Actor:
    return Actor(key=f"state:{code}", name=name, kind="state", as_written=as_written, country=code)


def test_rows_are_looked_up_by_the_states_they_name(store: Store) -> None:
    store.keep(article(), "v1")
    said = (passage(article().document, "Macron said"),)
    two = Actor(key="group:two", name=None, kind="group", as_written="they", members=(article().people[0].actor, state("Germany", "DEU", "Berlin")))
    rows = (
        Row(list="articles", id=article().id, story="s1", slots={"origin": "o1"}),
        Row(list="origins", id="o1", slots={"articles": (article().id,)}),
        Row(list="stories", id="s1", slots={"articles": (article().id,)}),
        Row(list="stories", id="s2"),
        Row(list="meetings", id="m1", story="s1", evidence=said, slots={"participants": (two,)}),
        Row(list="statements", id="q1", story="s1", evidence=said, slots={"speaker": article().people[0].actor}),
        Row(list="meetings", id="m2", story="s2", evidence=said, slots={"participants": (state("Türkiye", "TUR", "Ankara"),)}),
        Row(list="relations", id="r1", evidence=said, slots={"actor": state("France", "FRA", "Paris"), "recipient": state("Germany", "DEU", "Berlin")}),
    )
    store.put_record(Record(rows=rows), "stamp")
    assert [r.id for r in store.record(naming=["FRA", "DEU"]).rows] == [article().id, "o1", "s1", "m1", "r1"]
    assert [r.id for r in store.record(["s1"], naming=["FRA"]).rows] == [article().id, "o1", "s1", "m1", "r1", "q1"]
    assert store.record(naming=["FRA", "TUR"]).rows == ()
    assert (store.stories_naming("DEU"), store.stories_naming("DEU", "TUR"), store.stories_naming("TUR")) == (["s1"], [], ["s2"])
    assert (store.states("TÜRKIYE"), store.states("berlin"), store.states("macron"), store.states("DEU")) == (["TUR"], ["DEU"], [], [])
    store.put_record(Record(), "stamp")
    assert (store.stories_naming("FRA"), store.states("berlin")) == ([], [])


def test_a_store_of_before_learns_who_stands_in_its_rows(tmp_path: Path) -> None:
    where = str(tmp_path / "s.db")
    store = open_store(where)
    store.keep(article(), "v1")
    met = Row(list="meetings", id="m1", story="s1", evidence=(passage(article().document, "Macron"),), slots={"participants": (state("Italy", "ITA", "Rome"),)})
    store.put_record(Record(rows=(met,)), "stamp")
    store.close()
    with sqlite3.connect(where) as c:
        c.execute("DROP TABLE standing")
        c.execute("DELETE FROM migrations WHERE name = 'who_stands_where'")
    assert open_store(where).stories_naming("ITA") == ["s1"]
    assert open_store(where).states("rome") == ["ITA"]


def test_notices_are_told_once(store: Store) -> None:
    store.note([Notice("b.txt", "is empty", skipped=True), Notice("b.txt", "is empty", skipped=True)])
    store.note([Notice("b.txt", "is empty", skipped=True)])
    assert store.notices() == [Notice("b.txt", "is empty", skipped=True)]


def test_judgements_are_only_added(store: Store) -> None:
    one = Judgement(id="j1", verdict="same", about=("q1", "q2"), by="A. Editor", when="2025-02-04T10:00:00+00:00")
    undo = Judgement(id="j2", verdict="undo", about=("j1",), by="A. Editor", when="2025-02-05T10:00:00+00:00")
    store.judge(one)
    store.judge(undo)
    store.judge(one)
    assert store.judgements() == [one, undo]


def test_a_store_opened_again_holds_what_it_held(tmp_path: Path) -> None:
    where = str(tmp_path / "s.db")
    first = open_store(where)
    first.keep(article(), "v1")
    first.close()
    assert list(open_store(where).articles()) == [article()]


def test_a_killed_process_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    where = tmp_path / "s.db"
    code = f"""
import os, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from test_contract import article
from communique.stores import open_store
s = open_store({str(where)!r})
for i in range(5):
    s.keep(article(source=f"{{i}}.txt"), "v1")
c = s.writing()
conn = c.__enter__()
conn.exec_driver_sql("DELETE FROM documents")
os.kill(os.getpid(), 9)
"""  # noqa: S608  no input in it
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == -9, done.stderr
    assert len(list(open_store(str(where)).articles())) == 5


def test_a_file_that_is_no_store_is_one_plain_line(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"this is a letter to the editor, not a store " * 100)
    with pytest.raises(CommuniqueError, match=r"x\.db: it is no communique store"):
        open_store(str(tmp_path / "x.db"))


def test_a_store_of_another_program_is_left_alone(tmp_path: Path) -> None:
    where = tmp_path / "x.db"
    with sqlite3.connect(where) as c:
        c.execute("CREATE TABLE letters (id)")
    with pytest.raises(CommuniqueError, match="is no communique store"):
        open_store(str(where))


def test_a_missing_folder_is_one_plain_line(tmp_path: Path) -> None:
    with pytest.raises(CommuniqueError, match="no such folder"):
        open_store(str(tmp_path / "nowhere" / "x.db"))


def test_a_store_of_a_later_program_is_refused(tmp_path: Path) -> None:
    where = str(tmp_path / "s.db")
    open_store(where).close()
    with sqlite3.connect(where) as c:
        c.execute("INSERT INTO migrations (name) VALUES ('of_next_year')")
    with pytest.raises(CommuniqueError, match="later version"):
        open_store(where)


def test_a_second_writer_that_waits_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.stores.sqlite.WAIT", 0.1)
    where = str(tmp_path / "s.db")
    first, second = open_store(where), open_store(where)
    with first.writing(), pytest.raises(CommuniqueError, match="another process is writing"):  # type: ignore[attr-defined]  # the lock of this kind of store
        second.keep(article(), "v1")
    second.keep(article(), "v1")
    assert len(list(first.articles())) == 1


def test_a_full_disk_is_one_plain_line_and_loses_nothing(tmp_path: Path) -> None:
    where = str(tmp_path / "s.db")
    store = open_store(where)
    store.keep(article(), "v1")
    with store.reading() as c:  # type: ignore[attr-defined]
        pages = c.exec_driver_sql("PRAGMA page_count").scalar()
        c.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CommuniqueError, match="the disk is full"):
        store.keep(article(TEXT + "word " * 200_000, "b.txt"), "v1")
    assert list(store.articles()) == [article()]
