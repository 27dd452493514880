"""The last lines of an article in, what stands there after the story out: rules, contributor lines, copyright, credits, sign-offs."""

from __future__ import annotations

import re

from ..language.agencies import agencies_in, agency
from .found import Found
from .names import LETTER, NAME, NAMES, UPPER, split_names
from .sentences import sentences
from .units import Span

UNITS = 14  # so many lines from the end may be footer
RULE = re.compile(r"[\s_*=~#•·—–-]*$")
PLACES = rf"[{UPPER}][{LETTER}.'’, -]*?"
TAIL = re.compile(
    rf"(?P<who>(?:(?:The[ \t]+)?(?:Associated Press|AP|Reuters|AFP)[ \t]+(?:\w+[ \t]+){{0,3}}(?:writer|journalist|reporter|correspondent|researcher"
    rf"|producer)s?[ \t]+)?(?P<names>{NAMES}|[{UPPER}][{LETTER}'’-]+)"
    rf"(?:,?[ \t]+(?:and[ \t]+(?:others|{NAME})[ \t]+)?in[ \t]+{PLACES})?(?:,?[ \t]+(?:and[ \t]+|,[ \t]*)?{NAMES}(?:[ \t]+in[ \t]+{PLACES})?){{0,4}},?)"
    r"[ \t]+(?:also[ \t]+)?(?P<deed>contributed(?:[ \t]+(?:reporting|research))?(?:[ \t]+to[ \t]+(?:this|the)[ \t]+(?:report|story|article|analysis))?"
    r"|reported[ \t]+from[ \t]+[A-Z][^.\n]{1,60})\.?$"
)
PREFIX = re.compile(r"(?:[A-Z][\w.]*['’]s[ \t]+)?")
RUN = re.compile(
    rf"(?P<names>{NAMES}|[{UPPER}][{LETTER}'’-]+)(?=[ \t]+in[ \t]|,?[ \t]*$|,?[ \t]+and[ \t])"
    rf"(?P<where>[ \t]+in[ \t]+{PLACES}(?=,?[ \t]+and[ \t]|,?$|,[ \t]+{NAME}[ \t]+in[ \t]))?(?:,?[ \t]+and[ \t]+|,[ \t]+)?"
)
ADDITIONAL = re.compile(
    r"\(?(?:Additional reporting|Reporting|With reporting|With additional reporting|Writing|Editing|Compiled|Edited|Written)[ \t]+"
    r"(?:and[ \t]+\w+[ \t]+)?by[ \t]*:?[ \t]+[^\n]{2,300}$",
    re.IGNORECASE,
)
COPYRIGHT = re.compile(r"(?:copyright\b|©|\(c\)[ \t]|all rights reserved|this material may not be published)", re.IGNORECASE)
IMAGE = re.compile(r"(?:Image|Media)[ \t]+(?:copyright|source|caption)\b")
HOLDER = re.compile(
    r"(?:[Cc]opyright|COPYRIGHT|©|\([Cc]\))[ \t]*(?:©|\([Cc]\))?[ \t,]*(?:(?:19|20)\d\d(?:[–-](?:19|20)?\d\d)?)?[ \t,]*(?:by[ \t]+)?"
    r"(?P<who>(?:[Tt]he[ \t]+)?[A-Z][\w&'’-]*(?:\.[A-Za-z]\w{1,5})?(?:[ \t]+(?:[A-Z&][\w&'’-]*|of|and|the)){0,6})"
)
WITH_INPUT = re.compile(
    r"\(?(?:With|with)[ \t]+(?:inputs?|agency inputs|files|reports?)[ \t]+from[ \t]+[^\n]{2,120}$|\(?(?:Source|Credit|Via"
    r"|SOURCE)[ \t]*:[ \t]*[^\n]{2,80}$"
)
OFFICE = re.compile(r"(?:The[ \t]+)?(?:Ministry|Office|Embassy|Department|Government|Presidency|Cabinet|Secretariat|Chancellery|White House)\b")
MAY_CONTRIBUTE = re.compile(r"\W*(?:Additional|Reporting|With|Writing|Editing|Compiled|Edited|Written|Source|Credit|Via)", re.IGNORECASE)
END_MARK = re.compile(
    r"[a-z]{2,4}(?:[/-][a-z]{2,4}){1,3}$"  # who wrote and who checked: "sb/kl"
    r"|[(\[]?(?:END|ENDS|Ends|Enditem|The end|MORE|30)[)\]]?\.?$|[#*\s]{2,}$|[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}$"
)
BIO = re.compile(rf"(?:{NAME}|[{UPPER}][{LETTER}'’-]+)[ \t]+(?:is (?:an?|the)\b|is based\b|covers\b|has (?:covered|been covering)\b|reports on\b)")
JOURNALIST = re.compile(r"\b(?:reporter|correspondent|journalist|columnist|staff writer|bureau chief|news editor|covers|covered|covering|reports on)\b")
RELATED = re.compile(
    r"(?:related(?: (?:topics|articles?|stories|news|content))?|more on this story|topics|tags|most (?:read|popular)|trending)\s*:?$",
    re.IGNORECASE,
)
SIGN_OFF = re.compile(rf"[=—–-]*[ \t]*[(\[]?(?P<who>[{UPPER}][\w&'’-]*(?:\.[A-Z]?\w{{1,6}})?(?:[ \t/]+(?:[{UPPER}][\w.&'’-]*|of|for|the|and)){{0,5}})[)\]]?$")
OUTLET = re.compile(r"\.[A-Za-z]{2,6}$|(?:News|Times|Post|Herald|Tribune|Agency|Press|Daily|Journal|Gazette)$")
CAPS_LINE = re.compile(rf"[{UPPER}][{UPPER}'’.-]+(?:[ \t]+[{UPPER}][{UPPER}'’.-]+){{1,3}}")
NOTE = re.compile(
    r"(?:\(?(?:correction|corrects|clarification|editor[’']s note|this (?:story|article|report|version) (?:has been|was|is being|corrects|will be)"
    r"|this is a (?:developing|breaking)|the story (?:has been|was) (?:updated|corrected)|refiles?\b|updates? with)|(?:a (?:previous"
    r"|earlier) version of this))",
    re.IGNORECASE,
)
REVISION = re.compile(r"correct|(?:was|been) updated|updates? with|refile|clarif|previous version|earlier version", re.IGNORECASE)


