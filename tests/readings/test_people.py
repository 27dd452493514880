"""Whom words name: the cases of cases/people.toml, and what holds of every entity table."""

from __future__ import annotations

import itertools
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.actor import Actor
from communique.model.document import Document
from communique.passages.lay_out import lay_out
from communique.readings.page import Page
from communique.readings.parse import Parser
from communique.readings.people import actor_for, persons, read

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "people.toml").read_text(encoding="utf-8"))["case"]
PARSER = Parser()


def page_of(text: str) -> Page:
    page = Page.open(lay_out(Document.make(source="case.txt", text=text)), PARSER)
    return replace(page, entities=read(page))


def place(text: str, words: str) -> int:
    """Where the words stand; "Lee#2" is the second Lee."""
    words, _, n = words.partition("#")
    at = -1
    for _ in range(int(n or 1)):
        at = text.index(words, at + 1)
    return at


def told(actor: Actor | None) -> str:
    if actor is None:
        return ""
    return " + ".join(sorted(m.key for m in actor.members)) or actor.key


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_words_name_whom_an_editor_would_say(case: dict[str, Any]) -> None:
    text = case["text"]
    page = page_of(text)
    for words, kind, key in case.get("who", ()):
        at = place(text, words)
        found = page.entities.at(at, at + len(words.partition("#")[0]))
        assert found is not None, words
        assert found.actor.kind == kind, words
        assert key in ("", found.actor.key), words
    for words in case.get("nobody", ()):
        at = place(text, words)
        assert page.entities.at(at, at + len(words.partition("#")[0])) is None, words
    for words, acts in case.get("acts", ()):
        at = place(text, words)
        found = page.entities.at(at, at + 1)
        assert found is not None, words
        assert found.acts is acts, words
    for words, key in case.get("resolve", ()):
        at = place(text, words)
        sent = page.sent_at(at)
        assert sent is not None
        token = sent.token_at(at)
        assert token is not None
        assert told(actor_for(page, sent, token)) == key, words


def test_offices_countries_and_genders_go_with_the_person() -> None:
    page = page_of("Japan's Prime Minister, Sanae Takaichi, met Mr. Rossi and Queen Mary of Denmark. Spokesperson Kang Yu-jung said so.")
    by_key = {a.key: a for a in page.entities.actors()}
    takaichi = by_key["person:sanae takaichi"]
    assert (takaichi.role, takaichi.country, takaichi.sector) == ("prime minister", "JPN", "GOV")
    assert by_key["person:rossi"].gender == "male"
    assert by_key["person:mary"].gender == "female"
    assert by_key["person:jung kang yu"].role == "spokesperson"


def test_persons_show_every_passage() -> None:
    page = page_of("Finnish President Alexander Stubb spoke. Stubb left.")
    found = {p.actor.key: [m.text for m in p.mentions] for p in persons(page, page.entities)}
    assert found["person:alexander stubb"] == ["Alexander Stubb", "Stubb"]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from("President Lee of Kim, said the U.S. and Tokyo he his two leaders - bin ( ) \" ' Mr. Jordan's who".split()), max_size=25))
def test_any_words_give_a_table_without_overlaps(words: list[str]) -> None:
    page = page_of(" ".join(words) or "x")
    spans = [(n.start, n.end) for n in page.entities.namings]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    for sent in page.sents:
        for token in sent.tokens:
            actor_for(page, sent, token)
