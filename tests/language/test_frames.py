"""Lexicons of frames are data that can be trusted: known keys, distinct ids, a specimen and a near miss each."""

from __future__ import annotations

import pytest

from communique.language import frames
from communique.model import commitments, disputes, meetings

NAMES = ("agreements", "disputes", "meetings")


@pytest.mark.parametrize("name", NAMES)
def test_each_entry_has_an_id_a_specimen_and_a_near_miss(name: str) -> None:
    found = frames.entries(name)
    assert len({e.id for e in found}) == len(found)
    assert all(e.specimen and e.near_miss and e.heads and e.sort in ("verb", "noun") for e in found)


def test_what_entries_mean_is_in_the_vocabulary() -> None:
    assert {e.status for e in frames.entries("agreements")} <= set(commitments.STATUSES)
    assert {e.act for e in frames.entries("disputes")} <= {*disputes.ACTS, ""}
    assert {e.form for e in frames.entries("meetings")} <= set(meetings.FORMS)


def test_effects_of_governors_have_a_place_in_the_order() -> None:
    m = frames.modality()
    told = {g.effect for found in m.governors.values() for g in found} | set(m.nouns.values())
    assert told <= {*m.order, "reported", "plain"}


def test_a_misspelt_key_is_refused() -> None:
    with pytest.raises(KeyError, match="no key 'hedas'"):
        frames._entry({"id": "x", "hedas": ["a"]}, {})


def test_a_list_is_named_by_its_sign() -> None:
    assert "treaty" in frames._entry({"id": "x", "sort": "verb", "heads": ["sign"], "object": ["@pact"]}, {"pact": ["treaty"]}).object
