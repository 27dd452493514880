"""A page in, assessments out: "Relations between Kenya and Uganda have worsened" -> relation, worsening, voice outlet.

Who holds it: the speaker where the words are somebody's statement (a party, or an analyst by role), unnamed where the words
say only that it is held ("speculation", "concerns"), else the outlet itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..language.assessments import phrases, words
from ..model.actor import Actor
from ..model.assessments import AssessmentReading
from ..model.statements import StatementReading
from .page import Page, Sent
from .parse import Token

Hit = tuple[Token, str | None, bool]  # the word that carries it, the direction, whether it is held by nobody named
NEWS_YEARS = 15  # what lies further back than this before publication is history
STATE_KINDS = ("state", "person")


def read(page: Page) -> tuple[AssessmentReading, ...]:
    """What each sentence holds, in text order; at most one of a kind for a sentence."""
    return tuple(r for s in page.sents for r in _sentence(page, s))


def _sentence(page: Page, sent: Sent) -> Iterator[AssessmentReading]:
    actors = _actors(page, sent.start, sent.end)
    said = _said(page, sent)
    analyst = said is not None and said.speaker is not None and _analyst(said.speaker)
    found = False
    for sort, find in FINDERS.items():
        hit = find(page, sent)
        if hit is None or not (actors or sort == "history"):
            continue
        token, direction, nobody = hit
        covered = said if said is not None and _covers(said, sent.start + token.start) else None
        if covered is not None and not analyst and sort not in ("relation", "history", "cause"):
            continue  # what a party hopes or wants is its statement
        yield _reading(page, sent, sort, token, direction, covered, nobody)
        found = True
    if analyst and not found and said is not None and actors:
        first = sent.token_at(max(sent.start, said.content[0].start))
        if first is not None:
            sort = "expectation" if any(t.low in words("expectation", "modal") | {"will", "would"} for t in sent.tokens) else "relation"
            yield _reading(page, sent, sort, first, None, said, False)


def _reading(page: Page, sent: Sent, sort: str, token: Token, direction: str | None, said: StatementReading | None, nobody: bool) -> AssessmentReading:
    start, end = _clause(sent, token)
    near = _actors(page, start, end) or _actors(page, sent.start, sent.end)
    by = said.speaker if said is not None else None
    voice = "outlet" if said is None else "unnamed" if by is None or by.kind == "unnamed" else "analyst" if _analyst(by) else "party"
    if said is None and nobody:
        voice = "unnamed"
    return AssessmentReading(
        passage=page.passage(sent.start, sent.end), rule=f"{sort}-words", voice=voice, sort=sort, value=page.passage(start, end),
        by=by, actors=near, direction=direction if sort == "relation" else None,
    )  # fmt: skip


def _clause(sent: Sent, token: Token) -> tuple[int, int]:
    """The words of the clause that holds a word."""
    top = next((t for t in (token, *sent.parse.ancestors(token.i)) if t.pos in ("VERB", "AUX") and t.dep not in ("amod", "aux")), token)
    below = sent.parse.subtree(top.i)
    return sent.span(below[0], below[-1])


def _said(page: Page, sent: Sent) -> StatementReading | None:
    return next((s for s in page.statements if any(c.start < sent.end and sent.start < c.end for c in s.content)), None)


def _covers(s: StatementReading, offset: int) -> bool:
    return any(c.start <= offset < c.end for c in s.content)


def _analyst(a: Actor) -> bool:
    """Whether the speaker's role is to study, not to act: an analyst, a professor, a fellow of an institute."""
    told = set(f"{a.role or ''} {a.as_written}".lower().replace(",", " ").split())
    return bool(told & words("analyst", "roles")) and not told & {"general", "cia", "fbi", "intelligence"}


def _actors(page: Page, start: int, end: int) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for n in page.entities.within(start, end):
        for a in n.actor.members or (n.actor,):
            if a.kind in STATE_KINDS:
                found.setdefault(a.key, a)
    return tuple(found.values())


# ---------------------------------------------------------------- the kinds


