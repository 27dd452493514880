"""Rows with a history of reported states in, where accounts differ on how far a thing has come out.

A later account that tells of more is no quarrel; one that says it was done against one that says it failed is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...model.casefile import Casefile
from ...model.passage import Passage
from ...model.record import Row, Value
from .rows import Version, row

DONE = frozenset({"agreed", "signed", "in force", "under way", "reported done", "held"})
UNDONE = frozenset({"denied", "withdrawn", "lapsed", "cancelled", "did not happen"})
LISTS = ("commitments", "meetings")


def find(case: Casefile, rows: Sequence[Row]) -> list[Row]:
    out = []
    for r in rows:
        entries = _entries(r.get("history")) if r.list in LISTS else []
        made = _differ(case, r, entries) if len({s for s, _ in entries}) > 1 else None
        if made:
            out.append(made)
    return out


def _entries(history: Value) -> list[tuple[str, tuple[Passage, ...]]]:
    out = []
    for entry in history if isinstance(history, tuple | list) else ():
        if isinstance(entry, Mapping) and isinstance(entry.get("status"), str):
            found = entry.get("evidence")
            passages = tuple(p for p in found if isinstance(p, Passage)) if isinstance(found, tuple | list) else (found,) if isinstance(found, Passage) else ()
            if passages:
                out.append((str(entry["status"]), passages))
    return out


def _differ(case: Casefile, r: Row, entries: Sequence[tuple[str, tuple[Passage, ...]]]) -> Row | None:
    by_status: dict[str, list[Passage]] = {}
    for status, passages in entries:
        by_status.setdefault(status, []).extend(passages)
    versions = [Version(status, tuple(passages)) for status, passages in sorted(by_status.items())]
    origins = {v.value: set(v.origins(case)) for v in versions}
    verdict, why = _judge(case, versions, origins)
    if not verdict:
        return None
    on = str(r.get("topic") or r.get("action") or r.get("of") or r.get("form") or r.list)
    return row(case, on=on, kind="status", verdict=verdict, versions=versions, why=why, about=[r.id])


def _judge(case: Casefile, versions: Sequence[Version], origins: Mapping[str, set[str]]) -> tuple[str, str]:
    done = set().union(*(origins[s] for s in origins if s in DONE)) if origins else set()
    undone = set().union(*(origins[s] for s in origins if s in UNDONE)) if origins else set()
    if done and undone and not done & undone:
        return "conflict", "some say that it is done, others that it is not"
    moved = [o for o in set().union(*origins.values()) if sum(o in some for some in origins.values()) > 1 and _in_two_articles(case, o, versions)]
    if moved:
        return "revision", "one origin's later version tells of another state"
    return "", ""


def _in_two_articles(case: Casefile, origin: str, versions: Sequence[Version]) -> bool:
    """Whether the origin's states stand in different articles, not side by side in one."""
    told = [{i for i in v.articles() if case.origin(i) == origin} for v in versions]
    some = [t for t in told if t]
    return any(a and b and not a & b for n, a in enumerate(some) for b in some[n + 1 :])
