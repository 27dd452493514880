"""Rows judged by hand or by a named program: draw them, keep the verdicts without the text, and say how precise each kind of row is.

    python bench/labels.py pool POOL.jsonl SET.jsonl... [--desk DESK.db]      every row of the set's articles with its sentences (not to be committed)
    python bench/labels.py draw OUT.jsonl POOL.jsonl... --rows 300 [--seed 5] rows for a coder, those without a verdict first (not to be committed)
    python bench/labels.py sheet OUT.jsonl SET.jsonl... --kinds meetings,commitments,disputes --rows 100 --seed 7
                                                                              rows of unjudged stories for a coder, no verdict shown (not to be committed)
    python bench/labels.py keep JUDGED.jsonl --coder NAME --round N           verdicts into bench/labels/ as ids, offsets and a hash of the row's slots
    python bench/labels.py renew POOL.jsonl...                                mark which judged rows the rules of today still make, slot by slot
    python bench/labels.py fresh [--write]                                    precision of a draw of rows of stories that nobody had judged, by two passes
    python bench/labels.py score [--write]                                    precision by kind and family, the held-out half apart; alpha

A verdict is right, wrong or unsure, by docs/reading-guidelines.md, and holds only for the row as it was judged (``sig``). Half of the stories (by a hash of
their name) are held out. The wrong rows of both halves were read while meetings, commitments, disputes and events were mended: for these the held-out figure
is no measure of unseen text, a sheet of unjudged stories is. Stories of the category "world" give four fifths of a draw (all their
articles), all others one fifth (two articles of each); within each, the stories take turns, so that none fills it.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from labels_pool import KINDS, articles, chosen, read, rows_of
from labels_score import FRESH, alpha_rows, family_table, fresh, key, score
from labels_sheet import sheet, spread
from quality import put

FOLDER = Path(__file__).with_name("labels")
MEASURED = Path(__file__).parents[1] / "src" / "communique" / "measured.json"
WORLD = 0.8  # of a draw
KEPT = ("article", "start", "end", "kind", "rule", "sig", "story", "outlet")


def main() -> int:
    ap = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    sub = ap.add_subparsers(dest="verb", required=True)
    p = sub.add_parser("pool")
    p.add_argument("out", type=Path)
    p.add_argument("sets", type=Path, nargs="+")
    p.add_argument("--desk", default=":memory:")
    d = sub.add_parser("draw")
    d.add_argument("out", type=Path)
    d.add_argument("pools", type=Path, nargs="+")
    d.add_argument("--rows", type=int, default=300)
    d.add_argument("--seed", type=int, default=5)
    h = sub.add_parser("sheet")
    h.add_argument("out", type=Path)
    h.add_argument("sets", type=Path, nargs="+")
    h.add_argument("--kinds", default="meetings,commitments,disputes")
    h.add_argument("--rows", type=int, default=100)
    h.add_argument("--seed", type=int, default=7)
    h.add_argument("--articles", type=int, default=0, help="read at most so many, drawn by the seed; 0: all")
    h.add_argument("--desk", default=":memory:")
    k = sub.add_parser("keep")
    k.add_argument("judged", type=Path, nargs="+")
    k.add_argument("--coder", required=True)
    k.add_argument("--round", type=int, default=1)
    n = sub.add_parser("renew")
    n.add_argument("pools", type=Path, nargs="+")
    fr = sub.add_parser("fresh")
    fr.add_argument("--write", action="store_true")
    s = sub.add_parser("score")
    s.add_argument("--write", action="store_true")
    a = ap.parse_args()
    if a.verb == "pool":
        return pool(a.sets, a.out, a.desk)
    if a.verb == "draw":
        return draw(a.pools, a.out, a.rows, a.seed)
    if a.verb == "sheet":
        return sheet(a.out, a.sets, a.kinds.split(","), a.rows, a.seed, a.articles, a.desk, list(read(FOLDER.glob("round-*.jsonl"))))
    if a.verb == "keep":
        return keep(a.judged, a.coder, a.round)
    if a.verb == "renew":
        return renew(a.pools)
    labels = list(read(FOLDER.glob("round-*.jsonl")))
    if a.verb == "fresh":
        table = fresh(labels, tuple(KINDS))
        print(table)
        if a.write:
            put("labels-fresh", table, "python bench/labels.py fresh")
        return 0
    table = score([x for x in labels if x["round"] not in FRESH], tuple(KINDS))
    print(table)
    if a.write:
        put("labels", table, "python bench/labels.py score")
        MEASURED.write_text(json.dumps(family_table(labels), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def pool(sets: list[Path], out: Path, desk_file: str) -> int:
    """Every row of the set's articles as the tool reads them now."""
    rows = rows_of(list(chosen(articles(sets))), desk_file, out.with_suffix(".given.jsonl"))
    out.write_text("\n".join(json.dumps(x, ensure_ascii=False) for x in rows), encoding="utf-8")
    print(f"{len(rows)} rows: {dict(Counter(x['kind'] for x in rows))}")
    return 0


def draw(pool_files: list[Path], out: Path, wanted: int, seed: int) -> int:
    """Rows without a verdict, spread over kinds and stories."""
    known = {key(x) for x in read(FOLDER.glob("round-1.jsonl"))}
    pools: dict[tuple[str, bool], list[dict[str, Any]]] = defaultdict(list)
    for x in read(pool_files):
        if key(x) not in known:
            pools[x["kind"], x["category"] == "world"].append(x)
    r = random.Random(seed)  # noqa: S311  a draw of rows, not a secret
    drawn = []
    for kind, share in KINDS.items():
        for world, part in ((True, WORLD), (False, 1 - WORLD)):
            drawn += spread(pools[kind, world], round(wanted * share * part), r)
    drawn.sort(key=lambda x: (x["kind"], x["story"], x["article"], x["start"]))
    for n, x in enumerate(drawn):
        x["n"] = n
    out.write_text("\n".join(json.dumps(x, ensure_ascii=False) for x in drawn), encoding="utf-8")
    print(
        f"{len(drawn)} rows of {len({x['story'] for x in drawn})} stories and {len({x['outlet'] for x in drawn})} outlets: {dict(Counter(x['kind'] for x in drawn))}"
    )
    return 0


def keep(judged: list[Path], coder: str, number: int) -> int:
    """Add verdicts as ids and offsets; no word of an article. A row judged again keeps the later verdict."""
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"round-{number}.jsonl"
    rows = {key(x): x for x in (read([path]) if path.exists() else ())}
    for x in read(judged):
        if x.get("verdict") in ("right", "wrong", "unsure"):
            rows[key(x)] = {k: x[k] for k in KEPT} | {"verdict": x["verdict"], "why": x.get("why", ""), "coder": coder, "round": number, "now": True}
    write(path, rows.values())
    print(f"{len(rows)} verdicts kept; {alpha_rows(list(read(FOLDER.glob('round-*.jsonl'))))} rows with two")
    return 0


def renew(pool_files: list[Path]) -> int:
    """Mark the judged rows that are still made as they were judged."""
    made = {key(x) for x in read(pool_files)}
    for path in sorted(FOLDER.glob("round-*.jsonl")):
        rows = [x | {"now": key(x) in made} for x in read([path])]
        write(path, rows)
        print(f"{path.name}: {sum(x['now'] for x in rows)} of {len(rows)} rows are still made")
    return 0


def write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    found = sorted(rows, key=lambda x: (x["kind"], x["article"], x["start"], x["end"], x["rule"], x["sig"]))
    path.write_text("\n".join(json.dumps(x) for x in found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
