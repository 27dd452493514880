"""The spotted lines of an article in, its persons out, with their offices, countries and family names.

"South Korean President Lee Jae Myung" seeds a person; from then on "Lee" alone is he, unless two persons bear the name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..language import countries, leaders, names, organisations, roles
from .spotted import Line, Run, line_text

SPEECH = frozenset(
    "say tell add note argue warn claim insist reply explain state announce declare write tweet post ask acknowledge admit stress urge believe think hope want vow pledge reiterate describe recall quip joke testify comment express suggest predict".split()
)
NEVER_FIRST = frozenset(
    "san santa st st. saint mount mt mt. lake fort port new north south east west los las el upper lower great grand central cape hurricane tropical typhoon operation project white black red golden royal national international world global old big air air".split()
)
NOT_LAST = frozenset(
    "street avenue road square river valley island islands mountain mountains bay beach airport station stadium park hall county city state province district region temple shrine cathedral castle bridge tower plaza building center centre "
    "day night week war treaty agreement accord act bill law code plan deal pact doctrine declaration summit forum games cup open prize award medal age era game show festival fair week crisis pass plateau strait channel canal coast desert "
    "times post herald virus disease syndrome railway line project program programme report index theory principle protocol convention republicans democrats democrat republican americans american muslims christians jews road studios pictures entertainment records foods airlines hills heights springs falls creek district court".split()
)
LED = frozenset(
    ["president", "prime minister", "premier", "chancellor", "king", "queen", "leader", "supreme leader", "emir", "emperor", "crown prince", "dictator"]
)
HEARD = 2  # pronouns that make a gender sure


@dataclass(slots=True)
class Person:
    """What an article shows of one person while it is being read. ``offices``: (office, country, held in the past)."""

    words: tuple[str, ...]
    forms: Counter[str] = field(default_factory=Counter)
    offices: list[tuple[roles.Role, str | None, bool]] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)  # shown by titles and offices
    heard: Counter[str] = field(default_factory=Counter)  # of pronouns
    countries: Counter[str] = field(default_factory=Counter)
    score: float = 0.0
    family: tuple[str, ...] = ()
    uses: list[tuple[int, int]] = field(default_factory=list)  # (line, run)

    full_uses: list[tuple[int, int]] = field(default_factory=list)

    @property
    def key(self) -> str:
        return "person:" + " ".join(sorted(self.words))

    @property
    def country(self) -> str | None:
        """The country that its offices and descriptions agree on; the one told most often where they do not."""
        best = self.countries.most_common(2)
        if not best:
            return self._known()
        if len(best) == 2 and best[0][1] == best[1][1]:
            return None
        return best[0][0]

    def _known(self) -> str | None:
        """The state of a leader whom an article names without it: by full name, or by office and a family name that only one state's bear."""
        if len(self.words) > 1:
            return leaders.countries_of().get(self.key)
        led = any(r.name in LED for r, _, _ in self.offices)
        return leaders.by_family().get(self.words[0]) if led else None

    @property
    def gender(self) -> str | None:
        shown = [g for g in self.genders if g]
        if len(shown) == 1:
            return shown[0]
        if shown:
            return None
        given = tuple(w for w in self.words if w not in self.family) or self.words
        known = names.gender_of(given[0])
        (most, n), *rest = [*self.heard.most_common(), ("", 0)]
        if most and n >= HEARD and n >= HEARD * sum(m for _, m in rest):
            return most if known in (None, most) else None
        return known

    @property
    def role(self) -> str | None:
        """The office to show: one held now before one held once; one with a country before one without."""
        best = sorted(enumerate(self.offices), key=lambda x: (x[1][2], x[1][1] is None, -len(x[1][0].name.split()), x[0]))
        return None if not best else ("former " if best[0][1][2] else "") + best[0][1][0].name

    @property
    def sector(self) -> str | None:
        now = [r.sector for r, _, past in self.offices if r.sector and not past]
        if now:
            return Counter(now).most_common(1)[0][0]
        if self.country and any(r.name in LED and not past for r, _, past in self.offices):
            return "GOV"
        return "ELI" if any(past for _, _, past in self.offices) else None


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
    low = line.low(i)
    title = low in roles.titles()
    gender = roles.titles().get(low) or None if title else None
    if title:
        i -= 1
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
        elif (
            low in ("'s", "'", "-") or low in roles.modifiers() or k in line.office_at or (line.tokens[k].pos in ("PROPN", "ADJ", "NOUN") and line.spaced(k + 1))
        ):
            pass
        else:
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


