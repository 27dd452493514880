"""Rows judged by hand or by a named program: draw them, keep the verdicts without the text, and say how precise each kind of row is.

    python bench/labels.py draw OUT.jsonl SET.jsonl... --rows 1200 [--stories 70,19,...] [--seed 5]  rows with their sentences, for a coder (not to be committed)
    python bench/labels.py keep JUDGED.jsonl --coder NAME --round N                                  verdicts into bench/labels/ as ids and offsets
    python bench/labels.py score [--write]                                                           precision by kind and rule, held-out half apart; alpha

A verdict is right, wrong or unsure, by docs/reading-guidelines.md. Half of the stories (by a hash of their name) are held out: rules may be mended by reading
the others, never these. Krippendorff's alpha (nominal) is over the rows that two rounds judged without seeing each other.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from quality import put

KINDS = {"commitments": 0.2, "meetings": 0.17, "events": 0.2, "statements": 0.13, "disputes": 0.1, "figures": 0.08, "assessments": 0.08, "frameworks": 0.04}
FOLDER = Path(__file__).with_name("labels")
SHOWN = ("speaker", "content", "mode", "participants", "form", "place", "from", "status", "parties", "action", "actors", "about", "acts", "name", "kind", "members", "by", "voice", "value", "direction", "type", "actor", "recipient", "state", "counts", "unit", "of", "precision", "min", "max", "when")


def main() -> int:
    ap = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    sub = ap.add_subparsers(dest="verb", required=True)
    d = sub.add_parser("draw")
    d.add_argument("out", type=Path)
    d.add_argument("sets", type=Path, nargs="+")
    d.add_argument("--rows", type=int, default=1200)
    d.add_argument("--stories", default="")
    d.add_argument("--seed", type=int, default=5)
    k = sub.add_parser("keep")
    k.add_argument("judged", type=Path, nargs="+")
    k.add_argument("--coder", required=True)
    k.add_argument("--round", type=int, default=1)
    s = sub.add_parser("score")
    s.add_argument("--write", action="store_true")
    a = ap.parse_args()
    if a.verb == "draw":
        return draw(a.sets, a.out, a.rows, {x for x in a.stories.split(",") if x}, a.seed)
    if a.verb == "keep":
        return keep(a.judged, a.coder, a.round)
    table = score(list(read(FOLDER.glob("*.jsonl"))))
    print(table)
    if a.write:
        put("labels", table, "python bench/labels.py score")
    return 0


def draw(sets: list[Path], out: Path, wanted: int, stories: set[str], seed: int) -> int:
    """Rows of the set's articles as the tool reads them now, spread over kinds and stories."""
    from communique import Communique
    from communique.exports import json as exporter
    from communique.model.document import Document

    given = [r for r in read(sets) if "cluster" not in r or not stories or str(r["cluster"]).split("|")[0] in stories]
    by_source = {str(r["id"]): r for r in given}
    lines = out.with_suffix(".given.jsonl")
    lines.write_text("\n".join(json.dumps({"id": r["id"], "source": r["id"], "published": r.get("date"), "text": r["text"].strip()}) for r in given), encoding="utf-8")
    with Communique(":memory:") as desk:
        desk.add([lines])
        record = desk.record()
    lines.unlink()
    documents: dict[str, Document] = {i: layout.document for i, layout in record.layouts.items()}
    origins = exporter.origins_of(record)
    pools: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in record.rows:
        if row.list in KINDS:
            p = min(row.evidence)
            source = documents[p.article].source
            around = record.sentences(p)
            slots = {k: v for k, v in exporter.row(row, origins).items() if k in SHOWN and v not in (None, [], "")}
            text = documents[p.article].text
            shown = {"before": text[max(0, around.start - 220) : around.start], "sentence": around.text, "after": text[around.end : around.end + 160]}
            pools[row.list].append({"article": source, "start": p.start, "end": p.end, "kind": row.list, "rule": str(row.get("rule") or row.list), "story": str(by_source[source].get("cluster") or source), "outlet": by_source[source].get("publisher") or by_source[source].get("source"), **shown, "row": small(slots)})
    r = random.Random(seed)  # noqa: S311  a draw of rows, not a secret
    drawn = [x for kind, share in KINDS.items() for x in spread(pools[kind], round(wanted * share), r)]
    r.shuffle(drawn)
    for n, x in enumerate(drawn):
        x["n"] = n
    out.write_text("\n".join(json.dumps(x, ensure_ascii=False) for x in drawn), encoding="utf-8")
    print(f"{len(drawn)} rows of {len({x['story'] for x in drawn})} stories and {len({x['outlet'] for x in drawn})} outlets: {dict(Counter(x['kind'] for x in drawn))}")
    return 0


