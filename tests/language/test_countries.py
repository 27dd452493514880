"""States: every written name leads to one code."""

from __future__ import annotations

import pytest

from communique.language import countries, organisations, places, roles
from communique.language.tables import split


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("South Korean", "KOR"),
        ("DPRK", "PRK"),
        ("U.S.", "USA"),
        ("the Netherlands", "NLD"),
        ("Kyiv", "UKR"),
        ("Türkiye", "TUR"),
        ("Filipinos", "PHL"),
        ("JPN", "JPN"),
        ("Atlantis", None),
    ],
)
def test_names_lead_to_codes(name: str, code: str | None) -> None:
    assert countries.code(name) == code


def test_codes_of_other_lists() -> None:
    germany = countries.countries()["DEU"]
    assert (germany.cow, germany.gw) == ("255", "260")
    assert countries.countries()["PSE"].cow is None


def test_no_two_states_share_a_number() -> None:
    for slot in ("cow", "gw"):
        numbers = [n for c in countries.countries().values() if (n := getattr(c, slot))]
        assert len(numbers) == len(set(numbers))


def test_every_seat_and_town_leads_to_a_state_or_a_known_body() -> None:
    keys = {b.key for b in organisations.known().values()}
    for code in (*places.seats().values(), *places.within().values()):
        assert code in countries.countries() or code in keys


def test_offices() -> None:
    assert roles.find(("foreign", "minister"), 0) == (2, roles.roles()["foreign minister"])
    assert roles.roles()["foreign minister"].sector == "GOV"
    assert roles.roles()["queen"].gender == "female"


def test_national_bodies_have_states() -> None:
    assert organisations.known()["Pentagon"].country == "USA"
    assert all(b.country is None or b.country in countries.countries() for b in organisations.known().values())


def test_words_are_cut_as_the_parser_cuts_them() -> None:
    assert split("Asia-Pacific Economic Cooperation") == ("Asia", "-", "Pacific", "Economic", "Cooperation")
