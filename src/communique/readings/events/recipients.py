"""A coded clause in, the ones acted on out: "attacked an army camp in Mali" -> the camp, of Mali; "sent troops to Mali" -> Mali, not the troops."""

from __future__ import annotations

from collections.abc import Callable

from ...language.plover import Lexicon
from ...model.actor import Actor
from ..parse import Parse, Token
from .clause import Clause
from .found import Found
from .match import words
from .parties import Parties, placed

ORDER = ("against", "on", "upon", "with", "to", "into", "at", "toward", "towards", "from", "for", "by", "of", "between", "over", "in", "among", "near")
LOCAL = ("in", "at", "near", "around", "among", "throughout", "across")
ACTED_ON = ("COERCE", "ASSAULT", "SANCTION", "ACCUSE", "CONSULT")
HITS_THINGS = frozenset(("ASSAULT", "COERCE", "ACCUSE"))
DEEDS = ("attack", "violent", "protest", "comment", "proposal", "deed", "probe", "blame")
OPINIONS = frozenset("support-praise support-express reject-reject reject-oppose reject-rule-out".split())
ECHOES = frozenset("response reaction addition contrast retaliation regard".split())
GIVES = frozenset("send deploy contribute provide give offer supply dispatch deliver donate withdraw pull_out return release".split())
AIMED = frozenset(  # at somebody: who supports these does not support whom they hit
    "sanction embargo tariff measure pressure action strike attack war resolution ban blockade campaign penalty operation".split()
)
HIT_BY = ("on", "upon", "against", "at", "into", "toward", "towards")
RINGS = frozenset("call telephone phone".split())
LAST = 99
SIDE = ("xcomp", "ccomp", "advcl", "acl", "pcomp")


class Recipients:
    """Finds the recipients of the coded clauses of one sentence."""

    def __init__(self, parse: Parse, parties: Parties, book: Lexicon, clause_of: Callable[[Token], Clause]) -> None:
        self.parse, self.parties, self.book, self.clause_of = parse, parties, book, clause_of

    def of(self, f: Found, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The first phrase that names a party; where that party shows no country, the first that shows one."""
        keys, lands = {a.key for a in actors}, {a.country for a in actors if a.country}
        first: tuple[Actor, ...] = ()
        for heads, prep in self._phrases(f):
            if prep == "object" and self._misses(f):
                continue
            on = prep in HIT_BY and f.type == "ASSAULT" and f.inner is None and getattr(f.rule, "deed", False)
            if (prep == "object" or on) and f.type in HITS_THINGS and (hit := self._hit(f, heads, keys, on=on)):
                if any(a.country for a in hit):
                    return hit
                first = first or hit
                continue
            if first and prep in LOCAL and all(bare(a) for a in first):
                land = next((a.country for a in self.parties.places(heads) if a.country), None)
                if land:
                    return tuple(placed(a, land) for a in first)  # "in the town of Cuzco, in southern Peru"
            named = heads if not prep.endswith("object") else tuple(h for h in heads if self._is_party(f, h))
            found = tuple(a for a in self.parties.all(named) if a.key not in keys)
            if not any(a.country for a in found) and prep != "subject":
                seen = self.parties.places(named if f.type == "MOBILIZE" else heads)
                wider = tuple(a for a in seen if a.key not in keys and (a.country not in lands or found))
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
        if f.rule.id == "coerce-seize" and self.parties.places([o for p, o in f.clause.preps if p == "from"]):
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
            if f.rule.id in OPINIONS and any(words(self.parse, o) & AIMED for o in c.obj):
                ranked = [(n, p, o) for n, p, o in ranked if p not in ("on", "against", "over", "in")]  # "supported sanctions on Peru"
            if f.type == "MOBILIZE":
                ranked = [x for x in ranked if x[1] != "with" or self.parse.tokens[self.parse.tokens[x[2]].head].head != c.verb.i]  # "sent with a mission"
            if f.type != "PROTEST":
                ranked = [(n, p, o) for n, p, o in ranked if not self._echo(p, o)]
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

    def _of_agent(self, noun: int, c: Clause) -> bool:
        """Whether a noun is or describes the one who did it: "was carried out by a soldier of the league"."""
        return noun in c.subj or any(t.i in c.subj for t in self.parse.ancestors(noun))

    def _misses(self, f: Found) -> bool:
        """Whether the object is a deed that the words after it aim at somebody: "an attack on a post", "supported sanctions on Peru"."""
        c = f.clause
        if f.rule.id in OPINIONS:
            return any(words(self.parse, o) & AIMED for o in c.obj) and any(p in ("on", "against") for p, _ in c.preps)
        return f.type == "ASSAULT" and getattr(f.rule, "deed", False) and any(p in HIT_BY for p, _ in c.preps)

    def _echo(self, prep: str, noun: int) -> bool:
        """Whether it is only what gave rise to the deed: "in response to Peru's launch"."""
        over = self.parse.tokens[self.parse.tokens[noun].head]
        return prep == "to" and over.low == "to" and self.parse.tokens[over.head].lemma in ECHOES

    def _gives(self, f: Found, c: Clause) -> bool:
        """Whether the object of a governed verb is what is given: "ready to send troops", but not "ready to provide Peru with loans"."""
        return c is not f.clause and c.lemma in GIVES and all(p != "with" for p, _ in c.preps)


def bare(a: Actor) -> bool:
    """Whether nothing tells its country."""
    return a.kind in ("unnamed", "person") and a.country is None
