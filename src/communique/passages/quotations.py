"""The paragraphs of an article in, its outermost quotations out, paired mark by mark inside each paragraph; linear in the text.

Curly, straight and mixed pairs, guillemets, and single marks where both ends stand as quotation marks do and not as apostrophes.
A quotation that is still open at the end of its paragraph ends there; it ``continues`` where the next paragraph opens with a mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..model.layout import Paragraph, Quotation

MARK = re.compile("''|``|[\"“”„‟«»‘’‚‛']")
OPENING = "“„‟«"
CLOSING = "”»"
REACH = 700  # a quotation in single marks is looked for within so many characters
ELISION = re.compile(r"(?:tis|twas|twere|em|til|cause|n|bout)\b", re.IGNORECASE)
OPEN_BEFORE = " \t\u00a0\u2009\u202f\n\r([{—–-/:,\u200b"


def quotations(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Quotation, ...]:
    out: list[Quotation] = []
    for n, paragraph in enumerate(paragraphs):
        following = paragraphs[n + 1] if n + 1 < len(paragraphs) else None
        goes_on = following is not None and text[following.start] in '"“„«‘'
        out.extend(_in_paragraph(text, paragraph.start, paragraph.end, goes_on))
    return tuple(out)


def _in_paragraph(text: str, start: int, end: int, goes_on: bool) -> list[Quotation]:
    pairing = _Pairing(text, start, end)
    for found in MARK.finditer(text, start, end):
        pairing.meet(found.start(), found.group())
    if pairing.opened is not None:
        pairing.leave_open(end, goes_on)
    return [q for q in pairing.out if text[q.inner_start : q.inner_end].strip()]


class _Pairing:
    """The marks of one paragraph, met in order: which is open, and how many stand open inside it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.out: list[Quotation] = []
        self.opened: int | None = None
        self.nested = 0
        self.resume = start
        self.closers: dict[str, _Closers] = {}

    def meet(self, at: int, mark: str) -> None:
        if at < self.resume:
            return
        if mark in ("''", "``"):
            self._doubled(at)
        elif mark in "'‘’‚‛`":
            self._single(at)
        elif self.opened is None:
            if _opens(self.text, self.start, at, self.end, mark):
                self.opened, self.nested = at, 0
        else:
            self._inside(self.opened, at, mark)

    def _doubled(self, at: int) -> None:
        """Two single marks stand for one double mark."""
        if self.opened is None:
            if _opens_doubled(self.text, self.start, at, self.end):
                self.opened, self.nested = at, 0
        elif self.text.startswith(("''", "``"), self.opened):
            self.out.append(Quotation(self.opened, at + 2, self.opened + 2, at))
            self.opened = None

    def _single(self, at: int) -> None:
        if self.opened is not None or not _opens_single(self.text, self.start, at, self.end):
            return
        mark = "’" if self.text[at] in "‘‚‛" else "'"
        if mark not in self.closers:
            self.closers[mark] = _Closers(self.text, mark, self.start, self.end)
        close = self.closers[mark].of(self.text, at)
        if close is not None:
            self.out.append(Quotation(at, close + 1, at + 1, close))
            self.resume = close + 1

    def _inside(self, opened: int, at: int, mark: str) -> None:
        text = self.text
        opens = _opens(text, self.start, at, self.end, mark)
        if opens and not self.nested and _goes_on(text, opened, at):
            # Paragraphs run together by a page: each opens with a mark, only the last one closes.
            self.leave_open(at, True)
            self.opened = at
        elif opens and mark in OPENING:
            self.nested += 1
        elif opens and mark == '"' and text[opened] == '"':
            self.leave_open(at, False)
            self.opened, self.nested = at, 0
        elif opens and mark == '"' and _closes_later(text, at, self.end):
            self.nested += 1
        elif self.nested:
            self.nested -= 1
        else:
            self.out.append(Quotation(opened, at + 1, opened + 1, at))
            self.opened = None

    def leave_open(self, end: int, continues: bool) -> None:
        """The open quotation ends without a mark."""
        if self.opened is not None:
            self.out.append(_unclosed(self.text, self.opened, end, continues))


def _unclosed(text: str, opened: int, end: int, continues: bool) -> Quotation:
    while end > opened + 1 and text[end - 1].isspace():
        end -= 1
    return Quotation(opened, end, opened + 1, end, closed=False, continues=continues)


def _goes_on(text: str, opened: int, at: int) -> bool:
    """Whether a second opening mark of the same kind follows on a full stop: the quotation goes on in a new paragraph."""
    before = at - 1
    while before > opened and text[before].isspace():
        before -= 1
    return text[opened] == text[at] and before > opened + 1 and before < at - 1 and text[before] in ".!?…"


def _opens(text: str, start: int, at: int, end: int, mark: str) -> bool:
    """Whether the mark stands as an opening one does: nothing or a space before it, a word after it."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if mark in OPENING:
        return not after.isspace() or before in OPEN_BEFORE
    if after.isspace() or after in ".,;:!?)":
        return False
    if mark in CLOSING:
        return before in OPEN_BEFORE
    return before in OPEN_BEFORE or (before in "“‘" or (not before.isalnum() and before not in ".!?…"))


def _opens_doubled(text: str, start: int, at: int, end: int) -> bool:
    """Whether two single marks open a quotation: a space or nothing before them, a word after."""
    before = text[at - 1] if at > start else " "
    after = text[at + 2] if at + 2 < end else " "
    return before in OPEN_BEFORE and not after.isspace() and text.find("''", at + 2, min(end, at + 4 * REACH)) > 0


def _closes_later(text: str, at: int, end: int) -> bool:
    """Whether a straight mark inside a curly quotation is paired by another one before the quotation's own end."""
    second = text.find('"', at + 1, min(end, at + REACH))
    if second < 0:
        return False
    own = text.find("”", at + 1, min(end, at + REACH * 3))
    return own > second


def _opens_single(text: str, start: int, at: int, end: int) -> bool:
    """Whether a single mark stands as an opening one does, and not as an apostrophe."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if text[at] == "’" or before not in OPEN_BEFORE or not (after.isalnum() or after in "[(“\"$£€"):
        return False
    if ELISION.match(text, at + 1, at + 8):
        return False
    return not (after.isdigit() and text[at + 1 : at + 4].rstrip("s").isdigit() and text[at + 3 : at + 4] in ("s", " "))


class _Closers:
    """Where single marks of one kind may close a quotation: ``sure`` ones, and those that may be a possessive. Found once a paragraph."""

    def __init__(self, text: str, mark: str, start: int, end: int) -> None:
        self.sure: list[int] = []
        self.unsure: list[int] = []
        close = text.find(mark, start, end)
        while close >= 0:
            following = text[close + 1] if close + 1 < end else " "
            if not following.isalnum():
                possessive = text[close - 1 : close] in ("s", "S") and following == " " and text[close + 2 : close + 3].isalpha()
                (self.unsure if possessive or text[close - 1 : close].isspace() else self.sure).append(close)
            close = text.find(mark, close + 1, end)

    def of(self, text: str, at: int) -> int | None:
        """Where the quotation that opens at ``at`` ends; None where nothing near closes it."""
        close = _next(self.sure, at + 2, at + REACH)
        if close is not None:
            return close if close - at > 2 else None
        # Only a possessive closes it: a curly mark still opened something, a straight one may be an apostrophe ('Tis the leaders' day).
        return _next(self.unsure, at + 2, at + REACH) if text[at] == "‘" else None


def _next(places: list[int], first: int, stop: int) -> int | None:
    i = bisect_left(places, first)
    return places[i] if i < len(places) and places[i] < stop else None
