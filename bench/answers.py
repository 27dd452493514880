"""A store of 1,000 synthetic articles in, the time of each answer out: as a person waits for it, and inside a process that is open already.

    python bench/answers.py [--articles 1000] [--write]

``story``, ``pair``, ``timeline`` and ``search`` are asked of one store through the library's own path from record to text. The command line adds what a
process costs to start; that stands in a column of its own. Median of several calls, the first of which is not counted.
"""

from __future__ import annotations

import argparse
import io
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

import corpus
from quality import put

from communique import Communique
from communique.cli import run

CALLS = 7
TOOL = (sys.executable, "-m", "communique")


def main() -> int:
    ap = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ap.add_argument("--articles", type=int, default=1000)
    ap.add_argument("--seed", type=int, default=7)
    ap.add_argument("--write", action="store_true", help="put the table into docs/measures.md")
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db, lines = Path(folder) / "s.db", Path(folder) / "in.jsonl"
        corpus.write(a.articles, lines, seed=a.seed)
        with Communique(db) as desk:
            begin = time.perf_counter()
            desk.add([lines], processes=2)
            record = desk.record()
            read = time.perf_counter() - begin
            story = max(record.of("stories"), key=lambda s: len(s.slots["articles"])).id  # type: ignore[arg-type]
            pair = next(sorted(x)[:2] for x in _pairs(record) if len(x) == 2)
        calls = {
            "stories": ("stories",),
            "story": ("story", story),
            "pair": ("pair", *pair),
            "timeline": ("timeline", *pair),
            "search": ("search", "border", "crossing"),
            "quotes": ("quotes", "--story", story),
        }
        table = [f"{a.articles:,} articles, {len(record.rows):,} rows, read and woven in {read:.0f} s", f"{'answer':10} {'ms':>6} {'of CPU':>8} {'as a command, ms':>18}"]
        for name, args in calls.items():
            call = ["--db", str(db), *args]
            wall, cpu = _median(lambda c=call: _inside(c))  # type: ignore[misc]
            table.append(f"{name:10} {wall:6.0f} {cpu:8.0f} {_median(lambda c=call: _outside(c))[0]:18.0f}")  # type: ignore[misc]
    print("\n".join(table))
    if a.write:
        put("answers", "\n".join(table), f"python bench/answers.py --articles {a.articles}")
    return 0


def _pairs(record: object) -> list[frozenset[str]]:
    from communique.views.timeline import states_of

    return [states_of(r) for name in ("meetings", "commitments") for r in record.of(name)]  # type: ignore[attr-defined]


def _inside(call: list[str]) -> None:
    with redirect_stdout(io.StringIO()):
        code = run(call)
    _well(code, call)


def _outside(call: list[str]) -> None:
    _well(subprocess.run([*TOOL, *call], capture_output=True, check=False).returncode, call)


def _well(code: int, call: list[str]) -> None:
    if code:
        raise SystemExit(f"{' '.join(call)}: exit code {code}")


def _median(call: Callable[[], None]) -> tuple[float, float]:
    """Milliseconds on the clock, and of CPU in this process."""
    call()
    found = []
    for _ in range(CALLS):
        begin, used = time.perf_counter(), time.process_time()
        call()
        found.append((1000 * (time.perf_counter() - begin), 1000 * (time.process_time() - used)))
    return statistics.median(w for w, _ in found), statistics.median(c for _, c in found)


if __name__ == "__main__":
    sys.exit(main())
