"""The kinds of file that are read, by hand: one file in this room and one line in FORMATS for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from ..model.document import Document
from ..model.notice import Notice
from .docx import read_docx
from .eml import read_eml
from .html import read_html
from .jsonl import read_json, read_jsonl
from .parquet import read_parquet
from .pdf import read_pdf
from .rtf import read_rtf
from .text import read_text
from .warc import read_warc

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
    Format("JSON lines", (".jsonl", ".ndjson"), read_jsonl, rb"\s*\{\s*\"[^\n]*\}[ \t\r]*\n?"),
    Format("JSON", (".json",), read_json, rb"\s*[\[{]\s*[\"{\n\]]"),
    Format("web page", (".html", ".htm", ".xhtml"), read_html, rb"(?is)\s*(?:<!--.{0,400}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta)\b"),
    Format("PDF", (".pdf",), read_pdf, rb"%PDF-"),
    Format("Word", (".docx", ".docm", ".doc"), read_docx, rb"PK\x03\x04|\xd0\xcf\x11\xe0"),
    Format("rich text", (".rtf",), read_rtf, rb"\{\\rtf"),
    Format("Parquet", (".parquet",), read_parquet, rb"PAR1"),
    Format("WARC", (".warc", ".warc.gz"), read_warc, rb"WARC/1"),
    Format("mail", (".eml",), read_eml, rb"(?i)(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,40}(?:from|subject|mime-version|received):"),
]


def format_of(name: str, head: bytes) -> Format:
    """By the name's ending; without one that is known, by the first bytes; else text."""
    lower = name.lower()
    named = next((f for f in FORMATS if lower.endswith(f.suffixes)), None)
    if named and not (named is FORMATS[0] and head.startswith((b"%PDF-", b"{\\rtf"))):
        return named
    return next((f for f in FORMATS if f.opening and re.match(f.opening, head)), FORMATS[0])


def is_known(name: str) -> bool:
    return any(name.lower().endswith(f.suffixes) for f in FORMATS)
