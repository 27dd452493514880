"""A verb of a parsed sentence in, its clause out: subjects, objects, prepositional phrases, complement, polarity and modality.

``clause(parse, verb) -> Clause(subj=(0,), obj=(3,), preps=(("with", 5),), ...)``; every value is a token index.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..parse import Parse, Token

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec christmas ramadan easter today yesterday tomorrow week month year morning evening night".split()
)
SUBJECT = ("nsubj", "csubj")
FUTURE = frozenset("will would shall 'll ’ll wo 'd".split())
MIGHT = frozenset("may might could can".split())
STATES = frozenset("oppose commit dedicate engage".split())
INTRANSITIVE = frozenset("protest demonstrate march rally riot resign arrive clash surrender meet agree retreat die".split())  # taken for participles
MISTAKEN = {"stag": "stage", "fre": "free", "quitte": "quit"}  # lemmas the model gets wrong
SUFFERS = frozenset("face suffer see experience witness endure undergo sustain come occur happen take follow".split())
ASIDE = frozenset("despite after following since before during according amid besides given until except unlike pending".split())
TAKES_OVER = frozenset("conj xcomp advcl pcomp ccomp prep dep acl".split())
MUST = frozenset("must should".split())
DETERMINERS_NO = frozenset("no never neither nor hardly".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """``comp`` is the verb (or adjective) of an open or finite complement. ``inherited``: the subject is another clause's."""

    verb: Token
    lemma: str
    subj: tuple[int, ...] = ()
    obj: tuple[int, ...] = ()
    dative: tuple[int, ...] = ()
    preps: tuple[tuple[str, int], ...] = ()
    comp: tuple[int, ...] = ()
    passive: bool = False
    negated: bool = False
    future: bool = False
    might: bool = False
    must: bool = False
    conditional: bool = False
    inherited: bool = False


def clause(parse: Parse, verb: Token) -> Clause:
    """The clause of ``verb``."""
    kids = parse.children(verb.i)
    against = next((k for k in kids if k.dep == "acomp" and k.low == "opposed"), None)
    if against is not None:
        subjects = _all(parse, [k.i for k in kids if k.dep in SUBJECT])
        return Clause(verb=against, lemma="oppose", subj=subjects, preps=_preps(parse, against, []), negated=any(k.dep == "neg" for k in kids))
    deps = {k.dep for k in kids}
    passive = bool(deps & {"nsubjpass", "auxpass"}) or (verb.dep in ("acl", "relcl") and verb.tag == "VBN" and not deps & {"aux", "nsubj", "dobj"})
    if passive and verb.dep == "acl" and verb.lemma in INTRANSITIVE:
        return Clause(verb=verb, lemma=_lemma(verb, kids), subj=_all(parse, [verb.head]), preps=_preps(parse, verb, []))
    if passive and verb.lemma in STATES and not any(k.dep == "agent" for k in kids):
        passive = False  # "is opposed to", "is committed to": no one else does it
    subj = [k.i for k in kids if k.dep in SUBJECT or (not passive and k.dep == "nsubjpass")]
    obj = [k.i for k in kids if k.dep in ("dobj", "oprd", "attr") or (passive and k.dep == "nsubjpass")]
    subj = subj or [s.i for k in kids if k.dep in ("aux", "auxpass") for s in parse.children(k.i, *SUBJECT)]
    if verb.dep == "relcl" and any(parse.tokens[s].low in ("that", "which", "who") for s in subj):
        subj = [verb.head]
    inherited = False
    if passive:
        subj = [p.i for k in kids if k.dep == "agent" or (k.dep == "prep" and k.low == "by") for p in parse.children(k.i, "pobj")]
        if verb.dep in ("acl", "relcl") and not obj:
            obj = [verb.head]
        if not obj:
            obj = list(_shared(parse, verb, passive=True))
    elif not subj:
        subj, inherited = list(_shared(parse, verb, passive=False)), True
    dative = [k.i for k in kids if k.dep == "dative" and k.pos != "ADP"]
    marks = _marks(parse, verb)
    return Clause(
        verb=verb, lemma=_lemma(verb, kids), subj=_all(parse, subj), obj=_all(parse, obj), dative=_all(parse, dative),
        preps=_preps(parse, verb, obj), comp=tuple(k.i for k in kids if k.dep in ("xcomp", "ccomp", "pcomp", "acomp")),
        passive=passive, inherited=inherited,
        negated=any(k.dep == "neg" or k.low in DETERMINERS_NO for k in kids) or _none(parse, obj + subj) or _denied(parse, verb),
        future=bool(marks & FUTURE) or _going(parse, verb), might=bool(marks & MIGHT), must=bool(marks & MUST),
        conditional=any(k.dep == "mark" and k.low in ("if", "unless", "whether") for k in kids),
    )  # fmt: skip


