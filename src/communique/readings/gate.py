"""Proposals of an outside reader in, readings and refusals out: what it says stands only where the passage carries it, letter by letter.

A reader outside the package (entry point ``communique.readers``) is ``read(passage: str) -> iterable of proposals``. A proposal is a mapping:

    {"kind": "statement", "content": "we will not wait", "speaker": "Berg", "cue": "said"}
    {"kind": "figure", "words": "12 workers", "value": 12, "counts": "workers killed"}
    {"kind": "time", "words": "on 3 March 2021", "value": "2021-03-03"}

Content, speaker, cue, words and counts must occur in the passage; a value must be the number, or hold no more of a date than is written there.
Whatever else it says is refused and counted. It may fail, lie, invent or never answer: nothing of the article's own reading is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..language import numbers
from ..model.actor import Actor
from ..model.figures import FigureReading
from ..model.notice import Notice
from ..model.passage import Passage
from ..model.statements import StatementReading
from ..model.times import TimeReading
from .page import Page

OutsideReader = Callable[[str], Iterable[Mapping[str, Any]]]
Made = StatementReading | FigureReading | TimeReading
MOST = 200  # proposals taken from one passage
FOLD = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "\n": " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One proposal that the passage does not carry, and why."""

    passage: Passage
    proposal: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """What one outside reader brought to one article."""

    readings: tuple[Made, ...]
    refused: tuple[Refusal, ...]
    notices: tuple[Notice, ...]


class NotCarriedError(ValueError):
    """The passage does not say so."""


def admit(page: Page, name: str, reader: OutsideReader) -> Admitted:
    """Give the reader each paragraph, and let in what the paragraph carries."""
    made: list[Made] = []
    refused: list[Refusal] = []
    notices: list[Notice] = []
    for paragraph in page.layout.paragraphs:
        passage = page.passage(paragraph.start, paragraph.end)
        try:
            proposals = list(_bounded(reader(passage.text)))
        except Exception as e:  # noqa: BLE001  somebody else's code: its fault is a notice, never ours
            notices.append(
                Notice(page.document.source, f"reader {name} gave no answer: {type(e).__name__}: {str(e)[:200]}", "the article's own reading is whole")
            )
            break  # an endpoint that is down is not asked once for each paragraph
        for proposal in proposals:
            try:
                made.append(_made(page, passage, name, proposal))
            except (NotCarriedError, KeyError, TypeError, AttributeError) as e:
                refused.append(Refusal(passage=passage, proposal=str(proposal)[:300], why=str(e)[:200]))
    if refused:
        notices.append(
            Notice(
                page.document.source,
                f"reader {name}: {len(refused)} of {len(refused) + len(made)} readings refused: the passage does not carry them",
                "see `communique status`",
            )
        )
    return Admitted(readings=tuple(made), refused=tuple(refused), notices=tuple(notices))


def _bounded(found: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for n, proposal in enumerate(found):
        if n == MOST:
            return
        yield proposal


def _made(page: Page, passage: Passage, name: str, p: Mapping[str, Any]) -> Made:
    kind = p.get("kind")
    if kind == "statement":
        return _statement(page, passage, name, p)
    if kind == "figure":
        return _figure(passage, name, p)
    if kind == "time":
        return _time(passage, name, p)
    raise NotCarriedError(f"no kind {kind!r}")


def find(passage: Passage, words: Any, what: str) -> Passage:
    """The words in the passage, quotation marks and spaces aside; NotCarriedError where they are not there."""
    if not isinstance(words, str) or not words.strip():
        raise NotCarriedError(f"no {what}")
    text, wanted = passage.text.translate(FOLD), " ".join(words.translate(FOLD).split())
    pattern = r"\s+".join(re.escape(w) for w in wanted.split()[:400])
    hit = re.search(pattern, text)
    if hit is None:
        raise NotCarriedError(f"{what} {wanted[:60]!r} is not in the passage")
    return Passage(passage.document, passage.start + hit.start(), passage.start + hit.end())


def _statement(page: Page, passage: Passage, name: str, p: Mapping[str, Any]) -> StatementReading:
    content = find(passage, p.get("content"), "content")
    speaker = find(passage, p["speaker"], "speaker") if p.get("speaker") else None
    cue = find(passage, p["cue"], "cue") if p.get("cue") else None
    if speaker and speaker.overlaps(content):
        raise NotCarriedError("the speaker stands inside the content")
    parts = [x for x in (content, speaker, cue) if x]
    whole = Passage(passage.document, min(x.start for x in parts), max(x.end for x in parts))
    quoted = page.quotation_at(content.start)
    mode = (
        "direct"
        if quoted and content.end <= quoted.end
        else "mixed"
        if any(q.start < content.end and content.start < q.end for q in page.layout.quotations)
        else "indirect"
    )
    return StatementReading(passage=whole, rule=f"reader {name}", speaker=_actor(page, speaker), speaker_at=speaker, cue=cue, mode=mode, content=(content,))


def _actor(page: Page, speaker: Passage | None) -> Actor | None:
    """Who our own table says these words name; a voice without a name where it does not say."""
    if speaker is None:
        return None
    naming = page.entities.at(speaker.start, speaker.end)
    return naming.actor.written(speaker.text) if naming else Actor(key=f"unnamed:{speaker.text.casefold()}", name=None, kind="unnamed", as_written=speaker.text)


def _figure(passage: Passage, name: str, p: Mapping[str, Any]) -> FigureReading:
    words = find(passage, p.get("words"), "figure")
    written = {n.value for n in numbers.find(words.text)}
    value = p.get("value")
    if not isinstance(value, int | float) or isinstance(value, bool) or float(value) not in written:
        raise NotCarriedError(f"value {value!r} is not the number in {words.text!r}")
    counts = find(passage, p.get("counts"), "what is counted")
    return FigureReading(passage=words, rule=f"reader {name}", value=float(value), counts=counts.text, counts_at=counts, sentence=passage)


def _time(passage: Passage, name: str, p: Mapping[str, Any]) -> TimeReading:
    words = find(passage, p.get("words"), "time")
    value = str(p.get("value") or "")
    parts = value.split("-")
    if (
        not re.fullmatch(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", value)
        or parts[0] not in words.text
        or (len(parts) == 3 and not re.search(rf"\b0?{int(parts[2])}(?:st|nd|rd|th)?\b", words.text))
    ):
        raise NotCarriedError(f"{value!r} says more than {words.text!r}")
    return TimeReading(passage=words, rule=f"reader {name}", expression=f"date:{value}", sort="date", anchor="none", value=value)
