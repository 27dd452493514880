"""A page that prints somebody's own words in, a statement for each paragraph of them out: '[Opening statement by Prime Minister Mori] ...', 'MORI: ...'."""

from __future__ import annotations

import re

from ...language.cues import Cue
from ..page import Page
from .line import Frame, Line

HEADED = re.compile(
    r"\[(?:[^\]\n]{0,40}\b)?(?:statement|remarks|speech|address|answer|reply|comments?)\b"
    r"[^\]\n]{0,20}\b(?:by|of|from)\s+(?P<name>[^\]\n]{3,80})\]\s*",
    re.IGNORECASE,
)
LABELLED = re.compile(r"(?P<name>(?:[A-Z][\w.'’-]{0,30}\s+){0,4}[A-Z][\w.'’-]{1,30}):\s+(?=[^\s\"“”])")
NOBODY = frozenset(
    """q a question answer date source sources notes note photo picture video
    read related updated update correction watch listen editor tags location place time venue""".split()
)
SPEAKS = re.compile(r"[^\W\d_]{2,}")
FEWEST = 4  # words of letters in what somebody says, in more than half of the labelled paragraphs
LEAST = 3  # labelled paragraphs that make a transcript
SPOKEN = Cue("", "speech", "said", frozenset({"quote"}))


def printed(page: Page, lines: list[Line]) -> list[Frame]:
    """The words that the page prints as their speakers said them; none where it is no transcript."""
    marks = _marks(page)
    if not marks:
        return []
    out: list[Frame] = []
    text = page.document.text
    current: tuple[Line, int, tuple[int, int]] | None = None
    for p in page.layout.paragraphs:
        start = p.start
        if p.start in marks:
            name, start = marks[p.start]
            sent = page.sent_at(name[1] - 1)
            line = lines[sent.index] if sent is not None else None
            head = line.sent.token_at(name[1] - 1) if line is not None else None
            current = (line, head.i, name) if line is not None and head is not None else None
        if current is not None and text[start : p.end].strip():
            line, i, name = current
            out.append(Frame(line, None, 0, 0, SPOKEN, "transcript", ((start, p.end),), line.toks[i], line, name))
    return out


def _marks(page: Page) -> dict[int, tuple[tuple[int, int], int]]:
    """Paragraph start -> (the span of the speaker's name, where the words begin)."""
    text = page.document.text
    headed, labelled = {}, {}
    for p in page.layout.paragraphs:
        if (m := HEADED.match(text, p.start, p.end)) is not None:
            headed[p.start] = (m.span("name"), m.end())
        elif (m := LABELLED.match(text, p.start, p.end)) is not None and m["name"].split()[0].lower() not in NOBODY:
            labelled[p.start] = (m.span("name"), m.end())
    ends = {p.start: p.end for p in page.layout.paragraphs}
    names = [text[a:b] for (a, b), _ in labelled.values()]
    spoken = sum(len(SPEAKS.findall(text[m : ends[start]])) >= FEWEST for start, (_, m) in labelled.items())
    repeated = len(names) >= LEAST and len(set(names)) < len(names) and 2 * spoken > len(names)  # else a scoreboard
    return headed | (labelled if repeated else {})
