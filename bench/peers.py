"""Other tools beside ours, each on what it can do, over the same synthetic articles in one run: quality where truth was planted, and CPU-seconds.

    pip install -r bench/requirements.txt
    python bench/peers.py [--articles 1000] [--write]

No tool is held back: thresholds and shingles of the others are the best of those tried (for stories, on another seed), and what a tool can't do is said.
Model load is left out; one process each.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import corpus
from quality import HOME, put

Pairs = set[tuple[int, int]]
DAYS = "|".join(corpus.DAYS)
PLANTED_TIMES = re.compile(rf"\bon ({DAYS}) to discuss|\bby ({'|'.join(corpus.MONTHS)}), \d+ years|\bsince (\d{{4}}), when|\b[io][nf] (\d{{4}})\.|\b(next (?:{DAYS})) for")
PLANTED_QUOTES = re.compile(r'"(The [\w ]+ was never [\w ]+)," (\w+ \w+) said')


class Made:
    """The articles and what is true of them."""

    def __init__(self, n: int, seed: int, copies: float = 0.4) -> None:
        from communique import documents

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "made.jsonl"
            self.made = corpus.write(n, path, seed, copies)
            self.documents: list[Any] = list(documents.read_path(path))
        self.texts = [str(m.line["text"]) for m in self.made]
        at = {m.line["id"]: i for i, m in enumerate(self.made)}
        self.copies: Pairs = {(at[m.parent], i) for i, m in enumerate(self.made) if m.parent in at}
        self.origins = [m.origin for m in self.made]
        self.stories = [m.story for m in self.made]

    def judged(self, found: Pairs) -> tuple[float, float]:
        """(recall of the planted copies, share of the pairs found that are of one origin)."""
        right = sum(self.origins[i] == self.origins[j] for i, j in found)
        return len(found & self.copies) / max(1, len(self.copies)), right / max(1, len(found))


def main() -> int:
    ap = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ap.add_argument("--articles", type=int, default=1000)
    ap.add_argument("--write", action="store_true", help="put the table into docs/measures.md")
    ap.add_argument("--shared", type=Path, default=HOME.parent / "shared", help="where annotated stories lie")
    a = ap.parse_args()
    made, few = Made(a.articles, 5), Made(max(20, a.articles // 10), 6, copies=0.0)
    warm()
    real = a.shared / "gold" / "stories" / "giveme5w_newscluster.jsonl"
    told = stories(Annotated(real), "Giveme5W") if real.exists() else stories(Made(max(60, a.articles // 2), 9), "synthetic articles")
    rows = [*near(made), *told, *quotations(few), *times()]
    table = f"{a.articles} synthetic articles, quotations over {len(few.texts)} of them; CPU-seconds\n" + "\n".join(f"{n:<80} {v}" for n, v in rows)
    print(table)
    if a.write:
        put("peers", table, f"python bench/peers.py --articles {a.articles}")
    return 0


def warm() -> None:
    """Every tool once over a few articles: what it loads is no part of what is measured."""
    few = Made(8, 1)
    our_pairs(few)
    our_stories(few)
    ours_read(few)
    datasketch_pairs(few.texts, 3, 0.5)
    rensa_pairs(few.texts, 3, 0.5)
    sklearn_stories(few.texts, 0.5)


def timed(f: Callable[[], Any]) -> tuple[Any, float]:
    start = time.process_time()
    found = f()
    return found, time.process_time() - start


# ---------------------------------------------------------------- near-duplicates: raw text to verified pairs


def near(made: Made) -> list[tuple[str, str]]:
    ours, seconds = timed(lambda: our_pairs(made))
    recall, precision = made.judged(ours)
    out = [("copies and edits: ours, raw text to verified pairs", f"recall {recall:.3f}, precision {precision:.3f}, {seconds:.2f} s")]
    for name, tool in (("datasketch", datasketch_pairs), ("rensa", rensa_pairs)):
        tried = []
        for size, least in itertools.product((3, 5), (0.2, 0.35, 0.5)):
            (likeness, seconds) = timed(lambda tool=tool, size=size, least=least: tool(made.texts, size, least))
            for bar in (b / 100 for b in range(2, 95, 2)):
                tried.append((*made.judged({p for p, like in likeness.items() if like >= bar}), -seconds, size, least, bar))
        equal = [t for t in tried if t[1] >= precision - 0.0005]
        r, p, s, size, least, bar = max(equal or tried)
        note = "" if equal else " (never as precise)"
        out.append((f"copies and edits: {name}, {size}-word shingles, LSH at {least}, verified at {bar:.2f}{note}", f"recall {r:.3f}, precision {p:.3f}, {-s:.2f} s"))
    return out


def our_pairs(made: Made) -> Pairs:
    from communique.passages import lay_out
    from communique.records.lineage.candidates import pairs
    from communique.records.lineage.edges import JOINING, edge, ordered
    from communique.records.lineage.furniture import grams
    from communique.records.lineage.words import Words

    words = Words()
    texts = [words.read(lay_out(d)) for d in made.documents]
    at, furniture = {t.id: i for i, t in enumerate(texts)}, grams(words)
    found: Pairs = set()
    for pair in pairs(texts, furniture):
        a, b = ordered(texts, pair)
        e = edge(a, b, furniture)[0]
        if e and e.kind in JOINING:
            found.add((min(at[a.id], at[b.id]), max(at[a.id], at[b.id])))
    return found


def shingles(text: str, size: int) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + size]) for i in range(max(1, len(words) - size + 1))}


def verified(candidates: Iterable[tuple[int, int]], sets: list[set[str]]) -> dict[tuple[int, int], float]:
    """The true likeness of each candidate: of their shingles, those in common."""
    return {(i, j): len(sets[i] & sets[j]) / max(1, len(sets[i] | sets[j])) for i, j in candidates}


def datasketch_pairs(texts: list[str], size: int, least: float) -> dict[tuple[int, int], float]:
    from datasketch import MinHash, MinHashLSH

    sets = [shingles(t, size) for t in texts]
    lsh, found = MinHashLSH(threshold=least, num_perm=128), set()
    for i, own in enumerate(MinHash.bulk([[w.encode() for w in s] for s in sets], num_perm=128)):
        found |= {(int(j), i) for j in lsh.query(own)}
        lsh.insert(str(i), own)
    return verified(found, sets)


def rensa_pairs(texts: list[str], size: int, least: float) -> dict[tuple[int, int], float]:
    from rensa import RMinHash, RMinHashLSH

    sets = [shingles(t, size) for t in texts]
    lsh, found = RMinHashLSH(threshold=least, num_perm=128, num_bands={0.2: 64, 0.35: 32, 0.5: 16}[least]), set()
    for i, s in enumerate(sets):
        own = RMinHash(num_perm=128, seed=42)
        own.update(list(s))
        found |= {(int(j), i) for j in lsh.query(own)}
        lsh.insert(i, own)
    return verified(found, sets)


# ---------------------------------------------------------------- stories


def stories(made: Any, note: str) -> list[tuple[str, str]]:
    """The cut of the other is the best on these very articles, which ours never saw."""
    ours, seconds = timed(lambda: our_stories(made))
    bar = max((b / 100 for b in range(30, 100, 2)), key=lambda b: bcubed(sklearn_stories(made.texts, b), made.stories))
    theirs, took = timed(lambda: sklearn_stories(made.texts, bar))
    return [
        (f"stories of {note}: ours, from raw text", f"B-cubed F1 {bcubed(ours, made.stories):.3f}, {seconds:.2f} s"),
        (f"stories of {note}: scikit-learn TF-IDF + average link, cut at {bar:.2f}", f"B-cubed F1 {bcubed(theirs, made.stories):.3f}, {took:.2f} s"),
        ("why two accounts are one, in which order they were written", "ours; scikit-learn gives groups"),
    ]


class Annotated:
    """Real articles of annotated stories, where they lie beside the checkout."""

    def __init__(self, path: Path) -> None:
        from communique.model.document import Document, Stamp

        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        rows = [r for r in rows if r.get("text") and r.get("cluster")]
        self.texts = [f"{r['title']}\n\n{r['text']}" for r in rows]
        self.stories = [r["cluster"] for r in rows]
        self.documents = [
            Document.make(source=r["id"], text=r["text"], title=r["title"], url=r["url"], outlet=r["source"], published=Stamp(r["date"][:10], "set") if r["date"] else None)
            for r in rows
        ]


def our_stories(made: Made) -> list[Any]:
    from communique.model.article import Article
    from communique.model.casefile import Casefile
    from communique.passages import lay_out
    from communique.records.lineage import trace
    from communique.records.stories import tell

    articles = {d.id: Article(document=d, layout=lay_out(d)) for d in made.documents}
    case = Casefile(articles=dict(sorted(articles.items())), lineage=trace(articles))
    of = {i: s.id for s in tell(case) for i in s.articles}
    return [of[d.id] for d in made.documents]


def sklearn_stories(texts: list[str], bar: float) -> list[Any]:
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    rows = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts).toarray()
    return list(AgglomerativeClustering(n_clusters=None, metric="cosine", linkage="average", distance_threshold=bar).fit_predict(rows))


def bcubed(found: list[Any], true: list[Any]) -> float:
    """F1 of the mean share of an article's companions that are right, and of its true companions that are found."""
    here, there = defaultdict(set), defaultdict(set)
    for i, (f, t) in enumerate(zip(found, true, strict=True)):
        here[f].add(i)
        there[t].add(i)
    both = [len(here[f] & there[t]) for f, t in zip(found, true, strict=True)]
    p = sum(b / len(here[f]) for b, f in zip(both, found, strict=True)) / len(both)
    r = sum(b / len(there[t]) for b, t in zip(both, true, strict=True)) / len(both)
    return 2 * p * r / (p + r)


