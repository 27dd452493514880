"""One speaker's words in one article, as read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .actor import Actor
from .passage import Passage
from .reading import Reading

STANCES = ("said", "hoped", "promised", "warned", "denied", "asked", "accused", "rejected", "declined to comment")
MODES = ("direct", "indirect", "mixed")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementReading(Reading):
    """``passage`` reaches over speaker, cue and content. ``content`` is what was said, in text order, marks of quotation included.

    ``speaker`` is None where the reader abstains. ``tier``: speech, attitude, noun (only speech and noun become rows by
    default). ``when`` is the id of a TimeReading in the sentence. ``basis`` as in the schema, 'not said' where nothing tells.
    """

    kind: ClassVar[str] = "statement"

    speaker: Actor | None
    speaker_at: Passage | None = None
    cue: Passage | None
    cue_lemma: str = ""
    nested_cue: Passage | None = None
    tier: str = "speech"
    mode: str
    content: tuple[Passage, ...]
    addressee: Actor | None = None
    when: str | None = None
    setting: Passage | None = None
    stance: str = "said"
    negated: bool = False
    basis: str = "not said"

    def discriminator(self) -> str:
        return f"{self.content[0].start}"
