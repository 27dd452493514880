"""The top of an article in, what stands there before the story out: dates, bylines, captions, a headline, whatever a page puts above its text."""

from __future__ import annotations

import re

from ..language.agencies import agencies_in, agency
from ..language.stamps import find_stamp
from .datelines import match_dateline
from .found import Found
from .names import NAME, proper
from .outlets import outlet_line
from .pieces import PUBLISHED, peel, whole_line
from .units import Span

UNITS = 16  # so many lines from the top may be header
AFTER = 6  # and so many below a standfirst
WORDS = 14  # a line of a page's top has no more, a sentence of a story mostly has
BULLETS = tuple("-•*·●▪■–")
ENDS = tuple(".!?…:;,\"”’'»)")
IN_PLACE = re.compile(rf"(?P<name>{NAME})[ \t]+in[ \t]+[A-Z][\w.'’ -]{{1,40}}$")


def read_header(found: Found, units: list[Span]) -> list[Span]:
    """Take the header; the units that are left, the first of them shortened."""
    top = units[:UNITS]
    story = _story_begins(found, top)
    titled = bool(found.document.body_start)
    for n, (start, end) in enumerate(top):
        below = units[n + 1] if n + 1 < len(units) else None
        if titled and n <= 1 and n < story and _take_outlet(found, start, end, below):
            continue
        at = peel(found, start, end)
        if at >= end:
            continue
        if found.furniture_ends(at, "dateline") or n >= story or not _is_front(found, at, end, first=not titled):
            return [(at, end), *_below(found, units[n + 1 :])]
        titled = _take_front(found, at, end, titled, below)
    return units[UNITS:]


def _story_begins(found: Found, top: list[Span]) -> int:
    """The first unit that is a sentence of a story; 0 where none is, so that nothing is taken for header."""
    text = found.text
    for n, (start, end) in enumerate(top):
        sentence = text[end - 1] in ".!?…\"”’'»)" and end - start > 40 and text.count(" ", start, end) > 6
        if sentence or match_dateline(text, start, end, first=True):
            return n
    return 0


def _is_front(found: Found, at: int, end: int, *, first: bool) -> bool:
    """A short line without a full stop, as a page puts it above the story; a headline may be longer."""
    line = found.text[at:end]
    words = len(line.split())
    if "\t" in line or line.count("|") > 2:
        return False  # a row of a table
    if line.endswith(ENDS) or line.startswith(BULLETS):
        return bool(re.match(r"\(?(?:[A-Z]{3,}|Updated|Lead)\)?$", line))
    return words <= WORDS or (first and len(line) <= 200 and not line[0].islower())


def _take_outlet(found: Found, at: int, end: int, below: Span | None) -> bool:
    """The line right below the headline names the outlet, perhaps with the day."""
    if found.document.outlet is not None or not any(f.kind == "title" and found.text[f.end : at].strip() == "" for f in found.furniture):
        return False
    dated_below = below is not None and find_stamp(found.text, *below) is not None and len(found.text[slice(*below)].split()) <= WORDS
    named = outlet_line(found.text, at, end, dated_below=dated_below)
    if named is None:
        return False
    wrote = agency(named[0])
    found.mark("agency" if wrote else "outlet", wrote or named[0], *named[1:])
    if (stamp := find_stamp(found.text, at, end)) is not None:
        found.mark("header date", *stamp)
    found.take(at, end, "header")
    return True


def _take_front(found: Found, at: int, end: int, titled: bool, following: Span | None) -> bool:
    """Take a line of the front; whether the article has its headline now."""
    text, line = found.text, found.text[at:end]
    dated = find_stamp(text, at, end)
    if dated and len(line.split()) <= WORDS:
        found.take(at, end, "published")
        kind = PUBLISHED.search(text, at, dated[1])
        mark = "header date" if not kind else "modified" if kind["kind"].lower().startswith(("u", "l", "m")) else "published"
        found.mark(mark, dated[0], dated[1], dated[2])
        for start, stop, name in agencies_in(text, at, dated[1]):
            found.mark("agency", name, start, stop)
        return titled
    reporter = IN_PLACE.match(text, at, end)
    if reporter and titled:
        found.take(at, end, "byline")
        found.mark("byline", proper(reporter["name"]), *reporter.span("name"))
        return titled
    if not titled and len(line.split()) >= 3 and not line.endswith(":"):
        found.take(at, end, "title")
        return True
    found.take(at, end, "header")
    # An agency alone above the story wrote it; above a caption it took the picture.
    if agency(line) and following is not None and (match_dateline(text, *following, first=True) or text[following[1] - 1] in ".!?…\"”’'»"):
        found.mark("agency", agency(line), at, end)
    return titled


def _below(found: Found, units: list[Span]) -> list[Span]:
    """Bylines and dates also stand below a standfirst: lines of which little or nothing is left when they are peeled."""
    for n, (start, end) in enumerate(units[:AFTER]):
        if whole_line(found.text, start, end):
            units = [*units[:n], (peel(found, start, end), end), *units[n + 1 :]]
    return [u for u in units if u[1] > u[0]]
