"""Stories in, their rows out: what a story tells is made from its own articles, the lineage of their families, and the names that all articles print."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model.actor import Actor
from ..model.casefile import Casefile
from ..model.notice import Notice
from ..model.record import Row
from ..records import Known, attempt, dating, judged, relations, share, tell
from ..records.actors import actors_of
from ..records.relations import Pair, relation_id
from ..records.stories import Links, story
from ..stores.ledger import Ledger
from . import names
from .accounts import told_of
from .work import Work, joined, written_of


@dataclass(frozen=True, slots=True)
class Told:
    """One story's rows, the relations its events are part of, and what was said in making it."""

    story: str
    rows: tuple[Row, ...]
    acts: tuple[tuple[str, str, Pair], ...]  # relation, event, and the pair with its month
    notices: tuple[Notice, ...]


def told(work: Work, story_id: str, links: Links, leads: Mapping[str, Actor]) -> Told | None:
    """None where the story is no more."""
    units = work.ledger.all("SELECT members, told FROM units WHERE story = ? ORDER BY unit", story_id)
    if not units:
        return None
    members = sorted(i for m, _ in units for i in json.loads(m))
    case = _case(work, members)
    made = story(case, members, [told_of(t) for _, t in units], links)
    here = set(members)
    line = case.lineage
    case = share(case, made, [v for v in line.votes if v.earlier in here], [h for h in line.hidden if h[1] in here])
    printed = names.printed(work.ledger, {a.key for i in members for a in actors_of(case.articles[i])})
    said: list[Notice] = []
    rows = tell(case, Known(printed, leads), said)
    acts = [(relation_id(p), r.id, p) for r in rows for p in attempt(said, "relations", relations.acts, case, r) or []]
    return Told(story_id, tuple(rows), tuple(acts), (*said, *(n for i in members for n in case.articles[i].notices)))


def _case(work: Work, members: Sequence[str]) -> Casefile:
    """The articles of a story with the lineage and the days that are known of them."""
    families = dict.fromkeys(work.family(i) for i in members)
    articles = work.articles(members)
    case = Casefile(articles=articles, judgements=work.judgements, lineage=joined(work.lineage(f) for f in families))
    return Casefile(articles=articles, judgements=work.judgements, lineage=case.lineage, dating=dating.bind(case, written_of(work.ledger, articles)))


def put(ledger: Ledger, made: Told) -> None:
    """A story's rows into the record; its old ones are out already."""
    ledger.put(made.rows)
    rows = [(r, e, made.story, *p) for r, e, p in made.acts]
    ledger.many("INSERT OR IGNORE INTO acts (relation, event, story, actor, recipient, month) VALUES (?, ?, ?, ?, ?, ?)", rows)
    ledger.say(made.story, made.notices)


def relate(work: Work, relation_ids: Iterable[str]) -> None:
    """Make these relations again from the events that are part of them, and those that a person joined with them."""
    ledger = work.ledger
    wanted = with_judged(work, relation_ids)
    ledger.drop("relations", wanted)
    ledger.put(related(work, wanted))


def related(work: Work, wanted: Iterable[str]) -> list[Row]:
    """Those relations, as people judged them."""
    ledger, rows = work.ledger, []
    for i in sorted(wanted):
        parts = ledger.all("SELECT event, actor, recipient, month FROM acts WHERE relation = ?", i)
        if parts:
            events = ledger.rows("events", [e for e, *_ in parts])
            _, a, b, month = parts[0]
            rows.append(relations.relation((a, b, month), events, collected(ledger, month)))
    return judged.rows(rows, work.judgements)


def with_judged(work: Work, ids: Iterable[str]) -> set[str]:
    """The ids and all that a judgement names together with one of them."""
    out = set(ids)
    groups = [set(j.about) for j in work.judgements]
    while True:
        more = set().union(*(g for g in groups if g & out)) - out
        if not more:
            return out
        out |= more


def collected(ledger: Ledger, month: str) -> tuple[int, int]:
    """How many articles and origins were written in a month."""
    articles, origins = ledger.all("SELECT count(*), count(DISTINCT unit) FROM texts WHERE month = ?", month)[0]
    return int(articles), int(origins)


def recount(ledger: Ledger, months: Iterable[str]) -> None:
    """What was collected in these months, which every relation of theirs shows."""
    rows = [(m, *collected(ledger, m)) for m in months]
    ledger.many("INSERT OR REPLACE INTO months (month, articles, origins) VALUES (?, ?, ?)", rows)


def links_told(ledger: Ledger, story_id: str) -> set[tuple[str, str]]:
    """The links that a story's row tells."""
    body = ledger.one("SELECT json_extract(body, '$.slots.related') FROM rows WHERE list = 'stories' AND id = ?", story_id)
    return {(link["relation"], link["story"]) for link in json.loads(body or "[]")}


def relink(ledger: Ledger, story_id: str, links: Links) -> None:
    """The links of a story that is else as it was."""
    body = ledger.one("SELECT body FROM rows WHERE list = 'stories' AND id = ?", story_id)
    if body is None:
        return
    row = json.loads(body)
    row["slots"]["related"] = [{"relation": relation, "story": other} for relation, other in links]
    now = json.dumps(row, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    if now != body:
        ledger.run("UPDATE rows SET body = ? WHERE list = 'stories' AND id = ?", now, story_id)


