"""Figures are read with what they count."""

from __future__ import annotations

import time
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from communique import passages
from communique.model.document import Document
from communique.model.figures import FigureReading
from communique.readings import figures, times
from communique.readings.page import Page
from communique.readings.parse import Parser

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "figures.toml").read_text(encoding="utf-8"))["case"]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser({})


def read(text: str, parser: Parser) -> list[FigureReading]:
    page = Page.open(passages.lay_out(Document.make(source="a.txt", text=text)), parser)
    return figures.read(replace(page, times=tuple(times.read(page))))


def told(f: FigureReading) -> list[object]:
    span = [f.least if f.least is not None else "", f.most if f.most is not None else ""]
    return [f.passage.text, f.value if f.value is not None else span, f.unit, f.counts]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:50])
def test_a_figure_counts_what_an_editor_says(case: dict[str, object], parser: Parser) -> None:
    found = read(str(case["text"]), parser)
    assert [told(f) for f in found] == case["figures"]
    if "of" in case:
        index, whole = case["of"]  # type: ignore[misc]
        assert found[index].of == whole


def test_how_sure_a_figure_is(parser: Parser) -> None:
    found = read("About 180 workers, at least 20 women and up to 5 guards died. Exactly 3 nurses lived.", parser)
    assert [f.precision for f in found] == ["about", "at least", "at most", "exact"]


def test_a_figure_knows_the_time_of_its_sentence(parser: Parser) -> None:
    (f,) = read("On March 3, 2011, some 40 trucks crossed the border.", parser)
    assert f.when is not None


def test_a_hostile_paragraph_takes_linear_time(parser: Parser) -> None:
    def seconds(n: int) -> float:
        text = "On Tuesday 35 people were killed in 1942 by 12 of the 40 and " * n
        page = Page.open(passages.lay_out(Document.make(source="a.txt", text=text)), parser)
        before = time.process_time()
        page = replace(page, times=tuple(times.read(page)))
        figures.read(page)
        return time.process_time() - before

    short, long = (min(seconds(n) for _ in range(3)) for n in (200, 800))
    assert long < 6 * short + 0.1, (short, long)
