"""Rows judged by hand or by a named program: draw them, keep the verdicts without the text, and say how precise each kind of row is.

    python bench/labels.py pool POOL.jsonl SET.jsonl... [--desk DESK.db]      every row of the set's articles with its sentences (not to be committed)
    python bench/labels.py draw OUT.jsonl POOL.jsonl... --rows 300 [--seed 5] rows for a coder, those without a verdict first (not to be committed)
    python bench/labels.py keep JUDGED.jsonl --coder NAME --round N           verdicts into bench/labels/ as ids, offsets and a hash of the row's slots
    python bench/labels.py renew POOL.jsonl...                                mark which judged rows the rules of today still make, slot by slot
    python bench/labels.py score [--write]                                    precision by kind and family, the held-out half apart; alpha

A verdict is right, wrong or unsure, by docs/reading-guidelines.md, and holds only for the row as it was judged (``sig``). Half of the stories (by a hash of
their name) are held out: rules may be mended by reading the others, never these. Stories of the category "world" give four fifths of a draw (all their
articles), all others one fifth (two articles of each); within each, the stories take turns, so that none fills it.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from labels_score import alpha_rows, family_table, key, score
from quality import put

KINDS = {"commitments": 0.2, "meetings": 0.2, "disputes": 0.16, "events": 0.14, "statements": 0.1, "figures": 0.08, "assessments": 0.08, "frameworks": 0.04}
FOLDER = Path(__file__).with_name("labels")
MEASURED = Path(__file__).parents[1] / "src" / "communique" / "measured.json"
SHOWN = tuple(
    """speaker content mode participants form place from status parties action due condition actors about acts name kind members applicant by voice value direction
    type actor recipient state counts unit of precision min max when""".split()
)
WORLD = 0.8  # of a draw
OTHERS = 2  # articles of a story of another category
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
    k = sub.add_parser("keep")
    k.add_argument("judged", type=Path, nargs="+")
    k.add_argument("--coder", required=True)
    k.add_argument("--round", type=int, default=1)
    n = sub.add_parser("renew")
    n.add_argument("pools", type=Path, nargs="+")
    s = sub.add_parser("score")
    s.add_argument("--write", action="store_true")
    a = ap.parse_args()
    if a.verb == "pool":
        return pool(a.sets, a.out, a.desk)
    if a.verb == "draw":
        return draw(a.pools, a.out, a.rows, a.seed)
    if a.verb == "keep":
        return keep(a.judged, a.coder, a.round)
    if a.verb == "renew":
        return renew(a.pools)
    labels = list(read(FOLDER.glob("round-*.jsonl")))
    table = score(labels, tuple(KINDS))
    print(table)
    if a.write:
        put("labels", table, "python bench/labels.py score")
        MEASURED.write_text(json.dumps(family_table(labels), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def pool(sets: list[Path], out: Path, desk_file: str) -> int:
    """Every row of the set's articles as the tool reads them now."""
    from communique import Communique
    from communique.exports import json as exporter
    from communique.model.document import Document

    by_source = {str(r["id"]): r for r in chosen(read(sets))}
    lines = out.with_suffix(".given.jsonl")
    given = ({"id": r["id"], "source": r["id"], "published": r.get("date") or r.get("dct"), "text": r["text"].strip()} for r in by_source.values())
    lines.write_text("\n".join(json.dumps(g) for g in given), encoding="utf-8")
    with Communique(desk_file) as desk:
        if not desk.add([lines]).added:
            desk.reread()
        record = desk.record()
    lines.unlink()
    documents: dict[str, Document] = {i: layout.document for i, layout in record.layouts.items()}
    origins = exporter.origins_of(record)
    rows = []
    for row in record.rows:
        if row.list not in KINDS:
            continue
        told = sorted(row.evidence)
        p, document = told[0], documents[told[0].article]
        around, given_row = record.sentences(p), by_source[document.source]
        slots = {k: v for k, v in exporter.row(row, origins).items() if k in SHOWN and v not in (None, [], "")}
        if row.list == "statements" and isinstance(slots.get("content"), list):
            slots["content"] = [small(c) for c in slots["content"]]
        plain = small(slots)
        shown = {"before": document.text[max(0, around.start - 220) : around.start], "sentence": around.text, "after": document.text[around.end : around.end + 160]}
        rows.append(
            {"article": document.source, "start": p.start, "end": p.end, "kind": row.list, "rule": str(row.get("rule") or row.list), "sig": sig(plain)}
            | {"story": str(given_row.get("cluster") or document.source), "outlet": outlet_of(given_row)}
            | {"category": given_row.get("category", "world"), "row": plain, "also": [record.sentences(q).text for q in told[1:4]]} | shown
        )  # fmt: skip
    out.write_text("\n".join(json.dumps(x, ensure_ascii=False) for x in rows), encoding="utf-8")
    print(f"{len(rows)} rows: {dict(Counter(x['kind'] for x in rows))}")
    return 0


def outlet_of(given: dict[str, Any]) -> str:
    """Who published it; the letters that a wire's document number begins with (APW19980807), where nothing else says."""
    name = given.get("publisher") or given.get("source")
    return str(name) if name else "".join(itertools.takewhile(lambda c: not c.isdigit(), str(given["id"]))).strip("_-")


def chosen(given: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Every article of the stories of the category "world", the first two (by id) of every other story."""
    seen: Counter[str] = Counter()
    for r in sorted(given, key=lambda r: str(r["id"])):
        story = str(r.get("cluster") or r["id"])
        seen[story] += 1
        if r.get("category", "world") == "world" or seen[story] <= OTHERS:
            yield r


def sig(plain: Any) -> str:
    """A short hash of a row's slots: a verdict holds for these and no others."""
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]


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
    print(f"{len(drawn)} rows of {len({x['story'] for x in drawn})} stories and {len({x['outlet'] for x in drawn})} outlets: {dict(Counter(x['kind'] for x in drawn))}")
    return 0


def spread(given: list[dict[str, Any]], n: int, r: random.Random) -> list[dict[str, Any]]:
    """``n`` of the pool, the stories in turn, so that no story fills the draw."""
    by_story: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for x in sorted(given, key=lambda x: (x["article"], x["start"], x["rule"], x["sig"])):
        by_story[x["story"]].append(x)
    for xs in by_story.values():
        r.shuffle(xs)
    out: list[dict[str, Any]] = []
    while len(out) < n and any(by_story.values()):
        for story in sorted(by_story):
            if by_story[story] and len(out) < n:
                out.append(by_story[story].pop())
    return out


def small(value: Any) -> Any:
    """A row's slots in words: names, words, numbers; no ids, no offsets."""
    if isinstance(value, dict):
        if "as_written" in value and "name" in value:
            return f"{value['name'] or value['as_written']}" + (f" [{value['country']}]" if value.get("country") else "")
        if "text" in value and "start" in value:
            return value["text"]
        return {k: small(v) for k, v in value.items() if k not in ("id", "evidence", "origin", "article", "account") and v not in (None, [], "")}
    if isinstance(value, list):
        return [small(v) for v in value]
    return value


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


def read(paths: Iterable[Path]) -> Iterable[dict[str, Any]]:
    for path in sorted(paths):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                yield json.loads(line)


if __name__ == "__main__":
    sys.exit(main())
