"""A process killed while it brings the record up to date leaves the old record or the new one; the same call again makes it whole."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from communique.errors import CommuniqueError
from communique.stores import open_store
from communique.upkeep import refresh, whole
from upkeep.test_upkeep import V, kept, made, weave

CODE = """import sys; from communique.stores import open_store; from communique.upkeep import refresh; print("go", flush=True)
refresh(open_store(sys.argv[1]), sys.argv[2])"""


def killed(where: Path, after: float) -> None:
    run = subprocess.Popen([sys.executable, "-c", CODE, str(where), V], stdout=subprocess.PIPE)
    assert run.stdout is not None
    run.stdout.readline()
    time.sleep(after)
    run.send_signal(signal.SIGKILL)
    run.wait()


def test_killed_at_any_moment(tmp_path: Path) -> None:
    r = random.Random(4)  # noqa: S311  moments, no secret
    where = tmp_path / "s.db"
    store = open_store(str(where))
    for n, a in enumerate(made(9, 24)):
        store.keep(a, "v1")
        if n in (8, 16, 20, 23):
            killed(where, r.uniform(0, 0.6))
    refresh(store, V)
    assert store.check() == "ok"
    assert len(store.record(lists=("articles",)).rows) == 24
    assert kept(store) == weave(store)


def test_one_that_was_cut_short_between_stories_goes_on(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "s.db"))
    for a in made(9, 24):
        store.keep(a, "v1")
    whole.remake(store, V)
    with store.ledger() as ledger:  # as it stands after some stories were told and kept
        waiting = ledger.column("SELECT story FROM places ORDER BY story LIMIT 3")
        ledger.take_out(waiting)
        ledger.many("INSERT INTO dirty (story) VALUES (?)", [(s,) for s in waiting])
        ledger.set("made by", f"{whole.UNFINISHED} {V}")
    refresh(store, V)
    assert kept(store) == weave(store)


def test_a_full_disk_is_one_plain_line_and_the_old_record_stands(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "s.db"))
    articles = made(9, 24)
    for a in articles[:20]:
        store.keep(a, "v1")
    refresh(store, V)
    before = store.record().rows
    for a in articles[20:]:
        store.keep(a, "v1")
    with store.ledger() as ledger:
        ledger.run(f"PRAGMA max_page_count = {ledger.one('PRAGMA page_count')}")
    with pytest.raises(CommuniqueError, match="the disk is full"):
        refresh(store, V)
    assert store.record().rows == before
    with store.ledger() as ledger:
        ledger.run("PRAGMA max_page_count = 1000000")
    refresh(store, V)
    assert kept(store) == weave(store)


def test_a_second_process_at_the_same_store_is_one_plain_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.stores.sqlite.WAIT", 0.1)
    first, second = open_store(str(tmp_path / "s.db")), open_store(str(tmp_path / "s.db"))
    for a in made(9, 4):
        first.keep(a, "v1")
    with first.ledger(), pytest.raises(CommuniqueError, match="another process is writing"):
        refresh(second, V)
    refresh(second, V)
    assert kept(first) == weave(first)
