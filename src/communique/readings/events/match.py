"""A clause in, the lexicon's best rule for it out: ``match(lexicon, sentence, clause) -> Rule(id='sanction-impose', ...)``."""

from __future__ import annotations

from ...language.plover import Lexicon, Rule
from ..parse import Parse
from .clause import Clause
from .parties import OWN, Parties

MERE = ("_out", "_off", "_down", "_back", "_through", "_together", "_away", "_in")  # particles that leave most verbs what they are
FORCE = frozenset(("MIL", "COP", "REB", "UAF", "SPY"))
CROWD = frozenset(("CVL", "REF", "LAB", "EDU", "BUS", "JRN"))
HANGS = ("compound", "amod", "nmod", "poss", "conj", "prep", "pobj", "nummod", "dobj", "acl")


def match(lexicon: Lexicon, parse: Parse, c: Clause, parties: Parties) -> Rule | None:
    """The rule that asks most of the clause and gets it; None where none does."""
    rules = lexicon.by_word.get(c.lemma, ())
    if not rules and c.lemma.endswith(MERE):
        rules = lexicon.by_word.get(c.lemma.rsplit("_", 1)[0], ())
    if not rules:
        return None
    facts = Facts(parse, c)
    own = c.lemma == "defend" and any(k.low in OWN for o in c.obj for k in parse.children(o, "poss"))  # "its record"
    fits = (r for r in rules if facts.fit(r) and not (r.thing and _persons(c, parties)) and _who(r.who, lexicon, parse, c, parties))
    return None if own else next(fits, None)


class Facts:
    """The words around a clause that rules ask for, each found once."""

    def __init__(self, parse: Parse, c: Clause) -> None:
        self.parse, self.c = parse, c
        self.objects = {w for o in c.obj for w in words(parse, o)}
        self.heads = {parse.tokens[o].lemma.lower() for o in c.obj}
        self.preps = {p for p, _ in c.preps}
        self.pobjs = [(p, words(parse, o)) for p, o in c.preps]
        self.comps = {parse.tokens[k].lemma.lower() for k in c.comp}

    def fit(self, r: Rule) -> bool:
        """All conditions of the rule but the one on its subject."""
        return self._objects(r) and self._preps(r) and self._below(r)

    def _objects(self, r: Rule) -> bool:
        if r.alone and (self.c.obj or self.comps):
            return False
        if r.not_ and self.objects & r.not_:
            return False
        if r.obj is not None and not ((self.objects & r.obj) if r.obj else self.c.obj):
            return False
        return not (r.obj_or_none and self.c.obj and not self.objects & r.obj_or_none)

    def _preps(self, r: Rule) -> bool:
        if r.prep and not self.preps & r.prep:
            return False
        if r.not_prep and self.preps & r.not_prep:
            return False
        if r.pobj and not any(w & r.pobj for p, w in self.pobjs if not r.prep or p in r.prep):
            return False
        if r.not_pobj and any(w & r.not_pobj for _, w in self.pobjs):
            return False
        return not (r.prep_or_dative and not self.preps & r.prep_or_dative and not self.c.dative)

    def _below(self, r: Rule) -> bool:
        if r.comp is not None:
            if not self.comps or (r.not_comp and self.comps & r.not_comp):
                return False
            if "*" not in r.comp and not self.comps & r.comp:
                return False
        return not r.any or bool({t.lemma.lower() for t in self.parse.subtree(self.c.verb.i) if t.i != self.c.verb.i} & r.any)


def words(parse: Parse, head: int, depth: int = 3) -> set[str]:
    """The lemmas of a noun, its compounds and adjectives, and of what hangs on it with "of"."""
    t = parse.tokens[head]
    out = {t.lemma.lower(), t.low}
    if depth:
        for k in parse.children(head, "compound", "amod", "nmod", "conj", "nummod", "appos"):
            out |= words(parse, k.i, depth - 1)
        for k in parse.children(head, "prep"):
            if k.low in ("of", "for"):
                for p in parse.children(k.i, "pobj"):
                    out |= words(parse, p.i, depth - 1)
    return out


def _persons(c: Clause, parties: Parties) -> bool:
    """Whether the object is somebody: "dismissed the minister" rejects no proposal."""
    return any(a.kind in ("person", "state") and parties.is_name(o) for o in c.obj for a in parties.find(o))


def _who(who: str | None, lexicon: Lexicon, parse: Parse, c: Clause, parties: Parties) -> bool:
    if who is None:
        return True
    if who == "@violent":
        return _violent(lexicon, parse, c, parties)
    if who == "@arms":
        return any(words(parse, s) & lexicon.sets["arms"] for s in c.subj)
    if not c.subj and who == "@force":  # "soldiers were put on alert"
        return any(_is(who, lexicon, parse, o, parties) for o in c.obj)
    if not c.subj:
        return c.passive or c.inherited is False
    return any(_is(who, lexicon, parse, s, parties) for s in c.subj)


def _violent(lexicon: Lexicon, parse: Parse, c: Clause, parties: Parties) -> bool:
    """Whether somebody or a weapon did the harm: an actor, an attack as subject, or one told of beside a passive."""
    violent = lexicon.sets["violent"]
    if c.subj:
        return any(words(parse, s) & violent or parties.find(s) or parse.tokens[s].pos == "PRON" for s in c.subj)
    return any(w & violent for _, o in c.preps for w in [words(parse, o)])


def _is(who: str, lexicon: Lexicon, parse: Parse, s: int, parties: Parties) -> bool:
    t = parse.tokens[s]
    sector = parties.sector(s)
    if who == "@force":
        return sector in FORCE or t.lemma.lower() in lexicon.sets["force"]
    if who == "@official":
        return t.pos == "PRON" or (sector not in CROWD and bool(parties.find(s)))
    if t.pos == "PRON":
        return t.low not in ("it", "this", "that", "which", "there")
    somebody = sector is not None or t.lemma.lower() in lexicon.sets["people"] or t.lemma.lower() in lexicon.sets["force"]
    if who == "@crowd":
        return somebody or any(a.country or a.kind == "person" for a in parties.find(s))
    return (somebody or bool(parties.find(s))) and sector != "BUS"
