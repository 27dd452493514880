"""A store whose articles or judgements changed in, the same with its record brought up to date out: ``refresh(store, version)``.

What changed is looked up and nothing else is read: texts that may share words, the family that an account belongs to, the part of the stories
that its likenesses touch. The record is the one that all articles would give at once, in any order (docs/decisions/0002-upkeep.md).
Where much changed, everything is made anew, in the same steps over everything (``whole``).
"""

from __future__ import annotations

from ..model.judgement import Judgement
from ..stores import Store
from ..stores.ledger import Ledger
from . import whole
from .few import few
from .work import Work

SHARE = 4  # where more than one article of four changed, all are looked at at once


def refresh(store: Store, version: str, processes: int = 1) -> None:
    """Bring the record up to date; a store that is up to date is only asked whether it is."""
    if store.is_fresh(version):
        return
    with store.ledger() as ledger:
        if ledger.setting("made by") == version and ledger.one("SELECT 1 FROM dirty LIMIT 1") is None:
            changed = ledger.column("SELECT article FROM changed")
            if not changed or ledger.one("SELECT 1 FROM texts LIMIT 1 OFFSET ?", len(changed) * SHARE - 1):  # so many are known: counting all would grow
                few(Work(ledger, tuple(ledger.judgements())), changed, unjudged(ledger))
                seal(ledger, version)
                return
    whole.remake(store, version, processes)


def unjudged(ledger: Ledger) -> list[Judgement]:
    """The judgements that the record does not know yet."""
    seen = int(ledger.setting("judged") or 0)
    new = set(ledger.column("SELECT id FROM judgements WHERE seq > ?", seen))
    return [j for j in ledger.judgements() if j.id in new]


def seal(ledger: Ledger, version: str) -> None:
    """Say what the record is made of."""
    ledger.run("DELETE FROM changed")
    ledger.set("made by", version)
    ledger.set("judged", str(ledger.one("SELECT coalesce(max(seq), 0) FROM judgements")))
    ledger.set("stamp", f"{version} {int((ledger.setting('stamp') or '0').split()[-1], 10) + 1}")
