"""Every decision: by whom, when, why; each is taken back by one click, and stays in the log."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...model.judgement import taken_back
from ..answer import Answer, as_html, refusal
from ..desk import Desk
from ..forms import coder, refused

SHOWN = 200


def page(request: Request) -> Answer:
    desk = request.app.state.desk
    found = desk.judgements()
    gone = taken_back(found)
    table = [
        {"id": j.id, "verdict": j.verdict, "about": " ".join(j.about), "by": j.by, "when": j.when, "why": j.why, "slot": j.slot, "value": j.value,
         "stands": j.id not in gone}
        for j in reversed(found)
    ]  # fmt: skip
    feed = [{"id": j.id, "title": f"{j.verdict} by {j.by}", "href": "/log", "updated": j.when, "text": " ".join(j.about)} for j in reversed(found[-SHOWN:])]
    shown = [{**x, "idle": x["stands"] and x["verdict"] not in ("undo", "merge") and not _answers(desk, str(x["about"]))} for x in table[:SHOWN]]
    return Answer(template="log.html.j2", title="Log", data={"judgements": shown, "total": len(table), "people": "p", "decisions": "j"}, table=table, feed=feed)


def _answers(desk: Desk, about: str) -> bool:
    """Whether the record has a row that one of the ids names."""
    return any(desk.story_of(i) for i in about.split())


async def submit(request: Request) -> Response:
    async with request.form(max_files=0, max_fields=20) as form:
        if stop := refused(request, form):
            return stop
        about, by = str(form.get("about") or ""), (str(form.get("by") or "") or coder(request)).strip()[:80]
    desk = request.app.state.desk
    try:
        await run_in_threadpool(lambda: desk.undo(about, by=by))
    except ValueError as e:
        answer = refusal(f"The undo was not kept: {e}.", 400)
        return await run_in_threadpool(as_html, request, answer)
    return RedirectResponse("/log", 303)
