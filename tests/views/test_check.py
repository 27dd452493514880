"""A claim and a draft beside a record of two accounts: what is carried, told otherwise, said by another."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique import Communique
from communique.views import check

ONE = """Peruvian President Ana Torres met Chilean President Luis Vega in Arica on Tuesday, after 12 miners were killed in a border shaft in 1998.

Torres said the copper treaty would be signed before the end of winter."""
TWO = """Chilean President Luis Vega received Peruvian President Ana Torres in Arica on Tuesday. In 1998, 14 miners were killed in the border shaft, Vega said.

The Chilean president warned that the water of the river belonged to neither country alone."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Communique:
    folder = tmp_path_factory.mktemp("coverage")
    (folder / "one.txt").write_text(ONE)
    (folder / "two.txt").write_text(TWO)
    made = Communique()
    made.add([folder])
    return made


def findings(desk: Communique, tmp_path: Path, text: str) -> list[tuple[int, str, str]]:
    draft = tmp_path / "draft.txt"
    draft.write_text(text)
    articles, _ = desk.look(draft)
    return [(f.at, f.kind, f.how) for a in articles for f in check.draft(desk.record(), a) if f.needs_a_look]


def test_another_number_of_the_same_things_is_another_value_and_a_year_is_none(desk: Communique) -> None:
    found = check.claim(desk.record(), "12 miners were killed in the border shaft")
    assert {s.how: s.why for s in found.sentences} == {"carries": "", "other value": "14 instead of 12"}


def test_reported_words_of_another_speaker_are_told_with_their_line(desk: Communique, tmp_path: Path) -> None:
    draft = "The two met in Arica.\n\nTorres warned that the water of the river belonged to neither country alone."
    assert findings(desk, tmp_path, draft) == [(3, "statement", "other speaker")]


def test_reported_words_of_the_same_speaker_need_no_look(desk: Communique, tmp_path: Path) -> None:
    assert findings(desk, tmp_path, "Vega warned that the water of the river belonged to neither country alone.") == []


def test_an_amount_without_a_number_is_not_the_number_it_begins_at(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Peru sent millions of tons of grain to Chile in May, President Ana Torres of Peru said.")
    draft = tmp_path / "draft.txt"
    draft.write_text("Peru sent 1,000,000 tons of grain to Chile. Peru sent millions of tons of grain to Chile.")
    with Communique() as desk:
        desk.add([tmp_path / "one.txt"])
        (article,), _ = desk.look(draft)
        told = [(f.how, f.why) for f in check.draft(desk.record(), article) if f.kind == "figure"]
    assert told == [("other value", "the record has millions of tons"), ("found", "")]


def test_a_figure_that_an_article_has_word_for_word_needs_no_look(desk: Communique, tmp_path: Path) -> None:
    assert findings(desk, tmp_path, "The water belonged to neither country, and 14 miners were killed in 1998.") == []
    assert findings(desk, tmp_path, "The talks drew 14 copper firms to Arica on Tuesday.") == [(1, "figure", "not found")]


def test_a_figure_of_other_things_of_one_trade_is_no_other_value(desk: Communique, tmp_path: Path) -> None:
    assert findings(desk, tmp_path, "Three border treaties were read out in Arica.") == [(1, "figure", "not found")]
    assert findings(desk, tmp_path, "In 1998, 19 miners were killed in the border shaft.") == [(1, "figure", "other value")]


def test_two_lobbies_are_not_set_against_forty_deals(tmp_path: Path) -> None:
    account = "Torres and Vega signed 40 business deals in Arica on Tuesday.\n\nThe chamber, one of two business lobbies, had asked for them."
    (tmp_path / "account.txt").write_text(account)
    with Communique() as desk:
        desk.add([tmp_path / "account.txt"])
        for draft in ("Two business lobbies wrote to the president.", "The two business lobbies were pleased."):
            assert findings(desk, tmp_path, draft) == []
        assert findings(desk, tmp_path, "Three business unions wrote to her.") == [(1, "figure", "not found")]
        assert findings(desk, tmp_path, "They signed 45 business deals in Arica.") == [(1, "figure", "other value")]
