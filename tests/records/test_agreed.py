"""Commitments, meetings and disputes of several articles: one row each, whatever the order, with every account in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique import passages, readings
from communique.model.article import Article
from communique.model.casefile import Casefile, Story
from communique.model.document import Document, Stamp
from communique.model.lineage import Lineage, Origin
from communique.model.record import Row
from communique.readings.parse import Parser
from communique.records import commitments, dating, disputes, meetings

MAY = "Peruvian President Ana Torres and Chilean President Luis Vega may discuss possible cooperation on copper smuggling at the border, media say."
AGREED = "Peruvian President Ana Torres and Chilean President Luis Vega agreed on Tuesday to cooperate on copper smuggling at the border."
OTHER = "Torres and Vega talked of football. Peruvian President Ana Torres and Chilean President Luis Vega met in Arica on Tuesday."


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser({})


def article(parser: Parser, source: str, text: str, day: str) -> Article:
    layout = passages.lay_out(Document.make(source=source, text=text, published=Stamp(day, "test")))
    return readings.read(layout, parser)


def casefile(*articles: Article, account: tuple[Article, ...] = ()) -> Casefile:
    """``account``: articles that are versions of one account, in order."""
    alone = [Origin(id=f"o{a.id}", name=None, articles=(a.id,)) for a in articles if a not in account]
    shared = [Origin(id="o1", name=None, articles=tuple(sorted(a.id for a in account)))] if account else []
    lineage = Lineage(origins=(*alone, *shared), order={"o1": tuple(a.id for a in account)} if account else {})
    ids = tuple(sorted(a.id for a in articles))
    case = Casefile(articles={a.id: a for a in sorted(articles, key=lambda a: a.id)}, lineage=lineage, stories=(Story(id="s1", title="", articles=ids),))
    return replace(case, dating=dating.date(case))


def only(rows: list[Row]) -> Row:
    assert len(rows) == 1, [(r.list, dict(r.slots)) for r in rows]
    return rows[0]


def test_a_commitment_has_an_entry_for_each_account_and_the_status_of_the_last(parser: Parser) -> None:
    early, late = article(parser, "1", MAY, "2024-05-06"), article(parser, "2", AGREED, "2024-05-07")
    row = only(commitments.gather(casefile(early, late)))
    history = row.get("history")
    assert isinstance(history, tuple)
    assert [h["status"] for h in history] == ["speculated", "agreed"]  # type: ignore[call-overload,index]  # entries are mappings
    assert row.get("status") == "agreed"


def test_the_order_of_arrival_changes_nothing(parser: Parser) -> None:
    one, two = article(parser, "1", MAY, "2024-05-06"), article(parser, "2", AGREED, "2024-05-07")
    three = article(parser, "3", OTHER, "2024-05-07")
    for gather in (commitments.gather, meetings.gather, disputes.gather):
        assert gather(casefile(one, two, three)) == gather(casefile(three, two, one))


def test_a_later_version_that_leaves_it_out_is_no_retraction(parser: Parser) -> None:
    first, second = article(parser, "1", AGREED, "2024-05-07"), article(parser, "2", OTHER, "2024-05-08")
    row = only(commitments.gather(casefile(first, second, account=(first, second))))
    assert row.get("dropped_in") == (second.id,)
    assert row.get("status") == "agreed"


def test_two_promises_of_one_pair_stay_apart(parser: Parser) -> None:
    other = AGREED.replace("copper smuggling at the border", "fishing quotas and tuna boats")
    rows = commitments.gather(casefile(article(parser, "1", AGREED, "2024-05-07"), article(parser, "2", other, "2024-05-07")))
    assert len(rows) == 2  # noqa: PLR2004


def test_two_accounts_one_meeting(parser: Parser) -> None:
    again = "Chilean President Luis Vega held talks with Peruvian President Ana Torres in Arica on Tuesday."
    row = only(meetings.gather(casefile(article(parser, "1", OTHER, "2024-05-07"), article(parser, "2", again, "2024-05-08"))))
    assert (row.get("from"), row.get("status"), row.get("place")) == ("2024-05-07", "held", "Arica")


def test_two_days_are_two_meetings(parser: Parser) -> None:
    again = "Peruvian President Ana Torres and Chilean President Luis Vega met in Lima on 3 March 2024."
    assert len(meetings.gather(casefile(article(parser, "1", OTHER, "2024-05-07"), article(parser, "2", again, "2024-05-08")))) == 2  # noqa: PLR2004


def test_a_plan_that_came_true_is_one_meeting_held(parser: Parser) -> None:
    plan = "Peruvian President Ana Torres will meet Chilean President Luis Vega in Arica on Tuesday."
    row = only(meetings.gather(casefile(article(parser, "1", plan, "2024-05-06"), article(parser, "2", OTHER, "2024-05-07"))))
    assert row.get("status") == "held"


def test_acts_of_one_quarrel_stand_in_one_row(parser: Parser) -> None:
    one = article(parser, "1", "Peru accused Chile of moving border posts in the Atacama.", "2024-05-07")
    two = article(parser, "2", "Chile rejected Peru's claims about border posts in the Atacama.", "2024-05-07")
    row = only(disputes.gather(casefile(one, two)))
    acts = row.get("acts")
    assert isinstance(acts, tuple)
    assert [a["act"] for a in acts if not isinstance(a, str)] in (["accusation", "rejection"], ["rejection", "accusation"])


THIRD = "Peruvian President Ana Torres and Chilean President Luis Vega agreed on Tuesday to deepen trilateral cooperation on copper with {}."


@pytest.mark.parametrize(("other", "rows"), [("Bolivia", 1), ("Ecuador", 2)])
def test_a_circle_of_three_is_not_the_circle_with_another_third(parser: Parser, other: str, rows: int) -> None:
    one, two = article(parser, "1", THIRD.format("Bolivia"), "2024-05-07"), article(parser, "2", "Officials said: " + THIRD.format(other), "2024-05-07")
    assert len(commitments.gather(casefile(one, two))) == rows


BEFORE = "Peruvian President Ana Torres will meet Chilean President Luis Vega in Arica on Tuesday."
DURING = "Peruvian President Ana Torres met Chilean President Luis Vega in Arica on Tuesday."
UNDATED = "At a meeting with Chilean President Luis Vega, Peruvian President Ana Torres asked for closer ties. The talks were short."


def test_an_account_without_a_day_joins_the_meeting_that_another_tells_of_as_held(parser: Parser) -> None:
    accounts = (article(parser, "1", BEFORE, "2024-05-06"), article(parser, "2", DURING, "2024-05-07"), article(parser, "3", UNDATED, "2024-05-07"))
    found = [r for r in meetings.gather(casefile(*accounts)) if len({p.article for p in r.evidence}) == 3]
    assert len(found) == 1, [dict(r.slots) for r in meetings.gather(casefile(*accounts))]


GOING = "Peruvian President Ana Torres arrived in Chile on Tuesday."
WELCOME = "Welcoming Torres's visit to Chile, the Chilean press praised Peruvian President Ana Torres."


def test_the_state_that_is_visited_is_no_visitor(parser: Parser) -> None:
    rows = meetings.gather(casefile(article(parser, "1", GOING, "2024-05-07"), article(parser, "2", WELCOME, "2024-05-07")))
    for row in rows:
        people = row.get("participants")
        assert isinstance(people, tuple)
        assert [getattr(p, "name", None) for p in people] == ["Ana Torres"], dict(row.slots)


def test_both_sides_of_a_war_within_a_state_stand_in_the_row(parser: Parser) -> None:
    one = article(parser, "a", "The Taliban rejected on Monday an Afghan government offer of a ceasefire.", "2021-05-04")
    (row,) = disputes.gather(casefile(one))
    names = {getattr(a, "name", None) for a in row.get("actors") or ()}  # type: ignore[union-attr]
    assert names == {"Taliban", "Afghanistan"}
