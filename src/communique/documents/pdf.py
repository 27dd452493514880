"""A PDF in, one Document out: the text of its pages with lines joined to paragraphs, running heads and page numbers off."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from ..model.document import Document
from ..model.notice import Notice
from .limits import FILE_BYTES, PAGES
from .single import single
from .whole import whole

PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$|[-–—]\s*\d{1,4}\s*[-–—]$", re.IGNORECASE)
SENTENCE_END = tuple(".!?…\"”’'»):")
SHORT = 0.8  # of the usual width: a line that ends a sentence and is shorter ends its paragraph


def read_pdf(stream: BinaryIO, name: str) -> Iterator[Document | Notice]:
    raw, fault = whole(stream, name, FILE_BYTES)
    if fault:
        yield fault
        return
    pages, fault = _pages(raw, name)
    if fault:
        yield fault
    if not pages:
        return
    empty = sum(1 for p in pages if not p.strip())
    if empty == len(pages):
        yield Notice(name, "holds no text: its pages are pictures", "run text recognition (OCR) on it and add it again", skipped=True)
        return
    if empty:
        yield Notice(name, f"{empty} of {len(pages)} pages hold no text", "run text recognition (OCR) on them")
    yield from single(join_lines(pages), name, complete=False if empty or fault else None)


def _pages(raw: bytes, name: str) -> tuple[list[str], Notice | None]:
    """The text of each page; what stopped the reading."""
    from pypdf import PdfReader  # noqa: PLC0415 - only where a PDF is read

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(raw), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return [], Notice(name, "is encrypted", "save it without a password and add it again", skipped=True)
        count = len(reader.pages)
        pages = [_page(reader.pages[n]) for n in range(min(count, PAGES))]
    except Exception as wrong:  # noqa: BLE001 - a damaged file makes the library raise anything
        return [], Notice(name, f"is no PDF that can be read ({type(wrong).__name__})", "open it and print it to a new PDF", skipped=True)
    if count > PAGES:
        return pages, Notice(name, f"has {count} pages; the first {PAGES} were read", "split it into one file an article")
    return pages, None


def _page(page: Any) -> str:
    try:
        return str(page.extract_text() or "")
    except Exception:  # noqa: BLE001 - one damaged page of several
        return ""


def join_lines(pages: list[str]) -> str:
    """Paragraphs set apart by blank lines, from lines as they were printed."""
    rows = [[line.strip() for line in p.splitlines()] for p in pages]
    running = _running(rows)
    lines: list[str] = []
    for page in rows:
        lines += [r for r in page if not (r and (r in running or PAGE_NUMBER.match(r)))]
    widths = sorted(len(r) for r in lines if r)
    usual = widths[int(len(widths) * 0.8)] if widths else 0
    paragraphs: list[str] = []
    ended = True
    for line in lines:
        if not line:
            ended = ended or (bool(paragraphs) and paragraphs[-1].endswith(SENTENCE_END))
            continue
        if ended:
            paragraphs.append(line)
        else:
            paragraphs[-1] = _joined(paragraphs[-1], line)
        ended = _ends(line, usual)
    return "\n\n".join(paragraphs)


def _ends(line: str, usual: int) -> bool:
    """Whether a paragraph ends with this line: a sentence's end short of the margin, or a line far too short to be broken off."""
    return (line.endswith(SENTENCE_END) and len(line) < SHORT * usual) or len(line) < 0.6 * usual


def _joined(before: str, line: str) -> str:
    """A word divided at the end of a line is one word again."""
    if before.endswith("-") and before[-2:-1].islower() and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}"


def _running(rows: list[list[str]]) -> set[str]:
    """Lines at the top or foot of at least half the pages, and of three."""
    edges: Counter[str] = Counter()
    for page in rows:
        filled = [r for r in page if r]
        edges.update({*filled[:2], *filled[-2:]})
    return {line for line, n in edges.items() if n >= max(3, len(rows) / 2)}