# ---------------------------------------------------------------- quotations and times


def quotations(made: Made) -> list[tuple[str, str]]:
    import spacy
    from textacy.extract import direct_quotations

    from communique.readings.parse import MODEL

    planted = [PLANTED_QUOTES.findall(t) for t in made.texts]
    articles, seconds = timed(lambda: ours_read(made))
    ours = [[(s.content[0].text, s.speaker.name or "") for s in a.statements if s.speaker and s.content] for a in articles]
    nlp = spacy.load(MODEL)
    docs, floor = timed(lambda: list(nlp.pipe(made.texts, batch_size=32)))

    def quoted(doc: Any) -> list[tuple[str, str]]:
        return [(q.content.text, " ".join(t.text for t in q.speaker)) for q in direct_quotations(doc)]

    theirs, extra = timed(lambda: [quoted(d) for d in docs])
    total = sum(map(len, planted))
    return [
        ("spaCy nlp.pipe alone, all pipes, the same articles (the floor)", f"{floor:.2f} s"),
        ("quotations with their speakers: ours (and all that is read besides)", f"{found_of(planted, ours)} of {total}, {seconds:.2f} s"),
        ("quotations with their speakers: textacy on spaCy", f"{found_of(planted, theirs)} of {total}, {floor + extra:.2f} s"),
        ("indirect speech, stance, who was told", "ours; textacy reads direct quotations only"),
    ]


