"""Somebody's decision about rows or readings: only ever added, taken back by another judgement."""

from __future__ import annotations

from dataclasses import dataclass

VERDICTS = ("same", "different", "split", "wrong", "right", "edit", "merge", "outlet", "not stated", "undo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """``about`` are ids (rows, readings, actors, articles); ``value`` is what an edit or an outlet's name sets, ``words`` the
    passage that carries it. ``when`` is ISO 8601 with time zone."""

    id: str
    verdict: str
    about: tuple[str, ...]
    by: str
    when: str
    why: str = ""
    slot: str | None = None
    value: str | None = None
