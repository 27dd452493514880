"""Lineage: copies, versions, retellings and strangers, in whatever order they come."""

from __future__ import annotations

import random
import subprocess
import sys
import time

import numpy as np
import pytest

from communique.model.lineage import Lineage
from communique.records.lineage import candidates, trace
from communique.records.lineage.stages import stage
from communique.records.lineage.votes import balance

from .wires import AFTER, BEFORE, ELSEWHERE, OTHER, article, by_id

LINES = [line for line in BEFORE.split("\n\n") if line.strip()]


def members(line: Lineage, *ids: str) -> bool:
    """Whether the articles are one origin."""
    return len({line.origin_of(i).id for i in ids}) == 1


def test_versions_are_one_origin_named_by_its_credit() -> None:
    old, new, other = article(BEFORE, "old"), article(AFTER, "new"), article(OTHER, "other")
    line = trace(by_id(old, new, other))
    assert members(line, old.id, new.id)
    assert not members(line, old.id, other.id)
    assert line.origin_of(new.id).name == "Associated Press"
    assert line.origin_of(other.id).name is None


def test_a_version_that_tells_of_the_outcome_revises_the_one_that_looks_ahead() -> None:
    old, new = article(BEFORE, "old"), article(AFTER, "new")
    line = trace(by_id(old, new))
    assert line.revises == {new.id: old.id}
    assert line.order[line.origin_of(old.id).id] == (old.id, new.id)
    assert {v.kind for v in line.votes} >= {"tense", "lead"}
    assert all(v.passages for v in line.votes if v.kind in ("tense", "lead"))


def test_a_header_contradicted_by_its_own_weekday_loses() -> None:
    old = article("date 2026-03-10 " + BEFORE, "old")
    new = article("date 2026-03-09 By IDA LUND\n\n" + AFTER, "new")  # a Monday's header over "agreed on Tuesday"
    line = trace(by_id(old, new))
    assert line.revises == {new.id: old.id}
    shown = [v for v in line.votes if v.kind == "declared time"]
    assert all(v.weight == 0 or v.earlier == old.id for v in shown)


def test_a_cut_reprint_is_a_copy_of_the_full_text() -> None:
    full, cut = article(BEFORE, "full"), article("\n\n".join(LINES[:4]), "cut", outlet="The Fjord Post")
    line = trace(by_id(full, cut))
    assert line.copy_of == {cut.id: full.id}
    assert line.taken[cut.id] > 0.95


def test_the_same_text_under_forty_addresses_is_one_origin() -> None:
    articles = [article(BEFORE, f"copy{n}", url=f"https://outlet{n}.example/story") for n in range(40)]
    line = trace(by_id(*articles))
    assert len(line.origins) == 1
    assert len(line.copy_of) == 39


@pytest.mark.parametrize("seed", range(8))
def test_no_order_of_arrival_changes_anything(seed: int) -> None:
    articles = [article(t, f"{n}") for n, t in enumerate((BEFORE, AFTER, OTHER, ELSEWHERE, "\n\n".join(LINES[:4])))]
    expected = trace(by_id(*articles))
    random.Random(seed).shuffle(articles)  # noqa: S311
    assert trace(by_id(*articles)) == expected


def test_a_digest_joins_nothing() -> None:
    one, two = article(BEFORE, "one"), article(ELSEWHERE, "two")
    digest = article(BEFORE + "\n" + ELSEWHERE, "digest")
    second = article(ELSEWHERE + "\n" + BEFORE, "second digest")
    line = trace(by_id(one, two, digest, second))
    assert not members(line, one.id, two.id)
    assert "partial" in {e.kind for e in line.edges}


def test_half_of_one_story_and_half_of_another_join_nothing() -> None:
    other = [line for line in ELSEWHERE.split("\n\n") if line.strip()]
    mixed = article("\n\n".join([*LINES[1:4], *other[:3]]), "mixed")
    one, two = article(BEFORE, "one"), article(ELSEWHERE, "two")
    line = trace(by_id(one, two, mixed))
    assert not members(line, one.id, two.id)


