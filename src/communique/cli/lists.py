"""Commands that list rows: stories, origins, versions, quotes, figures. Text by default, the schema's rows with --json."""

from __future__ import annotations

import click

from ..exports import listing_text
from ..model.record import Record, Row
from ..views import listing
from ..views import stories as stories_view
from ..views import versions as versions_view
from ..views.brief.accounts import accounts
from ..views.lines import Line
from ..views.shelf import Shelf
from . import desk, say


@click.command()
@desk.as_json
@click.pass_obj
def stories(db: str, as_json: bool) -> int:
    """What happened: each story with its articles and origins."""
    record = desk.record_of(db)
    return _out(record, record.of("stories"), stories_view.make(record), as_json)


@click.command()
@click.argument("story", required=False)
@desk.as_json
@click.pass_obj
def origins(db: str, story: str | None, as_json: bool) -> int:
    """Which accounts are independent, and why: of one STORY, or of all."""
    record = desk.record_of(db)
    shelves = _shelves(record, story)
    lines = [line for s in shelves for line in accounts(s).lines]
    return _out(record, [o for s in shelves for o in s.origins.values()], lines, as_json)


@click.command()
@click.argument("story", required=False)
@desk.as_json
@click.pass_obj
def versions(db: str, story: str | None, as_json: bool) -> int:
    """Which article is a later version of which, why, and what changed: of one STORY, or of all."""
    record = desk.record_of(db)
    shelves = _shelves(record, story)
    rows = [r for s in shelves for r in (*s.articles.values(), *s.of_list("changes")) if r.list == "changes" or r.get("copy_of") or r.get("revises")]
    return _out(record, rows, [line for s in shelves for line in versions_view.make(s)], as_json)


@click.command()
@click.option("--by", metavar="NAME", help="Only this speaker (name, country code or role).")
@desk.of_story
@desk.as_json
@click.pass_obj
def quotes(db: str, by: str | None, story: str | None, as_json: bool) -> int:
    """Who said what, most attested first."""
    record = desk.record_of(db)
    rows = listing.rows(record, "statements", story=_id(record, story))
    if by:
        rows = [r for r in rows if listing.names(Row(list=r.list, id=r.id, evidence=r.evidence, slots={"speaker": r.get("speaker")}), by)]
    return _out(record, rows, listing.make(record, rows), as_json)


@click.command()
@click.option("--about", metavar="WORDS", help="Only where these words occur in what is counted.")
@desk.of_story
@desk.as_json
@click.pass_obj
def figures(db: str, about: str | None, story: str | None, as_json: bool) -> int:
    """Quantities and what they count, most attested first."""
    record = desk.record_of(db)
    rows = listing.rows(record, "figures", story=_id(record, story), about=about)
    return _out(record, rows, listing.make(record, rows), as_json)


def _id(record: Record, story: str | None) -> str | None:
    return desk.find_story(record, story).id if story else None


def _shelves(record: Record, story: str | None) -> list[Shelf]:
    found = [desk.find_story(record, story)] if story else record.of("stories")
    return [Shelf.of(record, s) for s in found]


def _out(record: Record, rows: list[Row], lines: list[Line], as_json: bool) -> int:
    if as_json:
        say.as_json(desk.plain(record, rows))
    elif lines:
        say.data(listing_text.render(lines, desk.width()))
    if not (rows if as_json else lines):
        return say.fail("nothing found", say.NOTHING) if not as_json else say.NOTHING
    return say.DONE
