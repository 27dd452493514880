"""Two minutes on the bundled sample: what an origin is, and how to check a line."""

from __future__ import annotations

from starlette.requests import Request

from ...views import brief, tree
from ...views.lines import Section
from .. import bundled
from ..answer import Answer, missing
from ..desk import Desk


def page(request: Request) -> Answer:
    desk = bundled.desk()
    found = desk.keep(("tour",), lambda: _sample(desk)) if desk else None
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


def _sample(desk: Desk) -> tuple[brief.Brief, list[tree.Tree]] | None:
    record = desk.record()
    stories = record.of("stories")
    if not stories:
        return None
    view = brief.make_all(record)[0]
    return view, tree.make(record, next(s for s in stories if s.id == view.story))
