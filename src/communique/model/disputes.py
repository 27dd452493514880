"""What one sentence says stands between two actors, as read: who accused, threatened, punished or attacked whom, or a quarrel as such."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .actor import Actor
from .passage import Passage
from .reading import Reading

ACTS = ("accusation", "demand", "rejection", "threat", "sanction", "protest", "force")


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeReading(Reading):
    """``by`` did it ``to`` the others; of a quarrel without a deed (``act`` None) the sides stand in ``by`` and ``to`` in text order.

    ``about``: the words for what it is over; ``terms``: their telling lemmas. ``when``: the id of a TimeReading. ``status``: open, eased.
    """

    kind: ClassVar[str] = "dispute"

    by: tuple[Actor, ...]
    to: tuple[Actor, ...]
    act: str | None = None
    about: Passage | None = None
    terms: tuple[str, ...] = ()
    status: str = "open"
    when: str | None = None
    reporter: Actor | None = None
    sentence: Passage | None = None

    def discriminator(self) -> str:
        return f"{self.act}:{'+'.join(a.key for a in self.to)}"
