"""A noun phrase in, PLOVER actors out: "Senior Hungarian and Romanian officials" -> two actors, HUN and ROU, sector GOV."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ...language.plover import Lexicon
from ...model.actor import Actor
from ..entities import Naming
from ..page import Page, Sent
from ..parse import Token
from ..people import actor_for
from .clause import CALENDAR

LEFT = ("amod", "compound", "poss", "nmod", "nummod", "det", "quantmod", "predet", "npadvmod", "advmod", "nn", "punct", "conj", "cc", "case")
QUANTITY = frozenset(
    "hundreds thousands tens dozens scores group number member leader dozen hundred thousand "
    "crowd majority third half most some many handful lot series coalition section contingent".split()
)
APART = re.compile(r"\b(?:against|by|after|over|following|during|despite|amid)\b")  # what follows is another's part
PARTS = frozenset("part parts publication control number series section activity operation work".split())  # what is hit is what they are of
SHARES = frozenset("hundreds thousands tens dozens scores dozen hundred thousand handful majority third half most lot hundred".split())
PLACING = frozenset("in at to near from around into outside through across".split())
GROUPS = frozenset("leaders sides governments countries nations ministers neighbors neighbours parties presidents capitals two".split())
PERSONAL = frozenset("he she they him her them who".split())
OWN = frozenset("its their his her our my your".split())
OF = ("of", "in", "from", "throughout", "across", "for", "at", "based")


class Parties:
    """Finds the actors of one sentence; ``find(head)`` for the noun phrase under a head word."""

    def __init__(self, page: Page, sent: Sent, lexicon: Lexicon) -> None:
        self.page, self.sent, self.lexicon = page, sent, lexicon
        self.tokens = sent.tokens
        self.namings = page.entities.within(sent.start, sent.end, touching=True)
        self.cache: dict[int, tuple[Actor, ...]] = {}

    def find(self, head: int) -> tuple[Actor, ...]:
        """The actors a noun phrase names; empty where it names none."""
        if head not in self.cache:
            self.cache[head] = self._find(head)
        return self.cache[head]

    def all(self, heads: Iterable[int]) -> tuple[Actor, ...]:
        """Those of several phrases, each once."""
        return tuple({a.key: a for h in heads for a in self.find(h)}.values())

    def is_name(self, head: int) -> bool:
        """Whether the word itself is part of a name that the table knows."""
        found = self._naming(self.tokens[head])
        return found is not None and found.form != "demonym"

    def sector(self, head: int) -> str | None:
        """The PLOVER sector of the word itself, or of what it is counted by ("hundreds of students")."""
        t = self.tokens[head]
        own = self.lexicon.sectors.get(t.lemma.lower()) or self.lexicon.sectors.get(t.low)
        of = next((p for k in self.sent.parse.children(head, "prep") if k.low == "of" for p in self.sent.parse.children(k.i, "pobj")), None)
        if of is not None and (t.lemma.lower() in QUANTITY or t.pos == "NUM"):
            return self.lexicon.sectors.get(of.lemma.lower()) or own
        sets = self.lexicon.sets
        if own is None and (t.pos == "PROPN" or t.lemma.lower() in sets["people"] or t.lemma.lower() in sets["force"]):
            for k in self.sent.parse.children(head, "compound", "amod", "nmod"):
                own = own or self.lexicon.sectors.get(k.lemma.lower())
            return own or (None if t.pos == "PROPN" else "CVL")
        return own

    def _find(self, head: int) -> tuple[Actor, ...]:
        t = self.tokens[head]
        meant = self._meant(t)
        if meant:
            return meant
        if (t.lemma.lower() in SHARES or t.low in SHARES) and (whole := self._shared(head)):
            return whole
        words = self._phrase(head)
        start, end = self.sent.start + words[0].start, self.sent.start + words[-1].end
        written = self.page.document.text[start:end]
        direct = self._naming(t)
        if direct is not None and direct.form == "demonym" and t.tag == "NNP" and t.low.endswith("an") and len(words) == 1 and t.dep in ("nsubj", "nsubjpass"):
            return ()  # "American pledged": the airline
        sector = self.sector(head)
        several = self._several(words, direct)
        if several:
            return tuple(_described(None, land, sector, written, None) for land in several)
        if direct is not None and direct.form not in ("demonym",):
            actor = direct.actor
            if actor.members:
                return actor.members
            if actor.country is None:
                country = self._country(words, head)
                if country is not None:
                    actor = _described(actor.name or written, country.actor.country, sector, written, actor)
            return (actor,)
        if t.pos == "PRON" or t.low.rstrip(".") in CALENDAR:
            return ()
        if any(k.low in OWN for k in self.sent.parse.children(head, "poss")):
            return ()
        modifiers = [n for n in self._within(words) if n.actor.country]
        if modifiers and sector is None and not self._acting(t):
            return ()  # "the minister's decision", "a U.S. dollar loan" do nothing themselves
        body = next((n for n in self._within(words) if n.actor.kind == "organisation"), None)
        if body is not None and not modifiers:
            return (body.actor.written(written),)
        if direct is not None and direct.actor.country:
            modifiers = [direct]
        if modifiers and not self._abstract(t):
            return tuple(_described(None, n.actor.country, sector, written, None) for n in {n.actor.country: n for n in modifiers}.values())
        after = self._after(head)
        if t.pos == "PROPN" and sector is None and t.dep == "pobj" and self.tokens[t.head].low in PLACING:
            return ()  # "in Geneva": a place that the table does not know
        if sector is not None or t.pos == "PROPN":
            if after and not self._abstract(t):
                return tuple(_described(None, n.actor.country, sector, written, None) for n in after)
            return (_described(None, None, sector, written, None),)
        return ()

    def _meant(self, t: Token) -> tuple[Actor, ...]:
        """Whom a pronoun or a group word ("the two leaders", "both sides") means; nobody where the table does not tell."""
        if t.low not in GROUPS and (t.pos != "PRON" or t.low not in PERSONAL):
            return ()
        actor = actor_for(self.page, self.sent, t)
        if actor is None or not (actor.members or actor.country or actor.name):
            return ()
        return actor.members or ((actor,) if t.pos == "PRON" else ())

    def _several(self, words: list[Token], direct: Naming | None) -> tuple[str, ...]:
        """The countries of "Senior Hungarian and Romanian officials": demonyms joined before one head."""
        if direct is not None and direct.actor.kind == "person":
            return ()
        joined = [t for t in words if t.pos in ("ADJ", "PROPN") and t.dep in ("amod", "conj", "compound", "nmod")]
        lands = [n.actor.country for t in joined for n in [self._naming(t)] if n is not None and n.actor.country]
        return tuple(dict.fromkeys(lands)) if len(set(lands)) > 1 and any(t.dep == "conj" for t in joined) else ()

    def _acting(self, t: Token) -> bool:
        """Whether a noun can act, for the country named before it: people, forces, their attacks, or a name."""
        sets, low = self.lexicon.sets, t.lemma.lower()
        return t.pos == "PROPN" or t.dep == "conj" or any(low in sets[s] for s in ("people", "force", "violent", "leader")) or self._naming(t) is not None

    def _abstract(self, t: Token) -> bool:
        return t.pos == "NUM" and t.tag == "CD" and t.low.isdigit() and len(t.low) == 4  # a year

    def _shared(self, head: int) -> tuple[Actor, ...]:
        """ "scores of Chilean refugees", "a handful of journalists": those who are counted, as written."""
        of = next((p for k in self.sent.parse.children(head, "prep") if k.low == "of" for p in self.sent.parse.children(k.i, "pobj")), None)
        found = self.find(of.i) if of is not None else ()
        if of is None or len(found) != 1 or found[0].kind != "unnamed":
            return found
        start = self.sent.start + self._phrase(head)[0].start
        return (replace(found[0], as_written=self.page.document.text[start : self.sent.start + of.end]),)

    def thing(self, head: int) -> tuple[Actor, ...]:
        """What is attacked, seized or accused and is no actor itself: "an army camp in Mali", as written, of the country it lies in."""
        t = self.tokens[head]
        if t.pos not in ("NOUN", "PROPN") or t.low.rstrip(".") in CALENDAR or self._abstract(t):
            return ()
        if any(k.low in OWN for k in self.sent.parse.children(head, "poss")):
            return ()
        of = next((p for k in self.sent.parse.children(head, "prep") if k.low == "of" for p in self.sent.parse.children(k.i, "pobj")), None)
        if t.lemma.lower() in PARTS and of is not None:
            return self.find(of.i) or self.thing(of.i)
        words = self._phrase(head)
        before = self._within(words)
        person = next((n for n in before if n.actor.kind == "person"), None)
        if person is not None and self.tokens[head].i not in [k.i for k in self.tokens if person.start <= self.sent.start + k.start < person.end]:
            return (person.actor,)  # "Ivanov's policies" are blamed: Ivanov
        if not before and (owner := self._owner(head)):
            return owner
        below = self._within(self.sent.parse.subtree(head))
        land = next((n.actor.country for n in (*before, *(n for n in below if n.start > self.sent.start + t.end)) if n.actor.country), None)
        written = self.page.document.text[self.sent.start + words[0].start : self.sent.start + words[-1].end]
        sector = next((s for k in words for s in [self.lexicon.sectors.get(k.low)] if s), None)
        return (_described(None, land, sector, written, None),)

    def inside(self, head: int) -> list[Naming]:
        """The namings at and below a word."""
        return self._within(self.sent.parse.subtree(head))

    def places(self, heads: Iterable[int]) -> tuple[Actor, ...]:
        """The states named anywhere in these phrases, possessors and compounds included."""
        found: dict[str, Actor] = {}
        venues = self.lexicon.sets["deal"] | self.lexicon.sets["talks"]
        for h in heads:
            last: int | None = None
            for n in self._within(self.sent.parse.subtree(h)):
                owner = n.actor.kind == "person" and self.page.document.text.startswith(("'s", "’s"), n.end)  # "rejected Ivanov's offer"
                if not (n.actor.country or n.actor.kind == "organisation" or owner):
                    continue
                if n.form == "capital" and self.tokens[h].lemma.lower() in venues and n.start < self.sent.start + self.tokens[h].start:
                    continue  # "the Geneva accord": where it was made
                if last is not None and APART.search(self.page.document.text, last, max(last, n.start)):
                    break  # "launches by Peru against the resolutions of the council"
                found.setdefault(n.actor.key, n.actor)
                last = n.end
            for a in (self.find(h) or self._owner(h)) if not found else ():
                found.setdefault(a.key, a)
        return tuple(found.values())

    def _owner(self, head: int) -> tuple[Actor, ...]:
        """Whose it is, where that is a name: "President Ivanov's failure"."""
        for k in self.sent.parse.children(head, "poss"):
            if k.pos == "PROPN" and k.low.rstrip(".") not in CALENDAR:
                words = self._phrase(k.i)
                written = self.page.document.text[self.sent.start + words[0].start : self.sent.start + k.end]
                return (_described(None, None, self.sector(k.i), written, None),)
        return ()

    def _phrase(self, head: int) -> list[Token]:
        """The head with what stands before it."""
        first = head
        todo = [head]
        while todo:
            for k in self.sent.parse.kids[todo.pop()]:
                t = self.tokens[k]
                if k < head and t.dep in LEFT and t.dep != "punct":
                    first = min(first, k)
                    todo.append(k)
        return list(self.tokens[first : head + 1])

    def _within(self, words: list[Token]) -> list[Naming]:
        start, end = self.sent.start + words[0].start, self.sent.start + words[-1].end
        return [n for n in self.namings if n.start >= start and n.end <= end]

    def _naming(self, t: Token) -> Naming | None:
        start, end = self.sent.start + t.start, self.sent.start + t.end
        return next((n for n in self.namings if n.start < end and start < n.end), None)

    def _country(self, words: list[Token], head: int) -> Naming | None:
        return next((n for n in self._within(words) if n.actor.country), None) or next(iter(self._after(head)), None)

    def _after(self, head: int) -> list[Naming]:
        """Countries in "of X", "in X", "from X" and in an apposition."""
        found: list[Naming] = []
        for k in self.sent.parse.children(head, "prep", "appos", "acl"):
            if k.dep == "prep" and k.low not in OF:
                continue
            if k.dep == "acl" and k.low != "based":
                continue
            found += [n for n in self._within(self.sent.parse.subtree(k.i)) if n.actor.country]
            if found:
                break
        return list({n.actor.country: n for n in found}.values())


def placed(actor: Actor, country: str) -> Actor:
    """The actor with the country that its sentence gives it."""
    if actor.kind == "unnamed" and actor.name is None:
        return _described(None, country, actor.sector, actor.as_written, None)
    return replace(actor, country=country)


def _described(name: str | None, country: str | None, sector: str | None, written: str, base: Actor | None) -> Actor:
    """An actor known by what it is ("Turkish police"), or a named one with the country its description gives."""
    if base is not None:
        return replace(base, as_written=written, country=country, sector=base.sector or sector)
    key = f"described:{country or ''}:{sector or ''}:" + ("" if country else written.lower())
    return Actor(key=key, name=name, kind="unnamed" if name is None else "group", as_written=written, country=country, sector=sector)
