"""Commands that list one kind of row each: meetings, commitments, disputes, frameworks, assessments, events."""

from __future__ import annotations

import click

from ..views import listing
from ..views.shelf import text_of
from . import desk
from .forms import forms, out

KINDS = {  # list: (its line of help, the slot that --status asks for)
    "meetings": ("Who met whom: held, planned, proposed, cancelled.", "status"),
    "commitments": ("What was agreed, promised or asked for, with its latest status.", "status"),
    "disputes": ("What stands between two actors.", "status"),
    "frameworks": ("Standing arrangements: alliances, agreements, series.", "kind"),
    "assessments": ("What somebody holds about relations, causes, motives or the future.", "kind"),
    "events": ("PLOVER events: one a happening, however many origins tell it.", "type"),
    "disagreements": ("Where accounts differ on one thing.", "class"),
    "absences": ("What was looked for and not found.", "kind"),
}


def command(name: str) -> click.Command:
    """The command of one list."""
    line, slot = KINDS[name]

    @click.command(name, help=line)
    @click.option("--with", "who", metavar="NAME", multiple=True, help="Only with this actor (name or country code); may be given twice.")
    @click.option(f"--{slot}", "state", metavar="WORD", help=f"Only with this {slot}.")
    @click.option("--about", metavar="WORDS", help="Only where these words occur.")
    @desk.of_story
    @forms
    @click.pass_obj
    def run(db: str, who: tuple[str, ...], state: str | None, about: str | None, story: str | None, form: str | None) -> int:
        record = desk.record_of(db, story, (name, "stories", "articles", "origins"))
        rows = [r for r in listing.rows(record, name, about=about) if all(listing.names(r, w) for w in who)]
        if state:
            rows = [r for r in rows if text_of(r.get(slot)).casefold() == state.casefold()]
        return out(record, rows, lambda: listing.make(record, rows), form)

    return run


meetings, commitments, disputes = command("meetings"), command("commitments"), command("disputes")
frameworks, assessments, events = command("frameworks"), command("assessments"), command("events")
disagreements, absences = command("disagreements"), command("absences")