def read_footer(found: Found, units: list[Span]) -> list[Span]:
    """Take the footer from the end upwards; the units that are left."""
    left = _before_related(found, list(units))
    for _ in range(min(UNITS, max(len(left) - 1, 0))):
        start, end = left[-1]
        if read_line(found, start, end) or _sign_off(found, left):
            left.pop()
            continue
        if len(left) > 3 and _is_about_author(found.text, start, end):
            found.take(start, end, "page")
            left.pop()
            if CAPS_LINE.fullmatch(found.text, *left[-1]):
                found.take(*left.pop(), "byline")
            continue
        cut = _trailing(found, start, end)
        if cut > start:
            left[-1] = (start, cut)
        break
    return left


def _is_about_author(text: str, start: int, end: int) -> bool:
    return end - start <= 500 and bool(BIO.match(text, start, end) and JOURNALIST.search(text, start, end))


def _before_related(found: Found, units: list[Span]) -> list[Span]:
    """Below a line such as "Related topics" a page lists short headings to its end."""
    for n in range(len(units) - 1, max(len(units) - 24, 1), -1):
        start, end = units[n]
        if RELATED.match(found.text, start, end):
            for a, b in units[n:]:
                found.take(a, b, "page")
            return units[:n]
        if end - start > 90 or found.text[end - 1] in ".!?…\"”’'»)":
            break
    return units


