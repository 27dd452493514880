"""Rows of statements in, where accounts give the same words to different people out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ...model.actor import Actor
from ...model.casefile import Casefile
from ...model.passage import Passage
from ...model.record import Row
from ..lineage.words import WORD, normal
from .rows import Version, row

RUN = 8  # equal words in a row, for two contents to be the same words
PRONOUNS = frozenset("he she they it i we who him her them you".split())


def find(case: Casefile, rows: Sequence[Row]) -> list[Row]:
    said = [r for r in rows if r.list == "statements" and _named(r)]
    index: dict[tuple[str, ...], list[Row]] = {}
    for r in said:
        words = _words(r)
        for i in range(len(words) - RUN + 1):
            index.setdefault(words[i : i + RUN], []).append(r)
    pairs = {
        tuple(sorted((a.id, b.id))): (a, b)
        for group in index.values() for a, b in combinations(group, 2)
        if a.story == b.story and _differ(case, a, b)
    }  # fmt: skip
    return [_row(case, a, b) for _, (a, b) in sorted(pairs.items())]


def _named(r: Row) -> Actor | None:
    """The speaker where the account itself names a person; a pronoun's person is our reading, too weak to accuse an account by."""
    who = r.get("speaker")
    if isinstance(who, Actor) and who.kind == "person" and who.name and who.as_written.strip().lower() not in PRONOUNS:
        family = set(who.name.lower().replace("-", " ").split())
        return who if family & set(who.as_written.lower().replace("-", " ").split()) else None
    return None


def _differ(case: Casefile, a: Row, b: Row) -> bool:
    x, y = _named(a), _named(b)
    if x is None or y is None or x.key == y.key or set(x.key.split()) & set(y.key.split()) - {"person:"}:
        return False
    return case.origin(a.evidence[0].article) != case.origin(b.evidence[0].article)


def _words(r: Row) -> tuple[str, ...]:
    content = r.get("content")
    parts = [c for c in content if isinstance(c, Passage)] if isinstance(content, tuple) else []
    return tuple(normal(m.group()) for p in parts for m in WORD.finditer(p.text))


def _row(case: Casefile, a: Row, b: Row) -> Row:
    versions = [Version(str(who.name), r.evidence) for r in (a, b) if (who := _named(r))]
    words = " ".join(_words(a)[:12])
    why = "two accounts give the same words to two people"
    return row(case, on=f"who said: {words} ...", kind="attribution", verdict="conflict", versions=versions, why=why, about=(a.id, b.id))
