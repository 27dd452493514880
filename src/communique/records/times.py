"""A casefile in, its rows of ``times`` out: every temporal expression with the calendar time that dating bound it to."""

from __future__ import annotations

from ..model.casefile import Casefile
from ..model.ids import make_id
from ..model.record import Row


def gather(casefile: Casefile) -> list[Row]:
    """One row an expression; ``value`` is null where the day of writing is unknown."""
    rows = []
    for i, article in casefile.articles.items():
        story = casefile.story_of(i)
        for t in article.times:
            moment = casefile.dating.moments.get(t.id)
            rows.append(
                Row(
                    list="times", id=make_id("time", t.id), story=story.id if story else None, evidence=(t.passage,),
                    slots={
                        "value": moment.value if moment else t.value, "from": moment.first if moment else t.first, "to": moment.last if moment else t.last,
                        "kind": t.sort, "rule": t.rule, "anchor": t.anchor, "as_written": t.passage.text, "expression": t.expression,
                    },
                )
            )  # fmt: skip
    return rows
