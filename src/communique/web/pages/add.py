"""Files or pasted text in, articles read out, with what was skipped and why."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from ...errors import CommuniqueError
from ..answer import Answer, as_html
from ..forms import refused

MOST = 200  # files in one go


def page(request: Request) -> Answer:
    return Answer(template="add.html.j2", title="Add", data={"done": None})


async def submit(request: Request) -> Response:
    async with request.form(max_files=MOST, max_fields=20) as form:
        if stop := refused(request, form):
            return stop
        with tempfile.TemporaryDirectory() as folder:
            paths = [await _kept(Path(folder), n, f) for n, f in enumerate(form.getlist("files")) if isinstance(f, UploadFile) and f.filename]
            pasted = form.get("text")
            if isinstance(pasted, str) and pasted.strip():
                paths.append(Path(folder) / "pasted.txt")
                paths[-1].write_text(pasted, encoding="utf-8")
            done = await run_in_threadpool(_add, request, paths)
    return as_html(request, Answer(template="add.html.j2", title="Add", data={"done": done}))


def _add(request: Request, paths: list[Path]) -> dict[str, object]:
    if not paths:
        return {"added": 0, "known": 0, "lines": ["nothing was given; choose a file or paste a text"]}
    try:
        added, known, lines = request.app.state.desk.add(paths)
    except CommuniqueError as e:
        return {"added": 0, "known": 0, "lines": [str(e)]}
    folder = str(paths[0].parent)
    return {"added": added, "known": known, "lines": [line.replace(folder + "/", "") for line in lines]}


async def _kept(folder: Path, n: int, upload: UploadFile) -> Path:
    """A file of its own name in a folder of its own: a name given by a browser is no path."""
    name = PurePosixPath((upload.filename or "file").replace("\\", "/")).name.strip(". ") or "file"
    inside = folder / str(n)
    inside.mkdir()
    path = inside / "".join(c if c.isprintable() and c not in "/\0" else "_" for c in name)[:120]
    with path.open("wb") as out:
        while chunk := await upload.read(1 << 20):
            out.write(chunk)
    return path