def found_of(planted: list[list[tuple[str, str]]], found: list[list[tuple[str, str]]]) -> int:
    """How many planted (words, speaker) are found."""
    return sum(any(words[:30] in said and who.split()[-1] in by for said, by in own) for p, own in zip(planted, found, strict=True) for words, who in p)


def ours_read(made: Made) -> list[Any]:
    from communique.passages import lay_out
    from communique.readings import read
    from communique.readings.page import parsed
    from communique.readings.parse import Parser

    parser = Parser({})
    layouts = [lay_out(d) for d in made.documents]
    parser.prepare(t for x in layouts for t in parsed(x))
    return [read(x, parser) for x in layouts]


def times() -> list[tuple[str, str]]:
    from dateparser.search import search_dates

    some = Made(20, 12, copies=0.0)
    planted = [[next(filter(None, m)) for m in PLANTED_TIMES.findall(t)] for t in some.texts]
    articles, seconds = timed(lambda: ours_read(some))
    ours = [[t.passage.text for t in a.times] for a in articles]
    theirs, took = timed(lambda: [[words for words, _ in search_dates(t, languages=["en"]) or []] for t in some.texts])
    total = sum(map(len, planted))

    def hit(found: list[list[str]]) -> int:
        return sum(any(p.lower() in f.lower() for f in own) for ps, own in zip(planted, found, strict=True) for p in ps)

    return [
        (f"dates in {len(some.texts)} articles: ours (and all that is read besides)", f"{hit(ours)} of {total} planted, {sum(map(len, ours))} in all, {seconds:.2f} s"),
        (f"dates in {len(some.texts)} articles: dateparser search", f"{hit(theirs)} of {total} planted, {sum(map(len, theirs))} in all, {took:.2f} s"),
    ]


if __name__ == "__main__":
    sys.exit(main())
