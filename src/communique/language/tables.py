"""Rows of words in, the longest entry at a place of a sentence out: ``Trie({"South Korea": x}).longest(words, 3) -> (2, x)``.

Words are those of ``split``: hyphens and possessive endings stand apart, as the parser cuts them. Case is kept by the caller's key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")
CUT = re.compile(r"[^\s\-,&]+|[\-,&]")
POSSESSIVE = re.compile(r"^(.{2,})('s)$")


def split(name: str) -> tuple[str, ...]:
    """The words of a table entry as the parser would cut them: ``Asia-Pacific`` is three."""
    out: list[str] = []
    for w in CUT.findall(name.replace("’", "'")):
        m = POSSESSIVE.match(w)
        out.extend(m.groups() if m else (w,))
    return tuple(out)


class Trie(Generic[T]):
    """Entries by their words. ``longest`` returns how many words matched and the value, or None."""

    def __init__(self, entries: Iterable[tuple[str, T]] = ()) -> None:
        self.top: dict[str, Any] = {}
        for name, value in entries:
            self.add(name, value)

    def add(self, name: str, value: T) -> None:
        """Enter a name; the first value entered under a name stays."""
        node = self.top
        for w in split(name):
            node = node.setdefault(w, {})
        node.setdefault("", value)

    def longest(self, words: Sequence[str], i: int) -> tuple[int, T] | None:
        """The longest entry that begins at word ``i``."""
        node, best, k = self.top, None, i
        while k < len(words) and words[k] in node:
            node = node[words[k]]
            k += 1
            if "" in node:
                best = (k - i, node[""])
        return best


def one_of(words: Iterable[str]) -> str:
    """The pattern of any of the words, the longest first; grouped by the letter they begin with, so that few are tried at each place."""
    groups: dict[str, list[str]] = {}
    for w in sorted(words, key=len, reverse=True):
        groups.setdefault(w[0], []).append(re.escape(w[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())
