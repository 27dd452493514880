"""Stories: one happening each, whatever comes first; meetings on other days stay apart."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from communique.model.article import Article
from communique.model.casefile import Casefile, Dating, Written
from communique.records.clusters import clusters
from communique.records.lineage import trace
from communique.records.stories import tell

from .wires import AFTER, BEFORE, ELSEWHERE, OTHER, article, by_id


def case(*articles: Article) -> Casefile:
    made = Casefile(articles=dict(sorted(by_id(*articles).items())))
    days = {a.id: Written(day=a.document.published.value[:10], why="field") for a in articles if a.document.published}
    return replace(made, lineage=trace(made.articles), dating=Dating(written=days))


def grouped(c: Casefile) -> set[frozenset[str]]:
    return {frozenset(c.articles[i].document.source for i in s.articles) for s in tell(c)}


def test_accounts_of_one_happening_are_one_story_and_a_stranger_is_not() -> None:
    c = case(article(BEFORE, "a"), article(AFTER, "b"), article(OTHER, "c"), article(ELSEWHERE, "d"))
    assert grouped(c) == {frozenset("abc"), frozenset("d")}


def test_the_same_people_meeting_again_is_another_story() -> None:
    again = AFTER.replace("Helsinki", "Oslo").replace("Tuesday", "Friday").replace("in March", "in spring")
    again = again.replace("Anna Berg in Oslo contributed to this report.", "").replace("The two countries have", "Both have")
    again = "\n\n".join(p[::1] for p in again.split("\n\n")[:2])
    c = case(article(OTHER, "first", published="2026-03-10"), article(again, "second", published="2026-06-19"))
    assert grouped(c) == {frozenset({"first"}), frozenset({"second"})}


@pytest.mark.parametrize("seed", range(8))
def test_the_answer_depends_on_the_set_alone(seed: int) -> None:
    articles = [article(t, str(n)) for n, t in enumerate((BEFORE, AFTER, OTHER, ELSEWHERE))]
    expected = tell(case(*articles))
    random.Random(seed).shuffle(articles)  # noqa: S311
    assert tell(case(*articles)) == expected


def test_each_article_is_in_one_story_and_titles_are_words_of_an_account() -> None:
    c = case(article(BEFORE, "a"), article(ELSEWHERE, "b"), article("", "c"))
    stories = tell(c)
    assert sorted(i for s in stories for i in s.articles) == sorted(c.articles)
    for s in stories:
        assert any(s.title in c.articles[i].document.text or s.title == c.articles[i].document.source for i in s.articles)


def test_average_link_breaks_a_chain_that_components_would_keep() -> None:
    pairs = {("a", "b"): 0.3, ("b", "c"): 0.2, ("c", "d"): 0.3}
    assert clusters("abcd", pairs, low=0.19, join=0.13) == [("a", "b"), ("c", "d")]


@pytest.mark.parametrize("seed", range(5))
def test_clusters_do_not_depend_on_the_order_of_pairs(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    ids = [f"{n:02}" for n in range(20)]
    pairs = {(a, b): round(rng.random(), 2) for n, a in enumerate(ids) for b in ids[n + 1 :]}
    items = list(pairs.items())
    rng.shuffle(items)
    assert clusters(ids, dict(items), low=0.1, join=0.55, keep=0.2) == clusters(ids, pairs, low=0.1, join=0.55, keep=0.2)
