"""A record in, one JSON object out, byte for byte the same for the same articles: ``write(record, with_text=True) -> str``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..model.actor import Actor
from ..model.passage import Passage
from ..model.record import LISTS, WITHOUT_EVIDENCE, Record, Row, Value

Plain = Any  # what json.dumps takes


def write(record: Record, *, with_text: bool = False, run: Mapping[str, Plain] | None = None) -> str:
    """The record as text. ``with_text`` lets full texts leave; else only the quoted passages do."""
    return json.dumps(whole(record, with_text=with_text, run=run), ensure_ascii=False, indent=1) + "\n"


def whole(record: Record, *, with_text: bool = False, run: Mapping[str, Plain] | None = None) -> dict[str, Plain]:
    """Every list of the schema, each sorted by id, and what made them."""
    origins = origins_of(record)
    out: dict[str, Plain] = {name: [] for name in LISTS}
    for r in sorted(record.rows, key=lambda r: r.id):
        out[r.list].append(row(r, origins))
    for a in out["articles"]:
        layout = record.layouts.get(a["id"])
        a["text"] = layout.document.text if with_text and layout else None
    out["notices"] = [n.line() for n in record.notices]
    out["run"] = dict(run or {})
    return out


def origins_of(record: Record) -> dict[str, str | None]:
    """Article id -> origin id."""
    return {r.id: _text(r.get("origin")) for r in record.of("articles")}


def row(r: Row, origins: Mapping[str, str | None]) -> dict[str, Plain]:
    """One row as the schema writes it."""
    out: dict[str, Plain] = {"id": r.id, "story": r.story}
    if r.list not in WITHOUT_EVIDENCE:
        out["evidence"] = [passage(p, origins) for p in sorted(set(r.evidence))]
    out["reviewed"] = None
    return out | {k: value(v, origins) for k, v in r.slots.items()}


def value(v: Value, origins: Mapping[str, str | None]) -> Plain:
    """What a slot holds, with passages and actors written out."""
    if isinstance(v, Passage):
        return passage(v, origins)
    if isinstance(v, Actor):
        return actor(v)
    if isinstance(v, Mapping):
        return {k: value(x, origins) for k, x in v.items()}
    if isinstance(v, tuple | list):
        return [value(x, origins) for x in v]
    if isinstance(v, float) and v.is_integer() and abs(v) < 2**53:
        return int(v)
    return v


def passage(p: Passage, origins: Mapping[str, str | None]) -> dict[str, Plain]:
    """``{"article", "origin", "start", "end", "text"}``."""
    return {"article": p.article, "origin": origins.get(p.article), "start": p.start, "end": p.end, "text": p.text}


def actor(a: Actor) -> dict[str, Plain]:
    """An actor as the schema writes it; members of a group below it."""
    out: dict[str, Plain] = {"id": a.id, "name": a.name, "kind": a.kind, "as_written": a.as_written, "role": a.role, "country": a.country}
    if a.sector:
        out["sector"] = a.sector
    if a.members:
        out["members"] = [actor(m) for m in a.members]
    return out


def _text(v: Value) -> str | None:
    return v if isinstance(v, str) else None
