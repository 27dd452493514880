"""`communique add PATHS...`: files, folders, globs, JSONL, - in; a line of counts out."""

from __future__ import annotations

import click

from ..settings import settings
from . import desk, say


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--jobs", type=click.IntRange(1), help="Processes that read (default: as many as processors, at most 4).")
@desk.as_json
@click.pass_obj
def add(db: str, paths: tuple[str, ...], jobs: int | None, as_json: bool) -> int:
    """Read files, folders, globs, JSONL or - (pasted text) into the store; what is known already stays as it is."""
    with desk.at(db) as room:
        processes = jobs or int(settings()["jobs"].value)
        done = room.add(paths, say.progress(), processes)
        room.refresh(processes)
    say.notices(done.notices)
    if as_json:
        say.as_json({"added": list(done.added), "known": list(done.known), "notices": [n.line() for n in done.notices]})
    else:
        say.data(f"{len(done.added)} added, {len(done.known)} known already, {done.skipped} skipped")
    if done.skipped:
        return say.FAILED if not done.added and not done.known else say.SKIPPED
    return say.DONE
