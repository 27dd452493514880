"""A few changed articles and new judgements in, the record brought up to date by what they touch."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from ..model.judgement import Judgement
from ..records.stories import RELATED
from . import accounts as keeping
from . import names, stories, telling
from .accounts import Accounts
from .graph import Graph
from .names import Names
from .texts import Texts
from .work import Work


def few(work: Work, changed: Iterable[str], judgements: Sequence[Judgement]) -> None:
    """Texts, families, accounts, likenesses, stories, rows: each step takes what the one before it touched."""
    judged = about(work, judgements)
    dirty = judged_stories(work, judged)
    changed = sorted({*changed, *(i for j in judgements_on(work, judgements) if j.verdict == "outlet" for i in j.about)})
    months = _months(work, changed)
    left, renamed, families = _texts(work, changed)
    accounts = Accounts(work)
    accounts.families(families, left)
    graph, moved, gone, more = _accounts(work, accounts)
    regrouped = stories.regroup(graph, moved | set(accounts.origins), gone)
    dirty |= {s for u in accounts.origins for s in work.ledger.column("SELECT story FROM units WHERE unit = ?", u)}
    dirty |= regrouped | renamed.renamed() | judged_stories(work, judged)
    _tell(work, graph, dirty, months | more, {i for i in judged if i.startswith("r")})


def _texts(work: Work, changed: Sequence[str]) -> tuple[set[str], Names, list[tuple[str, ...]]]:
    """Accounts that lost an article, the names, and the families to be traced."""
    ledger, texts, called = work.ledger, Texts(work), Names(work)
    there = set(ledger.column("SELECT article FROM readings WHERE article IN (SELECT value FROM json_each(?))", json.dumps(changed)))
    left = {u for i in changed for u in ledger.column("SELECT unit FROM texts WHERE article = ? AND unit IS NOT NULL", i)}
    for i in changed:
        texts.drop(i)
        called.drop(i)
    for i in changed:
        if i in there:
            texts.add(i)
            called.add(i)
    done: set[str] = set()
    families = []
    for i in sorted(texts.settle(there)):
        if i not in done:
            families.append(work.family(i))
            done |= set(families[-1])
    return left, called, families


def _accounts(work: Work, accounts: Accounts) -> tuple[Graph, set[str], set[str], set[str]]:
    """The likenesses, accounts whose rows are others, stories of accounts that are no more, and months in which more or less was written."""
    ledger, graph = work.ledger, Graph(work.ledger)
    gone = {s for u in accounts.gone for s in ledger.column("SELECT story FROM units WHERE unit = ?", u)}
    rows = accounts.rows()
    for u in sorted(accounts.gone):
        graph.drop(u)
        ledger.run("DELETE FROM units WHERE unit = ?", u)
    moved, months = set(), set[str]()
    for unit, written, months_of in rows:
        cells = unit.cells()
        old = ledger.all("SELECT unit, members, vector, words, told, day FROM units WHERE unit = ?", unit.unit)
        months |= {m for m in months_of.values() if m} | _months(work, unit.members)
        keeping.keep(ledger, unit, written, months_of)
        if not old or tuple(old[0]) != cells:
            moved.add(unit.unit)
            graph.change((json.loads(old[0][3]), old[0][5]) if old else None, unit, json.loads(cells[3]))
    graph.settle()
    return graph, moved, gone, months


def _tell(work: Work, graph: Graph, dirty: set[str], months: set[str], judged: set[str]) -> None:
    """Rows of stories that are others now, links of those beside them, relations of their events."""
    ledger = work.ledger
    related = {r for s in dirty for r in ledger.column("SELECT relation FROM acts WHERE story = ?", s)}
    before = {s: telling.links_told(ledger, s) for s in dirty}
    ledger.take_out(sorted(dirty))
    ledger.many("DELETE FROM places WHERE story = ? AND NOT EXISTS (SELECT 1 FROM units u WHERE u.story = places.story)", [(s,) for s in dirty])
    leads = names.leads(work)
    made = [t for s in sorted(dirty) if (t := telling.told(work, s, stories.links(ledger, s), leads))]
    for t in made:
        telling.put(ledger, t)
        related |= {r for r, _, _ in t.acts}
    now = {t.story: set(stories.links(ledger, t.story)) for t in made}
    again = {s for s, old in before.items() for _, s2 in old ^ now.get(s, set()) for s in (s2,)} | _parted(graph)
    for s in sorted(again - dirty):
        telling.relink(ledger, s, stories.links(ledger, s))
    telling.relate(work, related | judged)
    telling.recount(ledger, months)


def _parted(graph: Graph) -> set[str]:
    """The stories of accounts that are related, or were, by a likeness that came or went though neither account did."""
    pairs = [(c.a, c.b) for c in graph.changes if c.plain >= RELATED and c.a not in graph.new]
    return {s for pair in pairs for u in pair for s in graph.ledger.column("SELECT story FROM units WHERE unit = ?", u)}


def _months(work: Work, articles: Iterable[str]) -> set[str]:
    """The months in which these were written, as far as known."""
    asked = "SELECT DISTINCT month FROM texts WHERE month IS NOT NULL AND article IN (SELECT value FROM json_each(?))"
    return set(work.ledger.column(asked, json.dumps(sorted(articles))))


# -- judgements


def judgements_on(work: Work, new: Sequence[Judgement]) -> list[Judgement]:
    """New judgements, and those that they take back."""
    by_id = {j.id: j for j in work.judgements}
    out, todo = [], list(new)
    while todo:
        j = todo.pop()
        out.append(j)
        todo += [by_id[i] for i in j.about if j.verdict == "undo" and i in by_id]
    return out


def about(work: Work, new: Sequence[Judgement]) -> set[str]:
    """All that new judgements may bear on: what they name, and what others name together with it."""
    return telling.with_judged(work, {i for j in judgements_on(work, new) for i in j.about}) if new else set()


def judged_stories(work: Work, ids: Iterable[str]) -> set[str]:
    """The stories that hold these rows or name these actors."""
    ledger = work.ledger
    out = set()
    for i in ids:
        out |= set(ledger.column("SELECT story FROM rows WHERE id = ? AND story IS NOT NULL", i))
        out |= {s for key in names.keys_of(ledger, i) for s in names.naming(ledger, key)}
    return out
