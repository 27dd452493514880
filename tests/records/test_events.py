"""Event rows: one for each happening however many accounts tell it; relations count them by pair and month."""

from __future__ import annotations

import gc
import time

from communique.model.actor import Actor
from communique.model.article import Article
from communique.model.casefile import Casefile, Dating, Story, Written
from communique.model.document import Document
from communique.model.events import EventReading
from communique.model.layout import Layout, Sentence
from communique.model.lineage import Lineage, Origin
from communique.model.passage import Passage
from communique.model.record import Row
from communique.records import events, relations
from communique.records.same.events import Told, joined

PERU = Actor(key="state:PER", name="Peru", kind="state", as_written="Peru", country="PER")
CHILE = Actor(key="state:CHL", name="Chile", kind="state", as_written="Chile", country="CHL")
KENYA = Actor(key="state:KEN", name="Kenya", kind="state", as_written="Kenya", country="KEN")


def told(source: str, text: str, kind: str, actor: tuple[Actor, ...], recipient: tuple[Actor, ...] = (), *, word: str, state: str = "done") -> Article:
    document = Document.make(source=source, text=text)
    at = text.index(word)
    reading = EventReading(
        passage=Passage(document, 0, len(text)), rule="test", type=kind, trigger=Passage(document, at, at + len(word)),
        actor=actor, recipient=recipient, state=state,
    )  # fmt: skip
    return Article(document=document, layout=Layout(document, sentences=(Sentence(0, len(text), 0),)), events=(reading,))


def case(*articles: Article) -> Casefile:
    ids = tuple(sorted(a.id for a in articles))
    return Casefile(
        articles={a.id: a for a in articles},
        lineage=Lineage(origins=tuple(Origin(id=f"o{n}", name=None, articles=(i,)) for n, i in enumerate(ids))),
        dating=Dating(written={i: Written(day="2025-03-04", why="told") for i in ids}),
        stories=(Story(id="s1", title="t", articles=ids),),
    )


ONE = told("a", "Peru expelled two Chilean diplomats.", "SANCTION", (PERU,), (CHILE,), word="expelled")
TWO = told("b", "The Peruvian government expelled diplomats of Chile on Monday.", "SANCTION", (PERU,), (CHILE,), word="expelled")
OTHER = told("c", "Peru expelled two Kenyan diplomats.", "SANCTION", (PERU,), (KENYA,), word="expelled")
MET = told("d", "Peru and Chile held talks.", "CONSULT", (PERU, CHILE), word="held")


def test_two_accounts_of_one_happening_are_one_row() -> None:
    (row,) = events.gather(case(ONE, TWO))
    assert row.get("type") == "SANCTION"
    assert row.get("score") == -6.0
    assert row.get("origins") == ("o0", "o1")
    assert len(row.evidence) == 2


def test_another_recipient_is_another_happening() -> None:
    assert len(events.gather(case(ONE, OTHER))) == 2


def test_rows_do_not_depend_on_the_order_of_arrival() -> None:
    assert {r.id for r in events.gather(case(ONE, TWO, OTHER, MET))} == {r.id for r in events.gather(case(MET, OTHER, TWO, ONE))}


def relate(*articles: Article) -> list[Row]:
    c = case(*articles)
    return relations.gather(c, events.gather(c))


def test_relation_is_directed_and_says_what_was_collected() -> None:
    (row,) = relate(ONE, TWO)
    assert [row.slots[k].country for k in ("actor", "recipient")] == ["PER", "CHL"]  # type: ignore[union-attr]
    assert (row.get("month"), row.get("types"), row.get("conflict"), row.get("cooperation")) == ("2025-03", {"SANCTION": 1}, 1, 0)
    assert row.get("collected") == {"articles": 2, "origins": 2}


def test_what_states_do_together_counts_both_ways() -> None:
    assert sorted((r.slots["actor"].country, r.slots["recipient"].country) for r in relate(MET)) == [("CHL", "PER"), ("PER", "CHL")]  # type: ignore[union-attr]


def test_what_did_not_happen_is_no_relation() -> None:
    assert relate(told("e", "Peru did not attack Chile.", "ASSAULT", (PERU,), (CHILE,), word="attack", state="negated")) == []


def test_one_sentence_told_thousands_of_times_is_compared_once() -> None:
    def seconds(n: int) -> float:
        text = "Peru accused Chile. " * n
        document = Document.make(source="x", text=text)
        readings = tuple(
            EventReading(
                passage=Passage(document, 20 * i, 20 * i + 19), rule="test", type="ACCUSE", trigger=Passage(document, 20 * i + 5, 20 * i + 12), actor=(PERU,),
                recipient=(CHILE,), state="done",
            )
            for i in range(n)
        )  # fmt: skip
        found = [Told(reading=r, actor=r.actor, recipient=r.recipient, scope="s", story=None, origin="o", day=None) for r in readings]
        gc.collect()
        gc.disable()  # its sweeps over what earlier tests left are not this step's time
        try:
            start = time.process_time()
            assert len(joined(found)) == 1
            return time.process_time() - start
        finally:
            gc.enable()

    assert seconds(4000) < 12 * max(seconds(1000), 0.01)