def test_a_shared_boilerplate_paragraph_joins_nothing() -> None:
    boilerplate = (
        "The Northern Observer is funded by its readers and by a grant of the Harbour Trust, which has no say in what it prints or leaves out. "
        "If you value what you read, think of giving a small sum each month, as eleven thousand others already do from every corner of the world."
    )
    one, two = article(OTHER + "\n" + boilerplate, "one"), article(ELSEWHERE + "\n" + boilerplate, "two")
    assert not members(trace(by_id(one, two)), one.id, two.id)


def test_a_long_shared_quotation_is_an_edge_of_its_own() -> None:
    speech = (
        "\"We have sailed these waters for nine hundred years and we shall not stop because a line was drawn on a chart in an office far from the sea, "
        "nor shall we let our neighbours go hungry for the sake of it,\" the king said."
    )
    one, two = article(OTHER + "\n" + speech, "one"), article(ELSEWHERE + "\n" + speech, "two")
    line = trace(by_id(one, two))
    assert not members(line, one.id, two.id)
    assert [e.kind for e in line.edges] == ["shared quotation"]


def test_a_retold_account_is_counted_under_its_source() -> None:
    retold = article("Two ministers settled a quarrel over fish on Tuesday, Seagull.News reports, citing The Amber Times.\n\n" + OTHER, "retold")
    origin = trace(by_id(retold)).origin_of(retold.id)
    assert (origin.name, origin.second_hand, origin.via) == ("The Amber Times", True, "Seagull.News")
    assert origin.declared


def test_an_agency_credit_alone_does_not_join_two_days() -> None:
    one = article("HELSINKI (AP) — " + OTHER, "one", published="2026-03-10")
    two = article("LIMA (AP) — " + ELSEWHERE, "two", published="2026-03-10")
    assert not members(trace(by_id(one, two)), one.id, two.id)


def test_articles_of_one_outlet_on_one_event_and_day_are_one_account() -> None:
    one = article(OTHER, "one", outlet="The Strait Gazette", published="2026-03-11", title="Sudria's fishing union doubts the Helsinki herring accord")
    two = article(
        "Fishermen of Port Sarn doubt the herring accord of Helsinki, Mira Voss of the fishing union said. Pavel Drun, Sudria's top diplomat, will publish "
        "the text of the accord within a week. The union had hoped for more from the talks with Ida Holm. The strait had been closed to its members.",
        "two", outlet="The Strait Gazette", published="2026-03-11", title="Fishing union of Port Sarn: the Helsinki accord is not a catch",
    )  # fmt: skip
    assert members(trace(by_id(one, two)), one.id, two.id)


@pytest.mark.parametrize("text", ["", " \n\n ", "One.", "(AP) —", "\x00\ufffd" * 50, "ha " * 5000])
def test_odd_texts_pass_through(text: str) -> None:
    odd, plain = article(text, "odd"), article(BEFORE, "plain")
    line = trace(by_id(odd, plain))
    assert len(line.origins) == 2
    assert not line.edges


def test_hashes_are_the_same_in_another_process() -> None:
    code = "from communique.records.lineage.words import Words, shingles; print(shingles(Words().hashes(('a','b','c','d','e'))).tolist())"
    runs = {subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": s}).stdout for s in "12"}
    assert len(runs) == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("will meet on Monday", 0), ("may discuss a treaty", 0), ("is hosting the guests", 1), ("agreed on a treaty", 2), ("the blue house", None),
        ("will agree; agreed", None),
    ],
)
def test_how_far_a_thing_has_come(words: str, expected: int | None) -> None:
    found = stage(words)
    assert (found[0] if found else None) == expected


def test_votes_of_one_kind_do_not_outweigh_all_others() -> None:
    line = trace(by_id(article(BEFORE, "old"), article(AFTER, "new")))
    earlier = line.votes[0].earlier
    assert 0 < balance([*line.votes] * 20, earlier) < 20


def test_a_page_of_two_megabytes_is_traced_in_seconds() -> None:
    lines = (f"On day {n} the clerk of ward {n % 977} wrote number {n * 7919 % 100003} into the book and closed it." for n in range(25_000))
    long = article("\n".join(lines), "long")
    start = time.process_time()
    line = trace(by_id(long, article(BEFORE, "plain"), article(AFTER, "after")))
    assert len(line.origins) == 2
    assert time.process_time() - start < 15


