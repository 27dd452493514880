"""Figures of several articles: one row for one value of one thing, the same thing recognised under other words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique import passages
from communique.model.article import Article
from communique.model.casefile import Casefile, Story
from communique.model.document import Document
from communique.model.lineage import Lineage, Origin
from communique.model.record import Row
from communique.readings import figures as reader
from communique.readings import times
from communique.readings.page import Page
from communique.readings.parse import Parser
from communique.records import dating, figures
from communique.records import times as time_rows


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser({})


def casefile(parser: Parser, *texts: str) -> Casefile:
    articles = {}
    for n, text in enumerate(texts):
        layout = passages.lay_out(Document.make(source=f"{n}.txt", text=text))
        page = Page.open(layout, parser)
        page = replace(page, times=tuple(times.read(page)))
        a = Article(document=layout.document, layout=layout, times=page.times, figures=tuple(reader.read(page)))
        articles[a.id] = a
    origins = tuple(Origin(id=f"o{i}", name=None, articles=(i,)) for i in articles)
    case = Casefile(articles=articles, lineage=Lineage(origins=origins), stories=(Story(id="s1", title="", articles=tuple(sorted(articles))),))
    return replace(case, dating=dating.date(case))


def rows(parser: Parser, *texts: str) -> list[Row]:
    return figures.gather(casefile(parser, *texts))


def test_one_value_of_one_thing_is_one_row_with_every_passage(parser: Parser) -> None:
    (row,) = rows(parser, "The flood killed 40 people.", "Police said 40 people were killed.")
    assert row.get("value") == 40  # noqa: PLR2004
    assert len(row.evidence) == 2  # noqa: PLR2004


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood killed 40 people.", "The mud claimed at least 43 lives."),
        ("Some 40 people were killed.", "The death toll rose to 43."),
        ("They share a 614-km border.", "The 382-mile land border is shut."),
        ("It was their third summit.", "It was their second meeting."),
        ("He left less than three months after taking office.", "He left a few months after taking office."),
    ],
)
def test_the_same_thing_in_other_words_has_the_same_key(one: str, other: str, parser: Parser) -> None:
    a, b = rows(parser, one, other)
    assert a.id != b.id
    assert a.get("same") == b.get("same")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood killed 40 villagers.", "The flood injured 43 villagers."),
        ("The shelling killed 12 soldiers.", "The shelling killed 40 civilians."),
        ("It killed 183 people, including 36 Poles.", "It killed 40 people."),
        ("More than 200,000 people were displaced.", "More than 100,000 people have fled."),
        ("Tariffs fell to 12%.", "Tariffs fell from 20%."),
        ("They share a 614-km border.", "They built a 40-km road."),
    ],
)
def test_other_things_have_other_keys(one: str, other: str, parser: Parser) -> None:
    found = rows(parser, one, other)
    first = [r for r in found if r.evidence[0].document.source == "0.txt"]
    last = [r for r in found if r.evidence[0].document.source == "1.txt"]
    assert not any(a.get("same") == b.get("same") for a in first[-1:] for b in last)


def test_a_row_shows_its_words(parser: Parser) -> None:
    for row in rows(parser, "About 400 workers will be hired by 2031, at a cost of $3.2bn."):
        assert all(row.get("as_written") in p.document.text for p in row.evidence)
        assert row.get("counts")


def test_each_time_is_a_row(parser: Parser) -> None:
    found = time_rows.gather(casefile(parser, "They met on Tuesday and in 1942."))
    assert [(r.get("as_written"), r.get("value")) for r in sorted(found, key=lambda r: r.evidence)] == [("Tuesday", None), ("1942", "1942")]
