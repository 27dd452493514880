"""`communique status` and `communique doctor`: what stands in the store, and whether all is well."""

from __future__ import annotations

from dataclasses import asdict

import click

from ..exports import listing_text
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
