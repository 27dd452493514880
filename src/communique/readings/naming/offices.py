"""An office or a common noun led by a state in, whom it means out: "the South Korean president", "the Japanese government"."""

from __future__ import annotations

from ...language import countries, organisations, roles, wording
from ...model.actor import Actor
from .context import country_of, of_state
from .made import group, state, unnamed
from .namer import Namer
from .spotted import Hit, Office, line_text

HEADS = ("supreme leader", "president", "prime minister", "premier", "chancellor", "king", "emperor", "general secretary", "leader", "ruler")


def office(n: Namer, o: Office) -> None:
    """An office without a name: "the South Korean president", "the prime minister"."""
    line = n.line
    if (
        o.first in n.taken
        or o.plural
        or (o.role.name in ("major", "general", "sister", "father", "director", "captain")
        and line.tokens[o.last].dep == "compound")
    ):
        return
    head = line.tokens[o.last]
    if (
        head.pos not in ("NOUN", "PROPN")
        or head.dep == "compound"
        or any(i in line.hit_at and line.hit_at[i].sort == "body" for i in range(o.first, o.last + 1))
    ):
        return
    if names_follow(n, o):
        return
    first, country, past = lead(n, o)
    governs = o.role.sector in ("GOV", "MIL", "LEG", "JUD", "REB", "OPP") or o.role.name == "leader"
    country = country or (of_state(line, o.last + 1) if governs else None) or country_of(line, o.first)
    owner = line.low(first - 1)
    holders = n.cast.holders(o.role.name, country, past=past)
    if o.role.name == "leader" and country:
        holders = next((h for office in HEADS if (h := n.cast.holders(office, country, past=past))), [])
    if len(holders) == 1 and (country or owner in ("the", "both")) and line.low(o.last + 1) != "of":
        n.add(first, o.last, n.cast.actors[holders[0].key], "role")
    elif country and not holders and o.role.sole and not past and owner not in ("a", "an", "some", "every", "no", "any"):
        key = f"role:{country}:{o.role.name}"
        words = f"{countries.countries()[country].adjectives[0] if countries.countries()[country].adjectives else countries.title(country)} {o.role.name}"
        actor = Actor(
            key=key, name=None, kind="person", as_written=words, role=o.role.name, country=country, sector=o.role.sector or "GOV", gender=o.role.gender
        )
        n.cast.actors.setdefault(key, actor)
        n.add(first, o.last, n.cast.actors[key], "role")
    elif country and not holders:
        n.add(first, o.last, unnamed(line_text(line, first, o.last), country, None if past else o.role.sector or "GOV"), "unnamed")


def names_follow(n: Namer, o: Office) -> bool:
    """Is the office a title of the name beside it?"""
    line = n.line
    k = o.last + 1
    place = line.hit_at.get(k + 1) if line.low(k) == "of" else None
    if place is not None and place.last + 1 in n.taken and any(r.first == place.last + 1 for r in line.runs):
        return True
    if line.low(k) in (",", ":") and line.low(k + 1) not in ("the", "a", "an"):
        k += 1
    if any(r.first == k for r in line.runs) and k in n.taken:
        return True
    return k == o.last + 1 and any(r.first == k and r.last >= k for r in line.runs) and line.tokens[o.last].text[:1].isupper()


def lead(n: Namer, o: Office) -> tuple[int, str | None, bool]:
    """Where the phrase of an office begins, the country that leads it, and whether it is of the past."""
    line = n.line
    first, country, past = o.first, None, False
    k = o.first - 1
    while k >= 0 and k not in n.taken:
        low = line.low(k)
        if low in roles.past():
            past = True
        elif (c := country_of(line, k)) is not None and line.hit_at[k].sort != "place":
            country, first = c, line.hit_at[k].first
            break
        elif low in roles.modifiers() or low in ("'s", "-") or line.tokens[k].pos == "ADJ":
            pass
        else:
            break
        k -= 1
    if country is None:
        first = o.first
    return first, country, past


def common(n: Namer) -> None:
    """"the Japanese government", "U.S. officials", "Seoul's presidential office": a noun that acts for the state before it."""
    line = n.line
    low = [t.low for t in line.tokens]
    for h in reversed(line.hits):  # from the right, so that the last of a list takes the others
        country = country_of(line, h.first)
        if h.sort not in ("state", "demonym", "capital", "seat") or h.first in n.taken or country is None:
            continue
        k = h.last + 1
        owned = line.low(k) in ("'s", "'")
        k += owned
        while k < min(len(low), h.last + 4) and describes(n, k) and organisations.common().longest(low, k) is None:
            k += 1
        found = organisations.common().longest(low, k) if k < len(low) else None
        if found is None or not heads_phrase(n, h, k, k + found[0] - 1, owned=owned):
            continue
        last = k + found[0] - 1
        body = low[last].rstrip("s") in wording.words("institution") or low[last] in wording.words("institution")
        led = [*listed(n, h), h]
        noun = line_text(line, k, last)
        told = [(c, f"{line_text(line, x.first, x.last)} {noun}") for x in led if (c := country_of(line, x.first))]
        made = [institution(n, c, noun, words, found[1]) for c, words in told]
        if len(made) > 1:
            n.add(led[0].first, last, group(tuple(made), line_text(line, led[0].first, last)), "group")
        else:
            n.add(h.first, last, made[0].written(line_text(line, h.first, last)), "organisation" if body else "unnamed")


def listed(n: Namer, h: Hit) -> list[Hit]:
    """The demonyms joined to this one: "Polish, Hungarian" of "Polish, Hungarian and Czech officials"."""
    out: list[Hit] = []
    line, first = n.line, h.first
    while line.low(first - 1) in ("and", "or", ",") and (before := line.hit_at.get(first - 2)) is not None:
        if before.sort not in ("demonym", "state") or before.first in n.taken:
            break
        if line.low(first - 1) == "," and not out:
            break  # a list ends with "and"
        out.insert(0, before)
        first = before.first
    return out


def describes(n: Namer, k: int) -> bool:
    """An adjective between the state and the noun: "Japanese senior officials"."""
    return n.line.tokens[k].pos == "ADJ" or n.line.low(k) in ("top", "senior", "state", "public")


def heads_phrase(n: Namer, h: Hit, first: int, last: int, *, owned: bool) -> bool:
    """Is the noun the end of its phrase, and led by the state's name rather than by a noun between?"""
    line = n.line
    head = line.tokens[last]
    if head.pos not in ("NOUN", "PROPN") or head.dep == "compound" or last + 1 in line.office_at or any(r.first == last + 1 for r in line.runs):
        return False
    return h.sort != "state" or owned or first == h.last + 1


def institution(n: Namer, country: str, noun: str, written: str, sector: str) -> Actor:
    """The state itself for its government; a body of it for an institution; unnamed people else."""
    last = noun.lower().split()[-1]
    if last in wording.words("government"):
        return state(country, written, sector="GOV")
    if last in wording.words("institution"):
        key = organisations.key_of(f"{country.lower()} {noun}")
        return n.cast.actors.setdefault(key, Actor(key=key, name=written, kind="organisation", as_written=written, country=country, sector=sector))
    return unnamed(written, country, sector)
