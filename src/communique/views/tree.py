"""A story in, its origins as trees out: which article is a copy or a later version of which, and why they are one account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.record import Record, Row
from .brief.accounts import account, dates, relation
from .shelf import Shelf, many, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One article; ``depth`` 0 is the first of its account. ``link``: copy, version or ''; ``shared``: share of its words taken."""

    article: str
    number: int
    label: str
    title: str
    depth: int
    parent: str | None
    link: str
    shared: float | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """One origin: nodes parents first. ``why`` are plain lines; ``order`` says how the order of writing was found, or that it is unknown."""

    origin: str
    name: str
    second_hand: bool
    nodes: tuple[Node, ...]
    why: tuple[str, ...]
    declared: tuple[str, ...]
    ordered: bool


def make(record: Record, story: Row) -> list[Tree]:
    """The trees of one story, the one with most articles first."""
    shelf = Shelf.of(record, story)
    return sorted((_tree(shelf, o) for o in shelf.origins.values()), key=lambda t: (-len(t.nodes), t.origin))


def _tree(shelf: Shelf, origin: Row) -> Tree:
    ids = [str(a) for a in many(origin.get("articles")) if str(a) in shelf.articles]
    parent = {a: next((str(p) for k in ("copy_of", "revises") if (p := shelf.articles[a].get(k)) and str(p) in ids), None) for a in ids}
    nodes: list[Node] = []
    for root in (a for a in ids if parent[a] is None):
        _walk(shelf, root, 0, ids, parent, nodes)
    return Tree(
        origin=origin.id,
        name=shelf.origin_name(origin.id),
        second_hand=bool(origin.get("second_hand")),
        nodes=tuple(nodes),
        why=tuple(filter(None, account(shelf, origin).note.split("; "))),
        declared=tuple(text_of(d) for d in many(origin.get("declared"))),
        ordered=bool(origin.get("order")) or len(ids) == 1,
    )


def _walk(shelf: Shelf, article: str, depth: int, ids: Sequence[str], parent: dict[str, str | None], nodes: list[Node]) -> None:
    if any(n.article == article for n in nodes):
        return
    row = shelf.articles[article]
    link = "copy" if row.get("copy_of") else "version" if row.get("revises") else ""
    shared = row.get("shared")
    note = "; ".join(filter(None, (relation(shelf, row), dates(row))))
    share = float(shared) if isinstance(shared, int | float) else None
    nodes.append(
        Node(
            article=article,
            number=shelf.numbers.get(article, 0),
            label=shelf.label(article),
            title=text_of(row.get("title")),
            depth=depth,
            parent=parent[article],
            link=link,
            shared=share,
            note=note,
        )
    )
    for child in (a for a in ids if parent[a] == article):
        _walk(shelf, child, depth + 1, ids, parent, nodes)
