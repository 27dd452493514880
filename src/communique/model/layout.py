"""How one article is laid out: furniture, paragraphs, sentences, quotations and the marks that declare its lineage."""

from __future__ import annotations

from dataclasses import dataclass

from .document import Document
from .passage import Passage


@dataclass(frozen=True, slots=True, order=True)
class Furniture:
    """A span that is no content. ``kind``: header, title, byline, dateline, published, copyright, credit, contributor,
    caption, subhead, rule, page. (A subhead is furniture for readers, and evidence of nothing.)"""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, order=True)
class Paragraph:
    """A run of content between line breaks or furniture; sentences and quotations never leave it (an unclosed quotation does)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence of content; ``paragraph`` is the index of its paragraph."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """Words between quotation marks. ``start``/``end`` hold the marks, ``inner_start``/``inner_end`` do not.

    ``closed`` is False where no closing mark was found: it then ends with its paragraph. ``continues`` is True where the
    next paragraph opens with a mark and goes on with the same quotation (a newspaper's way to quote over paragraphs).
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Something the text declares of itself. ``kind`` and ``value``:

    agency ("Associated Press": credit, dateline or copyright line), copyright (holder), byline (one row a name), contributor
    (name), reported from (name), outlet (its own name, as in a sign-off), citing (the outlet whose account is retold), relayed
    by (the outlet that retells), place (of the dateline), header date / published / modified (ISO), dateline date (``--08-24``:
    day and month of a dateline that has no year), picture (agency of a photo's credit: says nothing of the text), mentions outlet (one source among
    others: "according to Kyodo"), leans on (the one outlet that an article has most of its matter from), revision (a correction or update note).
    """

    kind: str
    value: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Layout:
    """All of it for one document, each list in text order."""

    document: Document
    furniture: tuple[Furniture, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    marks: tuple[Mark, ...] = ()

    def marked(self, kind: str) -> list[Mark]:
        return [m for m in self.marks if m.kind == kind]
