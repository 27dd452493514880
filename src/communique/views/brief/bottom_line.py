"""A shelf in, three sentences out: those of the accounts that most independent origins carry, in the articles' own words."""

from __future__ import annotations

import re

from ...model.passage import Passage
from ...model.record import Row
from ..lines import Line, Section
from ..shelf import Shelf, counted, many, one_line

LINES = 3
WEIGHT = {"commitments": 3.0, "meetings": 2.0, "disputes": 1.5, "statements": 1.0, "figures": 1.0, "events": 0.5}
LEAD = 900  # characters: what stands at the top of an article says what it is about
NEAR = 0.5
SHORT, LONG, USUAL = 40, 420, 220  # characters of a sentence
MARKS = '"“‘'
NUMBER = re.compile(r"\d[\d.,]*\d|\d")
LATEST = 2.0  # a text that no later version replaces has the last word of its account
UNSURE = frozenset({"planned", "proposed", "speculated", "asked for"})
Weights = dict[Passage, dict[str, float]]


def bottom_line(shelf: Shelf) -> Section:
    """Sentences ranked by the origins of the rows that rest on them; each is chosen for what the ones before do not tell."""
    told = _told(shelf)
    worth = _worth(shelf, told)
    chosen: list[Passage] = []
    covered: set[str] = set()
    while len(chosen) < LINES:
        left = [s for s in worth if all(_overlap(one_line(s), one_line(c)) < NEAR for c in chosen)]
        best = max(left, key=lambda s: (_value(worth[s], covered, s), [-x for x in s.key()[1:]], s.key()[0]), default=None)
        if best is None or _value(worth[best], covered, best) <= 0:
            break
        chosen.append(best)
        covered |= set(worth[best])
    lines = sorted((_line(shelf, s, max(told[i] for i in worth[s])) for s in chosen), key=lambda x: -x.origins)
    return Section(key="bottom-line", title="Bottom line", lines=tuple(lines), empty="No sentence carries a fact that we read.")


def _line(shelf: Shelf, sentence: Passage, n: int) -> Line:
    whole = len(shelf.origins)
    note = f"{n} of {counted(whole, 'origin')} {'tell' if n > 1 else 'tells'} of it" if whole > 1 else ""
    return Line(row="", words=one_line(sentence), origins=n, cites=shelf.cites([sentence]), note=note)


def _worth(shelf: Shelf, told: dict[str, int]) -> Weights:
    """Sentence -> row -> what the row adds to it."""
    replaced = {str(r.get("revises")) for r in shelf.articles.values() if r.get("revises")}
    out: Weights = {}
    for row in shelf.rows:
        weight = WEIGHT.get(row.list, 0.0) * told[_key(row)] ** 2 * (0.4 if row.get("status") in UNSURE else 1.0)
        for s in _telling(shelf, row) if weight else ():
            if SHORT < len(s.text) < LONG and s.text.lstrip(MARKS)[:1].isupper() and not _leans(s.text):
                place = (1.5 if s.start < LEAD else 1.0) * (LATEST if s.article not in replaced else 1.0)
                out.setdefault(s, {})[_key(row)] = weight * place
    return out


def _key(row: Row) -> str:
    """What a reader is told once: a remark is one, however many accounts have its words; with another number it is another."""
    if not row.get("utterance"):
        return row.id
    said = " ".join(p.text for p in many(row.get("content")) if isinstance(p, Passage))
    return f"{row.get('utterance')} {' '.join(sorted(set(NUMBER.findall(said))))}"


def _told(shelf: Shelf) -> dict[str, int]:
    """How many independent accounts tell of each: of a remark, in any of its wordings."""
    origins: dict[str, set[str]] = {}
    for row in shelf.rows:
        origins.setdefault(_key(row), set()).update({shelf.origin(p.article) for p in row.evidence} - {""})
    return {key: len(found) for key, found in origins.items()}


def _telling(shelf: Shelf, row: Row) -> list[Passage]:
    """Of each article the one sentence that says most of the row: another that only mentions "the summit" tells nothing of it."""
    by_article: dict[str, list[Passage]] = {}
    for p in row.evidence:
        by_article.setdefault(p.article, []).append(p)
    return [shelf.telling(row, passages) for passages in by_article.values()]


def _value(rows: dict[str, float], covered: set[str], sentence: Passage) -> float:
    """A long sentence gathers rows by being long; what was told already adds nothing."""
    return sum(v for i, v in rows.items() if i not in covered) / (1 + max(0, len(sentence.text) - USUAL) / USUAL)


LEANING = frozenset("he she they it but and this that these also meanwhile however his her their while amid although though despite as".split())


def _leans(text: str) -> bool:
    """Whether a sentence begins by leaning on another, or on its own second half ("Welcoming the visit, ...")."""
    first = text.split(None, 1)[0].lower().strip(",")
    return first in LEANING or (first.endswith("ing") and "," in text)


def _overlap(a: str, b: str) -> float:
    x, y = set(a.lower().split()), set(b.lower().split())
    return len(x & y) / max(1, min(len(x), len(y)))
