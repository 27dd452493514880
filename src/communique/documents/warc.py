"""A WARC file of fetched pages in, the Document of each page out, with its address and the day it was fetched; what is no page is passed over."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from ..model.document import Document, Stamp
from ..model.notice import Notice
from .html import read_html
from .limits import PAGE_BYTES

PAGES = ("text/html", "application/xhtml+xml")


def read_warc(stream: BinaryIO, name: str) -> Iterator[Document | Notice]:
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        yield Notice(name, "is a WARC, which is not read without warcio", "pip install 'communique[archive]'", skipped=True)
        return
    number = 0
    try:
        for record in ArchiveIterator(stream):
            number += 1
            if not _is_page(record):
                continue
            url = record.rec_headers.get_header("WARC-Target-URI") or f"{name}#{number}"
            raw = record.content_stream().read(PAGE_BYTES + 1)
            if _short(record, raw):
                yield Notice(name, f"breaks off in record {number}", "get the file again", skipped=True)
                return
            for found in read_html(io.BytesIO(raw), url):
                yield _placed(found, url, record.rec_headers.get_header("WARC-Date"))
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError):  # what a torn record makes of the reader
        yield Notice(name, f"can't be read after record {number}", "get the file again", skipped=True)
        return
    if not number:
        yield Notice(name, "holds no record", "get the file again", skipped=True)


def _is_page(record: Any) -> bool:
    if record.rec_type not in ("response", "resource"):
        return False
    headers = record.http_headers
    kind = (headers.get_header("Content-Type") if headers else record.rec_headers.get_header("Content-Type")) or ""
    return kind.split(";")[0].strip().lower() in PAGES and (headers is None or headers.get_statuscode() == "200")


def _short(record: Any, raw: bytes) -> bool:
    """Whether the record says that it is longer than what came, and the rest is not merely unread."""
    left = getattr(record.raw_stream, "limit", 0)
    return len(raw) <= PAGE_BYTES and isinstance(left, int) and left > 0


def _placed(found: Document | Notice, url: str, fetched: str | None) -> Document | Notice:
    """A page whose address is that of the record, where it names none itself."""
    if isinstance(found, Notice):
        return found
    return replace(found, url=found.url or url, fetched=found.fetched or (Stamp(fetched, "WARC record") if fetched else None))
