"""Pairs of states, ranked by happenings; the graph is the same table drawn."""

from __future__ import annotations

import json

from starlette.requests import Request

from ...views import relations as view
from ..answer import Answer, told

PATHS = ('actor."$actor".country', 'recipient."$actor".country', "events", "cooperation", "conflict", 'actor."$actor".name', 'recipient."$actor".name')
SHOWN, DRAWN = 200, 40


def page(request: Request) -> Answer:
    desk = request.app.state.desk
    found, names = desk.keep(("relations",), lambda: _read(desk.columns("relations", *PATHS)))
    table = [{"a": r.a, "b": r.b, "happenings": r.happenings, "cooperation": r.cooperation, "conflict": r.conflict} for r in found]
    feed = [told(f"{r.a}-{r.b}", f"{r.a} – {r.b}: {r.happenings}", f"/pair/{r.a}/{r.b}") for r in found[:SHOWN]]
    data = {"relations": found[:SHOWN], "names": names, "edges": [(r.a, r.b, r.happenings) for r in found[:DRAWN]]}
    return Answer(template="relations.html.j2", title="Relations", data=data, table=table, feed=feed)


def _read(rows: list[tuple[str, str | None, tuple[str | float | None, ...]]]) -> tuple[list[view.Relation], dict[str, str]]:
    """The pairs, and what their states are called."""
    names = {str(code): str(name) for _, _, (a, b, _, _, _, x, y) in rows for code, name in ((a, x), (b, y)) if code and name}
    each = ((str(a or ""), str(b or ""), str(e or "[]"), float(up or 0), float(down or 0)) for _, _, (a, b, e, up, down, _, _) in rows)
    return view.make((a, b, len(json.loads(events)), up, down) for a, b, events, up, down in each), names
