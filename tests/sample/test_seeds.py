"""The eight things that a correct record of the five seed articles says; skipped where the seeds are not at hand."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from communique import Communique

HERE = Path(__file__).resolve()
PLACES = [Path(os.environ["COMMUNIQUE_SEEDS"])] if "COMMUNIQUE_SEEDS" in os.environ else [p / "shared" / "seeds" for p in HERE.parents]
SEEDS = next((p for p in PLACES if p.is_dir()), None)
pytestmark = pytest.mark.skipif(SEEDS is None, reason="the seeds are not part of the repository: set COMMUNIQUE_SEEDS to their folder")
WIRE = ("000", "001", "003")  # one agency's account; 000 carries no mark of it


@pytest.fixture(scope="module")
def record() -> dict[str, Any]:
    assert SEEDS
    with Communique() as desk:
        desk.add([SEEDS])
        exported: dict[str, Any] = json.loads(desk.export())
    return exported


@pytest.fixture(scope="module")
def article(record: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {Path(a["source"]).name[:3]: a for a in record["articles"]}


def origin(record: dict[str, Any], article: dict[str, dict[str, Any]], name: str) -> dict[str, Any]:
    return next(o for o in record["origins"] if o["id"] == article[name]["origin"])


def rows(record: dict[str, Any], name: str, words: str) -> list[dict[str, Any]]:
    return [r for r in record[name] if any(words in e["text"] for e in r["evidence"])]


def files(row: dict[str, Any], article: dict[str, dict[str, Any]]) -> set[str]:
    name = {a["id"]: n for n, a in article.items()}
    return {name[e["article"]] for e in row["evidence"]}


def test_three_files_are_one_agency_account_of_three(record: dict[str, Any], article: dict[str, dict[str, Any]]) -> None:
    assert len(record["origins"]) == 3
    assert {n for n, a in article.items() if a["origin"] == article["003"]["origin"]} == set(WIRE)
    assert origin(record, article, "000")["name"] == "Associated Press"


def test_the_versions_are_in_order_of_writing_against_their_headers(article: dict[str, dict[str, Any]]) -> None:
    name = {a["id"]: n for n, a in article.items()}
    assert [name.get(article[n]["revises"]) for n in ("001", "000", "003")] == [None, "001", "000"]
    assert article["000"]["written_about"]["contradicts"] == "2026-01-12"
    assert {article[n]["written_about"]["day"] for n in ("000", "003")} == {"2026-01-13"}


def test_the_retelling_is_of_an_absent_paper_and_the_other_outlet_stays_unnamed(record: dict[str, Any], article: dict[str, dict[str, Any]]) -> None:
    told = origin(record, article, "004")
    assert (told["name"], told["second_hand"], told["via"]) == ("The Diplomat", True, "News.Az")
    assert origin(record, article, "002")["name"] is None


def test_the_dead_are_one_disagreement_of_two_origins(record: dict[str, Any], article: dict[str, dict[str, Any]]) -> None:
    found = [d for d in record["disagreements"] if d["kind"] == "figure" and {e["text"][:3] for e in d["evidence"]} & {"180", "183"}]
    assert len(found) == 1
    carried = {o for v in found[0]["versions"] for o in v["origins"]}
    assert carried == {article["003"]["origin"], article["002"]["origin"]}
    assert any("136" in str(v["value"]) or "136" in json.dumps(v["evidence"]) for v in found[0]["versions"])


def test_the_search_for_remains_went_from_talked_of_to_agreed_in_two_origins(record: dict[str, Any], article: dict[str, dict[str, Any]]) -> None:
    row = max(rows(record, "commitments", "remains"), key=lambda r: len(files(r, article)))
    agreed = {h["origin"] for h in row["history"] if h["status"] == "agreed"}
    assert agreed == {article["003"]["origin"], article["002"]["origin"]}
    before = {h["status"] for h in row["history"] if any(e["article"] in (article["000"]["id"], article["001"]["id"]) for e in h["evidence"])}
    assert before
    assert before <= {"speculated", "expected", "discussed"}


def test_who_chose_the_place_is_not_merged(record: dict[str, Any], article: dict[str, dict[str, Any]]) -> None:
    told = ("commitments", "statements", "meetings")
    asked = [r for words in ("request by Lee", "Lee proposed a meeting") for name in told for r in rows(record, name, words)]
    chosen = [r for name in ("commitments", "statements", "assessments") for r in rows(record, name, "decision to welcome")]
    assert asked
    assert not {r["id"] for r in asked} & {r["id"] for r in chosen}
    assert all("002" not in files(r, article) for r in asked)


def test_two_facts_are_told_by_one_origin_alone(record: dict[str, Any], article: dict[str, dict[str, Any]]) -> None:
    for words, name in (("DNA", "003"), ("Andong", "002")):
        found = [r for kind in ("commitments", "meetings") for r in rows(record, kind, words)]
        assert found, words
        alone = [r for r in found if all(words in e["text"] for e in r["evidence"])]
        assert alone, words
        assert all(files(r, article) == {name} for r in alone)
    assert {r["status"] for r in rows(record, "commitments", "Andong")} <= {"proposed"}


def test_what_the_last_version_leaves_out_is_dropped_and_not_taken_back(record: dict[str, Any], article: dict[str, dict[str, Any]]) -> None:
    found = [r for r in rows(record, "commitments", "Trans-Pacific") if r["dropped_in"]]
    assert found
    assert all(r["dropped_in"] == [article["003"]["id"]] and r["status"] not in ("withdrawn", "lapsed", "denied") for r in found)
    assert not [d for d in record["disagreements"] if any("Trans-Pacific" in e["text"] for e in d["evidence"])]
