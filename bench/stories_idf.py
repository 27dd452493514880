"""Texts we may learn from in, the frozen table of word frequencies out: ``python bench/stories_idf.py GOLD_DIR``.

Sources: the last version of each Wikipedia chain (CC BY-SA), ECB+ train (CC BY), MEANTIME (CC BY); only counts of words are kept.
Long texts are counted in slices of 400 words, so that an encyclopaedia's length does not make every word common.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from communique.records.vectors import terms

OUT = Path(__file__).parent.parent / "src/communique/records/data/idf.json"
VERSION = 1
SLICE = 400
RARE = 2  # a word in fewer slices counts as unseen: names of one story must not enter the table


def texts(gold: Path) -> Iterator[str]:
    chains: dict[str, str] = {}
    for line in (gold / "stories/wikiversions_chains.jsonl").open(encoding="utf-8"):
        d = json.loads(line)
        chains[d["cluster"]] = d["text"]
    yield from (chains[k] for k in sorted(chains))
    for line in (gold / "stories/ecbplus_train_dev.jsonl").open(encoding="utf-8"):
        d = json.loads(line)
        if d["split"] == "train":
            yield d["text"]
    for line in (gold / "coref/coref_meantime.jsonl").open(encoding="utf-8"):
        yield json.loads(line)["text"]


def main(gold: Path) -> None:
    count: Counter[str] = Counter()
    slices = 0
    for text in texts(gold):
        words = terms(text)
        for i in range(0, len(words), SLICE):
            if len(words) - i >= 100 or i == 0:
                count.update(set(words[i : i + SLICE]))
                slices += 1
    kept = {w: n for w, n in sorted(count.items()) if n > RARE and len(w) < 25}
    OUT.write_text(json.dumps({"version": VERSION, "documents": slices, "terms": kept}, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    sys.stdout.write(f"{slices} slices, {len(kept)} words, {OUT.stat().st_size} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
