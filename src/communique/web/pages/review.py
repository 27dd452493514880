"""The queue of what a person should look at, and the form that answers; by keyboard y n m s u, ? for help."""

from __future__ import annotations

import re

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...model.judgement import standing
from ...model.record import Record
from ...views import review as view
from ..answer import Answer, as_html, refusal, told
from ..desk import Desk
from ..forms import coder, refused, remember

INSIDE = re.compile(r"/(row|people|statement|story)/[a-z0-9-]{1,40}")  # where a form may lead back to

STORIES = 50  # looked through for one queue
MOST = 50  # questions shown, and skipped ones remembered
VERDICTS = {"y": "right", "n": "wrong", "s": "split"}
PAIR = {"y": "same", "n": "different", "m": "merge"}
WORDS = {"y": "yes", "n": "no", "m": "merge", "s": "split", "u": "unclear, next"}


def page(request: Request) -> Answer:
    desk, q = request.app.state.desk, request.query_params
    blind = q.get("blind") == "1"
    me = coder(request)
    done = {frozenset(j.about) for j in standing(desk.judgements()) if not blind or j.by == me}
    skip = {s for s in q.getlist("skip")[:MOST] if s.isalnum()}
    key = ("queue", blind)
    made = desk.keep(key, lambda: view.make(_share(desk), 10 * MOST, blind=blind))
    items = [i for i in made if i.about[0] not in skip and frozenset(i.about) not in done]
    table = [{"about": " ".join(i.about), "question": i.question, "kind": i.kind} for i in items]
    feed = [told("-".join(i.about), i.question, "/review", text=" | ".join(s.words for s in i.sides)) for i in items[:MOST]]
    data = {"items": items[:MOST], "skip": sorted(skip), "blind": blind, "answers": WORDS}
    return Answer(template="review.html.j2", title="Review", data=data, table=table, feed=feed)


def _share(desk: Desk) -> Record:
    """The stories that have a conflict or a maybe, and where those are few, others."""
    loud = [s for _, s, (kind, seen) in desk.columns("disagreements", "class", "reviewed") if s and kind != "compatible" and not seen]
    maybe = [s for _, s, (seen,) in desk.columns("candidates", "reviewed") if s and not seen]
    wanted = list(dict.fromkeys([*loud, *maybe]))
    if len(wanted) < STORIES:
        others = (s for name in ("meetings", "commitments", "disputes") for _, s, (seen,) in desk.columns(name, "reviewed") if s and not seen)
        wanted = list(dict.fromkeys([*wanted, *others]))
    return desk.record(wanted[:STORIES])


async def submit(request: Request) -> Response:
    async with request.form(max_files=0, max_fields=100) as form:
        if stop := refused(request, form):
            return stop
        about = [str(a).strip() for a in form.getlist("about")][:2]
        key, by, why = str(form.get("key") or ""), str(form.get("by") or "").strip()[:80], str(form.get("why") or "")[:500]
        skip = [str(s) for s in form.getlist("skip") if str(s).isalnum()][:MOST]
        then, blind = str(form.get("then") or ""), form.get("blind") == "1"
    verdict = (PAIR if len(about) == 2 else VERDICTS).get(key)
    if not about:
        answer = refusal("The judgement was not kept: the form names no row. Answer a question of the review page.", 400)
        return await run_in_threadpool(as_html, request, answer)
    if key == "u":
        return RedirectResponse(_back([*skip, *(a for a in about[:1] if a.isalnum())], blind), 303)
    desk = request.app.state.desk
    try:
        if verdict is None:
            raise ValueError("this question has no such answer")
        await run_in_threadpool(lambda: desk.judge(verdict, [desk.known(a) for a in about], by=by, why=why))
    except ValueError as e:
        answer = refusal(f"The judgement was not kept: {e}.", 400)
        return await run_in_threadpool(as_html, request, answer)
    return remember(RedirectResponse(then if INSIDE.fullmatch(then) else _back(skip, blind), 303), by)


def _back(skip: list[str], blind: bool) -> str:
    query = "&".join([f"skip={s}" for s in skip[-MOST:]] + (["blind=1"] if blind else []))
    return f"/review?{query}" if query else "/review"
