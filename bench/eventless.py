"""Sentences that two coders found without a PLOVER event in, the share in which the reader finds one out.

    python bench/eventless.py draw SHEET.jsonl [--shared ../shared] [--seed 11]    sentences for the coders (not to be committed)
    python bench/eventless.py keep FIRST.jsonl SECOND.jsonl --coder NAME           verdicts into bench/labels/eventless.jsonl, as ids and hashes
    python bench/eventless.py score [--shared ../shared] [--write]                 false events among those that both found eventless

A third of a draw and more comes from class 0 of conflibert_cameo, the rest from articles of other genres (sport, technology, business ...) and from
``bench/events/eventless.txt``, sentences of our own that hold an event's words and no event. A coder answers eventless, event or unsure.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from labels_score import agreement
from quality import exported, put

HOME = Path(__file__).parent
KEPT = HOME / "labels" / "eventless.jsonl"
OWN = HOME / "events" / "eventless.txt"
CLASS0, GENRES = 180, 80  # sentences of a draw; all of our own are in it
SHORT, LONG = 60, 400  # characters of a sentence worth a coder's time
Row = dict[str, str]


def main() -> int:
    ap = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    sub = ap.add_subparsers(dest="verb", required=True)
    d = sub.add_parser("draw")
    d.add_argument("out", type=Path)
    d.add_argument("--seed", type=int, default=11)
    k = sub.add_parser("keep")
    k.add_argument("first", type=Path)
    k.add_argument("second", type=Path)
    k.add_argument("--coder", required=True)
    s = sub.add_parser("score")
    s.add_argument("--write", action="store_true")
    for verb in (d, s):
        verb.add_argument("--shared", type=Path, default=HOME.parent.parent / "shared")
    a = ap.parse_args()
    if a.verb == "keep":
        return keep(a.first, a.second, a.coder)
    if not (a.shared / "gold").is_dir():
        sys.stderr.write(f"no annotated sets at {a.shared}; give --shared\n")
        return 1
    if a.verb == "draw":
        a.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in drawn(a.shared, a.seed)), encoding="utf-8")
        return 0
    table = score(a.shared)
    print(table)
    if a.write:
        put("eventless", table, "python bench/eventless.py score")
    return 0


def drawn(shared: Path, seed: int) -> list[Row]:
    """Sentences of all three sources in one random order, so that a coder does not see which is which."""
    rng = random.Random(seed)  # noqa: S311 - a draw that can be made again
    rows = rng.sample(list(class0(shared)), CLASS0) + rng.sample(list(genres(shared)), GENRES) + list(own())
    rng.shuffle(rows)
    return rows


def class0(shared: Path) -> Iterator[Row]:
    for row in lines(shared / "gold" / "events" / "conflibert_cameo_train.jsonl"):
        if row["events"] and all(str(e.get("penta")) == "0" for e in row["events"]):
            yield {"id": row["id"], "text": row["text"]}


def genres(shared: Path) -> Iterator[Row]:
    """Paragraphs of articles that are not of the category "world", one by one, named by article and offset."""
    for row in lines(shared / "gold" / "stories" / "giveme5w_newscluster.jsonl"):
        if row["category"] != "world":
            at = 0
            for part in row["text"].split("\n"):
                if SHORT <= len(part) <= LONG and part.rstrip().endswith((".", '"', "”")):
                    yield {"id": f"{row['id']}:{at}:{at + len(part)}", "text": part}
                at += len(part) + 1


def own() -> Iterator[Row]:
    for n, text in enumerate(OWN.read_text(encoding="utf-8").splitlines()):
        if text.strip():
            yield {"id": f"own:{n}", "text": text}


def lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def keep(first: Path, second: Path, coder: str) -> int:
    """Both verdicts on each sentence, without its text."""
    other = {row["id"]: row["verdict"] for row in lines(second)}
    rows = [
        {"id": row["id"], "sha256": digest(row["text"]), "first": row["verdict"], "second": other[row["id"]], "coder": coder}
        for row in lines(first)
        if row["id"] in other
    ]
    KEPT.write_text("".join(json.dumps(row) + "\n" for row in sorted(rows, key=lambda r: r["id"])), encoding="utf-8")
    print(f"{len(rows)} sentences, {sum(row['first'] == row['second'] == 'eventless' for row in rows)} eventless to both")
    return 0


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]


def score(shared: Path) -> str:
    """The share of sentences, eventless to both coders, in which the export has an event."""
    kept = list(lines(KEPT))
    texts = {row["id"]: row["text"] for source in (class0(shared), genres(shared), own()) for row in source}
    lost = [row["id"] for row in kept if row["id"] not in texts or digest(texts[row["id"]]) != row["sha256"]]
    if lost:
        raise SystemExit(f"{len(lost)} sentences are not as they were judged, {lost[0]} among them; draw and judge again")
    rows = [row for row in kept if row["first"] == row["second"] == "eventless"]
    fired = found({row["id"]: texts[row["id"]] for row in rows})
    by = Counter(source(row["id"]) for row in rows)
    wrong = Counter(source(i) for i in fired)
    out = [f"{'sentences from':<28}{'eventless':>10}{'with an event':>15}"]
    out += [f"{name:<28}{n:>10}{wrong[name]:>15}" for name, n in sorted(by.items())]
    out.append(f"{'all':<28}{len(rows):>10}{len(fired):>15}   {len(fired) / len(rows):.1%}")
    out.append(f"of {len(kept)} judged twice; alpha {agreement([(row['first'], row['second']) for row in kept]):.2f}; coders: {kept[0]['coder']}")
    return "\n".join(out)


def source(name: str) -> str:
    return "our own" if name.startswith("own:") else "class 0 of conflibert" if name.startswith("cameo") else "other genres"


def found(texts: dict[str, str]) -> set[str]:
    """Those in which the tool publishes an event; each is read as an article of its own."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        urls = {f"https://sentences.example/{n}": name for n, name in enumerate(texts)}
        given = "".join(json.dumps({"url": url, "text": texts[name], "published": "2020-01-01"}, ensure_ascii=False) + "\n" for url, name in urls.items())
        (work / "set.jsonl").write_text(given, encoding="utf-8")
        export = json.loads(exported([work / "set.jsonl"], work).read_text(encoding="utf-8"))
    named = {a["id"]: urls[a["url"]] for a in export["articles"]}
    return {named[e["article"]] for row in export["events"] for e in row["evidence"]}


if __name__ == "__main__":
    raise SystemExit(main())
