"""The pages in a real Chromium: clean under axe, by keyboard, without JavaScript, on a narrow screen, with no outside request."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn

from communique.web import make_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
playwright = pytest.importorskip("playwright.sync_api", reason="browser tests need the package playwright")
if CHROMIUM is None:
    pytest.skip("BROWSER TESTS SKIPPED: no Chromium; apt-get install chromium", allow_module_level=True)

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}}


@pytest.fixture(scope="module")
def address(store: str) -> Iterator[str]:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(make_app(store), host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(100):
        if server.started:
            break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with playwright.sync_playwright() as p:
        found = p.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


def paths(page, address: str) -> list[str]:  # type: ignore[no-untyped-def]
    """The address of one page of each kind."""
    import json

    get = lambda p: json.loads(page.request.get(address + p).text())  # noqa: E731  four uses, one line
    story = get("/index.json")["stories"][0]["id"]
    brief = get(f"/story/{story}.json")["brief"]
    article = brief["sources"][0]["article"]
    row = next(x["row"] for s in brief["sections"] for x in s["lines"] if s["key"] == "figures")
    said = next(x["row"] for s in brief["sections"] for x in s["lines"] if s["key"] == "said")
    origin = get(f"/origins/{story}.json")["trees"][0]["origin"]
    fixed = ["/", "/commitments", "/relations", "/review", "/log", "/search?q=ferry", "/add", "/tour", "/pair/NOR/FIN", "/nothing-here"]
    return [*fixed, f"/story/{story}", f"/article/{article}", f"/origins/{story}", f"/versions/{origin}", f"/row/{row}", f"/statement/{said}"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(browser, address: str, scheme: str) -> None:  # type: ignore[no-untyped-def]
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_page(color_scheme=scheme)
    for path in paths(page, address):
        page.goto(address + path)
        found = Axe().run(page, options=RULES)
        faults = [f"{v['id']}: {n['html'][:160]}" for v in found.response["violations"] for n in v["nodes"][:2]]
        assert not faults, (path, faults)
    page.close()


def test_no_request_leaves_this_machine_and_nothing_of_an_article_runs(browser, address: str) -> None:  # type: ignore[no-untyped-def]
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    for path in paths(page, address):
        page.goto(address + path)
        assert "owned" not in page.title()
    assert all(url.startswith(address) for url in asked)
    page.close()


def test_a_story_page_asks_for_five_things_at_most(browser, address: str) -> None:  # type: ignore[no-untyped-def]
    page = browser.new_page()
    path = next(p for p in paths(page, address) if p.startswith("/story/"))
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.goto(address + path)
    assert len(asked) <= 5
    page.close()


def test_without_javascript_the_rows_are_the_same(browser, address: str) -> None:  # type: ignore[no-untyped-def]
    seen = []
    for javascript in (True, False):
        context = browser.new_context(java_script_enabled=javascript)
        page = context.new_page()
        texts = []
        for path in paths(page, address):
            page.goto(address + path)
            texts.append(page.locator("main").text_content())
        seen.append(texts)
        context.close()
    assert seen[0] == seen[1]


@pytest.mark.parametrize(("width", "zoom"), [(390, 1), (720, 2)])
def test_a_narrow_or_magnified_page_loses_nothing(browser, address: str, width: int, zoom: int) -> None:  # type: ignore[no-untyped-def]
    context = browser.new_context(viewport={"width": width // zoom if zoom > 1 else width, "height": 800})
    page = context.new_page()
    for path in paths(page, address):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"), path
    context.close()


def test_one_focus_shows_the_sentence_and_one_key_leads_to_it_in_the_article(browser, address: str) -> None:  # type: ignore[no-untyped-def]
    page = browser.new_page()
    page.goto(address + next(p for p in paths(page, address) if p.startswith("/story/")))
    cite = page.locator("#figures .cite").first
    words = cite.locator(".pop")
    assert not words.is_visible()
    cite.locator("a").focus()
    assert words.is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/article/**")
    assert page.locator(".text :target").count() == 1
    page.close()


def test_keys_open_the_help_and_the_search(browser, address: str) -> None:  # type: ignore[no-untyped-def]
    page = browser.new_page()
    page.goto(address + "/")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.close()
