"""A page in, standing arrangements out: "Kenya wants to join the SADC" -> organisation, applicant Kenya.

Named ones are found by name; others by a noun with its adjective ("trilateral cooperation among ...") and at least two states.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..language.countries import countries
from ..language.frameworks import Cue, cues, joining, named, names, statuses
from ..model.actor import Actor
from ..model.frameworks import FrameworkReading
from ..model.passage import Passage
from .page import Page, Sent
from .parse import Token

BETWEEN = ("between", "among", "with", "of", "in", "including", "includes", "like")
CONDITION = ("if", "unless", "provided", "once")
TAKES = ("involve", "require", "mean", "entail", "need")
NEEDS = ("require", "demand", "hinge", "depend", "condition")
CLOSE = 14  # words between "bid" and the end of a long name
THREE = 3
FIRMS = frozenset("shareholder stockholder board investor creditor company club society member".split())
LEAST = 2  # states without which an unnamed arrangement is none


def read(page: Page) -> tuple[FrameworkReading, ...]:
    """The arrangements that each sentence tells of, in text order."""
    found = [r for s in page.sents for r in (*_named(page, s), *_cued(page, s))]
    return tuple(sorted(found, key=lambda r: (r.passage.start, r.at.start)))


def _named(page: Page, sent: Sent) -> Iterator[FrameworkReading]:
    text = page.document.text[sent.start : sent.end]
    seen: set[str] = set()
    for m in named().finditer(text):
        name, kind = names()[m.group(0)]
        if name in seen:
            continue
        seen.add(name)
        token = sent.token_at(sent.start + m.end() - 1)
        at = page.passage(sent.start + m.start(), sent.start + m.end())
        applicant = _applicant(page, sent, token) if token else None
        yield FrameworkReading(
            passage=page.passage(sent.start, sent.end), rule=f"{kind}-name", name=name, key=name.lower(), sort=kind, at=at, applicant=applicant,
            condition=_condition(page, sent) or _further(page, sent) if applicant else None, status=_status(sent, token) if token else None,
        )  # fmt: skip


def _applicant(page: Page, sent: Sent, token: Token) -> Actor | None:
    """Who asks to be let in: the subject of "join", the possessor of "bid"; a state."""
    verbs, nouns = joining()
    close = [t for t in sent.tokens[max(0, token.i - CLOSE) : token.i] if t.lemma.lower() in nouns]  # a lost "in" parts the name from its noun
    for t in (*sent.parse.ancestors(token.i), *reversed(close)):
        if t.lemma.lower() in nouns or t.lemma.lower() in verbs:
            refused = any(k.dep == "neg" for k in sent.parse.children(t.i))  # "would not join"
            return None if refused else _state_near(page, sent, t)
    return None


def _state_near(page: Page, sent: Sent, t: Token) -> Actor | None:
    """The state that possesses the noun, or is the subject of the verb or of the verbs above it."""
    holders = sent.parse.children(t.i, "poss", "nsubj")
    for up in (t, *sent.parse.ancestors(t.i)):
        holders += sent.parse.children(up.i, "nsubj", "nsubjpass", "poss")
    for h in holders:
        for n in page.entities.within(*_extent(sent, h)):
            if n.actor.country:
                return n.actor
    return None


def _condition(page: Page, sent: Sent) -> Passage | None:
    """The clause that says what must come first: after "if", "unless", or what is required."""
    for t in sent.tokens:
        head = sent.tokens[t.head]
        if t.dep == "mark" and t.low in CONDITION:
            return page.passage(*_extent(sent, head))
        if t.lemma.lower() in NEEDS or (t.low in ("condition", "conditional", "contingent")):
            below = [k for k in sent.parse.children(t.i) if k.i > t.i and k.dep in ("dobj", "xcomp", "ccomp", "prep", "pcomp")]
            if below:
                return page.passage(_extent(sent, below[0])[0], _extent(sent, below[-1])[1])
    return None


def _further(page: Page, sent: Sent) -> Passage | None:
    """What the next sentence says it takes: "That would involve lifting a ban"."""
    if sent.index + 1 >= len(page.sents):
        return None
    after = page.sents[sent.index + 1]
    for t in after.tokens:
        if t.lemma.lower() in TAKES and any(k.low in ("that", "this", "it", "which") for k in after.parse.children(t.i, "nsubj")):
            below = [k for k in after.parse.children(t.i) if k.i > t.i and k.dep in ("dobj", "xcomp", "ccomp", "pcomp")]
            if below:
                return page.passage(*_extent(after, below[0]))
    return None


def _status(sent: Sent, token: Token) -> str | None:
    verb = next((t for t in sent.parse.ancestors(token.i) if t.pos in ("VERB", "AUX")), None)
    return statuses().get(verb.lemma.lower()) if verb is not None and token.dep in ("dobj", "nsubj", "nsubjpass", "pobj") else None


def _cued(page: Page, sent: Sent) -> Iterator[FrameworkReading]:
    for t in sent.tokens:
        if t.pos not in ("NOUN", "PROPN"):
            continue
        for cue in cues():
            if (t.low in cue.nouns or t.lemma.lower() in cue.nouns) and not _denied(sent, t) and (first := _adjective(sent, t, cue)) is not None:
                made = _reading(page, sent, t, first, cue)
                if made is not None:
                    yield made
                    break


def _denied(sent: Sent, noun: Token) -> bool:
    """"no treaty", "not a treaty"."""
    return any(k.dep == "neg" or k.low == "no" for k in (*sent.parse.children(noun.i), *sent.tokens[max(0, noun.i - 3) : noun.i]))


def _adjective(sent: Sent, noun: Token, cue: Cue) -> Token | None:
    """The word that makes the noun a cue; the noun itself where the cue asks for none."""
    if not cue.adjectives:
        return noun
    before = [k for k in sent.parse.subtree(noun.i) if k.i < noun.i and k.low in cue.adjectives]
    joined = next((k for k in sent.tokens[max(0, noun.i - 3) : noun.i] if k.low in cue.adjectives), None)
    return before[0] if before else joined


def _reading(page: Page, sent: Sent, noun: Token, first: Token, cue: Cue) -> FrameworkReading | None:
    members = _members(page, sent, noun, cue)
    if len(members) < LEAST and not (cue.kind == "series" and "shuttle" in cue.adjectives):
        return None
    start, end = sent.span(min(first, noun, key=lambda t: t.i), noun)
    states = sorted({a.country or a.key for a in members})
    return FrameworkReading(
        passage=page.passage(sent.start, sent.end), rule=f"{cue.kind}-noun", name=page.document.text[start:end],
        key=f"{cue.kind}:{'+'.join(states)}" if states and cue.kind != "series" else f"{cue.kind}:{page.document.text[start:end].lower()}",
        sort=cue.kind, at=page.passage(start, end), members=members, status=_status(sent, noun),
    )  # fmt: skip


def _members(page: Page, sent: Sent, noun: Token, cue: Cue) -> tuple[Actor, ...]:
    """The states in the phrases that hang on the noun; where those are too few, those of its clause and sentence."""
    if "ally" in cue.nouns:
        return _allies(page, sent, noun)
    inside = _states(page, *_phrase(sent, noun))
    if cue.kind == "agreement":
        return inside if len(inside) >= LEAST else ()  # whose it is stands with it, or is not known
    if cue.kind == "trilateral":
        return _three(page, sent, inside)
    if len(inside) >= LEAST:
        return inside
    if cue.kind == "alliance":
        return ()  # "the ruling alliance": none between states
    verb = next((t for t in sent.parse.ancestors(noun.i) if t.pos in ("VERB", "AUX")), None)
    if cue.kind == "series" and {t.lemma.lower() for t in sent.parse.subtree(noun.i)} & FIRMS:
        return ()
    wider = _states(page, *_extent(sent, verb)) if verb is not None else inside
    if len(wider) < LEAST and "shuttle" in cue.adjectives:
        wider = _states(page, sent.start, sent.end)
    return wider


def _three(page: Page, sent: Sent, inside: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Three states: those in the phrase, with the two that the article is about where it names one only, else the sentence's three."""
    if len(inside) >= THREE:
        return inside
    with_principal = tuple({a.country: a for a in (*inside, *page.entities.states)}.values())
    if inside and len(with_principal) == THREE:
        return with_principal
    around = _states(page, sent.start, sent.end)
    return around if len(around) == THREE else ()


