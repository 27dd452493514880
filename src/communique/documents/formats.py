"""The kinds of file that are read, by hand: one file in this room and one line in FORMATS for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from ..model.document import Document
from ..model.notice import Notice
from .jsonl import read_json, read_jsonl
from .text import read_text

Read = Callable[[BinaryIO, str], Iterator[Document | Notice]]


@dataclass(frozen=True, slots=True)
class Format:
    """``suffixes`` name it; ``opening`` (a pattern over the first bytes) tells it where the name does not."""

    name: str
    suffixes: tuple[str, ...]
    read: Read
    opening: bytes | None = None


FORMATS = [
    Format("text", (".txt", ".text", ".md"), read_text),
    Format("JSON lines", (".jsonl", ".ndjson"), read_jsonl, rb"\s*\{[^\n]*\}[ \t\r]*\n?"),
    Format("JSON", (".json",), read_json, rb"\s*[\[{]\s*[\"{\n\]]"),
]


def format_of(name: str, head: bytes) -> Format:
    """By the name's ending; without one that is known, by the first bytes; else text."""
    lower = name.lower()
    named = next((f for f in FORMATS if lower.endswith(f.suffixes)), None)
    if named:
        return named
    return next((f for f in FORMATS if f.opening and re.match(f.opening, head)), FORMATS[0])


def is_known(name: str) -> bool:
    return any(name.lower().endswith(f.suffixes) for f in FORMATS)
