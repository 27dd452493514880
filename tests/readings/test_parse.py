"""Parses: what is looked up is what the model says, what is kept comes back, and what is known is not parsed again."""

from __future__ import annotations

import pytest

from communique.readings.parse import MODEL, Parser, cut, decode, encode, load
from communique.readings.tagged import Tagged, Tagger

SENTENCES = [
    "The ministers of Peru and Chile met in Lima on Tuesday and agreed to reopen the border.",
    "You ain't gonna see it, let's go, y'all: there is a deal; there 's no way back.",
    "“It’s ours,” she said.\nThere are  two   spaces here.",
    "Prices rose 3.5% (to $40m) — the ministers’ third rise since 2019.",
    "Met. met MET meeting",
    " ",
    "",
]


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load(MODEL)


def plain(tagger: Tagger) -> list[Tagged]:
    """What the pipeline itself says."""
    whole = Tagger(tagger.nlp, 256)
    whole.fits = False
    return list(whole.read([cut(s) for s in SENTENCES]))


def test_words_looked_up_are_as_the_model_has_them(tagger: Tagger) -> None:
    assert tagger.fits
    for _ in range(2):  # met for the first time, and known
        assert list(tagger.read([cut(s) for s in SENTENCES])) == plain(tagger)


def test_too_many_words_are_let_go(tagger: Tagger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.readings.tagged.MOST", 3)
    assert list(tagger.read([cut(s) for s in SENTENCES])) == plain(tagger)


def test_a_kept_parse_comes_back_with_its_words(tagger: Tagger) -> None:
    for text, said in zip(SENTENCES, plain(tagger), strict=True):
        tokens = decode(encode(said), cut(text)).tokens
        assert [t.text for t in tokens] == said.texts
        assert [t.lemma for t in tokens] == said.lemmas
        assert [(t.start, t.head, t.pos, t.tag, t.dep) for t in tokens] == list(zip(said.starts, said.heads, said.pos, said.tags, said.deps, strict=True))


def test_what_was_prepared_is_not_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = Parser()
    parser.prepare(SENTENCES)
    monkeypatch.setattr("communique.readings.parse.load", lambda name: pytest.fail("parsed again"))
    assert [len(p.tokens) > 0 for p in parser.parse(SENTENCES)] == [True] * 6 + [False]
