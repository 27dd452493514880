"""What an article declares of itself in, its credit out: whose account it says it is, who wrote it, when, and through whom it came."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...language.agencies import agencies_in, agency
from ...model.layout import Layout, Mark
from ...model.passage import Passage

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
PICTURE = re.compile(r"[\s/|,:]*(?:photo|picture|image|file|pool|video|graphic)\b", re.IGNORECASE)
PICTURES = ("caption",)
TOP = 5  # sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """``agency`` with the words that credit it; ``own`` where the text is the agency's (its dateline or copyright line).

    ``people``: full names of those who wrote or contributed. ``hinted``: agencies that only a caption names.
    ``cited``: the outlet whose account this one retells, ``via`` the outlet that retells it. ``day``: as declared, or None.
    """

    article: str
    agency: str | None = None
    own: bool = False
    said: tuple[Passage, ...] = ()
    people: tuple[tuple[str, Passage], ...] = ()
    hinted: frozenset[str] = frozenset()
    cited: str | None = None
    via: str | None = None
    outlet: str | None = None
    day: str | None = None

    @property
    def account(self) -> str | None:
        """Whose account this is by its own words: the cited outlet, else the agency."""
        return self.cited or self.agency

    @property
    def issued(self) -> bool:
        """Whether the outlet is the agency itself: who else credits it took the words from there."""
        return self.agency is not None and self.cited is None and self.outlet is not None and agency(self.outlet) == self.agency


def read(layout: Layout) -> Credit:
    doc = layout.document
    credits = [(name, m, own) for m in layout.marks for name, own in _agencies(layout, m)]
    agencies = sorted({name for name, _, _ in credits}, key=lambda n: (-sum(1 + own for name, _, own in credits if name == n), n))
    named = agencies[0] if agencies else None
    citing = layout.marked("citing")
    outlet = doc.outlet or next((m.value for m in layout.marked("outlet")), None)
    via = next((m for m in layout.marked("relayed by")), None)
    if named is None and outlet and agency(outlet):
        named = agency(outlet)
    cited = _cited(citing, outlet) if via and _retells(layout, via, outlet) else None
    if cited is None and not any(own for name, _, own in credits if name == named):
        citing = layout.marked("leans on")
        cited = _cited(citing, outlet)
    return Credit(
        article=doc.id,
        agency=named,
        own=any(own for name, _, own in credits if name == named),
        said=tuple(m.passage for m in citing[:1]) if cited else tuple(m.passage for name, m, _ in credits if name == named),
        people=tuple((_name(m.value), m.passage) for m in layout.marks if m.kind in ("byline", "contributor") and " " in m.value.strip()),
        hinted=_hinted(layout),
        cited=cited,
        via=(outlet or (via.value if via else None)) if cited else None,
        outlet=outlet,
        day=_day(layout),
    )


def _agencies(layout: Layout, mark: Mark) -> list[tuple[str, bool]]:
    """The agency that a mark credits; nothing where it credits a picture."""
    text = layout.document.text
    if PICTURE.match(text, mark.passage.end, mark.passage.end + 12):
        return []
    if mark.kind == "agency":
        kinds = {f.kind for f in layout.furniture if f.start < mark.passage.end and mark.passage.start < f.end}
        return [(mark.value, bool(kinds & {"dateline", "copyright"}))]
    if mark.kind == "copyright":
        found = next(agencies_in(text, mark.passage.start, mark.passage.end), None)
        if found and found[0] - mark.passage.start <= 5:
            return [(found[2], True)]
    return []


def _retells(layout: Layout, via: Mark, outlet: str | None) -> bool:
    """Whether the article itself is the retelling: its own outlet "reports, citing", or, where that is unknown, somebody does so near the top."""
    if outlet:
        return _name(outlet) == _name(via.value)
    return sum(1 for s in layout.sentences if s.start < via.passage.start) <= TOP


def _cited(citing: list[Mark], outlet: str | None) -> str | None:
    for mark in citing:
        name = agency(mark.value) or mark.value
        if name and (not outlet or _name(name.removeprefix("The ")) != _name(outlet.removeprefix("The "))):
            return name
    return None


def _hinted(layout: Layout) -> frozenset[str]:
    text = layout.document.text
    return frozenset(name for f in layout.furniture if f.kind in PICTURES for _, _, name in agencies_in(text, f.start, f.end))


def _name(written: str) -> str:
    """A name as a set of lower-case tokens, so that order, case and hyphens do not matter."""
    return " ".join(sorted(re.findall(r"[^\W\d_]+", written.lower())))


def _day(layout: Layout) -> str | None:
    doc = layout.document
    for value in (doc.published.value if doc.published else None, *(m.value for k in ("published", "header date") for m in layout.marked(k))):
        found = DAY.match(value) if value else None
        if found:
            return found.group()
    return None
