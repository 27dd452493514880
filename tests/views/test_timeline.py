"""The chronology: a happening stands on its own day, not on the day somebody told of it again."""

from __future__ import annotations

from communique.model.document import Document
from communique.model.passage import Passage
from communique.model.record import Row
from communique.views.timeline import day_of

DOC = Document.make(source="a.txt", text="They signed the treaty.")


def promise(*entries: tuple[str, str | None]) -> Row:
    history = tuple({"status": "signed", "when": when, "told_of": told} for when, told in entries)
    return Row(list="commitments", id="c1", evidence=(Passage(DOC, 0, 11),), slots={"history": history})


def test_a_promise_stands_on_the_day_that_an_account_gives_for_it() -> None:
    assert day_of(promise(("2026-04-20", "2026-04-07"))) == "2026-04-07"
    assert day_of(promise(("2026-04-08", None), ("2026-04-20", "2026-04-07"))) == "2026-04-07"


def test_where_no_account_gives_a_day_it_stands_on_the_first_accounts() -> None:
    assert day_of(promise(("2026-04-20", None), ("2026-04-08", "2026-W15"))) == "2026-04-08"
    assert day_of(promise()) == ""
