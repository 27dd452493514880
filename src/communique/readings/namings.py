"""A spotted line and the article's cast in, its namings out: which words name which person, office, state or body.

Order matters: persons first, then offices and bodies led by a state's name, then the states themselves; no word names two actors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..language import countries, names, organisations, roles
from ..model.actor import Actor
from .cast import Person, country_of, display, look_left, of_state
from .entities import Naming
from .places import acts
from .spotted import Hit, Line, Office, Run, line_text

HEADS = ("supreme leader", "president", "prime minister", "premier", "chancellor", "king", "emperor", "general secretary", "leader", "ruler")
GOVERNMENT = frozenset("government administration regime state side leadership authorities cabinet".split())
INSTITUTION = frozenset(
    "parliament legislature senate congress assembly house court judiciary ministry office presidency embassy consulate military army navy force forces police bank media press agency service newspaper delegation opposition television broadcaster company guard".split()
)
SHORT = frozenset("U.S. US U.K. UK UAE U.A.E. DPRK ROK".split())
ARTICLES = ("the", "a", "an")


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
                if (
                    was == past
                    and same_office(r.name, office)
                    and (country is None or (c or p.country) == country or (c is None and p.country is None and False))
                ):
                    out.append(p)
                    break
        return out


def same_office(held: str, asked: str) -> bool:
    """May somebody of office ``held`` be called ``asked``? "foreign minister" may be "the minister"; a vice president is no president."""
    if held == asked:
        return True
    if asked in (
        "president",
        "premier",
        "chancellor",
        "leader",
        "secretary",
        "general",
        "chief",
        "head",
        "member",
        "king",
        "queen",
        "director",
        "officer",
        "manager",
        "governor",
    ):
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

    def all(self) -> list[Naming]:
        self.taken.update(i for h in self.line.hits if h.sort == "none" for i in range(h.first, h.last + 1))
        for run in self.line.runs:
            self.person(run)
        for run in self.line.runs:
            self.body(run)
        for o in self.line.offices:
            self.office(o)
        self.scattered()
        self.common()
        for h in self.line.hits:
            self.hit(h)
        self.acronyms()
        return self.out

    def person(self, run: Run) -> None:
        """A run that names somebody of the cast."""
        found, form = self.whom(run)
        if found is not None:
            head = self.line.tokens[run.last]
            self.add(run.first, run.last, self.cast.actors[found.key], form, acting=head.dep != "compound")
            return
        parts = [k for k in range(run.first, run.last + 1) if self.line.tokens[k].text in ("-", "–")]
        for first, last in zip([run.first, *(k + 1 for k in parts)], [*(k - 1 for k in parts), run.last], strict=True) if parts else ():
            text = line_text(self.line, first, last) if first <= last else ""
            if text and (p := self.whom(Run(first, last, names.tokens(text), text))[0]) is not None:
                self.add(first, last, self.cast.actors[p.key], "surname")  # "the Lee-Takaichi summit"

    def whom(self, run: Run) -> tuple[Person | None, str]:
        c = self.cast
        same = c.by_words.get(tuple(sorted(run.words)), [])
        if len(same) == 1 and len(run.words) > 1:
            return same[0], "full"
        borne = c.by_family.get(run.words, [])
        if len(borne) > 1:
            borne = self.told_apart(run, borne)
        if len(borne) > 1:
            borne = self.nearest(borne)
        if len(borne) == 1:
            return borne[0], "surname"
        if borne:
            return None, ""
        if len(run.words) > 1:
            part = [p for p in c.persons if set(run.words) <= set(p.words) and run.words[-1] == p.words[-1]]
            return (part[0], "full") if len(part) == 1 else (None, "")
        given = c.by_given.get(run.words[0], [])
        if len(given) == 1 and self.line.tokens[run.first].pos == "PROPN" and run.words[0] in names.given():
            return given[0], "surname"
        return None, ""

    def told_apart(self, run: Run, borne: list[Person]) -> list[Person]:
        """Of those who share the family name, the one whom the office or title before it fits."""
        before = look_left(self.line, run.first)
        if before.role is not None:
            fits = [p for p in borne if any(same_office(r.name, before.role.name) and (before.country is None or c == before.country) for r, c, _ in p.offices)]
            return fits if len(fits) == 1 else borne
        if before.gender:
            fits = [p for p in borne if p.gender == before.gender]
            rest = [p for p in borne if p.gender is None]
            return fits if len(fits) == 1 and not rest else borne
        return borne

    def nearest(self, borne: list[Person]) -> list[Person]:
        """Of those who share the family name, the one named in full so far; else the only one in this sentence and the one before."""
        here = self.line.sent.index
        so_far = [p for p in borne if any(n <= here for n, _ in p.full_uses)]
        if len(so_far) == 1:
            return so_far
        near = [p for p in borne if any(here - 1 <= n <= here for n, _ in p.full_uses)]
        return near if len(near) == 1 else borne

    def scattered(self) -> None:
        """Known names where capitals or word classes show none: headlines, transcripts ("PENCE:"), a name that opens a sentence."""
        tokens = self.line.tokens
        i = 0
        while i < len(tokens):
            n = self.known_at(i)
            i += n or 1

    def known_at(self, i: int) -> int:
        """How many words from ``i`` on name somebody of the cast; they are entered."""
        tokens = self.line.tokens
        if i in self.taken or not tokens[i].text[:1].isupper() or (i in self.line.hit_at and self.line.hit_at[i].sort != "state"):
            return 0
        for n in (3, 2, 1) if self.line.headline else (1,):
            part = tokens[i : i + n]
            if len(part) < n or any(t.i in self.taken or not t.text[:1].isupper() for t in part):
                continue
            words = tuple(names.fold(t.text) for t in part)
            found = self.cast.by_words.get(tuple(sorted(words)), []) if n > 1 else self.cast.by_family.get(words, [])
            beside = (
                n == 1
                and not self.line.headline
                and any(
                    0 <= k < len(tokens) and tokens[k].text[:1].isupper() and tokens[k].pos == "PROPN" and k not in self.line.office_at for k in (i - 1, i + 1)
                )
            )
            if len(found) == 1 and not beside and (n > 1 or len(words[0]) > 2) and not (i in self.line.office_at and tokens[i].text.islower()):
                self.add(i, i + n - 1, self.cast.actors[found[0].key], "full" if n > 1 else "surname", acting=tokens[i + n - 1].dep != "compound")
                return n
        return 0

    def body(self, run: Run) -> None:
        """A run that holds a word of bodies ("Foreign Ministry"), with the state that leads it."""
        if run.words in self.cast.bodies:
            self.add(run.first, run.last, self.cast.bodies[run.words], "organisation", acting=self.line.tokens[run.last].dep != "compound")
            return
        marks = [w for w in run.text.split() if w in organisations.words()]
        if not marks or run.first in self.taken:
            return
        shown = run.text.endswith(marks[-1]) or run.text.startswith(marks[0])  # "Ministry of ...", "... Ministry"; "Union Square" shows nothing
        found = organisations.words()[marks[-1]] if shown else None
        first, last = self.extent(run)
        if (
            self.line.low(last + 1) not in ("", ",", ".")
            and last + 1 in self.line.office_at
            and last == run.last
            and len(run.words) == 1
            and first == run.first
        ):
            return
        country = (
            country_of(self.line, first - 1)
            or (country_of(self.line, first - 2) if self.line.low(first - 1) == "'s" else None)
            or of_state(self.line, last + 1)
        )
        led = (
            first - 1 in self.line.hit_at
            and self.line.spaced(first)
            and self.line.low(first - 1) != "'s"
            and self.line.hit_at[first - 1].sort in ("demonym", "state")
        )
        if len(run.words) == 1 and last == first and country is None:
            return
        if led:
            first = self.line.hit_at[first - 1].first
        inner = country or next((country_of(self.line, k) for k in range(first, last + 1) if k in self.line.hit_at), None)
        text = line_text(self.line, first, last)
        name = text if not inner or led else text
        key = organisations.key_of(f"{inner.lower()} {line_text(self.line, run.first, last)}" if inner and (led or country) else text)
        actor = Actor(key=key, name=name, kind="organisation", as_written=text, country=inner, sector=found)
        self.cast.actors.setdefault(key, actor)
        self.add(first, last, self.cast.actors[key], "organisation", acting=self.line.tokens[last].dep != "compound")

    def extent(self, run: Run) -> tuple[int, int]:
        """The run with what "of", "for", "and" join to it: "Ministry of Foreign Affairs"."""
        last = run.last
        while self.line.low(last + 1) in ("of", "for", "and", "&", "on") and last + 2 < len(self.line.tokens):
            k = last + 2
            if self.line.low(k) == "the":
                k += 1
            nxt = next((r for r in self.line.runs if r.first == k), None)
            if self.line.low(last + 1) == "and" and not any(
                w in ("Department", "Ministry", "Office", "Bureau", "Agency", "Commission", "Committee", "Center", "Centre", "Institute")
                for w in run.text.split()
            ):
                break
            if nxt is not None:
                last = nxt.last
            elif k in self.line.office_at and self.line.tokens[k].text[:1].isupper() and self.line.low(last + 1) == "of":
                last = self.line.office_at[k].last
            elif k in self.line.hit_at and self.line.low(last + 1) == "of" and self.line.hit_at[k].sort == "place":
                last = self.line.hit_at[k].last
            else:
                break
        return run.first, last

    def office(self, o: Office) -> None:
        """An office without a name: "the South Korean president", "the prime minister"."""
        line = self.line
        if (
            o.first in self.taken
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
        if self.names_follow(o):
            return
        first, country, past = self.lead(o)
        governs = o.role.sector in ("GOV", "MIL", "LEG", "JUD", "REB", "OPP") or o.role.name == "leader"
        country = country or (of_state(line, o.last + 1) if governs else None) or country_of(line, o.first)
        owner = line.low(first - 1)
        holders = self.cast.holders(o.role.name, country, past=past)
        if o.role.name == "leader" and country:
            holders = next((h for office in HEADS if (h := self.cast.holders(office, country, past=past))), [])
        if len(holders) == 1 and (country or owner in ("the", "both")) and line.low(o.last + 1) != "of":
            self.add(first, o.last, self.cast.actors[holders[0].key], "role")
        elif country and not holders and o.role.sole and not past and owner not in ("a", "an", "some", "every", "no", "any"):
            key = f"role:{country}:{o.role.name}"
            words = f"{countries.countries()[country].adjectives[0] if countries.countries()[country].adjectives else countries.title(country)} {o.role.name}"
            actor = Actor(
                key=key, name=None, kind="person", as_written=words, role=o.role.name, country=country, sector=o.role.sector or "GOV", gender=o.role.gender
            )
            self.cast.actors.setdefault(key, actor)
            self.add(first, o.last, self.cast.actors[key], "role")
        elif country and not holders:
            self.add(first, o.last, unnamed(line_text(line, first, o.last), country, None if past else o.role.sector or "GOV"), "unnamed")

    def names_follow(self, o: Office) -> bool:
        """Is the office a title of the name beside it?"""
        line = self.line
        k = o.last + 1
        if line.low(k) in (",", ":") and line.low(k + 1) not in ("the", "a", "an"):
            k += 1
        if any(r.first == k for r in line.runs) and k in self.taken:
            return True
        return k == o.last + 1 and any(r.first == k and r.last >= k for r in line.runs) and line.tokens[o.last].text[:1].isupper()

    def lead(self, o: Office) -> tuple[int, str | None, bool]:
        """Where the phrase of an office begins, the country that leads it, and whether it is of the past."""
        line = self.line
        first, country, past = o.first, None, False
        k = o.first - 1
        while k >= 0 and k not in self.taken:
            low = line.low(k)
            if low in roles.past():
                past = True
            elif (c := country_of(line, k)) is not None and line.hit_at[k].sort != "place":
                country, first = c, line.hit_at[k].first
                break
            elif low in roles.modifiers() or low == "'s" or low == "-" or line.tokens[k].pos == "ADJ":
                pass
            else:
                break
            k -= 1
        if country is None:
            first = o.first
        return first, country, past

    def common(self) -> None:
        """ "the Japanese government", "U.S. officials", "Seoul's presidential office": a noun that acts for the state before it."""
        line = self.line
        for h in line.hits:
            if h.sort not in ("state", "demonym", "capital", "seat") or h.first in self.taken:
                continue
            country = country_of(line, h.first)
            k = h.last + 1
            owned = line.low(k) == "'s" or line.low(k) == "'"
            if owned:
                k += 1
            while (
                k < len(line.tokens)
                and k < h.last + 4
                and (line.tokens[k].pos == "ADJ" or line.low(k) in ("top", "senior", "state", "public"))
                and organisations.common().longest(self.lower(), k) is None
            ):
                k += 1
            found = organisations.common().longest(self.lower(), k) if k < len(line.tokens) else None
            if found is None or country is None:
                continue
            n, sector = found
            last = k + n - 1
            head = line.tokens[last]
            if (
                head.pos not in ("NOUN", "PROPN")
                or head.dep == "compound"
                or last + 1 in line.office_at
                or any(r.first == last + 1 for r in line.runs)
                or (h.sort == "state"
                and not owned
                and line.low(k - 1) != line.tokens[h.last].low)
            ):
                continue
            self.add(
                h.first,
                last,
                self.institution(country, line_text(line, k, last), line_text(line, h.first, last), sector),
                "organisation" if head.low.rstrip("s") in INSTITUTION or head.low in INSTITUTION else "unnamed",
            )

    def lower(self) -> list[str]:
        return [t.low for t in self.line.tokens]

    def institution(self, country: str, noun: str, written: str, sector: str) -> Actor:
        """The state itself for its government; a body of it for an institution; unnamed people else."""
        last = noun.lower().split()[-1]
        if last in GOVERNMENT:
            return state(country, written, sector="GOV")
        if last in INSTITUTION:
            key = organisations.key_of(f"{country.lower()} {noun}")
            return self.cast.actors.setdefault(key, Actor(key=key, name=written, kind="organisation", as_written=written, country=country, sector=sector))
        return unnamed(written, country, sector)

    def hit(self, h: Hit) -> None:
        """A state, capital, seat or known body."""
        line = self.line
        if h.sort == "body":
            b = h.value
            led = None
            kind = "organisation"
            actor = Actor(key=b.key, name=b.name, kind=kind, as_written=b.name, country=b.country or led, sector=b.sector)
            self.add(
                h.first, h.last, self.cast.actors.setdefault(b.key, actor), "organisation", acting=line.tokens[h.last].dep != "compound" and b.name != "Gaza"
            )
        elif h.sort == "seat" and h.value not in countries.countries():
            body = next(b for b in organisations.known().values() if b.key == h.value)
            actor = Actor(key=body.key, name=body.name, kind="organisation", as_written=body.name, sector=body.sector)
            self.add(h.first, h.last, actor, "capital", acting=acts(line, Hit(h.first, h.last, "capital", h.value)))
        elif h.sort in ("state", "demonym", "capital", "seat"):
            if not self.sure(h) or (line.low(h.first - 1) == "-" and line.low(h.first - 2) in ("anti", "pro", "non")):
                return
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
            self.add(
                h.first,
                h.last,
                people(h.value, text, ethnic=line.low(h.first - 1) == "ethnic")
                if h.sort == "demonym" and nationals(line, h)
                else state(h.value, text, sector="GOV" if form == "capital" else None),
                form,
                acting=acting,
            )

    def sure(self, h: Hit) -> bool:
        """Names that are something else as well need company: Georgia of the Caucasus, Georgetown of Guyana."""
        text = line_text(self.line, h.first, h.last)
        has = self.cast.has
        if (names.fold(text),) in self.cast.by_family:
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

    def acronyms(self) -> None:
        for t in self.line.tokens:
            if t.text in self.cast.acronyms and t.i not in self.taken:
                self.add(t.i, t.i, self.cast.acronyms[t.text], "organisation", acting=t.dep != "compound")
            elif self.cast.bodies and t.text.isupper() and (b := self.cast.bodies.get((names.fold(t.text),))) and b.name == t.text:
                self.add(t.i, t.i, b, "organisation", acting=t.dep != "compound")
        has = self.cast.has
        for i in range(1, len(self.line.tokens)):
            t = self.line.tokens[i]
            if t.text in ("North", "South") and self.line.low(i - 1) == "the" and i not in self.taken:
                nxt = self.line.tokens[i + 1] if i + 1 < len(self.line.tokens) else None
                if nxt is not None and nxt.text[:1].isupper():
                    continue
                code = "PRK" if t.text == "North" else "KOR"
                if has.get("PRK") and (code == "PRK" or has.get("KOR")) and t.dep in ("nsubj", "poss", "pobj", "dobj", "nsubjpass", "conj", "iobj", "dative"):
                    self.add(i, i, state(code, t.text), "state")
            elif t.text in ("Korea", "Korean", "Koreans") and i not in self.taken and has.get("KOR") and self.line.low(i - 1) not in ("north", "south"):
                self.korea(i)
        if self.line.tokens and self.line.tokens[0].text in ("Korea", "Korean", "Koreans") and 0 not in self.taken and has.get("KOR"):
            self.korea(0)

    def korea(self, i: int) -> None:
        t = self.line.tokens[i]
        form = "state" if t.text == "Korea" else "demonym"
        self.add(i, i, state("KOR", t.text), form, acting=acts(self.line, Hit(i, i, form, "KOR")))


def state(iso3: str, written: str, *, sector: str | None = None) -> Actor:
    return Actor(key=f"state:{iso3}", name=countries.title(iso3), kind="state", as_written=written, country=iso3, sector=sector)


def nationals(line: Line, h: Hit) -> bool:
    """Does a demonym name people ("136 Koreans", "the Japanese") rather than describe?"""
    head = line.tokens[h.last]
    return head.pos in ("NOUN", "PROPN") and (
        head.tag in ("NNS", "NNPS") or (head.dep not in ("compound", "amod", "nmod", "poss") and line.low(h.first - 1) in ("the", "a", "an"))
    )


def people(iso3: str, written: str, *, ethnic: bool = False) -> Actor:
    """Nationals of a state, who are not the state; "ethnic Albanians" need not even be nationals."""
    if ethnic:
        return Actor(key=f"people:ethnic {iso3}", name=None, kind="unnamed", as_written=written)
    return Actor(key=f"people:{iso3}", name=None, kind="unnamed", as_written=written, country=iso3)


def unnamed(written: str, country: str | None = None, sector: str | None = None) -> Actor:
    """A voice without a name, known by the words that describe it."""
    words = " ".join(w for w in written.lower().split() if w not in ARTICLES)
    return Actor(key=f"unnamed:{words}", name=None, kind="unnamed", as_written=written, country=country, sector=sector)
