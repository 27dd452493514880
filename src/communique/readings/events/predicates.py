"""A verb or event noun in, the rule that codes it out, with what governs it: "agreed to send" is AGREE, "refused to send" REJECT."""

from __future__ import annotations

from itertools import pairwise

from ...language.plover import Lexicon, Rule, Wrapper
from ...model.events import CONFLICT
from ..parse import Parse, Token
from .clause import MIGHT, MISTAKEN, MUST, Clause, clause
from .found import Found
from .match import match
from .parties import Parties
from .recipients import RINGS
from .state import inner_mode, state_of

SAY = frozenset(
    "say announce declare state tell add note report confirm reiterate claim warn insist stress conclude indicate reveal acknowledge admit "
    "think believe quote".split()
)
TOLD = frozenset("claim allege suspect deny doubt speculate suggest believe insist".split())  # what stands under them is told, not reported
NEGATABLE = frozenset(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"))
HARM = frozenset(("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"))
JOINT = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "REJECT", "ASSAULT"))
GRANTS = frozenset(("concede-accept", "agree-accept", "concede-allow"))
PONDERED = frozenset("involve require mean consider suggest propose oppose support favor favour recommend".split())
REAL = frozenset(
    "begin start continue manage proceed go help come join resume fail use force attempt try be have launch converge gather act move return".split()
)
HAPPENS = frozenset(
    "hold begin start open take continue resume conclude last focus produce cover yield grow expand strengthen increase deepen erupt break leave kill "
    "intensify go aim follow come end convene restart flare rage".split()
)
ALWAYS = frozenset("always usually often traditionally generally typically".split())
DENIES = frozenset("deny".split())
PASSING = frozenset("responsibility condolence condolences sympathy sympathies accusation charge allegation regret sorrow grief".split())
NO_COMMENT = frozenset("comment comments interview information details reporters questions question emails email messages message".split())
RINGS_TO = frozenset("express convey congratulate voice offer assure thank apologize apologise reassure".split())
NO_NEWS = frozenset("comment say elaborate answer discuss speculate identify name disclose specify reply talk reveal respond confirm deny verify".split())


