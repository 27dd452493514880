"""A Casefile in, its cast out: ``unify(case)[article id, actor key]`` is the actor as the whole story knows it.

"Lee" of one article and "Lee Jae-myung" of another become one person where exactly one of the story fits; else each stays itself.
Persons with full names are one across stories too. What a story tells of a person (country, office, gender) fills what an article left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, cast

from ..language import names
from ..model.actor import Actor
from ..model.article import Article
from ..model.casefile import Casefile

PLAIN = frozenset((str, int, float, bool, type(None)))
Use = tuple[str, Actor]  # an article's id and an actor as that article knows it


def unify(case: Casefile, printed: Mapping[str, str] | None = None) -> Mapping[tuple[str, str], Actor]:
    """The cast of every story; an article outside all stories is a story of its own. ``printed``: the name of each key (of these articles, if not told)."""
    told = {i: i2 for s in case.stories for i in s.articles for i2 in (s.id,)}
    by_story: dict[str, list[Use]] = defaultdict(list)
    for i in sorted(case.articles):
        by_story[told.get(i, i)] += [(i, a) for a in actors_of(case.articles[i])]
    out: dict[tuple[str, str], Actor] = {}
    everywhere = forms(u for uses in by_story.values() for u in uses) if printed is None else printed
    for story in sorted(by_story):
        out.update(_story(by_story[story], everywhere))
    return out


def actors_of(article: Article) -> list[Actor]:
    """Every actor that the article's table or readings name, members of groups too, each key once."""
    found: dict[str, Actor] = {}
    for a in (x for p in article.people for x in _with_members(p.actor)):
        found.setdefault(a.key, a)
    for name in _slots(Article):
        rows = getattr(article, name)
        for row in rows if isinstance(rows, tuple) and name != "people" else ():
            _inside(row, found)
    return list(found.values())


@cache
def _slots(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) else ()


def _inside(value: object, found: dict[str, Actor], depth: int = 0) -> None:
    """The actors that a reading holds."""
    kind: Any = value.__class__
    if kind is Actor:
        for a in _with_members(cast(Actor, value)):
            found.setdefault(a.key, a)
    elif kind is tuple:
        for v in cast(tuple[Any, ...], value):
            if v.__class__ not in PLAIN:
                _inside(v, found, depth)
    elif depth < 2:
        for name in _slots(kind):
            held = getattr(value, name)
            if held and (held.__class__ is Actor or held.__class__ is tuple):
                _inside(held, found, depth + 1)


def _with_members(a: Actor) -> Iterator[Actor]:
    yield a
    for m in a.members:
        yield from _with_members(m)


def forms(uses: Iterable[Use]) -> dict[str, str]:
    """Actor key -> the name that most articles print, the longest and then the first by letter where they tie."""
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    for _, a in uses:
        if a.name:
            printed[a.key][a.name] += 1
    return {k: most_printed(c) for k, c in printed.items()}


def most_printed(names_of_one: Mapping[str, int]) -> str:
    return min(names_of_one, key=lambda n: (-names_of_one[n], -len(n), n))


def _story(uses: list[Use], everywhere: Mapping[str, str]) -> dict[tuple[str, str], Actor]:
    """One story's cast."""
    by_key: dict[str, list[Actor]] = defaultdict(list)
    for _, a in uses:
        by_key[a.key].append(a)
    leads = _joined({k: merged(v) for k, v in by_key.items()})
    groups: dict[str, list[Actor]] = defaultdict(list)
    for k in sorted(by_key):
        groups[leads.get(k, k)] += by_key[k]
    whole = {k: replace(merged(v), key=k, name=_name(k, v, everywhere)) for k, v in groups.items()}
    out: dict[tuple[str, str], Actor] = {}
    for i, a in uses:
        if a.kind == "group":
            continue
        actor = whole[leads.get(a.key, a.key)]
        if actor != by_key[a.key][0]:
            out[i, a.key] = actor
    for i, a in uses:
        if a.kind == "group" and a.members:
            members = tuple(out.get((i, m.key), m) for m in a.members)
            out[i, a.key] = replace(a, key="group:" + "+".join(sorted({m.key for m in members})), members=members)
    return out


