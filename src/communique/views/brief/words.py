"""A shelf in, two sections out: who is named, and who said what, the variants of one utterance under one head."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from ...model.actor import Actor
from ...model.record import Row
from ..lines import Line, Section
from ..shelf import Shelf, counted, many, name_of, spoken, text_of, when

PEOPLE, UTTERANCES = 10, 14
VARIANTS = 4
USUAL = {"said", "same words"}  # what goes without saying
INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")


def who(shelf: Shelf) -> Section:
    """Persons who speak or meet, most attested first."""
    rows: dict[str, list[tuple[Row, Actor]]] = defaultdict(list)
    for row in shelf.rows:
        for actor in _actors(row):
            if actor.kind == "person" and actor.name:
                rows[actor.key].append((row, actor))
    lines = sorted((p for key, found in rows.items() if (p := _person(shelf, key, found)).note), key=lambda x: (-x.origins, x.head))
    return Section(key="who", title="Who", lines=tuple(lines[:PEOPLE]), left_out=max(0, len(lines) - PEOPLE))


def _actors(row: Row) -> list[Actor]:
    if row.list == "statements":
        return [a for a in (row.get("speaker"),) if isinstance(a, Actor)]
    if row.list == "meetings":
        return [a for a in many(row.get("participants")) if isinstance(a, Actor)]
    return []


def _person(shelf: Shelf, key: str, found: list[tuple[Row, Actor]]) -> Line:
    actor = max((a for _, a in found), key=lambda a: (bool(a.role), bool(a.country), len(a.name or ""), a.as_written))
    origins = {shelf.origin(p.article) for row, _ in found for p in row.evidence}
    said = len({text_of(r.get("utterance")) or r.id for r, _ in found if r.list == "statements"})
    note = "; ".join(filter(None, (_office(shelf, actor), counted(said, "statement") if said else "")))
    return Line(row=actor.id, head=name_of(actor), note=note, origins=len(origins))


def _office(shelf: Shelf, actor: Actor) -> str:
    """``president, South Korea``; the country only where the office is a state's, or none is known."""
    role = INITIALS.sub(lambda m: m[0].upper(), actor.role or "")
    country = "" if "secretary general" in role.replace("-", " ") else shelf.state_name(actor.country)
    return ", ".join(filter(None, (role, country)))


def said(shelf: Shelf) -> Section:
    """One line an utterance: its fullest variant, the others as sides; most independent origins first."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in shelf.of_list("statements"):
        if isinstance(row.get("speaker"), Actor):
            groups[text_of(row.get("utterance")) or row.id].append(row)
    ranked = sorted(
        groups.values(), key=lambda g: (-len(_origins(shelf, g)), -len({r.evidence[0].article for r in g}), -_directness(g), min(g[0].evidence).start, g[0].id)
    )
    lines = _without_parts([_utterance(shelf, g) for g in ranked[: UTTERANCES + 4]])
    return Section(
        key="said",
        title="Who said what",
        lines=tuple(lines[:UTTERANCES]),
        left_out=max(0, len(ranked) - UTTERANCES),
        empty="No statement with a speaker was read.",
    )


def _without_parts(lines: list[Line]) -> list[Line]:
    """Of two lines from the same articles the shorter, where its words stand in the other."""
    def inside(a: Line, b: Line) -> bool:
        return a.head == b.head and a.words != b.words and a.words in b.words and {c.article for c in a.cites} <= {c.article for c in b.cites}

    return [x for x in lines if not x.words or not any(inside(x, y) for y in lines)]


def _origins(shelf: Shelf, group: list[Row]) -> set[str]:
    return {shelf.origin(p.article) for r in group for p in r.evidence}


def _directness(group: list[Row]) -> int:
    return max({"direct": 2, "mixed": 1}.get(text_of(r.get("mode")), 0) for r in group)


def _utterance(shelf: Shelf, group: list[Row]) -> Line:
    """Of each origin the first of its wordings; copies of it are citations, not variants. A single wording needs no sides."""
    wordings: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in sorted(group, key=lambda r: (shelf.numbers.get(r.evidence[0].article, 0), r.evidence[0].start)):
        wordings[shelf.origin(row.evidence[0].article), _bare(spoken(row))].append(row)
    lines = [_variant(shelf, rows) for rows in wordings.values()]
    first = next(r for r in group if isinstance(r.get("speaker"), Actor))
    head, more = name_of(first.get("speaker")), len(lines) - VARIANTS
    told = _circumstance(first, more)
    whole = Line(row=text_of(first.get("utterance")) or first.id, head=head, origins=len(_origins(shelf, group)), note=told, sides=tuple(lines[:VARIANTS]))
    if len(lines) > 1:
        return whole
    only = lines[0]
    return replace(whole, sides=(), words=only.words, cites=only.cites, tags=only.tags, note="; ".join(filter(None, (only.note, told))))


def _circumstance(row: Row, more: int) -> str:
    hidden = f"{counted(more, 'more wording')} not shown" if more > 0 else ""
    return "; ".join(filter(None, (text_of(row.get("setting")), when(row.get("when")), hidden)))


def _variant(shelf: Shelf, rows: list[Row]) -> Line:
    row = rows[0]
    tags = tuple(t for slot in ("variant", "stance") if (t := text_of(row.get(slot))) and t not in USUAL)
    cites = shelf.cites([p for r in rows for p in r.evidence])
    origin = shelf.origin_name(shelf.origin(row.evidence[0].article))
    return Line(row=row.id, words=spoken(row), note=origin, origins=1, cites=cites, tags=tags)


def _bare(words: str) -> str:
    """Letters and digits alone: a curly mark is no other wording."""
    return "".join(c for c in words.casefold() if c.isalnum())


def by_speaker(section: Section) -> Section:
    """What one person said stands together: persons in the order of their best attested words."""
    if section.key != "said":
        return section
    first: dict[str, int] = {}
    for n, line in enumerate(section.lines):
        first.setdefault(line.head, n)
    return replace(section, lines=tuple(sorted(section.lines, key=lambda x: first[x.head])))
