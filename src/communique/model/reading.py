"""What one reader says one passage says. Never merged, never edited; records are made from them and can be made again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .ids import make_id
from .passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The words it rests on (``passage``) and the rule that read them (``rule``: a name that the codebook explains)."""

    kind: ClassVar[str] = "reading"

    passage: Passage
    rule: str

    @property
    def id(self) -> str:
        p = self.passage
        return make_id("reading", self.kind, p.article, str(p.start), str(p.end), self.rule, self.discriminator())

    def discriminator(self) -> str:
        """What tells two readings of one passage by one rule apart; '' where there can be only one."""
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A passage that a reader saw and did not make a row of, with the reason: nothing vanishes.

    ``reason`` is one of the schema's: background, description, not understood, below the bar.
    """

    passage: Passage
    reason: str
    note: str = ""
