"""The bytes of a text file in, one Document out whose text is the decoded file, unstripped."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from ..model.document import Document
from ..model.notice import Notice
from .check import check_text, looks_binary
from .limits import FILE_BYTES

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WESTERN = frozenset("cp1250 cp1252 latin_1 iso8859_15 iso8859_1 mac_roman cp1254 cp1257 cp437 cp850 cp1258 hp_roman8 iso8859_9".split())


def read_text(stream: BinaryIO, name: str) -> Iterator[Document | Notice]:
    raw = stream.read(FILE_BYTES + 1)
    if len(raw) > FILE_BYTES:
        yield Notice(name, f"is larger than {FILE_BYTES >> 20} MB", "split it into one file an article, or into lines of JSON", skipped=True)
        return
    text, notice = decode(raw, name)
    if notice:
        yield notice
    if text is None:
        return
    refused = check_text(text, name)
    if refused:
        yield refused
        return
    yield Document.make(source=name, text=text, address=file_name(name))


def file_name(name: str) -> str:
    """The last part of a path: an article keeps its id when its folder moves."""
    return name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or name


def decode(raw: bytes, name: str) -> tuple[str | None, Notice | None]:
    """The text of ``raw``, or None with the Notice that says why not. A guessed encoding comes with a Notice too."""
    for bom, encoding in BOMS:
        if raw.startswith(bom):
            try:
                return raw.decode(encoding), None
            except UnicodeDecodeError:
                return None, Notice(name, f"starts as {encoding} but is not", "save it as UTF-8 and add it again", skipped=True)
    try:
        text = raw.decode("utf-8")
        if not looks_binary(raw):
            return text, None
    except UnicodeDecodeError:
        pass
    if looks_binary(raw):
        return None, Notice(name, "is a binary file, not text", "give the article as text, HTML, PDF, DOCX, RTF or EML", skipped=True)
    return _guess(raw, name)


def _guess(raw: bytes, name: str) -> tuple[str | None, Notice | None]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only where a file is not UTF-8

    best = from_bytes(raw[:200_000]).best()
    encoding = best.encoding if best else None
    # Western Europe's code pages differ in little but the curly quotes of cp1252, which news is full of.
    candidates = [encoding] if encoding and encoding not in WESTERN else ["cp1252", encoding]
    for candidate in candidates:
        if candidate is None:
            continue
        try:
            text = raw.decode(candidate)
        except (UnicodeDecodeError, LookupError):
            continue
        return text, Notice(name, f"is not UTF-8; read as {candidate}", "save it as UTF-8 if characters look wrong")
    return None, Notice(name, "has an encoding that could not be made out", "save it as UTF-8 and add it again", skipped=True)

