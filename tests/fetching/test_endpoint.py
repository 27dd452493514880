"""The endpoint reader against a server on this machine that answers well, lies, talks nonsense, or is silent."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from communique.corridor import Communique
from communique.fetching import endpoint

ARTICLE = 'Foreign Minister Ine Berg of Norway said the ferry "will sail again". The fire killed 12 workers in the port.'
ANSWERS = {
    "good": json.dumps([{"kind": "statement", "content": "will sail again", "speaker": "Ine Berg", "cue": "said"}]),
    "lies": json.dumps(
        [{"kind": "statement", "content": "we surrender", "speaker": "Ine Berg"}, {"kind": "figure", "words": "12 workers", "value": 99, "counts": "workers"}]
    ),
    "nonsense": "I am sorry, I can not do that.",
    "silent": "",
}


@pytest.fixture(params=sorted(ANSWERS))
def served(request: pytest.FixtureRequest) -> Iterator[tuple[str, str]]:
    class Stub(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            if request.param == "silent":
                time.sleep(2)
                return
            body = json.dumps({"choices": [{"message": {"content": f"Here: {ANSWERS[request.param]}"}}]}).encode()
            self.send_response(200)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Stub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield request.param, f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()


def test_nothing_invented_gets_through_and_nothing_is_lost(
    served: tuple[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    kind, address = served
    given = tmp_path_factory.mktemp("endpoint") / "a.txt"
    given.write_text(ARTICLE, encoding="utf-8")
    with Communique(":memory:") as desk:
        desk.add([given])
        alone = {(r.list, r.id) for r in desk.record().rows if r.list in ("statements", "figures")}
    monkeypatch.setenv("COMMUNIQUE_READERS", "endpoint")
    monkeypatch.setenv("COMMUNIQUE_ENDPOINT", address)
    monkeypatch.setenv("COMMUNIQUE_ENDPOINT_SECONDS", "0.5")
    with Communique(":memory:") as desk:
        added = desk.add([given])
        record = desk.record()
    both = {(r.list, r.id) for r in record.rows if r.list in ("statements", "figures")}
    assert alone <= both
    for row in record.rows:
        for p in row.evidence:
            assert p.text in ARTICLE
        assert row.get("value") != 99.0
    if kind != "good":
        assert any("reader endpoint" in n.what for n in (*added.notices, *record.notices))


def test_an_endpoint_must_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COMMUNIQUE_ENDPOINT", raising=False)
    with pytest.raises(endpoint.NoAnswerError, match="COMMUNIQUE_ENDPOINT"):
        endpoint.read("text")
    monkeypatch.setenv("COMMUNIQUE_ENDPOINT", "file:///etc/passwd")
    with pytest.raises(endpoint.NoAnswerError):
        endpoint.read("text")
