"""What a listing command shares: --json, --jsonl, --csv, else text; and how rows go out."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from ..exports import csv_, listing_text
from ..model.record import Record, Row
from ..views.lines import Line
from . import desk, say

F = TypeVar("F", bound=Callable[..., Any])


def forms(command: F) -> F:
    """Adds the options; the command gets ``form``: text, json, jsonl or csv."""
    for name, what in (("csv", "The rows as CSV."), ("jsonl", "The rows, one JSON object a line."), ("json", "The rows as JSON.")):
        command = click.option(f"--{name}", "form", flag_value=name, help=what)(command)
    return command


def out(record: Record, rows: Sequence[Row], lines: Callable[[], list[Line]], form: str | None) -> int:
    """Rows as data, or the lines made of them as text. Exit code 4 where there is nothing."""
    if form:
        say.data(as_data(desk.plain(record, list(rows)), form))
        return say.DONE if rows else say.NOTHING
    made = lines()
    if not made:
        return say.fail("nothing found; leave an option out, or see `communique status` for what there is", say.NOTHING)
    say.data(listing_text.render(made, desk.width()))
    return say.DONE


def as_data(rows: list[dict[str, Any]], form: str) -> str:
    """Rows as JSON, JSON lines or CSV."""
    if form == "csv":
        return csv_.write(rows)
    if form == "jsonl":
        return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
    return say.json_text(rows)
