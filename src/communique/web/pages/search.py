"""Words in, the sentences that hold them all out, with the rows that rest on them."""

from __future__ import annotations

from starlette.requests import Request

from ...model.passage import Passage
from ...views.lines import Line
from ...views.shelf import Shelf, one_line
from ..answer import Answer, told

MOST = 50


def page(request: Request) -> Answer:
    words = request.query_params.get("q", "")[:200]
    desk = request.app.state.desk
    found = desk.communique.store.search(words, MOST) if words.strip() else []
    record = desk.record({f.story for f in found if f.story})
    shelves = {s.id: Shelf.of(record, s) for s in record.of("stories")}
    lines = [_line(shelves[f.story], f.sentence, f.rows) for f in found if f.story in shelves]
    table = [{"row": x.row, "what": x.head, "words": x.words} for x in lines]
    first = [(x, x.cites[0]) for x in lines]
    feed = [told(f"{c.article}-{c.start}", x.words, f"/article/{c.article}#c{c.start}", text=x.head) for x, c in first]
    data = {"words": words, "lines": lines, "most": MOST}
    return Answer(template="search.html.j2", title=f"Search: {words}" if words else "Search", data=data, table=table, feed=feed)


def _line(shelf: Shelf, sentence: Passage, rows: tuple[tuple[str, str], ...]) -> Line:
    kinds = ", ".join(dict.fromkeys(name.rstrip("s") for name, _ in rows if name != "times"))
    row = next((i for name, i in rows if name != "times"), "")
    return Line(row=row, head=kinds, words=one_line(sentence), note=shelf.story.id, origins=1, cites=(shelf.cite(sentence),))
