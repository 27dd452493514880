"""A Page in, its entity table out: ``read(page) -> EntityTable``; ``actor_for(page, sent, token)`` says whom a word denotes.

"South Korean President Lee Jae Myung said" seeds a person; "Lee", "the South Korean president" and "he" are the same person from then on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..language import countries, organisations
from ..model.actor import Actor
from ..model.article import Person as Named
from .entities import EntityTable, Naming
from .groups import noun_phrase, principal
from .naming import Cast, cast, genders, name, shown
from .naming.spotted import Line, spot
from .page import Page, Sent
from .parse import Token
from .pronouns import resolve

ACRONYM = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)")
__all__ = ["actor_for", "persons", "read"]


def read(page: Page) -> EntityTable:
    """The entity table of an article. Linear in its length; a sentence costs about a millisecond."""
    lines = [spot(s) for s in page.sents]
    found = cast.persons(lines)
    genders.hear_gender(lines, found)
    c = Cast(found, has=_present(lines))
    c.enter()
    c.acronyms = _acronyms(page, lines)
    c.bodies = shown.bodies(lines, {*c.by_family, *(p.words for p in found), *((g,) for g in c.by_given)})
    titles = [spot(s) for s in page.titles]  # they name whom the body names, and seed nobody
    namings = tuple(n for line in (*lines, *titles) for n in name(line, c))
    surnames = {" ".join(k): tuple(c.actors[p.key] for p in borne) for k, borne in c.by_family.items()}
    offices = {p.key: tuple((r.name, country) for r, country, past in p.offices if not past) for p in c.persons}
    pair, states = principal([n for n in namings if not page.sents or n.start >= page.sents[0].start])
    places = tuple((*line.sent.span(line.tokens[h.first], line.tokens[h.last]), h.value) for line in lines for h in line.hits if h.sort == "place")
    return EntityTable(namings, surnames, offices, pair, states, places)


def actor_for(page: Page, sent: Sent, token: Token) -> Actor | None:
    """Whom the noun phrase or pronoun under ``token`` (its head word) denotes; None where it names nobody, or where two fit.

    A named person, state or body; a group with its members ("Lee and Takaichi", "the two leaders"; without members where the article
    has no clear pair); an unnamed voice with its country where told ("a senior Japanese official", "Lee's office"); for "he", "she",
    "it", "they" and "who" the actor they stand for. Needs ``page.entities``. A word of a longer name will do for its head.
    """
    return noun_phrase(page, sent, token, resolve)


def persons(page: Page, table: EntityTable) -> tuple[Named, ...]:
    """Each actor of the table once, with every passage that names it."""
    spans: dict[str, list[Naming]] = {}
    for n in table.namings:
        spans.setdefault(n.actor.key, []).append(n)
    return tuple(Named(actor=a, mentions=tuple(page.passage(n.start, n.end) for n in spans[a.key])) for a in table.actors())


def _present(lines: Sequence[Line]) -> Counter[str]:
    """How often each state, and each of a few tell-tale words, stands in the text."""
    out: Counter[str] = Counter()
    for line in lines:
        for h in line.hits:
            if h.sort in ("state", "demonym", "capital") and h.value in countries.countries():
                out[h.value] += 1
            text = line.tokens[h.first].text
            if text in ("Tbilisi", "Atlanta", "Georgian"):
                out[text] += 1
        for r in line.runs:
            if r.text.endswith(" County"):
                out[r.text] += 1
            for w in ("Abkhazia", "Ossetia"):
                if w in r.text:
                    out[w] += 1
    return out


def _acronyms(page: Page, lines: Sequence[Line]) -> dict[str, Actor]:
    """As in "Comprehensive Agreement on Fisheries (CAF)": what the document itself abbreviates."""
    out: dict[str, Actor] = {}
    known = organisations.known()
    for line in lines:
        text = page.document.text[line.sent.start : line.sent.end]
        for m in ACRONYM.finditer(text):
            short = m.group(1)
            if short in known or short in countries.names() or not any(ch.isupper() for ch in short[1:]):
                continue
            full = _spelled(text[: m.start()].rstrip(), short)
            if full:
                body = known.get(full)
                key = body.key if body else organisations.key_of(full)
                out.setdefault(
                    short,
                    Actor(
                        key=key,
                        name=body.name if body else full,
                        kind="organisation",
                        as_written=full,
                        country=body.country if body else None,
                        sector=body.sector if body else None,
                    ),
                )
    return out


def _spelled(before: str, short: str) -> str | None:
    """The capitalised words before an acronym whose initials spell it, small words skipped."""
    letters = [ch for ch in short if ch.isupper()]
    words = before.split()[-14:]
    initials = [(i, w[0]) for i, w in enumerate(words) if w[:1].isupper()]
    initials = [(i, part[0]) for i, _ in initials for part in words[i].replace("-", " ").split() if part[:1].isupper()]
    for k in range(len(initials) - len(letters), -1, -1):
        if [x for _, x in initials[k : k + len(letters)]] == letters:
            return " ".join(words[initials[k][0] :]).strip(' ,“"')
    return None
