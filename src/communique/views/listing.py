"""A record and the name of a list in, its rows as lines out, most attested first: ``make(record, "figures", about="killed")``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model.actor import Actor
from ..model.passage import Passage
from ..model.record import Record, Row, Value
from .figures import label as figure
from .lines import Line
from .matrix import label
from .shelf import Shelf, counted, many, name_of, not_found, one_line, spoken, text_of, when

TAGS = ("status", "mode", "stance", "kind", "class", "precision", "type", "state", "direction", "voice")
LESS = ("duration", "ordinal", "date range")  # kinds of figure that stand after the others
USUAL = ("said", "indirect", "direct", "exact", "about", "at least", "at most", "count", "measure", "percent", "money")  # what the line shows already
TIMES = ("when", "from", "month", "due")


def rows(record: Record, name: str, *, story: str | None = None, by: str | None = None, about: str | None = None) -> list[Row]:
    """The rows of a list: of one story, that name an actor, that hold words (case aside) where given; most attested first."""
    origin = {r.id: text_of(r.get("origin")) for r in record.of("articles")}
    found = [r for r in record.of(name, story) if (not by or names(r, by)) and (not about or holds(r, about))]
    return sorted(
        found, key=lambda r: (-len({origin.get(p.article) for p in r.evidence}), r.story or "", min((p.key() for p in r.evidence), default=(r.id, 0, 0)))
    )


def make(record: Record, found: Iterable[Row]) -> list[Line]:
    """Those rows as lines, each with its citations."""
    shelves: dict[str | None, Shelf] = {s.id: Shelf.of(record, s) for s in record.of("stories")}
    bare = Shelf.of(record, Row(list="stories", id="", slots={"articles": tuple(a.id for a in record.of("articles"))}))
    return [line(shelves.get(r.story, bare), r, *more) for r, *more in together(record, found)]


def together(record: Record, found: Iterable[Row]) -> list[list[Row]]:
    """Statements that carry one utterance in a row, the fullest first; every other row alone. Most attested first, counts before durations."""
    groups: dict[str, list[Row]] = {}
    for r in found:
        groups.setdefault(text_of(r.get("utterance")) or r.id, []).append(r)
    for rows in groups.values():
        rows.sort(key=lambda r: (-sum(len(p.text) for p in many(r.get("content")) if isinstance(p, Passage)), r.id))
    origin = {r.id: text_of(r.get("origin")) for r in record.of("articles")}
    ranked = enumerate(groups.values())
    attested = {id(rows): len({origin.get(p.article) for r in rows for p in r.evidence}) for rows in groups.values()}
    return [rows for _, rows in sorted(ranked, key=lambda x: (x[1][0].get("kind") in LESS, -attested[id(x[1])], x[0]))]


def line(shelf: Shelf, row: Row, *more: Row) -> Line:
    """One row as one line, with other rows of the same utterance."""
    evidence = [p for r in (row, *more) for p in r.evidence]
    origins = sorted({shelf.origin(p.article) for p in evidence} - {""})
    said_of = (*(text_of(row.get(t)) for t in TAGS), *(when(row.get(t)) for t in TIMES))
    tags = tuple(t for t in dict.fromkeys(filter(None, said_of)) if t not in USUAL and t != head(row))
    articles = counted(len({p.article for p in evidence}), "article")
    note = f"{articles}, {counted(len(origins), 'origin')}: {', '.join(map(shelf.origin_name, origins))}{_looked(row)}"
    sides = tuple(_version(shelf, v) for v in many(row.get("versions")) if isinstance(v, Mapping)) if row.list == "disagreements" else ()
    said = "" if sides else words(shelf, row)
    return Line(row=row.id, head=head(row), words=said, note=note, origins=len(origins), cites=shelf.cites(evidence), tags=tags, sides=sides)


def _looked(row: Row) -> str:
    """Of an absence, how many texts were read for it."""
    if row.list != "absences":
        return ""
    whole, cut = len(many(row.get("complete_texts"))), len(many(row.get("cut_texts")))
    return f"; {not_found(whole, cut)}"


def _version(shelf: Shelf, version: Mapping[str, Value]) -> Line:
    """One side of a disagreement: its value, who gives it, and the sentence."""
    passages = [p for p in many(version.get("evidence")) if isinstance(p, Passage)]
    origins = ", ".join(map(shelf.origin_name, sorted({shelf.origin(p.article) for p in passages})))
    said = one_line(shelf.sentence(min(passages))) if passages else ""
    return Line(row="", head=f"{text_of(version.get('value'))}: {origins}", words=said, cites=shelf.cites(passages))


def head(row: Row) -> str:
    """Who or what the row is about, made of its slots."""
    if row.list == "statements":
        return name_of(row.get("speaker")) or "speaker not resolved"
    if row.list == "figures":
        return figure(row)
    if row.list == "events":
        return " → ".join(filter(None, (text_of(row.get("actor")), text_of(row.get("recipient")))))
    if row.list == "meetings":
        return " · ".join(filter(None, (text_of(row.get(slot)) for slot in ("participants", "form", "place"))))
    if row.list == "commitments":
        return ": ".join(filter(None, (text_of(row.get("parties")), label(row))))
    if row.list == "disagreements":
        return text_of(row.get("on"))
    return text_of(row.get("kind")) if row.list == "absences" else label(row)


def words(shelf: Shelf, row: Row) -> str:
    """The article's words: what was said, else the sentence that says most of the row."""
    return spoken(row) if row.list == "statements" else one_line(shelf.telling(row))


def names(row: Row, wanted: str) -> bool:
    """Whether the row names an actor so: every word of ``wanted`` in the actor's name, words or country."""
    parts = wanted.casefold().split()
    return any(all(p in _called(a) for p in parts) for a in actors(row))


def actors(row: Row) -> list[Actor]:
    """Every actor in the slots of a row, members of groups included."""
    out: list[Actor] = []
    todo: list[Value] = list(row.slots.values())
    while todo:
        v = todo.pop()
        if isinstance(v, Actor):
            out.append(v)
            todo.extend(v.members)
        elif isinstance(v, tuple):
            todo.extend(v)
    return out


def holds(row: Row, wanted: str) -> bool:
    """Whether the row's words hold these."""
    return any(wanted.casefold() in p.text.casefold() for p in row.evidence) or wanted.casefold() in text_of(row.get("counts")).casefold()


def _called(a: Actor) -> str:
    return " ".join(filter(None, (a.name, a.as_written, a.country, a.role))).casefold()
