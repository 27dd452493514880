"""A person's decision stands in the record, says whose it is, and can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model.document import Document
from communique.model.judgement import Judgement, standing
from communique.model.notice import Notice
from communique.model.passage import Passage
from communique.model.record import Row
from communique.records import judged

DOC = Document.make(source="a.txt", text="The two sides agreed to reopen the bridge. The ministers said the bridge will reopen.")
OTHER = Document.make(source="b.txt", text="Both governments decided that the bridge would open again.")


def passage(words: str, doc: Document = DOC) -> Passage:
    start = doc.text.index(words)
    return Passage(doc, start, start + len(words))


def commitment(row_id: str, *words: Passage) -> Row:
    return Row(list="commitments", id=row_id, story="s1", evidence=words, slots={"parties": (), "status": "agreed"})


def judge(verdict: str, *about: str, when: str = "2026-01-01T00:00:00+00:00", **more: object) -> Judgement:
    return Judgement.make(verdict, about, by="AB", when=when, **more)  # type: ignore[arg-type]


def test_same_joins_two_rows_and_keeps_all_their_words() -> None:
    two = [commitment("c1", passage("agreed to reopen the bridge")), commitment("c2", passage("decided that the bridge would open again", OTHER))]
    (row,) = judged.rows(two, [judge("same", "c1", "c2")])
    assert row.id == "c1"
    assert {p.article for p in row.evidence} == {DOC.id, OTHER.id}
    assert row.get("reviewed") == {"by": "AB", "when": "2026-01-01T00:00:00+00:00", "verdict": "same"}


def test_an_undone_judgement_leaves_the_row_as_it_was() -> None:
    rows = [commitment("c1", passage("agreed"))]
    wrong = judge("wrong", "c1")
    undo = judge("undo", wrong.id, when="2026-01-02T00:00:00+00:00")
    assert judged.rows(rows, [wrong])[0].get("reviewed") is not None
    assert judged.rows(rows, [wrong, undo]) == rows
    assert standing([wrong, undo]) == []


def test_an_undo_can_be_undone() -> None:
    wrong = judge("wrong", "c1")
    undo = judge("undo", wrong.id, when="2026-01-02T00:00:00+00:00")
    again = judge("undo", undo.id, when="2026-01-03T00:00:00+00:00")
    assert standing([wrong, undo, again]) == [wrong]


def test_an_edit_brings_its_words() -> None:
    rows = [commitment("c1", passage("agreed to reopen the bridge"))]
    words = passage("will reopen")
    (row,) = judged.rows(rows, [judge("edit", "c1", slot="status", value="expected", words=words.key())])
    assert row.get("status") == "expected"
    assert words in row.evidence
    assert row.get("edited") == {"slot": "status", "before": "agreed", "by": "AB"}


def test_split_gives_each_article_its_row() -> None:
    rows = [commitment("c1", passage("agreed"), passage("decided", OTHER))]
    assert sorted(r.id for r in judged.rows(rows, [judge("split", "c1")])) == ["c1", "c1-1"]


def test_a_judgement_without_a_row_is_listed_not_lost() -> None:
    assert [j.about for j in judged.idle([], [judge("right", "c9")])] == [("c9",)]


@pytest.mark.parametrize(("verdict", "about", "more"), [
    ("same", ("c1",), {}), ("edit", ("c1",), {"slot": "status"}), ("nonsense", ("c1",), {}), ("outlet", ("a1",), {}),
])
def test_a_judgement_that_lacks_something_cannot_be_made(verdict: str, about: tuple[str, ...], more: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"needs|no verdict"):
        judge(verdict, *about, **more)


@pytest.mark.parametrize("bad", [
    judge("same", "c1", "c1"), judge("different", "c1", "c1"), judge("edit", "c1", slot="status", value="expected", words=(DOC.id, 3, 3)),
    judge("edit", "c1", slot="nosuch", value="5", words=(DOC.id, 0, 3)), judge("edit", "c1", slot="status", value="x", words=(DOC.id, 0, 9999)),
])  # fmt: skip
def test_a_decision_that_cannot_be_carried_out_is_passed_over_with_a_notice(bad: Judgement) -> None:
    rows, notices = [commitment("c1", passage("agreed"))], list[Notice]()
    assert judged.rows(rows, [bad], notices) == rows
    assert [(bad.id in n.what, n.next_step) for n in notices] == [(True, f"take it back: communique undo {bad.id}")]


def test_a_decision_whose_words_were_forgotten_changes_nothing() -> None:
    rows, notices = [commitment("c1", passage("agreed"))], list[Notice]()
    edit = judge("edit", "c1", slot="status", value="expected", words=(DOC.id, 0, 3))
    assert judged.rows(rows, [replace(edit, value=None, words=None)], notices) == rows
    assert not notices
