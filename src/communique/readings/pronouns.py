"""A pronoun in its sentence in, the actor it stands for out, or None where two fit: ``resolve(page, sent, token)``.

Order: the subject of the verb above it ("Lee said he ..."), else the last explicit speaker of the sentences before, else their last
subject, always of agreeing gender and number. The most recent name is a bad guess: "talks with Xi last week, he told".
"""

from __future__ import annotations

from ..language.wording import words
from ..model.actor import Actor
from . import groups
from .page import Page, Sent
from .parse import Token

MALE = frozenset("he him his himself".split())
FEMALE = frozenset("she her hers herself".split())
PLURAL = frozenset("they them their theirs themselves".split())
THING = frozenset("it its itself".split())
RELATIVE = frozenset("who whom whose which that".split())
SUBJECTS = ("nsubj", "nsubjpass")
BACK = 6  # sentences looked through
RECENT = 8  # sentences within which the only person must be named
DEEP = 5  # pronouns followed


def resolve(page: Page, sent: Sent, token: Token, depth: int = 0) -> Actor | None:
    """Whom "he", "she", "they", "it" or "who" stands for; None where nobody or more than one fits."""
    low = token.low
    if low in RELATIVE:
        found = _antecedent(page, sent, token, depth)
    elif depth > DEEP or low not in MALE | FEMALE | PLURAL | THING or (low in THING and _expletive(sent, token)):
        return None
    else:
        found = _within(page, sent, token, depth) or _before(page, sent, token, depth)
        if low in FEMALE and found is not None and found.gender is None:
            found = _woman_near(page, sent, token) or found
    return found.written(token.text) if found is not None else None


def agrees(actor: Actor | None, low: str) -> bool:
    """May the pronoun stand for this actor?"""
    if actor is None:
        return False
    if low in MALE | FEMALE:
        other = "female" if low in MALE else "male"
        return (actor.kind == "person" and actor.gender != other) or (_one_unnamed(actor) and actor.as_written.split()[-1].lower() not in words(other))
    if low in PLURAL:
        return actor.kind == "group" or (actor.kind == "unnamed" and not _one_unnamed(actor))
    return actor.kind in ("state", "organisation")


def _one_unnamed(actor: Actor) -> bool:
    """ "a witness" is one person; "officials" and "police" are not."""
    if actor.kind != "unnamed":
        return False
    last = actor.as_written.split()[-1].lower()
    return (last.endswith("ss") or not last.endswith(("s", "men"))) and last not in words("collective")


def _woman_near(page: Page, sent: Sent, token: Token) -> Actor | None:
    """The one woman named before the pronoun in its sentence, else in the sentence before: surer than somebody whose gender nothing shows."""
    start = page.sents[max(0, sent.index - 1)].start
    for low, high in ((sent.start, sent.start + token.start), (start, sent.start)):
        women = {n.actor.key: n.actor for n in page.entities.within(low, high) if n.actor.kind == "person" and n.actor.gender == "female"}
        if women:
            return next(iter(women.values())) if len(women) == 1 else None
    return None


def _resolver(depth: int) -> groups.Pronoun:
    return lambda page, sent, token: resolve(page, sent, token, depth + 1)


def actor_of(page: Page, sent: Sent, token: Token, depth: int) -> Actor | None:
    return groups.noun_phrase(page, sent, token, _resolver(depth))


def _pick(page: Page, actor: Actor | None, low: str) -> Actor | None:
    """The actor itself, or the only member of a group, that the pronoun agrees with."""
    if actor is None:
        return None
    if low not in PLURAL and actor.members:
        fits = [m for m in actor.members if agrees(m, low)]
        return fits[0] if len(fits) == 1 else None
    return actor if agrees(actor, low) else None


def _antecedent(page: Page, sent: Sent, token: Token, depth: int) -> Actor | None:
    """As in "who" in "Takaichi, who aims": the noun that its clause hangs on."""
    v = sent.tokens[token.head]
    if token.dep == "poss":
        v = sent.tokens[v.head]
    for _ in range(4):
        if v.dep == "relcl" or v.head == v.i:
            break
        v = sent.tokens[v.head]
    if v.dep != "relcl":
        return None
    noun = sent.tokens[v.head]
    for _ in range(4):
        up = sent.tokens[noun.head]
        if noun.dep == "appos" and up.pos in ("PROPN", "NOUN"):
            noun = up
        elif (
            token.low == "who"
            and noun.dep == "pobj"
            and up.low in ("of", "in", "from", "at")
            and sent.tokens[up.head].pos in ("PROPN", "NOUN")
            and not _person_at(page, sent, noun)
        ):
            noun = sent.tokens[up.head]
        else:
            break
    return groups.single(page, sent, noun, _resolver(depth))


def _person_at(page: Page, sent: Sent, token: Token) -> bool:
    own = page.entities.at(*sent.span(token))
    return own is not None and own.actor.kind == "person"


def _expletive(sent: Sent, token: Token) -> bool:
    """As in "It was raining", "it is clear that": stands for nothing."""
    if token.dep in ("expl",):
        return True
    v = sent.tokens[token.head]
    return (
        token.dep in SUBJECTS
        and v.lemma in ("be", "seem", "appear", "take", "remain", "become")
        and bool(sent.parse.children(v.i, "ccomp", "xcomp", "acomp", "advcl", "attr"))
    )


def _quoted(page: Page, sent: Sent, token: Token) -> bool:
    return page.quotation_at(sent.start + token.start) is not None


