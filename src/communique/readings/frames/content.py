"""A head word in, the words under it out, cut where something else begins: what was agreed, without ", as both countries face ..."."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.times import TimeReading
from ..page import Page, Sent
from ..parse import Token
from .frame import Span

TELLING = ("NOUN", "PROPN", "VERB", "ADJ")
SAID_OF_ALL = frozenset(
    """be have do make take get give go come country nation side leader government president minister area include other new more two both several many
    year day month week people thing way part issue time first last next also official party state mr mrs ms monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december agree agreement say effort step up
    further closely close joint importance important strengthen strengthening deepen""".split()
)
ENDS = ("relcl", "parataxis")
FINITE = ("VBD", "VBZ")
BEING = ("be", "have")


def phrase(sent: Sent, head: int, *, after: int = -1, without: Sequence[int] = ()) -> Span | None:
    """Offsets of the words under ``head`` that follow word ``after``, cut before a clause that only comments (", as ...", ", which ...")."""
    parse = sent.parse
    below = {t.i for t in parse.subtree(head)}
    for t in parse.subtree(head):
        if t.i != head and _comments(sent, t):
            first, last = parse.subtree(t.i)[0].i, parse.subtree(t.i)[-1].i
            goes_on = last + 1 < len(sent.tokens) and sent.tokens[last + 1].text == "," and any(i > last + 1 for i in below)
            if first > head and not (goes_on and t.dep != "conj"):  # "its satellite, which ..., into the path": the rest belongs to it
                below -= {i for i in below if i >= first}
    for other in without:
        below -= {t.i for t in parse.subtree(other)}
    keep = sorted(i for i in below if i > after)
    while keep and sent.tokens[keep[0]].pos in ("PUNCT", "SPACE"):
        keep.pop(0)
    while keep and (sent.tokens[keep[-1]].pos in ("PUNCT", "SPACE", "CCONJ") or sent.tokens[keep[-1]].low == "as"):
        keep.pop()
    return sent.span(sent.tokens[_whole(sent, keep[0], -1)], sent.tokens[_whole(sent, keep[-1], 1)]) if keep else None


def _whole(sent: Sent, i: int, step: int) -> int:
    """The end of a hyphened word that the parse cut in two ("re-open")."""
    tokens = sent.tokens
    while 0 <= i + 2 * step < len(tokens) and tokens[i + step].text == "-":
        three = sorted((i, i + step, i + 2 * step))
        if tokens[three[0]].end != tokens[three[1]].start or tokens[three[1]].end != tokens[three[2]].start:
            break
        i += 2 * step
    return i


def _comments(sent: Sent, t: Token) -> bool:
    """A clause set off by a comma, or one of time or reason."""
    if t.dep == "advcl":
        return any(k.dep == "mark" or k.low in ("when", "while") for k in sent.parse.children(t.i))
    if t.dep == "conj" and (t.tag in FINITE or (t.tag == "VBP" and t.lemma in BEING)) and t.pos in ("VERB", "AUX"):
        return sent.tokens[t.head].tag in ("VB", "VBG")  # "threatened to sue and keeps the ban": two deeds
    if t.dep not in ENDS:
        return False
    first = sent.parse.subtree(t.i)[0].i
    return first > 0 and sent.tokens[first - 1].text in (",", "—", "–", "-")


def terms(page: Page, sent: Sent, span: Span) -> tuple[str, ...]:
    """The telling lemmas of a span, once each, names of states left out."""
    out: dict[str, None] = {}
    for t in sent.tokens:
        a, b = sent.span(t)
        if a < span[0] or b > span[1] or t.pos not in TELLING or len(t.text) < 3:
            continue
        lemma = t.lemma.lower()
        if lemma in SAID_OF_ALL or page.entities.at(a, b) is not None or any(m.passage.start <= a < m.passage.end for m in page.times):
            continue
        out[lemma] = None
    return tuple(out)


def topic(page: Page, sent: Sent, span: Span) -> str:
    """The first noun phrase of an action with its modifiers, as written; '' where it has none."""
    for t in sent.tokens:
        a, b = sent.span(t)
        if a >= span[0] and b <= span[1] and t.pos in ("NOUN", "PROPN") and t.dep != "compound" and t.lemma.lower() not in SAID_OF_ALL:
            left = [k for k in sent.parse.children(t.i, "amod", "compound", "nmod") if k.i < t.i and sent.start + k.start >= span[0]]
            start = sent.start + min((k.start for k in left), default=t.start)
            return page.document.text[start:b]
    return ""


def times_in(page: Page, span: Span) -> list[TimeReading]:
    """The dates and times (no durations) that lie in a span."""
    return [t for t in page.times if span[0] <= t.passage.start and t.passage.end <= span[1] and t.sort in ("date", "time")]


def time_of(page: Page, sent: Sent, head: Token) -> TimeReading | None:
    """The date that hangs on a word: beside it, or by a preposition."""
    near = [t for t in times_in(page, (sent.start, sent.end)) if _hangs_on(sent, t, head)]
    return near[0] if near else None


def _hangs_on(sent: Sent, time: TimeReading, head: Token) -> bool:
    first = sent.token_at(time.passage.start)
    if first is None:
        return False
    inside = [t for t in sent.tokens if t.start + sent.start < time.passage.end and t.i >= first.i]
    top = next((t for t in inside if t.head not in {x.i for x in inside} or t.head == t.i), first)
    up = sent.tokens[top.head]
    if up.pos in ("ADP", "SCONJ"):
        up = sent.tokens[up.head]
    return head.i in (up.i, top.i)


def is_time(page: Page, sent: Sent, i: int) -> bool:
    """The word is part of a temporal expression."""
    a, b = sent.span(sent.tokens[i])
    return any(t.passage.start <= a and b <= t.passage.end for t in page.times)


def basis_of(page: Page, sent: Sent) -> str:
    """What the sentence's account rests on, as its statement says; 'not said' where nothing tells."""
    whole = page.passage(sent.start, sent.end)
    return next((s.basis for s in page.statements if s.basis != "not said" and s.passage.overlaps(whole)), "not said")
