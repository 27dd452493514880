"""The stories of a store, the one with most origins first; what was not read stands beside them."""

from __future__ import annotations

from starlette.requests import Request

from ...views.shelf import many, text_of
from ..answer import Answer

SHOWN = 100


def page(request: Request) -> Answer:
    desk = request.app.state.desk
    record = desk.record(lists=("stories",))
    rows = [
        {
            "id": s.id, "title": text_of(s.get("title")), "from": text_of(s.get("from")), "to": text_of(s.get("to")), "articles": len(many(s.get("articles"))),
            "origins": len(many(s.get("origins"))),
        }
        for s in record.of("stories")
    ]  # fmt: skip
    rows.sort(key=lambda r: (-r["origins"], -r["articles"], r["id"]))
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
        "step": SHOWN,
        "articles": sum(r["articles"] for r in rows),
        "origins": sum(r["origins"] for r in rows),
        "notices": notices,
    }
    return Answer(template="home.html.j2", title="Stories", data=data, table=rows, feed=feed)
