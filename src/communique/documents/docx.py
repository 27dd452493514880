"""A Word file in, its Documents out: one article, or the articles of a press-database bundle. Tracked changes are read as accepted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from ..model.document import Document
from ..model.notice import Notice
from .bundles import is_tag, read_bundle
from .limits import FILE_BYTES, UNPACKED_BYTES
from .single import single
from .whole import whole

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OLD = b"\xd0\xcf\x11\xe0"


def read_docx(stream: BinaryIO, name: str) -> Iterator[Document | Notice]:
    raw, fault = whole(stream, name, FILE_BYTES)
    if fault is None and raw.startswith(OLD):
        fault = Notice(name, "is encrypted, or an old Word file (.doc)", "save it as .docx without a password", skipped=True)
    if fault is None and _unpacked(raw) > UNPACKED_BYTES:
        fault = Notice(name, f"unpacks to more than {UNPACKED_BYTES >> 20} MB", "save its text as .txt", skipped=True)
    if fault:
        yield fault
        return
    try:
        import docx  # noqa: PLC0415 - only where a Word file is read

        body = docx.Document(io.BytesIO(raw)).element.body
    except Exception as broken:  # noqa: BLE001 - a damaged file makes zip, XML and library raise anything
        yield Notice(name, f"is no Word file that can be opened ({type(broken).__name__})", "open it in Word and save it again", skipped=True)
        return
    lines = list(_lines(body))
    yield from _told(body, raw, name)
    yield from read_bundle(lines, name) or single("\n".join(lines), name)


def _unpacked(raw: bytes) -> int:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            return sum(i.file_size for i in packed.infolist())
    except zipfile.BadZipFile:
        return 0


def _lines(body: Any) -> Iterator[str]:
    """One line a paragraph; a table of one column is page layout and read, any other is not."""
    for child in body.iterchildren():
        if child.tag == W + "p":
            yield from _paragraph(child).split("\n")
        elif child.tag == W + "tbl":
            yield from _table(child)
        elif child.tag == W + "sdt":
            for paragraph in child.iter(W + "p"):
                yield from _paragraph(paragraph).split("\n")


def _table(table: Any) -> Iterator[str]:
    """A table of one column, line by line; of a press database's fields ("HD", "PD" ...) each row as one line."""
    for row in table.iter(W + "tr"):
        cells = [[_paragraph(p) for p in cell.iter(W + "p")] for cell in row.findall(W + "tc")]
        if len(cells) == 1:
            yield from cells[0]
        elif len(cells) == 2 and is_tag("".join(cells[0])):
            yield f"{''.join(cells[0]).strip()}   {cells[1][0] if cells[1] else ''}"
            yield from cells[1][1:]


def _is_table(table: Any) -> bool:
    """Whether it holds more than page layout and a press database's fields."""
    for row in table.iter(W + "tr"):
        cells = row.findall(W + "tc")
        if len(cells) > 2 or (len(cells) == 2 and not is_tag("".join(_paragraph(p) for p in cells[0].iter(W + "p")))):
            return True
    return False


def _paragraph(paragraph: Any) -> str:
    """Its words with insertions in and deletions out; text boxes drawn over it are left out."""
    out: list[str] = []
    row = [paragraph]
    while row:
        item = row.pop()
        if item.tag in (W + "del", W + "moveFrom", W + "pict", W + "drawing", W + "instrText"):
            continue
        if item.tag == W + "t":
            out.append(item.text or "")
        elif item.tag == W + "tab":
            out.append("\t" if item.getparent().tag == W + "r" else "")
        elif item.tag in (W + "br", W + "cr"):
            out.append("\n")
        elif item.tag == W + "noBreakHyphen":
            out.append("-")
        row.extend(reversed(list(item)))
    return "".join(out)


def _told(body: Any, raw: bytes, name: str) -> Iterator[Notice]:
    """What was read in one way of several, and what was not read."""
    if next(body.iter(W + "ins", W + "del", W + "moveFrom", W + "moveTo"), None) is not None:
        yield Notice(name, "has tracked changes: read as if all were accepted", "save it with the changes that you mean")
    comments = sum(1 for _ in body.iter(W + "commentReference"))
    if comments:
        yield Notice(name, f"{comments} comments were not read")
    tables = sum(_is_table(t) for t in body.iter(W + "tbl"))
    if tables:
        yield Notice(name, f"{tables} table{' was' if tables == 1 else 's were'} not read", "add what matters in them as text")
    if next(body.iter(W + "footnoteReference", W + "endnoteReference"), None) is not None:
        yield Notice(name, "its notes were not read")
