"""A page in, assessments out: "Relations between Kenya and Uganda have worsened" -> relation, worsening, voice outlet.

Who holds it: the speaker where the words are somebody's statement (a party, or an analyst by role), unnamed where the words
say only that it is held ("speculation", "concerns"), else the outlet itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..language.assessments import below_the_bar, phrases, words
from ..model.actor import Actor
from ..model.assessments import AssessmentReading
from ..model.reading import Mention
from ..model.statements import StatementReading
from .events.clause import clause
from .page import Page, Sent
from .parse import Token
from .people import actor_for

LONG = 40  # words
Hit = tuple[Token, str | None, bool]  # the word that carries it, the direction, whether it is held by nobody named
NEWS_YEARS = 15  # what lies further back than this before publication is history
POLITICS = frozenset(("GOV", "LEG", "MIL", "PTY", "JUD", "OPP", "REB", "PRE"))
WISHES = frozenset(
    "urge call seek want need hope aim pledge promise secure maintain keep discuss promote emphasize emphasise stress agree vow plan try depend require".split()
)
BOTH = 2
BETWEEN_STATES = ("relation", "expectation", "cause", "motive", "history")  # of these, what one state does at home is no view of how two stand
DEATHS = frozenset(("kill", "die", "massacre"))


def read(page: Page) -> tuple[tuple[AssessmentReading, ...], tuple[Mention, ...]]:
    """What each sentence holds, in text order, at most one of a kind for a sentence; of kinds that were not right often enough a mention only."""
    found = [r for s in page.sents if not _listed(page, s) for r in _sentence(page, s)]
    short = [Mention(passage=r.passage, reason="below the bar", note=f"assessment:{r.sort}") for r in found if r.sort in below_the_bar()]
    return tuple(r for r in found if r.sort not in below_the_bar()), tuple(dict.fromkeys(short))


def _listed(page: Page, sent: Sent) -> bool:
    """Headlines of other news run together, which no mark ends."""
    return len(sent.tokens) > LONG and page.document.text[sent.start : sent.end].count("\n") > 0


def _sentence(page: Page, sent: Sent) -> Iterator[AssessmentReading]:
    actors = _actors(page, sent.start, sent.end) or _meant(page, sent)
    said = _said(page, sent)
    analyst = said is not None and said.speaker is not None and _analyst(said.speaker)
    found = False
    for sort, find in FINDERS.items():
        hit = find(page, sent)
        if sort == "relation" and hit is not None and hit[1] is not None:
            for other in _relations(page, sent)[1:]:
                yield _reading(page, sent, sort, *other[:2], _by(said, sent, other[0]), False)
        if hit is None or not (actors or (sort == "history" and hit[0].lemma.lower() in DEATHS)):
            continue
        token, direction, nobody = hit
        if sort in BETWEEN_STATES and len(_countries(_near(page, sent, token))) < BOTH:
            continue
        covered = _by(said, sent, token)
        if covered is None and sort in ("motive", "expectation") and _held_by_another(sent, token):
            continue  # "the perception that", "signals that": whose, nobody read
        if covered is not None and not analyst and sort not in ("relation", "history", "cause"):
            continue  # what a party hopes or wants is its statement
        yield _reading(page, sent, sort, token, direction, covered, nobody)
        found = True
    if analyst and not found and said is not None and _on_politics(page, said):
        first = sent.token_at(max(sent.start, said.content[0].start))
        if first is None or len(_countries(_near(page, sent, first))) < BOTH:
            return
        view = _view(sent)
        if view is not None:
            yield _reading(page, sent, view, first, None, said, False)


def _countries(actors: tuple[Actor, ...]) -> set[str]:
    return {s for a in actors for s in a.states()}


def _near(page: Page, sent: Sent, token: Token) -> tuple[Actor, ...]:
    """Those of the clause that holds a word, its subject among them."""
    return _with_subject(page, sent, token, _actors(page, *_clause(sent, token)))


def _held_by_another(sent: Sent, token: Token) -> bool:
    """The word stands in a clause with "that"."""
    up = [t for t in (token, *sent.parse.ancestors(token.i)) if t.dep in ("ccomp", "acl")]
    return any(k.low == "that" for t in up for k in sent.parse.children(t.i, "mark"))


def _unreal(sent: Sent, verb: Token) -> bool:
    """"could have led": it did not."""
    return any(k.lemma == "have" for k in sent.parse.children(verb.i, "aux"))


def _view(sent: Sent) -> str | None:
    """Of what kind an analyst's words are that no finder knows: of what is to come, or of how two stand; None for any other."""
    if any(t.low in words("expectation", "modal") | {"will", "would"} and t.dep == "aux" and not _unreal(sent, sent.tokens[t.head]) for t in sent.tokens):
        return "expectation"
    told = words("relation", "nouns") | words("relation", "tense")
    return "relation" if any(t.lemma.lower() in told for t in sent.tokens) else None


