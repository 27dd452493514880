"""The versions of one origin: facts first, before and after next to each other, and which copies still carry the old fact."""

from __future__ import annotations

from starlette.requests import Request

from ...views import brief, tree
from ...views.brief.differences import changes_of
from ...views.shelf import Shelf
from ..answer import Answer, missing


def page(request: Request) -> Answer:
    wanted = request.path_params["id"]
    desk = request.app.state.desk
    origins = desk.record(lists=("origins",)).of("origins")
    articles = next((o.get("articles") for o in origins if o.id == wanted), None)
    story = desk.story_of(str(articles[0])) if isinstance(articles, tuple) and articles else None
    found = desk.story(story) if story else None
    if found is None:
        return missing(f"origin {wanted}")
    shelf = Shelf.of(*found)
    wording = request.query_params.get("wording") == "1"
    lines = changes_of(shelf, wanted, wording=wording)
    trees = [t for t in tree.make(*found) if t.origin == wanted]
    table = [{"row": x.row, "what": x.head, "before": x.sides[0].words, "after": x.sides[1].words, "note": x.note} for x in lines]
    return Answer(
        template="versions.html.j2",
        title=f"Versions: {shelf.origin_name(wanted)}",
        data={"lines": lines, "trees": trees, "story": story, "wording": wording},
        table=table,
    )


__all__ = ["brief", "page"]
