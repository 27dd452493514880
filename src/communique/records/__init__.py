"""Articles and judgements in, Record out: ``weave(articles, judgements)``. Steps run in the order written here; none looks ahead."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from ..errors import CommuniqueError
from ..model.article import Article
from ..model.casefile import Casefile, Story
from ..model.ids import make_id
from ..model.judgement import Judgement
from ..model.lineage import Lineage, Origin
from ..model.notice import Notice
from ..model.record import Record, Row
from . import judged

STEPS = (("lineage", "trace", "lineage"), ("dating", "date", "dating"), ("stories", "tell", "stories"), ("actors", "unify", "cast"))
LISTS = ("times", "figures", "statements", "meetings", "commitments", "disputes", "frameworks", "assessments", "events")
ACROSS = (("disagreements", "find"), ("changes", "find"), ("absences", "find"))  # within a story
LAST = (("relations", "gather"), ("articles", "gather"))  # over all stories


def _door(room: str, name: str) -> Callable[..., Any] | None:
    """A step whose file is there (the rooms are being furnished: None where it is not yet)."""
    if importlib.util.find_spec(f"{__name__}.{room}") is None:
        return None
    return getattr(importlib.import_module(f"{__name__}.{room}"), name, None)


def weave(articles: Iterable[Article], judgements: Iterable[Judgement] = ()) -> Record:
    """The record that the articles tell together, the same for any order of arrival."""
    notices: list[Notice] = []
    case = Casefile(articles={a.id: a for a in sorted(articles, key=lambda a: a.id)}, judgements=tuple(judgements))
    case = replace(case, articles=judged.articles(case.articles, case.judgements), lineage=alone(case))
    for room, name, slot in STEPS:
        made = _try(notices, room, name, tuple(case.articles.values()) if room == "lineage" else case)
        if made is not None:
            case = replace(case, **{slot: made})
    case = replace(case, cast=judged.cast(case.cast, case.judgements))
    rows = sorted((row for share in shares(case) for row in _tell(share, notices)), key=lambda r: (r.list, r.id))
    for room, name in LAST:
        rows += judged.rows(_try(notices, room, name, case, rows) or [], case.judgements)
    if not any(r.list == "articles" for r in rows):
        rows += plain(case)
    notices += [n for a in case.articles.values() for n in a.notices]
    in_order = sorted(rows, key=lambda r: (r.list, r.id))
    return Record(rows=tuple(in_order), notices=tuple(notices), layouts={i: a.layout for i, a in case.articles.items()})


def shares(case: Casefile) -> Iterator[Casefile]:
    """One casefile for each story, and one for each article that is in none: what stories tell does not grow with the store."""
    lone = tuple(Story(id="", title="", articles=(i,)) for i in case.articles if case.story_of(i) is None)
    for story in (*case.stories, *lone):
        here = frozenset(story.articles)
        touched = {o.id: o for o in (case.lineage.origin_of(i) for i in story.articles)}
        line = replace(
            case.lineage,
            edges=tuple(e for i in story.articles for e in case.lineage.edges_from(i) if e.b in here),
            origins=tuple(replace(o, articles=tuple(a for a in o.articles if a in here)) for o in touched.values()),
            copy_of={i: case.lineage.copy_of[i] for i in here if case.lineage.copy_of.get(i) in here},
            revises={i: case.lineage.revises[i] for i in here if case.lineage.revises.get(i) in here},
            order={o: tuple(a for a in case.lineage.order[o] if a in here) for o in touched if o in case.lineage.order},
        )
        yield replace(case, articles={i: case.articles[i] for i in sorted(here)}, lineage=line, stories=(story,) if story.id else ())


def _tell(case: Casefile, notices: list[Notice]) -> list[Row]:
    """The rows of one story."""
    rows: list[Row] = []
    for room in LISTS:
        rows += _try(notices, room, "gather", case) or []
    rows = judged.rows(rows, case.judgements)
    for room, name in ACROSS:
        rows += judged.rows(_try(notices, room, name, case, rows) or [], case.judgements)
    return rows


def _try(notices: list[Notice], room: str, name: str, *given: Any) -> Any:
    try:
        door = _door(room, name)
        return door(*given) if door else None
    except CommuniqueError:
        raise
    except Exception as e:  # noqa: BLE001  a step's fault must not take the record with it; the test over the sample fails on the notice
        notices.append(Notice("record", f"step {room}.{name} failed: {type(e).__name__}: {e}", "report it", skipped=False))
        return None


def alone(case: Casefile) -> Lineage:
    """Each article an origin of its own: what holds until lineage has looked."""
    return Lineage(origins=tuple(Origin(id=make_id("origin", i), name=None, articles=(i,)) for i in case.articles))


def plain(case: Casefile) -> list[Row]:
    """Bare rows of articles, origins and stories."""
    rows = [Row(list="stories", id=s.id, slots={"title": s.title, "from": s.first, "to": s.last, "articles": s.articles}) for s in case.stories]
    for o in case.lineage.origins:
        rows.append(Row(list="origins", id=o.id, slots={"name": o.name, "articles": o.articles, "second_hand": o.second_hand, "via": o.via, "why": o.why}))
    for i, a in case.articles.items():
        d, story = a.document, case.story_of(i)
        slots: dict[str, Any] = {"source": d.source, "url": d.url, "outlet": d.outlet, "title": d.title, "origin": case.origin(i)}
        slots |= {"copy_of": case.lineage.copy_of.get(i), "revises": case.lineage.revises.get(i), "shared": case.lineage.taken.get(i)}
        slots["furniture"] = tuple({"start": f.start, "end": f.end, "kind": f.kind} for f in a.layout.furniture)
        rows.append(Row(list="articles", id=i, story=story.id if story else None, slots=slots))
    return rows