def _reading(page: Page, sent: Sent, sort: str, token: Token, direction: str | None, said: StatementReading | None, nobody: bool) -> AssessmentReading:
    start, end = _clause(sent, token)
    near = _near(page, sent, token) or _actors(page, sent.start, sent.end) or _meant(page, sent)
    by = said.speaker if said is not None else None
    voice = _voice(said, nobody)
    return AssessmentReading(
        passage=page.passage(sent.start, sent.end), rule=f"{sort}-words", voice=voice, sort=sort, value=page.passage(start, end),
        by=by, actors=near, direction=direction if sort == "relation" else None,
    )  # fmt: skip


def _voice(said: StatementReading | None, nobody: bool) -> str:
    """Whose view it is: an outlet's, a party's, an analyst's, or that of people whom nobody names."""
    if said is None:
        return "unnamed" if nobody else "outlet"
    by = said.speaker
    if by is None or by.kind == "unnamed":
        return "unnamed"
    return "outlet" if by.sector == "JRN" else "analyst" if _analyst(by) else "party"


def _clause(sent: Sent, token: Token) -> tuple[int, int]:
    """The words of the clause that holds a word."""
    top = next((t for t in (token, *sent.parse.ancestors(token.i)) if t.pos in ("VERB", "AUX") and t.dep not in ("amod", "aux")), token)
    below = sent.parse.subtree(top.i)
    return sent.span(below[0], below[-1])


