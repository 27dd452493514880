"""A large store in, the median time of each page on the server out.

    python bench/pages.py [--read 500] [--times 200] [--write]

``--read`` synthetic articles are really read; their documents and rows are then written ``--times`` over under other ids, so that the store holds 100,000
articles without reading them for hours. A third of the statements and events is kept, times and figures are left out of the copies. The first call of a
page, which fills its caches, stands apart.
"""

from __future__ import annotations

import argparse
import random
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

import corpus
from quality import put
from starlette.testclient import TestClient

from communique import Communique
from communique.web import make_app

LISTS = ("articles", "origins", "stories", "meetings", "commitments", "disagreements", "statements", "events", "disputes", "candidates", "relations")
THINNED = {"statements": 0.35, "events": 0.35}
ID = re.compile(r'"([aosqnmcdwhexvrkupz][0-9a-f]{12})"')
CALLS = 20


def main() -> int:
    ap = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ap.add_argument("--read", type=int, default=500)
    ap.add_argument("--times", type=int, default=200)
    ap.add_argument("--write", action="store_true", help="put the table into docs/measures.md")
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "large.db"
        given = Path(folder) / "given.jsonl"
        corpus.write(a.read, given, seed=1)
        with Communique(store) as desk:
            desk.add([given])
            desk.refresh()
        rows = grow(store, a.times)
        table = f"{a.read * a.times:,} articles, {rows:,} rows\n" + "\n".join(measures(str(store)))
    print(table)
    if a.write:
        put("pages", table, f"python bench/pages.py --read {a.read} --times {a.times}")
    return 0


def grow(store: Path, times: int) -> int:
    """Write documents and rows under other ids; the number of rows in the end."""
    c = sqlite3.connect(store)
    c.execute("PRAGMA synchronous=OFF")
    r = random.Random(1)  # noqa: S311  a choice of rows, not a secret
    rows = [x for x in c.execute("SELECT list, id, story, body FROM rows").fetchall() if x[0] in LISTS and r.random() < THINNED.get(x[0], 1)]
    kept = {x[1] for x in rows}
    documents = c.execute("SELECT id, source, url, text, fields, first_seen FROM documents").fetchall()
    readings = c.execute("SELECT article, version, layout, body FROM readings").fetchall()
    sentences = c.execute('SELECT article, start, "end" FROM sentences').fetchall()
    cited = [x for x in c.execute('SELECT list, row, article, start, "end" FROM cited').fetchall() if x[1] in kept]
    standing = [x for x in c.execute("SELECT name, list, row, country, story FROM standing").fetchall() if x[2] in kept]
    for n in range(1, times):
        end = f"{n:03x}"
        c.executemany("INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?, ?, ?)", [(x[0][:10] + end, *x[1:]) for x in documents])
        c.executemany("INSERT OR IGNORE INTO readings VALUES (?, ?, ?, ?)", [(x[0][:10] + end, *x[1:]) for x in readings])
        new = [(k, i[:10] + end, s and s[:10] + end, ID.sub(lambda m, e=end: f'"{m[1][:10]}{e}"', body)) for k, i, s, body in rows]
        c.executemany("INSERT OR IGNORE INTO rows VALUES (?, ?, ?, ?)", new)
        c.executemany("INSERT OR IGNORE INTO standing VALUES (?, ?, ?, ?, ?)", [(*x[:2], x[2][:10] + end, x[3], x[4] and x[4][:10] + end) for x in standing])
        c.executemany('INSERT INTO cited (list, row, article, start, "end") VALUES (?, ?, ?, ?, ?)', [(k, i[:10] + end, x[:10] + end, s, e) for k, i, x, s, e in cited])
        c.executemany('INSERT INTO sentences (article, start, "end") VALUES (?, ?, ?)', [(x[:10] + end, s, e) for x, s, e in sentences])
    c.execute("INSERT INTO search (search) VALUES ('rebuild')")
    c.commit()
    return int(c.execute("SELECT count(*) FROM rows").fetchone()[0])


def measures(store: str) -> list[str]:
    """One line a page: the first call and the median of the next ones, in milliseconds."""
    c = sqlite3.connect(store)
    story = c.execute("SELECT id FROM rows WHERE list = 'stories' ORDER BY id LIMIT 1 OFFSET 1000").fetchone()[0]
    pair = c.execute(
        "SELECT json_extract(body, '$.slots.actor.\"$actor\".country') a, json_extract(body, '$.slots.recipient.\"$actor\".country') b "
        "FROM rows WHERE list = 'relations' GROUP BY a, b ORDER BY count(*) DESC LIMIT 1"
    ).fetchone()
    out = [f"{'page':<28}{'first, ms':>12}{'median, ms':>12}{'kB':>8}"]
    with TestClient(make_app(store), base_url="http://localhost") as client:
        for path in ("/", f"/story/{story}", f"/pair/{pair[0]}/{pair[1]}", "/search?q=harbour+ferry", "/commitments", "/relations", "/review"):
            took = []
            for _ in range(CALLS + 1):
                start = time.perf_counter()
                answer = client.get(path)
                took.append(1000 * (time.perf_counter() - start))
            out.append(f"{path:<28}{took[0]:>12.0f}{statistics.median(took[1:]):>12.0f}{len(answer.content) // 1000:>8}")
    return out


if __name__ == "__main__":
    sys.exit(main())
