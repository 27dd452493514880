"""Changes between versions: what kind they are, and who still carries the old words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model.casefile import Casefile
from communique.model.passage import Passage
from communique.model.record import Row
from communique.records.changes import find
from communique.records.lineage import trace

from .wires import AFTER, BEFORE, article, by_id


def changes(*texts: tuple[str, str, str]) -> tuple[Casefile, list[Row]]:
    """``texts``: (name, day, text)."""
    articles = by_id(*(article(text, name, published=day) for name, day, text in texts))
    case = Casefile(articles=dict(sorted(articles.items())))
    case = replace(case, lineage=trace(articles))
    return case, find(case, [])


def said(value: object) -> str | None:
    return value.text if isinstance(value, Passage) else None


@pytest.fixture
def rows() -> list[Row]:
    return changes(("old", "2026-03-09", BEFORE), ("new", "2026-03-10", AFTER))[1]


def kinds(rows: list[Row], needle: str) -> set[str]:
    return {str(r.get("what")) for r in rows if needle in (said(r.get("before")) or "") + "|" + (said(r.get("after")) or "")}


def test_what_was_to_come_and_is_done_is_a_status(rows: list[Row]) -> None:
    assert "status" in kinds(rows, "was intended to focus")
    assert "status" in kinds(rows, "arrived in Helsinki") | kinds(rows, "agreed on a joint commission")


def test_a_figure_made_less_sure_is_a_fact(rows: list[Row]) -> None:
    assert kinds(rows, "about 40") == {"fact"}


def test_a_new_quotation_is_told(rows: list[Row]) -> None:
    assert "quote added" in kinds(rows, "nets over water cannons")


def test_what_did_not_change_makes_no_row(rows: list[Row]) -> None:
    assert not kinds(rows, "good offices")
    assert not kinds(rows, "Skerry Islands")


def test_every_row_shows_its_words(rows: list[Row]) -> None:
    for r in rows:
        assert r.evidence
        assert said(r.get("before")) or said(r.get("after"))


def test_a_copy_that_still_carries_the_old_figure_is_named() -> None:
    corrected = BEFORE.replace("40 of its boats", "14 of its boats")
    cut = "\n\n".join(BEFORE.split("\n\n")[:5])
    case, rows = changes(("old", "2026-03-09", BEFORE), ("new", "2026-03-11", corrected), ("cut", "2026-03-09", cut))
    names = {i: a.document.source for i, a in case.articles.items()}
    told = [r for r in rows if "14" in (said(r.get("after")) or "")]
    assert [r.get("what") for r in told] == ["fact"]
    carriers = told[0].get("still_carried_by")
    assert isinstance(carriers, tuple)
    assert [names[str(i)] for i in carriers] == ["cut"]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("40 of its boats", "46 of its boats", "fact"),
        ("since 1974", "since 1947", "fact"),
        ("Finland offered its good offices", "Estonia offered its good offices", "attribution"),
        ("near the lighthouse of Utgard", "near the lighthouse of Morvik", "fact"),
        ("which denies using force", "which admits using force", "fact"),
        ("was damaged by a water cannon", "was hit by a water cannon", None),
        ("Norland says that", "Norland said that", None),
    ],
)
def test_one_change_at_a_time(old: str, new: str, what: str | None) -> None:
    _, rows = changes(("old", "2026-03-09", BEFORE), ("new", "2026-03-11", BEFORE.replace(old, new)))
    assert [r.get("what") for r in rows if r.get("what") != "wording"] == ([what] if what else [])


@pytest.mark.parametrize(("new", "told"), [("Mr Jan Lund", False), ("Mr Per Lund", True)])
def test_a_title_before_a_name_is_no_news(new: str, told: bool) -> None:
    old, later = (text.replace("Finland offered", f"Finland's envoy, {name}, offered") for text, name in ((BEFORE, "Jan Lund"), (AFTER, new)))
    _, rows = changes(("old", "2026-03-09", old), ("new", "2026-03-11", later))
    assert bool(kinds(rows, "Lund") - {"wording"}) is told
