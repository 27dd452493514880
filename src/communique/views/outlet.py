"""A record and an outlet's name in, what it originates and what it copies out. No score."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.record import Record, Row
from .brief.accounts import dates
from .lines import Line
from .shelf import text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """``own`` are articles of accounts under its name, ``copied`` those that carry another's."""

    name: str
    own: tuple[Line, ...]
    copied: tuple[Line, ...]


def make(record: Record, name: str) -> Outlet | None:
    """None where no article is of that outlet."""
    rows = [r for r in record.of("articles") if text_of(r.get("outlet")).casefold() == name.casefold()]
    if not rows:
        return None
    origins = {o.id: text_of(o.get("name")) for o in record.of("origins")}
    lines = [(r, _line(r, origins)) for r in sorted(rows, key=lambda r: (text_of(r.get("published")), r.id))]
    own = {r.id for r in rows if not r.get("copy_of") and origins.get(str(r.get("origin")), "").casefold() in ("", name.casefold())}
    return Outlet(name=text_of(rows[0].get("outlet")), own=tuple(x for r, x in lines if r.id in own), copied=tuple(x for r, x in lines if r.id not in own))


def _line(row: Row, origins: dict[str, str]) -> Line:
    origin = origins.get(str(row.get("origin")), "")
    return Line(
        row=row.id,
        head=text_of(row.get("title")) or text_of(row.get("source")),
        note="; ".join(filter(None, (dates(row), f"account of {origin}" if origin else ""))),
    )
