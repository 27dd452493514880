"""Version chains in their true order in, how well lineage finds them out: ``python bench/lineage_chains.py GOLD_DIR``.

Copy pairs: two versions of one page, found by a direct edge, or by belonging to one origin. Neighbours: true neighbours (n, n+1) that the line or
tree of the versions joins; two versions of the very same text (a tenth of all neighbours, reverts among them) can be told apart by nothing, so the figure is
also given with such texts as one. Direction: of the true neighbours, how many are given an order by their votes, and how many of those rightly.
Texts shorter than 400 characters are left out, as in the figures this is compared with.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from functools import cache, partial
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np

from communique.model.article import Article
from communique.model.document import Document
from communique.model.lineage import Lineage
from communique.passages import lay_out
from communique.records.lineage import trace
from communique.records.lineage.align import compare
from communique.records.lineage.neighbours import neighbours
from communique.records.lineage.order import SURE
from communique.records.lineage.prints import Prints
from communique.records.lineage.sentences import align
from communique.records.lineage.votes import balance, cast
from communique.records.lineage.words import Text, Words

SHORTEST = 400
NO_FURNITURE = np.zeros(0, dtype=np.uint64)


def articles(path: Path, limit: int | None) -> tuple[dict[str, Article], dict[str, tuple[str, int]]]:
    """Articles, and for each its page and place in the chain."""
    made: dict[str, Article] = {}
    places: dict[str, tuple[str, int]] = {}
    pages: set[str] = set()
    for line in path.open(encoding="utf-8"):
        d = json.loads(line)
        pages.add(d["cluster"])
        if limit and len(pages) > limit:
            break
        if len(d["text"]) > SHORTEST:
            doc = Document.make(source=d["id"], text=d["text"])
            made[doc.id] = Article(document=doc, layout=lay_out(doc))
            places[doc.id] = (d["cluster"], int(d["version"]))
    return made, places


def measure(line: Lineage, places: dict[str, tuple[str, int]]) -> dict[str, float]:
    chains: dict[str, list[str]] = {}
    for i in sorted(places, key=lambda i: places[i]):
        chains.setdefault(places[i][0], []).append(i)
    true = {tuple(sorted(p)) for c in chains.values() for p in combinations(c, 2)}
    edges = {(e.a, e.b) for e in line.edges if e.kind in ("exact", "copy", "version")}
    near = edges | {(e.a, e.b) for e in line.edges if e.kind == "partial"}
    joined = {tuple(sorted(p)) for o in line.origins for p in combinations(o.articles, 2)}
    return {"pairs": len(true), **_f("edges", edges, true), **_f("with partial", near, true), **_f("one origin", joined, true), **_f("either", near | joined, true)}


def given_the_chain(made: dict[str, Article], places: dict[str, tuple[str, int]]) -> dict[str, float]:
    """Neighbours and direction where it is known which texts are one chain, as in the figures this is compared with."""
    words = Words()
    count: Counter[str] = Counter()
    chains: dict[str, list[str]] = {}
    for i in sorted(places, key=lambda i: places[i]):
        chains.setdefault(places[i][0], []).append(i)
    for chain in chains.values():
        texts = {i: words.read(made[i].layout) for i in chain}
        said = cache(partial(voted, texts))
        tree = {(a, b) for _, a, b in neighbours(chain, [tuple(sorted(p)) for p in combinations(chain, 2)], Prints(texts), said)}
        same = {i: made[i].document.text for i in chain}
        for pair in pairwise(chain):
            a, b = sorted(pair)
            count["neighbours"] += 1
            count["found"] += (a, b) in tree
            count["found as one"] += same[a] == same[b] or (same[a], same[b]) in {(same[x], same[y]) for p in tree for x, y in (p, p[::-1])}
            sum_ = said(a, b)
            count["given"] += abs(sum_) >= SURE
            count["right"] += abs(sum_) >= SURE and (sum_ > 0) == (a == pair[0])
    n = count["neighbours"]
    return {"neighbours found": count["found"] / n, "same texts as one": count["found as one"] / n, "direction given": count["given"] / n, "right where given": count["right"] / max(1, count["given"])}


def voted(texts: dict[str, Text], a: str, b: str) -> float:
    """The balance of the votes on two versions, more than nought where ``a`` is the earlier."""
    left, right = texts[a], texts[b]
    return balance(cast(left, right, align(left, right), compare(left, right, NO_FURNITURE)), a)


def _f(name: str, got: set[tuple[str, str]], true: set[tuple[str, str]]) -> dict[str, float]:
    hit = len(got & true)
    p, r = hit / max(1, len(got)), hit / max(1, len(true))
    return {f"{name} P": p, f"{name} R": r, f"{name} F": 2 * p * r / max(1e-9, p + r)}


def main(gold: Path, limit: int | None = None) -> None:
    start = time.process_time()
    made, places = articles(gold / "stories/wikiversions_chains.jsonl", limit)
    laid = time.process_time()
    line = trace(made)
    sys.stdout.write(f"{len(made)} texts, laid out in {laid - start:.1f} s, traced in {time.process_time() - laid:.1f} s of CPU\n")
    for name, value in [*measure(line, places).items(), *given_the_chain(made, places).items()]:
        sys.stdout.write(f"{name:<24}{value:.3f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
