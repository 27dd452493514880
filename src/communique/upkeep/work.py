"""A ledger and people's judgements in, what one refresh works with out: articles, texts, families and their lineage, each fetched once."""

from __future__ import annotations

import json
from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from ..model.article import Article
from ..model.casefile import Written
from ..model.codec import decode, encode
from ..model.judgement import Judgement
from ..model.layout import Layout
from ..model.lineage import Edge, Lineage
from ..records import judged
from ..records.lineage.keys import Comparer
from ..records.lineage.tracing import trace_all
from ..records.lineage.words import Text
from ..stores.ledger import Ledger

HELD = 3000  # articles held at once
VERIFIED = "('exact', 'copy', 'version', 'partial')"
JOINING = "('exact', 'copy', 'version', 'declared')"


@dataclass(frozen=True, slots=True)
class Held:
    """Articles and layouts that were fetched; steps that follow each other may share them."""

    articles: dict[str, Article] = field(default_factory=dict)
    layouts: dict[str, Layout] = field(default_factory=dict)


class Work:
    """What is asked of the ledger more than once."""

    def __init__(self, ledger: Ledger, judgements: tuple[Judgement, ...], held: Held | None = None) -> None:
        self.ledger, self.judgements = ledger, judgements
        held = held or Held()
        self._articles, self._layouts = held.articles, held.layouts
        self._lineages: dict[tuple[str, ...], Lineage] = {}

    @property
    def comparer(self) -> Comparer:
        return comparer()

    def articles(self, ids: Iterable[str]) -> dict[str, Article]:
        """Those articles by id, each with the outlet that a person gave it."""
        wanted = sorted(set(ids))
        missing = [i for i in wanted if i not in self._articles]
        if len(self._articles) + len(missing) > HELD:
            self._articles.clear()
            missing = wanted
        self._articles.update(judged.articles(self.ledger.articles(missing), self.judgements) if missing else {})
        return {i: self._articles[i] for i in wanted if i in self._articles}

    def layouts(self, ids: Iterable[str]) -> dict[str, Layout]:
        """Those layouts by id; all that lineage needs."""
        wanted = sorted(set(ids))
        missing = [i for i in wanted if i not in self._layouts]
        if len(self._layouts) + len(missing) > HELD:
            self._layouts.clear()
            missing = wanted
        known = {i: self._articles[i].layout for i in missing if i in self._articles}
        self._layouts |= known
        self._layouts |= self.ledger.layouts(i for i in missing if i not in known) if len(known) < len(missing) else {}
        return {i: self._layouts[i] for i in wanted if i in self._layouts}

    def text(self, i: str) -> Text:
        return self.comparer.text(self.layouts([i])[i])

    def family(self, i: str) -> tuple[str, ...]:
        """All articles that edges or declarations may join with this one, through others too."""
        found, todo = {i}, [i]
        while todo:
            near = self.near(todo.pop())
            todo += near - found
            found |= near
        return tuple(sorted(found))

    def near(self, i: str) -> set[str]:
        """The articles that an edge or a declaration may join with this one."""
        asked = f"SELECT b FROM edges WHERE a = ?1 AND kind IN {JOINING} UNION SELECT a FROM edges WHERE b = ?1 AND kind IN {JOINING}"  # noqa: S608  kinds of ours
        return set(self.ledger.column(asked, i))

    def lineage(self, family: tuple[str, ...]) -> Lineage:
        """The lineage of a whole family, from the edges that are known."""
        if family not in self._lineages:
            self._lineages[family] = trace_all(list(self.layouts(family).values()), edges_between(self.ledger, family))
        return self._lineages[family]


@cache
def comparer() -> Comparer:
    """One for a process: it reads the formulas once."""
    return Comparer()


def edges_between(ledger: Ledger, family: Iterable[str]) -> list[Edge]:
    """The verified edges of a family."""
    asked = f"SELECT a, b, kind, of_a, of_b, shared, why FROM edges WHERE a IN (SELECT value FROM json_each(?1)) AND kind IN {VERIFIED}"  # noqa: S608  kinds of ours
    here = set(family)
    rows = ledger.all(asked, json.dumps(sorted(here)))
    return [Edge(a=a, b=b, kind=kind, of_a=x, of_b=y, shared=n, why=why) for a, b, kind, x, y, n, why in rows if b in here]


def written_as(w: Written) -> str:
    return json.dumps(encode(w), ensure_ascii=False)


def written_of(ledger: Ledger, articles: Mapping[str, Article]) -> dict[str, Written]:
    """The days of writing that are known of these articles."""
    rows = ledger.all("SELECT article, written FROM texts WHERE article IN (SELECT value FROM json_each(?))", json.dumps(sorted(articles)))
    return {i: decode(Written, json.loads(w), articles[i].document) for i, w in rows}


def joined(lineages: Iterable[Lineage]) -> Lineage:
    """The lineage of several families as one."""
    found = list(lineages)
    return Lineage(
        edges=tuple(e for one in found for e in one.edges), origins=tuple(o for one in found for o in one.origins),
        copy_of=dict(ChainMap(*(dict(one.copy_of) for one in found))), revises=dict(ChainMap(*(dict(one.revises) for one in found))),
        taken=dict(ChainMap(*(dict(one.taken) for one in found))), order=dict(ChainMap(*(dict(one.order) for one in found))),
        votes=tuple(v for one in found for v in one.votes), hidden=tuple(h for one in found for h in one.hidden),
    )  # fmt: skip
