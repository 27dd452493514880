"""Which versions stand next to each other: a line where they follow upon each other, a star where each was edited by itself."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

from communique.records.lineage.neighbours import neighbours
from communique.records.lineage.prints import Prints
from communique.records.lineage.words import Words

from .wires import article

WORDS = (
    "harbour mill chapel orchard bridge tower quarry market depot canal ferry school herring lantern ledger council winter timber copper signal "
    "granite meadow anchor barley candle dredger engine furnace gravel hangar island jetty kiln lagoon marina nursery oatfield pier"
).split()


def line(n: int) -> str:
    """A sentence of its own for each number."""
    rng = random.Random(n)  # noqa: S311  a fixed seed: the same words each time
    return f"{' '.join(rng.sample(WORDS, 14)).capitalize()}."


def links(versions: dict[str, list[int]], *, told: bool = False) -> set[tuple[str, str]]:
    """The links between texts made of numbered sentences; ``told``: votes say that the names are in order."""
    words = Words()
    texts = {name: words.read(article("\n\n".join(map(line, lines)), name).layout) for name, lines in versions.items()}

    def said(a: str, b: str) -> float:
        return (1.0 if a < b else -1.0) if told else 0.0

    return {(a, b) for _, a, b in neighbours(sorted(versions), list(combinations(sorted(versions), 2)), Prints(texts), said)}


def test_versions_that_keep_each_others_edits_make_a_line() -> None:
    base = list(range(12))
    chain = {"v1": base, "v2": [*base, 20], "v3": [*base, 20, 21], "v4": [*base[1:], 20, 21], "v5": [*base[1:], 20, 21, 22, 23]}
    assert links(chain) == set(pairwise(sorted(chain)))


def test_edits_of_one_text_by_three_outlets_make_a_star_whatever_votes_say() -> None:
    base = list(range(12))
    star = {"text": base, "one": [*base, 30], "other": [*base, 40, 41], "third": [*base, 50]}
    assert links(star, told=True) == {("one", "text"), ("other", "text"), ("text", "third")}


def test_where_texts_stand_as_near_either_way_the_votes_tell() -> None:
    base = list(range(12))
    ring = {"v1": base, "v2": [*base, 30], "v3": [*base[1:], 30], "v4": base[1:]}  # the addition was taken back
    assert links(ring, told=True) == set(pairwise(sorted(ring)))


def test_two_pairs_apart_are_not_joined() -> None:
    words = Words()
    texts = {n: words.read(article(line(k), n).layout) for n, k in (("a", 1), ("b", 1), ("c", 2), ("d", 2))}
    found = neighbours(sorted(texts), [("a", "b"), ("c", "d")], Prints(texts), lambda _a, _b: 0.0)
    assert [(a, b) for _, a, b in found] == [("a", "b"), ("c", "d")]
