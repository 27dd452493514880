"""The top of an article in, what stands there before the story out: dates, bylines, widgets, captions, a headline; each piece is peeled off in turn."""

from __future__ import annotations

import re

from ..language.agencies import agencies_in, agency
from ..language.stamps import match_stamp
from .datelines import match_dateline, read_dateline
from .found import Found
from .names import LETTER, NAMES, UPPER, split_names
from .units import Span

UNITS = 10  # so many lines from the top may be header
GAP = re.compile(r"[ \t\u00a0]*(?:[.|;·•,:/][ \t\u00a0]*)*|[ \t]*[—–-]+[ \t]*(?=$)")
HEADER_DATE = re.compile(r"date[ \t]*[:=]?[ \t]+(?=[\dA-Z])", re.IGNORECASE)
PUBLISHED = re.compile(
    r"(?:(?:first[ \t]+)?(?P<kind>published|posted|issued|updated|last[ \t]+updated|last[ \t]+modified|modified)(?:[ \t]+(?:on|at))?)[ \t]*[:\-–]?[ \t]*",
    re.IGNORECASE,
)
AGO = re.compile(r"(?:an?|\d{1,2})[ \t]+(?:minute|hour|day|week|month|year)s?[ \t]+ago\b|\d{1,2}[ \t]+min(?:ute)?s?[ \t]+read\b", re.IGNORECASE)
BYLINE = re.compile(
    rf"(?:By|BY)[ \t]+(?P<names>{NAMES})(?P<desk>,?[ \t]*(?:[|/,][ \t]*)?(?:Associated Press|The Associated Press|AP|Reuters|AFP|Staff Writer"
    rf"|Staff Reporter|staff writer|staff reporter|Correspondent|correspondent|Senior Correspondent|Diplomatic Correspondent)s?)?"
)
BY_AGENCY = re.compile(
    rf"(?:By|BY|Source[ \t]*:|SOURCE[ \t]*:|Via|Credit[ \t]*:)[ \t]+(?P<who>(?:[Tt]he[ \t]+)?[{UPPER}][{LETTER}.-]*(?:[ \t]+(?:[{UPPER}][{LETTER}.-]*"
    rf"|[Aa]gency|[Ss]taff)){{0,4}})"
)
CAPS_NAME = re.compile(
    rf"(?P<names>[{UPPER}][{UPPER}'’-]+(?:[ \t]+[{UPPER}][{UPPER}'’.-]+){{1,2}}(?:[ \t]+and[ \t]+[{UPPER}][{UPPER}'’-]+"
    rf"(?:[ \t]+[{UPPER}][{UPPER}'’.-]+){{1,3}})?)(?=\.?[ \t]*$|\.[ \t])",
    re.MULTILINE,
)
CAPTION = re.compile(r"(?:Photo|Photo caption|Photos|Image|Picture|File photo|Caption|Photograph|PHOTO|FILE)[ \t]*(?:[:=]|[—–-][ \t])[ \t]*")
WIDGETS = re.compile(
    r"(?:[+−↺⟲⤓🔊🔍⎙✉–-][ \t]*|(?:\d{1,2}[ \t]*px\b|A[+-]|Aa|Listen(?: to article)?|Share(?: this article)?|Print|Save|Tweet|Email|Comments?|Font size)"
    r"(?=[ \t]|$)[ \t]*)+$",
    re.MULTILINE,
)
LABEL = re.compile(
    rf"(?:[{UPPER}][{LETTER}&'’-]*)(?:[ \t]+(?:[{UPPER}&][{LETTER}&'’-]*|and|of|in|the|from|for)){{0,6}}[.,:|][ \t]+|"
    rf"(?:[{UPPER}][{LETTER}]+[ \t]?[>|»/][ \t]?){{1,4}}"
)
SHORT = 200


def read_header(found: Found, units: list[Span]) -> list[Span]:
    """Take the header; the units that are left, the first of them shortened."""
    for n, (start, end) in enumerate(units[:UNITS]):
        at = _peel(found, start, end)
        if at < end:
            if not found.furniture_ends(at, "dateline") and _is_headline(found, units, n, at):
                found.take(at, end, "title")
                continue
            return [(at, end), *units[n + 1 :]]
    return units[UNITS:] if len(units) > UNITS else []


def _peel(found: Found, start: int, end: int) -> int:
    """Take piece after piece from ``start``; where the content begins."""
    at = start
    while at < end:
        stop = _piece(found, at, end)
        if stop is None:
            stop = read_dateline(found, at, end, first=True)
            if stop > at:
                return stop
            stop = _label(found, at, end)
        if stop is None or stop <= at:
            break
        at = _gap(found, stop, end)
    return at


def _gap(found: Found, at: int, end: int) -> int:
    """Points and bars between two pieces belong to the one before."""
    gap = GAP.match(found.text, at, end)
    stop = gap.end() if gap else at
    if found.text[at:stop].strip() and found.furniture:
        last = found.furniture[-1]
        found.furniture[-1] = type(last)(last.start, stop, last.kind)
    return stop


