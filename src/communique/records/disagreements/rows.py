"""Versions of one thing in, a row of ``disagreements`` out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model.casefile import Casefile
from ...model.ids import make_id
from ...model.passage import Passage
from ...model.record import Row, Value


@dataclass(frozen=True, slots=True)
class Version:
    """One value and the passages that carry it."""

    value: str
    passages: tuple[Passage, ...]

    def articles(self) -> tuple[str, ...]:
        return tuple(sorted({p.article for p in self.passages}))

    def origins(self, case: Casefile) -> tuple[str, ...]:
        return tuple(sorted({case.origin(i) for i in self.articles()}))


def row(case: Casefile, *, on: str, kind: str, verdict: str, versions: Sequence[Version], why: str, about: Iterable[str] = ()) -> Row:
    """``about``: ids of the rows that differ."""
    ordered = sorted(versions, key=lambda v: (-len(v.origins(case)), min(v.passages), v.value))
    evidence = tuple(sorted({p for v in ordered for p in v.passages}))
    story = case.story_of(evidence[0].article)
    told: tuple[Value, ...] = tuple(
        {"value": v.value, "origins": v.origins(case), "articles": v.articles(), "evidence": tuple(sorted(set(v.passages)))} for v in ordered
    )
    return Row(
        list="disagreements", id=make_id("disagreement", kind, on, *sorted({f"{p.article}:{p.start}" for p in evidence})),
        story=story.id if story else None, evidence=evidence,
        slots={"on": on, "kind": kind, "class": verdict, "versions": told, "why": why, "about": tuple(sorted(about))},
    )  # fmt: skip
