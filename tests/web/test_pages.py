"""Each page is there as HTML, JSON and CSV; what an article says is text everywhere."""

from __future__ import annotations

import json
import re

import pytest
from starlette.testclient import TestClient

from communique.web.answer import cell

LISTS = ("/", "/commitments", "/relations", "/review", "/log", "/search?q=ferry", "/add", "/tour")


def pages(client: TestClient) -> list[str]:
    """The address of every page that this store has."""
    story = client.get("/index.json").json()["stories"][0]["id"]
    brief = client.get(f"/story/{story}.json").json()["brief"]
    articles = [s["article"] for s in brief["sources"]]
    rows = [x["row"] for s in brief["sections"] for x in s["lines"] if x["row"] and s["key"] in ("said", "figures", "agreed", "differ")]
    origins = [t["origin"] for t in client.get(f"/origins/{story}.json").json()["trees"]]
    found = [f"/story/{story}", f"/origins/{story}", *(f"/article/{a}" for a in articles), *(f"/versions/{o}" for o in origins), "/pair/NOR/FIN"]
    return [*LISTS, *found, *(f"/statement/{r}" if r[0] in "qu" else f"/row/{r}" for r in rows[:6])]


def test_what_the_tour_shows_opens_though_the_store_has_it_not(client: TestClient) -> None:
    page = client.get("/tour").text
    links = sorted(set(re.findall(r'href="(/(?:article|row|statement|story|origins|versions)/[^"#]+)', page)))
    assert any(x.startswith("/article/") for x in links)
    for link in links:
        answer = client.get(link)
        assert answer.status_code == 200, link
        assert "bundled sample" in answer.text
        assert "<form method=\"post\"" not in answer.text
    assert "bundled sample" not in client.get("/").text
    assert client.get("/article/a000000000000").status_code == 404


def test_every_page_is_there_in_each_shape(client: TestClient) -> None:
    for path in pages(client):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert answer.text.lstrip().startswith("<!doctype html>"), path
        bare, _, query = path.partition("?")
        assert client.get(f"{'/index' if bare == '/' else bare}.json?{query}").json()["title"]


def test_no_article_text_is_markup_anywhere(client: TestClient) -> None:
    for path in pages(client):
        page = client.get(path).text
        assert "<script>document" not in page, path
        assert "<img" not in page, path
        assert "\u202e" not in page, path
        assert not re.search(r'href="\s*javascript:', page), path


def test_a_table_has_no_formula(client: TestClient) -> None:
    assert cell("=1+1") == "'=1+1"
    assert cell("\t=1+1").startswith("' =") or not cell("\t=1+1").startswith("=")
    for line in client.get("/index.csv").text.splitlines():
        assert not line.startswith(("=", "+", "@"))


def test_json_holds_hostile_text_as_a_string(client: TestClient) -> None:
    body = client.get("/index.json").text
    assert json.loads(body)["stories"]
    assert "\u202e" not in body


def test_a_feed_is_well_formed(client: TestClient) -> None:
    from xml.etree import ElementTree

    story = client.get("/index.json").json()["stories"][0]["id"]
    for path in ("/index.atom", f"/story/{story}.atom", "/commitments.atom"):
        ElementTree.fromstring(client.get(path).text)  # noqa: S314  our own output


def test_a_story_page_is_light(client: TestClient) -> None:
    story = client.get("/index.json").json()["stories"][0]["id"]
    assert len(client.get(f"/story/{story}").content) < 200_000


@pytest.mark.parametrize("words", ["ferry", "\"", "%", "a" * 5000, "<b>"])
def test_any_search_has_an_answer(client: TestClient, words: str) -> None:
    assert client.get("/search", params={"q": words}).status_code == 200
