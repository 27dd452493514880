"""Layout in, Article out: the reading room's one door, ``read(layout, parser)``; readers run in the order of READERS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from ..errors import CommuniqueError
from ..model.article import Article, Person
from ..model.layout import Layout
from ..model.notice import Notice
from ..model.reading import Mention
from . import assessments, commitments, disputes, events, figures, frameworks, meetings, outside, people, statements, times
from .page import Page
from .parse import Parser

Reader = Callable[[Page], Any]  # readings, or readings and mentions

READERS: tuple[tuple[str, Reader], ...] = (  # people are read before all of them: each asks who is meant
    ("times", times.read),
    ("figures", figures.read),
    ("statements", statements.read),
    ("meetings", meetings.read),
    ("commitments", commitments.read),
    ("disputes", disputes.read),
    ("frameworks", frameworks.read),
    ("assessments", assessments.read),
    ("events", events.read),
)
ON_PAGE = {f.name for f in fields(Page)}  # what later readers may ask for


def read(layout: Layout, parser: Parser) -> Article:
    """Everything the readers find in one article; a reader that fails leaves a Notice, and the others go on."""
    notices: list[Notice] = []
    page = Page.open(layout, parser)
    table = _try(layout, notices, "people", people.read, page)
    page = page if table is None else replace(page, entities=table)
    found: dict[str, tuple[Any, ...]] = {"people": named(page)}
    mentions: list[Mention] = []
    for name, reader in READERS:
        readings, also = _parted(_try(layout, notices, name, reader, page) or ())
        found[name] = tuple(sorted(readings, key=lambda r: (r.passage.key(), r.id)))
        mentions.extend(also)
        if name in ON_PAGE:
            filled: dict[str, Any] = {name: found[name]}
            page = replace(page, **filled)
    _from_outside(page, found, notices)
    return Article(document=layout.document, layout=layout, mentions=tuple(mentions), notices=tuple(notices), **found)


def _try(layout: Layout, notices: list[Notice], name: str, reader: Reader, page: Page) -> Any:
    try:
        return reader(page)
    except CommuniqueError:
        raise
    except Exception as e:  # noqa: BLE001  a reader's fault must not take the article with it; the test over the sample fails on the notice
        notices.append(Notice(layout.document.source, f"reader {name} failed: {type(e).__name__}: {e}", "report it with the article"))
        return None


def _parted(result: Any) -> tuple[Any, Any]:
    """Readings and mentions, from a reader that gives both or readings alone."""
    both = isinstance(result, tuple) and len(result) == 2 and isinstance(result[0], list | tuple)
    return result if both else (result, ())


def _from_outside(page: Page, found: dict[str, tuple[Any, ...]], notices: list[Notice]) -> None:
    """Add what outside readers bring and the gate lets in; our own reading of a passage stands before theirs."""
    for admitted in outside.read(page):
        notices += admitted.notices
        for kind in ("statements", "figures", "times"):
            own = found.get(kind, ())
            more = [r for r in admitted.readings if r.kind == kind[:-1] and not any(r.passage.overlaps(o.passage) for o in own)]
            found[kind] = tuple(sorted((*own, *more), key=lambda r: (r.passage.key(), r.id)))


def named(page: Page) -> tuple[Person, ...]:
    """Each actor of the entity table once, with every passage that names it."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for n in page.entities.namings:
        spans.setdefault(n.actor.key, []).append((n.start, n.end))
    return tuple(Person(actor=a, mentions=tuple(page.passage(s, e) for s, e in spans[a.key])) for a in page.entities.actors())
