"""An expression and the day of writing give a calendar time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.language import dates, timeml
from communique.language.timeml import bind, extent

TUESDAY = date(2019, 5, 14)
CASES = [
    ("weekday 2 @past", "2019-05-14"),  # the same day is allowed
    ("weekday 2 @future", "2019-05-14"),
    ("weekday 3 @past", "2019-05-08"),
    ("weekday 3 @future", "2019-05-15"),
    ("weekday 1", "2019-05-13"),
    ("weekday 2 last", "2019-05-07"),
    ("weekday 5 next TNI", "2019-05-17TNI"),
    ("month 10", "2018-10"),
    ("month 6 @past", "2019-06"),  # a month ahead is nearer than eleven back
    ("month 10 @future", "2019-10"),
    ("month 3 last", "2019-03"),
    ("month 12 last", "2018-12"),
    ("date 05-16 @past", "2019-05-16"),
    ("date 12-20 @past", "2018-12-20"),
    ("date 01-10 @future", "2020-01-10"),
    ("dates 12-30 01-02 @past", "2018-12-30/2019-01-02"),
    ("shift -1 D TNI", "2019-05-13TNI"),
    ("shift -1 W", "2019-W19"),
    ("shift 0 M", "2019-05"),
    ("shift -2 Y", "2017"),
    ("shift -0.5 Y", "2018-11"),
    ("quarter 3", "2018-Q3"),
    ("quarter 1 -1", "2018-Q1"),
    ("ended Q", "2019-Q1"),
    ("season SU last", "2018-SU"),
    ("weekend", "2019-W19-WE"),
    ("= P2Y", "P2Y"),
    ("holiday thanksgiving", "2018-11-22"),
    ("holiday easter+1 @past", "2019-04-22"),
    ("holiday easter-2 next", "2020-04-10"),
    ("holiday 12-24 @future", "2019-12-24"),
    ("holiday 12-24 2001", "2001-12-24"),
    ("holiday 10-31 -1", "2018-10-31"),
]


@pytest.mark.parametrize(("expression", "value"), CASES)
def test_an_expression_is_bound_to_the_calendar(expression: str, value: str) -> None:
    span = bind(expression, TUESDAY)
    assert span is not None
    assert span.value == value


def test_a_value_covers_its_days() -> None:
    assert extent("2019-02").last == date(2019, 2, 28)
    assert extent("2019-Q3").first == date(2019, 7, 1)
    assert extent("199").last == date(1999, 12, 31)
    assert extent("2019-W01").first == date(2018, 12, 31)
    assert extent("1910/1945").last == date(1945, 12, 31)
    assert extent("P3M").first is None


def test_nothing_is_bound_without_a_day() -> None:
    assert bind("weekday 2", None) is None
    assert bind("later 2 Y", TUESDAY) is None
    assert bind("date 02-30", TUESDAY) is None
    assert bind("no such thing", TUESDAY) is None


def test_another_expression_is_counted_from() -> None:
    span = bind("later 2 Y", TUESDAY, reference=date(1990, 1, 1))
    assert span is not None
    assert span.value == "1992"


@given(st.dates(), st.sampled_from([c for c, _ in CASES] + ["shift 9999 Y", "shift -99999999 D", "later 3 D"]))
def test_any_day_is_taken(day: date, expression: str) -> None:
    span = bind(expression, day, reference=day)
    assert span is None or span.first is None or span.last is None or span.first <= span.last


def test_every_verb_that_rules_write_can_be_bound() -> None:
    verbs = {c.split(" ")[0] for c, _ in CASES} | {"later", "clock"}
    assert set(timeml.BINDERS) <= verbs
    assert dates.bind is bind
