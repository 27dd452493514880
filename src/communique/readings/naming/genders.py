"""Spotted lines and persons in, the pronouns that can only mean one of them counted: "Lee said he ..."."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from .cast import Person
from .spotted import Line

HE = {"he": "male", "him": "male", "his": "male", "himself": "male", "she": "female", "her": "female", "hers": "female", "herself": "female"}


def hear_gender(lines: Sequence[Line], found: Sequence[Person]) -> None:
    """Count the pronouns that can only mean one person: "Lee said he ...", where nobody else stands in this sentence or the one before."""
    by_line: dict[int, set[str]] = defaultdict(set)
    by_key = {p.key: p for p in found}
    family = defaultdict(list)
    for p in found:
        family[p.family].append(p)
        family[tuple(sorted(p.words))].append(p)
    last: set[str] = set()
    for n, line in enumerate(lines):
        here = {q[0].key for r in line.runs if len(q := family.get(r.words) or family.get(tuple(sorted(r.words)), [])) == 1}
        by_line[n] = here
        near = here | last
        if len(near) == 1 and here:
            p = by_key[next(iter(near))]
            first = min(r.first for r in line.runs if p in (family.get(r.words) or family.get(tuple(sorted(r.words)), [])))
            for t in line.tokens[first:]:
                if (g := HE.get(t.low)) and not _in_quotes(line, t.i):
                    p.heard[g] += 1
        last = here


def _in_quotes(line: Line, i: int) -> bool:
    return sum(t.text == '"' for t in line.tokens[:i]) % 2 == 1
