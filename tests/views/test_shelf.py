"""A row that a person judged wrong leaves the page, and is still counted as reviewed."""

from __future__ import annotations

from communique.model.document import Document
from communique.model.passage import Passage
from communique.model.record import Record, Row
from communique.views import brief
from communique.views.brief.page import Brief

DOC = Document.make(source="a.txt", text="The fire killed 12 workers in the port. It hurt 30 others.")


def page(**judged: object) -> Brief:
    def figure(row_id: str, words: str, **slots: object) -> Row:
        start = DOC.text.index(words)
        slots |= {"value": float(words.split(maxsplit=1)[0]), "counts": "workers", "unit": "worker", "kind": "count", "precision": "exact"}
        return Row(list="figures", id=row_id, story="s1", evidence=(Passage(DOC, start, start + len(words)),), slots=slots)  # type: ignore[arg-type]

    rows = (
        Row(list="articles", id=DOC.id, story="s1", slots={"source": "a.txt", "origin": "o1"}),
        Row(list="origins", id="o1", slots={"name": "AP", "articles": (DOC.id,)}),
        Row(list="stories", id="s1", slots={"title": "Fire in the port", "articles": (DOC.id,), "origins": ("o1",)}),
        figure("n1", "12 workers"),
        figure("n2", "30 others", **judged),
    )
    return brief.make(Record(rows=rows), rows[2])


def heads(shown: Brief) -> list[str]:
    return [line.head for s in shown.sections if s.key == "figures" for line in s.lines]


def test_both_rows_stand_before_anybody_judged() -> None:
    assert len(heads(page())) == 2
    assert page().reviewed == 0


def test_a_wrong_row_leaves_the_page_and_counts_as_reviewed() -> None:
    shown = page(reviewed={"by": "AB", "when": "2026-01-01", "verdict": "wrong"})
    assert heads(shown) == ["12 workers"]
    assert (shown.reviewed, shown.rows) == (1, 2)


def test_a_right_row_stays() -> None:
    assert len(heads(page(reviewed={"by": "AB", "when": "2026-01-01", "verdict": "right"}))) == 2
