"""Accounts that came, changed or went in, the likenesses between accounts kept true, and what changed among them out.

Compared are accounts that share two of their strongest words and stand near each other, in time, among those that have the word. One account more
or less among them moves two others past that reach, or into it: such pairs are looked at again.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..records.near import CROWD, LEAST, LINKING
from ..records.stories import weigh
from ..records.vectors import Vector, cosine
from ..stores.ledger import Ledger
from .accounts import Unit, told_of

Place = tuple[str, str]  # day and unit


@dataclass(frozen=True, slots=True)
class Change:
    """A likeness that came, went or is another; None where there is none. ``plain``: the greater before time is weighed."""

    a: str
    b: str
    before: float | None
    after: float | None
    plain: float


class Graph:
    """The likenesses of one refresh: what changed, and of which accounts."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.changes: list[Change] = []
        self.new: set[str] = set()
        self.left: set[str] = set()  # parts that an account went from
        self.doubtful: set[tuple[str, str]] = set()
        self._units: dict[str, Unit] = {}

    def unit(self, u: str) -> Unit:
        if u not in self._units:
            members, vector, told, day = self.ledger.all("SELECT members, vector, told, day FROM units WHERE unit = ?", u)[0]
            self._units[u] = Unit(u, tuple(json.loads(members)), Vector.unpack(vector), told_of(told), day)
        return self._units[u]

    def words(self, u: str) -> list[int]:
        found: list[int] = json.loads(self.ledger.one("SELECT words FROM units WHERE unit = ?", u))
        return found

    def drop(self, u: str) -> None:
        """An account is no more; call before its row goes."""
        self.left |= set(self.ledger.column("SELECT part FROM units WHERE unit = ? AND part IS NOT NULL", u))
        for o, plain, v in self.ledger.all("SELECT b, plain, v FROM alike WHERE a = ?", u):
            self._put(u, o, (plain, v), None)
        day = self.unit(u).day
        for w in self.words(u):
            self._move(w, day, u, come=False)

    def change(self, before: tuple[list[int], str] | None, after: Unit, words: list[int]) -> None:
        """An account came (``before`` None) or has other words, another day or another vector; call after its row is kept."""
        u = after.unit
        self._units[u] = after
        old, day = before or ([], "")
        moved = before is not None and day != after.day
        for w in old:
            if moved or w not in words:
                self._move(w, day, u, come=False)
        for w in words:
            if moved or w not in old:
                self._move(w, after.day, u, come=True)
        self.new.add(u)

    def settle(self) -> None:
        """Likenesses of what came, and of what was moved."""
        for u in sorted(self.new):
            self._liken(u)
        for a, b in sorted(self.doubtful):
            if a not in self.new and b not in self.new and self._is_there(a) and self._is_there(b):
                self._look_again(a, b)

    def _liken(self, u: str) -> None:
        own = self.unit(u)
        counts = Counter(o for w in self.words(u) for o in self._beside(w, (own.day, u)))
        had = {o: (plain, v) for o, plain, v in self.ledger.all("SELECT b, plain, v FROM alike WHERE a = ?", u)}
        now = {o: found for o, n in counts.items() if n >= LINKING and (found := self._likeness(u, o))}
        for o in sorted(had.keys() | now.keys()):
            self._put(u, o, had.get(o), now.get(o))

    def _look_again(self, a: str, b: str) -> None:
        """A pair of which a third, in time between them, came or went."""
        had = next(iter(self.ledger.all("SELECT plain, v FROM alike WHERE a = ? AND b = ?", a, b)), None)
        linked = self._linked(a, b)
        if linked != (had is not None):
            self._put(a, b, had, self._likeness(a, b) if linked else None)

    def _likeness(self, a: str, b: str) -> tuple[float, float] | None:
        x, y = self.unit(a), self.unit(b)
        plain = cosine(x.vector, y.vector)
        return (plain, weigh(plain, x.told, y.told)) if plain >= LEAST else None

    def _put(self, a: str, b: str, before: tuple[float, float] | None, after: tuple[float, float] | None) -> None:
        if before == after:
            return
        self.changes.append(Change(a, b, before and before[1], after and after[1], max(before[0] if before else 0.0, after[0] if after else 0.0)))
        if after is None:
            self.ledger.many("DELETE FROM alike WHERE a = ? AND b = ?", [(a, b), (b, a)])
        else:
            self.ledger.many("INSERT OR REPLACE INTO alike (a, b, plain, v) VALUES (?, ?, ?, ?)", [(a, b, *after), (b, a, *after)])

    def _linked(self, a: str, b: str) -> bool:
        x, y = sorted(((self.unit(a).day, a), (self.unit(b).day, b)))
        found = 0
        for w in set(self.words(a)) & set(self.words(b)):
            between = "SELECT count(*) FROM (SELECT 1 FROM words WHERE word = ? AND (day, unit) > (?, ?) AND (day, unit) <= (?, ?) LIMIT ?)"
            found += self.ledger.one(between, w, *x, *y, CROWD + 1) <= CROWD
            if found >= LINKING:
                return True
        return False

    def _move(self, word: int, day: str, u: str, *, come: bool) -> None:
        """An account comes to stand, or stands no more, among those that have a word."""
        sql = "INSERT INTO words (word, day, unit) VALUES (?, ?, ?)" if come else "DELETE FROM words WHERE word = ? AND day = ? AND unit = ?"
        self.ledger.run(sql, word, day, u)
        before, after = self._before(word, (day, u)), self._after(word, (day, u))
        pairs = {(a, after[CROWD - n - 1]) for n, a in enumerate(before) if CROWD - n - 1 < len(after)}  # with it between them just out of reach
        if come:
            self.doubtful |= {p for p in pairs if self.ledger.one("SELECT 1 FROM alike WHERE a = ? AND b = ?", *p) is not None}
        else:
            self.doubtful |= pairs

    def _beside(self, word: int, at: Place) -> list[str]:
        return [*self._before(word, at), *self._after(word, at)]

    def _before(self, word: int, at: Place) -> list[str]:
        return self.ledger.column("SELECT unit FROM words WHERE word = ? AND (day, unit) < (?, ?) ORDER BY day DESC, unit DESC LIMIT ?", word, *at, CROWD)

    def _after(self, word: int, at: Place) -> list[str]:
        return self.ledger.column("SELECT unit FROM words WHERE word = ? AND (day, unit) > (?, ?) ORDER BY day, unit LIMIT ?", word, *at, CROWD)

    def _is_there(self, u: str) -> bool:
        return self.ledger.one("SELECT 1 FROM units WHERE unit = ?", u) is not None


