"""Rows of figures in, where accounts count one thing differently out.

Rows with one ``same`` count one thing. Whatever a span, a unit, a rounding or a later day can reconcile is compatible.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from ...model.actor import Actor
from ...model.casefile import Casefile
from ...model.record import Row
from . import context
from .amounts import Span, rounded, span
from .remarks import of_one_remark
from .rows import Version, row

MANY = 3  # origins that must agree against one, for the one to be a slip
SMALL = 1000  # a flat count of people under it is meant to the last one
TALKS = "length of the talks"
KINDS = frozenset({"count", "money", "percent", "measure", "duration"})
GROWS = re.compile(r"\b(?:kill|dead|die|death|injur|wound|missing|displac|evacuat|arrest|detain|toll|lives|casualt|fled|flee)")
CONVERTED = 0.02  # a converted value is no further off
MEETING = re.compile(r"\b(?:talks|summit|meeting|negotiations|conversation|call)\b", re.IGNORECASE)
PART = re.compile(r"\b(?:small|expanded|one-on-one|restricted|narrow|plenary|dinner|lunch|first|second|before|after|private|closed)\b", re.IGNORECASE)


def find(case: Casefile, rows: Sequence[Row]) -> list[Row]:
    groups: dict[tuple[str, str], list[Row]] = {}
    for r in rows:
        if r.list == "figures" and r.get("kind") in KINDS and span(r):
            groups.setdefault((r.story or "", _thing(r)), []).append(r)
    out = []
    alike = [g for _, whole in sorted(groups.items()) for g in _talks_apart(whole)]
    for members in (*alike, *of_one_remark(rows)):
        made = _differ(case, members, rows) if len(members) > 1 else None
        if made:
            out.append(made)
    return out


def _thing(r: Row) -> str:
    """What is counted; how long talks lasted is one thing, whatever each account calls them."""
    counts = str(r.get("counts") or "")
    if r.get("kind") == "duration" and r.get("unit") in ("hour", "minute") and MEETING.search(counts) and not PART.search(counts):
        return TALKS
    return str(r.get("same"))


def _talks_apart(members: list[Row]) -> list[list[Row]]:
    """Where an article tells of two talks: those of one name by themselves, where no length is found under the other's name."""
    spans = {r.id: s for r in members if (s := span(r))}
    if _thing(members[0]) != TALKS or not _two_things(members, spans):
        return [members]
    named: dict[str, list[Row]] = {}
    for r in members:
        named.setdefault(str(r.get("same")), []).append(r)
    mixed = any(a.get("same") != b.get("same") and _meet(a, b, spans) for a, b in combinations(members, 2))
    return [] if mixed else [g for _, g in sorted(named.items())]


def _differ(case: Casefile, members: Sequence[Row], rows: Sequence[Row]) -> Row | None:
    spans = {r.id: s for r in members if (s := span(r))}
    members = sorted((r for r in members if r.id in spans), key=lambda r: (spans[r.id].low, spans[r.id].high, r.id))
    if len({s.unit for s in spans.values()}) > 1 or _two_things(members, spans):
        return None
    versions = _versions(members, spans, rows)
    if len(versions) < 2:
        return None
    verdict, why = _judge(case, members, spans)
    if verdict == "nothing":
        return None
    fullest = max(members, key=lambda r: (len(_origins(case, r)), len(r.evidence), r.id))
    return row(case, on=_on(fullest), kind="figure", verdict=verdict, versions=versions, why=why, about=[r.id for r in members])


def _on(r: Row) -> str:
    thing = _thing(r)
    if thing != str(r.get("same")):
        return thing
    return f"how many {r.get('counts')}" if r.get("kind") == "count" else str(r.get("counts"))


def _two_things(members: Sequence[Row], spans: dict[str, Span]) -> bool:
    """Whether one article itself has two values that cannot both hold: then they count two things."""
    return any(_articles(a) & _articles(b) and not _meet(a, b, spans) for a, b in combinations(members, 2))


def _meet(a: Row, b: Row, spans: dict[str, Span]) -> bool:
    """Whether both can hold; one value written in two units is one: 817 km (508 miles)."""
    x, y = spans[a.id], spans[b.id]
    return x.meets(y) or (a.get("unit") != b.get("unit") and x.flat and y.flat and abs(x.low - y.low) <= CONVERTED * max(abs(x.low), abs(y.low)))


def _articles(r: Row) -> set[str]:
    return {p.article for p in r.evidence}


