"""Any row of the record: what was read, every sentence it rests on, what people decided about it; and the form that corrects a value."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...model import deciding
from ...views import entry, listing
from ...views.shelf import Shelf, text_of
from ..answer import Answer, as_html, missing, refusal
from ..forms import refused, remember

DEEP = frozenset(
    "rule score origins articles accounts versions history about same utterance reviewed edited joined complete_texts cut_texts what expression anchor votes "
    "edges variants contexts withdrawn from to".split()
)


def page(request: Request) -> Answer:
    wanted = request.path_params["id"]
    desk = request.app.state.desk
    story = desk.story_of(wanted)
    record = desk.record(story) if story else None
    row = next((r for r in record.rows if r.id == wanted), None) if record else None
    if record is None or row is None:
        gone = desk.communique.store.withdrawn().get(wanted)
        return refusal(f"This row went with its source: {'; '.join(gone)}", 410) if gone else missing(f"row {wanted}")
    found = entry.make(record, row)
    home = next((s for s in record.of("stories") if s.id == row.story), None)
    line = listing.line(Shelf.of(record, home), row) if home else None
    deep = DEEP if row.list != "times" else DEEP - {"from", "to"}
    deep = deep if row.list != "disputes" else deep - {"about"}
    data = {
        "entry": found, "line": line, "decided": [j for j in desk.judgements() if wanted in j.about], "edited": row.get("edited"),
        "editable": deciding.slots(row),
        "plain_slots": [x for x in found.slots if x[0] not in deep], "deep_slots": [x for x in found.slots if x[0] in deep],
        "withdrawn": "; ".join(map(str, desk.communique.store.withdrawn().get(wanted, ()))),
    }  # fmt: skip
    title = text_of(row.get("on")) or (line.head if line else "") or f"{row.list} {wanted}"
    return Answer(template="row.html.j2", title=title, data=data)


async def correct(request: Request) -> Response:
    """An edit: a slot, its value, and the words of the article that carry it."""
    async with request.form(max_files=0, max_fields=20) as form:
        if stop := refused(request, form):
            return stop
        given = {k: str(form.get(k) or "").strip() for k in ("about", "slot", "value", "words", "by", "why")}
    try:
        await run_in_threadpool(lambda: request.app.state.desk.correct(**given))
    except ValueError as e:
        answer = refusal(f"The correction was not kept: {e}.", 400)
        return await run_in_threadpool(as_html, request, answer)
    return remember(RedirectResponse(f"/row/{given['about']}", 303), given["by"])