def _within(page: Page, sent: Sent, token: Token, depth: int) -> Actor | None:
    """The subject of a verb above the pronoun in its own sentence, the nearest that agrees."""
    quoted = _quoted(page, sent, token)
    own_verb = True
    t = token
    for _ in range(12):
        if t.head == t.i:
            break
        t = sent.tokens[t.head]
        if t.pos not in ("VERB", "AUX"):
            continue
        for s in sent.parse.children(t.i, *SUBJECTS):
            if s.i == token.i or token.i in {x.i for x in sent.parse.subtree(s.i)}:
                continue
            if own_verb and token.dep in ("dobj", "pobj", "dative", "iobj") and token.tag != "PRP$":
                continue
            if quoted != _quoted(page, sent, s):
                continue  # the speaker does not call himself "he" in his own words
            if s.i > token.i and not (token.i < t.i and t.i != sent.tokens[token.head].i):
                continue
            if s.low in RELATIVE and t.dep == "relcl":
                found = _pick(page, _antecedent(page, sent, s, depth), token.low)
            else:
                found = _pick(page, actor_of(page, sent, s, depth + 1), token.low)
            if found is not None:
                return found
            if s.pos != "PRON" and agrees_in_kind(actor_of(page, sent, s, depth + 1), token.low):
                return None
        own_verb = False
    return None


def agrees_in_kind(actor: Actor | None, low: str) -> bool:
    """A group of two who both fit: nearer than anybody else, and not to be told apart."""
    return actor is not None and low not in PLURAL and sum(agrees(m, low) for m in actor.members) > 1


def _before(page: Page, sent: Sent, token: Token, depth: int) -> Actor | None:
    """The last explicit speaker before, else the last subject, of the nearest sentence that has one who agrees."""
    low = token.low
    if _quoted(page, sent, token):
        return None
    far = 1 if low in THING else 2 if low in PLURAL else BACK
    for i in range(sent.index - 1, max(-1, sent.index - 1 - far), -1):
        s = page.sents[i]
        if low in THING | PLURAL and s.paragraph < sent.paragraph - 1:
            break
        subjects = main_subjects(page, s)
        for t in subjects:
            found = _pick(page, actor_of(page, s, t, depth + 1), low)
            if found is not None:
                return found
            if t.low == low and low in MALE | FEMALE:
                return _only_one(page, sent, token)  # the same person, for whom the sentences further back have just been asked
            if t.pos != "PRON" and agrees_in_kind(actor_of(page, s, t, depth + 1), low):
                return None
            if low in MALE | FEMALE and _nobody_known(page, s, t):
                return None
        if low not in THING and (found := _below(page, s, subjects, low, depth)) is not None:
            return found
        if low in THING and subjects:
            break
    if low in MALE | FEMALE:
        return _only_one(page, sent, token)
    return _pair_agreed(page, sent, token) if low in PLURAL else None


def _nobody_known(page: Page, s: Sent, t: Token) -> bool:
    """A name that nothing in the article explains and that speaks ("Kim said" where no Kim is introduced): nearer than anybody else, and unknown."""
    speaks = s.tokens[t.head].lemma.lower() in words("speech")
    return speaks and t.pos == "PROPN" and page.entities.at(*s.span(t)) is None


def _below(page: Page, s: Sent, main: list[Token], low: str, depth: int) -> Actor | None:
    """The subject of a lower clause ("It came after Lee met Xi"), where only one agrees and is named."""
    fits = {}
    for t in s.tokens:
        if t.dep in SUBJECTS and t.pos != "PRON" and t not in main and t.low not in RELATIVE and not _quoted(page, s, t):
            found = _pick(page, actor_of(page, s, t, depth + 1), low)
            if found is not None and (found.name or found.members):
                fits[found.key] = found
    return next(iter(fits.values())) if len(fits) == 1 else None


def _pair_agreed(page: Page, sent: Sent, token: Token) -> Actor | None:
    """ "They agreed ..." with no other plural near: the two whom the article is about."""
    joint = token.dep in SUBJECTS and sent.tokens[token.head].lemma in words("joint")
    return groups.group(page.entities.pair, token.text) if joint and page.entities.pair else None


def main_subjects(page: Page, sent: Sent) -> list[Token]:
    """Outside quotations: who speaks in the sentence, then the subject of its main verb."""
    speakers, others = [], []
    for t in sent.tokens:
        if t.dep in SUBJECTS and not _quoted(page, sent, t):
            v = sent.tokens[t.head]
            if v.lemma.lower() in words("speech") and v.dep in ("ROOT", "conj", "parataxis", "ccomp") and t.low not in RELATIVE:
                speakers.append(t)
            elif v.head == v.i or (v.dep == "conj" and sent.tokens[v.head].head == v.head):
                others.append(t)
        elif t.dep == "pobj" and sent.tokens[t.head].low == "to" and t.head and sent.tokens[t.head - 1].low == "according":
            speakers.append(t)
    return speakers[:1] + others[:1] + speakers[1:]


def _only_one(page: Page, sent: Sent, token: Token) -> Actor | None:
    """The only person named so far who agrees, named not long ago."""
    limit = sent.start + token.start
    fits: list[Actor] = []
    for n in page.entities.firsts:
        if n.start >= limit or len(fits) > 1:
            break
        if n.actor.kind == "person" and n.actor.name and agrees(n.actor, token.low):
            fits.append(n.actor)
    if len(fits) != 1:
        return None
    recent = page.entities.within(page.sents[max(0, sent.index - RECENT)].start, limit)
    return fits[0] if any(n.actor.key == fits[0].key for n in recent) else None
