"""`communique pair A B`, `timeline`, `compare A B`, `diff A B`: chronologies and things side by side."""

from __future__ import annotations

from dataclasses import asdict

import click

from ..errors import UsageError
from ..exports import answers_text
from ..model.record import Record, Row
from ..views import compare as compare_view
from ..views import diff as diff_view
from ..views import listing
from ..views import pair as pair_view
from ..views import timeline as timeline_view
from . import desk, say

known_by = click.option("--known-by", metavar="DATE", help="Only what was written by that day.")


@click.command()
@click.argument("a")
@click.argument("b")
@known_by
@desk.as_json
@click.pass_obj
def pair(db: str, a: str, b: str, known_by: str | None, as_json: bool) -> int:
    """The record of two states (names or ISO codes): last met, ahead, agreed, wanted, disputed, day by day."""
    record = desk.record_of(db)
    found = pair_view.make(record, state(record, a), state(record, b), known_by)
    say.as_json(asdict(found)) if as_json else say.data(answers_text.pair(found, desk.width()))
    return say.DONE if found.chronology or found.undated else say.NOTHING


@click.command()
@click.argument("states", nargs=-1)
@desk.of_story
@known_by
@desk.as_json
@click.pass_obj
def timeline(db: str, states: tuple[str, ...], story: str | None, known_by: str | None, as_json: bool) -> int:
    """What happened, day by day: all, of one story, or what names all these STATES."""
    record = desk.record_of(db, story)
    entries = timeline_view.make(record, states=frozenset(state(record, s) for s in states), known_by=known_by)
    say.as_json([asdict(e) for e in entries]) if as_json else say.data(answers_text.chronology(entries, desk.width()))
    return say.DONE if entries else say.NOTHING


@click.command()
@click.argument("a")
@click.argument("b")
@desk.as_json
@click.pass_obj
def compare(db: str, a: str, b: str, as_json: bool) -> int:
    """Two articles or origins (ids): where they differ, what only one tells, what both tell."""
    record = desk.record_of(db)
    found = compare_view.make(record, _of(record, a, "articles", "origins"), _of(record, b, "articles", "origins"))
    say.as_json(asdict(found)) if as_json else say.data(answers_text.comparison(found, desk.width()))
    return say.DONE


@click.command()
@click.argument("a")
@click.argument("b")
@desk.as_json
@click.pass_obj
def diff(db: str, a: str, b: str, as_json: bool) -> int:
    """Two articles (ids): what changed from one to the other, facts first."""
    record = desk.record_of(db)
    found = diff_view.make(record, _of(record, a, "articles"), _of(record, b, "articles"))
    say.as_json(asdict(found)) if as_json else say.data(answers_text.diff(found, desk.width()))
    return say.DONE


def state(record: Record, given: str) -> str:
    """The ISO code of a state, by code or by a name the articles use."""
    actors = {a for r in record.rows for a in listing.actors(r) if a.country}
    if len(given) == 3 and given.isascii() and (given.isupper() or given.upper() in {a.country for a in actors}):
        return given.upper()
    named = {a.country for a in actors if a.kind == "state" and given.casefold() in {(a.name or "").casefold(), a.as_written.casefold()}}
    if len(named) != 1:
        raise UsageError(f"no state {given!r} in this record", "give its three letters (ISO 3166), such as JPN")
    return str(next(iter(named)))


def _of(record: Record, given: str, *lists: str) -> Row:
    row = desk.find(record, given)
    if row.list not in lists:
        raise UsageError(f"{given} is of {row.list}", f"give the id of one of {' or '.join(lists)}")
    return row
