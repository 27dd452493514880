"""The record of a pair of states: chronology, agreed, wanted, disputed, last met, ahead, months."""

from __future__ import annotations

from starlette.requests import Request

from ...views import pair as view
from ..answer import Answer, missing
from ..marks import reviewed

STORIES = 60  # newest stories on one page


def page(request: Request) -> Answer:
    a, b = request.path_params["a"].upper(), request.path_params["b"].upper()
    if not ((a + b).isascii() and a.isalpha() and b.isalpha() and len(a) == len(b) == 3) or a == b:
        return missing(f"pair {a} and {b}: give two ISO codes of three letters")
    known = request.query_params.get("known_by") or None
    record, older = request.app.state.desk.naming(a, b, most=STORIES)
    found = request.app.state.desk.keep(("pair", a, b, known), lambda: view.make(record, a, b, known))
    kinds = request.query_params.getlist("kind")
    since, until = request.query_params.get("from", ""), request.query_params.get("to", "")
    shown = [e for e in found.chronology if (not kinds or e.kind in (*kinds, "gap")) and since <= e.day and (not until or e.day[:10] <= until)]
    table = [{"day": e.day, "kind": e.kind, "what": e.line.head, "origins": e.line.origins, "row": e.line.row} for e in shown]
    feed = [{"id": e.line.row, "title": e.line.head, "href": f"/row/{e.line.row}", "updated": e.day, "text": e.line.note} for e in shown if e.line.row]
    return Answer(
        template="pair.html.j2",
        title=f"{found.names[0]} – {found.names[1]}",
        data={"pair": found, "entries": shown, "kinds": kinds, "older": older, "since": since, "until": until, "reviewed": reviewed(record)},
        table=table,
        feed=feed,
    )
