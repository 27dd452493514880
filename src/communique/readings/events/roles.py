"""A coded clause in, its parties out: who acts, who is acted on, and which country the sentence gives those it does not name."""

from __future__ import annotations

from collections.abc import Callable

from ...language.plover import Lexicon
from ...model.actor import Actor
from ..parse import Parse, Token
from .clause import Clause
from .found import Found
from .match import words
from .parties import Parties, placed
from .recipients import Recipients, bare

DOMESTIC = frozenset(("JUD", "COP", "PTY", "CVL", "LAB", "EDU", "LEG", "REB", "REF", "JRN"))
PRIVATE = frozenset(("BUS", "CVL", "EDU", "JRN"))
BETWEEN_STATES = frozenset(("CONSULT", "AGREE", "SUPPORT", "COOPERATE", "SANCTION", "MOBILIZE", "REQUEST", "THREATEN", "COERCE", "RETREAT"))
DONE_BY_SOMEBODY = frozenset(("SUPPORT", "AGREE", "CONSULT", "REJECT", "REQUEST", "THREATEN", "CONCEDE", "COOPERATE", "MOBILIZE"))
REPORTED = frozenset("it they he she we i you".split())
SHARED_DEEDS = frozenset("share exchange discuss cooperate work hold meet".split())  # what both do, of whatever matter
WARLIKE = frozenset(
    "attack bombing bomb raid airstrike shelling missile rocket mortar grenade mine minefield drone shell massacre offensive ambush bomber artillery "
    "device torture".split()
)


class Roles:
    """Finds the parties of the coded clauses of one sentence."""

    def __init__(self, parse: Parse, parties: Parties, book: Lexicon, clause_of: Callable[[Token], Clause]) -> None:
        self.parse, self.parties, self.book, self.clause_of = parse, parties, book, clause_of
        self.recipients = Recipients(parse, parties, book, clause_of)

    def of(self, f: Found) -> tuple[tuple[Actor, ...], tuple[Actor, ...]] | None:
        """(those who act, those acted on); None where the rule asks for a party that is not there."""
        actors = self._actors(f.clause)
        if f.swap:
            actors, others = self.parties.all([o for p, o in f.clause.preps if p in f.swap]), actors
        else:
            others = self.recipients.of(f, actors)
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

    def _armed(self, f: Found) -> bool:
        """Whether a bomb, an attack or a war did it: political by nature."""
        told = {w for o in (*f.clause.subj, *(o for _, o in f.clause.preps), *f.clause.obj) for w in words(self.parse, o)}
        return bool(told & WARLIKE) or f.type not in ("ASSAULT", "COERCE")

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


def political(a: Actor) -> bool:
    """Whether it can act in politics: a state, body or person with a part in it; firms, doctors and critics alone do not count."""
    if a.sector is not None:
        return a.sector not in PRIVATE or (a.country is not None and a.sector != "BUS")
    return a.country is not None or a.kind in ("state", "group") or (a.kind == "person" and a.role is not None)


def together(actors: tuple[Actor, ...], others: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Both, each actor once."""
    return tuple({a.key: a for a in (*actors, *others)}.values())
