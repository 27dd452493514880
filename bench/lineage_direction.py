"""Version chains in their true order in, the weights of ``records/lineage/growth.py`` out: ``python bench/lineage_direction.py GOLD_DIR``.

Logistic regression on the signs of its measures over true neighbours; no intercept, since the order of two texts given is no reason. How well it
does is told on pages that it was not fitted on, ten folds by page.
"""

from __future__ import annotations

import hashlib
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
from lineage_chains import articles
from numpy.typing import NDArray

from communique.records.lineage.align import compare
from communique.records.lineage.growth import MEASURES, signs
from communique.records.lineage.words import Words

FOLDS, PENALTY = 10, 20.0
Floats = NDArray[np.float64]


def fit(rows: Floats) -> Floats:
    weights = np.zeros(rows.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (1 - p) - PENALTY * weights
        curve = (rows * (p * (1 - p))[:, None]).T @ rows + PENALTY * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def main(gold: Path) -> None:
    made, places = articles(gold / "stories/wikiversions_chains.jsonl", None)
    words, none = Words(), np.zeros(0, dtype=np.uint64)
    texts = {i: words.read(a.layout) for i, a in made.items()}
    chain = sorted(places, key=lambda i: places[i])
    pairs = [(x, y) for x, y in pairwise(chain) if places[x][0] == places[y][0]]
    rows = np.array([signs(texts[x], texts[y], compare(texts[x], texts[y], none)) for x, y in pairs], dtype=np.float64)
    fold = np.array([int(hashlib.sha256(places[x][0].encode()).hexdigest(), 16) % FOLDS for x, _ in pairs])
    odds = np.zeros(len(rows))
    for k in range(FOLDS):
        odds[fold == k] = rows[fold == k] @ fit(rows[(fold != k) & rows.any(axis=1)])
    surest = np.argsort(-np.abs(odds), kind="stable")
    for share in (0.7, 0.8, 0.9):
        given = surest[: int(share * len(rows))]
        sys.stdout.write(f"given for {share:.0%}: {(odds[given] > 0).mean():.3f} right, |log odds| from {abs(odds[given[-1]]):.2f}\n")
    for name, weight in zip([*(m[0] for m in MEASURES), "contained"], fit(rows[rows.any(axis=1)]), strict=True):
        sys.stdout.write(f"{name:<20}{weight:6.2f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
