"""The versions of one origin: facts first, before and after next to each other, and which copies still carry the old fact."""

from __future__ import annotations

from starlette.requests import Request

from ...views import tree
from ...views import versions as view
from ...views.shelf import Shelf
from ...views.statement import Piece
from ..answer import Answer, missing, told


def page(request: Request) -> Answer:
    wanted = request.path_params["id"]
    desk = request.app.state.desk
    story = desk.story_of(wanted)
    found = desk.story(story) if story else None
    if found is None:
        return missing(f"origin {wanted}")
    shelf = Shelf.of(*found)
    wording = request.query_params.get("wording") == "1"
    steps = view.steps(shelf, wanted, wording=wording)
    trees = [t for t in tree.make(*found) if t.origin == wanted]
    changes = [(s, c, _text(c.old), _text(c.new)) for s in steps for c in s.changes]
    table = [
        {"row": c.row, "from": s.before, "to": s.after, "what": c.what, "before": old, "after": new, "old_words_in": " ".join(map(str, c.carried))}
        for s, c, old, new in changes
    ]
    feed = [told(c.row, f"{c.what}: {old} → {new}", f"/row/{c.row}", found[1].get("to")) for _, c, old, new in changes]
    data = {"steps": steps, "trees": trees, "story": story, "wording": wording}
    return Answer(template="versions.html.j2", title=f"Versions: {shelf.origin_name(wanted)}", data=data, table=table, feed=feed)


def _text(pieces: tuple[Piece, ...]) -> str:
    return " ".join(p.text for p in pieces)
