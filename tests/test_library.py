"""What `from communique import Communique` gives: the docstring's lines run, and the laws hold over the sample and over random text."""

from __future__ import annotations

import doctest
import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import communique
from communique import Communique, sample
from communique.run import comparable


@pytest.fixture(scope="module")
def exported() -> dict[str, Any]:
    with Communique() as desk:
        desk.add([sample.folder()])
        found: dict[str, Any] = json.loads(desk.export(with_text=True))
    return found


def test_the_ten_lines_of_the_docstring_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(sample.folder(), tmp_path / "coverage")
    monkeypatch.chdir(tmp_path)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    test = doctest.DocTestFinder().find(communique, "communique", globs={})[0]
    runner.run(test)
    assert runner.tries == 6
    assert runner.failures == 0


def test_no_reader_and_no_step_fails_on_the_sample(exported: dict[str, Any]) -> None:
    assert [n for n in exported["notices"] if "failed" in n] == []


def test_every_list_is_there_and_sorted(exported: dict[str, Any]) -> None:
    from communique.model.record import LISTS

    assert set(LISTS) <= set(exported)
    for name in LISTS:
        ids = [r["id"] for r in exported[name]]
        assert ids == sorted(ids)
        assert len(ids) == len(set(ids))


def test_every_value_shows_words_that_are_the_articles_own(exported: dict[str, Any]) -> None:
    texts = {a["id"]: a["text"] for a in exported["articles"]}
    origins = {a["id"]: a["origin"] for a in exported["articles"]}
    seen = 0
    for p in passages(exported):
        assert texts[p["article"]][p["start"] : p["end"]] == p["text"]
        assert p["origin"] == origins[p["article"]]
        assert p["text"]
        seen += 1
    assert seen > 100


def test_every_row_has_evidence(exported: dict[str, Any]) -> None:
    for name, rows in exported.items():
        if name not in ("articles", "origins", "stories", "candidates", "run", "notices"):
            assert all(r["evidence"] for r in rows), name


def test_each_sentence_is_evidence_or_furniture_or_left_with_a_reason(exported: dict[str, Any]) -> None:
    with Communique() as desk:
        desk.add([sample.folder()])
        record = desk.record()
        covered: dict[str, list[tuple[int, int]]] = {}
        for p in passages(exported):
            covered.setdefault(p["article"], []).append((p["start"], p["end"]))
        for a in exported["articles"]:
            spans = covered.get(a["id"], []) + [(x["start"], x["end"]) for x in (*a["furniture"], *a["remainder"])]
            assert all(x["reason"] for x in a["remainder"])
            for s in record.layouts[a["id"]].sentences:
                assert any(b < s.end and s.start < e for b, e in spans), a["text"][s.start : s.end]


def test_texts_leave_only_when_asked_for() -> None:
    with Communique() as desk:
        desk.add([sample.folder()])
        assert all(a["text"] is None for a in json.loads(desk.export())["articles"])


def passages(value: Any) -> Iterator[dict[str, Any]]:
    """Every {article, start, end, text} anywhere below."""
    if isinstance(value, dict):
        if {"article", "start", "end", "text"} <= value.keys():
            yield value
        else:
            for v in value.values():
                yield from passages(v)
    elif isinstance(value, list):
        for v in value:
            yield from passages(v)


@pytest.mark.parametrize("seed", range(3))
def test_articles_in_any_order_one_at_a_time_give_the_same_record(exported: dict[str, Any], seed: int, tmp_path: Path) -> None:
    lines = []
    with Communique() as desk:
        desk.add([sample.folder()])
        for d in desk.store.documents().values():
            lines.append((d.source, d))
    random.Random(seed).shuffle(lines)  # noqa: S311  an order, no secret
    with Communique(tmp_path / "s.db") as desk:
        for k, (_, d) in enumerate(lines):
            desk.keep(d)
            if k % 4 == seed:
                desk.record()  # a record made half-way must leave no trace
        assert comparable(json.loads(desk.export(with_text=True))) == comparable(exported)


BITS = """President Macron met Merz in Berlin on Tuesday said “we agreed” about 180 workers, but the summit. By ( AP) — 2025-01-01 % $5 million he told “ ”
' " … 한국 e\u0301 \u202e \U0001f600 http://x.y/z"""
WORDS = st.sampled_from([*BITS.split(), "\n\n", "\n", "\t"])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(WORDS, st.text(max_size=12)), min_size=1, max_size=80))
def test_no_text_breaks_a_reader_or_the_law_of_evidence(words: list[str]) -> None:
    from communique.model.document import Document

    text = " ".join(words).encode("utf-8", "replace").decode()
    with Communique() as desk:
        desk.keep(Document.make(source="x", text=text or "x"))
        found = json.loads(desk.export(with_text=True))
    assert [n for n in found["notices"] if "failed" in n] == []
    for p in passages(found):
        assert found["articles"][0]["text"][p["start"] : p["end"]] == p["text"] != ""


def test_the_sample_is_told_from_its_neighbour(exported: dict[str, Any]) -> None:
    assert len(exported["stories"]) == 2


def test_an_import_loads_no_model() -> None:
    import subprocess
    import sys

    code = "import sys, communique; communique.Communique; sys.exit('spacy' in sys.modules or 'click' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
