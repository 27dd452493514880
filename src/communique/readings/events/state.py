"""A clause in, its state and its date out: done, future, hypothetical, negated, historical; the id of the time it is told with."""

from __future__ import annotations

from ..page import Page, Sent
from .clause import Clause

LONG_AGO = 2  # years before publication from which a dated event is history and not news
MODES = {
    "REQUEST": {"AID": "assist", "SUPPORT": "assist", "CONSULT": "meet", "RETREAT": "yield", "CONCEDE": "yield"},
    "REJECT": {"AID": "assist", "SUPPORT": "assist", "CONSULT": "meet", "RETREAT": "yield", "CONCEDE": "yield"},
    "THREATEN": {"SANCTION": "relations", "ASSAULT": "violence", "COERCE": "restrict", "MOBILIZE": "violence"},
}
EXPELS = frozenset(("expel", "deport"))


def state_of(c: Clause, negated: bool) -> str:
    """What tense, modality and condition say."""
    if negated:
        return "negated"
    if c.might or c.conditional:
        return "hypothetical"
    return "future" if c.future else "done"


def inner_mode(kind: str, inner: str | None, mode: str | None) -> str | None:
    """The mode of a demand, refusal or threat, from what is demanded, refused or threatened."""
    if inner is None:
        return None
    if kind == "THREATEN" and mode in EXPELS:
        return "expel"
    if kind == "THREATEN" and mode == "arrest":
        return "arrest"
    return MODES.get(kind, {}).get(inner)


def dated(page: Page, sent: Sent, at: int) -> tuple[str | None, bool]:
    """(id of the time in the sentence that stands nearest, whether it lies years before the article)."""
    near = [t for t in page.times if sent.start <= t.passage.start < sent.end and t.sort in ("date", "time")]
    if not near:
        return None, False
    best = min(near, key=lambda t: abs(t.passage.start - at))
    stamp = page.document.published
    year = (best.value or best.first or "")[:4]
    old = bool(stamp and year.isdigit() and stamp.value[:4].isdigit() and int(stamp.value[:4]) - int(year) >= LONG_AGO)
    return best.id, old
