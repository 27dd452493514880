"""A casefile in, its rows of ``figures`` out: each quantity and what it counts, with every passage of the story that carries exactly that.

Rows with the same ``same`` tell how many there are of one thing: where their values differ, accounts differ.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from ..model.actor import Actor
from ..model.article import Article
from ..model.casefile import Casefile
from ..model.figures import FigureReading
from ..model.ids import make_id
from ..model.record import Row
from ..model.statements import StatementReading
from .same.figures import thing

Placed = tuple[str, Article, FigureReading]  # scope (story or article), article, reading


def gather(casefile: Casefile) -> list[Row]:
    """Rows by story, value and counted thing."""
    groups: dict[tuple[object, ...], list[Placed]] = defaultdict(list)
    smallest: dict[tuple[object, ...], str] = {}
    for i, article in casefile.articles.items():
        story = casefile.story_of(i)
        scope = story.id if story else i
        for r in article.figures:
            key = (scope, *thing(r))
            smallest[key] = min(smallest.get(key, r.id), r.id)
            groups[(key, r.value, r.least, r.most, None if r.sort == "count" else r.unit, r.precision)].append((scope, article, r))
    return [row(casefile, members, make_id("figure", "same", smallest[key[0]])) for key, members in groups.items()]  # type: ignore[index]


def row(casefile: Casefile, members: list[Placed], same: str) -> Row:
    """One row of all the readings that carry one value for one thing."""
    readings = [r for _, _, r in members]
    first = min(readings, key=lambda r: r.passage.key())
    story = casefile.story_of(first.passage.article)
    voices = [voice(casefile, a, r) for _, a, r in members]
    moments = {m.value for r in readings if r.when and (m := casefile.dating.moments.get(r.when))}
    bases = Counter(b for _, b in voices)
    speakers = tuple({s.key: s for s, _ in voices if s is not None}.values())
    return Row(
        list="figures", id=make_id("figure", min(r.id for r in readings)), story=story.id if story else None,
        evidence=tuple(sorted(r.passage for r in readings)),
        slots={
            "value": first.value, "min": first.least, "max": first.most, "unit": first.unit, "counts": common([r.counts for r in readings]),
            "of": first.of, "precision": first.precision,
            "kind": first.sort, "when": moments.pop() if len(moments) == 1 else None, "as_written": first.passage.text, "same": same,
            "basis": bases.most_common(1)[0][0] if bases else "not said", "speakers": speakers,
        },
    )  # fmt: skip


def common(words: list[str]) -> str:
    """The wording most of the passages have; of equals the longest, then the first of the alphabet."""
    return min(Counter(words).items(), key=lambda x: (-x[1], -len(x[0]), x[0]))[0]


def voice(casefile: Casefile, article: Article, r: FigureReading) -> tuple[Actor | None, str]:
    """Who gives the figure, where it stands in a statement, and what that rests on."""
    told = [s for s in article.statements if isinstance(s, StatementReading) and any(c.covers(r.passage) for c in s.content)]
    if not told:
        return None, "not said"
    inner = min(told, key=lambda s: sum(c.end - c.start for c in s.content))
    return (casefile.actor(article.id, inner.speaker) if inner.speaker else None), inner.basis
