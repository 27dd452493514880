"""A record and a day (or "last") in, the articles that were known before it out: the page then shows what is new by fact.

A row is new where no article known before carries it: a copy that comes late brings nothing new.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from ...model.passage import Passage
from ...model.record import Record, Row
from ..shelf import Shelf, many, text_of

LAST = "last"
PAUSE = timedelta(minutes=10)  # articles that came in without such a pause came in together


def known_before(record: Record, since: str) -> frozenset[str]:
    """Articles written before that day (undated ones: seen before it); for "last" all but those that came in last, together."""
    rows = record.of("articles")
    if since == LAST:
        return _all_but_last({r.id: text_of(r.get("first_seen")) for r in rows})
    return frozenset(r.id for r in rows if (_day(r) or since) < since)


def only_new(shelf: Shelf, known: frozenset[str]) -> Shelf:
    """The shelf with the rows that no known article carries, and those that a new article moved on."""
    heard = {text_of(r.get("utterance")) for r in shelf.rows if r.list == "statements" and any(p.article in known for p in r.evidence)} - {""}
    return replace(shelf, rows=tuple(r for r in shelf.rows if _new(r, known) and text_of(r.get("utterance")) not in heard))


def _new(row: Row, known: frozenset[str]) -> bool:
    if row.list == "absences":  # that one account alone says so is no news
        return False
    if row.list == "disagreements":
        return any(isinstance(v, Mapping) and _fresh(v, known) for v in many(row.get("versions")))
    if all(p.article not in known for p in row.evidence):
        return True
    steps = [h for h in many(row.get("history")) if isinstance(h, Mapping)]
    before = {text_of(h.get("status")) for h in steps if not _fresh(h, known)}
    return any(_fresh(h, known) and text_of(h.get("status")) not in before for h in steps)


def _fresh(part: Mapping[str, object], known: frozenset[str]) -> bool:
    found = part.get("evidence")
    passages = [p for p in found if isinstance(p, Passage)] if isinstance(found, tuple) else []
    return bool(passages) and all(p.article not in known for p in passages)


def _day(row: Row) -> str:
    return next((d for slot in ("written_about", "published", "first_seen") if (d := text_of(row.get(slot)))), "")[:10]


def _all_but_last(seen: Mapping[str, str]) -> frozenset[str]:
    moments = sorted(filter(None, set(seen.values())), reverse=True)
    begins = moments[0] if moments else ""
    for earlier in moments[1:]:
        if datetime.fromisoformat(begins) - datetime.fromisoformat(earlier) > PAUSE:
            break
        begins = earlier
    return frozenset(a for a, m in seen.items() if m < begins)
