"""Casefile in, stories out: ``tell(casefile)``. Which accounts are of one happening; the answer depends on the set of articles alone.

One vector for each account (its copies and versions together, so that forty reprints do not outweigh one original), likeness with
a soft weight of time, components, then average link. The bars were fixed on one set and tried on others by ``bench/stories_thresholds.py``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..model.casefile import Casefile, Story
from ..model.ids import make_id
from . import happenings
from .accounts import of_account, of_article
from .clusters import Pairs, clusters
from .happenings import Happening
from .near import likeness
from .titles import places, title
from .vectors import Vector

Links = tuple[tuple[str, str], ...]
Group = tuple[str, ...]  # of accounts
Standing = tuple[date | None, bool]  # the first day of a story, and whether all of it looks ahead
LOW, JOIN, KEEP = 0.10, 0.14, 0.08
RELATED = 0.3  # plain likeness of the two likest accounts of stories that have to do with each other
EARLIEST = date.min  # undated accounts stand before the dated ones
FLOOR, WEEK = 0.4, 7.0
APART = -0.15  # two gatherings on other days: the likeness of a cluster falls by them, however alike the words


@dataclass(frozen=True, slots=True)
class Account:
    """What grouping needs of one account: what it is about, and what happened when."""

    vector: Vector
    told: Happening


def tell(case: Casefile) -> tuple[Story, ...]:
    """The stories, sorted by id. Each article is in exactly one."""
    units = {o.articles[0]: o.articles for o in case.lineage.origins}
    accounts = {u: account(case, members) for u, members in units.items()}
    plain = likeness({u: a.vector for u, a in accounts.items()}, sorted(accounts, key=lambda u: place(accounts[u], u)))
    told = {u: a.told for u, a in accounts.items()}
    parts = clusters(sorted(units), weighted(plain, told), low=LOW, join=JOIN, keep=KEEP)
    groups = [g for c in parts for g in previews_apart(c, told)]
    ids = {g: story_id(i for u in g for i in units[u]) for g in groups}
    links = related(groups, ids, plain, told)
    made = [story(case, [i for u in g for i in units[u]], [told[u] for u in g], links.get(ids[g], ())) for g in groups]
    return tuple(sorted(made, key=lambda s: s.id))


def account(case: Casefile, members: Sequence[str]) -> Account:
    """One account as grouping sees it."""
    return Account(vector=of_account(of_article(case.articles[i]) for i in members), told=happenings.happening(case, members))


def place(account: Account, u: str) -> tuple[date, str]:
    """Where an account stands in time among those that share a word with it."""
    return min(account.told.days, default=EARLIEST), u


def story_id(articles: Iterable[str]) -> str:
    return make_id("story", min(articles))


def weighted(plain: Pairs, told: Mapping[str, Happening]) -> dict[tuple[str, str], float]:
    """Likeness after time: weeks apart counts less than half; gatherings on other days hardly at all."""
    out = {}
    for (a, b), v in plain.items():
        out[a, b] = weigh(v, told[a], told[b])
    return out


def weigh(plain: float, a: Happening, b: Happening) -> float:
    """One likeness after time."""
    if happenings.apart(a, b):
        return APART
    gap = happenings.days_between(a, b)
    return round(plain * (1.0 if gap is None else FLOOR + (1 - FLOOR) * math.exp(-gap / WEEK)), 6)


def previews_apart(group: Sequence[str], told: Mapping[str, Happening]) -> list[tuple[str, ...]]:
    """What looks ahead to a happening is a story of its own, where the group also has accounts of the happening."""
    ahead = tuple(u for u in group if told[u].preview)
    done = tuple(u for u in group if not told[u].preview)
    return [g for g in (done, ahead) if g]


def story(case: Casefile, members: Iterable[str], told: Sequence[Happening], links: Links = ()) -> Story:
    """One story, its title and places quoted from its articles."""
    ids = tuple(sorted(members))
    days = sorted(d.isoformat() for h in told for d in h.days)
    return Story(
        id=story_id(ids), title=title(case, ids), articles=ids, first=days[0] if days else None, last=days[-1] if days else None,
        places=places(case, ids), related=links,
    )  # fmt: skip


def related(groups: Sequence[Group], ids: Mapping[Group, str], plain: Pairs, told: Mapping[str, Happening]) -> dict[str, Links]:
    """Stories alike in words: "before" (a preview, an earlier meeting) and "after" where days tell, else "near"."""
    home = {u: g for g in groups for u in g}
    pairs = {tuple(sorted((home[a], home[b]))) for (a, b), v in plain.items() if v >= RELATED and home[a] != home[b]}
    out: dict[str, list[tuple[str, str]]] = {}
    for m, n in pairs:
        left, right = place_of([told[u] for u in m]), place_of([told[u] for u in n])
        out.setdefault(ids[m], []).append((relation(left, right), ids[n]))
        out.setdefault(ids[n], []).append((relation(right, left), ids[m]))
    return {i: tuple(sorted(v)) for i, v in out.items()}


def relation(own: Standing, other: Standing) -> str:
    """What another story is to one: before it, after it, near it."""
    if own[1] != other[1]:
        return "after" if own[1] else "before"
    if own[0] is None or other[0] is None or own[0] == other[0]:
        return "near"
    return "after" if own[0] < other[0] else "before"


def place_of(told: Sequence[Happening]) -> Standing:
    """The first day of a story, and whether all of it looks ahead: what puts it before or after another."""
    return min((d for h in told for d in h.days), default=None), all(h.preview for h in told)
