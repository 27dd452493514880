"""The plain text of a file of any format in, its one Document out, or the Notice that refuses it."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.document import Document
from ..model.notice import Notice
from .check import check_text
from .text import file_name


def single(text: str, name: str, *, complete: bool | None = None) -> Iterator[Document | Notice]:
    """Without a title of its own: a headline stands in the text, as in a text file."""
    refused = check_text(text, name)
    yield refused or Document.make(source=name, text=text, address=file_name(name), complete=complete)
