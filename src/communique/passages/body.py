"""The lines between header and footer in, the furniture among them out: rules, subheads, captions, what the page put in between."""

from __future__ import annotations

import re

from ..language.agencies import agencies_in
from .datelines import read_dateline
from .footer import RULE, read_line
from .found import Found
from .pieces import CAPTION
from .units import Span, strip

SUBHEAD_WORDS = 14
SUBHEAD_LENGTH = 110
PAGE = re.compile(
    r"(?:advertisement(?: continue reading the main story)?|continue reading(?: the main story)?|scroll down for (?:video|more)|advertising"
    r"|story continues below.*|(?:article|report) continues (?:below|after).*|(?:read|see) (?:more|also)\b[:\s—–-].*"
    r"|also read\b.*|"
    r"related(?: (?:articles?|stories|news|coverage|topics))?:?|recommended(?: for you)?:?|more (?:on this|stories|news|from)\b.*|most read\b.*|"
    r"(?:share|share this(?: article| story)?|print|email|comments?|copy link|save|listen|watch|photos?|video|gallery)|"
    r"(?:sign up|subscribe)\b.{0,120}|follow (?:us|\w+ on)\b.*|download (?:the|our)\b.*app.*|click here\b.*|tags?\s*:.*|keywords?\s*:.*|"
    r"[^\n]{0,110}, opens new tab|purchase licensing rights|(?:follow|see) .{0,40}\bcoverage\b.*|please direct (?:questions|comments).*|"
    r"(?:get|receive) (?:the|our) (?:latest|daily|morning)\b.{0,80}newsletter.*|\d+ min(?:ute)?s? read|photo \d+ of \d+|\[?(?:embedded content|media)\]?)\.?",
    re.IGNORECASE,
)
BOX = re.compile(r"just watched\b[^\n]*\b(?:must watch|replay)\b[^\n]*|newsletter sign[ -]?up\b[^\n]*\bsubscrib[^\n]*|most read in \w+[^\n]*", re.IGNORECASE)
BOX_LENGTH = 900
PHOTO_CREDIT = re.compile(
    r"[(\[][^()\[\]\n]{0,60}\b(?:[Pp]hotos?|POOL|Pool|pic|Pic|Getty|EPA|Handout|Images?)\b[^()\[\]\n]{0,60}[)\]]\.?$|(?:Photo|Picture|Image)(?:graph)?"
    r"(?: by| courtesy| credit|:)[^\n.]{0,80}\.?$"
)
SENTENCE_END = tuple(".!?…\"”’'»)")
BULLET = tuple("-•*·–—●▪■>")


def read_body(found: Found, units: list[Span]) -> list[Span]:
    """Take the furniture between paragraphs and the datelines that open them; the paragraphs that are left."""
    kept: list[Span] = []
    subhead = False
    for n, (start, end) in enumerate(units):
        if _is_furniture(found, start, end):
            continue
        if n and not subhead and _is_subhead(found.text, units, n):
            found.take(start, end, "subhead")
            subhead = True
            continue
        subhead = False
        at = read_dateline(found, start, end, first=n == 1 and found.furniture_ends(units[0][1], "caption")) if n else start
        if at < end:
            a, b = strip(found.text, at, _photo_credit(found, at, end))
            if b > a:
                kept.append((a, b))
    return kept


def _is_furniture(found: Found, start: int, end: int) -> bool:
    text = found.text
    rule = RULE.match(text, start, end)
    if rule and rule.end() == end:
        found.take(start, end, "rule")
        return True
    if (end - start <= 160 and PAGE.fullmatch(text, start, end)) or (end - start <= BOX_LENGTH and BOX.fullmatch(text, start, end)):
        found.take(start, end, "page")
        return True
    if end - start <= 600 and CAPTION.match(text, start, end):
        found.take(start, end, "caption")
        return True
    return end - start <= 400 and text[start] not in "\"“" and _is_note(found, start, end)


def _is_note(found: Found, start: int, end: int) -> bool:
    """Copyright, contributor and correction lines stand in the middle where pages are joined."""
    return read_line(found, start, end)


def _photo_credit(found: Found, start: int, end: int) -> int:
    """Where the content of a line ends that closes with a credit for a picture: what it tells stays content."""
    credit = PHOTO_CREDIT.search(found.text, max(start, end - 130), end)
    if not credit or credit.end() != end:
        return end
    found.take(credit.start(), end, "caption")
    for a, b, name in agencies_in(found.text, credit.start(), end):
        found.mark("picture", name, a, b)
    return credit.start()


def _is_subhead(text: str, units: list[Span], n: int) -> bool:
    """A short line without a full stop between whole paragraphs, not one of a list."""
    start, end = units[n]
    line = text[start:end]
    if n + 1 >= len(units) or len(line) > SUBHEAD_LENGTH or len(line.split()) > SUBHEAD_WORDS:
        return False
    if line[-1] in ".!…:;,\"”»)—–-&/" or line[0].islower() or line.startswith(BULLET) or line[0] in "\"“‘'(" or not any(c.isalpha() for c in line):
        return False
    if re.match(r"[QA][:.] ", line) or re.search(r"\b(?:said|says|told|added|asked|wrote)$", line):
        return False
    before, after = units[n - 1], units[n + 1]
    whole_before = text[before[1] - 1] in SENTENCE_END
    long_after = text[after[1] - 1] in SENTENCE_END and after[1] - after[0] > len(line)
    return whole_before and long_after and (line[-1] != "?" or len(line.split()) <= 10)
