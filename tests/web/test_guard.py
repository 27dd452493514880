"""Forged forms, foreign hosts, path tricks and large uploads get a plain page with the right status."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from communique.errors import UsageError
from communique.web import make_app, serve
from communique.web.guard import LARGEST

FOREIGN = ["evil.example", "127.0.0.1:18765.evil.example", "localhost:1@evil.example", "localhost:", "[::1].evil.example", "[::1]:80x", ""]


@pytest.mark.parametrize("host", FOREIGN)
def test_a_foreign_host_name_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "localhost:8765", "127.0.0.1:18765", "[::1]", "[::1]:8765"])
def test_our_own_host_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


def test_a_form_from_elsewhere_is_refused(fresh: str) -> None:
    with TestClient(make_app(fresh), base_url="http://localhost") as c:
        c.get("/")
        data = {"about": "x1", "key": "y", "by": "AB", "csrf": c.cookies["csrf"]}
        assert c.post("/review", data=data, headers={"origin": "http://evil.example"}).status_code == 403
        assert c.post("/review", data={**data, "csrf": "0"}).status_code == 403
        assert c.post("/review", data=data, headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_a_form_of_our_own_is_taken_shown_and_undone(fresh: str) -> None:
    with TestClient(make_app(fresh), base_url="http://localhost") as c:
        c.get("/")
        secret = c.cookies["csrf"]
        row = c.get("/index.json").json()["stories"][0]["id"]
        story = c.get(f"/story/{row}.json").json()
        line = next(x for s in story["brief"]["sections"] for x in s["lines"] if x["row"].startswith("n"))
        kept = c.post("/review", data={"about": line["row"], "key": "n", "by": "AB", "csrf": secret}, follow_redirects=False)
        assert kept.status_code == 303
        assert "wrong" in c.get("/log").text
        with TestClient(make_app(fresh), base_url="http://localhost") as other:
            assert "AB" in other.get(f"/row/{line['row']}").text
        judgement = c.get("/log.json").json()["judgements"][0]["id"]
        c.post("/undo", data={"about": judgement, "by": "AB", "csrf": secret})
        assert c.get("/log.json").json()["judgements"][-1]["stands"] is False


def test_a_read_only_desk_takes_no_form(store: str) -> None:
    with TestClient(make_app(store, read_only=True), base_url="http://localhost") as c:
        assert c.post("/review", data={}).status_code == 403


def test_too_large_an_upload_is_refused_before_it_is_read(client: TestClient) -> None:
    assert client.post("/add", headers={"content-length": str(LARGEST + 1)}).status_code == 413


@pytest.mark.parametrize("path", ["/story/none", "/article/..%2f..%2fetc%2fpasswd", "/row/x", "/pair/JP/KOR", "/static/../app.py",
                                  "/static/%2e%2e/app.py", "/people/0", "/nothing"])
def test_unknown_ids_and_path_tricks_get_a_plain_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_beyond_this_machine_it_wants_a_token(monkeypatch: pytest.MonkeyPatch, store: str) -> None:
    monkeypatch.delenv("COMMUNIQUE_TOKEN", raising=False)
    with pytest.raises(UsageError, match="COMMUNIQUE_TOKEN"):
        serve(store, host="0.0.0.0")  # noqa: S104  that it refuses is what is tested
    with TestClient(make_app(store, token="long-secret"), base_url="http://localhost") as c:  # noqa: S106
        assert c.get("/").status_code == 401
        assert c.get("/?token=wrong").status_code == 401
        assert c.get("/?token=long-secret").status_code == 200
        assert c.get("/commitments").status_code == 200


def test_every_answer_says_what_it_may_load(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.headers["content-security-policy"].startswith("default-src 'self'")
    assert answer.headers["x-content-type-options"] == "nosniff"
