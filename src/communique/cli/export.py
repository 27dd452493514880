"""`communique export --to json -o FILE`: the record out of the store, into a file or stdout."""

from __future__ import annotations

import click

from ..exports import EXPORTS
from . import desk, say


@click.command()
@click.option("--to", "form", type=click.Choice(list(EXPORTS)), default="json", show_default=True)
@click.option("--with-text", is_flag=True, help="Let the full texts leave too.")
@click.option("-o", "--output", "out", type=click.Path(dir_okay=False), help="The file (default: stdout).")
@click.option("--json", "as_json", is_flag=True, help="The same as --to json.")
@click.pass_obj
def export(db: str, form: str, with_text: bool, out: str | None, as_json: bool) -> int:
    """Write the whole record to a file."""
    with desk.opened(db) as room:
        text = room.export("json" if as_json else form, with_text=with_text)
    say.to(out, text)
    return say.DONE
