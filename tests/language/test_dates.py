"""Times are found by rules that are data; each rule reads its specimen and is silent on its near miss."""

from __future__ import annotations

import time
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.language import dates

RULES = tomllib.loads((files("communique.language") / "lexicon" / "dates.toml").read_text(encoding="utf-8"))["rule"]
HOSTILE = [
    "1 ", "1,", "Tuesday, ", "may ", "early the late ", "more than at least about ", "the past ",
    "three days ", "57 B.C. to A.D. 935 ", "Jan. 5 to 6 to ", "10:30, ", "\n",
]  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda r: f"{r['name']}: {r['specimen'][0]}")
def test_a_rule_reads_its_specimen(rule: dict[str, object]) -> None:
    words, canon = rule["specimen"]  # type: ignore[misc]
    assert (rule["name"], canon) in [(e.rule, e.canon) for e in dates.find(words)]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: f"{r['name']}: {r['near_miss']}")
def test_a_rule_is_silent_on_its_near_miss(rule: dict[str, object]) -> None:
    assert rule["name"] not in [e.rule for e in dates.find(str(rule["near_miss"]))]


def test_offsets_point_at_the_words() -> None:
    text = "They met on Tuesday, Jan. 13 to14, and in 57 B.C. to A.D. 935, for the past six decades."
    found = dates.find(text)
    assert [text[e.start : e.end] for e in found] == [e.text for e in found]
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))  # noqa: RUF007


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    before = time.perf_counter()
    dates.find(piece * (60_000 // len(piece)))
    assert time.perf_counter() - before < 3  # noqa: PLR2004  a quadratic rule takes minutes


@given(st.text())
def test_any_text_is_read_without_error(text: str) -> None:
    for e in dates.find(text):
        assert text[e.start : e.end] == e.text
        dates.bind(e.canon, None)