def persons(lines: Sequence[Line]) -> list[Person]:
    """The persons that the article names in full or by office and family name, in order of first naming."""
    found: dict[tuple[str, ...], Person] = {}
    alone: Counter[str] = Counter()
    pending: list[tuple[Run, Line, Before, After, int, int]] = []
    for n, line in enumerate(lines):
        for m, run in enumerate(line.runs):
            if len(run.words) == 1:
                alone[run.words[0]] += 1
            pending.append((run, line, look_left(line, run.first), look_right(line, run.last), n, m))
        first = line.tokens[0] if line.tokens else None
        if first is not None and first.pos != "PROPN" and first.text[:1].isupper() and not any(r.first <= 1 for r in line.runs):
            alone[names.fold(first.text)] += 1  # the parser often takes a foreign name for a noun where it opens a sentence
    for n, line in enumerate(lines):
        pending.extend((run, line, Before(), After(), n, -1) for run in (headline_names(line, alone) if line.headline else ()))
    for run, line, before, after, n, m in pending:
        weight = _weight(run, line, before, after, alone)
        key = tuple(sorted(run.words))
        if weight <= 0 and key not in found:
            continue
        p = found.setdefault(key, Person(words=run.words))
        p.score += weight
        p.uses.append((n, m))
        if len(run.words) > 1 or weight > 0:
            p.full_uses.append((n, m))
        note(p, run, before, after)
    return _settled([p for p in found.values() if p.score >= 1], alone)


def headline_names(line: Line, alone: Counter[str]) -> list[Run]:
    """In a headline only a given name before a family name that the body repeats is a person's full name."""
    out = []
    for a, b in pairwise(line.tokens):
        if a.text[0].isupper() and b.text[0].isupper() and names.fold(a.text) in names.given() and alone[names.fold(b.text)] and a.i not in line.hit_at:
            text = f"{a.text} {b.text}"
            out.append(Run(a.i, b.i, names.tokens(text), text))
    return out


def note(p: Person, run: Run, before: Before, after: After) -> None:
    """Enter what stands around one use of a name."""
    p.forms[run.text] += 1
    if before.role is not None:
        p.offices.append((before.role, before.country, before.past))
    if before.country:
        p.countries[before.country] += 2
    if before.gender:
        p.genders[before.gender] += 1
    if after.apposed or after.country:
        p.offices.extend(after.offices)
        if after.country:
            p.countries[after.country] += 2


def _weight(run: Run, line: Line, before: Before, after: After, alone: Counter[str]) -> float:
    """How surely is a run of capitalised words a person's name here? 1 and more is sure."""
    words = [line.tokens[k].text for k in range(run.first, run.last + 1)]
    org = any(w in organisations.words() for w in words)
    known = run.words[0] in names.given()
    if words[0].lower() in NEVER_FIRST or words[-1].lower() in NOT_LAST or (org and not (known and before.role)):
        return 0
    if len(run.words) == 1:
        return 1.0 if _titled_alone(line, run, before) or _famous(line, run, before) else 0
    weight = 0.0
    if before.role is not None and not (before.role.sector == "BUS" and org):
        weight += 1 if line.tokens[run.first].pos == "PROPN" or known else 0.5
    if before.title or before.gender:
        weight += 1
    if after.apposed:
        weight += 1
    if line.low(run.first - 1) in ("the", "a", "an") and before.role is None:
        return weight if known and after.apposed else 0
    if known:
        weight += 1 if len(run.words) <= 4 else 0.5
    head = line.tokens[run.last]
    verb = line.tokens[head.head]
    if head.dep in ("nsubj", "nsubjpass") and verb.lemma.lower() in SPEECH:
        weight += 0.6
    elif head.dep in ("nsubj", "poss"):
        weight += 0.3
    if run.words[0] in names.family_first() and len(run.words) in (2, 3) and all(len(w) <= 6 for w in run.words):
        weight += 0.5
    if (alone[run.words[-1]] and len(run.words) <= 4) or (alone[run.words[0]] and run.words[0] in names.family_first()):
        weight += 0.4
    if (line.low(run.last + 1) == "," and line.low(run.last + 2) == "who") or line.low(run.last + 1) == "who":
        weight += 1
    if line.low(run.first - 1) in ("in", "at", "near") and not known:
        weight -= 0.7
    if any(names.INITIAL.match(w) for w in words[1:-1]):
        weight += 0.6
    return weight


