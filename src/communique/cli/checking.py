"""`communique check "CLAIM"|FILE`: a claim or a draft beside the record; exit 3 where something needs a look."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from ..errors import CommuniqueError
from ..exports.brief_text import safe
from ..views import check as view
from . import desk, say

SKIPPED = 3


@click.command()
@click.argument("what", metavar="CLAIM|FILE")
@desk.as_json
@click.pass_obj
def check(db: str, what: str, as_json: bool) -> int:
    """Which independent origins carry a claim; or each quotation, name, date and figure of a draft. No verdict."""
    is_file = len(what) < 1000 and Path(what).is_file()
    if not is_file and (len(what.split()) < 3 or ("/" in what and " " not in what)):
        raise CommuniqueError(f"{what!r} is no file and too short for a claim", "give a draft's path, or a sentence in quotation marks")
    with desk.opened(db) as open_desk:
        record = open_desk.record()
        if not is_file:
            return _claim(view.claim(record, what), as_json)
        articles, notices = open_desk.look(what)
        say.notices(notices)
        findings = [f for a in articles for f in view.draft(record, a)]
    if as_json:
        say.as_json([dataclasses.asdict(f) for f in findings])
    else:
        _draft(findings)
    return SKIPPED if any(f.needs_a_look for f in findings) or notices else say.DONE


def _claim(found: view.Claim, as_json: bool) -> int:
    if as_json:
        say.as_json(dataclasses.asdict(found))
        return say.DONE
    texts = f"{found.looked} text{'' if found.looked == 1 else 's'}" + (f" and {found.cut} cut" if found.cut else "")
    say.data(f"carried by {_n(found.carry)}; told otherwise by {_n(found.contradict)}; not found in {texts}")
    for s in found.sentences:
        hand = ", second-hand" if s.second_hand else ""
        say.data(f"  {s.how}{': ' + safe(s.why) if s.why else ''}\n    “{safe(s.line.words)}” [{s.line.cites[0].number}] {safe(s.origin_name)}{hand}")
    return say.DONE if found.carry or found.contradict else say.NOTHING


def _draft(findings: list[view.Finding]) -> None:
    look = [f for f in findings if f.needs_a_look]
    for f in look:
        say.data(f"line {f.at}: {f.kind} {f.how}: “{safe(f.text)}”" + (f" ({safe(f.why)})" if f.why else ""))
        if f.line and f.line.words:
            say.data(f"    “{safe(f.line.words)}”" + "".join(f" [{c.number}] {safe(c.origin_name)}" for c in f.line.cites[:3]))
    say.data(f"{len(findings)} checked, {len(look)} to look at")


def _n(n: int) -> str:
    return f"{n} origin{'' if n == 1 else 's'}"
