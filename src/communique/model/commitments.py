"""What one sentence says was agreed, promised or asked for, as read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .actor import Actor
from .passage import Passage
from .reading import Reading

STATUSES = (
    "speculated", "proposed", "asked for", "discussed", "expected", "agreed", "signed", "in force", "under way", "reported done",
    "withdrawn", "lapsed", "denied",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentReading(Reading):
    """``passage`` reaches from who to what. ``parties`` take part, ``asked`` are those of them that another asks to act.

    ``action``: the words of what is to be done; ``terms``: its telling lemmas, by which accounts are compared. ``status``: one of
    STATUSES. ``when``/``due``: ids of TimeReadings (of the deed of agreeing, and of what is to be done). ``reporter``: who says so.
    """

    kind: ClassVar[str] = "commitment"

    parties: tuple[Actor, ...]
    asked: tuple[Actor, ...] = ()
    action: Passage
    topic: str = ""
    terms: tuple[str, ...] = ()
    status: str
    when: str | None = None
    due: str | None = None
    condition: Passage | None = None
    reporter: Actor | None = None
    sentence: Passage | None = None
    basis: str = "not said"

    def discriminator(self) -> str:
        return f"{self.action.start}"
