"""Frames say who did what to whom and whether it stands; every lexicon entry reads its specimen and is silent at its near miss."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from communique import passages
from communique.language.frames import Entry, entries
from communique.model.document import Document
from communique.readings import commitments, disputes, meetings, people, statements, times
from communique.readings.frames import Frame, actors, frames
from communique.readings.page import Page
from communique.readings.parse import Parser

CASES = Path(__file__).parent.parent / "cases"
READ: dict[str, Callable[[Page], Any]] = {"agreements": commitments.read, "disputes": disputes.read, "meetings": meetings.read}
ENTRIES = [pytest.param(name, e, id=f"{name}:{e.id}") for name in READ for e in entries(name)]


def cases(name: str) -> list[Any]:
    return [pytest.param(c["text"], c["expected"], id=c["text"][:60]) for c in tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser({})


def page(text: str, parser: Parser) -> Page:
    opened = Page.open(passages.lay_out(Document.make(source="a.txt", text=text)), parser)
    opened = replace(opened, entities=people.read(opened))
    opened = replace(opened, times=tuple(times.read(opened)))
    return replace(opened, statements=tuple(statements.read(opened)[0]))


def frame(text: str, lemma: str, parser: Parser) -> Frame:
    return next(f for f in frames(page(text, parser)) if f.lemma == lemma)


def words(f: Frame, indices: tuple[int, ...]) -> list[str]:
    return [f.sent.tokens[i].text for i in indices]


@pytest.mark.parametrize(("name", "entry"), ENTRIES)
def test_an_entry_reads_its_specimen_and_leaves_its_near_miss(name: str, entry: Entry, parser: Parser) -> None:
    rows, short = READ[name](page(entry.specimen, parser))
    told = [r.rule for r in rows] if entry.bar else [m.note for m in short]
    assert any(t.endswith(f":{entry.id}") for t in told), told
    assert not READ[name](page(entry.near_miss, parser))[0]


@pytest.mark.parametrize(
    ("text", "lemma", "stands"),
    [
        ("Peru signed the treaty.", "sign", "done"),
        ("Peru will sign the treaty.", "sign", "future"),
        ("Peru is expected to sign the treaty.", "sign", "future"),
        ("Peru may sign the treaty.", "sign", "possible"),
        ("Peru wants to sign the treaty.", "sign", "wanted"),
        ("Peru agreed to sign the treaty.", "sign", "agreed"),
        ("Peru did not sign the treaty.", "sign", "negated"),
        ("Peru refused to sign the treaty.", "sign", "negated"),
        ("Peru no longer signs treaties.", "sign", "negated"),
        ("No treaty was signed.", "sign", "negated"),
        ("Peru denied that it had signed the treaty.", "sign", "denied"),
        ("If Peru signs the treaty, Chile will follow.", "sign", "conditional"),
        ("Did Peru sign the treaty?", "sign", "asked"),
        ("Peru would have signed the treaty.", "sign", "negated"),
    ],
)
def test_a_mood_tells_whether_it_was_done(text: str, lemma: str, stands: str, parser: Parser) -> None:
    assert frame(text, lemma, parser).mood.stands == stands


def test_control_finds_the_doer(parser: Parser) -> None:
    f = frame("Chile urged Peru to sign the treaty.", "sign", parser)
    assert words(f, f.who) == ["Peru"]
    f = frame("Chile agreed to sign the treaty.", "sign", parser)
    assert words(f, f.who) == ["Chile"]


def test_a_passive_is_turned_round(parser: Parser) -> None:
    f = frame("The treaty was signed by Peru and Chile.", "sign", parser)
    assert (words(f, f.who), words(f, f.whom)) == (["Peru", "Chile"], ["treaty"])


def test_a_reporter_is_kept(parser: Parser) -> None:
    f = frame("Chile said that Peru had signed the treaty.", "sign", parser)
    assert f.mood.reported
    assert f.mood.reporter is not None
    assert f.sent.tokens[f.mood.reporter].text == "Chile"


def test_an_event_noun_knows_its_sides(parser: Parser) -> None:
    f = frame("Peru held talks with Chile on trade.", "talk", parser)
    assert words(f, f.to("with")) == ["Chile"]
    assert f.light is not None
    assert f.light.lemma == "hold"


def test_both_sides_are_the_two_that_the_text_joins(parser: Parser) -> None:
    text = "Brazil hosted envoys. Peru and Chile fought for a week. Brazil said Peru and Chile were tired. Brazil will watch. Both sides agreed to stop."
    p = page(text, parser)
    f = next(f for f in frames(p) if f.lemma == "agree")
    assert {a.country for a in actors(p, f.sent, f.who[0])} == {"PER", "CHL"}


@pytest.mark.parametrize(("text", "expected"), cases("commitments"))
def test_commitments(text: str, expected: list[str], parser: Parser) -> None:
    rows, _ = commitments.read(page(text, parser))
    told = [f"{r.status} | {', '.join(sorted(str(a.name) for a in r.parties))} | {r.action.text}" for r in rows]
    assert len(told) == len(expected), told
    assert all(t.startswith(e) for t, e in zip(told, expected, strict=True)), told


@pytest.mark.parametrize(("text", "expected"), cases("disputes"))
def test_disputes(text: str, expected: list[str], parser: Parser) -> None:
    rows, _ = disputes.read(page(text, parser))
    told = [f"{r.act or 'quarrel'} | {', '.join(str(a.country) for a in r.by)} | {', '.join(str(a.country) for a in r.to)}" for r in rows]
    assert told == [e.replace("Peru", "PER").replace("Chile", "CHL") for e in expected]


@pytest.mark.parametrize(("text", "expected"), cases("meetings"))
def test_meetings(text: str, expected: list[str], parser: Parser) -> None:
    rows, _ = meetings.read(page(text, parser))
    first = {r.group: r for r in reversed(rows)}
    told = [
        f"{r.form} | {r.status} | {', '.join(sorted(str(a.name) for a in r.participants))} | {r.place.text if r.place else '-'}"
        for r in reversed(first.values())
    ]
    assert told == expected


def test_what_points_back_joins_its_meeting(parser: Parser) -> None:
    text = "Peruvian President Ana Torres met Chilean President Luis Vega in Lima on Monday. Torres thanked her guest after the talks."
    rows, _ = meetings.read(page(text, parser))
    assert len(rows) == 2
    assert len({r.group for r in rows}) == 1
    assert {a.name for a in rows[1].participants} == {"Ana Torres", "Luis Vega"}


def test_the_meeting_before_is_kept_apart_and_named_as_such(parser: Parser) -> None:
    text = (
        "The meeting of Peruvian President Ana Torres with Chilean President Luis Vega came after Torres held talks in Quito "
        "with Ecuadorian President Juan Paz."
    )
    rows, _ = meetings.read(page(text, parser))
    assert rows[0].follows == rows[1].group


def test_a_condition_is_shown(parser: Parser) -> None:
    rows, _ = commitments.read(page("Chile promised to send tents if Peru opened its ports.", parser))
    assert rows[0].condition is not None
    assert rows[0].condition.text.startswith("if Peru")


def test_what_falls_short_is_left_as_a_mention(parser: Parser) -> None:
    rows, short = commitments.read(page("Peru and Chile failed to agree on a ceasefire.", parser))
    assert not rows
    assert [m.reason for m in short] == ["below the bar"]


@pytest.mark.parametrize("text", ["", "?", "a " * 5000, "“" * 300, "agreed to agreed to agreed to", "MET. MET WITH. SIGNED.", "المفاوضات between X and Y"])
def test_strange_input_is_no_trouble(text: str, parser: Parser) -> None:
    p = page(text, parser) if text.strip() else None
    for read in READ.values():
        if p is not None:
            read(p)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Peru accused Chile of moving the border posts.", "moving the border posts"),
        ("Peru condemned Chile's firing of a missile.", "Chile's firing of a missile"),
        ("Chile bombed Peru over the border.", None),
    ],
)
def test_what_a_dispute_is_about(text: str, about: str | None, parser: Parser) -> None:
    ((row, *_), _) = disputes.read(page(text, parser))
    assert (row.about.text if row.about else None) == about
