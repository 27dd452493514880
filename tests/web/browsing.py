"""A store in, its pages in a running server and a real Chromium out; loud where there is none."""

from __future__ import annotations

import json
import shutil
import socket
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import pytest
import uvicorn

from communique.web import make_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def need_browser() -> Any:
    """Playwright, or a skip that the summary shows: pages that nobody tried in a browser were not tested."""
    try:
        from playwright import sync_api
    except ImportError:
        skip("no package playwright (pip install playwright)")
    if CHROMIUM is None:
        skip("no Chromium on this machine (apt-get install chromium)")
    return sync_api


def skip(why: str) -> None:
    told = f"BROWSER TESTS SKIPPED, the pages were tried in no browser: {why}"
    warnings.warn(told, stacklevel=2)
    pytest.skip(told, allow_module_level=True)


@contextmanager
def served(store: str) -> Iterator[str]:
    """The address of the pages over a store."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(make_app(store), host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


def ask(page: Any, address: str, path: str) -> Any:
    return json.loads(page.request.get(address + path).text())


def paths(page: Any, address: str) -> list[str]:
    """The address of one page of each kind, and of one that is not there."""
    story = ask(page, address, "/index.json")["stories"][0]["id"]
    whole = ask(page, address, f"/story/{story}.json")
    rows = {s["key"]: s["lines"] for s in whole["ledger"]}
    article = whole["brief"]["sources"][0]["article"]
    told = (dict(ask(page, address, f"/article/{s['article']}.json")["slots"]).get("outlet") for s in whole["brief"]["sources"])
    outlet = quote(next(filter(None, told)), safe="")
    trees = ask(page, address, f"/origins/{story}.json")["trees"]
    origin = max(trees, key=lambda t: len(t["nodes"]))["origin"]
    said = rows["said"][0]
    pair = whole["pairs"][0] if whole["pairs"] else ("NOR", "FIN")
    fixed = ["/", "/commitments", "/relations", "/review", "/log", "/search?q=border", "/add", "/pair/" + "/".join(pair), "/nothing-here"]
    return [
        *fixed, f"/story/{story}", f"/article/{article}", f"/origins/{story}", f"/versions/{origin}", f"/row/{rows['figures'][0]['row']}",
        f"/statement/{said['sides'][0]['row']}", f"/people/{said['row']}", f"/sources/{outlet}",
    ]  # fmt: skip