def test_a_thousand_reprints_cost_little() -> None:
    articles = [article(BEFORE, f"reprint {n}") for n in range(1000)]
    start = time.process_time()
    line = trace(by_id(*articles))
    assert len(line.origins) == 1
    assert time.process_time() - start < 15


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_of_two_copies_of_one_day_the_agencys_own_is_the_original(names: tuple[str, str]) -> None:
    day = "2026-03-09"
    own = article("\n\n".join(LINES[:6]), names[0], outlet="Associated Press", published=f"{day}T15:00:00Z")
    reprint = article("\n\n".join([*LINES, "The Fjord Post added a map of the strait."]), names[1], outlet="The Fjord Post", published=f"{day}T09:00:00Z")
    line = trace(by_id(own, reprint))
    assert line.copy_of == {reprint.id: own.id}
    (vote,) = [v for v in line.votes if v.kind == "credit"]
    assert (vote.earlier, vote.later) == (own.id, reprint.id)
    assert [p.text for p in vote.passages] == ["AP"]


def test_of_two_reprints_of_one_day_the_earlier_hour_is_the_original() -> None:
    early = article(BEFORE, "z", outlet="The Fjord Post", published="2026-03-09T08:00:00Z")
    late = article(BEFORE, "a", outlet="The Skerry Mail", published="2026-03-09T10:00:00+01:00")
    line = trace(by_id(early, late))
    assert line.copy_of == {late.id: early.id}
    assert not [v for v in line.votes if v.kind == "credit"]


FIGURES = [812, 344, 97, 1260, 58, 431, 2204, 76]


def bulletin(town: str, tonnes: list[int], *, reworded: bool = False) -> str:
    """A port's monthly report: the same sentences each month and in each town, with the month's figures."""
    told = [
        f"Cranes at {town} lifted {tonnes[0]} containers from ships in a month, and the yard behind them was never full.",
        f"Grain left the silos by rail in {tonnes[1]} wagons, each of them weighed and sealed before it passed the gate.",
        f"Pilots brought in {tonnes[2]} vessels through the narrow channel without damage to a buoy, a hull or a quay.",
        f"Customs officers opened {tonnes[3]} crates and kept what they found in a locked shed beside the old slipway.",
        f"The harbour office paid {tonnes[4]} dockers for work at night, on Sundays and on the two public holidays.",
        f"Divers spent {tonnes[5]} hours under the northern mole, where a storm had loosened the stones of the footing.",
        f"Ferries to the outer islands sold {tonnes[6]} tickets, and all but a few of the boats left at the hour announced.",
        f"A new tug pulled {tonnes[7]} barges up the river to the mill before the water fell and the locks were closed.",
    ]
    changed = [
        f"Cranes lifted {tonnes[0]} containers from ships at {town} within a month, while the yard behind them was not full once.",
        f"By rail, grain left the silos in {tonnes[1]} wagons, each of them weighed and sealed before it passed the gate.",
        f"Without damage to a buoy, hull or quay, pilots brought in {tonnes[2]} vessels through the narrow channel.",
        f"Customs officers opened {tonnes[3]} crates, and what they found was kept in a shed beside the old slipway.",
        f"Work at night, on Sundays and on both public holidays was paid to {tonnes[4]} dockers by the harbour office.",
        f"Under the northern mole, where stones had been loosened by storms, divers spent {tonnes[5]} hours at the footing.",
        f"Ferries sold {tonnes[6]} tickets to the outer islands, and all but a few of the boats left on time.",
        f"Up the river to the mill a new tug pulled {tonnes[7]} barges before the water fell and the locks were closed.",
    ]
    return "\n\n".join(changed if reworded else told)


def test_a_form_filled_in_twice_is_no_retelling() -> None:
    one = article(bulletin("Ashby", FIGURES), "one")
    told_again = article(bulletin("Ashby", FIGURES, reworded=True), "told again")
    other = article(bulletin("Norwick", [n + 113 for n in FIGURES], reworded=True), "other")
    assert members(trace(by_id(one, told_again)), one.id, told_again.id)
    assert not members(trace(by_id(one, other)), one.id, other.id)


def test_two_shared_samples_find_a_brief_and_no_others() -> None:
    short, long, other = (np.array(grams, dtype=np.uint64) for grams in ([1, 3, 8, 16, 21], [8, 16, 24, 32, 40], [24, 32, 48, 56, 64]))
    assert candidates.count([short, long, other]) == {(0, 1): 2}
    assert candidates.count([short, long, other], sampled=False) == {}
