"""A page in, the two states it is about out, where the text itself keeps joining the same two: "Peru and Chile", "between Lima and Santiago".

It tells who "both sides" are where a third state is named as often (the host, the mediator) but is never joined with either.
"""

from __future__ import annotations

import itertools
from collections import Counter
from weakref import WeakKeyDictionary

from ...model.actor import Actor
from ..entities import EntityTable, Naming
from ..page import Page

JOINTS = frozenset(("and", "-", "–", "and the", "and its", "with", "against", "versus"))
LONGEST = 12
AHEAD = 2.0  # how many times as heavy the pair must be as the next one
IN_TITLE = 4
_known: WeakKeyDictionary[EntityTable, tuple[Actor, ...]] = WeakKeyDictionary()


def main_pair(page: Page) -> tuple[Actor, ...]:
    """Two states, or nothing."""
    if page.entities not in _known:
        _known[page.entities] = _find(page)
    return _known[page.entities]


def _find(page: Page) -> tuple[Actor, ...]:
    joined: Counter[tuple[str, str]] = Counter()
    states: dict[str, Actor] = {}
    named = [n for n in page.entities.namings if n.actor.country and n.actor.kind in ("state", "person")]
    told = Counter(str(n.actor.country) for n in named)
    for n in named:
        if n.actor.kind == "state":
            states.setdefault(str(n.actor.country), n.actor)
    for a, b in itertools.pairwise(named):
        if a.actor.country != b.actor.country and _are_joined(page, a, b):
            one, two = sorted((str(a.actor.country), str(b.actor.country)))
            joined[one, two] += 1
    title = (page.document.title or "").lower()
    weight = {p: n * min(told[p[0]], told[p[1]]) + IN_TITLE * all(c in states and str(states[c].name).lower() in title for c in p) for p, n in joined.items()}
    top = sorted(weight.items(), key=lambda x: (-x[1], x[0]))[:2]
    if not top or (len(top) > 1 and top[0][1] < AHEAD * top[1][1]):
        return ()
    pair = tuple(states[c] for c in top[0][0] if c in states)
    return pair if len(pair) == len(top[0][0]) else ()


def _are_joined(page: Page, a: Naming, b: Naming) -> bool:
    between = page.document.text[a.end : b.start]
    if len(between) <= LONGEST and between.strip(" ,").lower() in JOINTS:
        return True
    text = page.document.text[max(0, a.start - 40) : b.start].lower()
    return "between" in text and " and " in between and len(between) < 5 * LONGEST and "." not in between
