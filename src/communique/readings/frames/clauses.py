"""A verb of a parsed sentence in, its frame out: "Peru and Chile agreed to sign" -> who (Peru, Chile), content ("to", sign)."""

from __future__ import annotations

from functools import partial

from ...language.frames import modality
from ..page import Sent
from ..parse import Parse, Token
from .frame import Frame, Parts
from .mood import governor, mood

SUBJECT = ("nsubj", "csubj")
COMPLEMENT = ("xcomp", "ccomp")
OTHERS = frozenset("punishment retaliation penalty reprisal revenge reward sanction embargo criticism blame responsibility".split())  # for what another did
ABLE = frozenset("ability right freedom duty inability capacity willingness refusal failure".split())  # "of" whom, another is to do it
SOURCES = ("according", "due", "thanks", "owing", "prior")  # their "to" is no address
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X")


def verb_frame(sent: Sent, v: Token) -> Frame:
    """The frame of one verb."""
    passive = is_passive(sent.parse, v)
    return Frame(sent=sent, head=v, lemma=lemma_of(sent.parse, v), sort="verb", passive=passive, make=partial(_parts, sent, v, passive=passive))


def _parts(sent: Sent, v: Token, *, passive: bool) -> Parts:
    parse = sent.parse
    kids = parse.children(v.i)
    obj = [k.i for k in kids if k.dep in ("dobj", "nsubjpass")]
    if passive:
        who = [p.i for k in kids if k.dep == "agent" or (k.dep == "prep" and k.low == "by") for p in parse.children(k.i, "pobj")]
        if not obj:
            obj = [v.head] if v.dep in ("acl", "relcl") else list(subject(parse, v, passive=True))
    else:
        who = list(subject(parse, v))
    obj += [k.i for k in kids if k.dep == "dative" and k.pos != "ADP"]
    own = [o for o in obj if o > v.i]
    return Parts(
        who=joined(parse, who), whom=joined(parse, obj), preps=prepositions(parse, v.i, obj if passive else own), content=contents(parse, v),
        mods=frozenset(k.lemma.lower() for k in kids if k.dep == "advmod"), mood=mood(sent, v),
    )  # fmt: skip


def is_passive(parse: Parse, v: Token) -> bool:
    deps = {k.dep for k in parse.children(v.i)}
    if deps & {"nsubjpass", "auxpass"}:
        return True
    if v.tag == "VBN" and v.dep == "conj" and not deps & {"aux", "nsubj", "dobj"}:
        return is_passive(parse, parse.tokens[v.head])
    return v.dep in ("acl", "relcl") and v.tag == "VBN" and not deps & {"aux", "nsubj", "dobj"}


def lemma_of(parse: Parse, v: Token) -> str:
    particle = next((k.low for k in parse.children(v.i, "prt")), None)
    return f"{v.lemma.lower()}_{particle}" if particle else v.lemma.lower()


def subject(parse: Parse, v: Token, *, passive: bool = False, depth: int = 0) -> tuple[int, ...]:
    """Who does ``v``: its own subject, else that of what governs it."""
    own = [k.i for k in parse.children(v.i, *SUBJECT, *(("nsubjpass",) if passive or depth else ()))]
    if own:
        return tuple(_antecedent(parse, v, i) for i in own)
    if depth > 8 or v.head == v.i:
        return ()
    head = parse.tokens[v.head]
    if v.dep == "relcl" or (v.dep == "acl" and v.tag == "VBG"):
        return (head.i,) if head.pos in NOMINAL else ()
    if v.dep == "acl":
        return owner(parse, head, depth)
    if v.dep == "advcl" and v.tag == "VBG" and (near := _led_in(parse, v)):
        return near
    if v.dep == "advcl" and v.tag == "VBG" and any(k.low in ("while", "when") for k in parse.children(v.i)):
        return _nearest(parse, v, depth)
    if v.dep == "xcomp" or (v.dep == "advcl" and _infinitive(parse, v)):
        controlled = _controlled(parse, head)
        if controlled:
            return controlled
    if v.dep in ("ccomp", "advcl") and v.tag not in ("VBG", "VB", "VBN"):
        return ()
    if v.dep == "conj" and v.tag in ("VBD", "VBZ") and head.tag == "VB":  # "said they did not know and accused Lima": joined to what was said
        same = (t for t in parse.ancestors(v.i) if t.tag == v.tag)
        return next((found for t in same if (found := tuple(k.i for k in parse.children(t.i, *SUBJECT)))), ())
    if v.dep in ("conj", "xcomp", "ccomp", "advcl"):
        return subject(parse, head, depth=depth + 1) if head.pos in ("VERB", "AUX", "ADJ") else owner(parse, head, depth)
    if v.dep == "pcomp":
        between = [t for t in parse.tokens[head.i + 1 : v.i] if t.pos not in ("ADV", "PART", "AUX", "PUNCT", "CCONJ")]
        if between and between[-1].pos in ("NOUN", "PROPN", "PRON"):  # "despite Lima repeatedly denouncing"
            return joined(parse, [between[-1].head if between[-1].dep == "conj" else between[-1].i])
        above = parse.tokens[head.head]
        if above.pos in ("NOUN", "PROPN"):
            return owner(parse, above, depth)
        blamed = [k.i for k in parse.children(above.i, "dobj", "nsubjpass")] if head.low in ("for", "of", "from", "into") else []
        if blamed:  # "accused Peru of breaking", "sued Peru for breaking"
            return tuple(blamed)
        return _controlled(parse, above) or subject(parse, above, depth=depth + 1)
    return ()


