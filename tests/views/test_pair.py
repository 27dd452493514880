"""When two states last met: the latest day that is told, and meetings whose day no account tells are not passed over."""

from __future__ import annotations

from communique.exports import answers_text
from communique.model.actor import Actor
from communique.model.document import Document
from communique.model.passage import Passage
from communique.model.record import Record, Row, Value
from communique.views import pair

DOC = Document.make(source="a.txt", text="President Ana Rivas of Chile held a summit with Prime Minister Lars Holt of Norway on the sidelines.")
RIVAS = Actor(key="person:ana rivas", name="Ana Rivas", kind="person", as_written="Rivas", country="CHL")
HOLT = Actor(key="person:holt lars", name="Lars Holt", kind="person", as_written="Holt", country="NOR")


def met(row_id: str, status: str = "held", **slots: Value) -> Row:
    return Row(list="meetings", id=row_id, story="s1", evidence=(Passage(DOC, 0, 19),), slots={"participants": (RIVAS, HOLT), "status": status, **slots})


def made(*rows: Row, known_by: str | None = None) -> pair.Pair:
    home = (
        Row(list="articles", id=DOC.id, story="s1", slots={"origin": "o1", "published": {"value": "2021-03-05", "from": "header line"}}),
        Row(list="origins", id="o1", slots={"articles": (DOC.id,)}),
        Row(list="stories", id="s1", slots={"articles": (DOC.id,), "origins": ("o1",)}),
    )
    return pair.make(Record(rows=(*home, *rows)), "CHL", "NOR", known_by)


def test_the_latest_day_is_when_they_last_met() -> None:
    found = made(met("m1", **{"from": "2021-03-04"}), met("m2", **{"from": "2020-01-01"}), met("m3", "planned", **{"from": "2022-01-01"}))
    assert found.last_met is not None
    assert found.last_met.row == "m1"
    assert found.met_some_day == ()


def test_a_meeting_without_a_day_is_not_passed_over() -> None:
    found = made(met("m1"))
    assert (found.last_met, [x.row for x in found.met_some_day], found.undated) == (None, ["m1"], 1)
    told = answers_text.pair(found)
    assert "MET, DAY NOT TOLD" in told
    assert "LAST MET" not in told


def test_what_is_planned_or_judged_wrong_is_no_meeting_held() -> None:
    found = made(met("m1", "planned"), met("m2", reviewed={"by": "AB", "when": "2026-01-01", "verdict": "wrong"}))
    assert (found.last_met, found.met_some_day) == (None, ())
    assert "LAST MET\n  none found" in answers_text.pair(found)


def test_as_known_on_a_day_holds_for_every_list() -> None:
    assert made(met("m1"), known_by="2021-03-06").met_some_day
    assert not made(met("m1"), known_by="2021-03-01").met_some_day
