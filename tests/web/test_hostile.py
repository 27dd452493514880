"""What an article, an outlet or a title says is text on every page, in every shape, and in every header."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from communique.web import make_app

LINK = re.compile(r'href="(/(?:story|article|origins|versions|statement|row|people|sources)/[^"#?]+)')
SHAPES = (".json", ".csv", ".atom")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def pages(worst: str) -> dict[str, str]:
    """Path -> HTML of every page of the worst store."""
    with TestClient(make_app(worst), base_url="http://localhost") as c:
        found: dict[str, str] = {}
        todo = ["/", "/commitments", "/relations", "/review", "/log", "/add", "/search?q=workers", "/pair/NOR/FIN"]
        while todo and len(found) < 80:
            path = todo.pop(0)
            if path in found:
                continue
            answer = c.get(path)
            assert answer.status_code == 200, path
            found[path] = answer.text
            todo += [h for h in LINK.findall(answer.text) if h not in found and not h.endswith(SHAPES)]
    return found


def test_every_kind_of_page_was_seen(pages: dict[str, str]) -> None:
    assert {p.split("/")[1] for p in pages} >= {"story", "article", "origins", "statement", "row", "people", "sources"}


def test_nothing_of_an_article_is_markup(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        assert len(re.findall("<script", page)) == 1, path
        assert len(re.findall("<style", page)) == 0, path
        assert "onload=" not in re.sub(r"&lt;.*?&gt;", "", page), path
        assert "<img" not in page, path
        assert not BIDI.search(page), path
        assert not re.search(r'(href|src|action)="\s*(javascript|data):', page, re.I), path
        assert "\x07" not in page, path


def test_a_template_in_a_title_is_not_run(pages: dict[str, str]) -> None:
    assert any("{{ 7 * 7 }}" in p for p in pages.values())


def test_the_other_shapes_hold_the_same_text_safely(worst: str, pages: dict[str, str]) -> None:
    with TestClient(make_app(worst), base_url="http://localhost") as c:
        for path in pages:
            bare, _, query = path.partition("?")
            stem = "/index" if bare == "/" else bare
            body = c.get(f"{stem}.json?{query}")
            assert json.loads(body.text)["title"] is not None
            assert body.text.isascii(), path
            table = c.get(f"{stem}.csv?{query}")
            if table.status_code == 200:
                cells = [x for line in csv.reader(io.StringIO(table.text)) for x in line]
                assert not any(x.startswith(("=", "+", "-", "@", "\t", "\r")) for x in cells), path
                assert not BIDI.search(table.text), path
            feed = c.get(f"{stem}.atom?{query}")
            if feed.status_code == 200:
                root = ElementTree.fromstring(feed.text)  # noqa: S314  our own output
                assert not BIDI.search(feed.text), path
                for updated in root.iter("{http://www.w3.org/2005/Atom}updated"):
                    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}T00:00:00Z", updated.text or ""), path


def test_no_text_of_an_article_reaches_a_header(worst: str, pages: dict[str, str]) -> None:
    with TestClient(make_app(worst), base_url="http://localhost") as c:
        for path in list(pages)[:20]:
            told = " ".join(f"{k}: {v}" for k, v in c.get(path).headers.items())
            assert "a=b" not in told, path
            assert "owned" not in told, path


def test_a_word_of_a_megabyte_is_not_sent_to_every_page(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        if not path.startswith("/article/"):
            assert len(page) < 200_000, path


def test_odd_questions_have_a_plain_answer(client: TestClient) -> None:
    odd = ("/pair/NOR/FIN?known_by=%00&from=x&kind=%3Cb%3E", "/commitments?state=%F0%9F%98%80%20x&status=%27", "/review?skip=%3Cscript%3E")
    for path in ("/?start=²", "/?start=" + "9" * 6000, *odd):
        assert client.get(path).status_code == 200, path
    for path in ("/story/%00", "/pair/%C3%84%C3%96%C3%9C/NOR", "/sources/%3Cscript%3E", "/people/p000000000000", "/statement/u1", "/nothing.json"):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert "<script>" not in answer.text
