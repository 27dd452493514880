"""One mention of a meeting, as read; mentions of one article that tell of the same meeting carry the same ``group``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .actor import Actor
from .passage import Passage
from .reading import Reading

FORMS = ("summit", "talks", "visit", "call", "conference", "interview")
STATUSES = ("held", "under way", "planned", "proposed", "cancelled", "did not happen")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingReading(Reading):
    """``passage`` reaches over the words used. ``participants`` as this mention (or the one it points back to) names them.

    ``when``: the id of a TimeReading. ``of``: the series or occasion it is part of, as written ("the APEC forum"). ``place_key`` is
    the place in lower case, by which accounts are compared. ``group``: the id of the article's first mention of this meeting.
    ``follows``: the group of the meeting before it, where the text says so.
    """

    kind: ClassVar[str] = "meeting"

    participants: tuple[Actor, ...]
    host: Actor | None = None
    form: str = "talks"
    place: Passage | None = None
    place_key: str | None = None
    when: str | None = None
    status: str = "held"
    of: Passage | None = None
    agenda: tuple[Passage, ...] = ()
    group: str | None = None
    follows: str | None = None
    anaphor: bool = False
    sentence: Passage | None = None
    basis: str = "not said"
