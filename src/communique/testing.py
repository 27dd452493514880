"""Words in, values for tests out: ``document("Japan and France agreed.")``, ``passage("Japan and France agreed.", "agreed")``."""

from __future__ import annotations

from .model.document import Document
from .model.layout import Layout, Paragraph, Sentence
from .model.passage import Passage
from .model.record import Record, Row, Value


def document(text: str, source: str = "a.txt", **known: object) -> Document:
    """A document with that text."""
    return Document.make(source=source, text=text, **known)  # type: ignore[arg-type]  # fields by name, as the caller gives them


def passage(text: str | Document, words: str) -> Passage:
    """The first place of ``words`` in the text; ValueError where they do not occur."""
    doc = document(text) if isinstance(text, str) else text
    start = doc.text.index(words)
    return Passage(doc, start, start + len(words))


def layout(doc: Document) -> Layout:
    """A layout that takes each line for a paragraph of one sentence."""
    lines: list[tuple[int, int]] = []
    start = 0
    for line in doc.text.splitlines(keepends=True):
        if line.strip():
            lines.append((start, start + len(line.rstrip())))
        start += len(line)
    sentences = tuple(Sentence(a, b, i) for i, (a, b) in enumerate(lines))
    return Layout(doc, paragraphs=tuple(Paragraph(a, b) for a, b in lines), sentences=sentences)


def row(name: str, evidence: Passage, story: str | None = None, **slots: Value) -> Row:
    """A row of the list ``name`` that rests on one passage."""
    return Row(list=name, id=f"{name[0]}{evidence.article[1:7]}{evidence.start}", story=story, evidence=(evidence,), slots=slots)


def record(*rows: Row) -> Record:
    """A record of those rows, with bare rows for the articles they cite."""
    docs = {p.article: p.document for r in rows for p in r.evidence}
    bare = [Row(list="articles", id=i, slots={"source": d.source, "origin": f"o{i[1:]}", "outlet": d.outlet}) for i, d in docs.items()]
    return Record(rows=tuple(sorted((*rows, *bare), key=lambda r: (r.list, r.id))), layouts={i: layout(d) for i, d in docs.items()})
