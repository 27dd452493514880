"""A word of a parsed sentence in, how it stands out: "failed to agree" -> negated, "is expected to sign" -> future, "agreed" -> done."""

from __future__ import annotations

from ...language.frames import Governor, Modality, modality
from ..page import Sent
from ..parse import Parse, Token
from .frame import Mood, Span

DEEPEST = 12
BLAMING = frozenset("accuse blame sue charge suspect criticise criticize condemn denounce".split())
REJECTING = frozenset("reject refuse dismiss rebuff oppose block spurn".split())
SUPPOSING = ("say", "suppose", "imagine", "assume")
UP = ("xcomp", "ccomp", "conj", "pcomp", "acl", "advcl", "relcl", "prep", "dep", "parataxis")


def mood(sent: Sent, t: Token) -> Mood:
    """How the verb ``t`` stands, read from its auxiliaries and all that governs it."""
    climb = Climb(sent)
    climb.up(t)
    return climb.result(t)


class Climb:
    """One walk from a verb to the root, gathering what weakens it."""

    def __init__(self, sent: Sent) -> None:
        self.sent, self.parse, self.words = sent, sent.parse, modality()
        self.effects: set[str] = set()
        self.governors: list[str] = []
        self.reporter: int | None = None
        self.reported = False
        self.condition: Span | None = None
        self.modal: str | None = None
        self.negations = 0

    def result(self, t: Token) -> Mood:
        effects = set(self.effects)
        if self.negations % 2:
            effects.add("negated")
        if _asks(self.sent):
            effects.add("asked")
        stands = next((e for e in self.words.order if e in effects), "done")
        perfect = any(k.lemma == "have" for k in self.parse.children(t.i, "aux"))
        return Mood(
            stands=stands, tense=tense(self.parse, t), modal=self.modal, governors=tuple(self.governors), reporter=self.reporter,
            condition=self.condition, perfect=perfect, reported=self.reported,
        )  # fmt: skip

    def up(self, t: Token) -> None:
        """Climb; each step looks at the word's own helpers, then at what rules over it."""
        skip = False
        for depth in range(DEEPEST):
            if not skip:
                self.beside(t, own=depth == 0)
            skip = t.dep == "conj" and bool(_auxiliaries(self.parse, t) or self.parse.children(t.i, "nsubj", "nsubjpass"))
            head = self.parse.tokens[t.head]
            if t.head == t.i or t.dep not in UP or _apart(self.parse, t, head) or not self.over(t, head):
                return
            t = head

    def beside(self, t: Token, *, own: bool) -> None:
        """Auxiliaries, negation, marks and provisos of one verb."""
        w, kids = self.words, self.parse.children(t.i)
        aux = _auxiliaries(self.parse, t)
        if any(_denies(self.parse, k, w) for k in kids):
            self.negations += 1
        if any(k.low == "longer" and any(n.low == "no" for n in self.parse.children(k.i)) for k in kids):
            self.negations += 1
        if _none(self.parse, t, w):
            self.negations += 1
        for effect in ("future", "possible", "wanted"):
            if hit := aux & w.auxiliaries[effect]:
                self.effects.add(effect)
                self.modal = self.modal or min(hit)
        if aux & w.auxiliaries["would"]:
            self.effects.add("negated" if _have(self.parse, t) else "conditional" if self.hangs(t) else "future")
            self.modal = self.modal or "would"
        if any(k.dep == "mark" and k.low in w.marks["conditional"] for k in kids):
            self.effects.add("conditional")
        if any(k.low in w.marks["hedges"] for k in kids if k.dep == "advmod"):
            self.effects.add("possible")
        if own:
            self.condition = self.condition or self.proviso(t)

    def proviso(self, t: Token) -> Span | None:
        """The clause with "if" that hangs on a verb."""
        for k in self.parse.children(t.i, "advcl", "ccomp"):
            if any(m.low in self.words.marks["proviso"] for m in self.parse.children(k.i, "mark")):
                below = self.parse.subtree(k.i)
                return self.sent.span(below[0], below[-1])
        return None

    def hangs(self, t: Token) -> bool:
        """Somewhere below it stands an "if"."""
        return any(k.dep == "mark" and k.low in self.words.marks["proviso"] for k in self.parse.subtree(t.i))

    def over(self, t: Token, head: Token) -> bool:
        """What ``head`` does to ``t``; False where the climb ends."""
        if t.dep in ("relcl", "parataxis"):
            return False
        if t.dep == "advcl":
            marked = any(k.dep == "mark" for k in self.parse.children(t.i))
            return not marked and t.tag in ("VBG", "VBN", "VB") and head.pos in ("VERB", "AUX", "ADJ") and self.rules(t, head)
        if t.dep == "conj":
            if t.tag in ("VBD", "VBZ") and head.tag == "VB":
                return False  # "tried to hear them and promised change": a deed of its own
            return not (_auxiliaries(self.parse, t) or self.parse.children(t.i, "nsubj", "nsubjpass")) or head.dep in ("ccomp", "xcomp")
        if t.dep == "acl":
            effect = self.words.nouns.get(head.lemma.lower())
            clause = any(k.dep in ("mark", "nsubj", "nsubjpass") for k in self.parse.children(t.i))
            if effect and (t.tag != "VBN" or clause):
                past = effect == "wanted" and clause and tense(self.parse, t) == "past"
                self.note(head, "conditional" if past else effect)  # "the idea that it had signed": somebody's thought
                if any(k.low == "no" for k in self.parse.children(head.i, "det")):  # "no plans to meet"
                    self.negations += 1
            ruler = governor(self.words, self.parse.tokens[head.head], "that") if clause and head.dep in ("dobj", "nsubjpass") else None
            if ruler is not None and ruler.effect == "denied":  # "rejected the claim that it had signed"
                self.effects.add("denied")
            return False
        if head.pos in ("ADP", "SCONJ") or t.dep == "prep":
            return self.preposition(head if head.pos in ("ADP", "SCONJ") else t)
        return self.rules(t, head)

    def preposition(self, prep: Token) -> bool:
        """A participle after a preposition: "without signing", "interest in gaining", "discussed signing"."""
        above = self.parse.tokens[prep.head]
        instead = prep.low == "of" and prep.i > 0 and self.parse.tokens[prep.i - 1].low == "instead"
        if instead or prep.low in ("without", "against", "instead", "than", "from"):
            self.effects.add("negated")
            return False
        if prep.low == "by" and above.pos == "VERB":  # "asked them to show it by signing" asks them to sign
            self.up(above)
        elif prep.low in ("for", "of") and above.pos == "VERB" and (above.lemma.lower() in BLAMING or mood(self.sent, above).stands != "done"):
            self.effects.add("conditional")  # "accused Peru of breaking", "would sue Peru for breaking": that it did is another's word
        elif above.pos == "NOUN" and above.dep == "dobj" and self.parse.tokens[above.head].lemma.lower() in REJECTING:
            self.effects.add("denied")  # "rejected a proposal for signing"
        elif above.pos == "NOUN" and (effect := self.words.nouns.get(above.lemma.lower())):
            self.note(above, effect)
        elif prep.low == "over" or (prep.low == "about" and above.pos == "NOUN"):  # "voiced pessimism over signing"
            self.effects.add("conditional")
        elif above.pos in ("VERB", "ADJ") and prep.low in ("in", "on", "about", "to", "of"):
            self.rules_over(above, "to" if above.lemma == "look" else "ing")
        return False

    def rules(self, t: Token, head: Token) -> bool:
        form = "to" if _to(self.parse, t) else "ing" if t.tag == "VBG" and t.dep == "xcomp" else "that"
        self.rules_over(head, form)
        return True

    def rules_over(self, head: Token, form: str) -> None:
        if head.i == 0 and head.lemma.lower() in SUPPOSING and head.tag in ("VB", "VBP") and not self.parse.children(head.i, "nsubj"):
            self.effects.add("conditional")  # "Say Peru demanded that ..."
        found = governor(self.words, head, form)
        if found:
            self.note(head, found.effect)

    def note(self, head: Token, effect: str) -> None:
        self.governors.append(head.lemma.lower())
        if effect == "reported":
            self.reported = True
            if self.reporter is None:
                self.reporter = next((k.i for k in self.parse.children(head.i, "nsubj")), None)
        elif effect != "plain":
            self.effects.add(effect)


