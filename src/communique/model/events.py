"""One event as one sentence tells it, in PLOVER terms: who did what kind of thing to whom, and whether it happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .actor import Actor
from .passage import Passage
from .reading import Reading

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
COOPERATION = frozenset(TYPES[:7])
CONFLICT = frozenset(TYPES[8:])
STATES = ("done", "future", "hypothetical", "negated", "historical")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReading(Reading):
    """``passage`` reaches over the words used; ``trigger`` is the word that carries the type. ``when`` is the id of a TimeReading.

    A meeting has all its parties in ``actor`` and nobody in ``recipient``. ``rule`` is the lexicon entry's id.
    """

    kind: ClassVar[str] = "event"

    type: str
    trigger: Passage
    mode: str | None = None
    actor: tuple[Actor, ...] = ()
    recipient: tuple[Actor, ...] = ()
    when: str | None = None
    place: str | None = None
    contexts: tuple[str, ...] = ()
    state: str = "done"

    def discriminator(self) -> str:
        return f"{self.type}:{self.trigger.start}"
