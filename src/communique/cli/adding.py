"""`communique add PATHS...`: files, folders, globs, JSONL, - in; a line of counts out."""

from __future__ import annotations

import click

from . import say


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Counts and notices as JSON.")
@click.pass_obj
def add(db: str, paths: tuple[str, ...], as_json: bool) -> int:
    """Read files, folders, globs, JSONL or - (pasted text) into the store; what is known already stays as it is."""
    from ..corridor import Communique

    with Communique(db) as desk:
        done = desk.add(paths)
        desk.refresh()
    say.notices(done.notices)
    if as_json:
        say.as_json({"added": list(done.added), "known": list(done.known), "notices": [n.line() for n in done.notices]})
    else:
        say.data(f"{len(done.added)} added, {len(done.known)} known already, {done.skipped} skipped")
    if done.skipped:
        return say.FAILED if not done.added and not done.known else say.SKIPPED
    return say.DONE