def _relation(page: Page, sent: Sent) -> Hit | None:
    """A word for how two stand, with one that says which way it goes."""
    good, bad = words("relation", "nouns"), words("relation", "tense")
    for t in sent.tokens:
        low = t.lemma.lower()
        if t.pos != "NOUN" or low not in good | bad | {"pressure"}:
            continue
        near = {w for k in _beside(sent, t) for w in (k.lemma.lower(), k.low)}
        if low in good:
            way = _way(near, words("relation", "up"), words("relation", "down"), words("relation", "flat"))
        else:
            way = _way(near, words("relation", "ease"), words("relation", "sharpen"), frozenset(("remain", "persist", "linger")))
        if way is not None and _actors(page, *_clause(sent, t)):
            return t, way, False
    return _phrase("relation", sent)


def _beside(sent: Sent, t: Token) -> list[Token]:
    """The words that say something of a noun: its own, and the verb it depends on with that verb's complements."""
    out = sent.parse.children(t.i, "amod", "compound", "acl", "relcl", "advmod")
    head = sent.tokens[t.head]
    if head.pos in ("VERB", "AUX", "NOUN"):
        out = [*out, head, *sent.parse.children(head.i, "acomp", "xcomp", "attr", "prt", "amod")]
    return out


def _way(near: set[str], up: frozenset[str], down: frozenset[str], flat: frozenset[str]) -> str | None:
    if near & down:
        return "worsening"
    if near & up:
        return "improving"
    return "unchanged" if near & flat else None


def _phrase(kind: str, sent: Sent) -> Hit | None:
    m = phrases(kind).search("".join(_line(sent)))
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
    for t in sent.tokens:
        low = t.low
        kids = sent.parse.children(t.i)
        if t.pos == "NOUN" and low in words("expectation", "nouns") and any(k.dep in ("acl", "prep", "ccomp", "relcl") for k in kids):
            return t, None, True
        open_end = any(k.dep in ("ccomp", "xcomp", "advcl") for k in (*kids, *sent.parse.children(t.head)))
        if low in words("expectation", "adjectives") and t.dep == "acomp" and open_end:
            return t, None, False
        if low in words("expectation", "modal") and t.dep == "aux" and sent.tokens[t.head].lemma.lower() in words("expectation", "outcomes"):
            return sent.tokens[t.head], None, False
    return None


def _motive(page: Page, sent: Sent) -> Hit | None:
    """What a state or leader wants, as another tells it: "seeks to secure", "in a bid to"."""
    for t in sent.tokens:
        verb = t.pos == "VERB" and t.lemma.lower() in words("motive", "verbs") and sent.parse.children(t.i, "xcomp")
        noun = t.pos == "NOUN" and t.low in words("motive", "nouns") and sent.parse.children(t.i, "acl") and t.dep in ("pobj", "npadvmod")
        keen = t.low in words("motive", "adjectives") and sent.parse.children(t.i, "xcomp")
        if (verb or noun or keen) and _political_subject(page, sent, t):
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
    return _phrase("cause", sent)


def _domestic(page: Page, sent: Sent) -> Hit | None:
    return _phrase("domestic", sent)


def _history(page: Page, sent: Sent) -> Hit | None:
    """What lies long back: a phrase for it, or a verb of history with a year long before the article's."""
    hit = _phrase("history", sent)
    if hit is not None:
        return hit
    stamp = page.document.published
    now = int(stamp.value[:4]) if stamp and stamp.value[:4].isdigit() else None
    years = [t for t in sent.tokens if len(t.text) == 4 and t.text.isdigit() and 1000 < int(t.text) < (now or 2010) - NEWS_YEARS]
    verb = next((t for t in sent.tokens if t.pos == "VERB" and t.lemma.lower() in words("history", "verbs")), None)
    return (verb, None, False) if years and verb is not None and _actors(page, sent.start, sent.end) else None


def _silence(page: Page, sent: Sent) -> Hit | None:
    """A named party that did not say: "did not comment on", "made no mention of"."""
    for t in sent.tokens:
        if t.pos == "VERB" and t.lemma.lower() in words("silence", "verbs"):
            governed = sent.tokens[t.head] if t.dep == "xcomp" else t
            if any(k.dep == "neg" for k in sent.parse.children(governed.i)) or governed.lemma in ("decline", "refuse", "avoid"):
                return t, None, False
    return _phrase("silence", sent)


FINDERS: dict[str, Callable[[Page, Sent], Hit | None]] = {
    "relation": _relation, "expectation": _expectation, "motive": _motive, "cause": _cause,
    "domestic": _domestic, "history": _history, "silence": _silence,
}  # fmt: skip
