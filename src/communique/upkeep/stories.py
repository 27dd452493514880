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
STORIES_OF = "SELECT DISTINCT story FROM units WHERE unit IN (SELECT value FROM json_each(?)) AND story IS NOT NULL"


def regroup(graph: Graph, changed: Iterable[str], gone: Iterable[str]) -> set[str]:
    """Cluster the parts that are touched. ``gone``: stories of accounts that are no more. The stories whose rows are to be made again, or to go."""
    ledger = graph.ledger
    dirty, renewed = set(gone), set(changed)
    for part, bar in Parts(ledger, round(LOW * UNIT), STEP, LARGE, UNIT).again(graph):
        before = set(ledger.column(STORIES_OF, json.dumps(part)))
        old = {s: tuple(units_of(ledger, s)) for s in before}
        now = groups_of(graph, part)
        changes = {s for s, units in now.items() if old.get(s) != units or renewed & set(units)}
        dirty |= changes | (before - now.keys())
        for s in changes:
            placed(graph, s, now[s])
        ledger.many("UPDATE units SET part = ?, bar = ?, story = ? WHERE unit = ?", [(part[0], bar, s, u) for s, units in now.items() for u in units])
    return dirty


def placed(graph: Graph, story: str, units: Iterable[str]) -> None:
    """Note where a story stands in time."""
    first, ahead = place_of([graph.unit(u).told for u in units])
    graph.ledger.run("INSERT OR REPLACE INTO places (story, first, ahead) VALUES (?, ?, ?)", story, first.isoformat() if first else "", int(ahead))


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


def units_of(ledger: Ledger, story: str) -> list[str]:
    return ledger.column("SELECT unit FROM units WHERE story = ? ORDER BY unit", story)
