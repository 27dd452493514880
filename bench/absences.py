"""A store in, absences drawn for judging out, and the verdicts kept: how many of the lines "only one origin says" are right.

    python bench/absences.py draw STORE OUT.txt --rows 110 --seed 11   each line with the likest sentences of the other accounts (not to be committed)
    python bench/absences.py keep STORE VERDICTS.txt --coder NAME      "n verdict" lines into bench/labels/absences/, as ids and offsets
    python bench/absences.py score [--write]

A line is right where no other account of the story tells it in any words; the coder reads the three likest sentences of all others, and the texts where in doubt.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from quality import put

from communique import Communique
from communique.model.record import Record, Row
from communique.records.vectors import idf, terms

KEPT = Path(__file__).with_name("labels") / "absences" / "verdicts.jsonl"


def main() -> int:
    ap = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ap.add_argument("verb", choices=("draw", "keep", "score"))
    ap.add_argument("store", nargs="?")
    ap.add_argument("file", nargs="?", type=Path)
    ap.add_argument("--rows", type=int, default=110)
    ap.add_argument("--seed", type=int, default=11)
    ap.add_argument("--coder", default="")
    ap.add_argument("--write", action="store_true")
    a = ap.parse_args()
    if a.verb == "score":
        table = score([json.loads(x) for x in KEPT.read_text(encoding="utf-8").splitlines()])
        print(table)
        if a.write:
            put("absences", table, "python bench/absences.py score")
        return 0
    with Communique(a.store) as desk:
        record = desk.record()
    rows = sorted(record.of("absences"), key=lambda r: r.id)
    random.Random(a.seed).shuffle(rows)  # noqa: S311  a draw of rows, not a secret
    if a.verb == "draw":
        a.file.write_text("\n".join(shown(record, n, r) for n, r in enumerate(rows[: a.rows])), encoding="utf-8")
        return 0
    verdicts = dict(line.split()[:2] for line in a.file.read_text(encoding="utf-8").splitlines() if line.strip())
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    KEPT.write_text("".join(json.dumps(label(r, verdicts[str(n)], a.coder)) + "\n" for n, r in enumerate(rows[: a.rows])), encoding="utf-8")
    return 0


def shown(record: Record, n: int, r: Row) -> str:
    """A line, its words, and the three likest sentences of the texts that were looked through."""
    first = min(r.evidence)
    words = set(terms(record.sentences(first).text))
    whole = sum(map(idf, words)) or 1.0
    near = sorted({(round(sum(map(idf, words & set(terms(s)))) / whole, 2), s) for s in others(record, r)}, reverse=True)[:3]
    return "\n".join([f"#{n} {r.get('kind')}: {first.text}", *(f"   {v:.2f} {' '.join(s.split())[:300]}" for v, s in near)])


def others(record: Record, r: Row) -> Iterator[str]:
    for name in ("complete_texts", "cut_texts"):
        found = r.get(name)
        for i in found if isinstance(found, tuple) else ():
            layout = record.layouts[str(i)]
            yield from (layout.document.text[s.start : s.end] for s in layout.sentences)


def label(r: Row, verdict: str, coder: str) -> dict[str, object]:
    first = min(r.evidence)
    return {"article": first.article, "start": first.start, "end": first.end, "kind": str(r.get("kind")), "verdict": verdict, "coder": coder}


def score(labels: list[dict[str, str]]) -> str:
    n = Counter(x["verdict"] for x in labels)
    coders = ", ".join(sorted({x["coder"] for x in labels}))
    return f"{len(labels)} absences of {len({x['article'] for x in labels})} articles: right {n['right']}, wrong {n['wrong']}, unsure {n['unsure']}; coded by {coders}"


if __name__ == "__main__":
    sys.exit(main())