def governor(words: Modality, head: Token, form: str) -> Governor | None:
    """The entry by which ``head`` rules over a complement of that form."""
    return next((g for g in words.governors.get(head.lemma.lower(), ()) if form in g.takes), None)


def tense(parse: Parse, t: Token) -> str:
    """past, present, future; none for an infinitive or participle."""
    helpers = parse.children(t.i, "aux", "auxpass")
    words = {h.low for h in helpers}
    if words & {"will", "shall", "'ll", "wo"}:
        return "future"
    if any(h.tag == "VBD" or h.lemma == "have" for h in helpers):
        return "past" if "to" not in words else "none"
    if any(h.tag in ("VBZ", "VBP") for h in helpers):
        return "present"
    if t.tag == "VBD" or (t.tag == "VBN" and t.dep in ("acl", "relcl", "ROOT", "conj")):
        return "past"
    return {"VBZ": "present", "VBP": "present"}.get(t.tag, "none")


def _apart(parse: Parse, t: Token, head: Token) -> bool:
    """A semicolon between them: two sentences in one, and neither rules over the other."""
    low, high = sorted((t.i, head.i))
    return any(x.text == ";" for x in parse.tokens[low:high])


def _auxiliaries(parse: Parse, t: Token) -> set[str]:
    """Its helpers; those of the verb it is joined to, where it has none of its own ("will meet and sign")."""
    own = {k.low for k in parse.children(t.i, "aux", "auxpass")}
    if not own and t.dep == "conj":
        head = parse.tokens[t.head]
        if head.tag == t.tag or (t.tag in ("VB", "VBD", "VBN") and head.tag in ("VB", "VBN") and t.tag != "VBD"):
            return _auxiliaries(parse, head)
    return own


def _denies(parse: Parse, k: Token, words: Modality) -> bool:
    """A word of negation; "not only" is none."""
    if k.dep != "neg" and not (k.low in words.marks["negated"] and k.dep in ("advmod", "preconj", "cc", "det")):
        return False
    return k.i + 1 >= len(parse.tokens) or parse.tokens[k.i + 1].low not in ("only", "just", "merely")


def _have(parse: Parse, t: Token) -> bool:
    return any(k.lemma == "have" for k in parse.children(t.i, "aux"))


def _to(parse: Parse, t: Token) -> bool:
    return any(k.low == "to" for k in parse.children(t.i, "aux"))


def _none(parse: Parse, t: Token, words: Modality) -> bool:
    """"No agreement was signed", "signed no agreement", "neither side agreed"."""
    nouns = parse.children(t.i, "nsubj", "nsubjpass", "dobj")
    if any(n.low in ("nobody", "none", "nothing", "neither") for n in nouns):
        return True
    return any(k.low in ("no", "neither") for n in nouns for k in parse.children(n.i, "det"))


def _asks(sent: Sent) -> bool:
    """The sentence is a question ("Did they agree?"); what is only reported beside one is not told apart, so nothing in it stands."""
    tail = [x.text for x in sent.tokens[-3:]]
    return "?" in tail
