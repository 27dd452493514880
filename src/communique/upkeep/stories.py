"""Accounts whose likenesses are others now in, the stories that have to be told again out; all other stories stay as they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date

from ..records.clusters import LARGE, STEP, UNIT, grouped
from ..records.stories import JOIN, KEEP, LOW, RELATED, Links, place_of, previews_apart, relation, story_id
from ..stores.ledger import Ledger
from .graph import Graph, Parts

LINKED = """SELECT DISTINCT p.story, p.first, p.ahead FROM units o JOIN alike a ON a.a = o.unit AND a.plain >= ?2 JOIN units u ON u.unit = a.b
  JOIN places p ON p.story = u.story WHERE o.story = ?1 AND u.story <> ?1"""
STORIES_OF = "SELECT unit, story FROM units WHERE unit IN (SELECT value FROM json_each(?))"


def regroup(graph: Graph, changed: Iterable[str], gone: Iterable[str]) -> tuple[set[str], set[str]]:
    """Cluster the parts that are touched. ``gone``: stories of accounts that are no more. The stories whose rows are to be made again, or to go, and the
    accounts whose stories others may be linked with otherwise.
    """
    ledger = graph.ledger
    dirty, renewed = set(gone), set(changed)
    relinked = set(renewed)
    for part in Parts(ledger, round(LOW * UNIT), STEP, LARGE, UNIT).again(graph.touched):
        homes = dict(ledger.all(STORIES_OF, json.dumps(part)))
        before = {s for s in homes.values() if s is not None}
        old = {s: tuple(units_of(ledger, s)) for s in before}
        now = groups_of(graph, part)
        changes = {s for s, units in now.items() if old.get(s) != units or renewed & set(units)}
        dirty |= changes | (before - now.keys())
        for s in changes:
            relinked |= set(now[s]) if placed(graph, s, now[s]) else {u for u in now[s] if homes[u] != s}
        ledger.many("UPDATE units SET part = ?, story = ? WHERE unit = ?", [(part[0], s, u) for s, units in now.items() for u in units])
    return dirty, relinked


def placed(graph: Graph, story: str, units: Iterable[str]) -> bool:
    """Note where a story stands in time; whether it stood elsewhere, or nowhere, before."""
    first, ahead = place_of([graph.unit(u).told for u in units])
    now = (first.isoformat() if first else "", int(ahead))
    if graph.ledger.all("SELECT first, ahead FROM places WHERE story = ?", story) == [now]:
        return False
    graph.ledger.run("INSERT OR REPLACE INTO places (story, first, ahead) VALUES (?, ?, ?)", story, *now)
    return True


def groups_of(graph: Graph, part: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Story -> its accounts, for one part."""
    units = {u: graph.unit(u) for u in part}
    pairs = {}
    for u in part:
        for b, v in graph.ledger.all("SELECT b, v FROM alike WHERE a = ? AND b > a", u):
            if b in units:
                pairs[u, b] = round(v * UNIT)
    told = {u: unit.told for u, unit in units.items()}
    groups = [g for c in grouped(part, pairs, join=JOIN, keep=KEEP) for g in previews_apart(c, told)]
    return {story_id(i for u in g for i in units[u].members): tuple(sorted(g)) for g in groups}


def links(ledger: Ledger, story: str) -> Links:
    """The stories that have to do with this one, and whether they stand before or after it."""
    own = ledger.all("SELECT first, ahead FROM places WHERE story = ?", story)
    found = ledger.all(LINKED, story, RELATED)
    return tuple(sorted((relation(_standing(*own[0]), _standing(first, ahead)), s) for s, first, ahead in found)) if own else ()


def _standing(first: str, ahead: int) -> tuple[date | None, bool]:
    return date.fromisoformat(first) if first else None, bool(ahead)


def beside(ledger: Ledger, units: Iterable[str]) -> set[str]:
    """The stories that may be linked with these accounts."""
    asked = "SELECT DISTINCT u.story FROM alike a JOIN units u ON u.unit = a.b WHERE a.a = ? AND a.plain >= ? AND u.story IS NOT NULL"
    return {s for u in units for s in ledger.column(asked, u, RELATED)}


def units_of(ledger: Ledger, story: str) -> list[str]:
    return ledger.column("SELECT unit FROM units WHERE story = ? ORDER BY unit", story)
