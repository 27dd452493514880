"""Annotated sets and events in, the tables of docs/measures.md out, as the scorers print them.

    python bench/quality.py [--shared ../shared] [--only records,nara,quotes,...] [--write]

Needs the annotated sets and scorers beside the checkout (they are not ours to bundle); says so and stops where they are absent.
Each section of docs/measures.md stands between two comments and is replaced by what was printed in this run.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
PAGE = HOME / "docs" / "measures.md"
TOOL = Path(sys.executable).with_name("communique")

READING = {  # section: (scorer's measure, set under gold/)
    "quotes": ("quotes", "quotes/polnear_dev.jsonl"),
    "speech": ("speech", "quotes/meantime_speech.jsonl"),
    "times-timebank": ("times", "time/timebank.jsonl"),
    "times-meantime": ("times", "time/meantime.jsonl"),
    "times-aquaint": ("times", "time/aquaint.jsonl"),
    "figures": ("figures", "figures/figures_meantime.jsonl"),
    "plover-gsr": ("events", "events/plover_gsr.jsonl"),
    "plover-sentences": ("events", "events/plv_train.jsonl"),
    "plover-false": ("events", "events/conflibert_cameo_train.jsonl"),
}
NARA = ("nara-statements", "nara-times", "nara-figures")


def main() -> int:
    ap = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ap.add_argument("--shared", type=Path, default=HOME.parent / "shared")
    ap.add_argument("--only", default="", help="sections, by comma")
    ap.add_argument("--write", action="store_true", help="put the tables into docs/measures.md")
    a = ap.parse_args()
    if not (a.shared / "bench").is_dir():
        sys.stderr.write(f"no annotated sets at {a.shared}; give --shared\n")
        return 1
    wanted = [w for w in a.only.split(",") if w] or ["records", "own-events", "nara", *READING]
    for name in wanted:
        started = time.monotonic()
        table = section(name, a.shared)
        print(f"== {name} ({time.monotonic() - started:.0f} s)\n{table}\n", flush=True)
        if a.write:
            put(name, table)
    return 0


def section(name: str, shared: Path) -> str:
    """One section as its scorer prints it."""
    bench = shared / "bench"
    if name in ("records", "own-events"):  # the latter: events that we wrote and marked ourselves, after the rules, to see how they travel
        events = sorted(p for p in ((shared / "gold" / "coverage") if name == "records" else HOME / "bench" / "events").iterdir() if p.is_dir())
        return run([sys.executable, bench / "score_all.py", "--command", str(TOOL), *events])
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        if name == "nara":
            export = exported([*sorted((shared / "seeds").glob("*.txt"))], work)
            return "\n".join(run([sys.executable, bench / "score_reading.py", measure, export, shared / "gold" / "nara"]) for measure in NARA)
        measure, path = READING[name]
        run([sys.executable, bench / "score_reading.py", "prepare", shared / "gold" / path, work / "set.jsonl"])
        return run([sys.executable, bench / "score_reading.py", measure, exported([work / "set.jsonl"], work), shared / "gold" / path])


def exported(inputs: list[Path], work: Path) -> Path:
    """The tool's export of these inputs."""
    out = work / "export.json"
    run([TOOL, "--db", work / "store.db", "add", *inputs], ok=(0, 3))
    run([TOOL, "--db", work / "store.db", "export", "--to", "json", "--with-text", "-o", out])
    return out


def run(command: list[object], ok: tuple[int, ...] = (0,)) -> str:
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False)
    if done.returncode not in ok:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stderr[-2000:]}")
    return done.stdout.rstrip()


def put(name: str, table: str, command: str | None = None) -> None:
    """Replace one section of the page; add it at the end where it is new. ``command`` made the table."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else "# Measures\n"
    block = f"<!-- {name} -->\n`{command or f'python bench/quality.py --only {name}'}`\n\n```\n{table}\n```\n<!-- end {name} -->"
    pattern = re.compile(rf"<!-- {re.escape(name)} -->.*?<!-- end {re.escape(name)} -->", re.S)
    page = pattern.sub(lambda _: block, page) if pattern.search(page) else f"{page.rstrip()}\n\n{block}\n"
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
