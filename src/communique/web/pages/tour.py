"""Two minutes on the bundled sample: what an origin is, and how to check a line."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from starlette.requests import Request

from ...corridor import Communique
from ...views import brief, tree
from ...views.lines import Section
from ..answer import Answer, missing


def page(request: Request) -> Answer:
    found = _sample()
    if found is None:
        return missing("the bundled sample")
    view, trees = found
    sections = {s.key: s for s in view.sections}
    return Answer(
        template="tour.html.j2",
        title="Tour",
        data={"brief": view, "trees": trees, "differ": _top(sections.get("differ"), 2), "changed": _top(sections.get("changed"), 2)},
    )


def _top(section: Section | None, n: int) -> tuple[object, ...]:
    return section.lines[:n] if section else ()


@lru_cache(maxsize=1)
def _sample() -> tuple[brief.Brief, list[tree.Tree]] | None:
    folder = Path(__file__).parents[2] / "sample"
    if not folder.is_dir():
        return None
    with Communique(":memory:") as desk:
        desk.add(sorted(p for p in folder.rglob("*") if p.suffix in (".txt", ".jsonl")))
        record = desk.record()
    stories = record.of("stories")
    if not stories:
        return None
    view = brief.make_all(record)[0]
    return view, tree.make(record, next(s for s in stories if s.id == view.story))
