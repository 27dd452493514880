"""Every decision: by whom, when, why; each is taken back by one click, and stays in the log."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...model.judgement import standing
from ..answer import Answer, as_html
from ..forms import refused


def page(request: Request) -> Answer:
    found = request.app.state.desk.judgements()
    stands = {j.id for j in standing(found)}
    table = [
        {"id": j.id, "verdict": j.verdict, "about": " ".join(j.about), "by": j.by, "when": j.when, "why": j.why, "stands": j.id in stands}
        for j in reversed(found)
    ]
    feed = [{"id": j.id, "title": f"{j.verdict} by {j.by}", "href": "/log", "updated": j.when, "text": " ".join(j.about)} for j in reversed(found)]
    return Answer(template="log.html.j2", title="Log", data={"judgements": table}, table=table, feed=feed)


async def submit(request: Request) -> Response:
    async with request.form(max_files=0, max_fields=20) as form:
        if stop := refused(request, form):
            return stop
        about, by = str(form.get("about") or ""), str(form.get("by") or request.cookies.get("coder") or "").strip()[:80]
        try:
            await run_in_threadpool(lambda: request.app.state.desk.judge("undo", [about], by=by))
        except ValueError as e:
            return as_html(request, Answer(template="missing.html.j2", title="Not kept", data={"what": f"the undo: {e}"}, status=400))
    return RedirectResponse("/log", 303)
