"""A draft as read in, each of its quotations, names, dates and figures beside the record out.

``how``: same words, found, altered, other speaker, other value, second-hand only, not found. A finding is a place to look, not a verdict.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...model.actor import Actor
from ...model.article import Article
from ...model.passage import Passage
from ...model.record import Record, Row
from ..lines import Line
from ..shelf import Shelf, one_line
from ..statement import Piece, align
from .facts import dates, figures, names
from .quotes import Match, Texts
from .reported import alike, reported
from .words import run

SHORT = 3  # a quotation of fewer words is a phrase, not somebody's sentence
FINE = frozenset({"same words", "found"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing of the draft, on its line ``at`` (from 1). ``line`` is the record's nearest, with its citation; ``pieces`` the difference, word by word."""

    kind: str
    how: str
    start: int
    end: int
    text: str
    why: str = ""
    line: Line | None = None
    pieces: tuple[Piece, ...] = ()
    at: int = 0

    @property
    def needs_a_look(self) -> bool:
        return self.how not in FINE


def make(record: Record, article: Article) -> list[Finding]:
    """All findings, in the draft's order."""
    shelves = [Shelf.of(record, s) for s in record.of("stories")]
    out = _quotations(record, shelves, article)
    for kind, check in (("statement", reported), ("name", names), ("date", dates), ("figure", figures)):
        for passage, how, why, row in check(record, article):
            line = _cited(shelves, row, None) if row else None
            out.append(Finding(kind=kind, how=how, start=passage.start, end=passage.end, text=one_line(passage), why=why, line=line))
    text = article.document.text
    return sorted((replace(f, at=text.count("\n", 0, f.start) + 1) for f in out), key=lambda f: (f.start, f.end, f.kind))


def _quotations(record: Record, shelves: list[Shelf], article: Article) -> list[Finding]:
    texts, out = Texts(record), []
    said = {r.id: r for r in record.of("statements")}
    for q in article.layout.quotations:
        if q.inner_end > q.inner_start and len(run(article.document.text[q.inner_start : q.inner_end])) >= SHORT:
            out.append(_quotation(shelves, texts, list(said.values()), article, Passage(article.document, q.inner_start, q.inner_end)))
    return out


def _quotation(shelves: list[Shelf], texts: Texts, said: list[Row], article: Article, p: Passage) -> Finding:
    matches = texts.find(run(p.text))
    base = {"kind": "quotation", "start": p.start, "end": p.end, "text": one_line(p)}
    if not matches:
        return Finding(how="not found", why="no article has these words, or enough of them", **base)  # type: ignore[arg-type]
    best = matches[0]
    line = _cited(shelves, None, best.passage)
    other = _other_speaker(article, p, said, matches)
    if other:
        return Finding(how="other speaker", why=other, line=line, **base)  # type: ignore[arg-type]
    if not best.same:
        return Finding(how="altered", why=f"{best.ratio:.0%} of the words", line=line, pieces=align(one_line(best.passage), one_line(p)), **base)  # type: ignore[arg-type]
    if all(_second_hand(shelves, m.passage.article) for m in matches if m.same):
        return Finding(how="second-hand only", why="reached only through another outlet", line=line, **base)  # type: ignore[arg-type]
    return Finding(how="same words", line=line, **base)  # type: ignore[arg-type]


def _other_speaker(article: Article, p: Passage, said: list[Row], matches: list[Match]) -> str:
    """The name the record gives, where the draft gives another; '' where either names nobody."""
    said_here = (s.speaker for s in article.statements if s.speaker and any(c.start <= p.start < c.end for c in s.content))
    mine = next((a for a in said_here if a.name or a.as_written[:1].isupper()), None)
    if mine is None:
        return ""
    theirs = [
        a
        for m in matches
        if m.same or m.ratio > 0.8
        for r in said
        if isinstance(a := r.get("speaker"), Actor) and a.name and any(e.overlaps(m.passage) for e in r.evidence)
    ]
    if not theirs or any(alike(mine, a) for a in theirs):
        return ""
    return f"the record has {theirs[0].name}, the draft {mine.name or mine.as_written}"


def _second_hand(shelves: list[Shelf], article: str) -> bool:
    for shelf in shelves:
        row = shelf.origins.get(shelf.origin(article))
        if row is not None:
            return bool(row.get("second_hand"))
    return False


def _cited(shelves: list[Shelf], row: Row | None, p: Passage | None) -> Line:
    passages = [p] if p else list(row.evidence) if row else []
    shelf = next((s for s in shelves if passages and passages[0].article in s.articles), None)
    if shelf is None or not passages:
        return Line(row=row.id if row else "", words=one_line(passages[0]) if passages else "")
    return Line(
        row=row.id if row else "",
        words=one_line(shelf.sentence(min(passages))),
        cites=shelf.cites(passages),
        origins=len({shelf.origin(x.article) for x in passages}),
    )
