"""An event in, whether somebody in it acts politically out: a state, an official, an armed group, a body of states, a crowd that protests; games, firms' deals
and plain crime have none."""

from __future__ import annotations

from ...model.actor import Actor
from ...model.events import EventReading

POLITICAL = frozenset({"GOV", "LEG", "MIL", "IGO", "PTY", "OPP", "REB", "SEP", "UAF", "SPY", "NGM", "NGO"})
OF_A_STATE = frozenset({"COP", "JUD"})  # police and courts are a state's where the text says of which, or where they turn on who speaks or writes
SPEAKING = frozenset({"JRN", "LAB", "EDU"}) | POLITICAL
PRIVATE = frozenset({"BUS", "MED", "JRN", "EDU", "CVL", "REF", "LAB"})
CROWD = frozenset({"CVL", "LAB", "EDU", "REF", "OPP"})
HARM = ("ASSAULT", "COERCE")
LONE = ("gunman", "attacker", "shooter", "bomber", "suspect", "driver", "assailant", "terrorist")


def political(e: EventReading) -> bool:
    """Somebody who did it or to whom it was done acts for a state, a body of states, a party or an armed group; or a crowd protests."""
    if e.type == "PROTEST" and any(a.kind != "person" and a.sector in CROWD for a in e.actor):
        return True
    if e.type in HARM:
        return _harm(e)
    if not e.actor or any(_acts(a) for a in e.actor):
        return any(_acts(a) for a in (*e.actor, *e.recipient))
    if any(a.sector in OF_A_STATE for a in e.actor):
        return any(a.sector in SPEAKING for a in e.recipient)
    return any(_acts(a) for a in e.recipient)


def _harm(e: EventReading) -> bool:
    """Who was robbed or stabbed, and who did it, are of some country too: one of them must be more than that."""
    if not e.actor:
        return any(_acts(a) and (a.kind != "person" or a.sector in POLITICAL) for a in e.recipient)
    if any(_acts(a) and a.sector != "CVL" and not _lone(a) for a in e.actor):
        return True
    hit = any(a.sector in POLITICAL or a.kind == "state" for a in e.recipient)
    if any(a.sector in OF_A_STATE for a in e.actor):
        return hit or any(a.sector in SPEAKING for a in e.recipient)
    known = all(a.sector in (None, *POLITICAL) for a in e.actor)  # an unknown name, "the rebels"
    return hit or (known and any(a.country and a.kind != "person" for a in e.recipient))


def _lone(a: Actor) -> bool:
    """"the gunman": one man, of no side that is told."""
    return a.kind == "unnamed" and not a.country and a.as_written.lower().split()[-1:] in [[w] for w in LONE]


def _acts(a: Actor) -> bool:
    if a.members:
        return any(_acts(m) for m in a.members)
    if a.kind == "state" or a.sector in POLITICAL:
        return True
    return bool(a.country) and (a.sector not in PRIVATE or a.kind != "person")