def _lemma(verb: Token, kids: list[Token]) -> str:
    particle = next((k.low for k in kids if k.dep == "prt"), None)
    lemma = MISTAKEN.get(verb.lemma.lower(), verb.lemma.lower())
    return f"{lemma}_{particle}" if particle else lemma


def _marks(parse: Parse, verb: Token) -> set[str]:
    """Its auxiliaries; those of the verb it is joined to, where it has none of its own."""
    own = {k.low for k in parse.children(verb.i, "aux")}
    if not own and verb.dep == "conj":
        head = parse.tokens[verb.head]
        if head.tag == verb.tag:
            return _marks(parse, head)
    return own


def _going(parse: Parse, verb: Token) -> bool:
    """'is going to', 'is to', 'is set to', 'plans to', 'is expected to'."""
    head = parse.tokens[verb.head]
    to = any(k.low == "to" for k in parse.children(verb.i, "aux"))
    return to and verb.dep == "xcomp" and (head.low == "going" or head.lemma in ("plan", "expect", "schedule", "set", "be", "due", "prepare", "intend"))


def _shared(parse: Parse, verb: Token, *, passive: bool) -> tuple[int, ...]:
    """The subject a verb takes over: of the verb it is joined to, of the clause it completes, or the noun it describes."""
    head = parse.tokens[verb.head]
    if verb.head == verb.i:
        return ()
    if verb.dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON"):
        return (head.i,)
    if verb.dep not in TAKES_OVER or (verb.dep in ("advcl", "ccomp") and verb.tag not in ("VBG", "VB", "VBN")):
        return ()
    if head.pos == "ADP":
        head = parse.tokens[head.head]
    if head.pos in ("NOUN", "PROPN"):
        return _shared(parse, parse.tokens[head.head], passive=passive) if head.dep in ("dobj", "pobj") and parse.tokens[head.head].pos == "VERB" else ()
    kids = parse.children(head.i)
    if verb.dep == "advcl" and head.lemma in SUFFERS:
        return ()  # "Peru has faced attacks, killing dozens"
    if verb.dep == "xcomp" and head.lemma not in ("promise", "threaten", "agree", "vow"):
        controlled = [k.i for k in kids if k.dep in ("dobj", "nsubjpass")]
        if controlled:
            return tuple(controlled)
    found = [k.i for k in kids if k.dep in SUBJECT or (k.dep == "nsubjpass" and (passive or verb.dep != "conj"))]
    return tuple(found) or (_shared(parse, head, passive=passive) if head.head != head.i else ())


def _all(parse: Parse, heads: list[int]) -> tuple[int, ...]:
    """The heads and those joined to them."""
    out: list[int] = []
    todo = list(heads)
    while todo:
        h = todo.pop(0)
        if h not in out:
            out.append(h)
            todo[:0] = [k.i for k in parse.children(h, "conj")]
    return tuple(out)


def _preps(parse: Parse, verb: Token, obj: list[int]) -> tuple[tuple[str, int], ...]:
    """(preposition, its noun) of the verb and of its objects, those of the verb first; 'to' datives too."""
    out: list[tuple[str, int]] = []
    todo = [(k, 2) for k in parse.children(verb.i, "prep", "dative", "agent")]
    for o in obj:
        if o < verb.i and parse.tokens[o].dep != "nsubjpass":
            continue
        todo += [(k, 2) for k in parse.children(o, "prep")]
    while todo:
        prep, depth = todo.pop(0)
        if prep.pos not in ("ADP", "SCONJ", "PART", "VERB") or prep.low in ASIDE:
            continue
        for noun in parse.children(prep.i, "pobj"):
            if noun.low.rstrip(".") in CALENDAR or (noun.pos == "NUM" and noun.low.isdigit()):
                continue  # "on Monday", "in 2015" are no parties and no places
            out.extend((prep.low, n) for n in _all(parse, [noun.i]))
            if depth:
                todo += [(k, depth - 1) for k in parse.children(noun.i, "prep")]
        todo += [(k, depth - 1) for k in parse.children(prep.i, "prep") if depth]
    return tuple(out)


def _denied(parse: Parse, verb: Token) -> bool:
    """Whether what governs it says no: "did not try to shoot", "without firing"."""
    head = parse.tokens[verb.head]
    if verb.dep == "pcomp":
        return head.low == "without"
    if verb.dep in ("acl", "ccomp") and head.pos == "NOUN":
        return _none(parse, [head.i])  # "no evidence that Peru backed it"
    return verb.dep == "xcomp" and any(k.dep == "neg" for k in parse.children(head.i))


def _none(parse: Parse, heads: list[int]) -> bool:
    return any(k.low == "no" for h in heads for k in parse.children(h, "det"))
