"""Numbers, units and how sure they are, by the letters alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.language import numbers, quantities, units

NUMBERS = [
    ("2,60,000", 260_000), ("3.2 million", 3_200_000), ("two hundred and six", 206), ("twenty-four", 24), ("half a million", 500_000), ("2 1/2", 2.5),
    ("a dozen", 12), ("two and a half million", 2_500_000), ("three hundred thousand", 300_000),
]  # fmt: skip


@pytest.mark.parametrize(("words", "value"), NUMBERS)
def test_a_number_is_read_whole(words: str, value: float) -> None:
    (found,) = numbers.find(f"Some {words} came.")
    assert (found.text, found.value) == (words, value)


@pytest.mark.parametrize("words", ["A380", "F-35", "19:09", "9/11", "COVID-19", "3G", "Article 9", "No. 10", "Flight 370"])
def test_a_code_is_no_quantity(words: str) -> None:
    assert quantities.find(f"He spoke of {words} again.") == []


def test_vague_words_have_an_open_end() -> None:
    (found,) = numbers.find("Dozens came.")
    assert (found.least, found.most) == (12, None)
    assert numbers.bounds("hundreds of thousands") == (100_000, None)


def test_an_ordinal_is_a_rank() -> None:
    assert [numbers.ordinal(w) for w in ("second", "60th", "twenty-first", "said")] == [2, 60, 21, None]


@pytest.mark.parametrize(
    ("words", "least", "most", "unit", "precision"),
    [
        ("at least $3.2bn", 3.2e9, None, "USD", "at least"),
        ("up to 40 percent", None, 40, "percent", "at most"),
        ("nearly 5,000 euros", 5000, 5000, "EUR", "about"),
        ("between 20 and 30 km", 20, 30, "km", "exact"),
        ("2 to 3 million yen", 2e6, 3e6, "JPY", "exact"),
        ("hundreds of billions of dollars", 1e11, None, "USD", "about"),
        ("half of 1 percent", 0.5, 0.5, "percent", "exact"),
        ("within an hour", None, 1, "hour", "at most"),
        ("met for an hour and a half", 1.5, 1.5, "hour", "exact"),
        ("lasted two hours and a half", 2.5, 2.5, "hour", "exact"),
        ("took 30 minutes and a half pound of tea", 30, 30, "minute", "exact"),
        ("more than 5m people", 5e6, None, None, "at least"),
        ("40 square miles", 40, 40, "square mile", "exact"),
    ],
)
def test_unit_range_and_precision_are_told(words: str, least: float | None, most: float | None, unit: str | None, precision: str) -> None:
    (q,) = quantities.find(f"It was {words} then")
    assert (q.least, q.most, q.unit, q.precision) == (least, most, unit, precision)


def test_units_meet_in_their_base() -> None:
    miles, base = units.convert(508, "mile")
    assert (round(miles), base) == (818, "km")
    assert units.convert(3, "worker") == (3, "worker")
    assert [units.currency_of(s) for s in ("US$", "¥", "yen", "HK$", "?")] == ["USD", "JPY", "JPY", "HKD", None]


@pytest.mark.parametrize("piece", ["1", "1 ", "1,", "one hundred and ", "$", "5 to 6 to ", "half of 1 percent of ", "twenty-"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        before = time.process_time()
        quantities.find(piece * (size // len(piece)))
        return time.process_time() - before

    short, long = (min(seconds(size) for _ in range(5)) for size in (10_000, 40_000))
    assert long < 6 * short + 0.05, (short, long)


@given(st.text())
def test_any_text_is_read_without_error(text: str) -> None:
    for q in quantities.find(text):
        assert 0 <= q.start <= q.at < q.stop <= q.end <= len(text)
