"""Files or pasted text in, articles read out, with what was skipped and why."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path, PurePosixPath

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ..answer import Answer, as_html, refusal
from ..forms import refused

MOST = 200  # files in one go
PATIENCE = 4  # seconds that a form waits for its batch


def page(request: Request) -> Answer:
    job = request.app.state.desk.batch
    told = {k: getattr(job, k) for k in ("running", "read", "at", "added", "known", "lines", "failed")} if job else None
    return Answer(template="add.html.j2", title="Add", data={"job": told, "most": MOST})


async def submit(request: Request) -> Response:
    async with request.form(max_files=MOST, max_fields=20) as form:
        if stop := refused(request, form):
            return stop
        folder = Path(tempfile.mkdtemp(prefix="communique-"))
        paths = [await _kept(folder, n, f) for n, f in enumerate(form.getlist("files")) if isinstance(f, UploadFile) and f.filename]
        pasted = form.get("text")
        if isinstance(pasted, str) and pasted.strip():
            paths.append(folder / "pasted.txt")
            paths[-1].write_text(pasted, encoding="utf-8")
    return await run_in_threadpool(_begin, request, folder, paths)


def _begin(request: Request, folder: Path, paths: list[Path]) -> Response:
    """Start reading, wait a moment for small batches, then show how far it is."""
    desk = request.app.state.desk
    if not paths:
        shutil.rmtree(folder, ignore_errors=True)
        return as_html(request, refusal("Nothing was given: choose a file or paste a text.", 400))
    batch = desk.add(paths, folder, lambda: shutil.rmtree(folder, ignore_errors=True))
    if batch is None:
        shutil.rmtree(folder, ignore_errors=True)
        return as_html(request, refusal("Another batch is being read; add this one when it is done.", 409))
    batch.thread.join(PATIENCE)
    return RedirectResponse("/add", 303)


async def _kept(folder: Path, n: int, upload: UploadFile) -> Path:
    """A file under its own name: a name given by a browser is no path. A second one of that name gets a folder of its own."""
    name = PurePosixPath((upload.filename or "file").replace("\\", "/")).name.strip(". ") or "file"
    path = folder / "".join(c if c.isprintable() and c not in "/\0" else "_" for c in name)[:120]
    if path.exists():
        path = folder / str(n) / path.name
        path.parent.mkdir()
    with path.open("wb") as out:
        while chunk := await upload.read(1 << 20):
            out.write(chunk)
    return path
