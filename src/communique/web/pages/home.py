"""The stories of a store, the one with most origins first; what was not read stands beside them."""

from __future__ import annotations

import json

from starlette.requests import Request

from ..answer import Answer

SHOWN = 100


def page(request: Request) -> Answer:
    desk = request.app.state.desk
    rows = [
        {
            "id": i,
            "title": str(title or ""),
            "from": str(first or ""),
            "to": str(last or ""),
            "articles": len(json.loads(str(articles or "[]"))),
            "origins": len(json.loads(str(origins or "[]"))),
        }
        for i, _, (title, first, last, articles, origins) in desk.columns("stories", "title", "from", "to", "articles", "origins")
    ]
    by = "day" if request.query_params.get("by") == "day" else "origins"
    rows.sort(key=lambda r: (-r["origins"], -r["articles"], r["id"]))
    if by == "day":
        rows.sort(key=lambda r: r["to"] or r["from"], reverse=True)
    start = int(q) if (q := request.query_params.get("start", "0")).isdigit() else 0
    notices = [n.line() for n in desk.communique.store.notices()]
    feed = [
        {
            "id": r["id"],
            "title": r["title"],
            "href": f"/story/{r['id']}",
            "updated": r["to"] or r["from"],
            "text": f"{r['articles']} articles, {r['origins']} origins",
        }
        for r in rows[:SHOWN]
    ]
    data = {
        "stories": rows[start : start + SHOWN],
        "total": len(rows),
        "start": start,
        "by": by,
        "step": SHOWN,
        "articles": sum(r["articles"] for r in rows),
        "origins": sum(r["origins"] for r in rows),
        "notices": notices,
    }
    return Answer(template="home.html.j2", title="Stories", data=data, table=rows, feed=feed)
