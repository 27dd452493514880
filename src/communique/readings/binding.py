"""A frame of agreement with its parties in, whether they can bind themselves by it out: ``bound(found) -> False`` where one is missing or nobody's."""

from __future__ import annotations

from dataclasses import dataclass

from ..language.frames import Entry, by_head
from ..model.actor import Actor
from .frames import Frame, political, somebody
from .frames.frame import Span

LEXICON = "agreements"
ABROAD = ("IGO", "REB", "SEP", "UAF", "NGO")
SPEAKING = ("GOV", "MIL", "LEG", "IGO")
LOOSE_PACTS = frozenset("letter declaration statement contract charter framework partnership roadmap arrangement".split())  # signed by one alone


@dataclass(frozen=True, slots=True)
class Found:
    """A frame with the entry that fits it, its parties and what it is about."""

    frame: Frame
    entry: Entry
    parties: tuple[Actor, ...]
    asked: tuple[Actor, ...]
    content: int
    span: Span


def bound(found: Found) -> bool:
    """Enough parties, enough different states among them, and somebody known who can bind more than himself."""
    e, who = found.entry, found.parties
    if not any(political(a) and somebody(a) for a in who):
        return False
    if e.status == "asked for" and "whom" in e.parties and not any(a.states() or a.sector in ABROAD for a in found.asked):
        return False  # "asked the military", "asked the court": its own
    if e.status == "asked for" and "whom" in e.parties and _at_home(found):
        return False
    if e.status == "asked for" and set(e.parties.split("+")) & {"whom", "doer", "on"} and {a.key for a in who} <= {a.key for a in found.asked}:
        return False  # who asks is not known
    if e.id == "says-will" and not all(a.kind != "unnamed" or a.sector in SPEAKING for a in who):
        return False  # "critics in Peru"
    if e.id == "wants" and not _of_state(found):
        return False  # "wants to join her friends"
    if e.status == "agreed" and all(a.sector == "JUD" for a in who):
        return False  # what a court takes on is its docket
    if not _named_by_pronoun(found):
        return False
    if e.id == "sign" and len(who) == 1 and found.frame.sent.tokens[found.content].lemma.lower() in LOOSE_PACTS:
        return False
    states = {s for a in who for s in a.states()}
    one_side = len(who) < e.least or (e.states and len(states) < e.states and len(who) < e.states)
    return bool(who) and not one_side


def _at_home(found: Found) -> bool:
    """Who asks and who is asked are of one state, or nobody knows of which who asks is."""
    asked = {a.key for a in found.asked}
    askers = [a for a in found.parties if a.key not in asked]
    mine, theirs = {s for a in askers for s in a.states()}, {s for a in found.asked for s in a.states()}
    abroad = any(a.sector in ABROAD for a in askers)
    return (bool(mine) and mine == theirs) or not (mine or abroad)


def _named_by_pronoun(found: Found) -> bool:
    """Who is meant by "he" or "she" is of that gender; where the article does not tell, he is not taken for a party."""
    low = {found.frame.sent.tokens[i].low for i in found.frame.who}
    told = {"male" if "he" in low else "", "female" if "she" in low else ""} - {""}
    return len(found.frame.who) != 1 or not told or all(a.kind != "person" or a.gender in told for a in found.parties if a.as_written.lower() in low)


def _of_state(found: Found) -> bool:
    """What is wanted is a pact, talks or the like, or something with a name ("join the EU")."""
    sent, pact = found.frame.sent, by_head(LEXICON)[("verb", "promise")][0].object | pacts()
    below = [t for t in sent.parse.subtree(found.content) if t.i > found.content]
    return any(t.pos == "PROPN" or t.lemma.lower() in pact for t in below)


def pacts() -> frozenset[str]:
    return next(e.object for e in by_head(LEXICON)[("verb", "sign")])
