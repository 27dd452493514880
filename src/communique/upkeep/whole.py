"""A store in, its whole record made anew: the steps of ``few`` over everything, each over a stream, so that no more than a chunk of articles is held.

Each step is kept as it is done; stories still to be told are a table, so a remaking that was cut short goes on where it stood.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..model.ids import make_id
from ..records.accounts import of_layout
from ..records.lineage.candidates import count
from ..records.lineage.origins import Groups
from ..stores import Store
from ..stores.ledger import Ledger, encoded
from . import names, stories, telling, whole_accounts, whole_stories
from .hands import Hands, batched
from .texts import PUT, Texts, credits_of, row_of
from .work import Work

ARTICLES, PAIRS, STORIES = 100, 200, 12  # a chunk
KEPT = 2000  # stories told between two commits
UNFINISHED = "unfinished"


def remake(store: Store, version: str, processes: int = 1, *, anew: bool = False) -> None:
    """Everything from the readings on; ``anew`` even where one that was cut short could go on."""
    hands = Hands(store, processes)
    going_on = f"{UNFINISHED} {version}"
    with store.ledger() as ledger:
        fresh = anew or ledger.setting("made by") != going_on or ledger.one("SELECT 1 FROM changed LIMIT 1") is not None
        if fresh:
            ledger.empty()
            ledger.set("made by", UNFINISHED)
    if fresh:
        for step in (learn, compare, declare, whole_accounts.trace, whole_stories.group):
            with store.ledger() as ledger:
                step(ledger, hands)
        with store.ledger() as ledger:
            ledger.run("DELETE FROM changed")
            ledger.set("made by", going_on)
    while tell_some(store, hands):
        pass
    with store.ledger() as ledger:
        relate(ledger, hands)
        from . import seal

        seal(ledger, version)


# -- texts


def learn(ledger: Ledger, hands: Hands) -> None:
    """What each article is looked up by."""
    ids = ledger.column("SELECT article FROM readings ORDER BY article")
    ledger.many("INSERT OR IGNORE INTO changed (article) VALUES (?)", [(i,) for i in ids])
    counts: dict[tuple[str, str], int] = {}
    for text, credited, called in hands.map(ledger, learnt, ids, ARTICLES):
        ledger.run("INSERT INTO texts (article, digest, sketch, day, vector) VALUES (?, ?, ?, ?, ?)", *text)
        ledger.many("INSERT OR IGNORE INTO credits (kind, name, day, article) VALUES (?, ?, ?, ?)", credited)
        ledger.many("INSERT INTO actors (article, key, name) VALUES (?, ?, ?)", called)
        for _, actor, name in called:
            if name:
                counts[actor, name] = counts.get((actor, name), 0) + 1
    ledger.many(names.COUNT, [(actor, name, n, make_id("actor", actor)) for (actor, name), n in sorted(counts.items())])


def learnt(work: Work, ids: Sequence[str]) -> list[Sequence[Any]]:
    out: list[Sequence[Any]] = []
    for i, article in work.articles(ids).items():
        keys = work.comparer.keys(article.layout)
        out.append((row_of(i, keys, of_layout(article.layout)), credits_of(i, keys), names.rows_of(article)))
    return out


def compare(ledger: Ledger, hands: Hands) -> None:
    """The edges of all texts that share grams enough."""
    first: dict[str, str] = {}
    ids, sketches, pairs = [], [], []
    for i, digest, sketch in ledger.raw.execute("SELECT article, digest, sketch FROM texts ORDER BY article"):
        if digest is not None and first.setdefault(digest, i) != i:
            pairs.append((first[digest], i))
        else:
            ids.append(i)
            sketches.append(np.frombuffer(sketch, dtype=np.uint64))
    for i, grams in zip(ids, sketches, strict=True):
        ledger.many("INSERT INTO grams (gram, article) VALUES (?, ?)", [(g, i) for g in grams.view(np.int64).tolist()])
    pairs += [(ids[a], ids[b]) for a, b in count(sketches)]
    ledger.many(PUT, hands.map(ledger, compared, sorted(pairs), PAIRS))


def compared(work: Work, pairs: Sequence[tuple[str, str]]) -> list[Sequence[Any]]:
    texts = {i: work.comparer.text(layout) for i, layout in work.layouts(i for p in pairs for i in p).items()}
    made = (work.comparer.edge(texts[a], texts[b]) for a, b in pairs)
    return [(e.a, e.b, e.kind, e.of_a, e.of_b, e.shared, e.why) for e in made if e]


def declare(ledger: Ledger, hands: Hands) -> None:
    """Those that may be one account by what they say of themselves."""
    ledger.many(PUT, hands.map(ledger, declared, ledger.column("SELECT article FROM texts ORDER BY day, article"), ARTICLES))


def declared(work: Work, ids: Sequence[str]) -> list[Sequence[Any]]:
    texts = Texts(work)
    return [(a, b, "declared", 0.0, 0.0, 0, "") for a, b in sorted({pair for i in ids for pair in texts.declared(i) if pair[0] == i})]


def families(ledger: Ledger) -> list[tuple[str, ...]]:
    """All families."""
    groups = Groups(ledger.column("SELECT article FROM texts"))
    for a, b in ledger.raw.execute("SELECT a, b FROM edges WHERE kind <> 'partial'"):
        groups.join(a, b)
    return groups.all()


# -- rows


def tell_some(store: Store, hands: Hands) -> bool:
    """Tell some of the stories that wait, and keep them; False where none waits."""
    with store.ledger() as ledger:
        waiting = ledger.column("SELECT story FROM dirty ORDER BY story LIMIT ?", KEPT)
        for story, rows, acts, said in hands.map(ledger, told, waiting, STORIES):
            ledger.put_encoded(rows)
            ledger.many("INSERT OR IGNORE INTO acts (relation, event, story, actor, recipient, month) VALUES (?, ?, ?, ?, ?, ?)", acts)
            ledger.say(story, said)
            ledger.run("DELETE FROM dirty WHERE story = ?", story)
    return len(waiting) == KEPT


def told(work: Work, ids: Sequence[str]) -> list[Sequence[Any]]:
    leads = names.leads(work)
    made = (telling.told(work, s, stories.links(work.ledger, s), leads) for s in ids)
    return [(t.story, [encoded(r) for r in t.rows], [(r, e, t.story, *p) for r, e, p in t.acts], t.notices) for t in made if t]


def relate(ledger: Ledger, hands: Hands) -> None:
    """All relations, and what was collected in each month."""
    work = Work(ledger, tuple(ledger.judgements()))
    ledger.clear("relations")
    done: set[str] = set()
    for chunk in batched(ledger.column("SELECT DISTINCT relation FROM acts ORDER BY relation"), PAIRS):
        wanted = telling.with_judged(work, chunk) - done
        done |= wanted
        ledger.put(telling.related(work, wanted))
    telling.recount(ledger, ledger.column("SELECT DISTINCT month FROM texts WHERE month IS NOT NULL"))
