"""Casefile and rows in, the rows of articles, origins and stories out. Nothing vanishes: each sentence is evidence, furniture, or left with a reason."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from ..model.actor import Actor
from ..model.article import Article
from ..model.casefile import Casefile, Story
from ..model.document import Stamp
from ..model.lineage import Origin
from ..model.passage import Passage
from ..model.record import Row, Value
from .cast_of import cast_of
from .leftover import leftover

ENDS = ".!?…\"”’'»)]"
AFTER_THE_END = frozenset({"copyright", "contributor", "credit", "rule"})


PLAIN = frozenset((str, int, float, bool, type(None), Actor))  # hold no passage


def gather(case: Casefile, rows: Sequence[Row]) -> list[Row]:
    """``rows`` are all other rows: what they rest on is not left over."""
    told = evidence(rows)
    out = [_article(case, i, a, told.get(i, [])) for i, a in case.articles.items()]
    return out + [_origin(case, o) for o in case.lineage.origins] + [_story(case, s) for s in case.stories]


def evidence(rows: Iterable[Row]) -> dict[str, list[tuple[int, int]]]:
    """Article id -> the spans that any row rests on, nested ones too."""
    out: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        todo: list[Value] = [*row.evidence, *row.slots.values()]
        while todo:
            v = todo.pop()
            if v.__class__ in PLAIN:
                continue
            if isinstance(v, Passage):
                out.setdefault(v.article, []).append((v.start, v.end))
            elif isinstance(v, tuple | list):
                todo.extend(v)
            elif isinstance(v, dict):
                todo.extend(v.values())
    return out


def complete(article: Article) -> bool | None:
    """Whether the text is whole: as declared; else True where its closing lines are there, False where it breaks off, None where nothing tells."""
    doc, layout = article.document, article.layout
    if doc.complete is not None or not layout.sentences:
        return doc.complete
    end = layout.sentences[-1].end
    if any(f.start >= end and f.kind in AFTER_THE_END for f in layout.furniture):
        return True
    return None if doc.text[end - 1] in ENDS else False


def _article(case: Casefile, i: str, a: Article, told: list[tuple[int, int]]) -> Row:
    doc, line = a.document, case.lineage
    story, whole = case.story_of(i), complete(a)
    slots: dict[str, Value] = {
        "source": doc.source, "url": doc.url, "outlet": outlet(a), "byline": _byline(a), "title": _title(a),
        "text_hash": hashlib.sha256(doc.text.encode("utf-8", "surrogatepass")).hexdigest(), "length": len(doc.text),
        "complete": "unknown" if whole is None else whole,
        "published": _stamp(a, doc.published, "published", "header date"), "modified": _stamp(a, doc.modified, "modified"),
        "first_seen": None, "fetched": None if doc.fetched is None else {"value": doc.fetched.value, "from": doc.fetched.came_from},
        "written_about": _written(case, i), "origin": case.origin(i), "copy_of": line.copy_of.get(i), "revises": line.revises.get(i),
        "shared": line.taken.get(i),
        "furniture": tuple({"start": f.start, "end": f.end, "kind": f.kind} for f in a.layout.furniture),
        "remainder": tuple({"start": p.start, "end": p.end, "reason": reason} for p, reason in leftover(a, told)),
        "notices": tuple(n.line() for n in a.notices),
    }  # fmt: skip
    return Row(list="articles", id=i, story=story.id if story else None, slots=slots)


def outlet(a: Article) -> str | None:
    return a.document.outlet or next((m.value for m in a.layout.marked("outlet")), None)


def _byline(a: Article) -> str | None:
    return a.document.byline or ", ".join(dict.fromkeys(m.value for m in a.layout.marked("byline"))) or None


def _title(a: Article) -> str | None:
    if a.document.title:
        return a.document.title
    found = next((f for f in a.layout.furniture if f.kind == "title"), None)
    return a.document.text[found.start : found.end].strip() if found else None


def _stamp(a: Article, declared: Stamp | None, *kinds: str) -> Value:
    """A moment and where it was read: the input's own field, else a mark in the text with its words."""
    if declared:
        return {"value": declared.value, "from": declared.came_from}
    found = next((m for k in kinds for m in a.layout.marked(k)), None)
    return {"value": found.value, "from": found.kind, "at": found.passage} if found else None


def _written(case: Casefile, i: str) -> Value:
    written = case.dating.written.get(i)
    if written is None:
        return None
    return {"day": written.day, "why": written.why, "evidence": written.passages, "contradicts": written.contradicts}


def _origin(case: Casefile, o: Origin) -> Row:
    edges = [e for e in case.lineage.edges if e.a in o.articles and e.b in o.articles]
    votes = [v for v in case.lineage.votes if v.earlier in o.articles]
    slots: dict[str, Value] = {
        "name": o.name, "articles": o.articles, "second_hand": o.second_hand, "via": o.via,
        "declared": o.declared, "inferred": not o.declared, "why": o.why, "basis": None, "order": case.lineage.order.get(o.id) or None,
        "edges": tuple({"kind": e.kind, "a": e.a, "b": e.b, "of_a": e.of_a, "of_b": e.of_b, "shared": e.shared, "why": e.why} for e in edges),
        "votes": tuple({"earlier": v.earlier, "later": v.later, "kind": v.kind, "weight": v.weight, "why": v.why, "evidence": v.passages} for v in votes),
    }  # fmt: skip
    lost = [h for h in case.lineage.hidden if h[1] in o.articles]
    slots["hidden"] = tuple({"a": a, "between": m, "b": b, "shared": n} for a, m, b, n in lost)
    stories = {s.id for s in case.stories if set(s.articles) & set(o.articles)}
    return Row(list="origins", id=o.id, story=min(stories) if len(stories) == 1 else None, slots=slots)


def _story(case: Casefile, s: Story) -> Row:
    slots: dict[str, Value] = {
        "title": s.title, "from": s.first, "to": s.last, "places": s.places, "actors": cast_of(case, s), "articles": s.articles,
        "origins": tuple(sorted({case.origin(i) for i in s.articles})), "redirects": (),
        "related": tuple({"relation": relation, "story": other} for relation, other in s.related),
    }  # fmt: skip
    return Row(list="stories", id=s.id, story=s.id, slots=slots)
