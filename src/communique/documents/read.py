"""A path or bytes in, Documents and Notices out, one at a time."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ..model.document import Document
from ..model.notice import Notice
from .find import find
from .formats import format_of

HEAD = 4096


def read_path(path: str | os.PathLike[str]) -> Iterator[Document | Notice]:
    """Every article under ``path`` (a file, a folder, a glob, ``-`` for pasted text). CommuniqueError where there is no such path."""
    given = os.fspath(path)
    if given == "-":
        return read_bytes(sys.stdin.buffer.read(), "-")
    return _read_all(find(given))


def read_bytes(raw: bytes, name: str) -> Iterator[Document | Notice]:
    """The articles in ``raw``; ``name`` tells the format and stands as their source."""
    return _read(io.BytesIO(raw), name)


def _read_all(found: list[Path | Notice]) -> Iterator[Document | Notice]:
    for item in found:
        if isinstance(item, Notice):
            yield item
            continue
        if not item.is_file():
            yield Notice(str(item), "is no regular file" if item.exists() else "leads nowhere", "give a file", skipped=True)
            continue
        try:
            with item.open("rb") as stream:
                yield from _read(stream, str(item))
        except OSError as fault:
            yield Notice(str(item), f"can't be read ({fault.strerror or fault})", "check its permissions", skipped=True)


def _read(stream: BinaryIO, name: str) -> Iterator[Document | Notice]:
    head = stream.read(HEAD)
    if not head:
        yield Notice(name, "is empty", "nothing to read in it", skipped=True)
        return
    stream.seek(0)
    yield from format_of(name, head).read(stream, name)
