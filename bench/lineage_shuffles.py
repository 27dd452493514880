"""Orders of arrival in, whether the export stays the same byte for byte out: ``python bench/lineage_shuffles.py [ORDERS]``; default 50.

The bundled sample is read once. Each order is then kept in a store at once, and in another store one article at a time with the record made after
some of them, as somebody would who looks in between; both exports must equal the first one, but for the moments at which a store saw an article.
"""

from __future__ import annotations

import json
import random
import sys

from communique import Communique, sample
from communique.model.article import Article
from communique.run import comparable

LOOKS = 2  # records made on the way


def export(articles: list[Article], looks: frozenset[int] = frozenset()) -> str:
    with Communique() as desk:
        for n, article in enumerate(articles):
            desk.store.keep(article, desk.reading_version(), {})
            if n in looks:
                desk.record()
        return json.dumps(comparable(json.loads(desk.export(with_text=True))))


def read() -> list[Article]:
    with Communique() as desk:
        return desk.look(sample.folder())[0]


def same(articles: list[Article], orders: int) -> int:
    """How many of so many orders give the export that the given one gives, both ways."""
    first, found = export(articles), 0
    for seed in range(orders):
        rng = random.Random(seed)  # noqa: S311  an order, no secret
        some = rng.sample(articles, len(articles))
        looks = frozenset(rng.sample(range(len(some)), LOOKS))
        found += export(some) == first and export(some, looks) == first
    return found


def main(orders: int) -> int:
    found = same(read(), orders)
    sys.stdout.write(f"{found} of {orders} orders give the same export, at once and one at a time\n")
    return 0 if found == orders else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50))
