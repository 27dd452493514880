"""A casefile in, its rows of ``assessments`` out: who holds what, one row for the same view of the same holder in all accounts that carry it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..model.assessments import AssessmentReading
from ..model.casefile import Casefile
from ..model.ids import make_id
from ..model.record import Row, Value

Placed = tuple[str, AssessmentReading]  # article, reading
NEAR = 0.6  # share of the shorter wording's words that two accounts of one view have in common


def gather(case: Casefile) -> list[Row]:
    """One row for each view."""
    blocks: dict[tuple[str, ...], list[Placed]] = defaultdict(list)
    for i, a in case.articles.items():
        story = case.story_of(i)
        for r in a.assessments:
            holder = case.actor(i, r.by).key if r.by is not None else ""
            blocks[story.id if story else i, r.sort, r.voice, holder, r.direction or ""].append((i, r))
    return [_row(case, group) for _, block in sorted(blocks.items()) for group in _groups(block)]


def _groups(block: Iterable[Placed]) -> list[list[Placed]]:
    """Views in near the same words; whatever their order of arrival."""
    groups: list[list[Placed]] = []
    for p in sorted(block, key=lambda x: (-len(x[1].value.text), x[1].id)):
        home = next((g for g in groups if _near(g[0][1], p[1])), None)
        (home.append(p) if home is not None else groups.append([p]))
    return groups


def _near(a: AssessmentReading, b: AssessmentReading) -> bool:
    first, second = (frozenset(w.strip(".,;:\"'“”’").lower() for w in r.value.text.split()) for r in (a, b))
    return len(first & second) >= NEAR * min(len(first), len(second))


def _row(case: Casefile, group: list[Placed]) -> Row:
    readings = sorted((r for _, r in group), key=lambda r: r.passage.key())
    article, first = group[0]
    actors = {a.key: a for i, r in group for x in r.actors for a in [case.actor(i, x)]}
    moment = case.dating.moments.get(first.when) if first.when else None
    story = case.story_of(article)
    slots: dict[str, Value] = {
        "by": case.actor(article, first.by) if first.by is not None else None, "voice": first.voice, "kind": first.sort,
        "actors": tuple(actors.values()), "value": first.value.text, "direction": first.direction, "outcome": None,
        "when": moment.value if moment else None, "origins": tuple(sorted({case.origin(i) for i, _ in group})), "rule": first.rule,
    }  # fmt: skip
    return Row(
        list="assessments", id=make_id("assessment", min(r.id for r in readings)), story=story.id if story else None,
        evidence=tuple(r.passage for r in readings), slots=slots,
    )  # fmt: skip
