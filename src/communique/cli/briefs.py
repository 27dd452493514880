"""`communique brief [TARGET...]` and `communique story ID`: the page as text, Markdown, HTML or JSON."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from .. import sample
from ..errors import UsageError
from ..exports import BRIEFS
from ..settings import settings
from ..views import brief as brief_view
from . import desk, say

DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
FORMS = {".md": "markdown", ".html": "html", ".htm": "html", ".txt": "text"}


def _moment(ctx: click.Context, option: click.Parameter, given: str | None) -> str | None:
    """A day as the option has it, or "last"."""
    if given is None or given == "last" or (DAY.fullmatch(given) and _is_day(given)):
        return given
    raise UsageError(f"{given!r} is no day", "give --since 2026-01-31, or last")


def _is_day(given: str) -> bool:
    try:
        return bool(date.fromisoformat((given + "-01-01")[:10] if len(given) < 7 else (given + "-01")[:10]))
    except ValueError:
        return False


@click.command()
@click.argument("targets", nargs=-1)
@click.option("--to", "form", type=click.Choice(list(BRIEFS)), help="text, markdown or html (default: by the name of -o, else text).")
@click.option("-o", "--output", "out", type=click.Path(dir_okay=False), help="The file (default: stdout).")
@click.option("--since", metavar="DATE|last", callback=_moment, help="Only what no account told before that day; last: before the last addition to the store.")
@desk.as_json
@click.pass_obj
def brief(db: str, targets: tuple[str, ...], form: str | None, out: str | None, since: str | None, as_json: bool) -> int:
    """The page: two printed sheets a story. TARGET is a folder, file or pattern (read without keeping), or a story's id; without one, all that is kept.

    \b
    communique brief coverage/                 the page of a folder, in the terminal
    communique brief coverage/ -o page.html    the same as one HTML file
    communique --db my.db brief s2c9           one story of a store
    communique --db my.db brief --since last   what the last addition brought
    """
    if targets and (not all(map(_is_id, targets)) or not Path(db).exists()):
        return of_paths(targets, form, out, as_json, since)
    records = [desk.record_of(db, t) for t in targets] or [desk.record_of(db)]
    return _out([b for r in records for b in brief_view.make_all(r, since)], form, out, as_json, since)


def of_paths(paths: Sequence[str | Path], form: str | None, out: str | None, as_json: bool, since: str | None = None) -> int:
    """The page of what lies there, read in memory and not kept."""
    if since == "last":
        raise UsageError("--since last asks a store what came in last, and a folder is not kept", "add the folder to a store, or give --since a date")
    with desk.at() as room:
        done = room.add(paths, say.progress(), int(settings()["jobs"].value))
        briefs = brief_view.make_all(room.record(), since)
    say.notices(done.notices)
    if not done.added:
        return say.FAILED
    code = _out(briefs, form, out, as_json, since)
    return say.SKIPPED if code == say.DONE and done.skipped else code


@click.command()
@click.option("-o", "--output", "out", type=click.Path(dir_okay=False), default=f"{say.OUT}/demo.html", show_default=True, help="Where the page goes.")
@desk.as_json
@click.pass_obj
def demo(db: str, out: str, as_json: bool) -> int:
    """The page of the bundled sample: eleven short accounts of one event. Nothing is kept but the HTML page."""
    with desk.at() as room:
        done = room.add([sample.folder()])
        briefs = brief_view.make_all(room.record())
    say.notices(done.notices)
    if as_json:
        return _out(briefs, None, None, as_json)
    _out(briefs, None, None, as_json)
    _out(briefs, "html", out, as_json)
    say.data(f"\nThe same as a page: {Path(out).resolve()}\nYour own articles: communique brief FOLDER")
    return say.DONE


@click.command()
@click.argument("story_id", metavar="ID")
@desk.as_json
@click.pass_obj
def story(db: str, story_id: str, as_json: bool) -> int:
    """The page of the story with that ID, or of the row or article with that ID."""
    return _out(brief_view.make_all(desk.record_of(db, story_id)), None, None, as_json)


def _is_id(target: str) -> bool:
    return target != "-" and not Path(target).exists() and target.isalnum() and target[1:2].isalnum() and len(target) <= 13


def _out(briefs: Sequence[brief_view.Brief], form: str | None, out: str | None, as_json: bool, since: str | None = None) -> int:
    if not briefs:
        return say.fail(f"nothing new since {since}" if since else "nothing found: no story was read", say.NOTHING)
    page = BRIEFS[form or FORMS.get(Path(out or "").suffix.lower(), "text")]
    say.to(out, say.json_text([asdict(b) for b in briefs]) if as_json else page(briefs, desk.width()))
    return say.DONE
