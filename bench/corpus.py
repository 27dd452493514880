"""A seed and a size in, a synthetic corpus with known truth out: articles, wire copies, edits and later versions, as JSON lines.

    python bench/corpus.py 10000 OUT.jsonl [--seed 1] [--copies 0.4] [--truth TRUTH.json]

Sentences are made from templates with names, places, numbers and days put in, so that a large corpus has as many distinct sentences as wanted
and can be parsed in minutes. It measures speed and lineage, never reading: no real article is written like this.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FIRST = "Ada Boris Carla Dario Elena Farid Greta Hugo Irina Jonas Karim Lena Marko Nadia Oskar Petra Quentin Rosa Stefan Tara Ugo Vera Walid Xenia Yusuf Zora".split()
ONSETS = "b d f g h k l m n p r s t v z br dr kr pl st tr".split()
ENDS = "an berg ek en er ic in ko li mann ov rad ski son ta vic".split()
STATES = ["France", "Brazil", "Kenya", "Poland", "Vietnam", "Chile", "Ghana", "Norway", "Peru", "Turkey", "Egypt", "Spain", "Nepal", "Cuba", "Mali", "Fiji"]
CAPITALS = [
    "Paris",
    "Brasilia",
    "Nairobi",
    "Warsaw",
    "Hanoi",
    "Santiago",
    "Accra",
    "Oslo",
    "Lima",
    "Ankara",
    "Cairo",
    "Madrid",
    "Kathmandu",
    "Havana",
    "Bamako",
    "Suva",
]
ROLES = ["President", "Prime Minister", "Foreign Minister", "Defense Minister", "Trade Minister"]
TOPICS = [
    "fishing rights",
    "a border crossing",
    "grain exports",
    "a railway line",
    "visa rules",
    "a gas pipeline",
    "prisoner exchange",
    "steel tariffs",
    "river dams",
    "flight routes",
]
OUTLETS = [
    f"The {a} {b}"
    for a in ("Harbour", "Valley", "Northern", "Evening", "Capital", "Mountain", "Coast", "River")
    for b in ("Post", "Herald", "Courier", "Times", "Tribune")
]
AGENCIES = ["AP", "Reuters", "AFP"]
NOUNS = (
    "harbour bridge court treaty village market orchard ledger railway council archive ferry mine refinery border customs camp parliament factory hospital school valley lake "
    "dam cable station warehouse island garden museum theatre palace tower square avenue clinic laboratory fleet convoy permit tariff subsidy pension budget census ballot "
    "strike petition inquiry audit ruling verdict appeal charter lease loan grant fund levy quota ban curfew drill patrol checkpoint runway depot grid reactor turbine well "
    "forest reserve glacier coast reef delta canal lock pier quay lighthouse cathedral mosque temple shrine monument cemetery statue"
).split()
ADJECTIVES = (
    "northern southern eastern western coastal inland narrow broad ancient modern joint regional federal local rural urban annual monthly formal informal secret public private "
    "foreign domestic military civil naval legal fiscal medical technical historic temporary permanent partial costly modest vast minor major disputed shared frozen revised draft final"
).split()
VERBS = "opened closed inspected rebuilt surveyed visited praised criticised delayed approved rejected funded leased sold bought mapped guarded flooded cleared repaired moved".split()
PREPOSITIONS = "near beside behind across beyond under over along around inside outside before after without despite".split()
TEMPLATES = [
    "{role} {p} of {s} met {role2} {q} of {t} beside the {a1} {n1} in {c} on {day} to discuss {topic}.",
    "{p} said the {a1} {n1} would be {v1} {w1} the {a2} {n2} within {n} months.",
    '"The {a1} {n1} was never {v1} {w1} our {a2} {n2}," {p} said {w2} the {n3}.',
    "{q} said {t} was ready to invest {n} million dollars in the {a1} {n1} {w1} the {n2}, according to {a2} officials.",
    "The ministers agreed to reopen the {a1} {n1} {w1} the {n2} by {month}, {n} years after the {a2} {n3}.",
    "At least {n} people were injured {w1} the {a1} {n1} when {a2} police {v1} a {n2} in {c}.",
    "{s} and {t} have argued over the {a1} {n1} since {year}, when {n} {n2} workers {v1} a {a2} {n3}.",
    "The {a1} {n1} {v1} {n} percent of each {n2} {w1} the {a2} {n3} in {year}.",
    "{q} rejected the {a1} {n1}, saying that the {a2} {n2} {w1} {c} {v1} the {n3}.",
    "A {a1} spokesman said {n} of the {m} {n1} owners {w1} the {a2} {n2} had {v1} the {n3}.",
    "Crews {v1} the {a1} {n1} {w1} a {a2} {n2} {w2} the {n3} of {c}.",
    "{p} will travel {w1} the {a1} {n1} to {c} next {weekday} for a {a2} {n2} {w2} the {n3}.",
    "The {ord} {n1} between {p} and {q} {v1} the {a1} {n2} {w1} the {a2} {n3} of {year}.",
    "The {a1} {n1} {v1} the {n2} {w1} every {a2} {n3} {w2} {month}.",
]
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
ORDINALS = ["first", "second", "third", "fourth", "fifth"]


@dataclass(frozen=True)
class Made:
    """One article and what is true of it: its story, its origin, and the article it was made of."""

    line: dict[str, Any]
    story: int
    origin: str
    parent: str | None


class Corpus:
    """Stories of two states each; every story has independent accounts, each with copies, edited copies and later versions."""

    def __init__(self, seed: int, copies: float) -> None:
        self.random, self.copies = random.Random(seed), copies  # noqa: S311  synthetic text, not a secret
        self.number = 0

    def articles(self, wanted: int) -> Iterator[Made]:
        """Exactly ``wanted`` articles."""
        story = 0
        while self.number < wanted:
            for made in self.story(story):
                if self.number >= wanted:
                    return
                self.number += 1
                yield made
            story += 1

    def story(self, n: int) -> list[Made]:
        r = self.random
        day = date(2019, 1, 1) + timedelta(days=r.randrange(2000))
        cast = self.cast()
        out: list[Made] = []
        for k in range(r.randint(1, 3)):
            own = self.account(cast, day)
            name, agency = f"s{n}o{k}", r.choice(AGENCIES) if k == 0 else None
            out += self.origin(n, name, own, day, cast, agency)
        return out

    def origin(self, n: int, name: str, own: list[str], day: date, cast: dict[str, str], agency: str | None) -> list[Made]:
        """An account and, for a wire story, what others made of it."""
        r = self.random
        first = self.article(n, name, own, day, cast, agency, None)
        out = [first]
        if agency is None:
            return out
        share = self.copies / max(0.05, 1 - self.copies)
        for _ in range(int(share * 3 * r.random() + 0.9 * share)):
            kind, words = r.random(), list(own)
            if kind > 0.6:  # an edited, trimmed copy
                words = [w for w in words if r.random() > 0.15] or words
            if kind > 0.85:  # a later version
                words = [*words[: len(words) // 2], *self.sentences(cast, day, 4)]
            out.append(self.article(n, name, words, day + timedelta(days=int(kind > 0.85)), cast, agency if r.random() > 0.3 else None, first.line["id"]))
        return out

    def article(self, n: int, name: str, own: list[str], day: date, cast: dict[str, str], agency: str | None, parent: str | None) -> Made:
        key = f"{name}-{self.random.getrandbits(48):012x}"
        head = f"{cast['c'].upper()} ({agency}) — " if agency else ""
        text = head + "\n\n".join(" ".join(own[i : i + 3]) for i in range(0, len(own), 3))
        title = f"{cast['s']} and {cast['t']} talk about {cast['topic']}"
        outlet = self.random.choice(OUTLETS)
        line = {"id": key, "source": key, "url": f"https://example.org/{key}", "outlet": outlet, "title": title, "published": day.isoformat(), "text": text}
        return Made(line, n, name, parent)

    def account(self, cast: dict[str, str], day: date) -> list[str]:
        return self.sentences(cast, day, self.random.randint(14, 24))

    def sentences(self, cast: dict[str, str], day: date, n: int) -> list[str]:
        return [self.sentence(cast, day) for _ in range(n)]

    def sentence(self, cast: dict[str, str], day: date) -> str:
        r = self.random
        slots = {
            "n": r.randint(3, 980), "m": r.randint(980, 2000), "year": r.randint(1950, 2018), "month": r.choice(MONTHS), "day": DAYS[day.weekday()],
            "weekday": r.choice(DAYS), "ord": r.choice(ORDINALS), "a1": r.choice(ADJECTIVES), "a2": r.choice(ADJECTIVES), "n1": r.choice(NOUNS), "n2": r.choice(NOUNS),
            "n3": r.choice(NOUNS), "v1": r.choice(VERBS), "w1": r.choice(PREPOSITIONS), "w2": r.choice(PREPOSITIONS),
        }  # fmt: skip
        return r.choice(TEMPLATES).format(**cast, **slots)

    def cast(self) -> dict[str, str]:
        r = self.random
        i, j = r.sample(range(len(STATES)), 2)
        name = lambda: f"{r.choice(FIRST)} {(r.choice(ONSETS) + r.choice('aeiou') + r.choice(ONSETS[:13]) + r.choice(ENDS)).capitalize()}"  # noqa: E731
        return {
            "p": name(),
            "q": name(),
            "s": STATES[i],
            "t": STATES[j],
            "c": CAPITALS[i],
            "role": r.choice(ROLES),
            "role2": r.choice(ROLES),
            "topic": r.choice(TOPICS),
        }


def write(wanted: int, out: Path, seed: int = 1, copies: float = 0.4) -> list[Made]:
    """Write the corpus; what was made comes back."""
    made = list(Corpus(seed, copies).articles(wanted))
    with out.open("w", encoding="utf-8") as f:
        f.writelines(json.dumps(m.line, ensure_ascii=False) + "\n" for m in made)
    return made


def main() -> int:
    ap = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ap.add_argument("articles", type=int)
    ap.add_argument("out", type=Path)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--copies", type=float, default=0.4)
    ap.add_argument("--truth", type=Path)
    a = ap.parse_args()
    made = write(a.articles, a.out, a.seed, a.copies)
    if a.truth:
        a.truth.write_text(json.dumps([{"id": m.line["id"], "story": m.story, "origin": m.origin, "parent": m.parent} for m in made]), encoding="utf-8")
    share = sum(1 for m in made if m.parent) / max(1, len(made))
    print(f"{len(made)} articles, {len({m.story for m in made})} stories, {len({m.origin for m in made})} origins, {share:.0%} made of another")
    return 0


if __name__ == "__main__":
    sys.exit(main())
