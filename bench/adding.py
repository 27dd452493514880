"""Synthetic articles with their readings in, what an article costs in a small and in a large store out, and what making the whole record costs.

    python bench/adding.py [--read 600] [--small 500] [--large 50000] [--whole 25000 100000] [--write]

``--read`` articles are really read; the others are these again under other words: within each story nouns, adjectives and family names are put in the
place of others of the same length, days are moved by whole weeks, so every passage stays where it is and the readings stay true. Adding is keeping an
article with its readings and bringing the record up to date; the median of 100. The whole record is lineage, stories and rows from stored readings.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sqlite3
import statistics
import sys
import tempfile
import time
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import corpus
from quality import put

from communique import Communique
from communique.stores import open_store

ID = re.compile(r'"([a-z])([0-9a-f]{12})"')
WORD = re.compile(r"[A-Za-z]+")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
PERSON = re.compile(r'"key":"person:([a-z ]+)"')
ADDED = 100
VOWELS = frozenset("aeiou")
Cells = tuple[str, str, str | None, str, str, str]  # a document


def main() -> int:
    ap = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ap.add_argument("--read", type=int, default=600)
    ap.add_argument("--small", type=int, default=500)
    ap.add_argument("--large", type=int, default=50_000)
    ap.add_argument("--whole", type=int, nargs="*", default=[25_000, 100_000])
    ap.add_argument("--jobs", type=int, default=min(4, os.cpu_count() or 1))
    ap.add_argument("--base", type=Path, help="a store of articles that were read before")
    ap.add_argument("--write", action="store_true", help="put the table into docs/measures.md")
    a = ap.parse_args()
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        base = a.base or read(a.read, Path(folder))
        costs = [adding(base, Path(folder) / f"{n}.db", n, a.jobs, lines) for n in (a.small, a.large) if n]
        if len(costs) == 2:
            lines.append(f"the {a.large:,}th article / the {a.small:,}th: {costs[1] / costs[0]:.2f}")
        for n in a.whole:
            whole(base, Path(folder) / "whole.db", n, a.jobs, lines)
    table = "\n".join(lines)
    print(table)
    if a.write:
        put("adding", table, "python bench/adding.py")
    return 0


def read(n: int, folder: Path) -> Path:
    """A store of articles that were really read."""
    corpus.write(n, folder / "given.jsonl", seed=1)
    with Communique(folder / "base.db") as desk:
        desk.add([folder / "given.jsonl"])
    return folder / "base.db"


def adding(base: Path, where: Path, n: int, jobs: int, lines: list[str]) -> float:
    """The median CPU seconds of keeping one article and refreshing, in a store of ``n``."""
    spare = where.with_suffix(".spare.db")
    fill(base, where, n)
    fill(base, spare, ADDED, start=10**6)
    took, cpu = [], []
    with Communique(where) as desk:
        desk.refresh(jobs)
        version = desk.reading_version()
        for article in list(open_store(str(spare)).articles()):
            wall, used = time.perf_counter(), time.process_time()
            desk.store.keep(article, version)
            desk.refresh()
            took.append(time.perf_counter() - wall)
            cpu.append(time.process_time() - used)
    lines.append(f"an article more in a store of {n:>7,}: median {1000 * statistics.median(took):.0f} ms, {1000 * statistics.median(cpu):.0f} ms of CPU")
    print(lines[-1], file=sys.stderr, flush=True)
    for path in where.parent.glob(f"{n}.*"):
        path.unlink()
    return statistics.median(cpu)


def whole(base: Path, where: Path, n: int, jobs: int, lines: list[str]) -> None:
    """Seconds and memory of making the record of ``n`` articles from their readings."""
    fill(base, where, n)
    started = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        with Communique(where) as desk:
            desk.refresh(jobs)
        os._exit(0)
    _, status, used = os.wait4(pid, 0)
    took = time.perf_counter() - started
    with sqlite3.connect(where) as c:
        rows, stories = c.execute("SELECT count(*) FROM rows").fetchone()[0], c.execute("SELECT count(*) FROM places").fetchone()[0]
    size = where.stat().st_size / 1e9
    lines.append(
        f"the record of {n:>7,}: {took / 60:.1f} minutes with {jobs} processes ({used.ru_utime + used.ru_stime:.0f} s of CPU), peak {used.ru_maxrss / 1e6:.2f} GB in the "
        f"process, {stories:,} stories, {rows:,} rows, {size:.1f} GB on disk" + (f", ended with {status}" if status else "")
    )
    print(lines[-1], file=sys.stderr, flush=True)
    for path in where.parent.glob(where.name + "*"):
        path.unlink()


def fill(base: Path, where: Path, n: int, start: int = 0) -> None:
    """A store of ``n`` articles that were read, none of which the record knows."""
    open_store(str(where)).close()
    c = sqlite3.connect(where)
    c.execute("PRAGMA synchronous=OFF")
    for _, (document, version, layout, body) in zip(range(n), made(base, start), strict=False):
        c.execute("INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?, ?, ?)", document)
        c.execute("INSERT OR IGNORE INTO readings VALUES (?, ?, ?, ?)", (document[0], version, layout, body))
        c.execute("INSERT OR IGNORE INTO changed VALUES (?)", (document[0],))
    c.commit()
    c.close()


def made(base: Path, start: int) -> Iterator[tuple[Cells, str, bytes, bytes]]:
    """The articles of the base over and over, story by story, each time with other words."""
    c = sqlite3.connect(base)
    known = c.execute(
        "SELECT d.id, d.source, d.url, d.text, d.fields, d.first_seen, r.version, r.layout, r.body FROM documents d JOIN readings r ON r.article = d.id ORDER BY d.source"
    ).fetchall()
    stories: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in known:
        stories[row[1].split("o")[0]].append((*row[:7], *(zlib.decompress(b).decode() for b in row[7:])))
    turn = start
    while True:
        for name, rows in stories.items():
            others = Others(f"{turn}-{name}", (row[8] for row in rows))
            for i, source, url, text, fields, seen, version, layout, body in rows:
                document = (others.id(i), f"{source}-{turn}", url and f"{url}-{turn}", others.words(text), others.days(others.words(fields)), seen)
                yield document, version, zlib.compress(others.words(layout).encode(), 1), zlib.compress(others.ids(others.words(body)).encode(), 1)
        turn += 1


class Others:
    """One story under other words: each noun and adjective is another of its length, each family name another made-up one."""

    def __init__(self, name: str, bodies: Iterable[str]) -> None:
        self.name, r = name, random.Random(name)  # noqa: S311  words, no secret
        self.shift = timedelta(weeks=r.randrange(-300, 300))
        self.known: dict[str, str] = {}
        for kind in (corpus.NOUNS, [w for w in corpus.ADJECTIVES if w != "military"]):  # that is a reading's word too
            by_length: dict[int, list[str]] = defaultdict(list)
            for w in kind:
                by_length[len(w)].append(w)
            for words in by_length.values():
                self.known |= dict(zip(words, r.sample(words, len(words)), strict=True))
        first = {w.lower() for w in corpus.FIRST}
        for w in sorted({w for body in bodies for key in PERSON.findall(body) for w in key.split()} - first):
            self.known[w] = w[0] + "".join(r.choice("aeiou" if c in VOWELS else "bdfgklmnprstvz") for c in w[1:])
            self.known[w.capitalize()] = self.known[w].capitalize()

    def words(self, text: str) -> str:
        return WORD.sub(lambda m: self.known.get(m.group(), m.group()), text)

    def days(self, fields: str) -> str:
        return DAY.sub(lambda m: (date.fromisoformat(m.group()) + self.shift).isoformat(), fields)

    def id(self, i: str) -> str:
        return i[0] + sha256(f"{self.name} {i}".encode()).hexdigest()[:12]

    def ids(self, body: str) -> str:
        return ID.sub(lambda m: f'"{self.id(m[1] + m[2])}"', body)


if __name__ == "__main__":
    sys.exit(main())
