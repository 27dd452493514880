"""A run of capitals in, the body it names out: "South Korean Foreign Ministry", "University of Tartu"."""

from __future__ import annotations

from ...language import organisations
from ...model.actor import Actor
from .context import country_of, of_state
from .namer import Namer
from .spotted import Run, line_text

ALONE = frozenset("Parliament Senate Congress Cabinet Army Navy Court Treasury Diet Police Government Assembly Embassy Military".split())  # bodies by one word


def body(n: Namer, run: Run) -> None:
    """A run that holds a word of bodies ("Foreign Ministry"), with the state that leads it."""
    if run.words in n.cast.bodies:
        n.add(run.first, run.last, n.cast.bodies[run.words], "organisation", acting=n.line.tokens[run.last].dep != "compound")
        return
    marks = [w for w in run.text.split() if w in organisations.words()]
    if not marks or run.first in n.taken:
        return
    shown = run.text.endswith(marks[-1]) or run.text.startswith(marks[0])  # "Ministry of ...", "... Ministry"; "Union Square" shows nothing
    found = organisations.words()[marks[-1]] if shown else None
    first, last = extent(n, run)
    if (
        n.line.low(last + 1) not in ("", ",", ".")
        and last + 1 in n.line.office_at
        and last == run.last
        and len(run.words) == 1
        and first == run.first
    ):
        return
    country = (
        country_of(n.line, first - 1)
        or (country_of(n.line, first - 2) if n.line.low(first - 1) == "'s" else None)
        or of_state(n.line, last + 1)
    )
    led = (
        first - 1 in n.line.hit_at
        and n.line.spaced(first)
        and n.line.low(first - 1) != "'s"
        and n.line.hit_at[first - 1].sort in ("demonym", "state")
    )
    if len(run.words) == 1 and last == first and (country is None or run.text not in ALONE):
        return
    if led:
        first = n.line.hit_at[first - 1].first
    inner = country or next((country_of(n.line, k) for k in range(first, last + 1) if k in n.line.hit_at), None)
    text = line_text(n.line, first, last)
    key = organisations.key_of(f"{inner.lower()} {line_text(n.line, run.first, last)}" if inner and (led or country) else text)
    actor = Actor(key=key, name=text, kind="organisation", as_written=text, country=inner, sector=found)
    n.cast.actors.setdefault(key, actor)
    n.add(first, last, n.cast.actors[key], "organisation", acting=n.line.tokens[last].dep != "compound")


def extent(n: Namer, run: Run) -> tuple[int, int]:
    """The run with what "of", "for", "and" join to it: "Ministry of Foreign Affairs"."""
    last = run.last
    while n.line.low(last + 1) in ("of", "for", "and", "&", "on") and last + 2 < len(n.line.tokens):
        k = last + 2
        if n.line.low(k) == "the":
            k += 1
        nxt = next((r for r in n.line.runs if r.first == k), None)
        if n.line.low(last + 1) == "and" and not any(
            w in ("Department", "Ministry", "Office", "Bureau", "Agency", "Commission", "Committee", "Center", "Centre", "Institute")
            for w in run.text.split()
        ):
            break
        if nxt is not None:
            last = nxt.last
        elif k in n.line.office_at and n.line.tokens[k].text[:1].isupper() and n.line.low(last + 1) == "of":
            last = n.line.office_at[k].last
        elif k in n.line.hit_at and n.line.low(last + 1) == "of" and n.line.hit_at[k].sort == "place":
            last = n.line.hit_at[k].last
        else:
            break
    return run.first, last
