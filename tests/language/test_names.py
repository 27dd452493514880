"""Names of persons: keys, family names, spellings."""

from __future__ import annotations

import pytest

from communique.language import names


def test_order_hyphens_case_and_accents_do_not_change_the_key() -> None:
    assert names.key("Lee Jae-myung") == names.key("Jae Myung Lee") == "person:jae lee myung"
    assert names.key("António Guterres") == names.key("Antonio GUTERRES")


def test_initials_do_not_change_the_key() -> None:
    assert names.key("Donald J. Trump") == names.key("Donald Trump")


@pytest.mark.parametrize(
    ("name", "country", "alone", "family"),
    [
        ("Xi Jinping", "CHN", {}, ("xi",)),
        ("Kang Yu-jung", "KOR", {}, ("kang",)),
        ("Sanae Takaichi", "JPN", {"takaichi": 3}, ("takaichi",)),
        ("Takaichi Sanae", "JPN", {"takaichi": 3}, ("takaichi",)),
        ("Ursula von der Leyen", None, {}, ("von", "der", "leyen")),
        ("Alexander Stubb", "FIN", {}, ("stubb",)),
        ("Kim Beazley", "AUS", {"beazley": 1}, ("beazley",)),
    ],
)
def test_family_name(name: str, country: str | None, alone: dict[str, int], family: tuple[str, ...]) -> None:
    assert names.family(names.tokens(name), country, alone) == family


def test_spellings_of_one_name_share_a_form() -> None:
    assert names.shared("Mohammed") == names.shared("Muhammad")
    assert names.shared("Aleksandar") == names.shared("Alexander")


def test_a_given_name_that_both_bear_shows_no_gender() -> None:
    assert names.gender_of("robin") is None
    assert names.gender_of("angela") == "female"
