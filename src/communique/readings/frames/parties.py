"""A noun of a sentence in, the actors it names out: "the Thai and Cambodian leaders" -> the two; "the deal" -> none."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from functools import cache
from typing import Any

from ...model.actor import Actor
from ..entities import Naming
from ..page import Page, Sent
from ..parse import Token
from .clauses import joined
from .pairs import main_pair

ACTING = frozenset(
    """
    administration agency airline ally ambassador army authority bank broadcaster cabinet capital capitals chancellor channel chief coastguard
    commander company counterpart country court daily delegation diplomat duo embassy envoy fighter firm force forces foreign-minister general
    government group head jet king lawmaker leader magazine militant military minister ministry nation navy negotiator neighbor neighbour network
    newspaper official pair parliament party people police premier president prosecutor radio rebel regime representative secretary senator side
    soldier spokesman spokesperson spokeswoman state team television trio troop troops tv union warplane
    """.split()
)
LEFT = ("amod", "compound", "nmod", "poss")
BANDS = frozenset("group rebel militant party fighter faction parties militia groups rebels militants fighters factions".split())
NO_OFFICE = frozenset("strike protest opposition church union business community tribal religious student labor labour gang civic exile".split())
PERSONS = frozenset("leader president minister premier man politician chancellor".split())
PAIR = 2
HEADS = ("nsubj", "nsubjpass", "dobj", "pobj", "dative")
PRONOUNS_ALONE = frozenset("i you it this that which who".split())
NOBODY = frozenset("no any every each neither which what whichever whatever".split())
SIDES = frozenset("side leader country nation government neighbour neighbor party state rival minister foe adversary premier president".split())
PLAIN = frozenset("two both southeast asian neighbouring neighboring warring rival asian african european foreign prime defense defence".split())
MANY = ("they", "them", "themselves", "their")
PUBLIC = frozenset({"GOV", "LEG", "MIL", "IGO", "PTY", "OPP", "REB", "COP", "SPY", "JUD", "SEP", "UAF", "NGO", "BUS", "MED", "JRN", "NGM"})
POLITICAL = PUBLIC - {"BUS", "MED", "JRN", "NGO", "NGM"}


def actors(page: Page, sent: Sent, index: int) -> tuple[Actor, ...]:
    """The actors that the noun phrase under a word names; a group gives its members. Empty where none is known."""
    t = sent.tokens[index]
    if any(k.low in NOBODY for k in sent.parse.children(t.i, "det")):
        return ()
    if _one_of_a_people(page, sent, t):
        return ()
    named = [k for k in sent.parse.children(t.i, "appos") if t.lemma.lower() in ("ally", "neighbour", "neighbor", "rival") and _named(page, sent, k)]
    if named:
        return _named(page, sent, named[0])  # "its NATO ally Turkey"
    found = _named(page, sent, t)
    if not found and t.tag == "NNS" and t.lemma.lower() in ACTING and any(k.low == "of" for k in sent.parse.children(t.i, "prep")):
        found = _described(page, sent, t)  # "the ministers of Peru, Chile and Ecuador"
    if not found:
        found = _asked(page, sent, t)
    found = tuple(a for a in found if (a.kind != "group" or a.members) and a.as_written.lower() not in PRONOUNS_ALONE)
    if t.lemma.lower() == "ally" and not any(k.low == "two" for k in sent.parse.children(t.i)):
        found = tuple(a for a in found if not a.members)  # whose allies, only the sentence could tell
    if found and found[0].members and t.lemma.lower() in SIDES and _against(found[0], main_pair(page)) and not _named_here(page, sent, t):
        found = main_pair(page)
    if not found or ((t.low == "they" or t.lemma.lower() in SIDES) and all(a.kind == "unnamed" and not a.country for a in found)):
        found = _both(page, sent, t) or found
    if (not found or found[0].kind == "unnamed") and t.pos in ("NOUN", "PROPN") and t.lemma.lower() in ACTING:
        found = _described(page, sent, t) or found
    return tuple({a.key: a for one in found for a in (one.members or (one,))}.values())


def all_actors(page: Page, sent: Sent, heads: Iterable[int]) -> tuple[Actor, ...]:
    """Those of several words, each once."""
    return tuple({a.key: a for h in heads for i in (*beside(page, sent, h), h) for a in actors(page, sent, i)}.values())


def half_told(page: Page, sent: Sent, heads: Iterable[int], *, names: bool = False) -> bool:
    """One of several joined words names nobody that is known ("Peru and its allies"): the list of parties is not whole. ``names``: only
    where that word is a name."""
    every = [sent.tokens[i] for i in heads]
    parts = [t for t in every if any((t.dep == "conj" and t.head == o.i) or (o.dep == "conj" and o.head == t.i) for o in every)]
    if any(sent.parse.children(k.i, "conj") for t in every for k in sent.parse.children(t.i, "appos")):
        return True  # "the Central Bank (CB) and the Treasury": the parse hangs the second on the first one's short name
    parts += [k for t in every for k in _led_by(sent, t.i) if k.pos == "PROPN"]
    nouns = [t for t in parts if t.pos in (("PROPN",) if names else ("NOUN", "PROPN"))]
    return any(not actors(page, sent, t.i) and _entity(page, sent, t.i) is None and not is_day(page, sent, t) for t in nouns)


def is_day(page: Page, sent: Sent, t: Token) -> bool:
    """The word belongs to a time ("Peru and Chile and, on Monday, ...")."""
    start = sent.start + t.start
    return any(m.passage.start <= start < m.passage.end for m in page.times)


def beside(page: Page, sent: Sent, head: int) -> list[int]:
    """"Serbian President A and Kosovo Prime Minister B met": a parse that hangs the first person under the second, as if part of the name."""
    own = _entity(page, sent, head)
    if own is None or own.actor.kind != "person":
        return []
    found = []
    for k in _led_by(sent, head):
        other = _entity(page, sent, k.i)
        if other is not None and other.actor.kind == "person" and other.actor.key != own.actor.key:
            found.append(k.i)
    return found


def _led_by(sent: Sent, head: int, depth: int = 3) -> list[Token]:
    """Words before a name, or before a title of it, that an "and" joins to it."""
    out: list[Token] = []
    for k in sent.parse.children(head, "nmod", "compound") if depth else ():
        out += [*([k] if sent.parse.children(k.i, "cc") else []), *_led_by(sent, k.i, depth - 1)]
    return out


def _entity(page: Page, sent: Sent, i: int) -> Naming | None:
    return page.entities.at(*sent.span(sent.tokens[i]))


def public(actor: Actor) -> bool:
    """One that can be party to an affair of states: a state, an organisation, a person in an office or of a country, a group of such."""
    if actor.members:
        return all(public(m) for m in actor.members)
    if actor.kind in ("state", "organisation"):
        return True
    return actor.kind in ("person", "unnamed", "group") and bool(actor.country or (actor.sector or "") in PUBLIC)


def political(actor: Actor) -> bool:
    """One that acts for a state, a body of states, an army, a party or an armed group: no firm, outlet or private person."""
    if actor.members:
        return any(political(m) for m in actor.members)
    if actor.kind == "state":
        return True
    if actor.sector:
        return actor.sector in POLITICAL
    return bool(actor.country)


def somebody(actor: Actor) -> bool:
    """One whom a name or a state tells apart; "the government" alone, "Yemen's warring parties" are nobody in particular."""
    return actor.kind != "unnamed" or (bool(actor.country) and not set(actor.as_written.lower().split()) & (BANDS | NO_OFFICE))


def _one_of_a_people(page: Page, sent: Sent, t: Token) -> bool:
    """"An Afghan", "American said": a man or a firm, no state."""
    if t.tag not in ("NN", "NNP") or t.dep not in HEADS or not t.low.endswith(("an", "i")):
        return False
    n = page.entities.at(*sent.span(t))
    return n is not None and n.form == "demonym"


def _named(page: Page, sent: Sent, t: Token) -> tuple[Actor, ...]:
    """The naming that holds the word itself; a demonym or capital only where it acts."""
    start, end = sent.span(t)
    n = page.entities.at(start, end)
    if n is None:
        return ()
    return _state(n)


def _state(n: Naming) -> tuple[Actor, ...]:
    return (n.actor.written(n.actor.as_written),)


def _described(page: Page, sent: Sent, t: Token) -> tuple[Actor, ...]:
    """"Peruvian officials", "the government of Chile", "the leaders of Peru and Chile": the states that describe the word."""
    out: list[Actor] = []
    todo = list(sent.parse.children(t.i, *LEFT))
    while todo:
        k = todo.pop(0)
        n = page.entities.at(*sent.span(k))
        if n is not None and n.actor.kind in ("state", "organisation", "person", "group"):
            out.append(n.actor)
        todo += sent.parse.children(k.i, "conj")
    if not out:
        for p in sent.parse.children(t.i, "prep"):
            if p.low in ("of", "from"):
                heads = joined(sent.parse, [o.i for o in sent.parse.children(p.i, "pobj")])
                out += [a for h in heads for a in actors(page, sent, h)]
    if not out and t.lemma.lower() in ("country", "nation", "government", "side"):
        out = _own_state(page, sent, t)
    bare = not any(a.kind == "organisation" for a in out)
    if bare and any(k.lemma.lower() in BANDS - {"party", "group"} for k in sent.parse.children(t.i, "amod", "compound")):
        return ()  # "a Peruvian rebel official" speaks for no state
    if any(k.low in NO_OFFICE for k in sent.parse.children(t.i, "amod", "compound")) and not any(a.kind == "organisation" for a in out):
        return ()  # "Peruvian strike leaders"
    if t.lemma.lower() in BANDS and len({s for a in out for s in a.states()}) < PAIR and any(a.kind == "state" for a in out):
        return ()  # "Yemen's warring parties", "a Peruvian rebel group": not the state
    bodies = [a for a in out if a.kind == "organisation"]
    together = any(k.dep == "cc" for n in sent.parse.children(t.i, *LEFT) for k in sent.parse.children(n.i))
    return tuple(out if together else bodies or out)  # "UK and EU negotiators" are of both


def _own_state(page: Page, sent: Sent, t: Token) -> list[Actor]:
    """"his country": the state of whom "his" stands for, as far as the article names it."""
    owners = [a for k in sent.parse.children(t.i, "poss") if k.pos == "PRON" for a in _asked(page, sent, k)]
    countries = {s for a in owners for s in a.states()}
    states = {n.actor.country: n.actor for n in page.entities.namings if n.actor.kind == "state"}
    return [states[c] for c in sorted(countries) if c in states]


def _asked(page: Page, sent: Sent, t: Token) -> tuple[Actor, ...]:
    """What the reader of people makes of a pronoun or of "the two leaders"."""
    door = _people()
    found: Actor | None = door(page, sent, t) if door else None
    if found is not None and found.kind == "group" and not found.members:
        return _two(page, sent, t)
    return (found,) if found is not None else ()


def _both(page: Page, sent: Sent, t: Token) -> tuple[Actor, ...]:
    """"Both sides", "the leaders", "the two": the pair of states that the article keeps joining; "they": the plural subject before."""
    if t.low == "they" and t.dep in ("nsubj", "nsubjpass"):
        told = [actors(page, sent, u.i) for u in sent.tokens[: t.i] if u.dep in ("nsubj", "nsubjpass") and u.low != "they" and u.lemma.lower() in SIDES]
        return next((found for found in reversed(told) if len(found) > 1), ()) or _plural_before(page, sent)
    kids = sent.parse.children(t.i)
    if t.low == "both" and any(n.actor.kind == "person" for n in page.entities.within(sent.start, sent.start + t.start)):
        return ()
    counted = any(k.low in ("two", "both") for k in kids) or t.low == "both" or (t.low == "two" and any(k.low == "the" for k in kids))
    plain = t.tag == "NNS" and t.lemma.lower() in SIDES and any(k.low in ("the", "their") for k in kids)
    if not (counted or plain) or (t.pos in ("NOUN", "PROPN") and t.lemma.lower() not in SIDES):
        return ()
    narrowed = [k for k in kids if k.dep in ("prep", "relcl", "acl", "poss") or (k.dep in ("amod", "compound", "nummod") and k.low not in PLAIN)]
    here = _named_here(page, sent, t)
    return main_pair(page) if not narrowed and (not here or here <= {s for a in main_pair(page) for s in a.states()}) else ()


def _against(group: Actor, pair: tuple[Actor, ...]) -> bool:
    """The table's pair is not the one that the text joins."""
    return bool(pair) and group.states() != {s for a in pair for s in a.states()}


