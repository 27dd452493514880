"""A coded clause in, its parties out: who acts, who is acted on, and which country the sentence gives those it does not name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...language.plover import Lexicon, Rule, Wrapper
from ...model.actor import Actor
from ..parse import Parse, Token
from .clause import Clause
from .match import words
from .parties import Parties, placed

ORDER = ("against", "on", "upon", "with", "to", "into", "at", "toward", "towards", "from", "for", "by", "of", "between", "over", "in", "among", "near")
LOCAL = ("in", "at", "near", "around", "among", "throughout", "across")
DOMESTIC = frozenset(("JUD", "COP", "PTY", "CVL", "LAB", "EDU", "LEG", "REB", "REF", "JRN"))
PRIVATE = frozenset(("BUS", "CVL", "EDU", "JRN"))
ACTED_ON = ("COERCE", "ASSAULT", "SANCTION", "ACCUSE", "CONSULT")
HITS_THINGS = frozenset(("ASSAULT", "COERCE", "ACCUSE"))
DEEDS = ("attack", "violent", "protest", "comment", "proposal", "deed", "probe", "blame")
BETWEEN_STATES = frozenset(("CONSULT", "AGREE", "SUPPORT", "COOPERATE", "SANCTION", "MOBILIZE", "REQUEST", "THREATEN", "COERCE", "RETREAT"))
DONE_BY_SOMEBODY = frozenset(("SUPPORT", "AGREE", "CONSULT", "REJECT", "REQUEST", "THREATEN", "CONCEDE", "COOPERATE", "MOBILIZE"))
REPORTED = frozenset("it they he she we i you".split())
GIVES = frozenset("send deploy contribute provide give offer supply dispatch deliver donate withdraw pull_out return release".split())
AIMED = frozenset(  # at somebody: who supports these does not support whom they hit
    "sanction embargo tariff measure pressure action strike attack war resolution ban blockade campaign penalty operation".split()
)
SHARED_DEEDS = frozenset("share exchange discuss cooperate work hold meet".split())  # what both do, of whatever matter
HIT_BY = ("on", "upon", "against", "at", "into", "toward", "towards")
RINGS = frozenset("call telephone phone".split())
WARLIKE = frozenset(
    "attack bombing bomb raid airstrike shelling missile rocket mortar grenade mine minefield drone shell massacre offensive ambush bomber artillery "
    "device torture".split()
)
LAST = 99
SIDE = ("xcomp", "ccomp", "advcl", "acl", "pcomp")


@dataclass(frozen=True, slots=True)
class Found:
    """A clause with the rule it fits, before parties."""

    clause: Clause
    rule: Rule | Wrapper
    type: str
    mode: str | None
    state: str
    inner: Clause | None = None
    symmetric: bool = False
    depth: int = 0
    actor: str = "political"
    need: str | None = None
    swap: frozenset[str] | None = None
    near: bool = False  # its parties stand in its own clause, not in those that follow


class Roles:
    """Finds the parties of the coded clauses of one sentence."""

    def __init__(self, parse: Parse, parties: Parties, book: Lexicon, clause_of: Callable[[Token], Clause]) -> None:
        self.parse, self.parties, self.book, self.clause_of = parse, parties, book, clause_of

    def of(self, f: Found) -> tuple[tuple[Actor, ...], tuple[Actor, ...]] | None:
        """(those who act, those acted on); None where the rule asks for a party that is not there."""
        actors = self._actors(f.clause)
        if f.swap:
            actors, others = self.parties.all([o for p, o in f.clause.preps if p in f.swap]), actors
        else:
            others = self._recipients(f, actors)
        if f.type == "MOBILIZE" and f.clause.passive and not actors:
            actors = self.parties.all(f.clause.obj)  # "soldiers were deployed": theirs is the posture
            others = tuple(a for a in others if a not in actors)
        if f.swap and f.type in ("SUPPORT", "AID") and not others:
            return None  # "the film won praise from ...": nobody was supported
        if not others and len(actors) > 1 and any(self.parse.tokens[o].low == "other" for o in (*f.clause.obj, *(o for _, o in f.clause.preps))):
            others = actors  # "both sides blamed each other"
        if f.type == "MOBILIZE":
            others = tuple(a for a in others if a.country is None or a.country not in {x.country for x in actors})
        actors, others = self._at_home(f, actors, others)
        if f.need == "recipient" and len(actors) + len(others) < 2:
            return None
        if not actors and not (f.actor == "any" and (others or f.clause.subj)) and not (f.clause.passive and others):
            return None
        if not actors and not others:
            return None
        if f.actor == "political" and not self._serious(f, actors, others):
            return None
        if f.actor == "any" and not any(political(a) for a in (*actors, *others)) and not self._armed(f):
            return None  # a crime among private persons
        if f.type == "AGREE" and f.clause.lemma == "agree" and len(actors) > 1:
            own = {x.country for x in actors}
            apart = f.inner is not None and f.inner.lemma not in SHARED_DEEDS
            return actors, tuple(a for a in others if apart and a.country and a.country not in own)
        if f.symmetric:
            actors, others = self._joint(f, actors, others)
            if not actors:
                return None
        if not actors and f.type in DONE_BY_SOMEBODY:
            return None
        if not actors and f.clause.passive and f.type in ("COERCE", "ACCUSE", "SANCTION"):
            actors = self.parties.places([o for p, o in f.clause.preps if p == "in" and self.parties.is_name(o)])
            others = tuple(a for a in others if a not in actors)
        return actors, others

    def _serious(self, f: Found, actors: tuple[Actor, ...], others: tuple[Actor, ...]) -> bool:
        """Whether a political actor has part in it; between states, whether one acts, or a person or body deals with one."""
        if any(political(a) for a in actors):
            return True
        if not any(political(a) for a in others):
            return False
        return f.type not in BETWEEN_STATES or not actors or any(a.sector not in PRIVATE for a in actors)

    def _of_agent(self, noun: int, c: Clause) -> bool:
        """Whether a noun is or describes the one who did it: "was carried out by a soldier of the league"."""
        return noun in c.subj or any(t.i in c.subj for t in self.parse.ancestors(noun))

    def _gives(self, f: Found, c: Clause) -> bool:
        """Whether the object of a governed verb is what is given: "ready to send troops", but not "ready to provide Peru with loans"."""
        return c is not f.clause and c.lemma in GIVES and all(p != "with" for p, _ in c.preps)

    def _armed(self, f: Found) -> bool:
        """Whether a bomb, an attack or a war did it: political by nature."""
        told = {w for o in (*f.clause.subj, *(o for _, o in f.clause.preps), *f.clause.obj) for w in words(self.parse, o)}
        return bool(told & WARLIKE) or f.type not in ("ASSAULT", "COERCE")

    def _under(self, verb: Token) -> list[Token]:
        """The verbs that complete or follow a verb, clauses joined to it left out."""
        out, todo = [], [verb.i]
        while todo:
            for k in self.parse.kids[todo.pop(0)]:
                t = self.parse.tokens[k]
                if t.dep == "appos":
                    continue  # "a move expected to anger Peru"
                if t.pos in ("VERB", "AUX") and (t.dep == "conj" or (t.dep == "advcl" and self._apart(t))):
                    continue
                todo.append(k)
                if t.pos == "VERB" and k > verb.i:
                    out.append(t)
        return sorted(out, key=lambda t: t.i)

    def _apart(self, verb: Token) -> bool:
        """A side clause with a subject of its own is another matter ("as he pledged", "after Peru fired"), a condition is not."""
        c = self.clause_of(verb)
        return not c.inherited and not c.conditional

    def _joint(self, f: Found, actors: tuple[Actor, ...], others: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        """All who do it together are actors; one who does it alone keeps its recipient."""
        partners = tuple(a for a in self.parties.all(self._partners(f)) if a.key not in {x.key for x in actors})
        actors = together(actors, partners)
        if len(actors) > 1:
            return actors, ()
        if f.need == "recipient":
            return (together(actors, others), ()) if f.type == "CONSULT" else ((), ())
        return actors, others

    def _at_home(self, f: Found, actors: tuple[Actor, ...], others: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        """A party without a country, in a sentence that names the other's country only, is of that country ("Peruvian police ... students")."""
        lands = {n.actor.country for n in self.parties.inside(f.clause.verb.i) if n.actor.country}
        if len(lands) == 1:
            land = next(iter(lands))
            if land and any(a.country == land for a in actors):
                others = tuple(placed(a, land) if bare(a) and a.sector else a for a in others)
            elif land and f.type != "ASSAULT" and any(a.country == land for a in others):
                home = DOMESTIC | {"GOV"} if f.type in ("COERCE", "CONCEDE") or f.mode in ("restrict", "arrest") else DOMESTIC
                actors = tuple(placed(a, land) if bare(a) and a.sector in home else a for a in actors)
        return actors, others

    def _partners(self, f: Found) -> list[int]:
        """Those that a joint act is done with: "with Peru", "between Chile and Peru", "met the Peruvian minister"."""
        preps = [x for c in (f.clause, f.inner) if c for x in c.preps if x[0] in ("with", "between", "among")]
        out = [o for p, o in preps if p == preps[0][0]]
        if f.type in ("CONSULT", "AGREE") and f.rule.id in ("consult-meet",):
            out += f.clause.obj
        return out

    def _actors(self, c: Clause) -> tuple[Actor, ...]:
        """Who does it: the subject, or for "it" and "we" the one who reports it."""
        found = self.parties.all(c.subj)
        if not found:
            by = [k for h in c.subj for k in self.parse.children(h, "prep") if k.low == "by"]  # "an attack by rebels"
            found = self.parties.all([p.i for k in by for p in self.parse.children(k.i, "pobj")])
        if not found:  # "missiles fired by Peru"
            found = self.parties.all([s for h in c.subj for k in self.parse.children(h, "acl") if k.tag == "VBN" for s in self.clause_of(k).subj])
        if found or not c.subj:
            return found or (self._reporter(c) if not c.passive else ())
        if all(self.parse.tokens[s].low in REPORTED for s in c.subj):
            return self._reporter(c)
        return ()

    def _reporter(self, c: Clause) -> tuple[Actor, ...]:
        """The subject of the verb that reports this clause, for "Peru said it would"."""
        t = c.verb
        while t.dep in ("ccomp", "conj", "xcomp", "pcomp") and t.head != t.i:
            t = self.parse.tokens[t.head]
            if t.pos in ("VERB", "AUX"):
                outer = self.clause_of(t)
                found = self.parties.all(outer.subj)
                if found:
                    return found
        return ()

    def _recipients(self, f: Found, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The first phrase that names a party; where that party shows no country, the first that shows one."""
        keys, lands = {a.key for a in actors}, {a.country for a in actors if a.country}
        first: tuple[Actor, ...] = ()
        for heads, prep in self._phrases(f):
            on = prep in HIT_BY and f.type == "ASSAULT" and f.inner is None and getattr(f.rule, "deed", False)
            if (prep == "object" or on) and f.type in HITS_THINGS and (hit := self._hit(f, heads, keys, on=on)):
                if any(a.country for a in hit):
                    return hit
                first = first or hit
                continue
            named = heads if not prep.endswith("object") else tuple(h for h in heads if self._is_party(f, h))
            found = tuple(a for a in self.parties.all(named) if a.key not in keys)
            if not any(a.country for a in found) and prep != "subject":
                wider = tuple(a for a in self.parties.places(named if f.type == "MOBILIZE" else heads) if a.key not in keys and (a.country not in lands or found))
                if found and wider and wider[0].country and all(bare(a) and a.sector for a in found):
                    found = tuple(placed(a, wider[0].country) for a in found)  # "protesters who defied a curfew in Lima"
                else:
                    found = wider if wider and not (found and prep in LOCAL) else found
            if any(a.country for a in found):
                if first and prep in LOCAL:
                    land = next(a.country for a in found if a.country)
                    return tuple(placed(a, land) if bare(a) else a for a in first)
                if first and (f.type in HITS_THINGS or not all(a.kind == "unnamed" and a.sector is None for a in first)):
                    return first
                return found
            first = first or found
        return first

    def _hit(self, f: Found, heads: tuple[int, ...], keys: set[str], *, on: bool) -> tuple[Actor, ...]:
        """What is acted on, be it no actor ("attacked an army camp"); not what is done ("launched an attack")."""
        if getattr(f.rule, "deed", False) and f.inner is None and not on:
            return ()
        if f.rule.id == "coerce-seize" and self.parties.all([o for p, o in f.clause.preps if p == "from"]):
            return ()  # "seized weapons from rebels"
        out: list[Actor] = []
        for h in heads:
            word = self.parse.tokens[h].lemma.lower()
            if f.type == "ACCUSE" and any(word in self.book.sets[s] for s in DEEDS):
                continue  # "condemned the attack": who did it is told elsewhere, if at all
            if f.type == "ASSAULT" and any(word in self.book.sets[s] for s in ("violent", "attack", "projectile")):
                continue  # "exploded bombs"
            out += self.parties.find(h) or self.parties.thing(h)
        return tuple({a.key: a for a in out if a.key not in keys}.values())

    def _is_party(self, f: Found, head: int) -> bool:
        """Whether an object is acted on ("arrested two men"), and not the thing done ("lodged a protest", "sent troops")."""
        asked = getattr(f.rule, "obj", None) if f.inner is None else None
        word = self.parse.tokens[head].lemma.lower()
        if not asked or word not in asked:
            return True
        if f.type in ACTED_ON:
            return not getattr(f.rule, "deed", False)
        return word in self.book.sets["people"] and f.type != "MOBILIZE"

    def _phrases(self, f: Found) -> list[tuple[tuple[int, ...], str]]:
        """Where to look for the one acted on, likeliest first: (heads, preposition or role)."""
        out: list[tuple[tuple[int, ...], str]] = []
        late: list[tuple[tuple[int, ...], str]] = []
        clauses = [c for c in (f.clause, f.inner) if c is not None]
        for c in clauses:
            out.append((c.dative, "dative"))
            if c is f.inner and not c.inherited:
                out.append((c.subj, "subject"))
            if not self._gives(f, c):
                out.append((c.obj, "object"))
        for c in reversed(clauses):  # what is governed first: "refused to lift the ban on Peru"
            if c is f.clause and f.inner is not None and f.type == "REQUEST":
                continue
            ranked = sorted((LAST if p == "to" and f.type == "ACCUSE" else ORDER.index(p), p, o) for p, o in c.preps if p in ORDER)
            if f.type in ("SUPPORT", "REJECT") and f.inner is None and any(self.parse.tokens[o].lemma.lower() in AIMED for o in c.obj):
                ranked = [(n, p, o) for n, p, o in ranked if p not in ("on", "against", "over", "in")]  # "supported sanctions on Peru"
            given = c.obj if self._gives(f, c) else ()
            out += [((o,), p) for _, p, o in ranked if not (c.passive and self._of_agent(o, c)) and not (f.swap and p in f.swap)]
            late.append((given, "object"))
        for c in clauses if not f.near else ():
            for v in self._under(c.verb):
                if v.dep in SIDE and all(v.i != k.verb.i for k in clauses):
                    below = self.clause_of(v)
                    if f.type == "MOBILIZE":
                        out += [((o,), p) for p, o in below.preps if p == "against"]
                        continue
                    out += [(() if below.inherited else below.subj, "subject"), (below.obj, "side object"), *(((o,), p) for p, o in below.preps)]
        out += late
        over = self.parse.tokens[f.clause.verb.head]
        if over.lemma in RINGS and f.clause.verb.dep in ("xcomp", "advcl"):  # "called the president to express support"
            out.append((self.clause_of(over).obj, "object"))
        return [(h, p) for h, p in out if h]


def political(a: Actor) -> bool:
    """Whether it can act in politics: a state, body or person with a part in it; firms, doctors and critics alone do not count."""
    if a.sector is not None:
        return a.sector not in PRIVATE or (a.country is not None and a.sector != "BUS")
    return a.country is not None or a.kind in ("state", "group") or (a.kind == "person" and a.role is not None)


def bare(a: Actor) -> bool:
    """Whether nothing tells its country."""
    return a.kind in ("unnamed", "person") and a.country is None


def together(actors: tuple[Actor, ...], others: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Both, each actor once."""
    return tuple({a.key: a for a in (*actors, *others)}.values())
