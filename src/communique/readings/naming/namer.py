"""The actors of one article while it is being read, and the namings of one line as they are entered; no word names two actors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...model.actor import Actor
from ..entities import Naming
from .cast import Person, display
from .spotted import Line, line_text

SAME_OFFICE = {
    "premier": "prime minister", "pm": "prime minister", "fm": "foreign minister", "secretary general": "secretary-general", "gov.": "governor",
    "sen.": "senator", "gen.": "general",
}  # fmt: skip
HEADS_ALONE = frozenset("president premier chancellor leader secretary general chief head member king queen director officer manager governor".split())


@dataclass(slots=True)
class Cast:
    """The article's actors while its namings are made."""

    persons: list[Person]
    actors: dict[str, Actor] = field(default_factory=dict)
    by_words: dict[tuple[str, ...], list[Person]] = field(default_factory=dict)
    by_family: dict[tuple[str, ...], list[Person]] = field(default_factory=dict)
    by_given: dict[str, list[Person]] = field(default_factory=dict)
    acronyms: dict[str, Actor] = field(default_factory=dict)
    bodies: Mapping[tuple[str, ...], Actor] = field(default_factory=dict)  # those that only this article shows, by folded words
    has: Mapping[str, int] = field(default_factory=dict)  # ISO code -> how often its full name or demonym stands in the text

    def enter(self) -> None:
        """Index the persons by what names them."""
        for p in self.persons:
            name = display(p)
            self.actors[p.key] = Actor(
                key=p.key, name=name, kind="person", as_written=name, role=p.role, country=p.country, sector=p.sector, gender=p.gender
            )  # fmt: skip
            self.by_words.setdefault(tuple(sorted(p.words)), []).append(p)
            for k in {p.family, p.family[-1:]}:
                self.by_family.setdefault(k, []).append(p)
            for g in set(p.words) - set(p.family):
                self.by_given.setdefault(g, []).append(p)

    def holders(self, office: str, country: str | None, *, past: bool = False) -> list[Person]:
        """The persons who hold an office; of that country where one is asked for."""
        out = []
        for p in self.persons:
            for r, c, was in p.offices:
                if was == past and same_office(r.name, office) and (country is None or (c or p.country) == country):
                    out.append(p)
                    break
        return out


def same_office(held: str, asked: str) -> bool:
    """May somebody of office ``held`` be called ``asked``? "foreign minister" may be "the minister"; a vice president is no president."""
    held, asked = SAME_OFFICE.get(held, held), SAME_OFFICE.get(asked, asked)
    if held == asked:
        return True
    if asked in HEADS_ALONE:
        return False
    return held.endswith(" " + asked) and not held.startswith(("vice ", "deputy ", "prime "))


class Namer:
    """Makes the namings of one line."""

    def __init__(self, line: Line, cast: Cast) -> None:
        self.line, self.cast = line, cast
        self.taken: set[int] = set()
        self.out: list[Naming] = []

    def add(self, first: int, last: int, actor: Actor, form: str, *, acting: bool = True) -> None:
        if any(i in self.taken for i in range(first, last + 1)):
            return
        self.taken.update(range(first, last + 1))
        start, end = self.line.sent.span(self.line.tokens[first], self.line.tokens[last])
        self.out.append(Naming(start, end, actor.written(line_text(self.line, first, last)), form, acting))
