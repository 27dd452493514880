"""A line and its cast in, the persons that its words name out: in full, by family name, in headlines and transcripts."""

from __future__ import annotations

from ...language import names
from .cast import Person
from .context import look_left
from .namer import Namer, same_office
from .spotted import Run, line_text


def person(n: Namer, run: Run) -> None:
    """A run that names somebody of the cast."""
    found, form = whom(n, run)
    if found is not None:
        head = n.line.tokens[run.last]
        n.add(run.first, run.last, n.cast.actors[found.key], form, acting=head.dep != "compound")
        return
    parts = [k for k in range(run.first, run.last + 1) if n.line.tokens[k].text in ("-", "–")]
    for first, last in zip([run.first, *(k + 1 for k in parts)], [*(k - 1 for k in parts), run.last], strict=True) if parts else ():
        text = line_text(n.line, first, last) if first <= last else ""
        if text and (p := whom(n, Run(first, last, names.tokens(text), text))[0]) is not None:
            n.add(first, last, n.cast.actors[p.key], "surname")  # "the Lee-Takaichi summit"


def whom(n: Namer, run: Run) -> tuple[Person | None, str]:
    c = n.cast
    same = c.by_words.get(tuple(sorted(run.words)), [])
    if len(same) == 1 and len(run.words) > 1:
        return same[0], "full"
    borne = c.by_family.get(run.words, [])
    if len(borne) > 1:
        borne = told_apart(n, run, borne)
    if len(borne) > 1:
        borne = nearest(n, borne)
    if len(borne) == 1:
        return borne[0], "surname"
    if borne:
        return None, ""
    if len(run.words) > 1:
        part = [p for p in c.persons if set(run.words) <= set(p.words) and run.words[-1] == p.words[-1]]
        return (part[0], "full") if len(part) == 1 else (None, "")
    given = c.by_given.get(run.words[0], [])
    if len(given) == 1 and n.line.tokens[run.first].pos == "PROPN" and run.words[0] in names.given():
        return given[0], "surname"
    return None, ""


def told_apart(n: Namer, run: Run, borne: list[Person]) -> list[Person]:
    """Of those who share the family name, the one whom the office or title before it fits."""
    before = look_left(n.line, run.first)
    if before.role is not None:
        fits = [p for p in borne if any(same_office(r.name, before.role.name) and (before.country is None or c == before.country) for r, c, _ in p.offices)]
        return fits if len(fits) == 1 else borne
    if before.gender:
        fits = [p for p in borne if p.gender == before.gender]
        rest = [p for p in borne if p.gender is None]
        return fits if len(fits) == 1 and not rest else borne
    return borne


def nearest(n: Namer, borne: list[Person]) -> list[Person]:
    """Of those who share the family name, the one named in full so far; else the only one in this sentence and the one before."""
    here = n.line.sent.index
    so_far = [p for p in borne if any(k <= here for k, _ in p.full_uses)]
    if len(so_far) == 1:
        return so_far
    near = [p for p in borne if any(here - 1 <= k <= here for k, _ in p.full_uses)]
    return near if len(near) == 1 else borne


def scattered(n: Namer) -> None:
    """Known names where capitals or word classes show none: headlines, transcripts ("PENCE:"), a name that opens a sentence."""
    i, tokens = 0, n.line.tokens
    while i < len(tokens):
        i += (known_at(n, i) if tokens[i].text[:1].isupper() else 0) or 1


def known_at(n: Namer, i: int) -> int:
    """How many words from ``i`` on name somebody of the cast; they are entered."""
    line, tokens = n.line, n.line.tokens
    if i in n.taken or not tokens[i].text[:1].isupper() or (i in line.hit_at and line.hit_at[i].sort != "state"):
        return 0
    for size in (3, 2, 1) if line.headline else (1,):
        part = tokens[i : i + size]
        if len(part) < size or any(t.i in n.taken or not t.text[:1].isupper() for t in part):
            continue
        words = tuple(names.fold(t.text) for t in part)
        found = n.cast.by_words.get(tuple(sorted(words)), []) if size > 1 else n.cast.by_family.get(words, [])
        if len(found) == 1 and (size > 1 or (len(words[0]) > 2 and (line.headline or not beside_a_name(n, i)))):
            n.add(i, i + size - 1, n.cast.actors[found[0].key], "full" if size > 1 else "surname", acting=tokens[i + size - 1].dep != "compound")
            return size
    return 0


def beside_a_name(n: Namer, i: int) -> bool:
    """Does another capitalised name stand right before or after the word?"""
    tokens = n.line.tokens
    near = (k for k in (i - 1, i + 1) if 0 <= k < len(tokens))
    return any(tokens[k].text[:1].isupper() and tokens[k].pos == "PROPN" and k not in n.line.office_at for k in near)