def _famous(line: Line, run: Run, before: Before) -> bool:
    """ "Putin offered": a family name that means one leader, where it does something or owns something."""
    head = line.tokens[run.last]
    return (
        run.words[0] in leaders.unmistakable()
        and head.pos == "PROPN"
        and head.dep in ("nsubj", "nsubjpass", "poss", "agent", "conj", "dobj", "pobj")
        and line.low(run.first - 1) not in ("the", "a", "in", "at")
    )


def _titled_alone(line: Line, run: Run, before: Before) -> bool:
    """ "President Trump", "Mr. Abe", "Queen Mary": a single name that an office or title makes a person's."""
    if line.tokens[run.first].pos != "PROPN" or (before.role is None and not before.title):
        return False
    i = run.first - 1
    if line.low(i) == ",":
        return False
    o = line.office_at.get(i - 1 if before.title and before.role else i)
    if o is None:
        return before.title
    capital = line.tokens[o.last].text[:1].isupper()
    follows = line.tokens[run.last + 1] if run.last + 1 < len(line.tokens) else None
    if follows is not None and follows.pos in ("NOUN",) and follows.low not in ("'s",) and line.tokens[run.last].dep == "compound" and not capital:
        return False
    return capital or before.country is not None


def _settled(found: list[Person], alone: Counter[str]) -> list[Person]:
    """One entry a person: "Javad Zarif" joins "Mohammad Javad Zarif", "Trump" joins "Donald Trump"; and each with a family name."""
    full = [p for p in found if len(p.words) > 1]
    full.sort(key=lambda p: -len(p.words))
    kept: list[Person] = []
    for p in full:
        longer = [
            q for q in kept if set(p.words) < set(q.words) and (p.words[-1] == q.words[-1] or (p.words[0] == q.words[0] and p.words[0] in names.family_first()))
        ]
        if len(longer) == 1:
            join(longer[0], p)
        else:
            kept.append(p)
    for p in kept:
        p.family = names.family(p.words, p.country, alone)
    by_family = defaultdict(list)
    for p in kept:
        by_family[p.family].append(p)
        if len(p.family) > 1:
            by_family[p.family[-1:]].append(p)
    for p in found:
        if len(p.words) == 1:
            same = by_family[p.words] or [q for q in kept if p.words[0] in q.words and any(r.royal for r, _, _ in p.offices)]
            same = [q for q in same if not (q.gender and p.gender and q.gender != p.gender)]
            if len(same) == 1:
                join(same[0], p)
            elif not same:
                p.family = p.words
                kept.append(p)
                if p.words[0] in leaders.unmistakable() and not p.countries:
                    p.countries[leaders.unmistakable()[p.words[0]][1]] += 1
    return sorted(kept, key=lambda p: min(p.uses))


def join(p: Person, other: Person) -> None:
    """All that was seen of ``other`` is of ``p``."""
    p.forms += other.forms
    p.offices += other.offices
    p.genders += other.genders
    p.countries += other.countries
    p.uses += other.uses
    p.full_uses += other.full_uses
    p.score += other.score


def display(p: Person) -> str:
    """The full form written most often, the longest where two tie."""
    return max((f for f in p.forms if len(names.tokens(f)) == len(p.words)), key=lambda f: (p.forms[f], len(f), f), default=max(p.forms, key=len))


__all__ = ["Person", "countries", "country_of", "display", "line_text", "look_left", "look_right", "persons"]


HE = {"he": "male", "him": "male", "his": "male", "himself": "male", "she": "female", "her": "female", "hers": "female", "herself": "female"}


def hear_gender(lines: Sequence[Line], found: Sequence[Person]) -> None:
    """Count the pronouns that can only mean one person: "Lee said he ...", where nobody else stands in this sentence or the one before."""
    by_line: dict[int, set[str]] = defaultdict(set)
    by_key = {p.key: p for p in found}
    family = defaultdict(list)
    for p in found:
        family[p.family].append(p)
        family[tuple(sorted(p.words))].append(p)
    last: set[str] = set()
    for n, line in enumerate(lines):
        here = {q[0].key for r in line.runs if len(q := family.get(r.words) or family.get(tuple(sorted(r.words)), [])) == 1}
        by_line[n] = here
        near = here | last
        if len(near) == 1 and here:
            p = by_key[next(iter(near))]
            first = min(r.first for r in line.runs if p in (family.get(r.words) or family.get(tuple(sorted(r.words)), [])))
            for t in line.tokens[first:]:
                if (g := HE.get(t.low)) and not _in_quotes(line, t.i):
                    p.heard[g] += 1
        last = here


def _in_quotes(line: Line, i: int) -> bool:
    return sum(t.text == '"' for t in line.tokens[:i]) % 2 == 1
