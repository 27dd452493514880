"""A story's shelf in, its accounts out: how many are independent, which is a version or a copy of which, and the list of sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from ...model.record import Row, Value
from ..lines import Line, Section
from ..shelf import Shelf, counted, in_order, many, text_of
from .page import Source

ORIGINS, ARTICLES, PAIRS, BASES = 14, 6, 3, 4  # that stand on a page


def accounts(shelf: Shelf) -> Section:
    """One line for each origin, with its articles in order."""
    rows = sorted(shelf.origins.values(), key=lambda o: (-len(many(o.get("articles"))), o.id))
    title = f"{counted(len(shelf.articles), 'article')}, {counted(len(rows), 'independent account')}"
    remark = "Independent accounts may still rest on one news conference." if len(rows) > 1 else ""
    return Section(key="accounts", title=title, lines=tuple(_account(shelf, o) for o in rows[:ORIGINS]), left_out=max(0, len(rows) - ORIGINS), remark=remark)


def account(shelf: Shelf, origin: Row) -> Line:
    """An origin with all its articles."""
    ids = [a for a in in_order(origin) if a in shelf.articles]
    notes = [*_joined_by(origin, shelf), _basis(shelf, set(ids)), _order(origin, shelf) if len(ids) > 1 else ""]
    sides = tuple(_article(shelf, a) for a in ids)
    return Line(row=origin.id, head=shelf.origin_name(origin.id), note="; ".join(filter(None, notes)), origins=1, sides=sides)


def _basis(shelf: Shelf, ids: set[str]) -> str:
    """What the account's rows rest on as far as they say, the most frequent first."""
    told = (text_of(r.get("basis")) for r in shelf.rows if {p.article for p in r.evidence} & ids)
    found = Counter(b for b in told if b and b != "not said")
    return f"rests in part on: {', '.join(sorted(found, key=lambda b: (-found[b], b))[:BASES])}" if found else ""


def _account(shelf: Shelf, origin: Row) -> Line:
    """The same as it stands on a page: of many copies the first few."""
    whole = account(shelf, origin)
    more = len(whole.sides) - ARTICLES
    note = "; ".join(filter(None, (whole.note, f"{counted(more, 'more article')} of it not shown" if more > 0 else "")))
    return replace(whole, sides=whole.sides[:ARTICLES], note=note)


def _joined_by(origin: Row, shelf: Shelf) -> list[str]:
    """What the texts declare, then how much pairs of them share."""
    edges = [e for e in many(origin.get("edges")) if isinstance(e, Mapping)]
    reasons = [_reason(text_of(w)) for w in many(origin.get("why"))]
    told = [r for r in reasons if r and not (edges and "five-word runs" in r)]
    shared = [(max(_share(e, "of_a"), _share(e, "of_b")), shelf.numbers.get(str(e.get("a")), 0), shelf.numbers.get(str(e.get("b")), 0)) for e in edges]
    pairs = [f"[{min(a, b)}] and [{max(a, b)}] share {share:.0%}" for share, a, b in sorted(shared, reverse=True)[:PAIRS] if a and b]
    return told + ([f"{', '.join(pairs)} of their five-word runs"] if pairs else [])


def _reason(why: str) -> str:
    """``declared: 2 of 3 articles credit it -> 2 of 3 articles credit it``; of a single article that it does so goes without saying."""
    words = why.removeprefix("declared: ")
    return "" if words.startswith("1 of 1 articles") else words


def _share(edge: Mapping[str, Value], side: str) -> float:
    value = edge.get(side)
    return float(value) if isinstance(value, int | float) else 0.0


def _order(origin: Row, shelf: Shelf) -> str:
    order = [str(a) for a in many(origin.get("order"))]
    if not order:
        return "order of writing unknown"
    return "order of writing: " + ", then ".join(f"[{shelf.numbers.get(a, 0)}]" for a in order)


def _article(shelf: Shelf, article: str) -> Line:
    row = shelf.articles[article]
    return Line(row=article, head=f"[{shelf.numbers[article]}] {shelf.label(article)}", note="; ".join(filter(None, (relation(shelf, row), dates(row)))))


def relation(shelf: Shelf, row: Row) -> str:
    """What the article is to another: "revises [2], shares 55 % of its words"."""
    for key, verb in (("copy_of", "copy of"), ("revises", "later version of")):
        other = row.get(key)
        if other:
            shared = row.get("shared")
            share = f" ({float(shared):.0%} of its words are there)" if isinstance(shared, int | float) else ""
            return f"{verb} [{shelf.numbers.get(str(other), 0)}]{share}"
    return ""


def dates(row: Row) -> str:
    """The days an article gives for itself, and the day its text shows where that differs."""
    said = text_of(row.get("published"))[:16].replace("T", " ", 1)
    written = row.get("written_about")
    day = text_of(written)
    if not day:
        return f"dated {said}" if said else "undated"
    if not said:
        return f"undated; its account shows {day}"
    return f"dated {said}" if said[:10] == day[:10] else f"headed {said}, but its own text shows {day}"


def sources(shelf: Shelf) -> tuple[Source, ...]:
    """The numbered list at the end of the page."""
    return tuple(_source(shelf, n, shelf.articles[a]) for a, n in sorted(shelf.numbers.items(), key=lambda x: x[1]))


def _source(shelf: Shelf, number: int, row: Row) -> Source:
    complete, label, origin = row.get("complete"), shelf.label(row.id), shelf.origin_name(str(row.get("origin")))
    return Source(
        number=number, article=row.id, label=label, title=text_of(row.get("title")), origin_name=origin,
        source=text_of(row.get("source")).rsplit("/", 1)[-1], url=text_of(row.get("url")) or None, dates=dates(row), relation=relation(shelf, row),
        complete="cut" if complete is False else "complete" if complete is True else "not known whether complete",
    )  # fmt: skip
