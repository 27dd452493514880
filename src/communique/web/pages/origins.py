"""The origins of one story as trees of copies and versions, each with why it is one account."""

from __future__ import annotations

from starlette.requests import Request

from ...model.record import Record
from ...views import spans, tree
from ..answer import Answer, missing, told

PAIRS, LONGEST = 60, 200_000  # texts compared on one page, characters of each


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
    feed = [told(n.article, f"[{n.number}] {n.label}: {t.name}", f"/article/{n.article}", found[1].get("to")) for t in trees for n in t.nodes]
    data = {"trees": trees, "story": wanted, "articles": sum(len(t.nodes) for t in trees), "shared": _shared(found[0], trees)}
    return Answer(template="origins.html.j2", title="Origins", data=data, table=table, feed=feed)


def _shared(record: Record, trees: list[tree.Tree]) -> dict[str, tuple[int, list[str]]]:
    """Article -> the number of the text that it was made of, and the longest runs of words that both hold."""
    number = {n.article: n.number for t in trees for n in t.nodes}
    out = {}
    for n in [n for t in trees for n in t.nodes][:PAIRS]:
        if n.parent in record.layouts and n.article in record.layouts:
            first, second = (record.layouts[str(i)].document.text for i in (n.parent, n.article))
            if runs := spans.shared(first[:LONGEST], second[:LONGEST]):
                out[n.article] = (number[str(n.parent)], runs)
    return out
