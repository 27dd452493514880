"""The versions of one account in, their tree and order out. Neighbours are the likest texts; votes say which of two came first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

import numpy as np

from ...model.lineage import Edge, Vote
from ..tokens import within
from . import times
from .align import Shared
from .credits import Credit
from .edges import JOINING, RETELLING
from .neighbours import neighbours
from .origins import Groups
from .prints import Prints
from .sentences import align
from .votes import balance, cast
from .words import Text

UNSEEN = 12  # five-word runs that two versions share behind the back of a third: a sentence or two
SURE = 0.25  # sum of votes under which the order is unknown
CREDIT = 0.5
WHOLE = 0.9  # share of the longest copy's words, to be as complete: an outlet adds a line of its own
LINKS = (*JOINING, "partial")  # two stories of one agency that share no words are one account, but no versions of each other
Compared = Callable[[str, str], Shared]


@dataclass(slots=True)
class Ordered:
    """What one account's articles come to."""

    copy_of: dict[str, str] = field(default_factory=dict)
    revises: dict[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    votes: list[Vote] = field(default_factory=list)
    tree: list[tuple[str, str]] = field(default_factory=list)
    hidden: list[tuple[str, str, str, int]] = field(default_factory=list)


def arrange(members: Sequence[str], texts: Mapping[str, Text], credits: Mapping[str, Credit], edges: Sequence[Edge], compared: Compared) -> Ordered:
    """Copies hang on their original, versions on the version before; no order is given where votes tie."""
    out = Ordered()
    own = [e for e in edges if e.a in members and e.b in members]
    nodes = _nodes(members, own, texts, credits)
    heads = []
    for node in nodes:
        head = original(node, texts, credits, own)
        heads.append(head)
        out.copy_of.update({i: head for i in node if i != head})
        out.votes += [v for i in node if i != head for v in credited(credits[head], credits[i])]
    votes = _Votes(texts, credits, compared)
    links = neighbours(heads, _links(own), Prints(texts), votes.balance)
    later = _tree(links, votes, out)
    out.tree = sorted([(a, b) for _, a, b in links] + [(a, b) if a < b else (b, a) for a, b in out.copy_of.items()])
    out.hidden = hidden(sorted(later), texts)
    out.order = _line(heads, later, out)
    return out


def _nodes(members: Sequence[str], edges: Sequence[Edge], texts: Mapping[str, Text], credits: Mapping[str, Credit]) -> list[tuple[str, ...]]:
    """Articles of the same words, each copy with the one text it is nearest to: an excerpt of two versions makes them no copies of each other."""
    groups = Groups(sorted(members))
    best: dict[str, tuple[float, str]] = {}
    for e in edges:
        if e.kind == "exact":
            groups.join(e.a, e.b)
        elif e.kind == "copy":
            copy, source = sorted((e.a, e.b), key=lambda i: _standing(e, i, texts, credits))
            best[copy] = min(best.get(copy, (1.0, "z")), (round(-e.of_a - e.of_b, 4), source))
    for copy, (_, source) in sorted(best.items()):
        groups.join(copy, source)
    return groups.all()


def _standing(e: Edge, i: str, texts: Mapping[str, Text], credits: Mapping[str, Credit]) -> tuple[bool, int, str]:
    """Sorts a copy before its source: of a text and its retelling the one that nobody is credited for, else the shorter."""
    retold = e.why.startswith(RETELLING)
    return retold and credits[i].account is not None, len(texts[i]), i


def credited(one: Credit, other: Credit) -> list[Vote]:
    """What credits an agency does not come before the agency's own, unless that is a later version: then more speaks for it than this vote."""
    if one.agency is None or one.agency != other.agency or one.issued == other.issued:
        return []
    own, taken = (one, other) if one.issued else (other, one)
    why = f"one credits {own.agency}, whose own the other is"
    return [Vote(earlier=own.article, later=taken.article, kind="credit", weight=CREDIT, why=why, passages=taken.said)]


def original(node: Sequence[str], texts: Mapping[str, Text], credits: Mapping[str, Credit], edges: Sequence[Edge]) -> str:
    """Of copies: what the agency itself gave out; the most complete; of those as complete the one with the agency's dateline, the first declared, the
    smallest id. A retelling is never the original."""
    retold = any(e.why.startswith(RETELLING) and e.a in node and e.b in node for e in edges)
    pool = [i for i in node if credits[i].account] if retold else []
    most = max(len(texts[i]) for i in pool or node)

    def rank(i: str) -> tuple[bool, bool, bool, str, str]:
        return not credits[i].issued, len(texts[i]) < WHOLE * most, not credits[i].own, times.moment(texts[i]), i

    return min(pool or node, key=rank)


def _links(edges: Sequence[Edge]) -> set[tuple[str, str]]:
    return {(e.a, e.b) for e in edges if e.kind in LINKS}


class _Votes:
    """The votes on each two versions, cast when first asked for; ``balance`` of a pair a < b."""

    def __init__(self, texts: Mapping[str, Text], credits: Mapping[str, Credit], compared: Compared) -> None:
        self.texts, self.credits, self.compared = texts, credits, compared
        self.cast = cache(self._cast)

    def balance(self, a: str, b: str) -> float:
        return balance(self.cast(a, b), a)

    def _cast(self, a: str, b: str) -> list[Vote]:
        left, right = self.texts[a], self.texts[b]
        return [*cast(left, right, align(left, right), self.compared(a, b)), *credited(self.credits[a], self.credits[b])]


def _tree(links: Sequence[tuple[float, str, str]], votes: _Votes, out: Ordered) -> dict[tuple[str, str], float]:
    """For each link (a, b) of nearest versions, a < b, the balance of its votes."""
    later: dict[tuple[str, str], float] = {}
    for _, a, b in links:
        out.votes.extend(votes.cast(a, b))
        later[a, b] = votes.balance(a, b)
    for (a, b), sum_ in sorted(later.items(), key=lambda kv: (-abs(kv[1]), kv[0])):
        if abs(sum_) >= SURE:
            old, new = (a, b) if sum_ > 0 else (b, a)
            out.revises.setdefault(new, old)
    return later


def hidden(links: Sequence[tuple[str, str]], texts: Mapping[str, Text]) -> list[tuple[str, str, str, int]]:
    """Versions that share words which the one between them lacks: they come from a text that is not here."""
    near: dict[str, list[str]] = {}
    for a, b in links:
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    out = []
    for middle, others in sorted(near.items()):
        for a, b in combinations(sorted(others), 2):
            both = texts[a].narrative[within(texts[a].narrative, texts[b].narrative)[0]]
            n = int(np.count_nonzero(~within(both, texts[middle].narrative)[0]))
            if n >= UNSEEN:
                out.append((a, middle, b, n))
    return out


def _line(heads: Sequence[str], later: Mapping[tuple[str, str], float], out: Ordered) -> tuple[str, ...]:
    """All articles, earliest first, where the tree is one line of sure steps; else nothing: "order unknown"."""
    if len(heads) == 1:
        return (heads[0], *sorted(i for i in out.copy_of))
    if len(later) != len(heads) - 1 or any(abs(v) < SURE for v in later.values()):
        return ()
    after = {h: [b if v > 0 else a for (a, b), v in later.items() if h == (a if v > 0 else b)] for h in heads}
    first = [h for h in heads if not any(h in late for late in after.values())]
    line: list[str] = []
    while len(first) == 1:
        at = first[0]
        line += [at, *sorted(i for i, head in out.copy_of.items() if head == at)]
        first = after[at]
    return tuple(line) if len(line) == len(heads) + len(out.copy_of) else ()