def _nearest(parse: Parse, v: Token, depth: int) -> tuple[int, ...]:
    """The subject of the clause that "while visiting Peru" hangs on; whose account it is, in "her account of coming under fire while ..."."""
    for t in parse.ancestors(v.i):
        if found := tuple(k.i for k in parse.children(t.i, *SUBJECT)):
            return found
        if t.dep == "pcomp" and depth <= 8:  # noqa: PLR2004  as deep as subjects are looked for
            return subject(parse, t, depth=depth + 1)
    return ()


def _led_in(parse: Parse, v: Token) -> tuple[int, ...]:
    """"despite Lima and Quito firmly denouncing it", "with Lima denouncing it": who stands between the preposition and the participle."""
    before = [t for t in parse.tokens[max(0, v.i - 12) : v.i] if t.pos not in ("ADV", "PART", "AUX", "CCONJ", "DET")]
    last = before[-1] if before else None
    if last is None or last.pos not in ("NOUN", "PROPN", "PRON"):
        return ()
    first = parse.tokens[last.head] if last.dep == "conj" else last
    return joined(parse, [first.i]) if first.dep == "pobj" and parse.tokens[first.head].low in ("despite", "with", "amid") else ()


def owner(parse: Parse, noun: Token, depth: int = 0) -> tuple[int, ...]:
    """Whose plan, call or agreement a noun is: its possessor, "by" or "of" or "between", else the subject of its verb."""
    if noun.pos not in ("NOUN", "PROPN"):
        return ()
    poss = [k.i for k in parse.children(noun.i, "poss")]
    if poss:
        return tuple(poss)
    if noun.lemma.lower() in OTHERS:
        return ()
    if noun.lemma.lower() in ABLE and (of := [p.i for k in parse.children(noun.i, "prep") if k.low == "of" for p in parse.children(k.i, "pobj")]):
        return tuple(of)
    for k in parse.children(noun.i, "prep"):
        if k.low in ("by", "between", "among", "from"):
            return tuple(p.i for p in parse.children(k.i, "pobj"))
    names = tuple(k.i for k in parse.children(noun.i, "compound", "amod", "nmod") if k.text[:1].isupper())
    if names:
        return names
    up = noun
    for _ in range(4):
        if up.dep in ("nsubj", "nsubjpass"):
            return ()
        up = parse.tokens[up.head]
        if up.pos in ("VERB", "AUX"):
            return subject(parse, up, depth=depth + 1)
    return ()


def _controlled(parse: Parse, head: Token) -> tuple[int, ...]:
    """The object does the deed after "urge", "ask", "call on": "Chile urged Peru to sign" -> Peru."""
    found = governor(modality(), head, "to")
    if found is None or not found.object_control:
        return ()
    own = [k.i for k in parse.children(head.i, "dobj", "nsubjpass", "dative")]
    return tuple(own) or tuple(p.i for k in parse.children(head.i, "prep") if k.low in ("on", "upon", "to", "for") for p in parse.children(k.i, "pobj"))


def _antecedent(parse: Parse, v: Token, i: int) -> int:
    t = parse.tokens[i]
    return v.head if v.dep == "relcl" and t.low in ("who", "which", "that") else i


def _infinitive(parse: Parse, v: Token) -> bool:
    return any(k.low == "to" for k in parse.children(v.i, "aux"))


def contents(parse: Parse, v: Token) -> tuple[tuple[str, int], ...]:
    """The complements of a verb, coordinated ones each: ("to", verb), ("that", verb), ("ing", verb), ("object", noun)."""
    out: list[tuple[str, int]] = []
    for k in parse.children(v.i, *COMPLEMENT, "dobj", "advcl"):
        if k.dep == "dobj":
            out.append(("object", k.i))
        elif _infinitive(parse, k):
            if k.dep != "advcl" or k.i == v.i + 2:
                out.append(("to", k.i))
        elif k.dep != "advcl" and k.pos in ("VERB", "AUX", "ADJ", "NOUN") and k.i > v.i:
            out.append(("ing" if k.tag == "VBG" and not parse.children(k.i, "nsubj", "aux") else "that", k.i))
    for form, i in list(out):
        out += [(form, j) for j in joined(parse, [i])[1:] if form == "object" or parse.tokens[j].tag == parse.tokens[i].tag]
    return tuple(out)


def joined(parse: Parse, heads: list[int]) -> tuple[int, ...]:
    """The heads and those coordinated with them, in text order of each chain."""
    out: list[int] = []
    for h in heads:
        todo = [h]
        while todo:
            i = todo.pop(0)
            if i not in out:
                out.append(i)
                todo += [k.i for k in parse.children(i, "conj")]
    return tuple(out)


def prepositions(parse: Parse, head: int, also: list[int] | None = None) -> tuple[tuple[str, int], ...]:
    """(preposition, noun or participle) that hang on a head and on its objects; coordinated nouns each."""
    out: list[tuple[str, int]] = []
    for h in [head, *(also or [])]:
        for k in parse.children(h, "prep", "dative", "agent"):
            if k.pos not in ("ADP", "SCONJ", "PART", "VERB", "ADV") or k.low in SOURCES:
                continue
            inner = [k, *(g for g in parse.children(k.i, "prep") if g.pos == "ADP")]
            for p in inner:
                for noun in parse.children(p.i, "pobj", "pcomp"):
                    out.extend((p.low, n) for n in joined(parse, [noun.i]))
    return tuple(dict.fromkeys(out))
