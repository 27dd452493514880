"""A casefile in, its rows of ``frameworks`` out: each standing arrangement with its members, applicant, condition and status."""

from __future__ import annotations

from collections import Counter

from ..model.actor import Actor
from ..model.casefile import Casefile
from ..model.ids import make_id
from ..model.record import Row, Value
from .same.frameworks import Placed, joined


def gather(case: Casefile) -> list[Row]:
    """One row for each arrangement of each story."""
    placed = []
    for i, a in case.articles.items():
        story = case.story_of(i)
        placed += [(story.id if story else i, i, r) for r in a.frameworks]
    return [_row(case, group) for group in joined(placed)]


def _row(case: Casefile, group: list[Placed]) -> Row:
    readings = [r for _, _, r in group]
    members = _members(case, group)
    applicants = [case.actor(i, r.applicant) for _, i, r in group if r.applicant is not None]
    condition = next((r.condition for r in readings if r.condition is not None), None)
    story = case.story_of(group[0][1])
    slots: dict[str, Value] = {
        "name": _most([r.name for r in readings]), "kind": readings[0].sort, "members": members,
        "status": _most([r.status for r in readings]), "applicant": _one(applicants), "condition": condition.text if condition else None,
        "origins": tuple(sorted({case.origin(i) for _, i, _ in group})), "rule": readings[0].rule,
    }  # fmt: skip
    return Row(
        list="frameworks", id=make_id("framework", min(r.id for r in readings)), story=story.id if story else None,
        evidence=tuple(r.passage for r in readings), slots=slots,
    )  # fmt: skip


def _members(case: Casefile, group: list[Placed]) -> tuple[Actor, ...]:
    """The members that at least half of the accounts which name any give it."""
    told = [{a.key: a for m in r.members for a in [case.actor(i, m)]} for _, i, r in group if r.members]
    counted = Counter(k for t in told for k in t)
    actors = {k: a for t in told for k, a in t.items()}
    return tuple(actors[k] for k, n in counted.items() if n * 2 >= len(told))


def _one(actors: list[Actor]) -> Actor | None:
    """The applicant, where the accounts name one only."""
    return actors[0] if len({a.key for a in actors}) == 1 else None


def _most(values: list[str | None]) -> str | None:
    counted = Counter(v for v in values if v)
    return min(counted.items(), key=lambda x: (-x[1], x[0]))[0] if counted else None
