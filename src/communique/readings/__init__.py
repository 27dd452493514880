"""Layout in, Article out: the reading room's one door, ``read(layout, parser)``; readers run in the order of READERS."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from ..errors import CommuniqueError
from ..model.article import Article, Person
from ..model.layout import Layout
from ..model.notice import Notice
from ..model.reading import Mention
from . import outside
from .entities import EntityTable
from .page import Page
from .parse import Parser

Reader = Callable[[Page], Any]

READERS = ("people", "times", "figures", "statements", "meetings", "commitments", "disputes", "frameworks", "assessments", "events")
PAGE = {f.name for f in fields(Page)}
KEPT = {f.name for f in fields(Article)}


def _reader(name: str) -> Reader | None:
    """A reader whose file is there (the rooms are being furnished: None where it is not yet)."""
    if importlib.util.find_spec(f"{__name__}.{name}") is None:
        return None
    found: Reader | None = getattr(importlib.import_module(f"{__name__}.{name}"), "read", None)
    return found


def read(layout: Layout, parser: Parser) -> Article:
    """Everything the readers find in one article; a reader that fails leaves a Notice, and the others go on."""
    page = Page.open(layout, parser)
    found: dict[str, tuple[Any, ...]] = {}
    mentions: list[Mention] = []
    notices: list[Notice] = []
    for name in READERS:
        try:
            reader = _reader(name)
            if reader is None:
                continue
            result = reader(page)
        except CommuniqueError:
            raise
        except Exception as e:  # noqa: BLE001  a reader's fault must not take the article with it; the test over the sample fails on the notice
            notices.append(Notice(layout.document.source, f"reader {name} failed: {type(e).__name__}: {e}", "report it with the article", skipped=False))
            continue
        rows, also = result if isinstance(result, tuple) and len(result) == 2 and isinstance(result[0], list | tuple) else (result, ())
        mentions.extend(also)
        if isinstance(rows, EntityTable):
            page = replace(page, entities=rows)
            found["people"] = named(page)
            continue
        in_order = tuple(sorted(rows, key=lambda r: (r.passage.key(), r.id)))
        if name in PAGE:
            filled: dict[str, Any] = {name: in_order}
            page = replace(page, **filled)
        if name in KEPT:
            found[name] = in_order
    _from_outside(page, found, notices)
    return Article(document=layout.document, layout=layout, mentions=tuple(mentions), notices=tuple(notices), **found)


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
