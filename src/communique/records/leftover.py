"""An article and the spans that rows rest on in, the sentences that no row rests on out, each with a reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.article import Article
from ..model.layout import Sentence
from ..model.passage import Passage

YEAR = re.compile(r"\b(?:1[5-9]\d\d|20[0-4]\d)\b")
LONG_AGO = re.compile(
    r"\b(?:decades?|centur(?:y|ies)|historically|traditionally|for (?:many )?years|in recent (?:years|months)|long(?:-standing|standing|time)?|since|"
    r"once|formerly|founded|established in|colonial|wartime|cold war|last (?:year|month)|years? ago|previously|earlier this (?:year|month))\b",
    re.IGNORECASE,
)
LOOKS = re.compile(
    r"\b(?:is|are|was|were) (?:an?|the|known|located|home|one of|among|made|built|surrounded)\b|"
    r"\b(?:known|famous) (?:for|as)\b|, (?:an?|the) \w+ (?:of|in|that|which)\b"
)
MARKED = ("background", "description", "not understood", "below the bar")


def leftover(article: Article, told: Sequence[tuple[int, int]]) -> list[tuple[Passage, str]]:
    """What a reader saw and passed over keeps that reader's reason; the rest is judged by its words."""
    taken = sorted(told)
    out = []
    for s in article.layout.sentences:
        if not any(start < s.end and s.start < end for start, end in taken):
            out.append((Passage(article.document, s.start, s.end), _reason(article, s)))
    return out


def _reason(article: Article, s: Sentence) -> str:
    seen = [m for m in article.mentions if m.passage.start < s.end and s.start < m.passage.end and m.reason in MARKED]
    if seen:
        return min((m.reason for m in seen), key=MARKED.index)
    words = article.document.text[s.start : s.end]
    if _is_past(article, words):
        return "background"
    if LOOKS.search(words) or len(words.split()) < 5:
        return "description"
    return "not understood"


def _is_past(article: Article, words: str) -> bool:
    """Whether a sentence tells of years before the article's own."""
    own = article.document.published.value[:4] if article.document.published else None
    years = [int(m.group()) for m in YEAR.finditer(words)]
    if years and all(own is None or y < int(own) for y in years):
        return True
    return bool(LONG_AGO.search(words))