def _allies(page: Page, sent: Sent, noun: Token) -> tuple[Actor, ...]:
    """"Kenya, a U.S. ally": the one whose ally it is, and what the noun is said of."""
    before = [k for k in sent.parse.children(noun.i) if k.i < noun.i and k.dep in ("poss", "amod", "compound", "nmod")]
    after = [p for k in sent.parse.children(noun.i, "prep") if k.low == "of" for p in sent.parse.children(k.i, "pobj")]
    holders = [a for k in (*before, *after) for a in _states(page, *_extent(sent, k), touching=True)]
    head = sent.tokens[noun.head]
    said_of = [head] if noun.dep == "appos" else list(sent.parse.children(head.i, "nsubj")) if noun.dep == "attr" else sent.parse.children(noun.i, "appos")
    others = [a for h in said_of for a in _states(page, sent.start + sent.parse.subtree(h.i)[0].start, sent.start + max(h.end, _joined_end(sent, h)))]
    return tuple({a.key: a for a in (*holders, *others)}.values()) if holders and others else ()


def _joined_end(sent: Sent, t: Token) -> int:
    """Where the last noun joined to this one ends: "Kenya and Uganda, both allies"."""
    joined = sent.parse.children(t.i, "conj")
    return max([t.end, *(_joined_end(sent, k) for k in joined)])


def _states(page: Page, start: int, end: int, *, touching: bool = False) -> tuple[Actor, ...]:
    """The states named in a span, each once, and those whose leaders and bodies are named in it."""
    found: dict[str, Actor] = {}
    for n in page.entities.within(start, end, touching=touching):
        for a in n.actor.members or (n.actor,):
            if a.country and a.kind == "state":
                found[a.country] = a
            elif a.country and a.country in countries():
                name = countries()[a.country].name
                found.setdefault(a.country, Actor(key=f"state:{a.country}", name=name, kind="state", as_written=a.as_written, country=a.country))
    return tuple(found.values())


def _phrase(sent: Sent, noun: Token) -> tuple[int, int]:
    """The noun with what hangs on it, without the clauses that say more of it ("..., which Kenya opposed")."""
    below = {t.i for t in sent.parse.subtree(noun.i)}
    for k in sent.parse.children(noun.i, "relcl", "acl", "appos"):
        below -= {t.i for t in sent.parse.subtree(k.i)} if k.i > noun.i else set()
    return sent.span(sent.tokens[min(below)], sent.tokens[max(below)])


def _extent(sent: Sent, t: Token) -> tuple[int, int]:
    below = sent.parse.subtree(t.i)
    return sent.span(below[0], below[-1])
