"""Planted corrections in, how many are told and who still carries the old words out: ``python bench/changes_planted.py``.

The bundled wire story is corrected in one place (a figure, a name, a day, a status, a place) and published again; three outlets print the old text
(cut, with a changed sentence, with an added line), two print the new one. Each correction is a change of its own run.
"""

from __future__ import annotations

import sys
from dataclasses import replace

from communique.model.article import Article
from communique.model.casefile import Casefile
from communique.model.document import Document, Stamp
from communique.model.passage import Passage
from communique.passages import lay_out
from communique.records.changes import find
from communique.records.lineage import trace

STORY = """The foreign ministers of Norland and Sudria agreed on Tuesday to share the herring of the Amber Strait, ending months of quarrels at sea.

The accord was signed by Ida Holm and Pavel Drun in the house of the Finnish president, who had offered his good offices in March.

Norland may take 62,000 tonnes a year and Sudria 48,000 tonnes, according to the text that both governments published on Tuesday evening.

The two countries have disputed the waters around the Skerry Islands since 1974, when Norland drew a new line on its charts.

Norland says that 40 of its boats were turned back last year by vessels of the Sudrian coast guard, which denies using force.

Three sailors were injured in April when a trawler was damaged by a water cannon near the lighthouse of Utgard.

A joint commission will set the quotas each autumn and will meet for the first time in Turku on 14 September.

Sudria's parliament is expected to vote on the accord in June, officials in the capital said.

Fishermen in Port Sarn, who lost a third of their income, doubted that the accord would bring the herring back.
"""
CORRECTIONS = (
    ("62,000 tonnes", "52,000 tonnes"), ("48,000 tonnes", "84,000 tonnes"), ("since 1974", "since 1947"), ("40 of its boats", "14 of its boats"),
    ("Three sailors", "Five sailors"), ("in April when", "in May when"), ("lighthouse of Utgard", "lighthouse of Morvik"), ("in Turku on", "in Oulu on"),
    ("14 September", "24 September"), ("vote on the accord in June", "vote on the accord in July"), ("Finnish president", "Estonian president"),
    ("good offices in March", "good offices in February"), ("a third of their income", "a fifth of their income"), ("Pavel Drun", "Pavel Drumm"),
    ("Skerry Islands", "Skarra Islands"), ("which denies using force", "which admits using force"), ("agreed on Tuesday to share", "agreed on Monday to share"),
    ("is expected to vote", "voted"), ("Fishermen in Port Sarn", "Fishermen in Port Holm"), ("will meet for the first time", "met for the first time"),
)  # fmt: skip


def copies(text: str) -> list[str]:
    """As three outlets print it."""
    parts = text.strip().split("\n\n")
    return [
        "\n\n".join(parts[:-1]), text.replace("ending months of quarrels", "after months of quarrels"),
        text + "\nOur own correspondent adds that the harbour of Port Sarn was quiet on Wednesday.\n",
    ]  # fmt: skip


def run(old: str, new: str) -> tuple[bool, int, int, int]:
    """Whether the change is told, carriers right, carriers wrong, carriers there are."""
    later = STORY.replace(old, new)
    texts = [("v1", "2026-03-10", STORY), ("v2", "2026-03-12", later)]
    texts += [(f"old{n}", "2026-03-11", t) for n, t in enumerate(copies(STORY))] + [(f"new{n}", "2026-03-13", t) for n, t in enumerate(copies(later)[1:])]
    made: dict[str, Article] = {}
    for name, day, text in texts:
        doc = Document.make(source=name, text=text, outlet=None if name[0] == "v" else name, published=Stamp(day, "planted"))
        made[doc.id] = Article(document=doc, layout=lay_out(doc))
    case = Casefile(articles=dict(sorted(made.items())))
    case = replace(case, lineage=trace(case.articles))
    told, fresh = False, set(new.split()) - set(old.split())
    carriers: set[str] = set()
    for row in find(case, []):
        before, after = row.get("before"), row.get("after")
        loud = isinstance(before, Passage) and isinstance(after, Passage) and row.get("what") in ("fact", "status", "attribution")
        if loud and any(w in str(after.text) for w in fresh):  # type: ignore[union-attr]
            told = True
            still = row.get("still_carried_by")
            carriers |= {made[str(i)].document.source for i in still} if isinstance(still, tuple) else set()
    expected = {n for n, _, t in texts if old in t} - {"v1"}
    return told, len(carriers & expected), len(carriers - expected - {"v1"}), len(expected)


def main() -> None:
    told = right = wrong = all_ = 0
    for old, new in CORRECTIONS:
        seen, ok, bad, there = run(old, new)
        told, right, wrong, all_ = told + seen, right + ok, wrong + bad, all_ + there
        if not seen or ok < there or bad:
            sys.stdout.write(f"{old} -> {new}: told {seen}, carriers {ok} of {there}, {bad} wrong\n")
    sys.stdout.write(f"{told} of {len(CORRECTIONS)} corrections told; carriers of the old words: {right} of {all_} found, {wrong} wrong\n")


if __name__ == "__main__":
    main()
