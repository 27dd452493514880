"""Articles and judgements in, Record out: ``weave(articles, judgements)``. Steps run in the order written here; none looks ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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
from . import (
    absences,
    actors,
    assessments,
    changes,
    commitments,
    dating,
    disagreements,
    disputes,
    events,
    figures,
    frameworks,
    judged,
    lineage,
    meetings,
    relations,
    statements,
    stories,
    times,
)
from . import articles as article_rows

Step = Callable[[Casefile], Any]
Gather = Callable[[Casefile], Sequence[Row]]
Across = Callable[[Casefile, list[Row]], Sequence[Row]]

STEPS: tuple[tuple[str, Step], ...] = (  # each fills the casefile's field of that name
    ("lineage", lambda case: lineage.trace(tuple(case.articles.values()))),
    ("dating", dating.date),
    ("stories", stories.tell),
    ("cast", actors.unify),
)
LISTS: tuple[tuple[str, Gather], ...] = (
    ("times", times.gather),
    ("figures", figures.gather),
    ("statements", statements.gather),
    ("meetings", meetings.gather),
    ("commitments", commitments.gather),
    ("disputes", disputes.gather),
    ("frameworks", frameworks.gather),
    ("assessments", assessments.gather),
    ("events", events.gather),
)
ACROSS: tuple[tuple[str, Across], ...] = (  # within a story
    ("disagreements", disagreements.find),
    ("changes", changes.find),
    ("absences", absences.find),
)
LAST: tuple[tuple[str, Across], ...] = (("relations", relations.gather), ("articles", article_rows.gather))  # over all stories


def weave(articles: Iterable[Article], judgements: Iterable[Judgement] = ()) -> Record:
    """The record that the articles tell together, the same for any order of arrival."""
    notices: list[Notice] = []
    case = Casefile(articles={a.id: a for a in sorted(articles, key=lambda a: a.id)}, judgements=tuple(judgements))
    case = replace(case, articles=judged.articles(case.articles, case.judgements), lineage=alone(case))
    for name, step in STEPS:
        made = _try(notices, name, step, case)
        if made is not None:
            filled: dict[str, Any] = {name: made}
            case = replace(case, **filled)
    case = replace(case, cast=judged.cast(case.cast, case.judgements))
    rows = sorted((row for share in shares(case) for row in _tell(share, notices)), key=lambda r: (r.list, r.id))
    for name, find in LAST:
        rows += judged.rows(_try(notices, name, find, case, rows) or [], case.judgements)
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
    for name, gather in LISTS:
        rows += _try(notices, name, gather, case) or []
    rows = judged.rows(rows, case.judgements)
    for name, find in ACROSS:
        rows += judged.rows(_try(notices, name, find, case, rows) or [], case.judgements)
    return rows


def _try(notices: list[Notice], name: str, step: Callable[..., Any], *given: Any) -> Any:
    try:
        return step(*given)
    except CommuniqueError:
        raise
    except Exception as e:  # noqa: BLE001  a step's fault must not take the record with it; the test over the sample fails on the notice
        notices.append(Notice("record", f"step {name} failed: {type(e).__name__}: {e}", "report it"))
        return None


def alone(case: Casefile) -> Lineage:
    """Each article an origin of its own: what holds until lineage has looked."""
    return Lineage(origins=tuple(Origin(id=make_id("origin", i), name=None, articles=(i,)) for i in case.articles))
