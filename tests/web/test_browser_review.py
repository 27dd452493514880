"""The review queue in a real Chromium, by keyboard alone; what one browser decides, another sees."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.corridor import Communique

from .browsing import CHROMIUM, FLAGS, ask, need_browser, served

playwright = need_browser()
REACHED = "a[href], button, input:not([type=hidden]), select, textarea, summary"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as p:
        found = p.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def desk(sample: str, tmp_path: Path) -> Iterator[tuple[str, str]]:
    where = str(shutil.copy(sample, tmp_path / "copy.db"))
    with served(where) as address:
        yield address, where


def test_a_judgement_by_keyboard_is_seen_elsewhere_survives_and_is_undone_by_one_click(browser: Any, desk: tuple[str, str]) -> None:
    address, where = desk
    mine, theirs = browser.new_context(), browser.new_context()
    page = mine.new_page()
    page.goto(address + "/review")
    question = page.locator(".question h2").inner_text()
    row = ask(page, address, "/review.json")["items"][0]["about"][0]
    page.keyboard.press("y")  # no name yet: nothing is decided, the name is asked for
    assert page.url.endswith("/review")
    page.locator("form.judge input[name=by]").focus()
    page.keyboard.type("A. Berg")
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur()")
    with page.expect_navigation():
        page.keyboard.press("y")
    assert page.locator(".question h2").inner_text() != question or ask(page, address, "/review.json")["items"][0]["about"][0] != row
    assert page.locator("form.judge input[name=by]").input_value() == "A. Berg"

    other = theirs.new_page()
    other.goto(f"{address}/row/{row}")
    assert "right by A. Berg" in other.locator("main").inner_text()
    other.goto(address + "/log")
    assert other.locator("tbody tr").count() == 1
    with Communique(where) as again:
        again.rebuild()
    other.goto(f"{address}/row/{row}")
    assert "right by A. Berg" in other.locator("main").inner_text()

    page.goto(address + "/log")
    page.locator("tbody button").first.click()
    page.wait_for_load_state()
    assert page.locator("tbody tr").count() == 2
    other.goto(f"{address}/row/{row}")
    other.goto(address + "/log")
    assert "taken back" in other.locator("tbody").inner_text()
    assert row in [i["about"][0] for i in ask(other, address, "/review.json")["items"]]
    mine.close()
    theirs.close()


@pytest.mark.parametrize(("key", "verdict"), [("y", "right"), ("n", "wrong"), ("s", "split"), ("m", "merge"), ("u", None)])
def test_each_key_does_what_its_button_says(browser: Any, desk: tuple[str, str], key: str, verdict: str | None) -> None:
    address, _ = desk
    page = browser.new_page()
    skip: list[str] = []
    items = ask(page, address, "/review.json")["items"]
    skip = [i["about"][0] for i in items[: next((n for n, i in enumerate(items) if key in i["keys"]), len(items))]]
    if len(skip) == len(items):
        page.close()
        pytest.skip(f"the sample has no question that {key!r} answers")
    page.goto(address + "/review?" + "&".join(f"skip={s}" for s in skip))
    asked = page.locator("form.judge input[name=about]").first.input_value()
    page.locator("form.judge input[name=by]").fill("AB")
    page.evaluate("document.activeElement.blur()")
    with page.expect_navigation():
        page.keyboard.press(key)
    told = [(j["verdict"], j["about"].split()[0]) for j in ask(page, address, "/log.json")["judgements"]]
    if verdict is None:
        assert told == []
    else:
        assert len(told) == 1
        assert told[0][1] == asked
        assert told[0][0] in (verdict, {"right": "same", "wrong": "different"}.get(verdict))
    if page.locator("form.judge input[name=about]").count():
        assert page.locator("form.judge input[name=about]").first.input_value() != asked
    page.close()


def test_all_that_the_pages_do_is_reached_by_tab(browser: Any, desk: tuple[str, str]) -> None:
    """Every link, button and field of the review page and of a row takes focus in turn, and shows it."""
    address, _ = desk
    page = browser.new_page()
    row = ask(page, address, "/review.json")["items"][0]["about"][0]
    for path in ("/review", f"/row/{row}", "/log", "/add"):
        page.goto(address + path)
        wanted = page.evaluate(f"[...document.querySelectorAll('{REACHED}')].filter(e => e.checkVisibility()).length")
        seen = set()
        for _ in range(wanted + 5):
            page.keyboard.press("Tab")
            seen.add(page.evaluate("""() => { const e = document.activeElement; if (e === document.body) return '';
                return [...document.querySelectorAll('*')].indexOf(e) + (getComputedStyle(e).outlineStyle === 'none' ? ' unseen' : ''); }"""))
        assert len(seen - {""}) >= wanted, path
        assert not [s for s in seen if s.endswith("unseen")], path
    page.close()
