"""A line of an article's top in, the pieces of header that it opens with out: dates, bylines, widgets, captions, labels, peeled off in turn."""

from __future__ import annotations

import re

from ..language.agencies import agencies_in, agency
from ..language.stamps import match_stamp
from .datelines import match_dateline, read_dateline
from .found import Found
from .names import LETTER, NAMES, UPPER, split_names

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
CAPTION = re.compile(
    r"\[\d{1,2}/\d{1,2}\][ \t]*|Item \d{1,2} of \d{1,2}\b[ \t]*|(?:Photo|Photo caption|Photos|Image|Picture|File photo|Caption|Photograph|PHOTO"
    r"|FILE)[ \t]*(?:[:=]|[—–-][ \t])[ \t]*"
)
WIDGETS = re.compile(
    r"(?:[+−↺⟲⤓🔊🔍⎙✉–-][ \t]*|(?:\d{1,2}[ \t]*px\b|A[+-]|Aa|Listen(?: to article)?|Share(?: this article)?|Print|Save|Tweet|Email|Comments?|Font size)"
    r"(?=[ \t]|$)[ \t]*)+$",
    re.MULTILINE,
)
LISTEN = re.compile(
    r"(?:Listen to (?:this )?article|Listen|Reading [Tt]ime:?)[ \t]*\(?\d{1,2}[ \t]*min(?:ute)?s?\)?(?=[ \t]|$)|Listen to (?:this )?article(?=[ \t]|$)"
)
NO_NAME = re.compile(r"\b(?:WRITER|REPORTER|CORRESPONDENT|EDITOR|NEWS|STAFF|UPDATE|BREAKING|EXCLUSIVE|ANALYSIS|OPINION|SUMMARY|VIDEO|PHOTOS?|LIVE)\b")
LABEL = re.compile(
    rf"(?:[{UPPER}][{LETTER}&'’-]*)(?:[ \t]+(?:[{UPPER}&][{LETTER}&'’-]*|and|of|in|the|from|for)){{0,6}}[.,:|][ \t]+|"
    rf"(?:[{UPPER}][{LETTER}]+[ \t]?[>|»/][ \t]?){{1,4}}"
)

def peel(found: Found, start: int, end: int) -> int:
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


def whole_line(text: str, start: int, end: int) -> bool:
    """Whether a line is a byline or a date and nothing else."""
    if end - start > 120:
        return False
    byline = BYLINE.match(text, start, end)
    if byline and _ends_byline(text, byline.end(), end):
        return byline.end() == end or text[end - 1] not in ".!?…"
    told = PUBLISHED.match(text, start, end)
    stamp = match_stamp(text, told.end() if told else start, end=end)
    return bool(stamp and stamp[1] >= end) or any(p.fullmatch(text, start, end) for p in (AGO, BY_AGENCY, WIDGETS))


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
    match = LISTEN.match(text, at, end)
    if match:
        found.take(at, match.end(), "page")
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
        stop_at = end if _rest_is_desk(text, match.end(), end) else match.end()
        found.take(at, stop_at, "byline")
        for name, start, stop in split_names(text, *match.span("names")):
            found.mark("byline", name, start, stop)
        for start, stop, name in agencies_in(text, match.end("names"), stop_at):
            found.mark("agency", name, start, stop)
        return stop_at
    match = CAPS_NAME.match(text, at, end)
    if match and not found.shouting and not agency(match["names"]) and not NO_NAME.search(match["names"]):
        found.take(at, match.end(), "byline")
        for name, start, stop in split_names(text, *match.span("names")):
            found.mark("byline", name, start, stop)
        return match.end()
    return None


def _rest_is_desk(text: str, at: int, end: int) -> bool:
    """What follows the names on a line of its own: "staff reporter", "CNN", "in Vaduz"."""
    return end - at <= 60 and text[end - 1] not in ".!?…:;,\"”" and not re.search(r"—|=|\.\s", text[at:end])


def _ends_byline(text: str, at: int, end: int) -> bool:
    """After a byline comes the end of the line, a stop, or another piece; never the rest of a sentence."""
    rest = text[at : min(end, at + 60)].lstrip(" \t")
    if _rest_is_desk(text, at, end) and rest.startswith(("in ", "and ", "for ")):
        return True
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
