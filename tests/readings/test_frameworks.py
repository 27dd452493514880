"""Standing arrangements and assessments: cues code their specimens and stay silent on near misses; members, applicant, voice, direction."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from communique.language.assessments import entries
from communique.language.frameworks import Cue, cues
from communique.model.actor import Actor
from communique.model.assessments import AssessmentReading
from communique.model.document import Document
from communique.model.frameworks import FrameworkReading
from communique.model.layout import Layout, Sentence
from communique.model.statements import StatementReading
from communique.readings import assessments, frameworks, people
from communique.readings.page import Page
from communique.readings.parse import Parser


@cache
def parser() -> Parser:
    return Parser()


def page(text: str) -> Page:
    starts = [0, *(m.end() for m in re.finditer(r"(?<=[a-z])\. (?=[A-Z])", text))]
    spans = [Sentence(s, e, 0) for s, e in zip(starts, [*(s - 1 for s in starts[1:]), len(text)], strict=True)]
    opened = Page.open(Layout(Document.make(source="test", text=text), sentences=tuple(spans)), parser())
    return replace(opened, entities=people.read(opened))


def read(text: str) -> tuple[FrameworkReading, ...]:
    return frameworks.read(page(text))


def held(text: str) -> tuple[AssessmentReading, ...]:
    return assessments.read(page(text))[0]


def kinds_seen(text: str) -> list[str]:
    rows, short = assessments.read(page(text))
    return [*(r.sort for r in rows), *(m.note.partition(":")[2] for m in short)]


@pytest.mark.parametrize("cue", cues(), ids=lambda c: f"{c.kind}-{min(c.nouns)}")
def test_cue_codes_its_specimen_and_not_its_near_miss(cue: Cue) -> None:
    assert cue.kind in [r.sort for r in read(cue.specimen)]
    assert read(cue.near_miss) == ()


def test_members_are_the_states_named_with_it() -> None:
    (reading,) = read("They spoke of trilateral cooperation among Kenya, Uganda and Tanzania.")
    assert {a.country for a in reading.members} == {"KEN", "UGA", "TZA"}


def test_applicant_and_condition() -> None:
    (reading,) = read("Kenya applied to join the Southern African Development Community. That would require lifting its tariffs on sugar.")
    assert (reading.sort, reading.applicant and reading.applicant.country) == ("organisation", "KEN")
    assert reading.condition is not None
    assert "tariffs on sugar" in reading.condition.text


@pytest.mark.parametrize("kind", [k for k, e in entries().items() if "specimen" in e])
def test_kind_of_assessment_has_its_specimen_and_near_miss(kind: str) -> None:
    assert kind in kinds_seen(entries()[kind]["specimen"])
    assert kind not in kinds_seen(entries()[kind]["near_miss"])


def test_direction_is_what_the_words_say() -> None:
    (worse,) = held("Relations between Kenya and Uganda have worsened since the vote.")
    (better,) = held("Kenya has enhanced its relations with Uganda.")
    assert (worse.direction, better.direction, worse.voice) == ("worsening", "improving", "outlet")


def test_what_is_wished_for_is_no_direction() -> None:
    assert [r for r in held("The minister spoke of the need to improve relations with Uganda.") if r.direction] == []


def test_what_is_aimed_at_or_long_past_is_no_direction() -> None:
    assert [r for r in held("Kenya sent an envoy to improve its strained ties with Uganda.") if r.direction] == []
    assert [r for r in held("Kenya and Uganda normalized relations in 1965.") if r.direction] == []
    assert [r.direction for r in held("Kenya and Uganda have normalized relations since the vote.")] == ["improving"]


def test_what_an_outlet_puts_beside_an_aim_is_the_outlets() -> None:
    text = "The Kenyan president is seeking to visit Uganda as Kenya faces a deepening row with Tanzania."
    opened = page(text)
    speaker = Actor(key="person:otieno", name="Otieno", kind="person", as_written="The Kenyan president", role="president", country="KEN")
    content = opened.passage(text.index("to visit"), len(text) - 1)
    said = StatementReading(passage=opened.passage(0, len(text)), rule="attitude", speaker=speaker, cue=None, mode="indirect", content=(content,))
    (reading,), _ = assessments.read(replace(opened, statements=(said,)))
    assert (reading.direction, reading.voice, reading.by) == ("worsening", "outlet", None)


def test_an_analyst_is_no_party() -> None:
    text = "Relations between Kenya and Uganda are strained, a professor said."
    opened = page(text)
    content = opened.passage(0, text.index(","))
    speaker = Actor(key="unnamed:professor", name="Jane Doe", kind="person", as_written="a professor", role="professor")
    said = StatementReading(passage=opened.passage(0, len(text)), rule="said", speaker=speaker, cue=None, mode="indirect", content=(content,))
    (reading, *_), _ = assessments.read(replace(opened, statements=(said,)))
    assert (reading.voice, reading.by) == ("analyst", speaker)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The factory could deepen the debt of Kenya.", []),
        ("The visit could bring a lasting truce to Kenya and Uganda.", ["expectation"]),
        ("Ministers resisted mounting pressure in Kenya and Uganda to step down.", []),
        ("Kenya closed a bridge in Uganda's north in hopes of rain.", []),
        ("Kenya said in response to the raid that it would talk to Uganda.", []),
        ("Kenya closed the bridge in response to the raid by Uganda.", []),
        ("The quarrel of Kenya and Uganda stems from the raid.", ["cause"]),
        ("The Kenyan government did not comment on the treaty with Uganda.", ["silence"]),
        ("Kenya voiced concern about the guns in Uganda.", []),
        ("The move raised fears of a war between Kenya and Uganda.", ["expectation"]),
        ("The drummer did not comment on the treaty between Kenya and Uganda.", []),
    ],
)
def test_an_assessment_is_of_two_states_in_its_own_clause(text: str, kinds: list[str]) -> None:
    assert kinds_seen(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Kenya signed a trade agreement with a bank, which Uganda opposed.",
        "The war between Kenya and Uganda ended in a truce, not a peace treaty.",
        "Kenya and Uganda were named at the annual meeting of shareholders of a bank in Tanzania.",
    ],
)
def test_what_is_said_beside_an_arrangement_makes_no_member(text: str) -> None:
    assert [r for r in read(text) if r.sort in ("agreement", "series")] == []


def test_who_will_not_join_does_not_apply() -> None:
    (reading,) = read("Kenya would not join the Southern African Development Community.")
    assert reading.applicant is None