class Parts:
    """Which accounts are one part of the graph: connected at the lowest bar at which they are few enough, as ``clusters.components`` cuts them."""

    def __init__(self, ledger: Ledger, low: int, step: int, large: int, unit: int) -> None:
        self.ledger, self.low, self.step, self.large, self.whole = ledger, low, step, large, unit
        self.near: dict[str, list[tuple[str, int]]] = {}

    def again(self, graph: Graph) -> list[tuple[tuple[str, ...], int]]:
        """The parts, each with its bar, that are others now, or in which a likeness is."""
        orphans = {u for p in graph.left for u in self.ledger.column("SELECT unit FROM units WHERE part = ?", p)}
        todo, home, out = sorted(self._moved(graph.changes) | graph.new | orphans), dict[str, int](), list[tuple[tuple[str, ...], int]]()
        while todo:
            u = todo.pop()
            if u in home:
                continue
            part, bar = self._part(u)
            home.update(dict.fromkeys(part, len(out)))
            out.append((part, bar))
            todo += self._shared_before(part)
        return out

    def _moved(self, changes: Iterable[Change]) -> set[str]:
        """Accounts whose part may be another: a likeness came that reaches the bar of their part, or one went that held the larger whole together
        from which it was cut; and those of a part in which a likeness changed.
        """
        out: set[str] = set()
        for c in changes:
            homes = {u: (part, bar) for u, part, bar in self.ledger.all("SELECT unit, part, bar FROM units WHERE unit IN (?, ?)", c.a, c.b)}
            if len(homes) == 2 and homes[c.a][0] == homes[c.b][0]:
                out.add(c.a)
            for u, (_, bar) in homes.items():
                came, went = (round((v or 0.0) * self.whole) for v in (c.after, c.before))
                if bar is None or came >= bar or went >= max(self.low, bar - self.step):
                    out.add(u)
        return out

    def _shared_before(self, part: tuple[str, ...]) -> list[str]:
        asked = "SELECT unit FROM units WHERE part IN (SELECT part FROM units WHERE unit IN (SELECT value FROM json_each(?)) AND part IS NOT NULL)"
        return self.ledger.column(asked, json.dumps(part))

    def _part(self, u: str) -> tuple[tuple[str, ...], int]:
        """Looked for from the bar that it had, or that its nearest has, up or down: the higher the bar, the fewer."""
        bar = self._bar(u)
        found = self._reached(u, bar)
        while found is None:
            bar += self.step
            found = self._reached(u, bar)
        while bar > self.low and (wider := self._reached(u, bar - self.step)) is not None:
            found, bar = wider, bar - self.step
        return found, bar

    def _bar(self, u: str) -> int:
        for i in (u, *(o for o, _ in self._near(u)[:1])):
            found = self.ledger.one("SELECT bar FROM units WHERE unit = ?", i)
            if found is not None:
                return int(found)
        return self.low

    def _reached(self, u: str, bar: int) -> tuple[str, ...] | None:
        """All that hang together with an account at a bar; None where they are too many and the bar can rise."""
        found, todo = {u}, [u]
        while todo:
            for o, v in self._near(todo.pop()):
                if v < bar:
                    break
                if o not in found:
                    found.add(o)
                    todo.append(o)
            if len(found) > self.large and bar < self.whole:
                return None
        return tuple(sorted(found))

    def _near(self, u: str) -> list[tuple[str, int]]:
        """Those that are like it, the likest first."""
        if u not in self.near:
            rows = self.ledger.all("SELECT b, v FROM alike WHERE a = ? AND v >= ? ORDER BY v DESC", u, self.low / self.whole - 1e-6)
            self.near[u] = [(b, round(v * self.whole)) for b, v in rows]
        return self.near[u]