def _versions(members: Sequence[Row], spans: dict[str, Span], rows: Sequence[Row]) -> list[Version]:
    """Rows of one value are one version, whatever they call what they count."""
    groups: dict[tuple[float, float, bool], list[Row]] = {}
    for r in members:
        s = spans[r.id]
        key = next((k for k, rs in groups.items() if s.flat and spans[rs[0].id].flat and _meet(rs[0], r, spans)), (s.low, s.high, s.flat))
        groups.setdefault(key, []).append(r)
    return [Version(_told(rs[0], rows), tuple(p for r in rs for p in r.evidence)) for rs in groups.values()]


def _told(r: Row, rows: Sequence[Row]) -> str:
    """The value in words, with the parts that the account gives of it: "183 workers, among them 136 Koreans"."""
    precision = str(r.get("precision"))
    written = str(r.get("as_written"))
    words = f"between {written}" if _two_ends(r, written) else written if precision == "exact" else f"{precision} {written}"
    parts = [p for p in rows if p.list == "figures" and p.get("of") and _same_words(str(p.get("of")), written) and _articles(p) & _articles(r)]
    return words + "".join(f", among them {p.get('as_written')}" for p in sorted(parts, key=lambda p: p.id))


def _two_ends(r: Row, written: str) -> bool:
    """Whether the words are the two ends of a range that "between" stands before in the article."""
    return " and " in written and r.get("min") is not None and r.get("max") is not None and not written.lower().startswith(("between", "from"))


def _same_words(a: str, b: str) -> bool:
    return a.strip().lower() == b.strip().lower()


def _judge(case: Casefile, members: Sequence[Row], spans: dict[str, Span]) -> tuple[str, str]:
    """The class, and a plain line why."""
    clashes = [(a, b) for a, b in combinations(members, 2) if not _meet(a, b, spans) and not context.two_doers(case, a, b)]
    if not clashes:
        return "compatible", "the values meet as precise as they are stated"
    hard = [(a, b) for a, b in clashes if not _by_rounding(a, b, spans)]
    if not hard:
        return "compatible", "one value is the other with fewer digits"
    sure = [(a, b) for a, b in hard if context.one_thing(case, a, b, talks=_thing(a) == TALKS)]
    if not sure:
        return "nothing", "they may well count two things"
    across = [(a, b) for a, b in sure if not _origins(case, a) & _origins(case, b)]
    if not across:
        return "revision", "one origin changed the value"
    across = [(a, b) for a, b in across if not _other_moment(case, a, b, spans)]
    if not across:
        return "compatible", "the values are of different moments"
    if all(_voices(a) and _voices(b) and not _voices(a) & _voices(b) for a, b in across):
        return "position", "those who say it differ"
    alone = _alone(case, members, spans)
    if alone:
        return "slip", f"{alone} stands alone against {MANY} origins or more"
    return "conflict", "the values exclude each other"


def _by_rounding(a: Row, b: Row, spans: dict[str, Span]) -> bool:
    exact = a.get("kind") == "count" and max(spans[a.id].low, spans[b.id].low) < SMALL
    return not exact and rounded(spans[a.id], spans[b.id])


def _origins(case: Casefile, r: Row) -> set[str]:
    return {case.origin(i) for i in _articles(r)}


def _other_moment(case: Casefile, a: Row, b: Row, spans: dict[str, Span]) -> bool:
    """Whether the two tell of different times: they say so, or a toll has grown from one day to a later one."""
    if context.ahead(case, a) != context.ahead(case, b):
        return True
    when = [str(r.get("when"))[:4] for r in (a, b) if r.get("when")]
    if len(when) == 2 and when[0] != when[1]:
        return True
    if not (GROWS.search(str(a.get("counts"))) and GROWS.search(str(b.get("counts")))):
        return False
    days = [[w.day for i in _articles(r) if (w := case.dating.written.get(i)) and w.day] for r in (a, b)]
    if not days[0] or not days[1]:
        return False
    smaller, larger = (days[0], days[1]) if spans[a.id].low < spans[b.id].low else (days[1], days[0])
    return max(smaller) < min(larger)


def _voices(r: Row) -> set[str]:
    """Persons and states to whom the row gives the figure."""
    speakers = r.get("speakers")
    return {s.key for s in speakers if isinstance(s, Actor) and s.kind in ("person", "state", "organisation")} if isinstance(speakers, tuple) else set()


def _alone(case: Casefile, members: Sequence[Row], spans: dict[str, Span]) -> str | None:
    """The value that only one origin has, where all others agree with each other and there are several."""
    for r in members:
        others = [o for o in members if not spans[o.id].meets(spans[r.id])]
        agree = all(spans[x.id].meets(spans[y.id]) for x, y in combinations(others, 2))
        backing = set().union(*(_origins(case, o) for o in others)) if others else set()
        if agree and len(_origins(case, r)) == 1 and len(backing - _origins(case, r)) >= MANY:
            return str(r.get("as_written"))
    return None