def read_line(found: Found, start: int, end: int) -> bool:
    """Take a line that is footer as a whole."""
    text = found.text
    if RULE.match(text, start, end) and RULE.match(text, start, end).end() == end:  # type: ignore[union-attr]
        found.take(start, end, "rule")
        return True
    if IMAGE.match(text, start, end):
        found.take(start, end, "caption")
        return True
    if END_MARK.fullmatch(text, start, end):
        found.take(start, end, "page")
        return True
    if COPYRIGHT.match(text, start, end) or (end - start < 300 and COPYRIGHT.search(text, start, end) and HOLDER.search(text, start, end)):
        _copyright(found, start, end)
        return True
    if NOTE.match(text, start, end) and end - start < 400:
        found.take(start, end, "page")
        if REVISION.search(text, start, end):
            found.mark("revision", text[start:end], start, end)
        return True
    if not _may_contribute(text, start, end):
        return False
    parts = sentences(text, start, end)
    if len(parts) <= 4 and all(_contributor(text, *p) for p in parts):
        for p in parts:
            _take_contributor(found, *p)
        return True
    return False


def _may_contribute(text: str, start: int, end: int) -> bool:
    """Whether ``_contributor`` may find anything from here: asked first, since most lines are paragraphs of a story."""
    return any(text.find(word, start, end) >= 0 for word in ("contributed", "reported")) or MAY_CONTRIBUTE.match(text, start, end) is not None


def _trailing(found: Found, start: int, end: int) -> int:
    """A credit at the end of the last paragraph ("... he said. (Reporting by X)"): where the content ends."""
    parts = sentences(found.text, start, end)
    cut = end
    for a, b in reversed(parts[1:]):
        if _contributor(found.text, a, b):
            _take_contributor(found, a, b)
        elif END_MARK.fullmatch(found.text, a, b):
            found.take(a, b, "page")
        elif found.text[a] in "(—–-=[" and agency(found.text[a:b].strip("()[]—–-=. ")):
            found.take(a, b, "credit")
            found.mark("agency", agency(found.text[a:b].strip("()[]—–-=. ")), a, b)
        else:
            break
        cut = parts[parts.index((a, b)) - 1][1]
    return cut


def _contributor(text: str, start: int, end: int) -> re.Match[str] | None:
    if end - start > 400:
        return None
    for pattern in (TAIL, ADDITIONAL, WITH_INPUT):
        match = pattern.match(text, start, end)
        if match and match.end() == end:
            return match
    return None


def _take_contributor(found: Found, start: int, end: int) -> None:
    text = found.text
    match = _contributor(text, start, end)
    if match is None:
        return
    if match.re is WITH_INPUT:
        found.take(start, end, "credit")
    else:
        found.take(start, end, "contributor")
    for a, b, name in agencies_in(text, start, end):
        found.mark("agency", name, a, b)
    if match.re is TAIL:
        _people(found, match)


def _people(found: Found, match: re.Match[str]) -> None:
    """The names in "A and B in Seoul, South Korea, and C in Beijing contributed": each run of names up to its "in"."""
    kind = "reported from" if match["deed"].startswith("reported") else "contributor"
    end = match.end("who")
    at = PREFIX.match(found.text, match.start("names"), end).end()  # type: ignore[union-attr]
    while at < end:
        piece = RUN.match(found.text, at, end)
        if not piece:
            break
        for name, a, b in split_names(found.text, *piece.span("names")):
            found.mark(kind, name, a, b)
        at = piece.end() if piece.end() > at else end


def _copyright(found: Found, start: int, end: int) -> None:
    found.take(start, end, "copyright")
    holder = HOLDER.search(found.text, start, end)
    if holder:
        a = holder.start("who")
        who = re.sub(r"\s+All$", "", holder["who"])
        found.mark("copyright", who, a, a + len(who))
        found.mark("agency", agency(who), a, a + len(who))


def _sign_off(found: Found, left: list[Span]) -> bool:
    """The last line, where it is no more than an outlet's or agency's name."""
    if len(left) < 3:
        return False
    start, end = left[-1]
    match = SIGN_OFF.match(found.text, start, end)
    if end - start > 50 or not match or match.end() != end:
        return False
    who = match["who"]
    name = agency(who)
    listed = found.text[left[-2][1] - 1] not in ".!?…\"”’'»)"
    if listed and not name:
        return False
    outlet = who == found.document.outlet or bool(OFFICE.match(who) or OUTLET.search(who))
    if not (name or outlet):
        return False
    found.take(start, end, "credit")
    found.mark("agency" if name else "outlet", name or who, *match.span("who"))
    return True
