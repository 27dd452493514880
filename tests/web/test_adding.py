"""Files through the page: several at once, bad ones among them, names that are paths, nothing at all, too much."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from communique.web import guard, make_app

GOOD = b"OSLO, March 5, 2021 - Norwegian Foreign Minister Ine Berg said on Friday that 20 workers had been hired for the northern ferry line.\n"


def settled(c: TestClient) -> str:
    """The page once the batch is done."""
    for _ in range(300):
        page = c.get("/add").text
        if "so far" not in page:
            return page
        time.sleep(0.2)
    raise AssertionError("the batch was never done")


def send(c: TestClient, files: list[tuple[str, bytes]], **data: str) -> int:
    c.get("/add")
    given = [("files", f) for f in files]
    return c.post("/add", data={"csrf": c.cookies["csrf"], **data}, files=given or None, follow_redirects=False).status_code


def test_good_files_are_read_and_bad_ones_named(fresh: str) -> None:
    with TestClient(make_app(fresh), base_url="http://localhost") as c:
        bad = [("photo.bin", bytes(range(256)) * 40), ("empty.txt", b""), ("bad.jsonl", b"{not json\n")]
        assert send(c, [("quay.txt", GOOD), ("../../etc/evil.txt", GOOD.replace(b"20", b"30")), *bad]) == 303
        page = settled(c)
        assert "2 read" in page
        for name in ("photo.bin", "empty.txt", "bad.jsonl"):
            assert name in page, name
        assert "/tmp" not in page  # noqa: S108  what is tested is that no path of ours is told
        assert c.get("/index.json").json()["articles"] == 4


def test_pasted_text_is_read_and_known_the_second_time(fresh: str) -> None:
    with TestClient(make_app(fresh), base_url="http://localhost") as c:
        assert send(c, [], text=GOOD.decode()) == 303
        assert "1 read" in settled(c)
        assert send(c, [], text=GOOD.decode()) == 303
        assert "1 known before" in settled(c)


def test_a_batch_that_fails_says_so_and_what_to_do(fresh: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise RuntimeError("no room for <b>this</b>")

    monkeypatch.setattr("communique.corridor.Communique.refresh", full)
    with TestClient(make_app(fresh), base_url="http://localhost") as c:
        assert send(c, [("quay.txt", GOOD)]) == 303
        page = settled(c)
        assert "Not all was read" in page
        assert "no room for &lt;b&gt;this&lt;/b&gt;" in page
        assert "communique doctor" in page
        assert "1 article) is kept" in page


def test_a_form_that_is_cut_in_the_middle_gets_a_plain_page(fresh: str) -> None:
    with TestClient(make_app(fresh), base_url="http://localhost") as c:
        answer = c.post("/add", content=b"--x\r\nContent-Dispo", headers={"content-type": "multipart/form-data; boundary=x y"})
        assert answer.status_code == 400
        assert "send it once more" in answer.text
        assert "<h1>" in answer.text


def test_nothing_given_is_said(fresh: str) -> None:
    with TestClient(make_app(fresh), base_url="http://localhost") as c:
        assert send(c, []) == 400


def test_a_body_that_hides_its_length_is_cut_off(fresh: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "LARGEST", 10_000)

    def chunks() -> Iterator[bytes]:
        for _ in range(50):
            yield b"a" * 1000

    with TestClient(make_app(fresh), base_url="http://localhost") as c:
        answer = c.post("/add", content=chunks(), headers={"content-type": "application/x-www-form-urlencoded"})
        assert answer.status_code == 413
        assert c.get("/").status_code == 200
