"""A Document in, its Layout out: furniture off, then paragraphs, sentences and quotations of what is left, and the marks.

Every character that is not white space ends up in a sentence or in furniture.
"""

from __future__ import annotations

import re
import string

from ..model.document import Document
from ..model.layout import Layout, Paragraph, Sentence
from .body import read_body
from .citing import read_citing
from .footer import read_footer
from .found import Found
from .header import read_header
from .quotations import quotations
from .sentences import sentences
from .units import Span, units

CAPITALS, SMALL = string.ascii_uppercase.encode(), string.ascii_lowercase.encode()
FOREIGN = re.compile(r"[^\x00-\x7f]")


def lay_out(document: Document) -> Layout:
    found = Found(document, _shouting(document.text[document.body_start :]))
    title = document.text[: document.body_start].strip() if document.body_start else ""
    if title:
        found.take(0, len(document.text[: document.body_start].rstrip()), "title")
    rows = read_body(found, read_footer(found, read_header(found, units(document.text, document.body_start))))
    paragraphs = tuple(Paragraph(*row) for row in rows)
    read_citing(found, list(paragraphs))
    return Layout(
        document=document,
        furniture=tuple(sorted(found.furniture)),
        paragraphs=paragraphs,
        sentences=_sentences(document.text, rows),
        quotations=quotations(document.text, paragraphs),
        marks=tuple(sorted(found.marks, key=lambda m: (m.passage.start, m.passage.end, m.kind))),
    )


def _shouting(text: str) -> bool:
    """Whether a text is all in capitals. Plain letters are counted as bytes, since every text is asked."""
    top = text[:3000]
    plain, others = top.encode("ascii", "ignore"), [c for c in FOREIGN.findall(top) if c.isalpha()]
    capitals, small = (len(plain) - len(plain.translate(None, letters)) for letters in (CAPITALS, SMALL))
    letters = capitals + small + len(others)
    return letters > 100 and capitals + sum(c.isupper() for c in others) > 0.7 * letters


def _sentences(text: str, rows: list[Span]) -> tuple[Sentence, ...]:
    return tuple(Sentence(start, end, n) for n, row in enumerate(rows) for start, end in sentences(text, *row))
