"""`communique search WORDS` over sentences, and `communique sql QUERY` over the lists."""

from __future__ import annotations

from typing import Any

import click

from ..exports import csv_, listing_text
from ..exports.brief_text import safe
from ..model.record import Record
from ..stores import read_only
from ..stores.base import Found
from ..views.lines import Cite, Line
from . import desk, say
from .forms import as_data


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@desk.as_json
@click.pass_obj
def search(db: str, words: tuple[str, ...], limit: int, as_json: bool) -> int:
    """Sentences that hold all the WORDS: "in quotes" together, word* by its beginning; with the rows that rest on them."""
    with desk.opened(db) as room:
        room.refresh()
        found = room.store.search(" ".join(words), limit)
        record = room.store.record({f.story for f in found if f.story}, lists=("articles",))
    if as_json:
        say.as_json([_plain(f) for f in found])
    elif found:
        say.data(listing_text.render([_line(record, f) for f in found], desk.width()))
    return say.DONE if found else say.fail("nothing found; give fewer words, or the beginning of one as word*", say.NOTHING)


def _plain(f: Found) -> dict[str, Any]:
    p = f.sentence
    return {"article": p.article, "start": p.start, "end": p.end, "text": p.text, "story": f.story, "rows": [{"list": a, "id": b} for a, b in f.rows]}


def _line(record: Record, f: Found) -> Line:
    row = next(iter(record.of_ids("articles", [f.sentence.article])), None)
    outlet = str((row.get("outlet") or row.get("source")) if row else f.sentence.article)
    cite = Cite(number=1, article=f.sentence.article, origin="", origin_name=outlet, words=f.sentence.text, start=f.sentence.start, end=f.sentence.end)
    rows = ", ".join(f"{name} {i}" for name, i in f.rows if name != "times")
    return Line(row=f.story or "", head=outlet, words=" ".join(cite.words.split()), note=rows)


@click.command()
@click.argument("query")
@click.option("--csv", "form", flag_value="csv")
@click.option("--jsonl", "form", flag_value="jsonl")
@click.option("--json", "form", flag_value="json")
@click.pass_obj
def sql(db: str, query: str, form: str | None) -> int:
    """Ask the lists in SQL, reading only: SELECT speaker, words FROM statements. Views and columns: docs/sql.md."""
    with desk.opened(db) as room:
        room.refresh()
    columns, found = read_only(db, query)
    rows = [dict(zip(columns, r, strict=True)) for r in found]
    if form:
        say.data(as_data(rows, form) if form != "csv" else csv_.table(columns, found))
    else:
        say.data("\n".join("\t".join("" if v is None else safe(" ".join(str(v).split())) for v in r) for r in [columns, *found]))
    return say.DONE if rows else say.NOTHING
