"""A spotted state, capital, seat or known body in, its naming out; the Koreas by their short names, acronyms of the document."""

from __future__ import annotations

from ...language import countries, names, organisations
from ...model.actor import Actor
from .acting import acts
from .made import nationals, people, state
from .namer import Namer
from .spotted import Hit, line_text

SHORT = frozenset("U.S. US U.K. UK UAE U.A.E. DPRK ROK".split())


def hit(n: Namer, h: Hit) -> None:
    """A state, capital, seat or known body."""
    line = n.line
    if h.sort == "body":
        b = h.value
        actor = Actor(key=b.key, name=b.name, kind="organisation", as_written=b.name, country=b.country, sector=b.sector)
        n.add(
            h.first, h.last, n.cast.actors.setdefault(b.key, actor), "organisation", acting=line.tokens[h.last].dep != "compound" and b.name != "Gaza"
        )
    elif h.sort == "seat" and h.value not in countries.countries():
        body = next(b for b in organisations.known().values() if b.key == h.value)
        actor = Actor(key=body.key, name=body.name, kind="organisation", as_written=body.name, sector=body.sector)
        n.add(h.first, h.last, actor, "capital", acting=acts(line, Hit(h.first, h.last, "capital", h.value)))
    elif h.sort in ("state", "demonym", "capital", "seat"):
        if not sure(n, h) or (line.low(h.first - 1) == "-" and line.low(h.first - 2) in ("anti", "pro", "non")):
            return
        before = line.hit_at.get(h.first - 1)
        if h.sort == "demonym" and before is not None and before.sort == "place" and nationals(line, h):
            return  # "Cleveland Indians"
        form = "capital" if h.sort == "seat" else h.sort
        if (
            form == "state"
            and line.tokens[h.last].text in SHORT
            and line.tokens[h.last].dep in ("compound", "amod", "nmod")
            and not line.low(h.last + 1).startswith("-")
        ):
            form = "demonym"  # "U.S. cars"
        text = line_text(line, h.first, h.last)
        acting = acts(line, Hit(h.first, h.last, form, h.value))
        n.add(
            h.first,
            h.last,
            people(h.value, text, ethnic=line.low(h.first - 1) == "ethnic")
            if h.sort == "demonym" and nationals(line, h)
            else state(h.value, text, sector="GOV" if form == "capital" else None),
            form,
            acting=acting,
        )


def sure(n: Namer, h: Hit) -> bool:
    """Names that are something else as well need company: Georgia of the Caucasus, Georgetown of Guyana."""
    text = line_text(n.line, h.first, h.last)
    has = n.cast.has
    if (names.fold(text),) in n.cast.by_family:
        return False
    if has.get(f"{text} County") or _with_its_region(n, h):
        return False
    if text in ("Georgia", "Georgian", "Georgians"):
        return bool(
            has.get("Tbilisi")
            or has.get("Abkhazia")
            or has.get("Ossetia")
            or (has.get("Georgian") and not has.get("Atlanta"))
            or (has.get("RUS") and not has.get("Atlanta"))
        )
    if text in ("Georgetown", "St. John's", "Wellington", "Victoria", "Male", "San Jose", "Bissau"):
        return bool(has.get(h.value))
    return True


def _with_its_region(n: Namer, h: Hit) -> bool:
    """As in "Athens, Ohio" and "Paris, Texas": a town of another state than the capital's."""
    region = n.line.hit_at.get(h.last + 2) if h.sort == "capital" and n.line.low(h.last + 1) == "," else None
    if region is None or region.sort != "place" or region.value == h.value:
        return False
    return n.line.low(region.last + 1) in (",", ".", "", ";", ")")


def acronyms(n: Namer) -> None:
    for t in n.line.tokens:
        if t.text in n.cast.acronyms and t.i not in n.taken:
            n.add(t.i, t.i, n.cast.acronyms[t.text], "organisation", acting=t.dep != "compound")
        elif n.cast.bodies and t.text.isupper() and (b := n.cast.bodies.get((names.fold(t.text),))) and b.name == t.text:
            n.add(t.i, t.i, b, "organisation", acting=t.dep != "compound")
    has = n.cast.has
    for i in range(1, len(n.line.tokens)):
        t = n.line.tokens[i]
        if t.text in ("North", "South") and n.line.low(i - 1) == "the" and i not in n.taken:
            nxt = n.line.tokens[i + 1] if i + 1 < len(n.line.tokens) else None
            if nxt is not None and nxt.text[:1].isupper():
                continue
            code = "PRK" if t.text == "North" else "KOR"
            if has.get("PRK") and (code == "PRK" or has.get("KOR")) and t.dep in ("nsubj", "poss", "pobj", "dobj", "nsubjpass", "conj", "iobj", "dative"):
                n.add(i, i, state(code, t.text), "state")
        elif t.text in ("Korea", "Korean", "Koreans") and i not in n.taken and has.get("KOR") and n.line.low(i - 1) not in ("north", "south"):
            korea(n, i)
    if n.line.tokens and n.line.tokens[0].text in ("Korea", "Korean", "Koreans") and 0 not in n.taken and has.get("KOR"):
        korea(n, 0)


def korea(n: Namer, i: int) -> None:
    t = n.line.tokens[i]
    form = "state" if t.text == "Korea" else "demonym"
    n.add(i, i, state("KOR", t.text), form, acting=acts(n.line, Hit(i, i, form, "KOR")))
