"""Articles that came, changed or went in, the edges between texts kept true, and whose families are others now out.

What a text is looked up by stands in tables: its sampled grams, the accounts and reporters it names. A pair is compared when the tables find it.
A gram that many texts have pairs each with the next few of them only, so one text more or less there may part or bring together two others: such
pairs are looked at again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

import numpy as np

from ..model.layout import Layout
from ..records.accounts import of_layout
from ..records.lineage.candidates import CROWD, LEAST, LEAST_OF_BRIEF, NEXT, brief
from ..records.lineage.keys import Keys, may_be_one
from ..records.lineage.origins import DAYS, NEAR
from ..records.tokens import Hashes
from ..records.vectors import Vector, cosine
from ..stores.ledger import Ledger
from .work import Work

Pair = tuple[str, str]
WORDS = "('copy', 'version', 'partial')"  # edges that comparing makes
PARTIAL = """SELECT b, max(of_a, of_b) FROM edges WHERE a = ?1 AND kind = 'partial'
  UNION SELECT a, max(of_a, of_b) FROM edges WHERE b = ?1 AND kind = 'partial'"""
SAME_DAYS = "SELECT article FROM credits WHERE kind = ? AND name = ? AND day BETWEEN ? AND ?"
UNDATED = "SELECT article FROM credits WHERE kind = ? AND name = ? AND (? = '' OR day = '')"
PUT = "INSERT OR REPLACE INTO edges (a, b, kind, of_a, of_b, shared, why) VALUES (?, ?, ?, ?, ?, ?, ?)"


def row_of(i: str, keys: Keys, vector: Vector) -> tuple[object, ...]:
    """What ``texts`` holds of an article before its family is known."""
    return i, keys.digest, numbers(keys.sketch).tobytes(), keys.credit.day, vector.pack()


def credits_of(i: str, keys: Keys) -> list[tuple[str, str, str, str]]:
    """What ``credits`` holds of it; pictures' agencies only count where words are shared, and edges find those."""
    return [(kind, name, keys.credit.day or "", i) for kind, name in keys.accounts if kind != "hint"]


