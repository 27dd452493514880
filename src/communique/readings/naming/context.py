"""A word of a spotted line in, what stands around it out: the office, country, title and apposition beside a name.

"Japan's former Prime Minister, Ann Lee, a professor": before it an office of Japan, held in the past; after it an apposition.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...language import countries, roles
from .spotted import Line

NOMINAL = ("PROPN", "ADJ", "NOUN")


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a name: its office, whether in the past, the country told, the gender a title shows."""

    role: roles.Role | None = None
    past: bool = False
    country: str | None = None
    gender: str | None = None
    title: bool = False


def country_of(line: Line, i: int) -> str | None:
    """The state that a spotted name at word ``i`` stands for: states, demonyms, capitals, seats, national bodies."""
    h = line.hit_at.get(i)
    if h is None:
        return None
    if h.sort == "body":
        found: str | None = h.value.country
        return found
    if h.sort in ("state", "demonym", "capital", "seat", "place"):
        return h.value if h.value in countries.countries() else None
    return None


def look_left(line: Line, first: int) -> Before:
    """The office or title that ends right before word ``first``, with the country and the modifiers left of it."""
    i = first - 1
    if i >= 0 and line.low(i) == '"':
        i -= 1
    title, gender = False, None
    while (low := line.low(i)) in roles.titles():  # "Datuk Seri", "Prof. Dr."
        title, gender = True, gender or roles.titles()[low] or None
        i -= 1
    if (place := line.hit_at.get(i)) is not None and line.low(place.first - 1) == "of" and (o := line.office_at.get(place.first - 2)) is not None:
        return Before(o.role, around_office(line, o.first)[1], country_of(line, i), gender or o.role.gender, title)  # "President of France Emmanuel Macron"
    comma = line.low(i) == ","
    o = line.office_at.get(i - 1 if comma else i)
    if o is None:
        return Before(gender=gender, title=title)
    if comma and not _stands_alone(line, o.first):
        return Before(gender=gender, title=title)
    country, past = around_office(line, o.first)
    if country is None and o.first < o.last:
        country = country_of(line, o.first)
    return Before(o.role, past, country, gender or o.role.gender, title)


def _stands_alone(line: Line, i: int) -> bool:
    """Has the office before a comma a determiner or owner of its own ("its prime minister, Ann Lee")?"""
    return any(line.low(k) in ("'s", "the", "its", "their", "his", "her", "a", "an", "'") for k in range(max(0, i - 5), i))


def around_office(line: Line, first: int) -> tuple[str | None, bool]:
    """Country and past of an office that begins at word ``first``, from the words to its left."""
    past = False
    country = None
    k = first - 1
    for _ in range(7):
        if k < 0:
            break
        low = line.low(k)
        if low in roles.past():
            past = True
        elif (found := country_of(line, k)) is not None:
            country = country or found
            k = line.hit_at[k].first
            if country and k > 0 and line.low(k - 1) in ("the", "a", "an"):
                break
        elif k in line.hit_at and line.hit_at[k].sort != "none":
            k = line.hit_at[k].first  # an organisation: "Toyota President"
        elif not (low in ("'s", "'", "-") or low in roles.modifiers() or k in line.office_at or (line.tokens[k].pos in NOMINAL and line.spaced(k + 1))):
            break
        k -= 1
    return country, past


def of_state(line: Line, i: int) -> str | None:
    """The country in "of South Korea", "of the United States" from word ``i`` on."""
    if line.low(i) not in ("of", "from", "for"):
        return None
    k = i + 1
    if line.low(k) == "the":
        k += 1
    h = line.hit_at.get(k)
    return country_of(line, k) if h is not None and h.first == k and h.sort in ("state",) else None


@dataclass(frozen=True, slots=True)
class After:
    offices: tuple[tuple[roles.Role, str | None, bool], ...] = ()
    country: str | None = None
    apposed: bool = False


def look_right(line: Line, last: int) -> After:
    """An apposition after a name: ", a professor at ...", ", the U.S. envoy to ...", ", 45, a farmer", "of South Korea"."""
    k = last + 1
    if found := of_state(line, k):
        return After(country=found)
    if line.low(k) not in (",", "("):
        return After()
    k += 1
    aged = line.low(k).isdigit() and line.low(k + 1) in (",", ")") and len(line.low(k)) <= 2
    if aged:
        k += 2
    end = k
    while (
        end < len(line.tokens)
        and end < k + 16
        and line.low(end) not in (",", ")", ";", ".", "who", "said", "says", "told", "and", "to", "in", "at", "on", "for", "with", "that", "-", "—", "–")
        and line.tokens[end].pos not in ("VERB", "AUX", "PRON")
    ):
        end += 1
    inside = {line.office_at[j].first: line.office_at[j] for j in range(k, end) if j in line.office_at}
    starts_name = bool(line.runs) and any(r.first == k for r in line.runs)
    if not inside or (starts_name and line.low(k) != "the" and not any(o.first > k for o in inside.values())):
        return After(apposed=aged)
    offices = []
    country = None
    for o in list(inside.values())[:2]:
        c, past = around_office(line, o.first)
        c = c or of_state(line, o.last + 1)
        if any(r.first == o.last + 1 for r in line.runs):
            return After(apposed=aged)  # the next name's office, in a list
        offices.append((o.role, c, past))
        country = country or c
    lead = line.low(k) in ("the", "a", "an", "one", "its", "his", "her", "their", "chief", "who") or any(
        line.low(j) in roles.modifiers() or line.low(j) in roles.past() for j in range(k, end)
    )
    lead = lead or line.low(k) in ("then",) or k in inside or (country is not None) or line.low(k - 1) == ","
    return After(tuple(offices), country, lead)
