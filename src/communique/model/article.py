"""Everything read in one article: the parcel that goes from the reading rooms to the record rooms, and into the store."""

from __future__ import annotations

from dataclasses import dataclass

from .actor import Actor
from .assessments import AssessmentReading
from .commitments import CommitmentReading
from .disputes import DisputeReading
from .document import Document
from .events import EventReading
from .figures import FigureReading
from .frameworks import FrameworkReading
from .layout import Layout
from .meetings import MeetingReading
from .notice import Notice
from .passage import Passage
from .reading import Mention
from .statements import StatementReading
from .times import TimeReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One entity of an article with every passage that names it ("Lee Jae Myung", "Lee", "the South Korean president")."""

    actor: Actor
    mentions: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A document, its layout and its readings. Readings are in text order."""

    document: Document
    layout: Layout
    people: tuple[Person, ...] = ()
    times: tuple[TimeReading, ...] = ()
    figures: tuple[FigureReading, ...] = ()
    statements: tuple[StatementReading, ...] = ()
    meetings: tuple[MeetingReading, ...] = ()
    commitments: tuple[CommitmentReading, ...] = ()
    disputes: tuple[DisputeReading, ...] = ()
    frameworks: tuple[FrameworkReading, ...] = ()
    assessments: tuple[AssessmentReading, ...] = ()
    events: tuple[EventReading, ...] = ()
    mentions: tuple[Mention, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def id(self) -> str:
        return self.document.id
