"""The queue of what a person should look at, and the form that answers; by keyboard y n m s u, ? for help."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...model.record import Record
from ...views import review as view
from ..answer import Answer, as_html
from ..desk import Desk
from ..forms import refused

STORIES = 50  # looked through for one queue
VERDICTS = {"y": "right", "n": "wrong", "s": "split"}
PAIR = {"y": "same", "n": "different"}


def page(request: Request) -> Answer:
    items = view.make(_share(request.app.state.desk), 50)
    skip = set(request.query_params.getlist("skip"))
    items = [i for i in items if i.about[0] not in skip]
    table = [{"about": " ".join(i.about), "question": i.question, "kind": i.kind} for i in items]
    return Answer(template="review.html.j2", title="Review", data={"items": items, "skip": sorted(skip)}, table=table)


def _share(desk: Desk) -> Record:
    """The stories that have a conflict or a maybe, and where those are few, others."""
    loud = [s for _, s, (kind, seen) in desk.columns("disagreements", "class", "reviewed") if s and kind != "compatible" and not seen]
    maybe = [s for _, s, (seen,) in desk.columns("candidates", "reviewed") if s and not seen]
    others = [s for name in ("meetings", "commitments", "disputes") for _, s, (seen,) in desk.columns(name, "reviewed") if s and not seen]
    return desk.record(list(dict.fromkeys([*loud, *maybe, *others]))[:STORIES])


async def submit(request: Request) -> Response:
    async with request.form(max_files=0, max_fields=20) as form:
        if stop := refused(request, form):
            return stop
        about = [str(a) for a in form.getlist("about")][:2]
        key, by, why = str(form.get("key") or ""), str(form.get("by") or "").strip()[:80], str(form.get("why") or "")[:500]
        verdict = (PAIR if len(about) == 2 else VERDICTS).get(key)
        if verdict is None or not about:
            back = "&".join(f"skip={a}" for a in about if a.isalnum())
            return RedirectResponse(f"/review?{back}", 303)
        try:
            await run_in_threadpool(lambda: request.app.state.desk.judge(verdict, about, by=by, why=why))
        except ValueError as e:
            answer = Answer(template="missing.html.j2", title="Not kept", data={"what": f"the judgement: {e}"}, status=400)
            return as_html(request, answer)
        after = str(form.get("then") or "/review")
        response = RedirectResponse(after if after.startswith("/") and not after.startswith("//") and "\\" not in after else "/review", 303)
        response.set_cookie("coder", by, samesite="strict", httponly=True)
        return response
