"""Words in, the rows and sentences that hold them out."""

from __future__ import annotations

from starlette.requests import Request

from ...views import search as view
from ..answer import Answer


def page(request: Request) -> Answer:
    words = request.query_params.get("q", "")[:200]
    desk = request.app.state.desk
    found = view.make(desk.record(), words) if words.strip() else []
    table = [{"row": x.row, "what": x.head, "words": x.words} for x in found]
    return Answer(template="search.html.j2", title=f"Search: {words}" if words else "Search", data={"words": words, "lines": found}, table=table)
