"""The spotted lines of an article in, its persons out, with their offices, countries and family names.

"South Korean President Lee Jae Myung" seeds a person; from then on "Lee" alone is he, unless two persons bear the name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ...language import leaders, names, organisations, roles, wording
from .context import After, Before, look_left, look_right
from .spotted import Line, Run

LED = frozenset(
    ["president", "prime minister", "premier", "chancellor", "king", "queen", "leader", "supreme leader", "emir", "emperor", "crown prince", "dictator"]
)
ELECTED = frozenset(("president", "prime minister", "premier", "chancellor"))
THING = 0.2  # share of a word's uses that stand with an article, from which on it names a thing
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


def persons(lines: Sequence[Line]) -> list[Person]:
    """The persons that the article names in full or by office and family name, in order of first naming."""
    found: dict[tuple[str, ...], Person] = {}
    alone: Counter[str] = Counter()
    things: Counter[str] = Counter()  # "the Pixel": words that stand with an article are no family names
    pending: list[tuple[Run, Line, Before, After, int, int]] = []
    for n, line in enumerate(lines):
        for m, run in enumerate(line.runs):
            if len(run.words) == 1:
                alone[run.words[0]] += 1
            if line.low(run.first - 1) in ("the", "a", "an") and line.tokens[run.last].dep not in ("compound", "poss", "nmod"):
                things.update((run.words[0], run.words[-1]))
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
    sure = [p for p in found.values() if p.score >= 1 and (p.offices or p.genders or not any(things[w] > THING * alone[w] for w in (p.words[0], p.words[-1])))]
    return _settled(sure, alone)


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
    if words[0].lower() in wording.words("never_first") or words[-1].lower() in wording.words("never_last") or (org and not (known and before.role)):
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
    if head.dep in ("nsubj", "nsubjpass") and verb.lemma.lower() in wording.words("speech"):
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
    """As in "Putin offered": a family name that means one leader, where it does something or owns something."""
    head = line.tokens[run.last]
    return (
        run.words[0] in leaders.unmistakable()
        and head.pos == "PROPN"
        and head.dep in ("nsubj", "nsubjpass", "poss", "agent", "conj", "dobj", "pobj")
        and line.low(run.first - 1) not in ("the", "a", "in", "at")
    )


def _titled_alone(line: Line, run: Run, before: Before) -> bool:
    """As in "President Trump", "Mr. Abe", "Queen Mary": a single name that an office or title makes a person's."""
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
            same = by_family[p.words] or [q for q in kept if p.words[0] in q.words and _reigns(p) and _reigns(q)]
            same = [q for q in same if not (q.gender and p.gender and q.gender != p.gender) and not _apart(p, q)]
            if len(same) == 1:
                join(same[0], p)
            elif not same and not (by_family[p.words] and not p.offices):
                p.family = p.words
                kept.append(p)
                if p.words[0] in leaders.unmistakable() and not p.countries:
                    p.countries[leaders.unmistakable()[p.words[0]][1]] += 1
    return sorted(kept, key=lambda p: min(p.uses))


def _reigns(p: Person) -> bool:
    return any(r.royal for r, _, _ in p.offices)


def _apart(p: Person, q: Person) -> bool:
    """King Hussein of Jordan is not President Saddam Hussein of Iraq: another state, or one reigns and the other holds offices and does not."""
    states = {c for _, c, _ in p.offices if c} | set(p.countries), {c for _, c, _ in q.offices if c} | set(q.countries)
    royal = _reigns(p), _reigns(q)
    elected = any(r.name in ELECTED for r, _, _ in p.offices), any(r.name in ELECTED for r, _, _ in q.offices)
    return bool(states[0] and states[1] and not states[0] & states[1]) or (royal[0] and elected[1]) or (royal[1] and elected[0])


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
