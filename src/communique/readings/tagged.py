"""A loaded spaCy pipeline in, words with their tags out: ``Tagger(nlp, 256).read(sentences)``.

The part of speech and the lemma that the model gives follow from a word, its tag and its relation alone, but working them out (179 patterns tried at
each word) takes a third of the model's time. So each distinct (word, tag, relation) is worked out once. Sentences in which a pattern of
several words matches, and pipelines of another build, are left to the pipeline itself: what comes out is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

LEXICAL = frozenset(("LOWER", "ORTH", "TEXT", "IS_SPACE", "TAG", "DEP"))  # what one word's patterns may ask for here
BUILD = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]
MOST = 200_000  # distinct words with their tags that are kept: some 40 MB
COLUMNS = ("ORTH", "TAG", "DEP", "HEAD")


@dataclass(frozen=True, slots=True)
class Tagged:
    """One sentence: parallel lists, ``heads`` as indices."""

    starts: list[int]
    texts: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]


Known = tuple[str, str, str, str, str]  # word, lemma, part of speech, tag, relation


class Tagger:
    """``nlp`` reads in batches; words are looked up where that gives the same."""

    def __init__(self, nlp: Any, batch: int) -> None:
        self.nlp, self.batch = nlp, batch
        self.known: dict[tuple[int, int, int], Known] = {}
        self.fits = nlp.pipe_names == BUILD and nlp.get_pipe("lemmatizer").mode == "rule" and self._split()

    def _split(self) -> bool:
        """Patterns of one word into a ruler of their own, longer ones into a matcher; False where some ask for more than a word and its tags."""
        whole = self.nlp.get_pipe("attribute_ruler")
        ruler, matcher = cast(Any, type(whole)), cast(Any, type(whole.matcher))
        self.single, self.longer = ruler(self.nlp.vocab), matcher(self.nlp.vocab)
        for n, p in enumerate(whole.patterns):
            if any(not LEXICAL.issuperset(word) for pattern in p["patterns"] for word in pattern):
                return False
            one = [pattern for pattern in p["patterns"] if len(pattern) == 1]
            more = [pattern for pattern in p["patterns"] if len(pattern) > 1]
            if one:
                self.single.add(one, p["attrs"], p["index"])
            if more:
                self.longer.add(str(n), more)
        return True

    def read(self, sentences: Iterable[str]) -> Iterator[Tagged]:
        """Each sentence with its tags, in order."""
        if not self.fits:
            yield from map(_told, self.nlp.pipe(sentences, batch_size=self.batch))
            return
        held: list[Any] = []
        for doc in self.nlp.pipe(sentences, batch_size=self.batch, disable=BUILD[3:]):
            held.append(doc)
            if len(held) == self.batch:
                yield from self._batch(held)
                held = []
        yield from self._batch(held)

    def _batch(self, docs: list[Any]) -> Iterator[Tagged]:
        if len(self.known) > MOST:
            self.known.clear()
        rows = [doc.to_array(COLUMNS).astype("int64").tolist() if len(doc) else [] for doc in docs]
        plain = [not self.longer(doc) for doc in docs]
        self._learn({(w, t, d): None for row, alone in zip(rows, plain, strict=True) if alone for w, t, d, _ in row})
        for doc, row, alone in zip(docs, rows, plain, strict=True):
            yield self._looked_up(doc, row) if alone else _told(self.nlp.get_pipe("lemmatizer")(self.nlp.get_pipe("attribute_ruler")(doc)))

    def _learn(self, met: dict[tuple[int, int, int], None]) -> None:
        """Work out the words not met before, all in one row: none of the patterns looks beside a word."""
        new = [m for m in met if m not in self.known]
        if not new:
            return
        strings, unsigned = self.nlp.vocab.strings, 2**64  # ids come signed
        words = [tuple(strings[n % unsigned] for n in m) for m in new]
        make = cast(Any, type(self.nlp.make_doc("")))
        doc = make(self.nlp.vocab, words=[w for w, _, _ in words], tags=[t for _, t, _ in words], deps=[d for _, _, d in words])
        doc = self.nlp.get_pipe("lemmatizer")(self.single(doc))
        for m, t in zip(new, doc, strict=True):
            self.known[m] = (t.text, t.lemma_, t.pos_, t.tag_, t.dep_)

    def _looked_up(self, doc: Any, row: list[list[int]]) -> Tagged:
        found = [self.known[w, t, d] for w, t, d, _ in row]
        texts, lemmas, pos, tags, deps = map(list, zip(*found, strict=True)) if found else ([], [], [], [], [])
        return Tagged([t.idx for t in doc], texts, lemmas, pos, tags, deps, [i + r[3] for i, r in enumerate(row)])


def _told(doc: Any) -> Tagged:
    """What the pipeline itself says of a sentence."""
    return Tagged(
        [t.idx for t in doc], [t.text for t in doc], [t.lemma_ for t in doc], [t.pos_ for t in doc],
        [t.tag_ for t in doc], [t.dep_ for t in doc], [t.head.i for t in doc],
    )  # fmt: skip
