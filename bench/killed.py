"""A process killed at random moments in, what it lost and what it doubled out: ``python bench/killed.py [--articles 40] [--kills 20]``.

``add`` runs in a process of its own and is killed (SIGKILL) after a random time, the same command again and again; the last time it may end. Then the
store must hold each article once, be sound, and give the record of a store to which the articles were added undisturbed.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import corpus
from quality import put

from communique.run import comparable

SLOWEST = 60.0  # seconds after which the bench stops waiting for a run to get under way


def main() -> int:
    ap = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ap.add_argument("--articles", type=int, default=40)
    ap.add_argument("--kills", type=int, default=20)
    ap.add_argument("--jobs", type=int, default=1)
    ap.add_argument("--write", action="store_true", help="put the line into docs/measures.md")
    a = ap.parse_args()
    r = random.Random(1)  # noqa: S311  moments, no secret
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "given.jsonl"
        corpus.write(a.articles, given, seed=2)
        started = time.monotonic()
        undisturbed = exported(Path(folder) / "undisturbed.db", given, a.jobs)
        whole = time.monotonic() - started
        store, killed = Path(folder) / "killed.db", 0
        for _ in range(a.kills):
            killed += kill(store, given, a.jobs, r.uniform(0.2, whole))
        found = exported(store, given, a.jobs)
        doctor = subprocess.run([*TOOL, "--db", store, "doctor"], capture_output=True, text=True, check=False)
    ids, wanted = ([x["id"] for x in e["articles"]] for e in (found, undisturbed))
    same = comparable(found) == comparable(undisturbed)
    line = (
        f"{killed} of {a.kills} runs killed; {len(set(wanted) - set(ids))} articles lost, {len(ids) - len(set(ids))} doubled; "
        f"the record is {'the same' if same else 'ANOTHER'}; doctor ends with {doctor.returncode}"
    )
    print(line)
    if a.write:
        put("killed", line, f"python bench/killed.py --articles {a.articles} --kills {a.kills}")
    return 0 if same and not doctor.returncode else 1


TOOL = [sys.executable, "-m", "communique"]


def kill(store: Path, given: Path, jobs: int, after: float) -> int:
    """Whether the run was still going when its time was up."""
    run = subprocess.Popen([*TOOL, "--db", store, "add", "--jobs", str(jobs), given], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        run.wait(min(after, SLOWEST))
    except subprocess.TimeoutExpired:
        run.send_signal(signal.SIGKILL)
        run.wait()
        return 1
    return 0


def exported(store: Path, given: Path, jobs: int) -> dict[str, object]:
    subprocess.run([*TOOL, "--db", store, "add", "--jobs", str(jobs), given], check=True, capture_output=True)
    done = subprocess.run([*TOOL, "--db", store, "export", "--to", "json", "--with-text"], check=True, capture_output=True, text=True)
    out: dict[str, object] = json.loads(done.stdout)
    return out


if __name__ == "__main__":
    sys.exit(main())
