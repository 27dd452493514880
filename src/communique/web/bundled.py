"""Nothing in, the bundled sample as a read-only desk of its own out: what the tour shows can be opened, whatever the user's store holds."""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path
from types import SimpleNamespace

from starlette.requests import Request

from ..corridor import Communique
from .desk import Desk

FOLDER = Path(__file__).parents[1] / "sample"
_reading = threading.Lock()
_read: list[tuple[Desk, tempfile.TemporaryDirectory[str]]] = []  # the store goes with the process


def desk() -> Desk | None:
    """Read once a process, when the tour is first asked for; None where the sample was not installed."""
    with _reading:
        if not _read and FOLDER.is_dir():
            folder = tempfile.TemporaryDirectory(prefix="communique-sample-")
            where = str(Path(folder.name) / "bundled sample")
            with Communique(where) as room:
                room.add(sorted(p for p in FOLDER.rglob("*") if p.suffix in (".txt", ".jsonl")))
                room.refresh()
            _read.append((Desk(where, read_only=True, sample=True), folder))
    return _read[0][0] if _read else None


def asked_of(request: Request) -> Request | None:
    """The same request of the sample's desk; None as long as nobody took the tour."""
    return Request({**request.scope, "app": SimpleNamespace(state=SimpleNamespace(desk=_read[0][0]))}) if _read else None
