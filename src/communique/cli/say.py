"""What goes where: data to stdout, progress and notices to stderr: ``fail("no such store: x.db", 1) -> 1``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

import click

from ..model.notice import Notice

DONE, FAILED, USAGE, SKIPPED, NOTHING = 0, 1, 2, 3, 4


def fail(line: str, code: int) -> int:
    """One plain line to stderr; the exit code back."""
    click.echo(f"communique: {line}", err=True)
    return code


def notices(found: Iterable[Notice]) -> None:
    """A line each to stderr."""
    for n in found:
        click.echo(n.line(), err=True)


def data(text: str, end: str = "\n") -> None:
    """Text to stdout."""
    click.echo(text, nl=False)
    if not text.endswith("\n"):
        click.echo(end, nl=False)


def as_json(value: Any) -> None:
    """A value to stdout as JSON."""
    data(json.dumps(value, ensure_ascii=False, indent=1))


def at_terminal() -> bool:
    """Whether somebody watches stderr."""
    return sys.stderr.isatty()
