"""Articles and judgements in, Record out: ``weave(articles, judgements)``. Steps run in the order written here; none looks ahead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..errors import CommuniqueError
from ..model.actor import Actor
from ..model.article import Article
from ..model.casefile import Casefile, Story
from ..model.ids import make_id
from ..model.judgement import Judgement
from ..model.lineage import Lineage, Origin, Vote
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

Hidden = tuple[str, str, str, int]
Step = Callable[[Casefile], Any]
Gather = Callable[[Casefile], Sequence[Row]]
Across = Callable[[Casefile, list[Row]], Sequence[Row]]

STEPS: tuple[tuple[str, Step], ...] = (  # over all articles; each fills the casefile's field of that name
    ("lineage", lambda case: lineage.trace(tuple(case.articles.values()))),
    ("dating", dating.date),
    ("stories", stories.tell),
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
@dataclass(frozen=True, slots=True)
class Known:
    """What a story is told with, besides its own articles: the name that most articles print for each actor, and actors that others were merged into."""

    printed: Mapping[str, str]
    leads: Mapping[str, Actor] = field(default_factory=dict)


def weave(articles: Iterable[Article], judgements: Iterable[Judgement] = ()) -> Record:
    """The record that the articles tell together, the same for any order of arrival."""
    notices: list[Notice] = []
    case = Casefile(articles={a.id: a for a in sorted(articles, key=lambda a: a.id)}, judgements=tuple(judgements))
    case = replace(case, articles=judged.articles(case.articles, case.judgements))
    case = replace(case, lineage=alone(case))
    for name, step in STEPS:
        made = attempt(notices, name, step, case)
        if made is not None:
            filled: dict[str, Any] = {name: made}
            case = replace(case, **filled)
    printed = actors.forms((i, a) for i, article in case.articles.items() for a in actors.actors_of(article))
    known = Known(printed, judged.leads(case.articles, case.judgements, printed))
    rows = [row for share in shares(case) for row in tell(share, known, notices)]
    rows += judged.rows(attempt(notices, "relations", relations.gather, case, sorted(rows, key=_place)) or [], case.judgements, notices)
    notices += [n for a in case.articles.values() for n in a.notices]
    return Record(rows=tuple(sorted(rows, key=_place)), notices=tuple(notices), layouts={i: a.layout for i, a in case.articles.items()})


def _place(r: Row) -> tuple[str, str]:
    return r.list, r.id


def shares(case: Casefile) -> Iterator[Casefile]:
    """One casefile for each story, and one for each article that is in none: what stories tell does not grow with the store."""
    votes: dict[str, list[Vote]] = defaultdict(list)
    hidden: dict[str, list[Hidden]] = defaultdict(list)
    for v in case.lineage.votes:
        votes[v.earlier].append(v)
    for h in case.lineage.hidden:
        hidden[h[1]].append(h)
    lone = tuple(Story(id="", title="", articles=(i,)) for i in case.articles if case.story_of(i) is None)
    for story in (*case.stories, *lone):
        yield share(case, story, [v for i in story.articles for v in votes[i]], [h for i in story.articles for h in hidden[i]])


def share(case: Casefile, story: Story, votes: Iterable[Vote], hidden: Iterable[Hidden]) -> Casefile:
    """The casefile of one story; ``votes`` and ``hidden`` are those on its articles."""
    here = frozenset(story.articles)
    touched = {o.id: o for o in (case.lineage.origin_of(i) for i in story.articles)}
    line = replace(
        case.lineage,
        edges=tuple(e for i in story.articles for e in case.lineage.edges_from(i) if e.b in here),
        origins=tuple(replace(o, articles=tuple(a for a in o.articles if a in here)) for o in touched.values()),
        copy_of={i: case.lineage.copy_of[i] for i in here if case.lineage.copy_of.get(i) in here},
        revises={i: case.lineage.revises[i] for i in here if case.lineage.revises.get(i) in here},
        order={o: tuple(a for a in case.lineage.order[o] if a in here) for o in touched if o in case.lineage.order},
        votes=tuple(sorted(votes, key=lambda v: v.earlier)), hidden=tuple(sorted(hidden)),
    )  # fmt: skip
    return replace(case, articles={i: case.articles[i] for i in sorted(here)}, lineage=line, stories=(story,) if story.id else ())


def tell(case: Casefile, known: Known, notices: list[Notice]) -> list[Row]:
    """The rows of one story: what its articles tell, and the rows of its articles, its origins and itself."""
    found = attempt(notices, "cast", actors.unify, case, known.printed)
    case = replace(case, cast=found or {})
    case = replace(case, cast=judged.cast(case, known.leads))
    rows: list[Row] = []
    for name, gather in LISTS:
        rows += attempt(notices, name, gather, case) or []
    rows = judged.rows(rows, case.judgements, notices)
    for name, find in ACROSS:
        rows += judged.rows(attempt(notices, name, find, case, rows) or [], case.judgements, notices)
    return rows + judged.rows(attempt(notices, "articles", article_rows.gather, case, rows) or [], case.judgements, notices)


def attempt(notices: list[Notice], name: str, step: Callable[..., Any], *given: Any) -> Any:
    """What a step makes; None, and a notice, where it fails."""
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
