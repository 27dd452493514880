"""A standing arrangement as one passage tells it: an alliance, a trilateral, an agreement, an organisation, a series of meetings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .actor import Actor
from .passage import Passage
from .reading import Reading

KINDS = ("alliance", "trilateral", "agreement", "organisation", "series")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkReading(Reading):
    """``name`` as written; ``key`` is what joins mentions ("cptpp"). ``sort`` is one of KINDS. ``status``: as the verb tells it, or None."""

    kind: ClassVar[str] = "framework"

    name: str
    key: str
    sort: str
    at: Passage
    members: tuple[Actor, ...] = ()
    applicant: Actor | None = None
    condition: Passage | None = None
    status: str | None = None

    def discriminator(self) -> str:
        return f"{self.key}:{self.at.start}"
