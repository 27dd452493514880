"""Accounts that came, changed or went in, the likenesses between accounts kept true, and whose likenesses are others now out.

Compared are accounts that share two of their strongest words and stand near each other, in time, among those that have the word. One account more
or less among them moves two others past that reach, or into it: such pairs are looked at again.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from ..records.near import CROWD, LEAST, LINKING
from ..records.stories import weigh
from ..records.vectors import Vector, cosine
from ..stores.ledger import Ledger
from .accounts import Unit, told_of

Place = tuple[str, str]  # day and unit


class Graph:
    """The likenesses of one refresh; ``touched`` are accounts whose own are others now."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.touched: set[str] = set()
        self.parted: set[str] = set()  # accounts whose likeness to another came or went though neither of the two did
        self.new: set[str] = set()
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
        near = self._neighbours(u)
        self.touched |= near
        self.parted |= near
        self.ledger.many("DELETE FROM alike WHERE a = ? AND b = ?", [p for o in near for p in ((u, o), (o, u))])
        day = self.unit(u).day
        for w in self.words(u):
            self._move(w, day, u, come=False)
        self.touched.discard(u)

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
        self.touched.add(u)

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
        near = {o for o, n in counts.items() if n >= LINKING}
        had = dict(self.ledger.all("SELECT b, plain FROM alike WHERE a = ?", u))
        self.touched |= had.keys()
        rows = []
        for o in sorted(near):
            other = self.unit(o)
            plain = cosine(own.vector, other.vector)
            if plain >= LEAST:
                v = weigh(plain, own.told, other.told)
                rows += [(u, o, plain, v), (o, u, plain, v)]
        kept = {b for a, b, _, _ in rows if a == u}
        self.touched |= kept
        self.parted |= had.keys() - kept
        self.ledger.many("DELETE FROM alike WHERE a = ? AND b = ?", [p for o in had.keys() - kept for p in ((u, o), (o, u))])
        self.ledger.many("INSERT OR REPLACE INTO alike (a, b, plain, v) VALUES (?, ?, ?, ?)", rows)

    def _look_again(self, a: str, b: str) -> None:
        """A pair of which a third, in time between them, came or went."""
        linked = self._linked(a, b)
        there = self.ledger.one("SELECT 1 FROM alike WHERE a = ? AND b = ?", a, b) is not None
        if there == linked:
            return
        if there:
            self.ledger.many("DELETE FROM alike WHERE a = ? AND b = ?", [(a, b), (b, a)])
            self.touched |= {a, b}
            self.parted |= {a, b}
            return
        x, y = self.unit(a), self.unit(b)
        plain = cosine(x.vector, y.vector)
        if plain >= LEAST:
            v = weigh(plain, x.told, y.told)
            self.ledger.many("INSERT INTO alike (a, b, plain, v) VALUES (?, ?, ?, ?)", [(a, b, plain, v), (b, a, plain, v)])
            self.touched |= {a, b}
            self.parted |= {a, b}

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

    def _neighbours(self, u: str) -> set[str]:
        return set(self.ledger.column("SELECT b FROM alike WHERE a = ?", u))

    def _is_there(self, u: str) -> bool:
        return self.ledger.one("SELECT 1 FROM units WHERE unit = ?", u) is not None


class Parts:
    """Which accounts are one part of the graph: connected at the lowest bar at which they are few enough, as ``clusters.components`` cuts them."""

    def __init__(self, ledger: Ledger, low: int, step: int, large: int, unit: int) -> None:
        self.ledger, self.low, self.step, self.large, self.whole = ledger, low, step, large, unit
        self.near: dict[str, list[tuple[str, int]]] = {}

    def again(self, touched: Iterable[str]) -> list[tuple[str, ...]]:
        """The parts of these accounts as they are now, and of all that shared one with them before."""
        todo, home, out = sorted(touched), dict[str, int](), list[tuple[str, ...]]()
        while todo:
            u = todo.pop()
            if u in home:
                continue
            part = self._part(u)
            home.update(dict.fromkeys(part, len(out)))
            out.append(part)
            todo += self._shared_before(part)
        return out

    def _shared_before(self, part: tuple[str, ...]) -> list[str]:
        asked = "SELECT unit FROM units WHERE part IN (SELECT part FROM units WHERE unit IN (SELECT value FROM json_each(?)) AND part IS NOT NULL)"
        return self.ledger.column(asked, json.dumps(part))

    def _part(self, u: str) -> tuple[str, ...]:
        bar = self.low
        while True:
            found = self._reached(u, bar)
            if found is not None:
                return found
            bar += self.step

    def _reached(self, u: str, bar: int) -> tuple[str, ...] | None:
        """All that hang together with an account at a bar; None where they are too many and the bar can rise."""
        found, todo = {u}, [u]
        while todo:
            for o, v in self._near(todo.pop()):
                if v >= bar and o not in found:
                    found.add(o)
                    todo.append(o)
                    if len(found) > self.large and bar < self.whole:
                        return None
        return tuple(sorted(found))

    def _near(self, u: str) -> list[tuple[str, int]]:
        if u not in self.near:
            rows = self.ledger.all("SELECT b, v FROM alike WHERE a = ? AND v >= ?", u, self.low / self.whole - 1e-6)
            self.near[u] = [(b, round(v * self.whole)) for b, v in rows]
        return self.near[u]
