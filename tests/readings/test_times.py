"""Times are read with the tense of their verb and bound to the day of writing."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from communique import passages
from communique.model.document import Document
from communique.readings import times
from communique.readings.page import Page
from communique.readings.parse import Parser
from communique.records.dating import bound

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "times.toml").read_text(encoding="utf-8"))["case"]
WRITTEN = date(2019, 5, 15)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser({})


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:50])
def test_a_time_means_what_an_editor_says(case: dict[str, object], parser: Parser) -> None:
    page = Page.open(passages.lay_out(Document.make(source="a.txt", text=str(case["text"]))), parser)
    read = times.read(page)
    moments = bound(read, WRITTEN)
    assert [[t.passage.text, moments[t.id].value] for t in read] == case["times"]


def test_an_absolute_time_needs_no_day(parser: Parser) -> None:
    page = Page.open(passages.lay_out(Document.make(source="a.txt", text="The mine was flooded in 1942.")), parser)
    (t,) = times.read(page)
    assert (t.value, t.first, t.last, t.anchor) == ("1942", "1942-01-01", "1942-12-31", "none")


def test_a_year_earlier_follows_the_quarter_named_before(parser: Parser) -> None:
    page = Page.open(passages.lay_out(Document.make(source="a.txt", text="Exports rose in the third quarter. They had fallen a year earlier.")), parser)
    assert [m.value for m in bound(times.read(page), WRITTEN).values()] == ["2018-Q3", "2017-Q3"]
