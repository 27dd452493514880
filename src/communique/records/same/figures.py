"""A reading of a quantity in, the thing it counts out: ``thing(reading)`` is equal for "at least 35 people were killed" and "the toll rose to 36".

The words decide, not the numbers: the noun (words for anybody are alike: "people", "lives", "the toll"), what happened to it, what
tells it from others of its kind (a nationality, "retired"), the unit, and the whole it is part of. What is not alike in all of them is
another measure, and two measures never disagree.
"""

from __future__ import annotations

import re

from ...language import units
from ...model.figures import FigureReading

HARM = {
    "kill": "killed", "die": "killed", "dead": "killed", "claim": "killed", "death": "killed", "toll": "killed", "fatality": "killed",
    "slay": "killed", "perish": "killed", "lose": "lost", "murder": "killed", "execute": "executed",
    "injure": "injured", "wound": "injured", "hurt": "injured", "injury": "injured", "wounded": "injured", "injured": "injured",
    "displace": "displaced", "displaced": "displaced", "uproot": "displaced", "evacuate": "evacuated", "flee": "fled", "arrest": "arrested",
    "detain": "arrested",
    "abduct": "abducted", "kidnap": "abducted", "capture": "captured", "miss": "missing", "missing": "missing", "rescue": "rescued",
    "hospitalize": "hospitalized", "hospitalise": "hospitalized",
}  # fmt: skip
# Nouns for anybody. Soldiers and civilians are counted apart, so a nearer noun stays what it is.
ANYBODY = frozenset("person people life victim individual casualty human toll dead death fatality body injury".split())
LASTING = frozenset("last take run go continue stretch hold meet talk spend".split())
MEETINGS = {"summit": "meeting", "talk": "meeting", "encounter": "meeting", "meet": "meeting"}
STOP = frozenset(
    """a an the of in on at to for from by with and or its his her their our more other total additional estimated some all both at-least people persons person
    were was been have has had be about killed injured displaced dead wounded""".split()
)
WORD = re.compile(r"[\w][\w'’-]*")


def thing(r: FigureReading) -> tuple[str, ...]:
    """The key of what is counted; equal keys within one story are one thing."""
    _, base = units.convert(1.0, r.unit)
    head = MEETINGS.get(r.head, r.head)
    deed = HARM.get(r.deed) or HARM.get(r.head) or r.deed
    harmed = deed in set(HARM.values())
    if r.sort == "count" and harmed:
        # "136 Koreans of them" is another count than "183 workers": capitals and the whole tell.
        return ("count", "person" if head in ANYBODY or not head else head, deed, *distinct(r, capitals=True), of(r))
    if r.sort == "measure":
        return ("measure", base or "", head, *distinct(r, capitals=True), "")
    if r.sort == "count":
        return ("count", head, deed, *distinct(r), of(r))
    if r.sort == "ordinal":
        return ("ordinal", head, *distinct(r, capitals=True), "")
    if r.sort == "duration":
        deed = "" if deed in LASTING else deed
    moved = [w for w in WORD.findall(r.counts) if w in ("to", "from", "by")]
    return (r.sort, base or r.unit or "", head, deed, *distinct(r), *moved, of(r))


def distinct(r: FigureReading, *, capitals: bool = False) -> tuple[str, ...]:
    """The words that tell the counted thing from others of its kind, sorted; only names where ``capitals``."""
    words = [w for w in WORD.findall(r.counts) if not capitals or w[0].isupper()]
    return tuple(sorted({fold(w) for w in words} - STOP - {r.head, r.deed, fold(r.head)}))


def of(r: FigureReading) -> str:
    """The whole without its number: "183 workers" -> "of worker"."""
    return "of " + " ".join(fold(w) for w in WORD.findall(r.of) if not w[0].isdigit() and w.lower() not in STOP) if r.of else ""


def fold(word: str) -> str:
    low = re.sub(r"['’]s?$", "", word.lower())
    if len(low) > 4 and low.endswith("ies"):  # noqa: PLR2004
        return low[:-3] + "y"
    return low[:-1] if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else low  # noqa: PLR2004
