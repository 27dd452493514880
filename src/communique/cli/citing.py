"""`communique cite`, `codebook`, `config`: what made the record, what its kinds mean, what is set and where."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import click

from ..codebook import entries
from ..exports.listing_text import fill
from ..settings import settings
from . import desk, say


@click.command()
@desk.as_json
@click.pass_obj
def cite(db: str, as_json: bool) -> int:
    """What made this record, as a BibTeX entry."""
    with desk.opened(db) as room:
        record = room.record()
        run = room.run(record)
    if as_json:
        say.as_json(run)
    else:
        say.data(bibtex(run, len(record.of("origins")), datetime.now(UTC).year))
    return say.DONE


def bibtex(run: dict[str, Any], origins: int, year: int) -> str:
    """The entry; its key is the record's hash, so that two records never share one."""
    model = f"{run['model']['name']} {run['model']['version'] or ''}".strip()
    fields = {
        "title": f"Machine-read record of {run['inputs']['articles']} articles ({origins} origins)",
        "howpublished": f"Communique {run['program']['version']}",
        "year": str(year),
        "note": f"record sha256 {run['record']}; inputs sha256 {run['inputs']['digest']}; readers {run['readers']['hash']}; lexicon {run['lexicon']['hash']}; "
        f"model {model}; {run['judgements']} judgements by people",
    }
    lines = ",\n".join(f"  {k} = {{{_escaped(v)}}}" for k, v in fields.items())
    return f"@misc{{communique-{run['record'][:8]},\n{lines}\n}}\n"


def _escaped(text: str) -> str:
    return "".join("\\" + c if c in "&%$#_{}" else c for c in text)


@click.command()
@click.argument("part", required=False)
@desk.as_json
@click.pass_obj
def codebook(db: str, part: str | None, as_json: bool) -> int:
    """What each kind is and is not, and the rules that read it: all, or one PART (kinds, or a lexicon's name)."""
    found = [e for e in entries() if part in (None, e.part, e.name)]
    if as_json:
        say.as_json([asdict(e) for e in found])
        return say.DONE if found else say.NOTHING
    width = desk.width()
    for e in found:
        say.data(fill(f"{e.part} · {e.name}", width, 0))
        for name, words in (("is", e.says), ("is not", e.is_not), ("reads", e.specimen), ("stays silent on", e.near_miss)):
            if words:
                say.data(fill(f"{name}: {words}", width, 4))
        if e.measured is not None:
            say.data(fill(e.measured.line(), width, 4))
    parts = ", ".join(dict.fromkeys(e.part for e in entries()))
    return say.DONE if found else say.fail(f"nothing is called {part!r} here; parts are {parts}", say.NOTHING)


@click.command()
@click.argument("what", type=click.Choice(["show"]), default="show")
@desk.as_json
@click.pass_context
def config(ctx: click.Context, what: str, as_json: bool) -> int:
    """Every setting, and where it came from."""
    found = settings({"db": ctx.find_root().params.get("db")})
    if as_json:
        say.as_json([asdict(s) for s in found.values()])
    else:
        say.data("\n".join(f"{s.name} = {s.value or '(none)'}  from {s.came_from}  ({s.what})" for s in found.values()))
    return say.DONE
