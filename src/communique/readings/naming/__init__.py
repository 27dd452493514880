"""A spotted line and the article's cast in, its namings out: which words name which person, office, state or body.

Order matters: persons first, then offices and bodies led by a state's name, then the states themselves.
"""

from __future__ import annotations

from ..entities import Naming
from . import bodies, cast, genders, offices, persons, shown, states
from .namer import Cast, Namer
from .spotted import Line

__all__ = ["Cast", "cast", "genders", "name", "shown"]


def name(line: Line, known: Cast) -> list[Naming]:
    """All namings of one line."""
    n = Namer(line, known)
    n.taken.update(i for h in line.hits if h.sort == "none" for i in range(h.first, h.last + 1))
    for run in line.runs:
        persons.person(n, run)
    for run in line.runs:
        bodies.body(n, run)
    for o in line.offices:
        offices.office(n, o)
    persons.scattered(n)
    offices.common(n)
    for h in line.hits:
        states.hit(n, h)
    states.acronyms(n)
    return n.out