def _piece(found: Found, at: int, end: int) -> int | None:
    """The end of the piece of header that starts here, taken; None where none does."""
    text = found.text
    for read in (_date, _byline, _caption):
        stop = read(found, at, end)
        if stop is not None:
            return stop
    match = WIDGETS.match(text, at, end)
    if match and match.group().strip():
        found.take(at, match.end(), "page")
        return match.end()
    match = AGO.match(text, at, end)
    if match:
        found.take(at, match.end(), "published")
        return match.end()
    return None


def _date(found: Found, at: int, end: int) -> int | None:
    text = found.text
    for pattern, kind in ((HEADER_DATE, "header"), (PUBLISHED, "published")):
        match = pattern.match(text, at, end)
        if match:
            stamp = match_stamp(text, match.end(), end=end)
            if stamp:
                found.take(at, stamp[1], kind)
                mark = "header date" if kind == "header" else "published" if match["kind"].lower()[:1] in "pi" else "modified"
                found.mark(mark, stamp[0], match.end(), stamp[1])
                return stamp[1]
    stamp = match_stamp(text, at, end=end)
    if stamp and (stamp[1] >= end or text[stamp[1]] in ".|;\n·" or _starts_piece(text, GAP.match(text, stamp[1], end), end)):
        found.take(at, stamp[1], "published")
        found.mark("header date", stamp[0], at, stamp[1])
        return stamp[1]
    return None


def _byline(found: Found, at: int, end: int) -> int | None:
    text = found.text
    match = BY_AGENCY.match(text, at, end)
    if match:
        who = next(agencies_in(text, *match.span("who")), None)
        if (who and who[0] == match.start("who")) or (who and text[match.start("who") : who[0]].strip().lower() == "the"):
            found.take(at, who[1], "credit")
            found.mark("agency", who[2], who[0], who[1])
            rest = re.compile(r"[ \t]+(?:Staff|staff|Photo|News|Agency|agency)\b").match(text, who[1], end)
            if rest:
                found.take(who[1], rest.end(), "credit")
            return rest.end() if rest else who[1]
    match = BYLINE.match(text, at, end)
    if match and _ends_byline(text, match.end(), end):
        found.take(at, match.end(), "byline")
        for name, start, stop in split_names(text, *match.span("names")):
            found.mark("byline", name, start, stop)
        if match["desk"]:
            for start, stop, name in agencies_in(text, *match.span("desk")):
                found.mark("agency", name, start, stop)
        return match.end()
    match = CAPS_NAME.match(text, at, end)
    if match and not agency(match["names"]):
        found.take(at, match.end(), "byline")
        for name, start, stop in split_names(text, *match.span("names")):
            found.mark("byline", name, start, stop)
        return match.end()
    return None


def _ends_byline(text: str, at: int, end: int) -> bool:
    """After a byline comes the end of the line, a stop, or another piece; never the rest of a sentence."""
    rest = text[at : min(end, at + 60)].lstrip(" \t")
    return not rest or rest[0] in ".|;·•,/—–-(" or _starts_piece(text, GAP.match(text, at, end), end)


def _caption(found: Found, at: int, end: int) -> int | None:
    """A caption reaches to the end of its line, or to another piece of header in it."""
    text = found.text
    match = CAPTION.match(text, at, end)
    if not match:
        return None
    stop = end
    for sentence in re.compile(r"[.\])][ \t]+(?=[A-Z])").finditer(text, match.end(), end):
        if _starts_piece(text, sentence, end):
            stop = sentence.end()
            break
    found.take(at, stop, "caption")
    return stop


def _starts_piece(text: str, gap: re.Match[str] | None, end: int) -> bool:
    """Whether a sure piece of header (date, byline, caption, dateline in capitals) follows."""
    at = gap.end() if gap else end
    if at >= end:
        return False
    if PUBLISHED.match(text, at, end) and match_stamp(text, PUBLISHED.match(text, at, end).end(), end=end):  # type: ignore[union-attr]
        return True
    if AGO.match(text, at, end) or CAPTION.match(text, at, end) or match_stamp(text, at, end=end):
        return True
    by = BYLINE.match(text, at, end)
    return bool(by or BY_AGENCY.match(text, at, end) or CAPS_NAME.match(text, at, end))


def _label(found: Found, at: int, end: int) -> int | None:
    """A section or an outlet's name ("Policies.", "Asia Economy World.") is header only where a sure piece follows; an agency's by itself."""
    text = found.text
    match = LABEL.match(text, at, min(end, at + 80))
    if not match:
        return None
    name = agency(match.group().strip(" \t.,:|"))
    if name and match.group().rstrip()[-1] in ".|":
        found.take(at, match.end(), "credit")
        found.mark("agency", name, at, at + len(match.group().rstrip(" \t.,:|")))
        return match.end()
    if _starts_piece(text, match, end) or match_dateline(text, match.end(), end, first=False):
        found.take(at, match.end(), "header")
        return match.end()
    return None


def _is_headline(found: Found, units: list[Span], n: int, at: int) -> bool:
    """A first line without a full stop, with longer text below that has one."""
    text, (_, end) = found.text, units[n]
    line = text[at:end]
    if len(line) > SHORT or len(line.split()) < 3 or line[-1] in ".!?:;,…\"”’'»)]—–-" or found.document.body_start:
        return False
    rest = units[n + 1 : n + 4]
    return any(b - a > 40 and text[b - 1] in ".!?…\"”’'»)" for a, b in rest) and not line[0].islower()
