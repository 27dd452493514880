"""What goes where: data to stdout, progress and notices to stderr: ``fail("no such store: x.db", 1) -> 1``."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from ..errors import CommuniqueError, UsageError
from ..model.notice import Notice

OUT = "communique-out"
SQLITE = b"SQLite format 3\0"
BESIDE = ("", "-wal", "-shm", "-journal")  # a store and the files that belong to it
DONE, FAILED, USAGE, SKIPPED, NOTHING = 0, 1, 2, 3, 4


def fail(line: str, code: int) -> int:
    """One plain line to stderr; the exit code back."""
    click.echo(f"communique: {line}", err=True)
    return code


def notices(found: Iterable[Notice]) -> None:
    """A line each to stderr."""
    progress_done()
    for n in found:
        click.echo(n.line(), err=True)


def data(text: str, end: str = "\n") -> None:
    """Text to stdout."""
    click.echo(text, nl=False)
    if not text.endswith("\n"):
        click.echo(end, nl=False)


def as_json(value: Any) -> None:
    """A value to stdout as JSON."""
    data(json_text(value))


def json_text(value: Any) -> str:
    """A value as JSON."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def to(out: str | None, text: str) -> None:
    """Text to a file, or to stdout where there is none (or ``-``)."""
    if out is None or out == "-":
        data(text)
        return
    try:
        if _is_store(Path(out)):
            raise UsageError(f"{out} is a store and would be lost", "give -o another file")
        if Path(out).parent.name == OUT:  # our own folder may be made; another that is not there is a slip
            Path(out).parent.mkdir(exist_ok=True)
        _write(Path(out), text)
    except OSError as e:
        raise CommuniqueError(f"{out} can't be written: {e.strerror}", "give -o another file") from e


def _is_store(out: Path) -> bool:
    """Whether it is the store of this call under any name, a file beside that store, or any other store."""
    ctx = click.get_current_context(silent=True)
    db = ctx.find_object(str) if ctx else None
    for kept in (base + end for base in (db, os.path.realpath(db)) for end in BESIDE) if db else ():
        if os.path.realpath(out) == os.path.realpath(kept) or (out.exists() and Path(kept).exists() and out.samefile(kept)):
            return True
    if not out.is_file():
        return False
    with out.open("rb") as f:
        return f.read(len(SQLITE)) == SQLITE


def _write(out: Path, text: str) -> None:
    """Whole or not at all: what stood there before stays where the new text does not fit."""
    if out.exists() and not out.is_file():  # a device or a pipe
        out.write_text(text, encoding="utf-8", errors="backslashreplace")
        return
    part = out.with_name(f".{out.name}.part")
    try:
        part.write_text(text, encoding="utf-8", errors="backslashreplace")
        part.replace(out)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def progress() -> Callable[[int, str], None] | None:
    """A line on the terminal that says what is being read; None (silence) where nobody watches."""
    if not at_terminal():
        return None

    def line(n: int, source: str) -> None:
        sys.stderr.write(f"\r\x1b[Kreading {n}: {source[-60:]}")
        sys.stderr.flush()

    return line


def progress_done() -> None:
    """Take the progress line away."""
    if at_terminal():
        sys.stderr.write("\r\x1b[K")


def at_terminal() -> bool:
    """Whether somebody watches stderr."""
    return sys.stderr.isatty()
