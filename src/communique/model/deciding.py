"""Rows and what somebody wants to decide about them in, the decision that can be kept out; ValueError, with the next step, where it can't be."""

from __future__ import annotations

import math
from collections.abc import Sequence

from .judgement import Judgement, taken_back
from .record import Row, Value

MADE = frozenset(  # what the record itself makes, or looks rows up by: ids, parties, passages, and how a value was found
    "id list story evidence rule origins articles accounts versions history about same utterance reviewed edited joined complete_texts cut_texts what "
    "expression anchor votes edges variants contexts withdrawn first_seen speaker addressee by host applicant".split()
)
NUMBERS = frozenset({("figures", "value"), ("figures", "min"), ("figures", "max"), ("events", "score")})


def slots(row: Row) -> list[str]:
    """The slots that a person may set: those that hold a plain value, or nothing yet. A change's ``from`` and ``to`` are articles."""
    made = MADE | {"from", "to"} if row.list == "changes" else MADE
    return [k for k, v in row.slots.items() if k not in made and (v is None or isinstance(v, str | int | float))]


def value(row: Row, slot: str, given: str) -> Value:
    """What the slot holds once it is set so: a number where it holds numbers, yes or no where it holds those, else the text."""
    if slot not in slots(row):
        raise ValueError(f"{slot[:40]!r} can't be set; in this row of {row.list} these can: {', '.join(slots(row)) or 'none'}")
    before = row.get(slot)
    if isinstance(before, bool):
        if given.strip().lower() not in ("true", "false"):
            raise ValueError(f"{slot} is true or false, not {given[:40]!r}; give one of them")
        return given.strip().lower() == "true"
    if (row.list, slot) in NUMBERS or isinstance(before, int | float):
        return _number(slot, given)
    if not given.strip():
        raise ValueError(f"no value for {slot}; give one")
    return given


def _number(slot: str, given: str) -> float:
    try:
        found = float(given)
    except ValueError:
        found = math.nan
    if not math.isfinite(found):
        raise ValueError(f"{slot} is a number, not {given[:40]!r}; give digits, such as 183 or 2.5")
    return found


def words(row: Row, given: str) -> tuple[str, int, int]:
    """Where an article of the row has these words."""
    if not given.strip():
        raise ValueError("no words are given; give those of the article that carry the value, letter by letter as `communique show` prints them")
    for p in row.evidence:
        at = p.document.text.find(given)
        if at >= 0:
            return p.article, at, at + len(given)
    raise ValueError(f"no article of {row.id} has the words {given[:80]!r}; give them letter by letter as `communique show` prints them")


def together(verdict: str, rows: Sequence[tuple[str, str]]) -> None:
    """``rows`` are (id, list). What joins or parts rows needs different ones of one list."""
    ids = [i for i, _ in rows]
    if verdict in ("same", "different", "merge") and len(set(ids)) < len(ids):
        raise ValueError(f"{verdict} needs two ids, and {ids[0]} is given twice; give another row's id")
    lists = sorted({name for _, name in rows})
    if verdict in ("same", "different") and len(lists) > 1:
        raise ValueError(f"{verdict} needs rows of one list, and these are of {' and '.join(lists)}; give two rows of one list")


def undoing(judgements: Sequence[Judgement], wanted: str) -> str:
    """The id of the standing decision that is to be taken back, by its id or the beginning of it."""
    found = [j for j in judgements if wanted and j.id.startswith(wanted)]
    if len(found) != 1:
        raise ValueError(f"{wanted[:20]!r} is {'more than one' if found else 'no'} decision; `communique log` lists them")
    if found[0].verdict == "undo":
        raise ValueError(f"{found[0].id} is itself an undo; to restore what it took back, decide it anew")
    if found[0].id in taken_back(judgements):
        raise ValueError(f"{found[0].id} is taken back already; `communique log` lists what stands")
    return found[0].id