class Predicates:
    """Finds what is coded in one sentence. ``taken`` grows: words already told by a verb that governs them."""

    def __init__(self, parse: Parse, parties: Parties, book: Lexicon) -> None:
        self.parse, self.parties, self.book = parse, parties, book
        self.clauses: dict[int, Clause] = {}
        self.taken: set[int] = set()

    def all(self) -> list[Found]:
        """Every coded predicate, main clauses first; event nouns where no verb is coded."""
        passing = any(t.lemma.lower() in PASSING for t in self.parse.tokens)
        for v in self.parse.tokens:
            if v.pos == "VERB" and (passing or v.lemma.lower() in DENIES):
                self._hush(self.clause_of(v))
        found = []
        for v in sorted((t for t in self.parse.tokens if self._may_carry(t)), key=lambda t: (self._depth(t), t.i)):
            if v.i not in self.taken and (f := self._find(v)) is not None:
                found.append(f)
        return found or self._nouns()

    def _may_carry(self, t: Token) -> bool:
        low = MISTAKEN.get(t.lemma.lower(), t.lemma.lower())
        if t.pos in ("VERB", "AUX") and (low in self.book.by_word or low in self.book.wrap or f"{low}_" in self.book.wrap):
            return True
        if t.pos == "VERB" or (t.pos == "AUX" and t.dep != "aux"):
            return any(k.dep in ("prt", "acomp", "xcomp", "ccomp") for k in self.parse.children(t.i)) or low in self.book.by_word
        return False

    def clause_of(self, v: Token) -> Clause:
        if v.i not in self.clauses:
            self.clauses[v.i] = clause(self.parse, v)
        return self.clauses[v.i]

    def _depth(self, t: Token) -> int:
        """How far it is from the main line: 0 for the main clause, what it reports and what is joined to it."""
        depth = 0
        path = [t, *self.parse.ancestors(t.i)]
        for child, head in pairwise(path):
            if child.dep in ("ccomp", "conj", "dep", "parataxis", "ROOT"):
                continue
            if child.dep == "xcomp":
                continue
            if child.dep == "advcl" and child.i < head.i and head.lemma in SAY:
                continue
            depth += 1
        return depth

    def _find(self, v: Token) -> Found | None:
        c = self.clause_of(v)
        if any(k.low in ALWAYS for k in self.parse.children(v.i, "advmod")):
            return None  # "has always been willing": no news
        wrapper = self._wrapper(c)
        rule = match(self.book, self.parse, c, self.parties)
        rings = c.lemma in RINGS and any(k.lemma in RINGS_TO for k in self.parse.children(v.i, "xcomp", "advcl"))
        if wrapper is not None and wrapper.id == "unsure" and not rings:
            self.taken.update(t.i for t in self.parse.subtree(v.i) if t.i > v.i and not self._beside(t, v))
        elif wrapper is not None and not rings and not (rule and rule.comp) and (w := self._wrapped(c, wrapper)) is not None:
            return w
        if rule is None:
            return self._must(c)
        if rule.comp is not None or rule.type in ("REJECT", "THREATEN", "REQUEST"):
            self.taken.update(c.comp)
        return self._stated(c, rule)

    def _hush(self, c: Clause) -> None:
        """What stands under "claimed responsibility for", "offered condolences over", "denied charges that" is told in passing, and no news."""
        if c.lemma in DENIES or any(self.parse.tokens[o].lemma.lower() in PASSING for o in c.obj):
            for o in (*c.obj, *(k.i for k in self.parse.children(c.verb.i, "prep", "dative"))):
                self.taken.update(t.i for t in self.parse.subtree(o))

    def _beside(self, t: Token, v: Token) -> bool:
        """Whether ``t`` is in a clause joined to ``v`` and not under it."""
        while t.head != v.i:
            t = self.parse.tokens[t.head]
        return t.dep == "conj"

    def _wrapper(self, c: Clause) -> Wrapper | None:
        w = self.book.wrap.get(c.lemma) or (self.book.wrap.get(c.verb.lemma.lower()) if "_" not in c.lemma else None)
        if w is not None and (w.verbs & {c.lemma}):
            return w
        for k in c.comp:
            t = self.parse.tokens[k]
            w = self.book.wrap.get(t.low)
            if w is not None and t.low in w.adjectives and c.verb.lemma == "be":
                return w
        return None

    def _wrapped(self, c: Clause, w: Wrapper) -> Found | None:
        comps = [self.parse.tokens[k] for k in c.comp]
        if w.adjectives:
            comps = [x for k in comps for x in self.parse.children(k.i, "xcomp", "ccomp")]
        comps = [k for k in comps if k.pos in ("VERB", "AUX")]
        if not comps:
            return None
        inner = self.clause_of(comps[0])
        inside = match(self.book, self.parse, inner, self.parties)
        kind = self._kind(c, w, inner, inside)
        if not kind:
            return None
        if w.id == "refuse" and inner.lemma in NO_NEWS and not self._unheard(inner):
            self.taken.add(inner.verb.i)
            return None
        self.taken.update(k.i for k in comps)
        if c.negated and kind == "AGREE":
            kind = "REJECT"
            return Found(c, w, kind, None, state_of(c, False), inner, depth=self._depth(c.verb))
        if inner.negated and kind == "AGREE" and w.id != "promise":
            kind = "REJECT"
        symmetric = kind == "AGREE" and len(c.subj) > 1
        if c.lemma in ("order", "instruct") and inner.passive:
            return None  # "ordered the launch to be carried out": of its own people
        plain = inside is None and w.id in ("promise", "ready") and c.lemma != "agree"  # a promise of nothing known counts only towards somebody
        mode = inner_mode(kind, inside.type, inside.mode) if inside else None
        return Found(c, w, kind, mode, state_of(c, c.negated), inner, symmetric, self._depth(c.verb), need="recipient" if plain else None, near=plain)

    def _unheard(self, inner: Clause) -> bool:
        """ "refused to respond to a demand from parliament", which is more than giving no comment."""
        said = {self.parse.tokens[o].lemma for p, o in inner.preps if p == "to"}
        below = {t.low for t in self.parse.subtree(inner.verb.i)}
        return inner.lemma in ("respond", "reply") and bool(said & {"request", "demand", "appeal"}) and not below & NO_COMMENT

    def _kind(self, c: Clause, w: Wrapper, inner: Clause, inside: Rule | None) -> str:
        """The type that a governing verb gives what it governs; '' where that is no event."""
        below = self.book.wrap.get(inner.lemma)
        if c.lemma == "insist" and not inner.must and inner.verb.tag != "VB":
            return ""  # "insisted that it had paid": a statement
        if inside is None and below is None and c.lemma == "agree" and inner.verb.dep == "ccomp":
            return ""  # "agreed with the critics that it was late": an opinion
        if inside is None and below is None:
            return w.plain if not w.plain_verbs or c.lemma in w.plain_verbs else ""
        base = inside.type if inside else (below.friendly if below else "")
        if base == "MOBILIZE" and c.lemma in ("offer", "agree", "pledge", "promise"):
            return w.friendly  # troops that are offered are help
        return w.hostile if base in CONFLICT else w.friendly

    def _must(self, c: Clause) -> Found | None:
        """"Peru said that Chile must withdraw": a demand of the one who says it."""
        if not c.must or c.verb.dep not in ("ccomp", "conj"):
            return None
        head = self.parse.tokens[c.verb.head]
        if head.lemma not in SAY or not any(k.low == "must" for k in self.parse.children(c.verb.i, "aux")):
            return None
        outer = self.clause_of(head)
        return Found(outer, self.book.wrap["demand"], "REQUEST", None, "done", c, depth=self._depth(head))

    def _stated(self, c: Clause, rule: Rule) -> Found | None:
        kind, mode = rule.type, rule.mode
        if self._ahead(c.verb):
            return None  # "prior to meeting the envoy": not told as done
        if rule.clause == "main" and c.verb.dep in ("relcl", "acl"):
            return None  # "a farmer who supports the party"
        depth = self._depth(c.verb)
        if c.must and (m := self._must(c)):
            return m
        negated = c.negated
        if c.future and kind in NEGATABLE:
            kind, mode, negated = ("REJECT" if negated else "AGREE"), None, False
        elif c.future and kind in HARM:
            kind, mode = "THREATEN", None
        elif negated and kind in ("CONCEDE", "AGREE") and rule.id in GRANTS:
            kind, mode, negated = "REJECT", None, False
        state = "hypothetical" if not negated and (c.must or self._might(c.verb)) else state_of(c, negated)
        if state == "done" and self._unreal(c.verb):
            self.taken.update(t.i for t in self.parse.subtree(c.verb.i))
            return None
        if state == "done" and self._claimed(c.verb):
            state = "hypothetical"
        if state == "hypothetical" and c.verb.dep in ("relcl", "acl"):
            self.taken.update(t.i for t in self.parse.subtree(c.verb.i))
            return None  # "missiles that could hit Peru"
        return Found(c, rule, kind, mode, state, None, rule.symmetric and kind in JOINT, depth, rule.actor, rule.need, rule.swap)

    def _ahead(self, v: Token) -> bool:
        head = self.parse.tokens[v.head]
        if v.tag != "VBG" or v.dep != "pcomp" or head.pos not in ("ADP", "SCONJ"):
            return False
        return head.low in ("before", "without") or (head.low == "to" and self.parse.tokens[head.head].low == "prior") or (
            head.low == "of" and self.parse.tokens[head.head].low in ("ahead", "instead")
        )

    def _might(self, v: Token) -> bool:
        """Whether the verb that governs it is itself only possible or due: "should put more effort into enforcing the ban"."""
        while v.dep in ("xcomp", "pcomp") and v.head != v.i:
            v = self.parse.tokens[v.head]
            v = self.parse.tokens[v.head] if v.pos == "ADP" and v.dep == "prep" else v
            if v.pos == "VERB" and {k.low for k in self.parse.children(v.i, "aux")} & (MIGHT | MUST):
                return True
        return False

    def _claimed(self, v: Token) -> bool:
        """Whether it stands under "claimed that", "allegedly", "accused of": told, not reported."""
        head = self.parse.tokens[v.head]
        return v.dep == "ccomp" and head.lemma in TOLD

    def _unreal(self, v: Token) -> bool:
        """Whether it is a bare infinitive that nothing says was carried out ("it was wrong to blame Peru", "a plan to arrest them")."""
        if v.tag == "VBG" and v.dep in ("ccomp", "pcomp") and self.parse.tokens[v.head].lemma in PONDERED:
            return True
        if v.tag != "VB" or not any(k.low == "to" for k in self.parse.children(v.i, "aux")):
            return False
        head = self.parse.tokens[v.head]
        if head.lemma in RINGS and v.lemma in RINGS_TO:
            return False
        return not (v.dep in ("xcomp", "advcl", "conj", "ROOT") and head.lemma in REAL)

    def _nouns(self) -> list[Found]:
        """Event nouns that are subjects, with their parties between "between" and "and" or after "with"."""
        subjects = [t for t in self.parse.tokens if t.pos == "NOUN" and t.dep in ("nsubj", "nsubjpass") and t.i not in self.taken]
        return [f for t in subjects for r in self.book.by_noun.get(t.low, ()) for f in [self._noun(t, r)] if f is not None]

    def _noun(self, t: Token, r: Rule) -> Found | None:
        verb, prepositions = self.parse.tokens[t.head], r.prep or frozenset()
        phrases = [k for k in self.parse.children(t.i, "prep") if k.low in prepositions]
        parties = [o for k in phrases for p in self.parse.children(k.i, "pobj") for o in (p.i, *self._joined(p.i))]
        if verb.lemma not in HAPPENS or not parties:
            return None
        c = Clause(verb=t, lemma=t.low, subj=(*(k.i for k in self.parse.children(t.i, "poss")), *parties))
        outer = self.clause_of(verb)
        kind = "AGREE" if outer.future and r.type in NEGATABLE else r.type
        return Found(c, r, kind, r.mode, state_of(outer, outer.negated), None, True, self._depth(verb), r.actor, r.need)

    def _joined(self, i: int) -> list[int]:
        out = []
        for k in self.parse.children(i, "conj"):
            out += [k.i, *self._joined(k.i)]
        return out
