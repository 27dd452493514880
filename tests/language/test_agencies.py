"""The table of agencies: every form names its agency, and ordinary words name none."""

from __future__ import annotations

import pytest

from communique.language.agencies import agencies_in, agency, table


def test_every_form_names_its_agency() -> None:
    assert len(set(table().values())) >= 60
    for form, name in table().items():
        assert agency(form) == name
        assert agency(f"({form})") == name
        assert [n for _, _, n in agencies_in(f"Photo: {form} / staff")] == [name]


@pytest.mark.parametrize("words", ["ap", "pa", "map", "The Post", "Ministry", "Petra Novak", "beta", "the ministry of Petra", ""])
def test_near_misses_stay_silent(words: str) -> None:
    assert agency(words) is None


def test_a_form_inside_a_word_is_none() -> None:
    assert not list(agencies_in("MAPS of the CAPITAL, by HAPPY people at apnews.com"))
