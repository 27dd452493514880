"""The chronology: a happening stands on its own day, not on the day somebody told of it again."""

from __future__ import annotations

import json
from pathlib import Path

from communique import Communique
from communique.model.document import Document
from communique.model.passage import Passage
from communique.model.record import Row
from communique.views.timeline import day_of, make

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


def test_a_remark_of_a_day_is_one_line_however_many_copies_have_it(tmp_path: Path) -> None:
    said = "Kenyan President Anna Otieno said on Monday in Nairobi that the whole border with Uganda would open by the end of May."
    rows = [{"outlet": f"Paper {n}", "published": "2026-03-03", "title": "Border to open", "text": said + "\n\n" + "Traders cheered. " * n} for n in (1, 2, 3)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with Communique() as desk:
        desk.add([tmp_path])
        entries = [e for e in make(desk.record(), kinds=("statements",)) if e.kind != "gap"]
    assert [(e.day, len(e.line.cites)) for e in entries] == [("2026-03-02", 3)]
