"""The pages in a real Chromium: clean under axe, by keyboard, without JavaScript, on a narrow screen, on paper, with no outside request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from .browsing import CHROMIUM, FLAGS, ask, need_browser, paths, served

playwright = need_browser()
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
SCREENS = 3 * 900


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as p:
        found = p.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="module")
def address(sample: str) -> Iterator[str]:
    with served(sample) as where:
        yield where


@pytest.fixture(scope="module")
def hostile(worst: str) -> Iterator[str]:
    with served(worst) as where:
        yield where


@pytest.fixture(scope="module")
def nothing(empty: str) -> Iterator[str]:
    with served(empty) as where:
        yield where


def story_of(page: Any, address: str) -> str:
    return "/story/" + str(ask(page, address, "/index.json")["stories"][0]["id"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(browser: Any, address: str, nothing: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_page(color_scheme=scheme)
    bare = [nothing + p for p in ("/", "/commitments", "/relations", "/review", "/log", "/search")]
    for url in [*(address + p for p in (*paths(page, address), "/tour")), *bare]:
        page.goto(url)
        found = Axe().run(page, options=RULES)
        faults = [f"{v['id']}: {n['html'][:160]}" for v in found.response["violations"] for n in v["nodes"][:2]]
        assert not faults, (url, faults)
    page.close()


def test_no_request_leaves_this_machine_and_nothing_of_an_article_runs(browser: Any, hostile: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.on("dialog", lambda d: faults.append(d.message))
    for path in paths(page, hostile):
        page.goto(hostile + path)
        assert "owned" not in page.title()
        assert page.locator("main").is_visible(), path
    assert not faults
    assert all(url.startswith(hostile) for url in asked)
    page.close()


def test_a_story_page_is_light(browser: Any, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    answer = page.goto(address + story_of(page, address))
    assert len(asked) <= 5
    assert len(answer.body()) < 200_000
    page.close()


def test_every_fact_stands_within_three_screens(browser: Any, address: str) -> None:
    """Each row of each list has its line, or a fold that counts it, above the end of the third screen."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    path = story_of(page, address)
    page.goto(address + path)
    assert page.locator(".counts b").inner_text() == "10 articles, 6 independent accounts"
    assert page.locator(".counts").bounding_box()["y"] < 200
    wanted = [x for s in ask(page, address, f"{path}.json")["ledger"] for line in s["lines"] for x in ([line] if s["key"] != "said" else line["sides"])]
    assert len(wanted) > 80
    tops = page.evaluate("""() => Object.fromEntries([...document.querySelectorAll('main .first a.row')].map(a => {
        const fold = a.closest('details'); const box = (fold ? fold.querySelector('summary') : a).getBoundingClientRect();
        return [a.getAttribute('href').split('/').pop(), box.bottom]; }))""")
    assert not [x["row"] for x in wanted if x["row"] not in tops]
    assert max(tops[x["row"]] for x in wanted) <= SCREENS
    page.close()


def test_the_sides_of_a_difference_stand_next_to_each_other_with_their_sentences(browser: Any, address: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address + story_of(page, address))
    sides = page.locator("#differ .difference").first.locator(".sides > .line")
    boxes = [sides.nth(i).bounding_box() for i in range(sides.count())]
    assert len(boxes) >= 2
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    assert all(len(sides.nth(i).locator(".words").inner_text()) > 40 for i in range(len(boxes)))
    page.close()


@pytest.mark.parametrize("width", [1440, 390])
def test_hover_and_focus_show_the_sentence_in_place_and_a_click_leads_to_its_words(browser: Any, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address + story_of(page, address))
    for section in ("agreed", "said", "figures", "meetings"):
        cite = page.locator(f"#{section} .cite").first
        pop = cite.locator(".pop")
        assert not pop.is_visible()
        cite.locator("a").focus()
        assert pop.is_visible()
        box = pop.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        page.keyboard.press("Escape")
        assert not pop.is_visible()
    cite = page.locator("#figures .cite").first
    cite.locator("a").hover()
    assert cite.locator(".pop").is_visible()
    words = cite.locator("mark").inner_text()
    cite.locator("a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/article/**")
    lit = page.locator(".text .cited")
    assert words in "".join(lit.all_inner_texts())
    assert lit.first.is_visible()
    top = lit.first.bounding_box()["y"]
    assert 0 <= top <= 900
    page.close()


def test_without_javascript_the_rows_are_the_same(browser: Any, address: str) -> None:
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


@pytest.mark.parametrize("width", [390, 720])  # 720: what a page of 1440 has at 200 %
def test_a_narrow_or_magnified_page_loses_nothing(browser: Any, address: str, hostile: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for where in (address, hostile):
        for path in paths(page, where):
            page.goto(where + path)
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"), path
            cut = page.evaluate("""() => [...document.querySelectorAll('main :is(p, td, th, h1, h2, dd, button, label)')].filter(e => {
                const b = e.getBoundingClientRect(); return b.width && b.right > innerWidth + 1 && !e.closest('.wide, .pop, .hide'); }).length""")
            assert cut == 0, path
    context.close()


def test_paper_has_the_facts_and_no_frame(browser: Any, address: str) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(address + story_of(page, address))
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.locator("header.frame").is_visible()
    assert page.locator(".counts b").is_visible()
    assert page.locator("#agreed .fact").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    page.close()


def test_keys_open_the_help_and_the_search(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "/")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("?")
    assert page.locator("#keys").count() == 0
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.close()