def _with_subject(page: Page, sent: Sent, token: Token, found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Those of the clause, and whom its subject names where that stands outside it ("Peru and Chile ... but did not comment")."""
    out = {a.key: a for a in found}
    top = next((t for t in (token, *sent.parse.ancestors(token.i)) if t.pos in ("VERB", "AUX") and t.dep not in ("amod", "aux")), None)
    for s in clause(sent.parse, top).subj if top is not None else ():
        meant = actor_for(page, sent, sent.tokens[s])
        for a in (meant.members or (meant,)) if meant is not None else ():
            if _political(a):
                out.setdefault(a.key, a)
    return tuple(out.values())


def _said(page: Page, sent: Sent) -> StatementReading | None:
    return next((s for s in page.statements if any(c.start < sent.end and sent.start < c.end for c in s.content)), None)


def _covers(s: StatementReading, offset: int) -> bool:
    return any(c.start <= offset < c.end for c in s.content)


def _by(said: StatementReading | None, sent: Sent, token: Token) -> StatementReading | None:
    """The statement that a word belongs to; none where the outlet put the word there."""
    return said if said is not None and _covers(said, sent.start + token.start) and not _aside(sent, token, said) else None


def _aside(sent: Sent, token: Token, said: StatementReading) -> bool:
    """What an outlet adds to another's aim: "aiming to improve ties as Kenya faces a deepening row"; marked words are the speaker's all the same."""
    if said.mode != "indirect":
        return False
    over = [t for t in (token, *sent.parse.ancestors(token.i)) if t.dep == "advcl" and _covers(said, sent.start + t.start)]
    return any(k.low in ("as", "while") for t in over for k in sent.parse.children(t.i, "mark"))


def _analyst(a: Actor) -> bool:
    """Whether the speaker's role is to study, not to act: an analyst, a professor, a fellow of an institute."""
    told = set(f"{a.role or ''} {a.as_written}".lower().replace(",", " ").split())
    return bool(told & words("analyst", "roles")) or bool(told & words("analyst", "heads") and told & words("analyst", "institutes"))


def _meant(page: Page, sent: Sent) -> tuple[Actor, ...]:
    """Whom "she", "they" or "both leaders" of a sentence mean, where no name stands in it."""
    found: dict[str, Actor] = {}
    for t in sent.tokens:
        if (t.pos == "PRON" and t.low in ("he", "she", "they")) or t.low in ("leaders", "sides", "governments", "countries"):
            actor = actor_for(page, sent, t)
            for a in (actor.members or (actor,)) if actor is not None else ():
                if _political(a):
                    found.setdefault(a.key, a)
    return tuple(found.values())


def _on_politics(page: Page, said: StatementReading) -> bool:
    """Whether the words are about a state that acts or a political person; "the oceans around Peru" are not."""
    return any(n.acts and _political(n.actor) for c in said.content for n in page.entities.within(c.start, c.end))


def _political(a: Actor) -> bool:
    return a.kind == "state" or (a.kind == "person" and not _analyst(a) and (a.role is not None or a.sector in POLITICS))


def _actors(page: Page, start: int, end: int) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for n in page.entities.within(start, end):
        for a in n.actor.members or (n.actor,):
            if _political(a):
                found.setdefault(a.key, a)
    return tuple(found.values())


# ---------------------------------------------------------------- the kinds


def _relation(page: Page, sent: Sent) -> Hit | None:
    """The first way in which two are said to stand, else a phrase for it."""
    return next(iter(_relations(page, sent)), None) or _phrase("relation", sent)


def _relations(page: Page, sent: Sent) -> list[Hit]:
    """Each word for how two stand that has one beside it that says which way it goes."""
    good, bad = words("relation", "nouns"), words("relation", "tense")
    out: list[Hit] = []
    for t in sent.tokens:
        low = t.lemma.lower()
        if t.pos != "NOUN" or low not in good | bad or _wanted(sent, t) or _long_ago(page, sent, t):
            continue
        near = {w for k in _beside(sent, t) for w in (k.lemma.lower(), k.low)}
        if low in good:
            way = _way(near, words("relation", "up"), words("relation", "down"), words("relation", "flat"))
        else:
            way = _way(near, words("relation", "ease"), words("relation", "sharpen"), frozenset(("remain", "persist", "linger")))
        if way is not None and (_between(sent, t) or len(_actors(page, *_clause(sent, t))) > 1):
            out.append((t, way, False))
    return out


def _between(sent: Sent, t: Token) -> bool:
    """Whether the noun says whose it is: "ties with", "tension between", "Peru's relations"."""
    return any(k.low in ("between", "with", "among", "toward", "towards") or k.dep == "poss" for k in sent.parse.children(t.i, "prep", "poss"))


def _beside(sent: Sent, t: Token) -> list[Token]:
    """The words that say something of a noun: its own, and the verb it depends on with that verb's complements."""
    out = [k for k in sent.parse.children(t.i, "amod", "compound", "acl", "relcl", "advmod") if not _wished(sent, k) or k.dep == "amod"]
    head = sent.tokens[t.head]
    if head.pos in ("VERB", "AUX", "NOUN") and not _wished(sent, head):
        out = [*out, head, *sent.parse.children(head.i, "acomp", "xcomp", "attr", "prt", "amod")]
    return out


def _wanted(sent: Sent, t: Token) -> bool:
    """Whether the verb that the noun completes asks for it or is an aim: "urged closer ties", "agreed to closer ties", "to improve strained ties"."""
    head = sent.tokens[t.head]
    verb = sent.tokens[head.head] if head.pos == "ADP" else head
    return t.dep in ("dobj", "pobj") and (verb.lemma.lower() in WISHES or (t.dep == "dobj" and verb.tag == "VB" and _wished(sent, verb)))


def _wished(sent: Sent, verb: Token) -> bool:
    """An infinitive or a gerund tells what is wanted, not how things stand: "the need to improve relations"."""
    return verb.pos == "VERB" and verb.tag in ("VB", "VBG") and not any(k.dep == "aux" and k.low != "to" for k in sent.parse.children(verb.i))


def _way(near: set[str], up: frozenset[str], down: frozenset[str], flat: frozenset[str]) -> str | None:
    if near & down:
        return "worsening"
    if near & up:
        return "improving"
    return "unchanged" if near & flat else None


def _phrase(kind: str, sent: Sent) -> Hit | None:
    if "line" not in sent.memo:
        sent.memo["line"] = _line(sent)
    m = phrases(kind).search(sent.memo["line"])
    if m is None:
        return None
    token = next((t for t in sent.tokens if t.start <= m.start() < t.end), None)
    return (token, None, False) if token is not None else None


def _line(sent: Sent) -> str:
    """The sentence as its tokens lay it out (offsets hold)."""
    out = [" "] * (sent.tokens[-1].end if sent.tokens else 0)
    for t in sent.tokens:
        out[t.start : t.end] = t.text.replace("’", "'")
    return "".join(out)


def _expectation(page: Page, sent: Sent) -> Hit | None:
    """Speculation, concerns, "could boost", "it is unclear how"."""
    nouns, adjectives, modals, outcomes = (words("expectation", n) for n in ("nouns", "adjectives", "modal", "outcomes"))
    for t in sent.tokens:
        if t.pos == "NOUN" and t.low in nouns and t.dep != "pobj" and sent.parse.children(t.i, "acl", "prep", "ccomp", "relcl"):
            if sent.parse.children(t.i, "poss") or any(k.text[:1].isupper() for k in sent.parse.children(t.i, "amod")):
                continue  # "Chinese fears": not nobody's
            if t.dep == "dobj" and sent.tokens[t.head].lemma.lower() in words("expectation", "own"):
                continue  # "voiced concern": the speaker's
            return t, None, True
        if t.low in adjectives and t.dep == "acomp" and any(sent.parse.children(i, "ccomp", "xcomp", "advcl") for i in (t.i, t.head)):
            return t, None, False
        if t.low in modals and t.dep == "aux" and sent.tokens[t.head].lemma.lower() in outcomes and not _unreal(sent, sent.tokens[t.head]):
            return sent.tokens[t.head], None, False
    return None


def _motive(page: Page, sent: Sent) -> Hit | None:
    """What a state or leader wants, as another tells it: "seeks to secure", "in a bid to"."""
    verbs, nouns, adjectives = (words("motive", n) for n in ("verbs", "nouns", "adjectives"))
    for t in sent.tokens:
        verb = t.pos == "VERB" and t.lemma.lower() in verbs and sent.parse.children(t.i, "xcomp")
        noun = t.pos == "NOUN" and t.low in nouns and sent.parse.children(t.i, "acl") and t.dep in ("pobj", "npadvmod")
        keen = t.low in adjectives and sent.parse.children(t.i, "xcomp")
        if (verb or noun or keen) and _political_subject(page, sent, t) and len(_actors(page, sent.start, sent.end)) > 1:
            return t, None, False
    return None


def _political_subject(page: Page, sent: Sent, t: Token) -> bool:
    for up in (t, *sent.parse.ancestors(t.i)):
        for s in (*sent.parse.children(up.i, "nsubj"), *([sent.tokens[up.head]] if up.dep == "relcl" else [])):
            if s.low in ("who", "which", "that"):
                continue
            below = sent.parse.subtree(s.i)
            return bool(_actors(page, *sent.span(below[0], below[-1])))
    return False


def _cause(page: Page, sent: Sent) -> Hit | None:
    hit = _phrase("cause", sent)
    if hit is None or hit[0].pos in ("VERB", "NOUN"):
        return hit
    over = sent.tokens[hit[0].head]
    return None if over.lemma.lower() in words("cause", "saying") else hit  # "said in response to the strikes"


def _domestic(page: Page, sent: Sent) -> Hit | None:
    return _phrase("domestic", sent)


def _history(page: Page, sent: Sent) -> Hit | None:
    """What lies long back: a phrase for it, or a verb of history with a year long before the article's."""
    hit = _phrase("history", sent)
    if hit is not None:
        return hit
    years = [t for t in sent.tokens if _old_year(page, t)]
    verb = next((t for t in sent.tokens if t.pos == "VERB" and t.lemma.lower() in words("history", "verbs")), None)
    return (verb, None, False) if years and verb is not None and _actors(page, sent.start, sent.end) else None


def _old_year(page: Page, t: Token) -> bool:
    stamp = page.document.published
    now = int(stamp.value[:4]) if stamp and stamp.value[:4].isdigit() else None
    return len(t.text) == 4 and t.text.isdigit() and 1000 < int(t.text) < (now or 2010) - NEWS_YEARS


def _long_ago(page: Page, sent: Sent, noun: Token) -> bool:
    """Whether the verb that governs a noun happened long back: "normalized relations in 1965"."""
    verb = sent.tokens[noun.head]
    return verb.tag == "VBD" and any(_old_year(page, t) for t in sent.parse.subtree(verb.i))


def _silence(page: Page, sent: Sent) -> Hit | None:
    """A named party that did not say: "did not comment on", "made no mention of"."""
    for t in sent.tokens:
        if t.pos == "VERB" and t.lemma.lower() in words("silence", "verbs"):
            governed = sent.tokens[t.head] if t.dep == "xcomp" else t
            silent = any(k.dep == "neg" for k in sent.parse.children(governed.i)) or governed.lemma in ("decline", "refuse", "avoid")
            if silent and _political_subject(page, sent, governed):
                return t, None, False
    return _phrase("silence", sent)


FINDERS: dict[str, Callable[[Page, Sent], Hit | None]] = {
    "relation": _relation, "expectation": _expectation, "motive": _motive, "cause": _cause,
    "domestic": _domestic, "history": _history, "silence": _silence,
}  # fmt: skip
