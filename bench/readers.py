"""A large store in, how it is to read its pages out: 20 readers while articles are being added, and the largest paint in Chromium.

    python bench/readers.py [--read 500] [--times 200] [--store FILE] [--seconds 30] [--write]

``--store`` takes a store that `bench/pages.py` would have made, and keeps it. Articles are added by another process while the readers read; the record is
not woven anew in that time, so what is measured is reading beside writing.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import shutil
import socket
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

import corpus
import pages
from quality import put

from communique import Communique

READERS = 20
PAGES = ("/", "/commitments", "/relations", "/review", "/search?q=harbour+ferry", "/search?q=talks", "/log")
PAINT = "new Promise(d => new PerformanceObserver(l => d(l.getEntries().at(-1).startTime)).observe({type: 'largest-contentful-paint', buffered: true}))"


def main() -> int:
    ap = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ap.add_argument("--read", type=int, default=500)
    ap.add_argument("--times", type=int, default=200)
    ap.add_argument("--store", type=Path)
    ap.add_argument("--seconds", type=int, default=30)
    ap.add_argument("--write", action="store_true", help="put the table into docs/measures.md")
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = a.store or made(Path(folder), a.read, a.times)
        table = measured(str(store), Path(folder), a.seconds)
    print(table)
    if a.write:
        put("readers", table, f"python bench/readers.py --read {a.read} --times {a.times}")
    return 0


def made(folder: Path, read: int, times: int) -> Path:
    given, store = folder / "given.jsonl", folder / "large.db"
    corpus.write(read, given, seed=1)
    with Communique(store) as desk:
        desk.add([given])
        desk.refresh()
    pages.grow(store, times)
    return store


def measured(store: str, folder: Path, seconds: int) -> str:
    """The table: readers first, then paints."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    server = multiprocessing.Process(target=serving, args=(store, port), daemon=True)
    server.start()
    address = f"http://127.0.0.1:{port}"
    wait_for(address)
    asked = [*PAGES, *stories(store)]
    for path in asked:
        urllib.request.urlopen(address + path).read()  # noqa: S310  our own server
    before = documents(store)
    stop = multiprocessing.Event()
    adder = multiprocessing.Process(target=adding, args=(store, folder / "more.jsonl", stop), daemon=True)
    adder.start()
    took, faults = reading(address, asked, seconds)
    stop.set()
    adder.join(60)
    took.sort()
    lines = [
        f"{READERS} readers, {seconds} s, {documents(store) - before} articles added to {before:,} meanwhile: {len(took):,} pages, {len(faults)} errors",
        f"median {statistics.median(took):.0f} ms, 95th percentile {took[int(0.95 * len(took))]:.0f} ms, slowest {took[-1]:.0f} ms",
        *(f"largest paint of {path:<26} {ms:>6.0f} ms" for path, ms in paints(address, asked[:5] + asked[-1:])),
    ]
    server.terminate()
    return "\n".join(lines + [str(f)[:160] for f in faults[:5]])


def documents(store: str) -> int:
    with sqlite3.connect(store) as c:
        return int(c.execute("SELECT count(*) FROM documents").fetchone()[0])


def serving(store: str, port: int) -> None:
    from communique.web import serve

    serve(store, port=port)


def wait_for(address: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(address + "/log").read()  # noqa: S310  our own server
        except OSError:
            time.sleep(0.1)
        else:
            return


def stories(store: str) -> list[str]:
    with sqlite3.connect(store) as c:
        return [f"/story/{i}" for (i,) in c.execute("SELECT id FROM rows WHERE list = 'stories' ORDER BY id LIMIT 20 OFFSET 1000")]


def adding(store: str, given: Path, stop: multiprocessing.synchronize.Event) -> None:
    """Articles of another seed, ten at a time."""
    for seed in range(2, 1000):
        if stop.is_set():
            return
        corpus.write(10, given, seed=seed)
        with Communique(store) as desk:
            desk.add([given])


def reading(address: str, asked: list[str], seconds: int) -> tuple[list[float], list[Exception]]:
    took: list[float] = []
    faults: list[Exception] = []
    until = time.monotonic() + seconds

    def read(n: int) -> None:
        r = random.Random(n)  # noqa: S311  a choice of pages, not a secret
        while time.monotonic() < until:
            start = time.perf_counter()
            try:
                urllib.request.urlopen(address + r.choice(asked), timeout=30).read()  # noqa: S310  our own server
            except OSError as e:
                faults.append(e)
            took.append(1000 * (time.perf_counter() - start))
            time.sleep(r.uniform(0.5, 1.5))  # a reader looks at what came

    threads = [threading.Thread(target=read, args=(n,)) for n in range(READERS)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return took, faults


def paints(address: str, asked: list[str]) -> list[tuple[str, float]]:
    """Milliseconds to the largest paint, each page in a browser that has not seen it."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return []
    from playwright.sync_api import sync_playwright

    out = []
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for path in asked:
            page = browser.new_page()
            page.goto(address + path)
            out.append((path, float(page.evaluate(PAINT))))
            page.close()
        browser.close()
    return out


if __name__ == "__main__":
    sys.exit(main())
