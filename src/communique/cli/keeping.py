"""`communique status` and `communique doctor`: what stands in the store, and whether all is well."""

from __future__ import annotations

from dataclasses import asdict

import click

from ..exports import listing_text
from ..settings import settings
from ..views import status as status_view
from . import desk, say
from .health import checks


@click.command()
@desk.as_json
@click.pass_obj
def status(db: str, as_json: bool) -> int:
    """How much was read, and what each sentence became."""
    with desk.opened(db) as room:
        record, told = room.record(), room.store.notices()
    found = status_view.make(record)
    lines = tuple(dict.fromkeys([*(n.line() for n in told), *found.notices]))
    if as_json:
        say.as_json({**asdict(found), "notices": list(lines)})
    else:
        say.data(listing_text.status(found, db, desk.width()))
    return say.DONE


@click.command()
@desk.as_json
@click.pass_obj
def doctor(db: str, as_json: bool) -> int:
    """Check the installation and the store; exit 1 where something must be mended."""
    found = checks(db)
    if as_json:
        say.as_json([asdict(c) for c in found])
    else:
        say.data("\n".join(f"{'ok' if c.well else 'no'}  {c.name}: {c.said}" + (f"; {c.next_step}" if not c.well else "") for c in found))
    return say.DONE if all(c.well for c in found) else say.FAILED


@click.command()
@desk.as_json
@click.pass_obj
def rebuild(db: str, as_json: bool) -> int:
    """Read every article again (what did not change comes from the cache) and make the record anew."""
    with desk.opened(db) as room:
        done = room.reread(say.progress(), int(settings()["jobs"].value))
    say.notices(done.notices)
    if as_json:
        say.as_json({"read": len(done.known), "notices": [n.line() for n in done.notices]})
    else:
        say.data(f"{len(done.known)} articles read again; the record is made anew")
    return say.SKIPPED if done.skipped else say.DONE


@click.command()
@click.argument("article")
@click.option("--reason", required=True, metavar="TEXT", help="Why: kept with the article's id and the day.")
@desk.as_json
@click.pass_obj
def forget(db: str, article: str, reason: str, as_json: bool) -> int:
    """Take ARTICLE and all that is quoted from it out of the store, its caches and its index. It can't be brought back."""
    with desk.opened(db) as room:
        row = desk.find(room.record(lists=("articles",)), article)
        gone = room.forget(row.id, reason)
    if as_json:
        say.as_json({"article": row.id, "rows": [{"list": a, "id": b} for a, b in gone]})
    else:
        say.data(f"{row.id} is forgotten; {len(gone)} rows that stood on it say so")
    return say.DONE
