"""One change at a time gives the record that everything at once gives: articles that come, change or go, and decisions of people."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from communique import Communique, records, sample
from communique.exports import json as exporter
from communique.model.article import Article
from communique.model.document import Document, Stamp
from communique.model.judgement import Judgement
from communique.passages import lay_out
from communique.records.lineage import candidates
from communique.run import RECORDS, comparable, version_of
from communique.stores import Store, open_store, standing
from communique.upkeep import refresh, whole

V = version_of(*RECORDS)
NOUNS = "harbour bridge court treaty village market orchard ledger railway council archive ferry mine refinery border customs camp".split()
VERBS = "opened closed inspected rebuilt surveyed visited praised delayed approved rejected funded leased sold mapped guarded".split()
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
NAMES = "Ada Boris Carla Dario Elena Farid Greta Hugo Irina Jonas Karim Lena".split()
OUTLETS = ("The Harbour Post", "Valley Herald", "The Northern Courier", None)
BOILERPLATE = "The two neighbours have argued about the waters of the northern lake since the treaty of the last century was left unsigned by both parliaments."


def weave(store: Store) -> Any:
    return plain(exporter.whole(records.weave(store.articles(), store.judgements()), with_text=True))


def kept(store: Store) -> Any:
    with store.reading_ledger() as ledger:
        assert sorted(ledger.all("SELECT name, list, row, country, story FROM standing")) == sorted(standing.of_bodies(ledger.all(standing.ALL)))
    return plain(exporter.whole(store.record(), with_text=True))


def plain(whole_record: dict[str, Any]) -> Any:
    found = comparable(whole_record)
    found["notices"] = sorted(set(found["notices"]))
    return json.loads(json.dumps(found, sort_keys=True))


def made(seed: int, n: int) -> list[Article]:
    """Stories with copies, cut copies, later versions, undated accounts, shared formulas; laid out, not read."""
    r = random.Random(seed)  # noqa: S311  texts, no secret
    out: list[Document] = []
    while len(out) < n:
        people, things = r.sample(NAMES, 2), [*r.sample(NOUNS, 2), *("".join(r.choices(SYLLABLES, k=3)) for _ in range(12))]
        day = f"20{r.randint(20, 24)}-0{r.randint(1, 9)}-{r.randint(10, 28)}"
        for account in range(r.randint(1, 3)):
            own = [f"{r.choice(people)} {r.choice(VERBS)} the {r.choice(things)} {r.randint(2, 99)} days after the {r.choice(things)} was {r.choice(VERBS)} by "
                   f"{r.choice(people)} on {r.choice(['Monday', 'Tuesday', 'Friday'])}." for _ in range(r.randint(6, 14))]  # fmt: skip
            agency = r.choice(("Reuters", "AP", None)) if account == 0 else None
            for copy in range(r.choice((1, 1, 2, 4))):
                lines = [s for s in own if copy < 2 or r.random() > 0.2]
                lines += [f"{people[0]} {r.choice(VERBS)} the {things[0]} again."] if copy == 3 else []
                lines += [BOILERPLATE] * (r.random() < 0.3)
                head = f"LAKE CITY ({agency}) — " if agency and r.random() > 0.3 else ""
                text = head + "\n\n".join(" ".join(lines[i : i + 3]) for i in range(0, len(lines), 3))
                stamp = Stamp(day, "header line") if r.random() > 0.15 else None
                title = f"{people[0]} and {people[1]} at the {things[0]}"
                out.append(Document.make(source=f"{seed}-{len(out)}", text=text, title=title, outlet=r.choice(OUTLETS), published=stamp))
    return [Article(document=d, layout=lay_out(d)) for d in out[:n]]


@pytest.fixture
def store() -> Iterator[Store]:
    found = open_store(":memory:")
    yield found
    found.close()


@pytest.fixture(scope="module")
def read() -> list[Article]:
    """The bundled sample, read."""
    with Communique() as desk:
        desk.add([sample.folder()])
        return list(desk.store.articles())


def grow(store: Store, articles: list[Article], check: Callable[[int], bool]) -> None:
    for n, a in enumerate(articles):
        store.keep(a, "v1")
        refresh(store, V)
        if check(n):
            assert kept(store) == weave(store)
    assert kept(store) == weave(store)


@pytest.mark.parametrize("seed", range(2))
def test_the_sample_in_any_order(read: list[Article], store: Store, seed: int) -> None:
    articles = list(read)
    random.Random(seed).shuffle(articles)  # noqa: S311  an order, no secret
    grow(store, articles, lambda n: n % 3 == 0)


@pytest.mark.parametrize("seed", range(1))
def test_some_hundred_articles_one_at_a_time(store: Store, seed: int) -> None:
    grow(store, made(seed, 60), lambda n: n % 20 == 0)


def test_in_crowds_too(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """With crowds of a handful, texts and accounts come between others all the time."""
    from communique.records import clusters, near
    from communique.upkeep import graph, stories, texts

    for module, name, value in (
        (candidates, "CROWD", 4), (candidates, "NEXT", 2), (texts, "CROWD", 4), (texts, "NEXT", 2), (near, "CROWD", 3), (graph, "CROWD", 3),
        (clusters, "LARGE", 6), (stories, "LARGE", 6),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, value)
    articles = made(7, 60)
    grow(store, articles, lambda n: n > 40 and n % 5 == 0)
    for a in articles[::6]:
        store.forget(a.id, "asked for", [])
        refresh(store, V)
        assert kept(store) == weave(store)


def test_articles_that_go_and_articles_that_are_read_otherwise(read: list[Article], store: Store) -> None:
    grow(store, read, lambda _: False)
    for a in read[:4]:
        store.keep(Article(document=a.document, layout=a.layout, people=a.people, times=a.times[:1], statements=a.statements), "v2")
        refresh(store, V)
        assert kept(store) == weave(store)
    for a in read[::2]:
        store.forget(a.id, "asked for", [])
        refresh(store, V)
        assert kept(store) == weave(store)


def judge(verdict: str, *about: str, n: int, **more: Any) -> Judgement:
    return Judgement.make(verdict, about, by="AB", when=f"2026-01-01T00:00:{n:02}+00:00", **more)


def test_decisions_touch_what_they_are_about(read: list[Article], store: Store) -> None:
    grow(store, read[:-2], lambda _: False)
    found = store.record()
    rows = {name: found.of(name) for name in ("statements", "commitments", "figures", "meetings", "relations")}
    statement = rows["statements"][0]
    words = statement.evidence[0]
    people = sorted({a.id for article in read for p in article.people for a in [p.actor] if a.kind == "person"})
    decisions = [
        judge("right", statement.id, n=1), judge("same", *(r.id for r in rows["statements"][1:3]), n=2),
        judge("same", *(r.id for r in rows["figures"][:2]), n=3), judge("edit", statement.id, n=4, slot="mode", value="indirect", words=words.key()),
        judge("merge", *people[:2], n=5), judge("merge", people[3], people[1], n=6), judge("outlet", read[0].id, n=7, value="The Northern Courier"),
        judge("different", *(r.id for r in rows["statements"][1:3]), n=8), *(judge("wrong", r.id, n=9) for r in rows["relations"][:1]),
        *(judge("same", *(r.id for r in rows["relations"][:2]), n=10) for _ in rows["relations"][1:2]),
    ]  # fmt: skip
    for j in decisions:
        store.judge(j)
        refresh(store, V)
        assert kept(store) == weave(store), j
    for a in read[-2:]:
        store.keep(a, "v1")
        refresh(store, V)
        assert kept(store) == weave(store)
    for n, j in enumerate(decisions):
        store.judge(judge("undo", j.id, n=20 + n))
        refresh(store, V)
        assert kept(store) == weave(store), j


def test_another_version_of_the_record_rooms_makes_it_anew(read: list[Article], store: Store) -> None:
    grow(store, read, lambda _: False)
    assert store.is_fresh(V)
    assert not store.is_fresh("another")
    refresh(store, "another")
    assert store.is_fresh("another")
    assert kept(store) == weave(store)


def test_a_story_that_nothing_touches_stays_as_it_is(store: Store) -> None:
    articles = made(3, 50)
    grow(store, articles[:-1], lambda _: False)
    with store.ledger() as ledger:
        before = dict(ledger.all("SELECT id, rowid FROM rows WHERE list = 'stories'"))
    store.keep(articles[-1], "v1")
    refresh(store, V)
    with store.ledger() as ledger:
        after = dict(ledger.all("SELECT id, rowid FROM rows WHERE list = 'stories'"))
    assert len(before.items() & after.items()) > len(before) - 6


def test_everything_at_once_is_the_same(store: Store) -> None:
    for a in made(5, 80):
        store.keep(a, "v1")
    whole.remake(store, V)
    assert kept(store) == weave(store)
