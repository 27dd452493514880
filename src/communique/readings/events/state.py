"""A clause in, its state and its date out: done, future, hypothetical, negated, historical; the id of the time it is told with."""

from __future__ import annotations

from ..page import Page, Sent
from ..parse import Token
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


def dated(page: Page, sent: Sent, verbs: tuple[int, ...]) -> tuple[str | None, bool]:
    """(id of the time that stands with one of these verbs, whether it lies years before the article)."""
    for t in page.times:
        if sent.start <= t.passage.start < sent.end and t.sort in ("date", "time"):
            word = sent.token_at(t.passage.start)
            if word is not None and _governs(sent, word, verbs):
                stamp, year = page.document.published, (t.value or t.first or "")[:4]
                old = bool(stamp and year.isdigit() and stamp.value[:4].isdigit() and int(stamp.value[:4]) - int(year) >= LONG_AGO)
                return t.id, old
    return None, False


def _governs(sent: Sent, word: Token, verbs: tuple[int, ...]) -> bool:
    """Whether the first verb above a word is one of these."""
    up = next((t for t in (word, *sent.parse.ancestors(word.i)) if t.pos in ("VERB", "AUX") and t.dep not in ("aux", "auxpass", "amod")), None)
    return up is not None and up.i in verbs
