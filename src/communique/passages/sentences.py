"""A paragraph's span in, its sentences out: ``"He left at 5 p.m. Tuesday. It rained."`` gives two.

Split at a full stop, question or exclamation mark (with the marks that close after it) before white space, unless what stands
before it is an abbreviation or what follows goes on with the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .units import Span, strip

CLOSERS = "\"”’'»)\\]"
STOP = re.compile(
    rf"(?P<stop>[.!?…]+|[。！？]+)(?P<close>[{CLOSERS}]*)(?P<gap>\s+|$)|(?<=[A-Za-z0-9)])(?P<glued>[.!?][\"”’]?)(?=(?:The|He|She|It|In|But|And|They|We|This|That"
    rf"|A|On|At)\s)"
)
FIRST = re.compile(r"[.!?…。！？]")  # every stop begins with one: they are looked for first, since that is quick
WORD_BEFORE = re.compile(r"[^\s\"“”‘«»(\[]*$")
WORD_BACKWARDS = re.compile(r"[^\s\"“”‘«»(\[]*")
NEXT = re.compile(r"[\"“‘'«(\[]*(?P<word>[^\s\"“”‘’«»()\[\],.:;!?]+)")
ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?$|[A-Za-z]$")
# Always before a name or a number, so never the end of a sentence.
BEFORE_NAMES = frozenset(
    "mr mrs ms mx messrs dr prof gen maj col lt sgt cpl capt cmdr adm sen sens rep reps gov pres hon rev fr msgr amb st mt ft sr. supt det insp "
    "brig pvt cllr atty dep vs v viz cf approx ca e.g i.e est".split()
)
BEFORE_NUMBERS = frozenset("no nos rs art arts sec sect fig vol pp p para ch jan feb mar apr jun jul aug sept sep oct nov dec".split())
# May end a sentence or stand inside it: what follows decides.
EITHER = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec co inc corp ltd plc llc jr sr etc al bros ave blvd rd dept univ assn min "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo "
    "mon tue tues wed thu thur thurs fri sat sun a.m p.m am pm".split()
)
STARTERS = frozenset(
    "the a an this that these those he she it they we you i his her its their our my but and or yet so however meanwhile also still then now "
    "in on at by for from with after before during under over as if when while where although though since because despite both two three "
    "several many some most all no not there here what who why how earlier later last asked according speaking officials analysts "
    "president prime foreign minister leaders".split()
)
STATES = frozenset("u.s u.k u.n u.a.e e.u d.p.r.k r.o.k p.r.c u.s.s.r".split())
OFFICES = frozenset("president prime foreign minister leaders officials analysts".split())  # of the starters, those that may follow a state
TIMES = frozenset("monday tuesday wednesday thursday friday saturday sunday et est edt gmt utc kst jst ist cet bst pt local eastern pacific".split())
SPEECH = re.compile(
    r"(?:[A-Z][\w.'’-]*\s+){1,5}(?:said|says|asked|asks|told|tells|wrote|writes|added|replied|declared|shouted|exclaimed|wondered|posted|quipped"
    r"|insisted|warned)\b|(?:he|she|they)\s"
)


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of a paragraph; together they hold all of it but white space."""
    out: list[Span] = []
    begin = start
    for found in _stops(text, start, end):
        cut = found.end("close") if found["stop"] else found.end("glued")
        if cut >= end:
            break
        if found["stop"] and not _ends(text, begin, found, end):
            continue
        span = strip(text, begin, cut)
        if span[1] > span[0]:
            out.append(span)
        begin = cut
    span = strip(text, begin, end)
    if span[1] > span[0]:
        # A stray mark at the end is no sentence of its own.
        if out and not any(c.isalnum() for c in text[span[0] : span[1]]):
            span = (out.pop()[0], span[1])
        out.append(span)
    return out


def _stops(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What ``STOP.finditer`` finds."""
    after = start
    for first in FIRST.finditer(text, start, end):
        if first.start() >= after and (found := STOP.match(text, first.start(), end)):
            after = found.end()
            yield found


def _ends(text: str, begin: int, found: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at this mark."""
    after = NEXT.match(text, found.end("gap"), min(end, found.end("gap") + 80))
    if after is None:
        return True
    word = after["word"]
    if word[0].islower():
        return False
    stop = found["stop"]
    if stop[0] in "!?":
        return not (found["close"] and SPEECH.match(text, found.end("gap"), min(end, found.end("gap") + 120)))
    if stop in ("...", "…") or (len(stop) > 1 and set(stop) == {"."}):
        return len(stop) > 3 or bool(found["close"]) or word.lower() in STARTERS
    if found["close"] and found["close"][0] in "\"”’'»":
        return True
    return _full_stop(text, begin, found.start("stop"), word, text[after.start() : after.start("word")])


def _full_stop(text: str, begin: int, at: int, following: str, marks: str) -> bool:
    """Whether the full stop at ``at`` is more than the mark of an abbreviation."""
    word, first = _word_before(text, max(begin, at - 40), at)
    starts = following.lower() in STARTERS or bool(marks)
    if not word:
        return True
    if word.isdigit() and first == begin:
        return False
    if word in BEFORE_NAMES:
        return False
    if word in BEFORE_NUMBERS and following[0].isdigit():
        return False
    if word in EITHER:
        return _after_abbreviation(word, following, starts)
    if word in STATES and following.lower() in OFFICES:  # "with U.S. President Anna Weber", but "left the U.S. President Weber stayed"
        return _word_before(text, max(begin, first - 6), text.rfind(" ", begin, first))[0] == "the" if first > begin else False
    if ACRONYM.fullmatch(word) and word != "i":
        return _after_abbreviation(word, following, starts) if len(word) > 1 else starts and following.lower() not in {"a", "i"} and following[1:2] != "."
    return True


def _word_before(text: str, start: int, at: int) -> tuple[str, int]:
    """The word that ends at ``at``, and where it begins; read from its end, since that is quick."""
    back = text[start:at][::-1]
    if back[:1] == "\n":  # at a line's end the pattern takes the word before the break
        found = WORD_BEFORE.search(text, start, at)
        return (found.group().lower(), found.start()) if found else ("", at)
    found = WORD_BACKWARDS.match(back)
    size = found.end() if found else 0
    return text[at - size : at].lower(), at - size


def _after_abbreviation(word: str, following: str, starts: bool) -> bool:
    if word in {"am", "pm"}:
        return True
    if word in {"a.m", "p.m"}:
        return following.lower().rstrip(".") not in TIMES and not following[0].isdigit()
    return starts
