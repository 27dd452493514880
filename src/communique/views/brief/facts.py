"""A shelf in, sections of facts out: meetings, what was agreed and wanted, disputes, what lies ahead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby

from ...model.passage import Passage
from ...model.record import Row
from ..lines import Line, Section
from ..shelf import Shelf, many, one_line, text_of, when

LIMIT = 8
WANTED = {"proposed", "asked for", "speculated"}
OVER = {"signed", "in force", "reported done", "withdrawn", "lapsed", "denied"}  # nothing of it lies ahead


def meetings(shelf: Shelf) -> Section:
    return section(
        shelf,
        "meetings",
        "Meetings",
        shelf.ranked("meetings"),
        lambda r: join(_names(r, "participants"), text_of(r.get("form")), text_of(r.get("place")), when(r.get("from")), text_of(r.get("status"))),
    )


def agreed(shelf: Shelf) -> Section:
    """Commitments with their history: who reported which status."""
    rows = [r for r in shelf.ranked("commitments") if r.get("status") not in WANTED]
    return section(shelf, "agreed", "Agreed, and how far it has got", rows, lambda r: join(_names(r, "parties"), text_of(r.get("status"))), _history)


def wanted(shelf: Shelf) -> Section:
    """What a side proposed or asked for, no more: under each side what it wants."""
    rows = [r for r in shelf.ranked("commitments") if r.get("status") in WANTED]
    return section(shelf, "wanted", "Wanted by a side", rows, lambda r: join(_names(r, "parties"), text_of(r.get("status"))), _history)


def disputed(shelf: Shelf) -> Section:
    return section(shelf, "disputed", "What stands between them", shelf.ranked("disputes"), lambda r: join(_names(r, "actors"), text_of(r.get("about"))))


def ahead(shelf: Shelf) -> Section:
    """Meetings planned and commitments due, by day; what was due before the story began, or is done, is history."""
    rows = [r for r in shelf.ranked("meetings") if r.get("status") in ("planned", "proposed")]
    rows += [r for r in shelf.ranked("commitments") if r.get("due") and r.get("status") not in OVER]
    began = text_of(shelf.story.get("from"))
    rows = [r for r in rows if not (day := _day(r)) or not began or day >= began[: len(day)]]
    rows.sort(key=lambda r: (_day(r) or "9999", r.id))
    return section(
        shelf, "ahead", "Ahead", rows, lambda r: join(_day(r), _names(r, "participants") or _names(r, "parties"), text_of(r.get("form") or r.get("status")))
    )


def _day(row: Row) -> str:
    return text_of(row.get("from") or row.get("due"))


def section(shelf: Shelf, key: str, title: str, rows: list[Row], head: Callable[[Row], str], note: Callable[[Shelf, Row], str] | None = None) -> Section:
    """A line for each of the first rows, with the sentence that says most of it."""
    lines = tuple(
        Line(
            row=r.id,
            head=head(r),
            words=one_line(shelf.telling(r, _latest(r))),
            note=note(shelf, r) if note else "",
            origins=shelf.attested(r),
            cites=shelf.cites(r.evidence),
            core=text_of(r.get("action")) or _own_words(r),
        )
        for r in rows[:LIMIT]
    )
    return Section(key=key, title=title, lines=lines, left_out=max(0, len(rows) - LIMIT))


def _own_words(row: Row) -> str:
    """The fewest words that the row rests on: they stand where its sentence is quoted already."""
    words = min((one_line(p) for p in row.evidence), key=len, default="") if row.list in ("meetings", "figures") else ""
    return words if row.list == "figures" or " " in words else ""


def _latest(row: Row) -> list[Passage]:
    """The words of the newest report of a commitment; of another row all."""
    last = next((h for h in reversed(many(row.get("history"))) if isinstance(h, Mapping) and h.get("evidence")), None)
    found = [p for p in many(last.get("evidence")) if isinstance(p, Passage)] if last else []
    return found or list(row.evidence)


def _history(shelf: Shelf, row: Row) -> str:
    steps: list[tuple[str, str]] = []
    for h in many(row.get("history")):
        if isinstance(h, Mapping):
            p = next((p for p in many(h.get("evidence")) if isinstance(p, Passage)), None)
            steps.append((text_of(h.get("status")), f"[{shelf.numbers.get(p.article, 0)}]" if p else ""))
    runs = [(status, "".join(dict.fromkeys(n for _, n in group))) for status, group in groupby(steps, key=lambda x: x[0])]
    dropped = [f"[{shelf.numbers.get(str(a), 0)}]" for a in many(row.get("dropped_in"))]
    condition = text_of(row.get("condition"))
    return "; ".join(
        filter(
            None,
            (
                ", then ".join(f"{status} {numbers}" for status, numbers in runs) if len(runs) > 1 else "",
                f"if: {condition}" if condition else "",
                f"left out, not withdrawn, in {', '.join(dropped)}" if dropped else "",
            ),
        )
    )


def _names(row: Row, slot: str) -> str:
    return ", ".join(dict.fromkeys(filter(None, (text_of(a) for a in many(row.get(slot))))))


def join(*parts: str) -> str:
    """``Norway, Sweden · talks · Oslo``."""
    return " · ".join(p for p in parts if p)
