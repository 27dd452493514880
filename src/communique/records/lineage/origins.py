"""Edges and credits in, origins out: which articles are one account, whose, and why.

Joined are: verified copies and versions; articles of one story and day that credit one agency, cite one outlet or name one reporter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from ...model.ids import make_id
from ...model.lineage import Edge, Origin
from ...model.passage import Passage
from .credits import Credit
from .edges import JOINING

NEAR = 0.35  # likeness of two texts on one event; over it lie most independent accounts of one event, under it most of two
DAYS = 1
HINT = 0.10  # shared grams that make a picture's credit count
Likeness = Callable[[str, str], float]
Id = TypeVar("Id", str, int)


class Groups(Generic[Id]):
    """Union-find whose answer does not depend on the order of joins: a group is named by its smallest id."""

    def __init__(self, ids: Sequence[Id]) -> None:
        self.parent: dict[Id, Id] = {i: i for i in ids}

    def find(self, i: Id) -> Id:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, a: Id, b: Id) -> None:
        x, y = sorted((self.find(a), self.find(b)))
        self.parent[y] = x

    def all(self) -> list[tuple[Id, ...]]:
        out: dict[Id, list[Id]] = {}
        for i in sorted(self.parent):
            out.setdefault(self.find(i), []).append(i)
        return [tuple(g) for _, g in sorted(out.items())]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two articles are one account though their words do not show it."""

    a: str
    b: str
    why: str


def gather(credits: Mapping[str, Credit], edges: Sequence[Edge], like: Likeness) -> tuple[list[Origin], list[Edge]]:
    """The origins, and the edges that only declarations make."""
    groups = Groups(sorted(credits))
    for e in edges:
        if e.kind in JOINING:
            groups.join(e.a, e.b)
    shares = {(e.a, e.b): max(e.of_a, e.of_b) for e in edges if e.kind == "partial"}
    declared = declarations(credits, shares, like, {i: groups.find(i) for i in credits})
    for r in declared:
        groups.join(r.a, r.b)
    extra = [Edge(kind="declared", a=r.a, b=r.b, why=r.why) for r in declared]
    inside: dict[str, list[Edge]] = {}
    for e in [*edges, *extra]:
        if groups.find(e.a) == groups.find(e.b):
            inside.setdefault(groups.find(e.a), []).append(e)
    return [origin(members, credits, inside.get(groups.find(members[0]), [])) for members in groups.all()], extra


Shares = Mapping[tuple[str, str], float]  # of pairs that share some words


def declarations(credits: Mapping[str, Credit], shares: Shares, like: Likeness, home: Mapping[str, str]) -> list[Reason]:
    """Pairs that say of themselves that they are one account, and are of one event as far as words and days tell.

    ``home`` is the account that words alone give: what is one already needs no reason.
    """
    by_key: dict[tuple[str, str], list[Credit]] = {}
    for _, c in sorted(credits.items()):
        for key in keys(c):
            by_key.setdefault(key, []).append(c)
    out: dict[tuple[str, str], Reason] = {}
    for key, members in sorted(by_key.items()):
        for a, b in _close_in_time(key, members, shares):
            if home[a.article] == home[b.article] or (a.article, b.article) in out:
                continue
            why = _one_account(key, a, b, shares.get((a.article, b.article), 0.0), like)
            if why:
                out[a.article, b.article] = Reason(a.article, b.article, why)
    return [out[k] for k in sorted(out)]


def may_be_one(a: Credit, b: Credit, share: float | None, like: Likeness) -> bool:
    """Whether two articles (by id) say of themselves that they are one account; ``share`` of the words that a partial edge shows, None without one."""
    dated = a.day is not None and b.day is not None
    return any(
        (dated or share is not None or key[0] == "person") and _one_account(key, a, b, share or 0.0, like) is not None for key in set(keys(a)) & set(keys(b))
    )


def _close_in_time(key: tuple[str, str], members: Sequence[Credit], shares: Shares) -> Iterable[tuple[Credit, Credit]]:
    """Pairs (by id) of about one day; of undated ones those that share words or name one reporter."""
    dated = sorted((c for c in members if c.day), key=lambda c: (c.day or "", c.article))
    undated = [c for c in members if not c.day]
    for n, a in enumerate(dated):
        for b in dated[n + 1 :]:
            if (_days_apart(a, b) or 0) > DAYS:
                break
            yield (a, b) if a.article < b.article else (b, a)
    for n, a in enumerate(undated):
        for b in (*undated[n + 1 :], *dated):
            x, y = (a, b) if a.article < b.article else (b, a)
            if key[0] == "person" or (x.article, y.article) in shares:
                yield x, y


def keys(c: Credit) -> list[tuple[str, str]]:
    """By what an article may be one account with others: its reporters, its agency, the agency of its pictures, its outlet."""
    found = {("person", name) for name, _ in c.people} | {("hint", name) for name in c.hinted | ({c.agency} if c.agency else set())}
    account = c.account or c.outlet
    return sorted(found | ({("account", account.removeprefix("The "))} if account else set()))


def _one_account(key: tuple[str, str], a: Credit, b: Credit, share: float, like: Likeness) -> str | None:
    kind, name = key
    if a.account and b.account and a.account != b.account:
        return None
    apart = _days_apart(a, b)
    if apart is not None and apart > DAYS:
        return None
    if kind == "hint":
        sure = name in (a.agency, b.agency)
        return f"one credits {name}, the other a picture of {name}, and {share:.0%} of the words are shared" if sure and share >= HINT else None
    if apart is None and share < HINT and kind != "person":
        return None
    if like(a.article, b.article) < NEAR:
        return None
    if kind == "person":
        return f"both name {name.title()} as a reporter"
    return f"both are {name}'s, on one event" + ("" if apart is None else f" and within {DAYS} day" if apart else " and day")


def _days_apart(a: Credit, b: Credit) -> int | None:
    if not a.day or not b.day:
        return None
    return abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days)


def origin(members: tuple[str, ...], credits: Mapping[str, Credit], edges: Sequence[Edge]) -> Origin:
    """``edges`` are those between the members."""
    own = [credits[m] for m in members]
    name, why, said = _name(own)
    inside = [e for e in edges if e.kind in (*JOINING, "declared")]
    reasons = [f"{e.kind}: {e.why}" for e in sorted(inside, key=lambda e: (e.a, e.b, e.kind))]
    second = all(c.cited for c in own)
    via = sorted({c.via for c in own if c.cited and c.via})
    return Origin(
        id=make_id("origin", members[0]), name=name, articles=members, second_hand=second, via=", ".join(via) if second and via else None,
        declared=tuple(sorted(said)), why=tuple([why, *reasons] if why else reasons),
    )  # fmt: skip


def _name(own: Sequence[Credit]) -> tuple[str | None, str, list[Passage]]:
    """The name that most of the account's articles declare; an agency's own text counts twice."""
    votes: Counter[str] = Counter()
    for c in own:
        if c.account:
            votes[c.account] += 2 if c.own else 1
    if votes:
        name = min(votes, key=lambda n: (-votes[n], n))
        said = [p for c in own if c.account == name for p in c.said]
        cited = any(c.cited == name for c in own)
        return name, f"declared: {sum(c.account == name for c in own)} of {len(own)} articles {'cite' if cited else 'credit'} it", said
    outlets = sorted({c.outlet for c in own if c.outlet})
    if len(outlets) == 1:
        return outlets[0], "the outlet's own, as far as it says", []
    return None, "", []
