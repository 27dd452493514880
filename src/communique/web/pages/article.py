"""One article: its text with every reading marked quietly, furniture and remainder with their reason."""

from __future__ import annotations

from starlette.requests import Request

from ...views import article as view
from ...views.matrix import label
from ..answer import Answer, missing

SHOWN = 200_000  # characters on one page


def page(request: Request) -> Answer:
    wanted = request.path_params["id"]
    desk = request.app.state.desk
    story = desk.story_of(wanted)
    record = desk.record(story)
    found = view.make(record, wanted)
    if found is None:
        return missing(f"article {wanted}")
    start = int(q) if (q := request.query_params.get("from", "0")).isdigit() else 0
    runs = [r for r in found.runs if start <= r.start < start + SHOWN]
    labels = {r.id: f"{r.list.rstrip('s')}: {label(r)}" for r in record.rows if any(p.article == wanted for p in r.evidence)}
    more = start + SHOWN if found.runs and found.runs[-1].end > start + SHOWN else None
    title = str(found.row.get("title") or found.row.get("source") or wanted)
    data = {
        "article": found.row,
        "runs": runs,
        "shares": found.shares,
        "labels": labels,
        "story": story,
        "more": more,
        "slots": {k: found.row.get(k) for k in ("source", "url", "outlet", "byline", "published", "modified", "complete")},
    }
    return Answer(template="article.html.j2", title=title, data=data)
