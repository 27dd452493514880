"""What every store promises. Articles go in one at a time; the record goes in whole; both come out as they went in.

- ``keep`` is all or nothing, and is done once it returns: a process killed at any moment loses no article that was kept.
- Keeping an article whose readings are there in the same version changes nothing.
- Documents never change. Judgements are only added. Everything else can be made again.
- ``put_record`` replaces the record in one step; what changed in it is written through a ``ledger``. A reader sees the old one or the new one.
- What can't be done raises CommuniqueError with one plain line; nothing half done stays behind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from ..model.article import Article
from ..model.document import Document
from ..model.judgement import Judgement
from ..model.notice import Notice
from ..model.passage import Passage
from ..model.record import Record
from .ledger import Ledger


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that answers a search, its story, and the rows (list, id) that rest on it."""

    sentence: Passage
    story: str | None
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """An article that was taken out for good: its id, the day, the reason. No word of it is kept."""

    article: str
    when: str
    reason: str

    def notice(self, source: str) -> Notice:
        """What is said where the same article comes again."""
        return Notice(source, f"was taken out on {self.when[:10]} ({self.reason})", "it stays out", skipped=True)


class Store(Protocol):
    """A place where documents, readings, judgements and the record are kept."""

    where: str

    @property
    def parses(self) -> Mapping[str, str]:
        """All parses that were kept."""

    def ledger(self) -> AbstractContextManager[Ledger]:
        """What the record's upkeep works with, in one transaction: all of it is kept or nothing."""

    def reading_ledger(self) -> AbstractContextManager[Ledger]:
        """The same to look at."""

    def is_fresh(self, version: str) -> bool:
        """Whether the record knows all articles and judgements, and was made by this version of the record rooms."""

    def first_seen(self, ids: Iterable[str] | None = None) -> dict[str, str]:
        """Article id -> the moment it was first kept (ISO 8601, UTC), of those or of all."""

    def versions(self, ids: Iterable[str] | None = None) -> dict[str, str]:
        """Article id -> version of the readers that read it, of those or of all."""

    def version(self, article: str) -> str | None:
        """The version of the readers that read an article; None where it is not there."""

    def keep(self, article: Article, version: str, parses: Mapping[str, str] | None = None) -> bool:
        """Keep one article, its document and its readings, and the parses made on the way; whether it was not there before."""

    def keep_parses(self, parses: Mapping[str, str]) -> None:
        """Keep parses that were made elsewhere, ahead of the articles that need them."""

    def articles(self, ids: Iterable[str] | None = None) -> Iterator[Article]:
        """Those articles or all, by id; no more than some hundred are held at once."""

    def documents(self, ids: Iterable[str] | None = None) -> dict[str, Document]:
        """Those documents, or all."""

    def note(self, notices: Iterable[Notice]) -> None:
        """Keep what was told while adding; the same line twice is one."""

    def notices(self) -> list[Notice]:
        """All that was told while adding, sorted."""

    def judge(self, judgement: Judgement) -> None:
        """Add a decision. It can be undone by another, never removed."""

    def judgements(self) -> list[Judgement]:
        """All decisions in the order in which they were made."""

    def put_record(self, record: Record, stamp: str) -> None:
        """Replace the record; ``stamp`` says what it was made of."""

    def stamp(self) -> str | None:
        """The stamp of the record that is kept; None where there is none."""

    def record(self, story: str | Collection[str] | None = None, lists: Sequence[str] | None = None, naming: Collection[str] = ()) -> Record:
        """The record that is kept, or the share of one story or several, or some of its lists, or the rows that name actors of all these states
        (ISO codes) beside their stories, articles and origins."""

    def columns(self, name: str, *paths: str) -> list[tuple[str, str | None, tuple[str | float | None, ...]]]:
        """(id, story, values) of every row of a list: its slots at JSON paths such as ``status`` or ``actor."$actor".country``, without its passages."""

    def stories_naming(self, *countries: str) -> list[str]:
        """The stories with a row that names actors of all these states (ISO codes)."""

    def tally(self) -> tuple[int, int]:
        """How many rows rest on words, and how many of them a person has reviewed."""

    def states(self, name: str) -> list[str]:
        """The ISO codes of states that the articles call so."""

    def find(self, begins: str, name: str | None = None) -> list[tuple[str, str, str | None]]:
        """(list, id, story) of the rows, of one list where named, whose id begins so."""

    def search(self, words: str, limit: int = 20) -> list[Found]:
        """Sentences that hold all the words ("in quotes": together; ``word*``: its beginning), the best first."""

    def forget(self, article: str, reason: str, parses: Iterable[str]) -> list[tuple[str, str]]:
        """Take an article, its readings and those parses out; (list, id) of the rows that cited it. The record has to be refreshed, then the file scrubbed."""

    def scrub(self) -> None:
        """Write the file anew, so that no word of what was taken out is left in it."""

    def forgotten(self) -> dict[str, Forgotten]:
        """By article."""

    def withdrawn(self) -> dict[str, tuple[str, ...]]:
        """Row -> what is said of each article that it once cited and that was taken out since."""

    def check(self) -> str:
        """'ok', or what is wrong with the file."""

    def close(self) -> None:
        """Let go of the file."""
