"""Two rows of figures with their sentences in, whether they count one thing out. A broad story holds many counts of like things.

"Fired four missiles" and "has fired 21 missiles since February" are two things; so are reports of days apart.
"""

from __future__ import annotations

import re
from datetime import date

from ...model.casefile import Casefile
from ...model.passage import Passage
from ...model.record import Row
from ..lineage.sentences import bag, likeness
from ..lineage.words import WORD, normal

NAME = re.compile(r"\b(?!(?:The|It|Its|He|She|They|In|On|At|A|An|Some|About|Exactly|Nearly|More|Each|Both|Up)\b)[A-Z][\w’'-]+")
NEAR = 4  # words before a figure in which its doer stands
AROUND = 7  # words around it that may place it in another time or whole
COMING = re.compile(r"\b(?:will|would|expected|plans?|is to|are to|due)\b")
BY_YEAR = re.compile(r"\bby 20\d\d\b")
PART = re.compile(r"\b(?:one )?of (?:the|its|their|his|her|those|these)\b|-old\b|\bold\b")
ELSEWHERE = re.compile(
    r"\b(?:since (?:the|last|early|late|[A-Z]\w*|\d+)|so far|in (?:all|total)|altogether|overall|previous(?:ly)?|earlier|last (?:week|month|year)|"
    r"another|other|more than once|each|every|per|could|can|might|may|threaten\w*|potential|capable|record|annual\w*|a (?:day|week|month|year)|"
    r"initially|at first|first|second|third|allowed|limit\w*)\b"
)
COMPARES = re.compile(r"\b(?:by comparison|compared (?:to|with)|unlike|in contrast)\b", re.IGNORECASE)
DAYS = 2  # apart, two accounts may tell of two days
ALIKE = 0.4  # likeness of two sentences, figures aside, that measure one thing


def one_thing(case: Casefile, a: Row, b: Row, *, talks: bool) -> bool:
    """Whether the figures may be set against each other; in doubt they may not."""
    if PART.search(str(a.get("as_written"))) or PART.search(str(b.get("as_written"))) or not _same_days(case, a, b):
        return False
    left, right = (_sentences(case, r) for r in (a, b))
    if bool(ELSEWHERE.search(_around(case, a))) != bool(ELSEWHERE.search(_around(case, b))):
        return False
    if any(COMPARES.search(_before(case, p)[1]) for r in (a, b) for p in r.evidence):
        return False
    if talks:
        return True
    if a.get("kind") == "duration":
        return False
    if a.get("kind") in ("count", "money") and all(len(str(r.get("counts")).split()) > 1 for r in (a, b)):
        return True
    return max(likeness(bag(x), bag(y)) for x in left for y in right) >= ALIKE


def two_doers(case: Casefile, a: Row, b: Row) -> bool:
    """Whether the figures are of two doers: "Norland released 60 prisoners", "Sudria released 75"."""
    names = [{n for p in r.evidence for n in NAME.findall(" ".join(_before(case, p)[0].split()[-NEAR:]))} for r in (a, b)]
    return bool(names[0] and names[1]) and not names[0] & names[1]


def ahead(case: Casefile, r: Row) -> bool:
    """Whether the figure is one to come: "will employ 1,200", "by 2030"."""
    told = [_before(case, p) for p in r.evidence]
    return all(COMING.search(" ".join(before.split()[-NEAR:])) or BY_YEAR.search(whole) for before, whole in told)


def _before(case: Casefile, p: Passage) -> tuple[str, str]:
    """The sentence of a figure up to the figure, and the whole of it."""
    doc = p.document
    s = next((s for s in case.articles[p.article].layout.sentences if s.start <= p.start < s.end), None)
    return (doc.text[s.start : p.start], doc.text[s.start : s.end]) if s else ("", "")


def _around(case: Casefile, r: Row) -> str:
    """The figure in its first place with the words beside it."""
    p = min(r.evidence)
    before, whole = _before(case, p)
    after = whole[len(before) + len(p.text) :]
    return " ".join([*before.split()[-AROUND:], p.text, *after.split()[:AROUND]])


def _sentences(case: Casefile, r: Row) -> list[tuple[str, ...]]:
    wholes = [_before(case, p)[1] for p in r.evidence]
    return [tuple(w for m in WORD.finditer(whole) if not (w := normal(m.group()))[:1].isdigit()) for whole in wholes]


def _same_days(case: Casefile, a: Row, b: Row) -> bool:
    days = [[date.fromisoformat(w.day) for p in r.evidence if (w := case.dating.written.get(p.article)) and w.day and len(w.day) == 10] for r in (a, b)]
    if not days[0] or not days[1]:
        return True
    return min(abs((x - y).days) for x in days[0] for y in days[1]) <= DAYS
