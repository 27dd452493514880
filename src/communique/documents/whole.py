"""A stream in, all its bytes out, or the Notice that it holds more than is read."""

from __future__ import annotations

from typing import BinaryIO

from ..model.notice import Notice


def whole(stream: BinaryIO, name: str, limit: int) -> tuple[bytes, Notice | None]:
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        return b"", Notice(name, f"is larger than {limit >> 20} MB", "split it into one file an article", skipped=True)
    return raw, None
