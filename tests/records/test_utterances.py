"""What was said once has one id, in however many wordings; what only sounds alike has not."""

from __future__ import annotations

import itertools
import tomllib
from dataclasses import replace
from importlib.resources import files

from communique.language.nearwords import classes, root
from communique.model.actor import Actor
from communique.model.document import Document
from communique.model.passage import Passage
from communique.model.statements import StatementReading
from communique.records.same.utterances import Said, joined

WEBER = Actor(key="person:anna weber", name="Anna Weber", kind="person", as_written="Weber")
MOREL = Actor(key="person:luc morel", name="Luc Morel", kind="person", as_written="Morel")


def said(words: str, article: str, speaker: Actor | None = WEBER, mode: str = "direct") -> Said:
    p = Passage(Document.make(source=article, text=words), 0, len(words))
    reading = StatementReading(passage=p, rule="test", speaker=speaker, cue=None, mode=mode, content=(p,))
    return Said(reading=reading, article=article, origin=article, story="s1", speaker=speaker, when=None)


def same(*found: Said) -> bool:
    carried, _ = joined(found)
    return len({carried[s.reading.id].utterance for s in found}) == 1


def test_a_shortened_quotation_is_the_same_utterance() -> None:
    a = said("The railway along the border will carry its first train in the spring.", "a")
    b = said("will carry its first train in the spring", "b", mode="mixed")
    assert same(a, b)
    assert {c.variant for c in joined([a, b])[0].values()} == {"same words", "shortened"}


def test_a_short_headline_is_what_its_article_tells() -> None:
    body = said("The border will open in May after two years of talks.", "a")
    head = replace(said("Border will open", "a"), headline=True)
    assert same(body, head)
    assert not same(body, said("Border will open", "a"))
    assert not same(body, replace(said("Border will stay shut", "a"), headline=True))


def test_two_translations_are_the_same_utterance() -> None:
    a = said("We shall deepen our cooperation on trade and secure the stability of the Baltic region.", "a")
    b = said("We will strengthen collaboration on trade and guarantee a stable Baltic region.", "b")
    assert same(a, b)
    assert "translated" in {c.variant for c in joined([a, b])[0].values()}


def test_other_words_of_one_speaker_are_another_utterance() -> None:
    a = said("The railway along the border will carry its first train in the spring.", "a")
    assert not same(a, said("Fishing quotas must be fair to the smaller harbours.", "b"))


def test_alike_words_of_two_speakers_are_two_utterances() -> None:
    a = said("We shall deepen our cooperation on trade and secure the stability of the Baltic region.", "a")
    assert not same(a, said("We will strengthen collaboration on trade and guarantee a stable Baltic region.", "b", MOREL))


def test_the_very_words_join_even_where_the_speakers_differ() -> None:
    words = "The railway along the border will carry its first train in the spring."
    assert same(said(words, "a"), said(words, "b", MOREL))


def test_a_negation_keeps_two_statements_apart() -> None:
    a = said("The northern brigade will leave the valley before the winter.", "a")
    b = said("Soldiers of the brigade in the north leave that valley by winter.", "b")
    assert same(a, b)
    assert not same(a, replace(b, reading=replace(b.reading, negated=True)))


def test_no_order_of_arrival_changes_the_ids() -> None:
    found = [
        said("We shall deepen our cooperation on trade and secure the stability of the Baltic region.", "a"),
        said("We will strengthen collaboration on trade and guarantee a stable Baltic region.", "b"),
        said("guarantee a stable Baltic region", "c"),
        said("Fishing quotas must be fair to the smaller harbours.", "d"),
    ]
    first = joined(found)
    assert all(joined(order) == first for order in itertools.permutations(found))


def test_a_weaker_wording_is_marked() -> None:
    a = said("We will open the border railway to all goods trains from Hamburg in the spring of next year.", "a")
    b = said("We hope to open the border railway to goods trains from Hamburg in spring.", "b")
    assert "weaker" in {c.strength for c in joined([a, b])[0].values()}


def test_near_words_share_their_root_and_the_near_miss_does_not() -> None:
    groups = tomllib.loads((files("communique.language") / "lexicon" / "nearwords.toml").read_text(encoding="utf-8"))["class"]
    seen = [w for g in groups for w in g["words"]]
    assert len(seen) == len(set(seen)) == len(classes())
    for g in groups:
        head = g["words"][0]
        assert {root(w) for w in g["words"]} == {head}
        assert root(g["near_miss"]) != head
