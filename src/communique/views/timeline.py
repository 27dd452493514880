"""A record in, a dated chronology out: meetings, commitments, events, statements and due dates by day, gaps declared.

``make(record, states={"JPN", "KOR"}, known_by="2026-01-13")`` keeps what names both states and was written by that day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from ..model.actor import Actor
from ..model.record import Record, Row
from .lines import Line
from .listing import head
from .matrix import short
from .shelf import Shelf, counted, many, spoken, text_of

KINDS = ("meetings", "commitments", "disputes", "events", "statements")
GLYPHS = {"meetings": "◆", "commitments": "■", "disputes": "▲", "events": "●", "statements": "“"}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
GAP = 14  # days without an account before the gap is said


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the chronology; ``day`` may be as coarse as a year. ``gap`` entries say that nothing was collected between."""

    day: str
    kind: str
    glyph: str
    line: Line
    story: str


def make(
    record: Record, *, states: frozenset[str] = frozenset(), story: str | None = None, kinds: tuple[str, ...] = KINDS, known_by: str | None = None
) -> list[Entry]:
    """Entries in order of day; those without a day are left out (their number is the caller's to count)."""
    shelves = {s.id: Shelf.of(record, s) for s in record.of("stories") if story in (None, s.id)}
    entries = []
    for shelf in shelves.values():
        remarks: dict[tuple[str, str], Row] = {}
        for row in shelf.rows:
            day = day_of(row)
            if row.list in kinds and day and (not states or states <= states_of(row)) and known(shelf, row, known_by):
                if row.list != "statements":
                    entries.append(_entry(shelf, row, day))
                    continue
                told = remarks.setdefault((text_of(row.get("utterance")) or row.id, day), row)
                if told is not row:  # a remark is one line a day, however many articles have it
                    remarks[text_of(row.get("utterance")), day] = replace(told, evidence=(*told.evidence, *row.evidence))
        entries += [_entry(shelf, row, day) for (_, day), row in remarks.items()]
    return _with_gaps(sorted(entries, key=lambda e: (e.day, KINDS.index(e.kind) if e.kind in KINDS else 9, e.line.row)))


def day_of(row: Row) -> str:
    """The day of the happening. Of a promise the day that some account gives for it; where none does, the day of the first account."""
    for slot in ("from", "when"):
        if row.get(slot):
            return text_of(row.get(slot))
    history = [h for h in many(row.get("history")) if isinstance(h, Mapping)]
    given = [day for h in history if DAY.fullmatch(day := text_of(h.get("told_of"))[:10])]
    return min(given or filter(None, (text_of(h.get("when")) for h in history)), default="")


def states_of(row: Row) -> frozenset[str]:
    """ISO codes of the states whose actors the row names."""
    slots = ("participants", "parties", "actors", "actor", "recipient", "speaker", "addressee", "members")
    actors = [a for s in slots for a in many(row.get(s)) if isinstance(a, Actor)]
    return frozenset().union(*(a.states() for a in actors))


def known(shelf: Shelf, row: Row, by: str | None) -> bool:
    """Whether an article written by that day tells of it."""
    if by is None:
        return True
    days = [
        text_of(shelf.articles[p.article].get("written_about") or shelf.articles[p.article].get("published"))
        for p in row.evidence
        if p.article in shelf.articles
    ]
    return any(d and d[:10] <= by for d in days)


def _entry(shelf: Shelf, row: Row, day: str) -> Entry:
    tags = tuple(filter(None, (text_of(row.get("status")), text_of(row.get("type")))))
    n = shelf.attested(row)
    told = _told(row) if row.list == "statements" else head(row)
    line = Line(row=row.id, head=short(told, 160), note=counted(n, "origin"), origins=n, cites=shelf.cites(row.evidence), tags=tags)
    return Entry(day=day, kind=row.list, glyph=GLYPHS.get(row.list, "·"), line=line, story=shelf.story.id)


def _told(row: Row) -> str:
    """A quotation after its speaker's name; reported words name their speaker themselves."""
    return f"{head(row)}: “{spoken(row)}”" if row.get("mode") == "direct" else f"“{spoken(row)}”"


def _with_gaps(entries: list[Entry]) -> list[Entry]:
    out: list[Entry] = []
    for entry in entries:
        before = _day(out[-1].day) if out else None
        now = _day(entry.day)
        if before and now and (now - before).days > GAP:
            line = Line(row="", head=f"no account between {before.isoformat()} and {now.isoformat()} in this collection")
            out.append(Entry(day=before.isoformat(), kind="gap", glyph="", line=line, story=""))
        out.append(entry)
    return out


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