def numbers(sketch: Hashes) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Grams as the signed numbers that a table holds."""
    return sketch.view(np.int64)


class Texts:
    """Changes to the texts of one refresh, one article at a time; ``settle`` in the end."""

    def __init__(self, work: Work) -> None:
        self.work, self.ledger = work, work.ledger
        self.touched: set[str] = set()  # their families are traced again
        self.new: set[str] = set()  # to be compared with what their grams find
        self.doubtful: set[Pair] = set()  # pairs that a crowd may have parted or brought together
        self.again: set[Pair] = set()  # pairs of which the share of words is another, so that what they declare may weigh otherwise

    def drop(self, i: str) -> None:
        """A text and its edges go; what was joined to it is traced again."""
        row = self.ledger.all("SELECT digest, sketch FROM texts WHERE article = ?", i)
        if not row:
            return
        digest, sketch = row[0]
        self.touched |= self.work.near(i)
        same = self._same(digest, i)
        self.ledger.run("DELETE FROM edges WHERE a = ?1 OR b = ?1", i)
        self.ledger.run("DELETE FROM credits WHERE article = ?", i)
        self.ledger.run("DELETE FROM texts WHERE article = ?", i)
        if digest is not None and (not same or i < same[0]):
            self._unindex(i, sketch)
            if same:
                self._lead(same[0], same[1:])
        self.touched.discard(i)
        self.new.discard(i)

    def add(self, i: str) -> None:
        """A text and what it is looked up by come in."""
        layout = self.work.articles([i])[i].layout
        keys = self.work.comparer.keys(layout)
        self.ledger.run("INSERT INTO texts (article, digest, sketch, day, vector) VALUES (?, ?, ?, ?, ?)", *row_of(i, keys, of_layout(layout)))
        self.ledger.many("INSERT OR IGNORE INTO credits (kind, name, day, article) VALUES (?, ?, ?, ?)", credits_of(i, keys))
        self.touched.add(i)
        if keys.digest is None:
            return
        same = self._same(keys.digest, i)
        if not same or i < same[0]:
            if same:
                self._unlead(same[0])
            self._lead(i, same)
        else:
            self._exact(same[0], [i])

    def settle(self, arrived: Iterable[str]) -> set[str]:
        """Compare what is to be compared; the articles whose families are others now."""
        pairs: dict[Pair, bool] = {}
        for i in sorted(self.new):
            enough = {j for j, n in self.candidates(i).items() if n >= LEAST or (n >= LEAST_OF_BRIEF and n >= self._least(i, j))}
            pairs.update({key(i, j): True for j in enough})
        for pair in self.doubtful - pairs.keys():
            pairs[pair] = self.linked(*pair)
        new = set(arrived)
        for (a, b), good in sorted(pairs.items()):
            self.again |= self._compare(a, b) if good else self._part(a, b)
        for i in sorted(new):
            self._declare(i)
        for a, b in sorted(self.again):
            if not new & {a, b} and self._is_there(a) and self._is_there(b):
                self._declared_again(a, b)
        for a, b in self.again:  # a partial edge joins nothing, but is told of where others do
            if self._is_there(a) and self._is_there(b) and b in self.work.family(a):
                self.touched |= {a, b}
        return {i for i in self.touched if self._is_there(i)}

    # -- texts of the same words: the first of them is looked for, the others hang on it

    def _same(self, digest: str | None, but: str) -> list[str]:
        return self.ledger.column("SELECT article FROM texts WHERE digest = ? AND article <> ? ORDER BY article", digest, but)

    def _lead(self, i: str, others: Iterable[str]) -> None:
        self.new.add(i)
        for gram in self._sketch(i).tolist():
            self.ledger.run("INSERT INTO grams (gram, article) VALUES (?, ?)", gram, i)
            self._crowd(gram, i, came=True)
        self._exact(i, others)

    def _unlead(self, i: str) -> None:
        self._unindex(i, self.ledger.one("SELECT sketch FROM texts WHERE article = ?", i))
        self.touched |= self.work.near(i)
        self.again |= {key(i, j) for j, _ in self.ledger.all(PARTIAL, i)}
        self.ledger.run("DELETE FROM edges WHERE (a = ?1 OR b = ?1) AND kind <> 'declared'", i)
        self.new.discard(i)

    def _unindex(self, i: str, sketch: bytes) -> None:
        for gram in np.frombuffer(sketch, dtype=np.int64).tolist():
            self.ledger.run("DELETE FROM grams WHERE gram = ? AND article = ?", gram, i)
            self._crowd(gram, i, came=False)

    def _exact(self, first: str, others: Iterable[str]) -> None:
        for i in others:
            self._keep(first, i)
            self.touched |= {first, i}

    # -- candidates

    def _sketch(self, i: str) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        return np.frombuffer(self.ledger.one("SELECT sketch FROM texts WHERE article = ?", i), dtype=np.int64)

    def candidates(self, i: str) -> Counter[str]:
        """How many sampled grams others share with a text, as ``candidates.count`` counts them."""
        found: Counter[str] = Counter()
        for gram in self._sketch(i).tolist():
            found.update(self._beside(gram, i))
        return found

    def _least(self, a: str, b: str) -> int:
        """How many sampled grams two texts have to share."""
        return LEAST_OF_BRIEF if any(brief(self._sketch(i).view(np.uint64)) for i in (a, b)) else LEAST

    def _beside(self, gram: int, i: str) -> list[str]:
        holders = self.ledger.column("SELECT article FROM grams WHERE gram = ? LIMIT ?", gram, CROWD + 1)
        return [j for j in holders if j != i] if len(holders) <= CROWD else [*_before(self.ledger, gram, i), *_after(self.ledger, gram, i)]

    def linked(self, a: str, b: str) -> bool:
        """Whether two texts share grams enough, none of which a crowd stands between."""
        shared, least = 0, self._least(a, b)
        for gram in np.intersect1d(self._sketch(a), self._sketch(b), assume_unique=True).tolist():
            shared += b in self._beside(gram, a)
            if shared >= least:
                return True
        return False

    def _crowd(self, gram: int, i: str, *, came: bool) -> None:
        """Pairs that one text more or less among those of a gram may have parted or brought together."""
        holders = self.ledger.column("SELECT article FROM grams WHERE gram = ? LIMIT ?", gram, CROWD + 2)
        now, before = len(holders), len(holders) + (-1 if came else 1)
        if max(now, before) <= CROWD:
            return
        others = [j for j in holders if j != i]
        if min(now, before) <= CROWD:  # a crowd from now on, or none any more
            pairs = {key(a, b) for n, a in enumerate(others) for b in others[n + 1 :]}
        else:
            pairs = {key(a, b) for a in _before(self.ledger, gram, i) for b in _after(self.ledger, gram, i)}
        self.doubtful |= {p for p in pairs if not came or self._edge(*p)}

    # -- edges

    def _edge(self, a: str, b: str) -> str | None:
        found = self.ledger.one(f"SELECT kind FROM edges WHERE a = ? AND b = ? AND kind IN {WORDS}", a, b)  # noqa: S608  kinds of ours
        return None if found is None else str(found)

    def _compare(self, a: str, b: str) -> set[Pair]:
        """The edge of two texts is made where it is not there; the pair, where its declarations may weigh otherwise."""
        return set() if self._edge(a, b) else self._keep(a, b)

    def _keep(self, a: str, b: str) -> set[Pair]:
        made = self.work.comparer.edge(self.work.text(a), self.work.text(b))
        if made is None:
            return set()
        self.ledger.run(PUT, made.a, made.b, made.kind, made.of_a, made.of_b, made.shared, made.why)
        if made.kind != "partial":
            self.touched |= {a, b}
        return {(made.a, made.b)} if made.kind == "partial" else set()

    def _part(self, a: str, b: str) -> set[Pair]:
        kind = self._edge(a, b)
        if kind is None:
            return set()
        self.ledger.run(f"DELETE FROM edges WHERE a = ? AND b = ? AND kind IN {WORDS}", a, b)  # noqa: S608  kinds of ours
        self.touched |= {a, b} if kind != "partial" else set()
        return {(a, b)}

    # -- declarations

    def _declare(self, i: str) -> None:
        """Keep true with whom this text may be one account by what both say of themselves."""
        asked = "SELECT a, b FROM edges WHERE a = ?1 AND kind = 'declared' UNION SELECT a, b FROM edges WHERE b = ?1 AND kind = 'declared'"
        had, now = {(a, b) for a, b in self.ledger.all(asked, i)}, self.declared(i)
        self.ledger.many(PUT, [(a, b, "declared", 0.0, 0.0, 0, "") for a, b in now - had])
        self.ledger.many("DELETE FROM edges WHERE a = ? AND b = ? AND kind = 'declared'", had - now)
        self.touched |= {j for pair in now ^ had for j in pair}

    def _declared_again(self, a: str, b: str) -> None:
        """The same for one pair whose share of words is another."""
        share = self.ledger.one("SELECT max(of_a, of_b) FROM edges WHERE a = ? AND b = ? AND kind = 'partial'", a, b)
        had = self.ledger.one("SELECT 1 FROM edges WHERE a = ? AND b = ? AND kind = 'declared'", a, b) is not None
        now = may_be_one(*self._two(a, b), share, cosine(self._vector(a), self._vector(b)))
        if now != had:
            self.touched |= {a, b}
            self.ledger.run("DELETE FROM edges WHERE a = ? AND b = ? AND kind = 'declared'", a, b)
            self.ledger.many(PUT, [(a, b, "declared", 0.0, 0.0, 0, "")] if now else [])

    def _two(self, a: str, b: str) -> tuple[Layout, Layout]:
        found = self.work.layouts([a, b])
        return found[a], found[b]

    def declared(self, i: str) -> set[Pair]:
        """The pairs of this text with those that may be one account with it."""
        partial: dict[str, float] = dict(self.ledger.all(PARTIAL, i))
        vector, out = self._vector(i), set[Pair]()
        for j in sorted((self._namesakes(i) | partial.keys()) - {i}):
            like = cosine(vector, self._vector(j))
            if like >= NEAR or j in partial:
                out |= {key(i, j)} if may_be_one(*self._two(i, j), partial.get(j), like) else set()
        return out

    def _namesakes(self, i: str) -> set[str]:
        """Articles of about the same day that name the same outlet, agency or reporter; undated ones of the same reporter."""
        found: set[str] = set()
        for kind, name, day in self.ledger.all("SELECT kind, name, day FROM credits WHERE article = ?", i):
            if day:
                found |= set(self.ledger.column(SAME_DAYS, kind, name, *_around(day)))
            if kind == "person":
                found |= set(self.ledger.column(UNDATED, kind, name, day))
        return found

    def _vector(self, i: str) -> Vector:
        return Vector.unpack(self.ledger.one("SELECT vector FROM texts WHERE article = ?", i))

    def _is_there(self, i: str) -> bool:
        return self.ledger.one("SELECT 1 FROM texts WHERE article = ?", i) is not None


def key(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _around(day: str) -> tuple[str, str]:
    middle = date.fromisoformat(day)
    return (middle - timedelta(DAYS)).isoformat(), (middle + timedelta(DAYS)).isoformat()


def _before(ledger: Ledger, gram: int, i: str) -> list[str]:
    return ledger.column("SELECT article FROM grams WHERE gram = ? AND article < ? ORDER BY article DESC LIMIT ?", gram, i, NEXT)


def _after(ledger: Ledger, gram: int, i: str) -> list[str]:
    return ledger.column("SELECT article FROM grams WHERE gram = ? AND article > ? ORDER BY article LIMIT ?", gram, i, NEXT)
