"""One article: its text with every reading marked quietly, furniture and remainder with their reason."""

from __future__ import annotations

import re

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...model.record import LISTS, Row
from ...views import article as view
from ...views.brief.accounts import dates
from ...views.matrix import label
from ...views.shelf import text_of
from ..answer import Answer, as_html, missing, refusal
from ..forms import refused, remember

SPAN = re.compile(r"(\d{1,9})-(\d{1,9})$")
SHOWN = 200_000  # characters on one page


def page(request: Request) -> Answer:
    wanted = request.path_params["id"]
    desk = request.app.state.desk
    story = desk.story_of(wanted)
    record = desk.record(story) if story else None
    found = view.make(record, wanted) if record else None
    if record is None or found is None:
        return missing(f"article {wanted}")
    q = request.query_params
    at = (int(m[1]), int(m[2])) if (m := SPAN.match(q.get("at", ""))) else None
    start = int(q["from"]) if q.get("from", "").isdecimal() and len(q["from"]) < 10 else (at[0] // SHOWN * SHOWN if at else 0)
    runs = [r for r in found.runs if start <= r.start < start + SHOWN]
    here = sorted((r for r in record.rows if any(p.article == wanted for p in r.evidence)), key=lambda r: min(r.evidence).key())
    labels = {r.id: f"{r.list.rstrip('s')}: {label(r)}" for r in here}
    data = {
        "article": found.row, "runs": runs, "shares": found.shares, "labels": labels, "story": story, "at": at, "slots": _slots(found.row),
        "groups": [(kind, [(r.id, label(r)) for r in here if r.list == kind]) for kind in LISTS if any(r.list == kind for r in here)],
        "left": [r for r in runs if r.part == "remainder" and r.text.strip()],
        "more": start + SHOWN if found.runs and found.runs[-1].end > start + SHOWN else None,
    }  # fmt: skip
    return Answer(template="article.html.j2", title=_title(found.row), data=data)


def _title(row: Row) -> str:
    return text_of(row.get("title")) or text_of(row.get("source")).rsplit("/", 1)[-1] or row.id


def _slots(row: Row) -> list[tuple[str, str]]:
    """What the article says of itself, in words."""
    whole = "no, the text is cut" if row.get("complete") is False else "as far as can be told" if row.get("complete") is True else "not known"
    told = {
        "outlet": text_of(row.get("outlet")), "address": text_of(row.get("url")), "file": text_of(row.get("source")), "by": text_of(row.get("byline")),
        "dated": dates(row).removeprefix("dated "), "changed": text_of(row.get("modified")), "complete": whole,
    }  # fmt: skip
    return [(k, v) for k, v in told.items() if v]


async def outlet(request: Request) -> Response:
    """A person names the outlet of an article."""
    async with request.form(max_files=0, max_fields=20) as form:
        if stop := refused(request, form):
            return stop
        about, value, by, why = (str(form.get(k) or "").strip()[:200] for k in ("about", "value", "by", "why"))
    desk = request.app.state.desk
    try:
        await run_in_threadpool(lambda: desk.judge("outlet", [desk.known(about)], by=by[:80], why=why, value=value))
    except ValueError as e:
        answer = refusal(f"The name was not kept: {e}.", 400)
        return await run_in_threadpool(as_html, request, answer)
    return remember(RedirectResponse(f"/article/{about}", 303), by[:80])
