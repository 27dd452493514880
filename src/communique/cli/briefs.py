"""`communique brief [TARGET...]` and `communique story ID`: the page as text, Markdown, HTML or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from ..corridor import Added, Communique
from ..exports import BRIEFS
from ..model.record import Record
from ..views import brief as brief_view
from . import desk, say

FORMS = {".md": "markdown", ".html": "html", ".htm": "html", ".txt": "text"}


@click.command()
@click.argument("targets", nargs=-1)
@click.option("--to", "form", type=click.Choice(list(BRIEFS)), help="text, markdown or html (default: by the name of -o, else text).")
@click.option("-o", "--output", "out", type=click.Path(dir_okay=False), help="The file (default: stdout).")
@desk.as_json
@click.pass_obj
def brief(db: str, targets: tuple[str, ...], form: str | None, out: str | None, as_json: bool) -> int:
    """The page. TARGET is a folder, file or pattern (read without keeping), or a story's id; without one, all that is kept.

    \b
    communique brief coverage/                 the page of a folder, in the terminal
    communique brief coverage/ -o page.html    the same as one HTML file
    communique --db my.db brief s2c9           one story of a store
    """
    done: Added | None = None
    if targets and not all(_is_id(t) for t in targets):
        with Communique() as room:
            done = room.add(targets, say.progress())
            record = room.record()
        say.notices(done.notices)
        stories = record.of("stories")
    else:
        record = desk.record_of(db)
        stories = [desk.find_story(record, t) for t in targets] or record.of("stories")
    if done and not done.added:
        return say.FAILED
    if not stories:
        return say.fail("nothing found: no story was read", say.NOTHING)
    code = _out([b for b in brief_view.make_all(record) if b.story in {s.id for s in stories}], form, out, as_json)
    return say.SKIPPED if code == say.DONE and done and done.skipped else code


@click.command()
@click.argument("story_id", metavar="ID")
@desk.as_json
@click.pass_obj
def story(db: str, story_id: str, as_json: bool) -> int:
    """The page of the story with that ID, or of the row or article with that ID."""
    record = desk.record_of(db)
    return _out([brief_view.make(record, desk.find_story(record, story_id))], None, None, as_json)


def pages(record: Record) -> list[brief_view.Brief]:
    """All pages of a record."""
    return brief_view.make_all(record)


def _is_id(target: str) -> bool:
    return target != "-" and not Path(target).exists() and target.isalnum() and target[1:2].isalnum() and len(target) <= 13


def _out(briefs: Sequence[brief_view.Brief], form: str | None, out: str | None, as_json: bool) -> int:
    page = BRIEFS[form or FORMS.get(Path(out or "").suffix.lower(), "text")]
    say.to(out, say.json_text([asdict(b) for b in briefs]) if as_json else page(briefs, desk.width()))
    return say.DONE
