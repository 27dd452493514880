"""Commands that list rows: stories, origins, versions, quotes, figures. Text by default, the schema's rows with --json, --jsonl, --csv."""

from __future__ import annotations

import click

from ..model.record import Record, Row
from ..views import listing
from ..views import stories as stories_view
from ..views import versions as versions_view
from ..views.brief.accounts import account
from ..views.shelf import Shelf, many
from . import desk
from .forms import forms, out

HOME = ("stories", "articles", "origins")  # what says where a row belongs


@click.command()
@forms
@click.pass_obj
def stories(db: str, form: str | None) -> int:
    """What happened: each story with its articles and origins."""
    record = desk.record_of(db, lists=("stories",))
    return out(record, record.of("stories"), lambda: stories_view.make(record), form)


@click.command()
@click.argument("story", required=False)
@forms
@click.pass_obj
def origins(db: str, story: str | None, form: str | None) -> int:
    """Which accounts are independent, and why: of one STORY, or of all."""
    record = desk.record_of(db, story, lists=HOME)
    shelves = shelves_of(record)
    rows = [o for s in shelves for o in sorted(s.origins.values(), key=lambda o: (-len(many(o.get("articles"))), o.id))]
    return out(record, rows, lambda: [account(s, o) for s in shelves for o in rows if o.id in s.origins], form)


@click.command()
@click.argument("story", required=False)
@forms
@click.pass_obj
def versions(db: str, story: str | None, form: str | None) -> int:
    """Which article is a later version of which, why, and what changed: of one STORY, or of all."""
    record = desk.record_of(db, story, lists=(*HOME, "changes"))
    shelves = shelves_of(record)
    rows = [r for s in shelves for r in (*s.articles.values(), *s.of_list("changes")) if r.list == "changes" or r.get("copy_of") or r.get("revises")]
    return out(record, rows, lambda: [line for s in shelves for line in versions_view.make(s)], form)


@click.command()
@click.option("--by", metavar="NAME", help="Only this speaker (name, country code or role).")
@click.option("--about", metavar="WORDS", help="Only where these words were said.")
@desk.of_story
@forms
@click.pass_obj
def quotes(db: str, by: str | None, about: str | None, story: str | None, form: str | None) -> int:
    """Who said what, most attested first."""
    record = desk.record_of(db, story, ("statements", *HOME))
    rows = listing.rows(record, "statements", about=about)
    if by:
        rows = [r for r in rows if listing.names(Row(list=r.list, id=r.id, evidence=r.evidence, slots={"speaker": r.get("speaker")}), by)]
    return out(record, rows, lambda: listing.make(record, rows), form)


@click.command()
@click.option("--about", metavar="WORDS", help="Only where these words occur in what is counted.")
@desk.of_story
@forms
@click.pass_obj
def figures(db: str, about: str | None, story: str | None, form: str | None) -> int:
    """Quantities and what they count, most attested first."""
    record = desk.record_of(db, story, ("figures", *HOME))
    rows = listing.rows(record, "figures", about=about)
    return out(record, rows, lambda: listing.make(record, rows), form)


def shelves_of(record: Record) -> list[Shelf]:
    """Each story's shelf."""
    return [Shelf.of(record, s) for s in record.of("stories")]
