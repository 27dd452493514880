"""A store in, what the pages need out: records by story, kept while nothing changed; and people's judgements in."""

from __future__ import annotations

import logging
import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from ..corridor import Communique
from ..errors import CommuniqueError
from ..model import deciding
from ..model.judgement import Judgement
from ..model.record import Record, Row

T = TypeVar("T")
KEPT = 64  # records of stories held in memory
MADE = 400  # other things made of one state of the store
STORIES = ("stories", "title", "from", "to", "articles", "origins")  # what is asked of every story, asked once
WARM = (
    STORIES, ("commitments", "status"), ("disagreements", "class", "reviewed"), ("candidates", "reviewed"),
)  # fmt: skip


class Desk:
    """One store behind the pages. Writing (add, judge) is one at a time; reading never waits for it."""

    def __init__(self, where: str, *, read_only: bool = False, sample: bool = False) -> None:
        self.where, self.read_only, self.sample = where, read_only, sample
        self.communique = Communique(where)
        self.writing = threading.Lock()
        self.held: OrderedDict[tuple[object, ...], Record] = OrderedDict()
        self.made: dict[tuple[object, ...], Any] = {}
        self.makers: dict[tuple[object, ...], threading.Lock] = {}
        self.holding = threading.Lock()
        self.batch: Batch | None = None

    @property
    def name(self) -> str:
        return Path(self.where).name

    def record(self, story: str | Collection[str] | None = None, lists: tuple[str, ...] | None = None, naming: tuple[str, ...] = ()) -> Record:
        """The record as last made, or the share of some stories, or some lists of it, or what names all these states; an empty store gives an empty record."""
        wanted = (story,) if isinstance(story, str) else tuple(sorted(story)) if story is not None else None
        key = (self.communique.store.stamp() or "", wanted, lists, naming)
        with self.holding:
            if key in self.held:
                self.held.move_to_end(key)
                return self.held[key]
        with self.alone(key):
            found = self.held.get(key) or self.communique.store.record(story, lists, naming)
            with self.holding:
                self.held[key] = found
                while len(self.held) > KEPT:
                    self.held.popitem(last=False)
        return found

    @contextmanager
    def alone(self, key: tuple[object, ...]) -> Iterator[None]:
        """One visitor makes a thing; those who ask for it meanwhile wait for that one instead of making it again."""
        with self.holding:
            lock = self.makers.setdefault(key, threading.Lock())
        try:
            with lock:
                yield
        finally:
            with self.holding:
                self.makers.pop(key, None)

    def story(self, wanted: str) -> tuple[Record, Row] | None:
        """A story's record and its row, by id."""
        record = self.record(wanted)
        row = next((s for s in record.of("stories") if s.id == wanted), None)
        return (record, row) if row else None

    def story_of(self, row_id: str) -> str | None:
        """The story of a row, an article or an utterance, by its whole id."""
        if row_id.startswith("u"):
            return next((r.story for r in self.record(lists=("statements",)).rows if r.get("utterance") == row_id), None)
        found = [story for _, i, story in self.communique.store.find(row_id) if i == row_id]
        return found[0] if found else None

    def known(self, wanted: str) -> str:
        """The id, if the store has an article, a row, an utterance or an actor of that id; ValueError else."""
        if self.story_of(wanted) or (wanted.startswith("p") and re.fullmatch(r"p[0-9a-f]{12}", wanted)):
            return wanted
        raise ValueError(f"there is nothing with the id {wanted[:20]!r}")

    def naming(self, *states: str, most: int) -> tuple[Record, int]:
        """What names all these states in the newest stories in which they act, and how many older ones are left out."""
        stories = self.keep(("naming", *states), lambda: self.communique.store.stories_naming(*states))
        return self.record(self.newest(stories)[:most], naming=states), max(0, len(stories) - most)

    def columns(self, name: str, *paths: str) -> list[tuple[str, str | None, tuple[str | float | None, ...]]]:
        """A few slots of every row of a list."""
        return self.keep((name, *paths), lambda: self.communique.store.columns(name, *paths))

    def newest(self, stories: Iterable[str]) -> list[str]:
        """Story ids, the one that ended last first."""
        place = self.keep(("newest",), lambda: {s: n for n, s in enumerate(self._by_end())})
        return sorted((s for s in set(stories) if s in place), key=place.__getitem__)

    def _by_end(self) -> list[str]:
        """All stories so."""
        ended = {i: str(to or "") for i, _, (_, _, to, *_) in self.columns(*STORIES)}
        return sorted(ended, key=lambda s: (ended[s], s), reverse=True)

    def keep(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What was made for this state of the store, made once."""
        whole = (self.communique.store.stamp() or "", *key)
        with self.holding:
            if whole in self.made:
                return self.made[whole]  # type: ignore[no-any-return]
        with self.alone(whole):
            if whole in self.made:
                return self.made[whole]  # type: ignore[no-any-return]
            found = make()
            with self.holding:
                if len(self.made) >= MADE or any(k[0] != whole[0] for k in self.made):
                    self.made.clear()
                self.made[whole] = found
        return found

    def warm(self) -> None:
        """Make what every visitor's first page waits for, before anybody asks; a store that can't be read says so when a page is asked for."""

        def make() -> None:
            with suppress(CommuniqueError):
                self.tally()
                self.newest(())
                for wanted in WARM:
                    self.columns(*wanted)

        threading.Thread(target=make, name="warming", daemon=True).start()

    def tally(self) -> tuple[int, int]:
        """Lines that rest on words, and how many of them a person reviewed."""
        return self.keep(("tally",), self.communique.store.tally)

    def search(self, words: str, limit: int) -> Record:
        """The stories that hold the words, the best first."""
        return self.record({f.story for f in self.communique.store.search(words, limit) if f.story})

    def judge(self, verdict: str, about: list[str], *, by: str, why: str = "", value: str | None = None) -> Judgement:
        """Keep a decision and make the record again. ValueError where the decision lacks something."""
        deciding.together(verdict, [(i, self.list_of(i)) for i in about])
        return self._kept(Judgement.make(verdict, about, by=by, when=_now(), why=why, value=value))

    def list_of(self, wanted: str) -> str:
        """The list of a row, by its whole id; of an utterance its statements', of an actor none."""
        return "statements" if wanted.startswith("u") else next((name for name, row, _ in self.communique.store.find(wanted) if row == wanted), "")

    def undo(self, wanted: str, *, by: str) -> Judgement:
        """Take a decision back. ValueError where it does not stand."""
        return self._kept(Judgement.make("undo", [deciding.undoing(self.judgements(), wanted)], by=by, when=_now()))

    def _kept(self, judgement: Judgement) -> Judgement:
        with self.writing:
            self.communique.store.judge(judgement)
            self.communique.refresh()
        return judgement

    def correct(self, *, about: str, slot: str, value: str, words: str, by: str, why: str = "") -> Judgement:
        """Set one slot of a row by the words that carry it. ValueError where no article of the row has them."""
        story = self.story_of(about)
        row = next((r for r in self.record(story).rows if r.id == about), None) if story else None
        if row is None:
            raise ValueError(f"there is no row {about[:20]}")
        deciding.value(row, slot, value)
        there = deciding.words(row, words)
        judgement = Judgement.make("edit", [about], by=by[:80], when=_now(), why=why[:500], slot=slot[:40], value=value[:300], words=there)
        return self._kept(judgement)

    def judgements(self) -> list[Judgement]:
        return self.communique.store.judgements()

    def add(self, paths: list[Path], folder: Path, done: Callable[[], None]) -> Batch | None:
        """Begin to read the paths in a folder of passage; None where another batch is being read. ``done`` is called at the end, come what may."""
        with self.holding:
            if self.batch and self.batch.running:
                return None
            self.batch = batch = Batch()

        def read() -> None:
            try:
                with self.writing:
                    added = self.communique.add(paths, batch.step, under=f"{folder}/")
                    self.communique.refresh()
                batch.added, batch.known, batch.lines = len(added.added), len(added.known), [n.line() for n in added.notices]
            except CommuniqueError as e:
                batch.failed = str(e)
            except Exception as e:  # the page tells it: nobody looks at the terminal that serves
                batch.failed = f"{e.__class__.__name__}: {' '.join(str(e).split())[:200]}; run `communique doctor`, then give the files once more"
                logging.getLogger(__name__).exception("adding failed")
            finally:
                done()
                batch.running = False
                self.warm()

        batch.thread = threading.Thread(target=read, name="adding")
        batch.thread.start()
        return batch


@dataclass
class Batch:
    """Articles that are being read, or were read last: how many, which one now, and a line for each thing not read."""

    running: bool = True
    read: int = 0
    at: str = ""
    added: int = 0
    known: int = 0
    lines: list[str] = field(default_factory=list)
    failed: str = ""  # why it ended early, and what to do
    thread: threading.Thread | None = None

    def step(self, n: int, source: str) -> None:
        self.read, self.at = n, source.rsplit("/", 1)[-1]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
