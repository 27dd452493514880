"""`communique export --to json -o FILE`: the record out of the store, into a file or stdout."""

from __future__ import annotations

from pathlib import Path

import click

from . import say


@click.command()
@click.option("--to", "form", type=click.Choice(["json"]), default="json", show_default=True)
@click.option("--with-text", is_flag=True, help="Let the full texts leave too.")
@click.option("-o", "--output", "out", type=click.Path(dir_okay=False), help="The file (default: stdout).")
@click.pass_obj
def export(db: str, form: str, with_text: bool, out: str | None) -> int:
    """Write the whole record to a file."""
    from ..corridor import Communique
    from ..errors import CommuniqueError
    from ..exports import json as exporter

    with Communique(db) as desk:
        record, run = desk.record(), desk.run()
    text = exporter.write(record, with_text=with_text, run=run)
    if out is None or out == "-":
        say.data(text)
        return say.DONE
    try:
        Path(out).write_text(text, encoding="utf-8")
    except OSError as e:
        raise CommuniqueError(f"{out} can't be written: {e.strerror}", "give -o another file") from e
    return say.DONE
