"""An event noun of a parsed sentence in, its frame out: "Peru's talks with Chile on trade" -> who (Peru), preps (with Chile, on trade)."""

from __future__ import annotations

from functools import partial

from ..page import Sent
from ..parse import Parse, Token
from .clauses import contents, joined, prepositions, subject
from .frame import Frame, Mood, Parts
from .mood import mood

PLACES = ("in", "at", "on")
LIGHT_ROLES = ("dobj", "nsubj", "nsubjpass", "attr", "oprd")


def noun_frame(sent: Sent, n: Token) -> Frame:
    """The frame of one event noun; its mood is that of the verb it leans on, or background where it only sets the scene."""
    light, role, via = leans_on(sent.parse, n)
    made = partial(_parts, sent, n, light, role)
    return Frame(sent=sent, head=n, lemma=n.lemma.lower(), sort="noun", light=light, role=role, light_prep=via, make=made)


def _parts(sent: Sent, n: Token, light: Token | None, role: str) -> Parts:
    parse = sent.parse
    preps = prepositions(parse, n.i)
    owned = [i for p, i in preps if p == "of"]
    preps += tuple((p, i) for o in owned for p, i in prepositions(parse, o) if p == "with")  # "the meeting of Torres with Vega"
    who = [k.i for k in parse.children(n.i, "poss")]
    who += [i for p, i in preps if p in ("between", "among", "by")]
    if light is not None and role in ("dobj", "pobj"):
        also = [(p, i) for p, i in prepositions(parse, light.i) if i != n.i and (role == "dobj" or p in PLACES)]
        preps = tuple(dict.fromkeys((*preps, *also)))
    names = [k.i for k in parse.children(n.i, "compound", "amod", "nmod") if k.text[:1].isupper()]
    mods = {k.lemma.lower() for k in parse.children(n.i, "amod", "compound", "nmod", "det", "nummod", "poss")}
    return Parts(
        who=joined(parse, who), whom=tuple(names), preps=preps, content=_contents(parse, n),
        mods=frozenset(mods), mood=mood(sent, light) if light is not None else Mood(stands="done"),
    )  # fmt: skip


def leans_on(parse: Parse, n: Token) -> tuple[Token | None, str, str | None]:
    """The verb a noun hangs on, its role there, and the preposition between them."""
    while n.dep == "conj" and parse.tokens[n.head].pos in ("NOUN", "PROPN"):
        n = parse.tokens[n.head]
    head = parse.tokens[n.head]
    if n.dep in LIGHT_ROLES and head.pos in ("VERB", "AUX"):
        return head, n.dep, None
    if n.dep == "pobj":
        above = parse.tokens[head.head]
        if above.pos in ("VERB", "AUX"):
            return above, "pobj", head.low
        if above.pos in ("NOUN", "PROPN"):
            outer, _, _ = leans_on(parse, above) if above.i != n.i else (None, "", None)
            return (outer, "nested", head.low)
    return None, "", None


def does(parse: Parse, f: Frame) -> tuple[int, ...]:
    """Who does the verb an event noun leans on ("Peru held talks" -> Peru)."""
    if f.light is None or f.role not in ("dobj", "pobj"):
        return ()
    passive = bool(parse.children(f.light.i, "nsubjpass", "auxpass"))
    return joined(parse, list(subject(parse, f.light, passive=passive)))


def _contents(parse: Parse, n: Token) -> tuple[tuple[str, int], ...]:
    """What an agreement, plan or call is about: an infinitive, a clause, or the noun after "on", "for", "about", "over", "of"."""
    out: list[tuple[str, int]] = []
    for k in parse.children(n.i, "acl", "ccomp", "relcl"):
        if any(a.low == "to" for a in parse.children(k.i, "aux")):
            out.append(("to", k.i))
        elif any(m.dep == "mark" and m.low == "that" for m in parse.children(k.i)):
            out.append(("that", k.i))
    out += [("on", i) for p, i in prepositions(parse, n.i) if p in ("on", "for", "about", "over", "regarding", "concerning", "of", "in")]
    return tuple(out)


__all__ = ["contents", "does", "noun_frame"]
