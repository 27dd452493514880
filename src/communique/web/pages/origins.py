"""The origins of one story as trees of copies and versions, each with why it is one account."""

from __future__ import annotations

from starlette.requests import Request

from ...views import tree
from ..answer import Answer, missing


def page(request: Request) -> Answer:
    wanted = request.path_params["id"]
    found = request.app.state.desk.story(wanted)
    if found is None:
        return missing(f"story {wanted}")
    trees = tree.make(*found)
    table = [
        {"origin": t.name, "article": n.article, "number": n.number, "label": n.label, "link": n.link, "parent": n.parent, "shared": n.shared}
        for t in trees
        for n in t.nodes
    ]
    return Answer(
        template="origins.html.j2", title="Origins", data={"trees": trees, "story": wanted, "articles": sum(len(t.nodes) for t in trees)}, table=table
    )
