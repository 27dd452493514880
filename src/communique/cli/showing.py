"""`communique show ID`: one row with its words; of an article, its text with what rests on it."""

from __future__ import annotations

import click

from ..codebook import explain
from ..exports import listing_text
from ..views import entry
from . import desk, say


@click.command()
@click.argument("row_id", metavar="ID")
@click.option("--why", is_flag=True, help="The rule that read it, what that rule reads and stays silent on, and how often its family was right.")
@desk.as_json
@click.pass_obj
def show(db: str, row_id: str, why: bool, as_json: bool) -> int:
    """Everything one row says, with the sentence of each passage. IDs may be cut short (`q77b`)."""
    gone = desk.withdrawn(db, row_id)
    record = desk.record_of(db, None if gone else row_id)
    if gone and not any(r.id == row_id for r in record.rows):
        say.as_json({"id": row_id, "withdrawn": gone}) if as_json else say.data(f"{row_id}: {gone}")
        return say.DONE
    row = desk.find(record, row_id)
    if as_json:
        say.as_json(desk.plain(record, [row])[0])
    else:
        say.data(listing_text.entry(entry.make(record, row), desk.width()))
        if why and (rule := row.get("rule")):
            say.data("\n".join(listing_text.fill(line, desk.width(), 2) for line in explain(row.list, str(rule))))
    return say.DONE