def spread(pool: list[dict[str, Any]], n: int, r: random.Random) -> list[dict[str, Any]]:
    """``n`` of the pool, the stories in turn, so that no story fills the draw."""
    by_story: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for x in sorted(pool, key=lambda x: (x["article"], x["start"], x["rule"])):
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
    """Write verdicts as ids and offsets; no word of an article."""
    FOLDER.mkdir(exist_ok=True)
    rows = [
        {k: x[k] for k in ("article", "start", "end", "kind", "rule", "story", "outlet")} | {"verdict": x["verdict"], "coder": coder, "round": number}
        for x in read(judged)
        if x.get("verdict") in ("right", "wrong", "unsure")
    ]
    rows.sort(key=lambda x: (x["kind"], x["article"], x["start"], x["end"], x["rule"]))
    (FOLDER / f"round-{number}.jsonl").write_text("\n".join(json.dumps(x) for x in rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} verdicts kept")
    return 0


def score(labels: list[dict[str, Any]]) -> str:
    """Precision by kind (unsure counts as not right), on stories read while mending and on those held out; alpha by kind."""
    first = [x for x in labels if x["round"] == 1]
    coders = ", ".join(sorted({x["coder"] for x in labels}))
    out = [f"{len(first)} rows, {len({x['story'] for x in first})} stories, {len({x['outlet'] for x in first})} outlets; coded by {coders}"]
    out.append(f"{'kind':<14}{'rows':>6}{'right':>7}{'wrong':>7}{'unsure':>8}{'precision':>11}{'held out':>15}{'alpha':>9}")
    for kind in [*KINDS, "all"]:
        mine = [x for x in first if kind in (x["kind"], "all")]
        if not mine:
            continue
        n = Counter(x["verdict"] for x in mine)
        held = [x for x in mine if held_out(x["story"])]
        right = sum(x["verdict"] == "right" for x in held)
        both = alpha([x for x in labels if kind in (x["kind"], "all")])
        share = f"{right / len(held):.2f} of {len(held)}" if held else "n/a"
        out.append(f"{kind:<14}{len(mine):>6}{n['right']:>7}{n['wrong']:>7}{n['unsure']:>8}{n['right'] / len(mine):>11.2f}{share:>15}{both if both is None else f'{both:.2f}':>9}")
    out.append("\nrules with 15 rows or more")
    by_rule: dict[tuple[str, str], list[str]] = defaultdict(list)
    for x in first:
        by_rule[x["kind"], x["rule"]].append(x["verdict"])
    for (kind, rule), verdicts in sorted(by_rule.items()):
        if len(verdicts) >= 15:
            out.append(f"{kind:<14}{rule:<40}{len(verdicts):>5}{verdicts.count('right') / len(verdicts):>8.2f}")
    return "\n".join(out)


def alpha(labels: list[dict[str, Any]]) -> float | None:
    """Krippendorff's alpha for nominal data over rows with two verdicts (K. Krippendorff, Content Analysis, ch. 12)."""
    by_row: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for x in labels:
        by_row[x["kind"], x["article"], x["start"], x["end"], x["rule"]].append(x["verdict"])
    pairs = [v for v in by_row.values() if len(v) == 2]
    if len(pairs) < 10:
        return None
    values = Counter(v for pair in pairs for v in pair)
    n = sum(values.values())
    observed = sum(2 for a, b in pairs if a != b) / n
    expected = sum(values[a] * values[b] for a in values for b in values if a != b) / (n * (n - 1))
    return 1.0 if expected == 0 else 1 - observed / expected


def held_out(story: str) -> bool:
    return hashlib.sha256(story.encode()).digest()[0] % 2 == 0


def read(paths: Iterable[Path]) -> Iterable[dict[str, Any]]:
    for path in sorted(paths):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                yield json.loads(line)


if __name__ == "__main__":
    sys.exit(main())
