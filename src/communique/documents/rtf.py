"""A rich text file in, its Documents out: one article, or the articles of a press-database bundle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from ..model.document import Document
from ..model.notice import Notice
from .bundles import read_bundle
from .limits import PAGE_BYTES
from .single import single
from .whole import whole


def read_rtf(stream: BinaryIO, name: str) -> Iterator[Document | Notice]:
    raw, fault = whole(stream, name, PAGE_BYTES)
    if fault is None and not raw.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        fault = Notice(name, "is no rich text file", "save it as RTF, DOCX or text", skipped=True)
    if fault:
        yield fault
        return
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - only where a rich text file is read

    try:
        text = rtf_to_text(raw.decode("cp1252", errors="replace"), errors="ignore")  # type: ignore[no-untyped-call]
    except Exception as wrong:  # noqa: BLE001 - a damaged file makes the library raise anything
        yield Notice(name, f"could not be read as rich text ({type(wrong).__name__})", "save it as DOCX or text", skipped=True)
        return
    cut = raw.count(b"{") - raw.count(b"\\{") > raw.count(b"}") - raw.count(b"\\}")
    if cut:
        yield Notice(name, "the file is cut: its end is missing", "export or save it again")
    yield from read_bundle(text.split("\n"), name) or single(text, name, complete=False if cut else None)
