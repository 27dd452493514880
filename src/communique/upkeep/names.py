"""Articles that came or went in, the stories in which somebody is called otherwise now out.

An actor bears the name that most articles print. The names are counted, so a new article is a few counts; where it turns a majority, the stories
that name the actor are told again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from ..model.actor import Actor
from ..model.article import Article
from ..model.ids import make_id
from ..model.judgement import standing
from ..records import judged
from ..records.actors import actors_of, most_printed
from ..stores.ledger import Ledger
from .work import Work

NAMING = """SELECT DISTINCT u.story FROM actors a JOIN texts t ON t.article = a.article JOIN units u ON u.unit = t.unit
  WHERE a.key = ? AND u.story IS NOT NULL"""
COUNT = "INSERT INTO names (key, name, n, id) VALUES (?, ?, ?, ?) ON CONFLICT (key, name) DO UPDATE SET n = n + excluded.n"


def rows_of(article: Article) -> list[tuple[str, str, str]]:
    """What ``actors`` holds of an article."""
    return [(article.id, a.key, a.name or "") for a in actors_of(article)]


class Names:
    """The names of one refresh: what they were before it and what they are after."""

    def __init__(self, work: Work) -> None:
        self.work, self.ledger = work, work.ledger
        self.before: dict[str, tuple[str | None, str | None]] = {}

    def drop(self, i: str) -> None:
        rows = self.ledger.all("SELECT key, name FROM actors WHERE article = ?", i)
        self._remember(key for key, _ in rows)
        self.ledger.many(COUNT, [(key, name, -1, "") for key, name in rows if name])
        self.ledger.many("DELETE FROM names WHERE key = ? AND name = ? AND n <= 0", rows)
        self.ledger.run("DELETE FROM actors WHERE article = ?", i)

    def add(self, i: str) -> None:
        rows = rows_of(self.work.articles([i])[i])
        self._remember(key for _, key, _ in rows)
        self.ledger.many("INSERT INTO actors (article, key, name) VALUES (?, ?, ?)", rows)
        self.ledger.many(COUNT, [(key, name, 1, make_id("actor", key)) for _, key, name in rows if name])

    def renamed(self) -> set[str]:
        """The stories that name somebody who bears another name now, or whom others were merged into and another article is the first to name."""
        out: set[str] = set()
        for key, before in self.before.items():
            if self._known(key) != before:
                out |= set(naming(self.ledger, key))
                if make_id("actor", key) in judged.merged_into(self.work.judgements):
                    out |= merged_with(self.ledger, self.work, make_id("actor", key))
        return out

    def _remember(self, keys: Iterable[str]) -> None:
        for key in keys:
            if key not in self.before:
                self.before[key] = self._known(key)

    def _known(self, key: str) -> tuple[str | None, str | None]:
        """The name, and for those whom others were merged into the first article that names them."""
        first = None
        if make_id("actor", key) in self._leads:
            first = self.ledger.one("SELECT min(article) FROM actors WHERE key = ?", key)
        return printed(self.ledger, [key]).get(key), first

    @property
    def _leads(self) -> frozenset[str]:
        return judged.merged_into(self.work.judgements)


def printed(ledger: Ledger, keys: Iterable[str]) -> dict[str, str]:
    """The name that most articles print, for each of these actors that any names."""
    found: dict[str, dict[str, int]] = {}
    for key, name, n in ledger.all("SELECT key, name, n FROM names WHERE key IN (SELECT value FROM json_each(?))", json.dumps(sorted(set(keys)))):
        found.setdefault(key, {})[name] = n
    return {key: most_printed(names) for key, names in found.items()}


def naming(ledger: Ledger, key: str) -> list[str]:
    """The stories that name an actor."""
    return ledger.column(NAMING, key)


def keys_of(ledger: Ledger, actor_id: str) -> list[str]:
    return ledger.column("SELECT DISTINCT key FROM names WHERE id = ?", actor_id)


def merged_with(ledger: Ledger, work: Work, actor_id: str) -> set[str]:
    """The stories that name anybody who was merged into this actor."""
    ids = {i for j in standing(work.judgements) if j.verdict == "merge" and actor_id in j.about for i in j.about}
    return {story for i in ids for key in keys_of(ledger, i) for story in naming(ledger, key)}


def leads(work: Work) -> Mapping[str, Actor]:
    """The actors that others were merged into, each as the first article knows it."""
    out: dict[str, Actor] = {}
    for actor_id in judged.merged_into(work.judgements):
        for key in keys_of(work.ledger, actor_id):
            first = work.ledger.one("SELECT min(article) FROM actors WHERE key = ?", key)
            found = next((a for a in actors_of(work.articles([first])[first]) if a.key == key), None) if first else None
            if found:
                out[actor_id] = judged.lead(found, printed(work.ledger, [key]))
    return out