def _name(key: str, actors: list[Actor], everywhere: Mapping[str, str]) -> str | None:
    return everywhere.get(key) or next((n for a in actors if (n := a.name)), None)


def merged(actors: list[Actor]) -> Actor:
    """One actor with what most of its uses tell; a tie leaves the first by letter."""
    first = min(actors, key=lambda a: (a.name is None, a.name or "", a.as_written))

    def most(slot: str) -> str | None:
        told = Counter(v for a in actors if (v := getattr(a, slot)))
        return min(told, key=lambda v: (-told[v], v)) if told else None

    return replace(first, country=most("country"), role=most("role"), gender=most("gender"), sector=most("sector"))


def _joined(known: Mapping[str, Actor]) -> dict[str, str]:
    """Key -> the key it joins, followed to the end."""
    lead: dict[str, str] = {}
    persons = {k: a for k, a in known.items() if a.kind == "person"}
    full = {k: a for k, a in persons.items() if k.startswith("person:") and " " in k.removeprefix("person:")}
    for k in sorted(full, key=lambda k: (-len(k.split()), k)):
        same = [q for q in full if q != k and q not in lead and _same_person(full[k], full[q]) and (len(q.split()), q) > (len(k.split()), k)]
        if len(same) == 1:
            lead[k] = same[0]
    heads = {k: a for k, a in full.items() if k not in lead}
    for k, a in persons.items():
        if k in full:
            continue
        fits = [q for q, b in heads.items() if (_bears(b, a) if k.startswith("person:") else _holds(b, a)) and compatible(a, b)]
        if len(fits) == 1:
            lead[k] = fits[0]
    for k, a in known.items():
        if a.kind == "organisation" and a.country is None:
            tail = k.removeprefix("organisation:")
            fits = [q for q, b in known.items() if b.kind == "organisation" and b.country and q == f"organisation:{b.country.lower()} {tail}"]
            if len(fits) == 1:
                lead[k] = fits[0]
    return {k: _end(lead, k) for k in lead}


def _end(lead: Mapping[str, str], k: str) -> str:
    while k in lead:
        k = lead[k]
    return k


def compatible(a: Actor, b: Actor) -> bool:
    """Nothing told of one contradicts what is told of the other."""
    return not ((a.country and b.country and a.country != b.country) or (a.gender and b.gender and a.gender != b.gender))


def _same_person(a: Actor, b: Actor) -> bool:
    """Two spellings of one full name ("Aleksandar" and "Alexander" with one family name), or a shorter form of it."""
    x, y = ({names.shared(w) for w in p.key.removeprefix("person:").split()} for p in (a, b))
    if not compatible(a, b):
        return False
    if x == y:
        return True
    small, large = sorted((x, y), key=len)
    if small < large and len(small) > 1:
        return _family(a) == _family(b)
    return False


def _family(a: Actor) -> str:
    """The family name as the name itself shows it: the first word where it is a name that stands first, else the last."""
    words = names.tokens(a.name or a.key.removeprefix("person:"))
    alone = words[0] in names.family_first() and (a.country in names.EAST or len(words) > 2)
    return words[0] if alone else names.shared(words[-1])


def _bears(full: Actor, short: Actor) -> bool:
    """Is the short name the first or last word of the full one? (A given name alone only for those who reign.)"""
    word = names.shared(short.key.removeprefix("person:"))
    words = [names.shared(w) for w in names.tokens(full.name or "")]
    if not words or word not in (words[0], words[-1]):
        return False
    return word == _family(full) or (word == words[-1]) or words[0] in names.family_first() or bool(full.role and short.role and full.role == short.role)


def _holds(full: Actor, office: Actor) -> bool:
    """Does the person hold the office of that state?"""
    return bool(office.country and full.country == office.country and _office(full.role) == _office(office.role))


def _office(role: str | None) -> str | None:
    """Two words for one office count as one."""
    return "prime minister" if role == "premier" else role
