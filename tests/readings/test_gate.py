"""An outside reader that lies, invents, floods or fails: nothing invented gets through, nothing of ours is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from communique import passages
from communique.model.document import Document
from communique.readings.gate import MOST, admit
from communique.readings.page import Page
from communique.readings.parse import Parser

TEXT = 'Foreign Minister Ine Berg said the ferry "will sail again" by 3 March 2021. The fire killed 12 workers.'


@pytest.fixture(scope="module")
def page() -> Page:
    return Page.open(passages.lay_out(Document.make(source="a.txt", text=TEXT)), Parser({}))


def says(*proposals: Any):  # type: ignore[no-untyped-def]
    return lambda passage: list(proposals)


HONEST = [
    {"kind": "statement", "content": "the ferry “will sail again” by 3 March 2021", "speaker": "Ine Berg", "cue": "said"},
    {"kind": "figure", "words": "12 workers", "value": 12, "counts": "workers"},
    {"kind": "time", "words": "3 March 2021", "value": "2021-03-03"},
]
LIES = [
    {"kind": "statement", "content": "the ferry will sink", "speaker": "Ine Berg"},
    {"kind": "statement", "content": "will sail again", "speaker": "Aino Laine"},
    {"kind": "figure", "words": "12 workers", "value": 15, "counts": "workers"},
    {"kind": "figure", "words": "12 workers", "value": 12, "counts": "children"},
    {"kind": "figure", "words": "12 workers", "value": True, "counts": "workers"},
    {"kind": "time", "words": "3 March 2021", "value": "2021-03-04"},
    {"kind": "time", "words": "3 March 2021", "value": "2022-03-03"},
    {"kind": "verdict", "content": "true"},
    {"kind": "statement"},
    {},
]


@pytest.mark.parametrize("proposal", HONEST, ids=lambda p: p["kind"])
def test_what_the_passage_carries_is_let_in(page: Page, proposal: Mapping[str, Any]) -> None:
    found = admit(page, "honest", says(proposal))
    assert len(found.readings) == 1
    assert not found.refused
    assert found.readings[0].passage.text in TEXT
    assert found.readings[0].rule == "reader honest"


@pytest.mark.parametrize("proposal", LIES, ids=str)
def test_what_it_invents_is_refused_and_counted(page: Page, proposal: Mapping[str, Any]) -> None:
    found = admit(page, "liar", says(proposal))
    assert not found.readings
    assert len(found.refused) == 1
    assert "1 of 1 readings refused" in found.notices[0].what


def test_a_reader_that_fails_is_a_notice(page: Page) -> None:
    def fails(passage: str) -> Iterable[Mapping[str, Any]]:
        raise TimeoutError("60 seconds")

    found = admit(page, "dead", fails)
    assert not found.readings
    assert "gave no answer" in found.notices[0].what


def test_a_flood_is_cut(page: Page) -> None:
    found = admit(page, "flood", lambda p: ({"kind": "nothing"} for _ in iter(int, 1)))
    assert len(found.refused) == MOST * len(page.layout.paragraphs)


def test_other_types_than_mappings_are_refused(page: Page) -> None:
    found = admit(page, "odd", says("text", 3, None))
    assert not found.readings
    assert len(found.refused) == 3
