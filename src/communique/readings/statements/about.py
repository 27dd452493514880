"""A frame in, the circumstances of what was said out: setting, basis, time, stance."""

from __future__ import annotations

import re
from functools import lru_cache

from ...language.cues import settings
from ...model.actor import Actor
from ...model.passage import Passage
from ...model.times import TimeReading
from ..page import Page
from ..times import verb_over
from .line import Frame

END = r"[^,.;:“”\"—–]{1,80}"
HIDDEN = frozenset("official officials source sources diplomat diplomats aide aides insider insiders adviser advisers".split())
OF_NESTED = {"hope": "hoped", "wish": "hoped", "warn": "warned", "deny": "denied", "promise": "promised", "pledge": "promised", "vow": "promised"}
OF_VEHICLE = {"hope": "hoped", "wish": "hoped", "desire": "hoped", "commitment": "promised"}


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(s["pattern"].replace("{end}", END)), s["basis"]) for s in settings())


def setting_of(page: Page, f: Frame) -> tuple[Passage | None, str]:
    """The words that tell where or how it was said, and the basis they stand for."""
    sent = f.line.sent
    text = page.document.text[sent.start : sent.end]
    for a, b in f.spans:
        low, high = max(0, a - sent.start), min(len(text), b - sent.start)
        if low < high:
            text = text[:low] + "\x00" * (high - low) + text[high:]
    for pattern, basis in _patterns():
        if (m := pattern.search(text)) and "\x00" not in m.group():
            words = m.group().rstrip()
            return page.passage(sent.start + m.start(), sent.start + m.start() + len(words)), basis
    return None, "not said"


def basis_of(page: Page, f: Frame, speaker: Actor | None, hearer: Actor | None, basis: str) -> str:
    """The setting's basis; else other media where one tells it, was told it or is quoted for it; else unnamed officials where one speaks."""
    if basis != "not said":
        return basis
    cue = f.cue_span
    named = [n.actor for n in page.entities.within(*cue)] if cue is not None else []
    if any(_other(page, a) for a in (speaker, hearer, *named)):
        return "other media"
    if f.subject is None or speaker is None or speaker.kind != "unnamed":
        return basis
    return "unnamed officials" if f.subject.lemma.lower() in HIDDEN or f.subject.low in HIDDEN else basis


def _other(page: Page, a: Actor | None) -> bool:
    """A newspaper, agency or broadcaster that is not the article's own."""
    if a is None or a.sector != "JRN" or a.kind != "organisation" or a.name is None:
        return False
    own = {m.value.lower() for m in page.layout.marks if m.kind in ("agency", "outlet", "copyright")} | {(page.document.outlet or "").lower()}
    return not any(name and (a.name.lower() in name or name in a.name.lower()) for name in own)


def when_of(page: Page, f: Frame) -> str | None:
    """The time beside the cue (not one in what was said): the nearest to the cue in its sentence."""
    sent, cue = f.line.sent, f.cue_span
    if cue is None:
        return None
    near = [t for t in page.times if sent.start <= t.passage.start < sent.end and t.sort in ("date", "time") and not _inside(t, f) and not _aside(f, t)]
    best = min(near, key=lambda t: (_gap(t, cue), t.passage.start), default=None)
    return best.id if best is not None else None


def _aside(f: Frame, t: TimeReading) -> bool:
    """No day at all ("recently"), or the day of something that only describes ("Weber, who resigned last month, said"); not where that is the saying."""
    if t.expression.endswith("_REF"):
        return True
    verb = verb_over(f.line.sent, t.passage.start - f.line.sent.start)
    return verb is not None and verb.dep in ("relcl", "acl") and not f.first <= verb.i <= f.last


def _inside(t: TimeReading, f: Frame) -> bool:
    return any(a < t.passage.end and t.passage.start < b for a, b in f.spans)


def _gap(t: TimeReading, cue: tuple[int, int]) -> int:
    return max(0, t.passage.start - cue[1], cue[0] - t.passage.end)


def stance_of(f: Frame) -> str:
    """The cue's stance; that of what it reports where the cue itself is plain ("said she hoped", "expressed hope")."""
    if f.entry.stance != "said":
        return f.entry.stance
    if f.rule in ("to", "object-to") and f.entry.hearer:  # "told the drivers to wait"
        return "asked"
    if f.nested is not None and (s := OF_NESTED.get(f.nested.lemma.lower())):
        return s
    if f.rule == "vehicle" and (s := OF_VEHICLE.get(f.line.toks[f.last].lemma.lower())):
        return s
    return "said"
