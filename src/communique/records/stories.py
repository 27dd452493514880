"""Casefile in, stories out: ``tell(casefile)``. Which accounts are of one happening; the answer depends on the set of articles alone.

One vector for each account (its copies and versions together, so that forty reprints do not outweigh one original), likeness with
a soft weight of time, components, then average link. The bars were fixed on one set and tried on others by ``bench/stories_thresholds.py``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date

from ..model.casefile import Casefile, Story
from ..model.ids import make_id
from . import happenings
from .clusters import Pairs, clusters
from .happenings import Happening
from .near import likeness
from .titles import places, title
from .vectors import mean, vector

Links = tuple[tuple[str, str], ...]
LOW, JOIN, KEEP = 0.14, 0.14, 0.08
RELATED = 0.3  # plain likeness of the two likest accounts of stories that have to do with each other
EARLIEST = date.min  # undated accounts stand before the dated ones
FLOOR, WEEK = 0.4, 7.0
APART = -0.15  # two gatherings on other days: the likeness of a cluster falls by them, however alike the words


def tell(case: Casefile) -> tuple[Story, ...]:
    """The stories, sorted by id. Each article is in exactly one."""
    units = {o.articles[0]: o.articles for o in case.lineage.origins}
    vectors = {u: mean(of_article(case, i) for i in members) for u, members in units.items()}
    told = {u: happenings.happening(case, members) for u, members in units.items()}
    plain = likeness(vectors, sorted(units, key=lambda u: (min(told[u].days, default=EARLIEST), u)))
    groups = [g for c in clusters(sorted(units), weighted(plain, told), low=LOW, join=JOIN, keep=KEEP) for g in previews_apart(c, told)]
    made = [_story(case, [i for u in g for i in units[u]], list(g), told) for g in groups]
    links = _related(groups, [s.id for s in made], plain, told)
    done = [Story(id=s.id, title=s.title, articles=s.articles, first=s.first, last=s.last, places=s.places, related=links.get(s.id, ())) for s in made]
    return tuple(sorted(done, key=lambda s: s.id))


def of_article(case: Casefile, i: str) -> dict[str, float]:
    article = case.articles[i]
    text, rows = article.document.text, article.layout.sentences
    head = article.document.title or " ".join(text[f.start : f.end] for f in article.layout.furniture if f.kind == "title")
    return vector(head, " ".join(text[s.start : s.end] for s in rows))


def weighted(plain: Pairs, told: Mapping[str, Happening]) -> dict[tuple[str, str], float]:
    """Likeness after time: weeks apart counts less than half; gatherings on other days hardly at all."""
    out = {}
    for (a, b), v in plain.items():
        gap = happenings.days_between(told[a], told[b])
        weight = 1.0 if gap is None else FLOOR + (1 - FLOOR) * math.exp(-gap / WEEK)
        out[a, b] = APART if happenings.apart(told[a], told[b]) else round(v * weight, 6)
    return out


def previews_apart(group: Sequence[str], told: Mapping[str, Happening]) -> list[tuple[str, ...]]:
    """What looks ahead to a happening is a story of its own, where the group also has accounts of the happening."""
    ahead = tuple(u for u in group if told[u].preview)
    done = tuple(u for u in group if not told[u].preview)
    return [g for g in (done, ahead) if g]


def _story(case: Casefile, members: Sequence[str], units: Sequence[str], told: Mapping[str, Happening]) -> Story:
    ids = tuple(sorted(members))
    days = sorted(d.isoformat() for u in units for d in told[u].days)
    return Story(
        id=make_id("story", ids[0]), title=title(case, ids), articles=ids, first=days[0] if days else None, last=days[-1] if days else None,
        places=places(case, ids),
    )  # fmt: skip


def _related(groups: Sequence[Sequence[str]], ids: Sequence[str], plain: Pairs, told: Mapping[str, Happening]) -> dict[str, Links]:
    """Stories alike in words: "before" (a preview, an earlier meeting) and "after" where days tell, else "near"."""
    home = {u: n for n, g in enumerate(groups) for u in g}
    best: dict[tuple[int, int], float] = {}
    for (a, b), v in plain.items():
        m, n = sorted((home[a], home[b]))
        if m != n:
            best[m, n] = max(best.get((m, n), 0.0), v)
    out: dict[str, list[tuple[str, str]]] = {}
    for (m, n), v in sorted(best.items()):
        if v >= RELATED:
            order = _order([told[u] for u in groups[m]], [told[u] for u in groups[n]])
            out.setdefault(ids[m], []).append(("near" if order == 0 else "after" if order < 0 else "before", ids[n]))
            out.setdefault(ids[n], []).append(("near" if order == 0 else "before" if order < 0 else "after", ids[m]))
    return {i: tuple(sorted(v)) for i, v in out.items()}


def _order(left: Sequence[Happening], right: Sequence[Happening]) -> int:
    """-1 where the left story is the earlier."""
    ahead = (all(h.preview for h in left), all(h.preview for h in right))
    if ahead[0] != ahead[1]:
        return -1 if ahead[0] else 1
    days = [min((d for h in side for d in h.days), default=None) for side in (left, right)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return 0
    return -1 if days[0] < days[1] else 1
