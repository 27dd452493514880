"""Statements are read with who said them, how, and where; what is no statement stays silent."""

from __future__ import annotations

import time
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from communique import passages
from communique.language import cues
from communique.model.document import Document
from communique.model.statements import MODES, STANCES, StatementReading
from communique.readings import people, statements, times
from communique.readings.page import Page
from communique.readings.parse import Parser

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "statements.toml").read_text(encoding="utf-8"))["case"]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser({})


def page(text: str, parser: Parser) -> Page:
    opened = Page.open(passages.lay_out(Document.make(source="a.txt", text=text)), parser)
    opened = replace(opened, entities=people.read(opened))
    return replace(opened, times=tuple(times.read(opened)))


def read(text: str, parser: Parser) -> list[StatementReading]:
    return statements.read(page(text, parser))[0]


def rows(text: str, parser: Parser) -> list[StatementReading]:
    return [r for r in read(text, parser) if r.tier != "attitude"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_the_cases_are_read_as_written(case: dict[str, Any], parser: Parser) -> None:
    found = [[r.speaker_at.text if r.speaker_at else "", r.cue.text if r.cue else "", r.mode, [p.text for p in r.content]] for r in rows(case["text"], parser)]
    assert found == case["statements"]


@pytest.mark.parametrize("group", [g for kind in ("verb", "noun") for g in cues.lexicon()[kind]], ids=lambda g: g["lemmas"][0])
def test_each_cue_reads_its_specimen_and_not_its_near_miss(group: dict[str, Any], parser: Parser) -> None:
    assert any(r.cue_lemma in group["lemmas"] for r in read(group["specimen"], parser))
    assert not [r for r in read(group["near_miss"], parser) if r.cue_lemma in group["lemmas"]]


@pytest.mark.parametrize("setting", cues.settings(), ids=lambda s: s["specimen"][:40])
def test_each_setting_reads_its_specimen_and_not_its_near_miss(setting: dict[str, Any], parser: Parser) -> None:
    assert setting["basis"] in {r.basis for r in read(setting["specimen"], parser) if r.setting}
    assert not [r for r in read(setting["near_miss"], parser) if r.setting]


def test_stances_and_modes_are_the_schemas(parser: Parser) -> None:
    found = [r for case in CASES for r in read(case["text"], parser)]
    assert {r.stance for r in found} <= set(STANCES)
    assert {r.mode for r in found} <= set(MODES)


def test_content_lies_in_the_passage(parser: Parser) -> None:
    for case in CASES:
        for r in read(case["text"], parser):
            assert all(r.passage.covers(p) for p in r.content)
            assert r.cue is None or r.passage.covers(r.cue)


def test_the_time_beside_the_cue_is_kept(parser: Parser) -> None:
    (r,) = rows("Weber said on Monday that the bridge would open in 2031.", parser)
    assert r.when is not None
    found = {t.id: t.passage.text for t in page("Weber said on Monday that the bridge would open in 2031.", parser).times}
    assert "Monday" in found[r.when]


@pytest.mark.parametrize(
    "text",
    [
        "Weber, who resigned as minister last month, said that the bridge was safe.",
        "Weber recently affirmed that the bridge was safe.",
    ],
)
def test_a_time_that_is_not_the_sayings_is_not_its_time(text: str, parser: Parser) -> None:
    assert [r.when for r in rows(text, parser)] == [None]


def test_who_was_told_is_kept(parser: Parser) -> None:
    (r,) = rows("Weber told a group of reporters that the bridge was safe.", parser)
    assert r.addressee is not None
    assert r.addressee.as_written == "a group of reporters"
    assert r.content[0].text == "that the bridge was safe"


def test_quoted_words_of_nobody_are_remainder(parser: Parser) -> None:
    _, left = statements.read(page("The sign reads well. “Nobody may pass this gate after dark.”", parser))
    assert [m.note for m in left] == ["quoted words without a speaker"]


def test_a_page_without_sentences_is_read(parser: Parser) -> None:
    assert statements.read(page("", parser)) == ([], [])


def test_what_another_newsroom_was_told_rests_on_other_media(parser: Parser) -> None:
    told = "The minister told CNN that the road was closed."
    assert [r.basis for r in rows(told, parser)] == ["other media"]
    own = Document.make(source="a.txt", text=told, outlet="CNN")
    opened = Page.open(passages.lay_out(own), parser)
    assert [r.basis for r in statements.read(replace(opened, entities=people.read(opened)))[0]] == ["not said"]


def test_what_is_added_is_still_in_the_interview(parser: Parser) -> None:
    text = "Anna Weber said in an interview on Monday that the bridge was safe. She added that it would open soon."
    assert [r.basis for r in rows(text, parser)] == ["interview", "interview"]


HOSTILE = [
    "“We go,” he said. ",
    "Weber said it was late and warned of rain. ",
    "“We go and ",
    "Weber added:\n\nIt is a poor plan for a rich town, and it needs a wall.\n\n",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_takes_no_more_than_twice_the_time(piece: str, parser: Parser) -> None:
    spent = []
    for n in (150, 600):
        opened = page(piece * n, parser)
        start = time.process_time()
        statements.read(opened)
        spent.append(time.process_time() - start)
    assert spent[1] < 10 * spent[0] + 0.2


ODD = [
    "“We will go, Weber said. The bridge is shut.\n\nThe town waits.",
    "Weber s\u200baid that the road \u200bwas open. \ufeff“Go,” she\u00ad said.",
    "Q: And the ferry?\n\nA: It runs twice a day.",
    "Country | Exports | Said to rise\nFrance | 12.4 | yes",
    "\" “ ” ' ‘ ’ « » „ `` '' \" said said “ Weber “ said ” Morel ” « said",
    "Weber added:\n\n",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_read_and_what_is_cited_is_there(text: str, parser: Parser) -> None:
    for r in read(text, parser):
        assert all(p.text and p.text in text for p in r.content)


@pytest.mark.parametrize(
    ("head", "speaker"),
    [
        ("PM says border with Portugal will open in May", "Peter Novak"),
        ("PM says harbour in Portugal will stay shut", None),
    ],
)
def test_a_headline_says_what_its_article_tells_for_whom_that_names(head: str, speaker: str | None, parser: Parser) -> None:
    body = "Slovak trade minister Peter Novak said on Monday that the border with Portugal will open in May after two years of talks."
    found = [r for r in read(f"{head}\n\n{body}", parser) if r.passage.start < len(head)]
    assert [r.speaker.name if r.speaker else None for r in found] == [speaker]
