"""A word in, the word it is compared as out: ``root("vital") -> "important"``, ``root("agreements") -> "agree"``. For likeness only, never shown."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from . import countries

COMPOUND = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
ENDINGS = tuple("ations ation tions tion ments ment ality ily ingly ings ing ness edly ies ied ers ed es ly er s y e".split())
SHORTEST = 4  # letters that must be left of a word
KOREA = {"KOR": "korea"}  # "Seoul" and "Korea" in one speaker's mouth; the North is always named as such
EMPTY = frozenset(
    """hardly toward towards a an the this that these those of in on at to for from by with as and or but nor so if than then into over under about
    between among is are was were be been being am do does did have has had having will would shall should can could may might must not no it
    its it's he she they we i you him her them us me his their our my your hers theirs ours who whom which what when where why how there here
    all any both each more most other some such only own same too very just also s said say says told add added according up out off down again
    once during before after above below while because until against through am pm mr mrs ms president prime minister""".split()
)


@lru_cache(maxsize=1)
def classes() -> Mapping[str, str]:
    """Each word of the lexicon and the first word of its class."""
    groups: list[dict[str, Any]] = tomllib.loads((files(__package__) / "lexicon" / "nearwords.toml").read_text(encoding="utf-8"))["class"]
    return MappingProxyType({w: g["words"][0] for g in groups for w in g["words"]})


def stem(word: str) -> str:
    """The word without its ending."""
    return next((word[: -len(end)] for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= SHORTEST), word)


@lru_cache(maxsize=1)
def stems() -> Mapping[str, str]:
    """The stem of each word of the lexicon and the first word of its class; a stem of two classes is of none."""
    found: dict[str, set[str]] = {}
    for word, head in classes().items():
        found.setdefault(stem(word), set()).add(head)
    return MappingProxyType({short: heads.pop() for short, heads in found.items() if len(heads) == 1})


def compared(text: str) -> list[str]:
    """The words of a text as they are looked up: "three-way" whole where the lexicon has it, "Japan-Korea" in its parts."""
    out: list[str] = []
    for found in COMPOUND.findall(text.lower().replace("’", "'")):
        out += [found] if found in classes() else found.split("-")
    return out


@lru_cache(maxsize=50_000)
def root(word: str) -> str | None:
    """What a lower-cased word is compared as; None for a word that says nothing by itself."""
    word = word.removesuffix("'s").removesuffix("'")
    if word in EMPTY or len(word) < 2:
        return None
    if iso := countries.code(word.capitalize()):
        return KOREA.get(iso, iso)
    known = classes()
    if word in known:
        return known[word]
    short = stem(word)
    return stems().get(short, short)
