"""Somebody's decision about rows or readings: only ever added, taken back by another judgement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .ids import make_id

VERDICTS = ("same", "different", "split", "wrong", "right", "edit", "merge", "outlet", "not stated", "undo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """``about`` are ids of rows, actors or articles, or, for ``undo``, of one judgement.

    ``slot`` and ``value`` are what an edit sets (``outlet``: value alone); ``words`` is (article, start, end) of the passage that
    carries it, without which an edit can't be made. ``when`` is ISO 8601 with time zone.
    """

    id: str
    verdict: str
    about: tuple[str, ...]
    by: str
    when: str
    why: str = ""
    slot: str | None = None
    value: str | None = None
    words: tuple[str, int, int] | None = None

    @classmethod
    def make(
        cls,
        verdict: str,
        about: Iterable[str],
        *,
        by: str,
        when: str,
        why: str = "",
        slot: str | None = None,
        value: str | None = None,
        words: tuple[str, int, int] | None = None,
    ) -> Judgement:
        """ValueError where the verdict is unknown, lacks what it needs, or nobody signs it."""
        ids = tuple(about)
        if verdict not in VERDICTS:
            raise ValueError(f"no verdict {verdict!r}; one of {', '.join(VERDICTS)}")
        if not by.strip():
            raise ValueError("a judgement says by whom it is")
        if len(ids) < (2 if verdict in ("same", "different", "merge") else 1):
            raise ValueError(f"{verdict} needs {'two ids' if verdict in ('same', 'different', 'merge') else 'an id'}")
        if verdict == "edit" and (slot is None or value is None or words is None):
            raise ValueError("an edit needs a slot, a value and the words that carry it")
        if verdict == "outlet" and not value:
            raise ValueError("outlet needs a name")
        return cls(
            id=make_id("judgement", verdict, *ids, by, when, slot or "", value or ""),
            verdict=verdict,
            about=ids,
            by=by,
            when=when,
            why=why,
            slot=slot,
            value=value,
            words=words,
        )


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those not taken back, oldest first, without the undos."""
    ordered = sorted(judgements, key=lambda j: (j.when, j.id))
    gone = taken_back(ordered)
    return [j for j in ordered if j.verdict != "undo" and j.id not in gone]


def taken_back(judgements: Iterable[Judgement]) -> set[str]:
    """The ids of those taken back; an older store may hold an undo that was itself undone."""
    gone: set[str] = set()
    for j in sorted(judgements, key=lambda j: (j.when, j.id), reverse=True):
        if j.verdict == "undo" and j.id not in gone:
            gone.update(j.about)
    return gone
