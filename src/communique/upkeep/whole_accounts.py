"""All families in, their accounts out: the rows of ``units``, ``terms`` and what is known of each article since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..model.casefile import Casefile
from ..records import dating
from ..stores.ledger import Ledger
from . import accounts as keeping
from .accounts import LOOKING, PASSED, Accounts, made, state_of, terms_of, vector_of
from .hands import Hands
from .work import Work, written_as

FAMILIES = 40


def trace(ledger: Ledger, hands: Hands) -> None:
    from .whole import families

    looking = []
    for cells, state, terms, articles in hands.map(ledger, traced, families(ledger), FAMILIES):
        ledger.run("INSERT INTO units (unit, members, vector, words, told, day) VALUES (?, ?, ?, ?, ?, ?)", *cells)
        if state != PASSED:
            ledger.many("INSERT INTO terms (dated, word, unit) VALUES (?, ?, ?)", [(state, w, cells[0]) for w in terms])
        ledger.many("UPDATE texts SET unit = ?, month = ?, written = ? WHERE article = ?", articles)
        looking += [cells[0]] if state == LOOKING else []
    lend(Work(ledger, tuple(ledger.judgements())), looking)


def traced(work: Work, families: Sequence[tuple[str, ...]]) -> list[Sequence[Any]]:
    work.articles(i for f in families for i in f)
    out: list[Sequence[Any]] = []
    for family in families:
        articles, lineage = work.articles(family), work.lineage(family)
        settled = dating.settled(Casefile(articles=articles, lineage=lineage))
        for origin in lineage.origins:
            vector = vector_of(work.ledger, origin)
            written = {i: settled[i] for i in origin.articles}
            unit, months = made(articles, lineage, written, origin, vector)
            known = [(unit.unit, months[i], written_as(w), i) for i, w in written.items()]
            out.append((unit.cells(), state_of(articles, settled, origin.articles), terms_of(vector), known))
    return out


def lend(work: Work, looking: Sequence[str]) -> None:
    """Accounts without a day look for one among the dated."""
    accounts = Accounts(work)
    accounts.lending = set(looking)
    for unit, written, months in accounts.rows():
        keeping.keep(work.ledger, unit, written, months)
