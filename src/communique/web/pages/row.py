"""Any row of the record: all its slots, every sentence it rests on, and what people decided about it."""

from __future__ import annotations

from starlette.requests import Request

from ...views import entry
from ..answer import Answer, missing


def page(request: Request) -> Answer:
    wanted = request.path_params["id"]
    desk = request.app.state.desk
    record = desk.record(desk.story_of(wanted))
    row = next((r for r in record.rows if r.id == wanted), None)
    if row is None:
        return missing(f"row {wanted}")
    decided = [j for j in desk.judgements() if wanted in j.about]
    return Answer(template="row.html.j2", title=f"{row.list.rstrip('s')} {wanted}", data={"entry": entry.make(record, row), "decided": decided})
