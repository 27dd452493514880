"""Grouping into stories, the bar fixed on one set and tried on others: ``python bench/stories_thresholds.py GOLD_DIR``.

B-cubed F1 by bar on ECB+ train; the best of them is then tried on ECB+ dev and on Giveme5W's news clusters. Articles are taken one by one (no
lineage), and days only from their date, since the sets have no more.
"""

from __future__ import annotations

import json
import math
import sys
from datetime import date
from pathlib import Path

from communique.records.clusters import clusters
from communique.records.near import likeness
from communique.records.stories import FLOOR, KEEP, LOW, WEEK
from communique.records.vectors import vector

BARS = (0.10, 0.11, 0.12, 0.13, 0.14, 0.15, 0.16, 0.18, 0.20)
SLACK = 0.2  # of bars as good as this, the highest: two stories taken for one cost more than one taken for two
Row = dict[str, str]


def rows(path: Path, split: str | None = None) -> list[Row]:
    found = [json.loads(line) for line in path.open(encoding="utf-8")]
    return [d for d in found if split is None or d["split"] == split]


def pairs(articles: list[Row]) -> dict[tuple[str, str], float]:
    """Likeness after time."""
    days = {d["id"]: date.fromisoformat(d["date"][:10]) if d.get("date") else None for d in articles}
    plain = likeness({d["id"]: vector(d["title"] or "", d["text"].removeprefix(d["title"] or "")) for d in articles})
    out = {}
    for (a, b), v in plain.items():
        x, y = days[a], days[b]
        out[a, b] = v if x is None or y is None else v * (FLOOR + (1 - FLOOR) * math.exp(-abs((x - y).days) / WEEK))
    return out


def b_cubed(articles: list[Row], groups: list[tuple[str, ...]]) -> float:
    gold: dict[str, set[str]] = {}
    for d in articles:
        gold.setdefault(d["cluster"], set()).add(d["id"])
    ours = {i: set(g) for g in groups for i in g}
    p = sum(len(ours[d["id"]] & gold[d["cluster"]]) / len(ours[d["id"]]) for d in articles) / len(articles)
    r = sum(len(ours[d["id"]] & gold[d["cluster"]]) / len(gold[d["cluster"]]) for d in articles) / len(articles)
    return 200 * p * r / (p + r)


def main(gold: Path) -> None:
    sets = {
        "ECB+ train": rows(gold / "stories/ecbplus_train_dev.jsonl", "train"),
        "ECB+ dev": rows(gold / "stories/ecbplus_train_dev.jsonl", "dev"),
        "Giveme5W": rows(gold / "stories/giveme5w_newscluster.jsonl"),
    }
    table: dict[str, dict[float, float]] = {}
    for name, articles in sets.items():
        near, ids = pairs(articles), [d["id"] for d in articles]
        table[name] = {bar: b_cubed(articles, clusters(ids, near, low=LOW, join=bar, keep=KEEP)) for bar in BARS}
        sys.stdout.write(f"{name:<12}" + " ".join(f"{bar:.2f}:{f:5.1f}" for bar, f in table[name].items()) + "\n")
    top = max(table["ECB+ train"].values())
    best = max(bar for bar in BARS if table["ECB+ train"][bar] >= top - SLACK)
    sys.stdout.write(f"fixed on ECB+ train: {best:.2f}; ECB+ dev {table['ECB+ dev'][best]:.1f}, Giveme5W {table['Giveme5W'][best]:.1f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
