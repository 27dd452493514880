"""The day an article was written is what its own words allow; times are bound to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from communique import passages
from communique.model.article import Article
from communique.model.casefile import Casefile, Written
from communique.model.document import Document, Stamp
from communique.model.lineage import Lineage, Origin
from communique.readings import times
from communique.readings.page import Page
from communique.readings.parse import Parser
from communique.records import dating

# 14 May 2019 was a Tuesday.
SUMMIT = (
    "The two presidents signed the pact in Oslo on Tuesday. They had met for dinner on Monday. Both said on Tuesday that talks would go on.\n\n"
    "They will fly home on Wednesday."
)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser({})


def article(name: str, text: str, parser: Parser, published: str | None = None) -> Article:
    document = Document.make(source=name, text=text, published=Stamp(published, "test") if published else None)
    layout = passages.lay_out(document)
    return Article(document=document, layout=layout, times=tuple(times.read(Page.open(layout, parser))))


def written(*articles: Article, origins: tuple[tuple[Article, ...], ...] = ()) -> dict[str, Written]:
    told = origins or tuple((a,) for a in articles)
    lineage = Lineage(origins=tuple(Origin(id=f"o{n}", name=None, articles=tuple(a.id for a in group)) for n, group in enumerate(told)))
    found = dating.date(Casefile(articles={a.id: a for a in articles}, lineage=lineage)).written
    return {a.document.source: found[a.id] for a in articles}


def test_the_header_day_stands_where_the_text_allows_it(parser: Parser) -> None:
    assert written(article("a", SUMMIT, parser, "2019-05-14"))["a"].day == "2019-05-14"


def test_the_text_overrules_a_header_of_the_day_before(parser: Parser) -> None:
    w = written(article("a", SUMMIT, parser, "2019-05-13"))["a"]
    assert (w.day, w.contradicts) == ("2019-05-14", "2019-05-13")
    assert [p.text for p in w.passages] == ["Tuesday", "Tuesday"]


def test_one_lone_weekday_does_not_overrule_a_header(parser: Parser) -> None:
    assert written(article("a", "He resigned on Tuesday.", parser, "2019-05-13"))["a"].contradicts is None


def test_another_version_of_that_day_decides(parser: Parser) -> None:
    early, late = article("a", "He resigned on Tuesday.", parser, "2019-05-13"), article("b", "He resigned on Tuesday in Oslo.", parser, "2019-05-14")
    assert written(early, late, origins=((early, late),))["a"].day == "2019-05-14"


def test_an_undated_version_takes_the_day_of_its_account(parser: Parser) -> None:
    bare, dated = article("a", SUMMIT, parser), article("b", SUMMIT + " More.", parser, "2019-05-14")
    w = written(bare, dated, origins=((bare, dated),))["a"]
    assert w.day == "2019-05-14"
    assert "another version" in w.why


def test_an_undated_account_takes_the_day_of_the_happening(parser: Parser) -> None:
    bare = article("a", "The presidents of the two states signed a pact in Oslo on Tuesday, and said talks would go on.", parser)
    assert written(bare, article("b", SUMMIT, parser, "2019-05-14"))["a"].day in ("2019-05-14", None)


def test_an_undated_text_without_company_is_not_guessed(parser: Parser) -> None:
    assert written(article("a", SUMMIT, parser))["a"].day is None


def test_a_full_date_in_the_opening_is_the_day(parser: Parser) -> None:
    assert written(article("a", "On May 14, 2019, the two presidents signed the pact.", parser))["a"].day == "2019-05-14"


def test_times_are_bound_to_the_day_of_writing(parser: Parser) -> None:
    a = article("a", SUMMIT, parser, "2019-05-13")
    lineage = Lineage(origins=(Origin(id="o", name=None, articles=(a.id,)),))
    moments = dating.date(Casefile(articles={a.id: a}, lineage=lineage)).moments
    assert [moments[t.id].value for t in a.times] == ["2019-05-14", "2019-05-13", "2019-05-14", "2019-05-15"]


def test_a_time_that_needs_a_day_stays_unbound_without_one(parser: Parser) -> None:
    a = article("a", "They met on Tuesday, as in 1942.", parser)
    assert [m.value for m in dating.bound(a.times, None).values()] == ["1942"]


def test_a_clock_time_is_of_the_day_just_named(parser: Parser) -> None:
    a = article("a", "They met on Monday. The talks ended at 7:15 p.m.", parser)
    assert [m.value for m in dating.bound(a.times, date(2019, 5, 15)).values()] == ["2019-05-13", "2019-05-13T19:15"]


def test_the_order_of_articles_does_not_matter(parser: Parser) -> None:
    one, two = article("a", SUMMIT, parser), article("b", SUMMIT + " More.", parser, "2019-05-14")
    case = Casefile(articles={one.id: one, two.id: two}, lineage=Lineage(origins=(Origin(id="o", name=None, articles=(one.id, two.id)),)))
    back = replace(case, articles={two.id: two, one.id: one}, lineage=Lineage(origins=(Origin(id="o", name=None, articles=(two.id, one.id)),)))
    assert dict(dating.date(case).written) == dict(dating.date(back).written)


def test_the_dateline_names_the_day(parser: Parser) -> None:
    a = article("a", "OSLO, May 13 (Xinhua) -- The two presidents signed the pact here Monday. They will meet again on Thursday.", parser, "2019-05-14")
    w = written(a)["a"]
    assert (w.day, w.why) == ("2019-05-13", "its dateline")
