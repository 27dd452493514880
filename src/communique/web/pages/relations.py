"""Pairs of states, ranked by happenings; the graph is the same table drawn."""

from __future__ import annotations

from starlette.requests import Request

from ...views import relations as view
from ..answer import Answer


def page(request: Request) -> Answer:
    found = view.make(request.app.state.desk.record(lists=("relations",)))
    table = [{"a": r.a, "b": r.b, "happenings": r.happenings, "cooperation": r.cooperation, "conflict": r.conflict, "origins": r.origins} for r in found]
    return Answer(
        template="relations.html.j2", title="Relations", data={"relations": found[:200], "edges": [(r.a, r.b, r.happenings) for r in found[:40]]}, table=table
    )
