"""What a page function returns, and how it becomes HTML, JSON, CSV or a feed: the same view under four suffixes."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from ..model.actor import Actor
from ..model.passage import Passage
from .render import render

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet runs a cell that begins so


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """``data`` fills the template and is what ``.json`` shows; ``table`` is the ``.csv`` of pages that are lists; ``feed`` their entries."""

    template: str
    title: str
    data: Mapping[str, Any] = field(default_factory=dict)
    table: Sequence[Mapping[str, Any]] | None = None
    feed: Sequence[Mapping[str, str]] | None = None
    status: int = 200


def missing(what: str) -> Answer:
    """The plain page for an id that the store does not have."""
    return Answer(template="missing.html.j2", title="Not found", data={"what": what}, status=404)


def refusal(why: str, status: int) -> Answer:
    """The plain page that says why something was not done or is not there."""
    return Answer(template="refusal.html.j2", title={400: "Not kept", 410: "Gone"}.get(status, "Not done"), data={"why": why}, status=status)


def told(id_: object, title: str, href: str, updated: object = "", text: str = "") -> dict[str, str]:
    """One entry of a feed."""
    return {"id": str(id_), "title": title, "href": href, "updated": str(updated or ""), "text": text}


def as_html(request: Request, answer: Answer) -> Response:
    page = render(answer.template, request, title=answer.title, has_csv=answer.table is not None, has_feed=answer.feed is not None, **answer.data)
    return Response(page, status_code=answer.status, media_type="text/html; charset=utf-8")


def as_json(request: Request, answer: Answer) -> Response:
    body = json.dumps({"title": answer.title, **{k: plain(v) for k, v in answer.data.items()}}, ensure_ascii=True, indent=1)
    return Response(body, status_code=answer.status, media_type="application/json")


def as_csv(request: Request, answer: Answer) -> Response:
    if answer.table is None:
        return Response("this page is no list\n", status_code=404, media_type="text/plain")
    out = io.StringIO()
    names = list(dict.fromkeys(k for row in answer.table for k in row))
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([cell(row.get(n)) for n in names] for row in answer.table)
    return Response(out.getvalue(), status_code=answer.status, media_type="text/csv; charset=utf-8")


def as_feed(request: Request, answer: Answer) -> Response:
    if answer.feed is None:
        return Response("this page has no feed\n", status_code=404, media_type="text/plain")
    body = render("feed.xml.j2", request, title=answer.title, entries=[{k: xml_safe(v) for k, v in e.items()} for e in answer.feed])
    return Response(body, media_type="application/atom+xml; charset=utf-8")


def cell(value: object) -> str:
    """One cell of a table: never a formula, never a line break or control character."""
    text = "".join(
        " " if c in "\n\r\t" else c for c in ("" if value is None else str(value)) if c in "\n\r\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs")
    )
    return f"'{text}" if text.startswith(FORMULA) else text


def xml_safe(text: str) -> str:
    """Text without the characters that XML does not allow."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs", "Cn"))


def plain(value: Any) -> Any:
    """A view as JSON has it: dataclasses and passages become objects."""
    if isinstance(value, Passage):
        return {"article": value.article, "start": value.start, "end": value.end, "text": value.text}
    if isinstance(value, Actor):
        return {"id": value.id, "name": value.name, "kind": value.kind, "as_written": value.as_written, "role": value.role, "country": value.country}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(v) for v in value]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
