"""Time for lineage and stories of many synthetic articles: ``python bench/lineage_scale.py [N ...]``; default 10,000 and 40,000.

Each story has its own names over the words of the frozen table, each as often as it is there; a third of the articles are copies or versions of another (cut, or with three
words of a hundred changed). From raw text: laid out (in two processes, as articles are read), traced, grouped. Prints seconds of wall time, of CPU
with those processes', the most memory held, and how many planted copies are found.
"""

from __future__ import annotations

import os
import random
import resource
import sys
import time
from datetime import date, timedelta

from communique.engines import engine
from communique.model.article import Article
from communique.model.casefile import Casefile
from communique.model.document import Document, Stamp
from communique.model.layout import Layout
from communique.passages import lay_out
from communique.records.lineage import trace
from communique.records.stories import tell
from communique.records.vectors import table

SYLLABLES = [c + v for c in "bcdfghjklmnprstvz" for v in "aeiou"]
WORDS = 350
PROCESSES, SHARE = 2, 100


def word(rng: random.Random, n: int) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(n))


def make(n: int, seed: int = 1) -> tuple[list[Document], list[tuple[int, int]]]:
    """Documents, and the pairs (copy, source)."""
    rng = random.Random(seed)  # noqa: S311  a fixed seed: the same articles each time
    counts = table()["terms"]
    common = sorted(w for w in counts if w.isalpha())
    weights = [counts[w] ** 1.5 for w in common]
    docs: list[Document] = []
    bodies: list[list[str]] = []
    copies: list[tuple[int, int]] = []
    subjects: list[list[str]] = []
    for k in range(n):
        if k % 3 == 2:
            source = k - 1
            words = [rng.choice(common) if rng.random() < 0.03 else w for w in bodies[source]][: rng.randint(WORDS // 2, WORDS)]
            copies.append((k, source))
        else:
            if k % 6 == 0:
                subjects.append([word(rng, 4).capitalize() for _ in range(25)])
            own = subjects[-1]
            words = [rng.choice(own) if rng.random() < 0.15 else w for w in rng.choices(common, weights, k=WORDS)]
        bodies.append(words)
        day = date(2024, 1, 1) + timedelta(k // 40)
        docs.append(Document.make(source=str(k), text=prose(words), title=" ".join(words[:8]), published=Stamp(day.isoformat(), "synthetic")))
    return docs, copies


def prose(words: list[str]) -> str:
    sentences = [" ".join(words[i : i + 20]).capitalize() + "." for i in range(0, len(words), 20)]
    return "\n".join(" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3))


def lay_out_all(docs: list[Document]) -> list[Layout]:
    return [lay_out(d) for d in docs]


def cpu_seconds() -> float:
    """Of this process and of those that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def main(sizes: list[int]) -> None:
    for n in sizes:
        docs, copies = make(n)
        wall, cpu = time.monotonic(), cpu_seconds()
        share = [docs[i : i + SHARE] for i in range(0, n, SHARE)]
        layouts = [layout for done in engine(PROCESSES).map(lay_out_all, share) for layout in done.result or []]
        articles = {x.document.id: Article(document=x.document, layout=x) for x in layouts}
        laid = time.monotonic()
        line = trace(articles)
        traced = time.monotonic()
        stories = tell(Casefile(articles=dict(sorted(articles.items())), lineage=line))
        done = time.monotonic()
        origin = {i: o.id for o in line.origins for i in o.articles}
        found = sum(origin[docs[a].id] == origin[docs[b].id] for a, b in copies)
        sys.stdout.write(
            f"{n} articles: laid out {laid - wall:.1f} s, traced {traced - laid:.1f} s, grouped {done - traced:.1f} s; {done - wall:.1f} s in all, "
            f"{cpu_seconds() - cpu:.1f} s of CPU, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB; {found} of {len(copies)} copies; {len(stories)} stories of {n // 6}\n"
        )


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]] or [10_000, 40_000])
