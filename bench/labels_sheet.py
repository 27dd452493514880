"""Sets and a seed in, a coding sheet out: rows of stories that nobody judged a row of, with their passages and neighbours, without any verdict."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from labels_pool import articles, rows_of, story_of


def sheet(out: Path, sets: Sequence[Path], kinds: Sequence[str], wanted: int, seed: int, at_most: int, desk: str, judged: Collection[dict[str, Any]]) -> int:
    """``wanted`` rows of each kind, the stories in turn; ``at_most`` articles are read (0: all)."""
    given = fresh(list(articles(sets)), judged)
    r = random.Random(seed)  # noqa: S311  a draw of rows, not a secret
    r.shuffle(given)
    made = rows_of(given[:at_most] if at_most else given, desk, out.with_suffix(".given.jsonl"))
    drawn = [x for kind in kinds for x in spread([x for x in made if x["kind"] == kind], wanted, r)]
    drawn.sort(key=lambda x: (kinds.index(x["kind"]), x["story"], x["article"], x["start"]))
    lines = [{"n": n} | x | {"verdict": None, "why": ""} for n, x in enumerate(drawn)]
    out.write_text("".join(json.dumps(x, ensure_ascii=False) + "\n" for x in lines), encoding="utf-8")
    print(f"{len(lines)} rows of {len({x['story'] for x in lines})} stories: {dict(Counter(x['kind'] for x in lines))}; of {len(made)} rows of all kinds")
    return 0


def fresh(given: Sequence[dict[str, Any]], judged: Collection[dict[str, Any]]) -> list[dict[str, Any]]:
    """The articles of stories that have no judged row, each once, by id."""
    stories, ids = {x["story"] for x in judged}, {x["article"] for x in judged}
    kept = {str(x["id"]): x for x in given if story_of(x) not in stories and str(x["id"]) not in ids and x.get("text")}
    return [kept[i] for i in sorted(kept)]


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
