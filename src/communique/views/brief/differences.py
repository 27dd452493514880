"""A shelf in, three sections out: where accounts differ, what changed between versions, what only one account says."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...model.passage import Passage
from ...model.record import Row, Value
from ..lines import Line, Section
from ..shelf import Shelf, counted, many, not_found, one_line, text_of

ORDER = {"conflict": 0, "slip": 1, "position": 2, "revision": 3, "compatible": 4}
SAY = {
    "conflict": "both cannot hold",
    "slip": "one account stands alone against its own evidence",
    "position": "the parties themselves differ",
    "revision": "one account changed",
    "compatible": "no conflict: another measure, precision or moment",
}
DIFFER, CHANGED, ALONE = 8, 10, 8
NUMBER = re.compile(
    r"\d[\d.,]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozen|hundred|thousand|million|billion)s?\b"
)
TOLL = re.compile(r"\b(?:kill|dead|die|death|injur|wound|missing|displac|evacuat|arrest|detain|fatalit|casualt)")
TOLLS = 2  # of the page
LOUDEST = ("commitments", "meetings", "disputes", "figures", "statements")


def differ(shelf: Shelf) -> Section:
    """Each disagreement with its sides next to each other, real ones first; of the compatible ones tolls alone: "at least two" and "at least six" dead."""
    found = sorted(shelf.of_list("disagreements"), key=lambda r: (ORDER.get(text_of(r.get("class")), 9), r.id))
    rows = [r for r in found if r.get("class") != "compatible"]
    tolls = sorted((r for r in found if r.get("class") == "compatible" and _toll(shelf, r)), key=lambda r: (-shelf.attested(r), r.id))
    lines = tuple(_difference(shelf, r) for r in [*rows[:DIFFER], *tolls[:TOLLS]])
    return Section(
        key="differ",
        title="Where accounts differ",
        lines=lines,
        left_out=max(0, len(rows) - DIFFER),
        empty="No difference found in figures, status or attribution. That is a claim about our reading." if len(shelf.origins) > 1 else None,
    )


def _toll(shelf: Shelf, row: Row) -> bool:
    """Whether origins differ in how many people were harmed, if only because one counted earlier or less surely."""
    if row.get("kind") != "figure" or not TOLL.search(text_of(row.get("on"))):
        return False
    versions = [v for v in many(row.get("versions")) if isinstance(v, Mapping)]
    numbers = {n for v in versions for n in NUMBER.findall(text_of(v.get("value")))[:1]}
    return len(numbers) > 1 and shelf.attested(row) > 1


def _difference(shelf: Shelf, row: Row) -> Line:
    found = [_side(shelf, row, v) for v in many(row.get("versions")) if isinstance(v, Mapping)]
    kind = text_of(row.get("class"))
    sides = tuple(sorted(found, key=lambda s: s.cites[0].number if s.cites else 0))
    return Line(
        row=row.id, head=text_of(row.get("on")), note=SAY.get(kind, kind), origins=shelf.attested(row), sides=sides, tags=(kind,)
    )


def _side(shelf: Shelf, row: Row, version: Mapping[str, Value]) -> Line:
    passages = [p for p in many(version.get("evidence")) if isinstance(p, Passage)]
    origins = {shelf.origin(p.article) for p in passages}
    names = "; ".join(sorted(shelf.origin_name(o) for o in origins))
    words = min((one_line(shelf.sentence(p)) for p in sorted(passages)), key=len, default="")
    return Line(row=row.id, head=text_of(version.get("value")), words=words, note=names, origins=len(origins), cites=shelf.cites(passages))


NUMBERED, WORDING = 1, 9
WEIGHT = {"correction note": 0, "status": 2, "attribution": 3, "fact": 4, "quote added": 5, "quote removed": 5, "wording": WORDING}


def changed(shelf: Shelf) -> Section:
    """Changes of fact, status, attribution and quotation between versions; wording is counted, not listed."""
    loud = changes_of(shelf)
    wording = len(shelf.of_list("changes")) - len(loud)
    remark = f"{counted(wording, 'change')} of wording alone not listed." if wording else ""
    return Section(key="changed", title="What changed between versions", lines=tuple(loud[:CHANGED]), left_out=max(0, len(loud) - CHANGED), remark=remark)


def changes_of(shelf: Shelf, origin: str | None = None, *, wording: bool = False) -> list[Line]:
    """Before and after next to each other, facts first; of one origin where given."""
    rows = [r for r in shelf.of_list("changes") if origin in (None, shelf.origin(str(r.get("to")))) and (wording or r.get("what") != "wording")]
    return [_change(shelf, r) for r in sorted(rows, key=lambda r: _place(shelf, r))]


def _place(shelf: Shelf, row: Row) -> tuple[int, bool, int, int, str]:
    """Loud ones first, of these what is still carried somewhere, then in the order of the versions and their texts."""
    return _loudness(row), not many(row.get("still_carried_by")), shelf.numbers.get(str(row.get("to")), 0), _at(row), row.id


def _loudness(row: Row) -> int:
    """A number put for another comes first, then what moved on, whose it is, other facts, quotations, wording."""
    what, before, after = (text_of(row.get(slot)) for slot in ("what", "before", "after"))
    numbers = [NUMBER.findall(side.lower()) for side in (before, after)]
    return NUMBERED if what == "fact" and before and after and numbers[0] != numbers[1] else WEIGHT.get(what, WORDING - 1)


def _at(row: Row) -> int:
    """Where it stands in the later version, or stood in the earlier one."""
    return next((p.start for p in (row.get("after"), row.get("before")) if isinstance(p, Passage)), 0)


def _change(shelf: Shelf, row: Row) -> Line:
    """``fact added in [3]``, ``fact left out in [3]``, ``fact changed from [1] to [2]`` with both wordings next to each other."""
    old, new = (f"[{shelf.numbers.get(str(row.get(slot)), 0)}]" for slot in ("from", "to"))
    before, after = text_of(row.get("before")), text_of(row.get("after"))
    carried = [f"[{shelf.numbers.get(str(a), 0)}]" for a in many(row.get("still_carried_by"))]
    note = f"the old words still stand in {', '.join(carried)}" if carried else ""
    sides = (Line(row=row.id, head=f"before, {old}", words=before), Line(row=row.id, head=f"after, {new}", words=after)) if before and after else ()
    how = f"changed from {old} to {new}" if sides else f"added in {new}" if after else f"of {old}, left out in {new}"
    thing = text_of(row.get("what")).split()[0]  # "quote" of "quote added"
    words, tags = ("", ("change",)) if sides else (after or before, ())
    return Line(row=row.id, head=f"{thing} {how}", words=words, note=note, origins=1, sides=sides, cites=shelf.cites(row.evidence), tags=tags)


def only_one(shelf: Shelf) -> Section:
    """What one origin alone says, though others were read whole: a claim about our reading."""
    told = {r.id: r for r in shelf.rows}
    found = [r for r in shelf.of_list("absences") if r.get("kind") == "only one origin" and len(shelf.origins) > 1]
    rows = sorted(found, key=lambda r: (_rank(told.get(text_of(r.get("what")))), min(r.evidence).start, r.id))
    lines = [_alone(shelf, r, told.get(text_of(r.get("what")))) for r in rows]
    return Section(
        key="only-one",
        title="Only one account says",
        lines=tuple(lines[:ALONE]),
        left_out=max(0, len(lines) - ALONE),
        remark="Not found in the others as far as we read them; absence is a claim about our reading.",
    )


def _rank(row: Row | None) -> int:
    return LOUDEST.index(row.list) if row and row.list in LOUDEST else len(LOUDEST)


def _alone(shelf: Shelf, absence: Row, row: Row | None) -> Line:
    p = min((row or absence).evidence)
    whole, cut = len(many(absence.get("complete_texts"))), len(many(absence.get("cut_texts")))
    cites = shelf.cites((row or absence).evidence)
    note = f"{shelf.origin_name(shelf.origin(p.article))}; {not_found(whole, cut)}"
    return Line(row=absence.id, words=one_line(shelf.sentence(p)), note=note, origins=1, cites=cites)
