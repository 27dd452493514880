"""Families of articles in, their accounts out: who they are, what they are about and what happened when; and whose row is another now.

An account without a day lends one from dated accounts of the same happening, wherever they stand; ``terms`` finds them, and finds those without
a day when a dated one comes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from ..model.article import Article
from ..model.casefile import Casefile, Written
from ..model.lineage import Lineage, Origin
from ..records import dating, vectors
from ..records.accounts import of_account
from ..records.happenings import Happening, happening
from ..records.near import strongest
from ..records.relations import month_of
from ..records.stories import Account, place
from ..records.vectors import Vector, cosine
from ..stores.ledger import Ledger
from .work import Work, written_as, written_of

LOOKING, DATED, PASSED = 0, 1, 2  # accounts without a day that look for one; with a day; without a day and without a weekday to tell it by


UNITS_OF = "SELECT DISTINCT unit FROM texts WHERE unit IS NOT NULL AND article IN (SELECT value FROM json_each(?))"
VECTORS_OF = "SELECT vector FROM texts WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article"
Months = dict[str, str | None]  # the month in which each article was written


@dataclass(frozen=True, slots=True)
class Unit:
    """An account as ``units`` holds it."""

    unit: str
    members: tuple[str, ...]
    vector: Vector
    told: Happening
    day: str

    def cells(self) -> tuple[Any, ...]:
        return self.unit, json.dumps(self.members), self.vector.pack(), json.dumps(strongest(self.vector)), told_as(self.told), self.day


def told_as(h: Happening) -> str:
    """A happening as JSON."""
    values = {f.name: getattr(h, f.name) for f in fields(h)}
    days = {k: sorted(d.isoformat() for d in values[k]) for k in ("main", "told")}
    return json.dumps({**values, **days, "weekdays": sorted(h.weekdays), "written": h.written.isoformat() if h.written else None})


def told_of(body: str) -> Happening:
    v: dict[str, Any] = json.loads(body)
    days = {k: frozenset(map(date.fromisoformat, v[k])) for k in ("main", "told")}
    written = date.fromisoformat(v["written"]) if v["written"] else None
    return Happening(weekdays=frozenset(v["weekdays"]), gathering=v["gathering"], preview=v["preview"], written=written, **days)


def state_of(articles: Mapping[str, Article], written: Mapping[str, Written], members: Sequence[str]) -> int:
    if written[members[0]].day is not None:
        return DATED
    return LOOKING if any(dating.looks_back(articles[i]) for i in members) else PASSED


def made(
    articles: Mapping[str, Article], lineage: Lineage, written: Mapping[str, Written], origin: Origin, vector: Vector
) -> tuple[Unit, Months]:
    """The row of an account, and the month of each of its articles."""
    case = Casefile(articles={i: articles[i] for i in origin.articles}, lineage=lineage)
    dated = Casefile(articles=case.articles, lineage=lineage, dating=dating.bind(case, written))
    told = happening(dated, origin.articles)
    unit = origin.articles[0]
    return Unit(unit, origin.articles, vector, told, place(Account(vector, told), unit)[0].isoformat()), {i: month_of(dated, i) for i in origin.articles}


def vector_of(ledger: Ledger, origin: Origin) -> Vector:
    """What an account is about, from what is known of its articles."""
    return of_account(Vector.unpack(v) for (v,) in ledger.all(VECTORS_OF, json.dumps(origin.articles)))


def terms_of(vector: Vector) -> list[int]:
    """The words by which accounts lend each other days."""
    return vectors.strongest(vector, dating.TERMS)


class Accounts:
    """The accounts of one refresh. ``families`` first, then ``lend``; ``changed`` and ``gone`` are what the stories have to know."""

    def __init__(self, work: Work) -> None:
        self.work, self.ledger = work, work.ledger
        self.origins: dict[str, tuple[tuple[str, ...], Origin]] = {}  # unit -> its family and itself
        self.vectors: dict[str, Vector] = {}
        self.settled: dict[str, Written] = {}
        self.lending: set[str] = set()  # accounts without a day that ask again
        self.gone: set[str] = set()

    def families(self, found: Iterable[tuple[str, ...]], left: Iterable[str]) -> None:
        """Trace these families anew; ``left`` are accounts that lost an article to nowhere."""
        before = set(left)
        for family in found:
            articles, lineage = self.work.articles(family), self.work.lineage(family)
            before |= set(self.ledger.column(UNITS_OF, json.dumps(family)))
            self.settled |= dating.settled(Casefile(articles=articles, lineage=lineage))
            self.origins |= {o.articles[0]: (family, o) for o in lineage.origins}
        self.gone = before - self.origins.keys()
        for unit in self.gone:
            self._terms_out(unit)
        for unit, (family, origin) in sorted(self.origins.items()):
            self._terms_out(unit)
            self._terms_in(unit, vector_of(self.ledger, origin), state_of(self.work.articles(family), self.settled, origin.articles))

    def _terms_in(self, unit: str, vector: Vector, state: int) -> None:
        """Its vector first, so that others find it; the rest of its row comes when its day is known."""
        self.vectors[unit] = vector
        terms = terms_of(vector)
        if state != PASSED:
            self.ledger.many("INSERT INTO terms (dated, word, unit) VALUES (?, ?, ?)", [(state, w, unit) for w in terms])
        if state == LOOKING:
            self.lending.add(unit)
        elif state == DATED:
            self.lending |= self._sharing(LOOKING, terms)

    def _terms_out(self, unit: str) -> None:
        row = self.ledger.one("SELECT vector FROM units WHERE unit = ?", unit)
        if row is None:
            return
        terms = terms_of(Vector.unpack(row))
        was_dated = self.ledger.one("SELECT 1 FROM terms WHERE dated = ? AND word = ? AND unit = ?", DATED, terms[0], unit) if terms else None
        self.ledger.many("DELETE FROM terms WHERE dated = ? AND word = ? AND unit = ?", [(state, w, unit) for state in (LOOKING, DATED) for w in terms])
        self.lending |= self._sharing(LOOKING, terms) if was_dated else set()
        self.lending.discard(unit)

    def _sharing(self, state: int, terms: Sequence[int]) -> set[str]:
        """Accounts that share enough of the strongest words with these."""
        if not self.ledger.one("SELECT 1 FROM terms WHERE dated = ? LIMIT 1", state):
            return set()
        counts = Counter(u for w in terms for u in self.ledger.column("SELECT unit FROM terms WHERE dated = ? AND word = ?", state, w))
        return {u for u, n in counts.items() if n >= dating.SHARED}

    def rows(self) -> list[tuple[Unit, dict[str, Written], Months]]:
        """Every account that may be another now, with the days of writing and the months of its articles."""
        for unit in self.lending - self.origins.keys() - self.gone:
            self._fetch(unit)
        return [self._row(unit) for unit in sorted(self.origins)]

    def _fetch(self, unit: str) -> None:
        """An account that is as it was, but may find another day."""
        members = json.loads(self.ledger.one("SELECT members FROM units WHERE unit = ?", unit))
        family = self.work.family(unit)
        lineage = self.work.lineage(family)
        self.origins[unit] = (family, lineage.origin_of(members[0]))
        self.vectors[unit] = Vector.unpack(self.ledger.one("SELECT vector FROM units WHERE unit = ?", unit))
        self.settled |= dating.settled(Casefile(articles=self.work.articles(family), lineage=lineage))

    def _row(self, unit: str) -> tuple[Unit, dict[str, Written], Months]:
        family, origin = self.origins[unit]
        articles = self.work.articles(family)
        written = {i: self.settled[i] for i in origin.articles}
        if unit in self.lending:
            near = self._near(unit)
            written = {i: dating.lend(articles[i], near) or w for i, w in written.items()}
        row, months = made(articles, self.work.lineage(family), written, origin, self.vectors[unit])
        return row, written, months

    def _near(self, unit: str) -> dict[str, date]:
        """The dated articles of the same happening as an account without a day."""
        own = self.vectors[unit]
        out: dict[str, date] = {}
        for u in sorted(self._sharing(DATED, terms_of(own))):
            if cosine(own, self._vector(u)) >= dating.ALIKE:
                out |= self._days(u)
        return dict(sorted(out.items()))

    def _vector(self, unit: str) -> Vector:
        return self.vectors[unit] if unit in self.vectors else Vector.unpack(self.ledger.one("SELECT vector FROM units WHERE unit = ?", unit))

    def _days(self, unit: str) -> dict[str, date]:
        if unit in self.origins:
            written = {i: self.settled[i] for i in self.origins[unit][1].articles}
        else:
            members = json.loads(self.ledger.one("SELECT members FROM units WHERE unit = ?", unit))
            written = written_of(self.ledger, self.work.articles(members))
        return {i: d for i, w in written.items() if (d := dating.day_of(w.day))}


def keep(ledger: Ledger, unit: Unit, written: Mapping[str, Written], months: Mapping[str, str | None]) -> None:
    """An account's row, and what is known of its articles since."""
    ledger.run(
        "INSERT INTO units (unit, members, vector, words, told, day) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (unit) DO UPDATE SET "
        "members = excluded.members, vector = excluded.vector, words = excluded.words, told = excluded.told, day = excluded.day",
        *unit.cells(),
    )
    ledger.many("UPDATE texts SET unit = ?, month = ?, written = ? WHERE article = ?", [(unit.unit, months[i], written_as(w), i) for i, w in written.items()])
