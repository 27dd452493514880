"""`communique review correct undo log`: people's decisions from the command line, the same as on the pages."""

from __future__ import annotations

import dataclasses
import getpass
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import click

from ..corridor import Communique
from ..errors import UsageError
from ..exports.brief_text import safe
from ..model import deciding
from ..model.judgement import VERDICTS, Judgement, taken_back
from ..views import review as queue
from . import desk, say

NEGATIVE = re.compile(r"-[0-9][0-9.,]*%?")
by_whom = click.option("--by", "--coder", "by", metavar="NAME", envvar="COMMUNIQUE_CODER", help="Who decides (default: $COMMUNIQUE_CODER, or your login name).")


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--verdict", type=click.Choice([v for v in VERDICTS if v not in ("undo", "edit")]), help="Decide on the rows named; without it, show what waits.")
@by_whom
@click.option("--why", default="", metavar="TEXT")
@click.option("--blind", is_flag=True, help="Second coding: do not show or use what others decided.")
@desk.as_json
@click.pass_obj
def review(db: str, ids: tuple[str, ...], verdict: str | None, by: str | None, why: str, blind: bool, as_json: bool) -> int:
    """What a person should look at, conflicts first; or, with IDs and --verdict, a decision."""
    if ids and not verdict:
        raise UsageError("no verdict given", "add --verdict right, wrong, same, different, split or merge")
    if ids and verdict:
        return _decide(db, verdict, ids, by, why)
    with desk.opened(db) as open_desk:
        items = queue.make(open_desk.record(), blind=blind)
    if as_json:
        say.as_json([dataclasses.asdict(i) for i in items])
        return say.DONE
    for i in items:
        say.data(f"{i.kind}: {safe(i.question)}  [{' '.join(i.about)}]")
        for s in i.sides:
            say.data(f"    {safe(s.head)}: “{safe(s.words)}”")
    return say.DONE if items else say.NOTHING


def _value(ctx: click.Context, argument: click.Parameter, given: str) -> str:
    """A value may be a negative number; anything else that begins as an option is one we do not have."""
    if given.startswith("-") and not NEGATIVE.fullmatch(given):
        raise click.NoSuchOption(given, ctx=ctx)
    return given


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("row_id", metavar="ID")
@click.argument("slot")
@click.argument("value", callback=_value)
@click.option("--words", "words", required=True, metavar="TEXT", help="The words of the article that carry the value.")
@by_whom
@click.option("--why", default="", metavar="TEXT")
@click.pass_obj
def correct(db: str, row_id: str, slot: str, value: str, words: str, by: str | None, why: str) -> int:
    """Set one slot of a row, with the words that carry it. The reading itself stays as it was."""
    with desk.opened(db) as open_desk:
        row = desk.find(open_desk.record(), row_id)
        with asked():
            deciding.value(row, slot, value)
            there = deciding.words(row, words)
        keep(open_desk, "edit", (row.id,), by, why, slot=slot, value=value, words=there)
    return say.DONE


@click.command()
@click.argument("judgement", metavar="ID")
@by_whom
@click.pass_obj
def undo(db: str, judgement: str, by: str | None) -> int:
    """Take a decision back; both stay in the log."""
    with desk.opened(db) as open_desk:
        with asked():
            wanted = deciding.undoing(open_desk.store.judgements(), judgement)
        keep(open_desk, "undo", (wanted,), by, "")
    return say.DONE


@click.command()
@desk.as_json
@click.pass_obj
def log(db: str, as_json: bool) -> int:
    """Every decision, newest first."""
    with desk.opened(db) as open_desk:
        found = open_desk.store.judgements()
    gone = taken_back(found)
    if as_json:
        say.as_json([{**dataclasses.asdict(j), "stands": j.id not in gone} for j in reversed(found)])
        return say.DONE
    for j in reversed(found):
        say.data(
            f"{j.id}  {j.when[:16]}  {safe(j.by)}  {j.verdict} {' '.join(j.about)}"
            f"{'  (taken back)' if j.id in gone else ''}{'  ' + safe(j.why) if j.why else ''}"
        )
    return say.DONE if found else say.NOTHING


def _decide(db: str, verdict: str, ids: tuple[str, ...], by: str | None, why: str) -> int:
    with desk.opened(db) as open_desk:
        record = open_desk.record()
        rows = [desk.find(record, i) for i in ids]
        with asked():
            deciding.together(verdict, [(r.id, r.list) for r in rows])
        keep(open_desk, verdict, tuple(r.id for r in rows), by, why)
    return say.DONE


@contextmanager
def asked() -> Iterator[None]:
    """What can't be decided so is a slip in the call."""
    try:
        yield
    except ValueError as e:
        raise UsageError(str(e)) from e


def keep(
    open_desk: Communique,
    verdict: str,
    about: tuple[str, ...],
    by: str | None,
    why: str,
    slot: str | None = None,
    value: str | None = None,
    words: tuple[str, int, int] | None = None,
) -> None:
    """Make the judgement, keep it, make the record again, and print its id."""
    when = datetime.now(UTC).isoformat(timespec="microseconds")
    try:
        judgement = Judgement.make(verdict, about, by=by or getpass.getuser(), when=when, why=why, slot=slot, value=value, words=words)
    except ValueError as e:
        raise UsageError(str(e), "see `communique review --help`") from e
    open_desk.store.judge(judgement)
    open_desk.refresh()
    say.data(judgement.id)
