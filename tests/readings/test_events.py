"""PLOVER events: each entry of the lexicon codes its specimen and is silent on its near miss; direction, state and parties hold."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from communique.language.plover import Rule, Wrapper, lexicon
from communique.model.actor import Actor
from communique.model.document import Document
from communique.model.events import STATES, TYPES, EventReading
from communique.model.layout import Layout, Sentence
from communique.readings import events
from communique.readings.entities import EntityTable, Naming
from communique.readings.page import Page
from communique.readings.parse import Parser

LANDS = {
    "Peru": "PER", "Peruvian": "PER", "Peruvians": "PER", "Lima": "PER", "Chile": "CHL", "Chilean": "CHL", "Chileans": "CHL", "Santiago": "CHL",
    "Norway": "NOR", "Haiti": "HTI", "Hungarian": "HUN", "Romanian": "ROU", "Kenya": "KEN", "Kenyan": "KEN",
}  # fmt: skip


@cache
def parser() -> Parser:
    return Parser()


def table(text: str) -> EntityTable:
    """A small table of states, made here so that the coder is tried alone."""
    found = []
    for m in re.finditer("|".join(sorted(LANDS, key=len, reverse=True)), text):
        word = m.group(0)
        form = "demonym" if word.endswith(("an", "ans")) else "state"
        found.append(Naming(m.start(), m.end(), Actor(key=f"state:{LANDS[word]}", name=word, kind="state", as_written=word, country=LANDS[word]), form))
    return EntityTable(tuple(found))


def coded(text: str) -> tuple[EventReading, ...]:
    layout = Layout(Document.make(source="test", text=text), sentences=(Sentence(0, len(text), 0),))
    return events.read(replace(Page.open(layout, parser()), entities=table(text)))


def one(text: str) -> EventReading:
    (event,) = coded(text)
    return event


def lands(actors: tuple[Actor, ...]) -> list[str | None]:
    return [a.country for a in actors]


ENTRIES: list[Rule | Wrapper] = [*lexicon().rules, *lexicon().wrappers]


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.specimen], ids=lambda e: e.id)
def test_entry_codes_its_specimen(entry: Rule | Wrapper) -> None:
    assert entry.id in [e.rule for e in coded(entry.specimen)]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_entry_is_silent_on_its_near_miss(entry: Rule | Wrapper) -> None:
    assert coded(entry.near_miss) == ()


def test_every_type_has_an_entry_and_every_entry_a_type() -> None:
    assert {r.type for r in lexicon().rules} == set(TYPES)


def test_subject_acts_and_object_is_acted_on() -> None:
    event = one("Peru expelled three Chilean diplomats on Monday.")
    assert (event.type, event.mode, lands(event.actor), lands(event.recipient)) == ("SANCTION", "expel", ["PER"], ["CHL"])


def test_passive_turns_the_parties() -> None:
    event = one("Two Chilean fishermen were arrested by Peruvian police on Tuesday.")
    assert (event.type, lands(event.actor), event.actor[0].sector, lands(event.recipient)) == ("COERCE", ["PER"], "COP", ["CHL"])


def test_meeting_has_all_parties_as_actors() -> None:
    event = one("The Chilean foreign minister met his Peruvian counterpart in Norway.")
    assert (event.type, sorted(str(c) for c in lands(event.actor)), event.recipient, event.place) == ("CONSULT", ["CHL", "PER"], (), "Norway")


def test_one_phrase_may_name_two_states() -> None:
    event = one("Senior Hungarian and Romanian officials held talks on Wednesday.")
    assert lands(event.actor) == ["HUN", "ROU"]


@pytest.mark.parametrize(
    ("text", "kind", "state"),
    [
        ("Peru will send food aid to Chile.", "AGREE", "future"),
        ("Peru agreed to send food aid to Chile.", "AGREE", "done"),
        ("Peru refused to send food aid to Chile.", "REJECT", "done"),
        ("Peru demanded that Chile withdraw its troops.", "REQUEST", "done"),
        ("Peru threatened to close its border with Chile.", "THREATEN", "done"),
        ("Peru may impose sanctions on Chile.", "SANCTION", "hypothetical"),
        ("Peru did not attack Chile.", "ASSAULT", "negated"),
        ("Peru said it had halted economic aid to Chile.", "SANCTION", "done"),
    ],
)
def test_what_governs_a_verb_gives_its_type_and_state(text: str, kind: str, state: str) -> None:
    event = one(text)
    assert (event.type, event.state, lands(event.actor), lands(event.recipient)) == (kind, state, ["PER"], ["CHL"])


@pytest.mark.parametrize(
    "text",
    [
        "Peru urged Chile to withdraw its troops.",
        "Peru is considering sending aid to Chile.",
        "The Chilean government expressed its condolences to Peru.",
        "Peru denied that it had attacked Chile.",
        "Peru rejected accusations that it had attacked Chile.",
        "Peru beat Chile in the final on Sunday.",
        "The Peruvian economy grew by two percent.",
        "Peruvian officials said the harvest was good.",
    ],
)
def test_comment_appeals_and_sport_stay_silent(text: str) -> None:
    assert coded(text) == ()


def test_force_beats_posture() -> None:
    assert [e.type for e in coded("Chile deployed troops and shelled the Peruvian port.")] == ["ASSAULT"]


def test_an_event_shows_its_words_and_has_a_known_state() -> None:
    event = one("Kenyan police fired tear gas at protesters.")
    assert event.trigger.text == "fired"
    assert event.passage.covers(event.trigger)
    assert event.state in STATES


def test_a_long_sentence_is_read_in_linear_time() -> None:
    assert isinstance(coded("Peru and Chile " + "and Norway " * 300 + "held talks."), tuple)


@pytest.mark.parametrize(
    ("text", "written", "country"),
    [
        ("Rebels attacked a Peruvian army camp near the lake.", "a Peruvian army camp", "PER"),
        ("Chilean missiles struck a bus in Peru.", "a bus", "PER"),
        ("Peruvian rebels launched an attack on a border post in Chile.", "a border post", "CHL"),
        ("Peruvian police arrested scores of Chilean students.", "scores of Chilean students", "CHL"),
        ("The Peruvian court rejected President Ivanov's appeal.", "President Ivanov", "PER"),
    ],
)
def test_what_is_hit_is_told_as_written_with_its_country(text: str, written: str, country: str | None) -> None:
    event = one(text)
    assert [(a.as_written, a.country) for a in event.recipient] == [(written, country)]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Peru is ready to send troops to Haiti.", ["HTI"]),  # not the troops
        ("Peru is ready to provide Haiti with troops.", ["HTI"]),
        ("Peruvian police seized weapons from Chilean smugglers.", ["CHL"]),
        ("Peru closed its border with Chile.", ["CHL"]),
        ("Peru supported sanctions against Chile.", []),  # whom they hit is not who is supported
        ("Peru said it opposed launches by Chile against the wishes of Norway.", ["CHL"]),
    ],
)
def test_what_is_given_or_aimed_is_not_whom_it_is_done_to(text: str, whom: list[str]) -> None:
    assert [x for e in coded(text) for x in lands(e.recipient)] == whom


@pytest.mark.parametrize(
    "text",
    [
        "The league claimed responsibility for the bombing, which killed ten Peruvian soldiers.",
        "Peru offered its condolences over an attack that killed ten Chilean soldiers.",
        "A man stabbed two waiters in a bar on Sunday.",
        "Peru has always been willing to open its archives.",
        "Peru defended its treatment of the strike.",
        "Chile showed missiles that could hit Peru.",
        "The farmer, who supports the Peruvian government, sold his land.",
        "Peru worked through the night to free the trapped miners.",
        "The Peruvian president spoke prior to meeting the Chilean envoy.",
        "The gunman killed himself on Friday.",
        "Police investigated the burglary.",
        "The Copper Works sued the Silver Works for breaking the contract.",
        "The striker accused the coach of lying.",
    ],
)
def test_what_is_told_in_passing_or_is_no_affair_of_states_stays_silent(text: str) -> None:
    assert coded(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed three Peruvian soldiers on Friday.",
        "Chilean police arrested ten Peruvian lawmakers.",
        "Thousands of students protested against the fees on Friday.",
        "A bomb killed ten Peruvian soldiers.",
    ],
)
def test_armed_groups_police_of_a_state_and_crowds_act(text: str) -> None:
    assert coded(text)


def test_who_calls_to_say_it_says_it_to_whom_is_called() -> None:
    event = one("The Peruvian president called the Chilean president to express his support.")
    assert (event.type, lands(event.actor), lands(event.recipient)) == ("SUPPORT", ["PER"], ["CHL"])
