"""`communique pair A B`, `timeline`, `compare A B`, `diff A B`: chronologies and things side by side."""

from __future__ import annotations

from dataclasses import asdict

import click

from ..corridor import Communique
from ..errors import CommuniqueError, UsageError
from ..exports import answers_text
from ..model.record import Record, Row
from ..views import compare as compare_view
from ..views import diff as diff_view
from ..views import pair as pair_view
from ..views import timeline as timeline_view
from . import desk, say

LISTS = (*timeline_view.KINDS, "stories", "articles", "origins")
known_by = click.option("--known-by", metavar="DATE", help="Only what was written by that day.")


@click.command()
@click.argument("a")
@click.argument("b")
@known_by
@desk.as_json
@click.pass_obj
def pair(db: str, a: str, b: str, known_by: str | None, as_json: bool) -> int:
    """The record of two states (names or ISO codes): last met, ahead, agreed, wanted, disputed, day by day."""
    record, codes = naming(db, a, b)
    found = pair_view.make(record, codes[0], codes[1], known_by)
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
    record, codes = (desk.record_of(db, story, LISTS), []) if story or not states else naming(db, *states)
    entries = timeline_view.make(record, states=frozenset(codes), known_by=known_by)
    say.as_json([asdict(e) for e in entries]) if as_json else say.data(answers_text.chronology(entries, desk.width()))
    return say.DONE if entries else say.NOTHING


@click.command()
@click.argument("a")
@click.argument("b")
@desk.as_json
@click.pass_obj
def compare(db: str, a: str, b: str, as_json: bool) -> int:
    """Two articles or origins (ids): where they differ, what only one tells, what both tell."""
    record = beside(db, a, b)
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
    record = beside(db, a, b)
    found = diff_view.make(record, _of(record, a, "articles"), _of(record, b, "articles"))
    say.as_json(asdict(found)) if as_json else say.data(answers_text.diff(found, desk.width()))
    return say.DONE


def naming(db: str, *given: str) -> tuple[Record, list[str]]:
    """What names all these states, and their codes."""
    with desk.opened(db) as room:
        room.refresh()
        codes = [code(room, g) for g in given]
        return room.record(naming=codes), codes


def code(room: Communique, given: str) -> str:
    """The ISO code of a state, by code or by a name that the articles use."""
    if len(given) == 3 and given.isascii() and given.isalpha() and room.store.stories_naming(given.upper()):
        return given.upper()
    found = room.store.states(given)
    if len(found) != 1:
        raise UsageError(f"no state {given!r} in this record", "give its three letters (ISO 3166), such as JPN")
    return found[0]


def beside(db: str, *ids: str) -> Record:
    """The stories that these rows are of."""
    with desk.opened(db) as room:
        room.refresh()
        unknown = [i for i in dict.fromkeys(ids) if not room.store.find(i)]
        if unknown:
            raise CommuniqueError(f"nothing has the id {' or '.join(map(repr, unknown))}", "`communique stories` lists what there is")
        return room.record({desk.story_id(room, i) for i in ids} - {""} or None)


def _of(record: Record, given: str, *lists: str) -> Row:
    row = desk.find(record, given)
    if row.list not in lists:
        raise UsageError(f"{given} is of {row.list}", f"give the id of one of {' or '.join(lists)}")
    return row
