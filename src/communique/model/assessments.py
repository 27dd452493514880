"""What somebody holds about relations, motives, causes or the future, as one passage words it; never computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .actor import Actor
from .passage import Passage
from .reading import Reading

VOICES = ("party", "analyst", "outlet", "unnamed")
ASSESSED = ("relation", "expectation", "motive", "cause", "domestic", "history", "silence")


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentReading(Reading):
    """``value`` is the view in its own words. ``by`` is None where the outlet itself, or nobody named, holds it."""

    kind: ClassVar[str] = "assessment"

    voice: str
    sort: str
    value: Passage
    by: Actor | None = None
    actors: tuple[Actor, ...] = ()
    direction: str | None = None
    when: str | None = None

    def discriminator(self) -> str:
        return f"{self.sort}:{self.value.start}"
