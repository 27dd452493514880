"""A figure's label keeps its precision: "at least" is never lost because the article's own phrase is short."""

from __future__ import annotations

import pytest

from communique.model.document import Document
from communique.model.passage import Passage
from communique.model.record import Row, Value
from communique.views.figures import label

DOC = Document.make(source="a.txt", text="At least 14 sailors drowned, tens of thousands of homes were lost and one of two lighthouses went out.")


@pytest.mark.parametrize(("slots", "wanted"), [
    ({"as_written": "14 sailors", "min": 14.0, "precision": "at least", "unit": "sailor", "counts": "sailors drowned"}, "at least 14 sailors drowned"),
    ({"as_written": "14 sailors", "max": 14.0, "precision": "at most", "unit": "person", "counts": "drowned"}, "at most 14 drowned"),
    ({"as_written": "tens of thousands of homes", "min": 10000.0, "precision": "at least", "unit": "home", "counts": "homes"}, "tens of thousands of homes"),
    ({"as_written": "one lighthouse", "value": 1.0, "precision": "exact", "unit": "lighthouse", "counts": "lighthouse"}, "one lighthouse"),
    ({"as_written": "two fatalities", "min": 2.0, "precision": "at least", "unit": "fatality", "counts": "people killed"}, "at least two fatalities"),
    ({"as_written": "four dead bodies", "value": 4.0, "precision": "exact", "unit": "body", "counts": "dead bodies"}, "4 dead bodies"),
    ({"as_written": "89 percent", "value": 89.0, "precision": "exact", "unit": "percent", "counts": "cut"}, "89 percent cut"),
])  # fmt: skip
def test_a_label_says_what_the_slots_say(slots: dict[str, Value], wanted: str) -> None:
    row = Row(list="figures", id="n1", story="s1", evidence=(Passage(DOC, 0, 20),), slots=slots)
    assert label(row) == wanted
