"""Disagreements: real ones are told, and what precision, unit, rounding, part or moment explains is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model.casefile import Casefile, Dating, Written
from communique.model.passage import Passage
from communique.model.record import Row
from communique.records.disagreements import find
from communique.records.disagreements.amounts import rounded, span
from communique.records.lineage import trace

from .wires import article, by_id

Said = tuple[str, dict[str, object]]

TALKS: dict[str, object] = {"kind": "duration", "counts": "talks"}
RANGE: dict[str, object] = {"kind": "measure", "unit": "km", "counts": "range"}
YEARS: dict[str, object] = {"kind": "duration", "unit": "year"}
TEXTS = (
    "Heavy rain drove the river Esk over its banks on Sunday, and {} in the valley below the dam, the regional governor said after a flight over the area.",
    "Rescue teams went from roof to roof with boats. Officials in the capital put it this way: {}. Schools will be closed until the water has gone.",
    "The flood of the Esk has {} in three villages, according to the mayor of Dunholm, who blamed those that run the dam for opening it too late.",
    "Farmers lost cattle and hay. {} was the count that the ministry gave in its bulletin, with an appeal for tents, blankets and clean water.",
)


def case_of(*said: Said, days: tuple[str, ...] = ()) -> tuple[Casefile, list[Row]]:
    """One article of its own origin for each figure, and the rows of figures."""
    articles = [article(TEXTS[n % 4].format(words), f"{n}") for n, (words, _) in enumerate(said)]
    case = Casefile(articles=dict(sorted(by_id(*articles).items())))
    written = {a.id: Written(day=d, why="test") for a, d in zip(articles, days, strict=False)}
    case = replace(case, lineage=trace(case.articles), dating=Dating(written=written))
    rows = []
    for n, (a, (words, slots)) in enumerate(zip(articles, said, strict=True)):
        start = a.document.text.index(words)
        base: dict[str, object] = {"kind": "count", "unit": "person", "counts": "people killed", "same": "n1", "precision": "exact", "as_written": words}
        rows.append(Row(list="figures", id=f"n{n}", evidence=(Passage(a.document, start, start + len(words)),), slots={**base, **slots}))  # type: ignore[arg-type]
    return case, rows


def verdicts(*said: Said, days: tuple[str, ...] = ()) -> list[str]:
    return [str(r.get("class")) for r in find(*case_of(*said, days=days))]


def exact(n: float, **slots: object) -> Said:
    return f"{n:g} people", {"value": float(n), **slots}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (exact(12), exact(17)),
        (exact(180), exact(183)),
        (("at least 20 people", {"min": 20.0, "precision": "at least"}), exact(12)),
        (("up to 10 people", {"max": 10.0, "precision": "at most"}), exact(15)),
        (("about 100 people", {"value": 100.0, "precision": "about"}), exact(160)),
        (exact(5, kind="money", unit="USD"), exact(8, kind="money", unit="USD")),
        (("3 hours", {"value": 3.0, **TALKS, "unit": "hour"}), ("90 minutes", {"value": 90.0, **TALKS, "unit": "minute"})),
    ],
)
def test_what_cannot_both_hold_is_a_conflict(one: Said, two: Said) -> None:
    assert verdicts(one, two) == ["conflict"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("at least 35 people", {"min": 35.0, "precision": "at least"}), ("at least 36 people", {"min": 36.0, "precision": "at least"})),
        (("about 180 people", {"value": 180.0, "precision": "about"}), exact(183)),
        (("more than 10 people", {"min": 10.0, "precision": "at least"}), exact(14)),
        (("817 km", {"value": 817.0, "kind": "measure", "unit": "km"}), ("800 km", {"value": 800.0, "kind": "measure", "unit": "km"})),
        (("817 km", {"value": 817.0, "kind": "measure", "unit": "km"}), ("508 miles", {"value": 508.0, "kind": "measure", "unit": "mile"})),
        (("a thousand years", {"value": 1000.0, **YEARS}), ("1,300 years", {"min": 1300.0, "precision": "at least", **YEARS})),
        (exact(12, when="1998"), exact(17, when="2004")),
        (exact(1), ("one person", {"value": 1.0})),
        (exact(12, same="n2"), exact(17)),
    ],
)
def test_what_can_be_reconciled_is_no_conflict(one: Said, two: Said) -> None:
    assert set(verdicts(one, two)) <= {"compatible"}


def test_a_toll_that_grows_from_day_to_day_is_no_conflict() -> None:
    assert set(verdicts(exact(12), exact(17), days=("2026-03-09", "2026-03-10"))) <= {"compatible"}
    assert verdicts(exact(17), exact(12), days=("2026-03-09", "2026-03-10")) == ["conflict"]


def test_one_account_alone_against_several_is_a_slip() -> None:
    assert verdicts(exact(35), exact(35), exact(35), exact(5)) == ["slip"]


@pytest.mark.parametrize(
    ("one", "two", "days"),
    [
        (exact(12), ("21 people since February", {"value": 21.0}), ()),
        (exact(12, as_written="12 of the people"), exact(40), ()),
        (("9 km", {"value": 9.0, **RANGE}), ("70 km", {"value": 70.0, **RANGE}), ()),
        (exact(40), exact(12), ("2026-03-01", "2026-03-20")),
    ],
)
def test_what_may_be_two_things_is_passed_over(one: Said, two: Said, days: tuple[str, ...]) -> None:
    assert not verdicts(one, two, days=days)


def test_values_of_one_article_are_two_things() -> None:
    case, rows = case_of(exact(12), exact(17))
    both = [rows[0], replace(rows[1], evidence=rows[0].evidence)]
    assert not find(case, both)


def test_versions_count_origins_and_show_their_words() -> None:
    found = find(*case_of(exact(12), exact(12), exact(17)))
    versions = found[0].get("versions")
    assert isinstance(versions, tuple)
    assert sorted(len(v["origins"]) for v in versions) == [1, 2]  # type: ignore[index,call-overload,arg-type]
    assert all(v["evidence"] for v in versions)  # type: ignore[index,call-overload]


@pytest.mark.parametrize(
    ("words", "told"),
    [("60 and 80 people", "between 60 and 80 people"), ("60 to 80 people", "60 to 80 people"), ("from 60 and up to 80 people", "from 60 and up to 80 people")],
)
def test_the_two_ends_of_a_range_are_told_as_such(words: str, told: str) -> None:
    found = find(*case_of((words, {"value": None, "min": 60.0, "max": 80.0}), exact(17)))
    assert told in [v["value"] for v in found[0].get("versions")]  # type: ignore[index,union-attr,call-overload]


def test_a_row_without_a_number_has_no_span() -> None:
    _, rows = case_of(exact(12))
    assert span(replace(rows[0], slots={**rows[0].slots, "value": None})) is None


@pytest.mark.parametrize(("a", "b", "expected"), [(817, 800, True), (800, 817, True), (817, 820, True), (817, 700, False), (800, 700, False), (5, 5, False)])
def test_rounding(a: float, b: float, expected: bool) -> None:
    _, rows = case_of(exact(a, kind="measure", unit="km"), exact(b, kind="measure", unit="km"))
    left, right = span(rows[0]), span(rows[1])
    assert left
    assert right
    assert rounded(left, right) is expected
