"""Pairs of states, ranked by happenings; the graph is the same table drawn."""

from __future__ import annotations

import json

from starlette.requests import Request

from ...views import relations as view
from ..answer import Answer

PATHS = ('actor."$actor".country', 'recipient."$actor".country', "events", "cooperation", "conflict")


def page(request: Request) -> Answer:
    rows = request.app.state.desk.columns("relations", *PATHS)
    found = view.make(
        (str(a or ""), str(b or ""), len(json.loads(str(events or "[]"))), float(up or 0), float(down or 0)) for _, _, (a, b, events, up, down) in rows
    )
    table = [{"a": r.a, "b": r.b, "happenings": r.happenings, "cooperation": r.cooperation, "conflict": r.conflict} for r in found]
    return Answer(
        template="relations.html.j2", title="Relations", data={"relations": found[:200], "edges": [(r.a, r.b, r.happenings) for r in found[:40]]}, table=table
    )
