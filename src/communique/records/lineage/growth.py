"""Two versions in, how much the second looks like the first grown out: later years named, more figures, commas, brackets, words.

Versions grow more often than they are cut, and each sign of it says so by itself; which are believed how much was learned on chains of known order
by ``bench/lineage_direction.py``. Nought: nothing tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .align import Shared
from .words import Text

YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
Measure = Callable[[str, Text], float]
MEASURES: tuple[tuple[str, Measure, float], ...] = (  # what is measured, and how much its sign weighs
    ("the latest year", lambda text, _: max(map(int, YEAR.findall(text)), default=0), 0.65),
    ("years", lambda text, _: len(YEAR.findall(text)), 0.13),
    ("figures", lambda text, _: len(re.findall(r"\d+", text)), 0.18),
    ("commas", lambda text, _: text.count(","), 0.38),
    ("brackets", lambda text, _: text.count("("), 0.19),
    ("articles", lambda _, t: t.words.count("the"), 0.17),
    ("words", lambda _, t: len(t), -0.21),
    ("different words", lambda _, t: len(set(t.words)), 0.16),
    ("sentences", lambda _, t: len(t.rows), 0.06),
    ("letters", lambda text, _: len(text), 0.27),
)
CONTAINED = 0.37  # more of the second is its own


def signs(a: Text, b: Text, shared: Shared) -> list[int]:
    """For each measure 1 where it is greater in ``b``, -1 where in ``a``; the last: whose own share is greater."""
    left, right = _content(a), _content(b)
    return [*(_sign(measure(right, b) - measure(left, a)) for _, measure, _ in MEASURES), _sign(shared.of_a - shared.of_b)]


def grown(a: Text, b: Text, shared: Shared) -> float:
    """Log odds that ``b`` is the later."""
    weights = [*(w for _, _, w in MEASURES), CONTAINED]
    return round(sum(s * w for s, w in zip(signs(a, b, shared), weights, strict=True)), 6)


def _sign(x: float) -> int:
    return (x > 0) - (x < 0)


def _content(text: Text) -> str:
    doc = text.layout.document.text
    return "\n".join(doc[s.start : s.end] for s in text.layout.sentences)
