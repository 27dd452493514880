"""The stories of a store, the one with most origins first; what was not read stands beside them."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request

from ..answer import Answer, told
from ..desk import STORIES, Desk

SHOWN = 100


def page(request: Request) -> Answer:
    desk = request.app.state.desk
    by = "day" if request.query_params.get("by") == "day" else "origins"
    rows: list[dict[str, Any]] = desk.keep(("stories", by), lambda: _read(desk, by))
    counts = desk.keep(("counts",), lambda: (sum(r["articles"] for r in rows), sum(r["origins"] for r in rows)))
    start = int(q) if (q := request.query_params.get("start", "0")).isdecimal() and len(q) < 10 else 0
    notices = [n.line() for n in desk.communique.store.notices()]
    feed = [told(r["id"], r["title"], f"/story/{r['id']}", r["to"] or r["from"], f"{r['articles']} articles, {r['origins']} origins") for r in rows[:SHOWN]]
    data = {
        "stories": rows[start : start + SHOWN],
        "total": len(rows),
        "start": start,
        "by": by,
        "step": SHOWN,
        "articles": counts[0],
        "origins": counts[1],
        "notices": notices,
    }
    return Answer(template="home.html.j2", title="Stories", data=data, table=rows, feed=feed)


def _read(desk: Desk, by: str) -> list[dict[str, Any]]:
    """A line a story, most origins first, or newest first."""
    found = desk.columns(*STORIES)
    rows: list[dict[str, Any]] = [
        {
            "id": i, "title": str(title or ""), "from": str(first or ""), "to": str(last or ""),
            "articles": len(json.loads(str(articles or "[]"))), "origins": len(json.loads(str(origins or "[]"))),
        }
        for i, _, (title, first, last, articles, origins) in found
    ]  # fmt: skip
    if by == "day":
        return sorted(rows, key=lambda r: (str(r["to"] or r["from"]), str(r["id"])), reverse=True)
    return sorted(rows, key=lambda r: (-r["origins"], -r["articles"], r["id"]))