def _named_here(page: Page, sent: Sent, t: Token) -> set[str]:
    """The states that the sentence names, by themselves or their people, as a pair before the word."""
    found = {str(n.actor.country) for n in page.entities.within(sent.start, sent.start + t.start) if n.actor.country and n.actor.kind in ("state", "person")}
    return found if len(found) == PAIR else set()


def _plural_before(page: Page, sent: Sent) -> tuple[Actor, ...]:
    """The subject of the sentence before, where it names several."""
    if sent.index == 0:
        return ()
    before = page.sents[sent.index - 1]
    root = before.parse.root
    heads = before.parse.children(root.i, "nsubj", "nsubjpass") if root is not None else []
    found = all_actors(page, before, [h.i for u in heads if u.low != "they" for h in (u, *before.parse.children(u.i, "conj"))])
    return found if len(found) > 1 else ()


def _two(page: Page, sent: Sent, t: Token) -> tuple[Actor, ...]:
    """"The two leaders", "both countries", left open by the table: the two of one kind that the sentence itself has joined before, or
    the article's pair where one of the two is who says so."""
    kind = "person" if t.lemma.lower() in PERSONS else "state"
    for u in sent.tokens[: t.i]:
        if u.dep in ("nsubj", "nsubjpass") and u.i < t.i:
            heads = [u, *sent.parse.children(u.i, "conj")]
            named = [n.actor for h in heads if (n := page.entities.at(*sent.span(h))) is not None and n.actor.kind == kind]
            if len(named) == PAIR:
                known = main_pair(page)
                return known if known and {s for a in named for s in a.states()} != {s for a in known for s in a.states()} else tuple(named)
    speakers = [n.actor.key for u in sent.tokens[: t.i] if u.dep == "nsubj" and (n := page.entities.at(*sent.span(u))) is not None]
    pair = tuple(getattr(page.entities, "pair" if kind == "person" else "states", ()) or ())
    return pair if len(pair) == PAIR and speakers and any(a.key in speakers for a in (*pair, *(getattr(page.entities, "pair", ()) or ()))) else ()


@cache
def _people() -> Any:
    name = f"{__package__.rpartition('.')[0]}.people"
    if importlib.util.find_spec(name) is None:
        return None
    return getattr(importlib.import_module(name), "actor_for", None)
