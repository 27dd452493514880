"""A page in, its temporal expressions out, each with the tense of the verb it hangs on: ``"will meet Tuesday" -> "weekday 2 @future"``.

Nothing is bound to the calendar here unless it needs no day ("in 1942"): ``records.dating`` does that, once the day of writing is known.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import takewhile

from ..language import dates
from ..model.times import TimeReading
from .page import Page, Sent
from .parse import EMPTY, Token

FUTURE_AUX = frozenset({"will", "shall", "'ll", "wo", "wo n't"})
# "to" after these looks ahead of the verb that governs it; after others it shares that verb's time ("came to meet").
AHEAD = frozenset(
    """plan expect schedule set intend hope want agree vow pledge promise due likely poise aim prepare propose slate decide seek ask urge invite
    call threaten need be have ready about opportunity commitment decision plan intention deadline invitation offer order require""".split()
)
ASKED_AHEAD = frozenset({"schedule", "slate", "due", "plan", "expect", "set", "bill", "tip"})  # "scheduled for Friday", "due Friday"
INTENDS = frozenset("plan expect intend hope want aim propose vow pledge promise".split())  # "on Friday they plan to meet"
ARRANGES = frozenset("plan schedule slate book".split())  # "planned a march on Friday"
CALLS = frozenset("call set convene reschedule book plan schedule order fix announce postpone delay".split())  # "called a strike for Friday"
TIMETABLE = frozenset(  # verbs whose present tells of what is fixed for a day: "they meet on Friday"
    "meet arrive begin start open leave visit travel vote go face expire end fly head return host depart kick resume gather convene conclude".split()
)
# A weekday's event is mostly over ("Wednesday's ruling"), but for these.
UPCOMING = frozenset(
    """election vote referendum ballot poll runoff meeting summit talk conference hearing session game match final debate deadline visit trip launch
    inauguration ceremony event show race start opening gathering rally speech address""".split()
)
UNTIL = re.compile(r"\b(?:until|till|ahead of|in advance of|in the run-up to) $", re.IGNORECASE)  # looks ahead whatever its verb
SINCE = re.compile(r"\b(?:since|ended) $", re.IGNORECASE)  # "the year ended Jan. 31" is over
BEFORE = 18  # characters before a time in which such words stand
WORDS = 20  # an expression has no more
STEPS = 12  # how far up a tree the governing verb is looked for


def read(page: Page) -> list[TimeReading]:
    """The times of an article in text order."""
    out = datelines(page)
    quarter: tuple[int, str] | None = None  # where a quarter was last named, and which
    for sent in (*page.titles, *page.sents):
        text = page.document.text[sent.start : sent.end]
        for e in dates.find(text):
            expression = e.canon
            if e.granularity == "quarter":
                quarter = (sent.index, expression)
            elif quarter and sent.index - quarter[0] <= SAME_QUARTER and e.canon in YEAR_BACK and e.rule in ("ago", "year ago"):
                expression = year_before(quarter[1])
            tense = None if expression.startswith("=") else tense_of(sent, text, e)
            out.append(reading(page, sent, e, f"{expression} @{tense}" if tense else expression))
    return out


def datelines(page: Page) -> list[TimeReading]:
    """The day in a dateline ("NICOSIA, August 8 (Xinhua)"): no sentence, but the surest word on when the text was written."""
    out = []
    for f in page.layout.furniture:
        if f.kind == "dateline":
            for e in dates.find(page.document.text[f.start : f.end]):
                if e.granularity == "day":
                    sent = Sent(-1, -1, f.start, f.end, EMPTY)
                    out.append(replace(reading(page, sent, e, e.canon), rule="time:dateline"))
    return out


SAME_QUARTER = 3  # sentences; "a year earlier" soon after "the third quarter" is the third quarter of the year before
YEAR_BACK = frozenset({"shift -1 Y", "later -1 Y"})


def year_before(quarter: str) -> str:
    """The same quarter a year earlier."""
    if quarter.startswith("= "):
        return f"= {int(quarter[2:6]) - 1:04}{quarter[6:]}"
    verb, *args = quarter.split(" ")
    if verb == "quarter":
        return f"quarter {args[0]} {'~-1' if len(args) < 2 else format(int(args[1]) - 1, '+d')}"  # noqa: PLR2004
    return f"ended Q {int(args[1]) - 1 if len(args) > 1 else -1}" if verb == "ended" else quarter


def reading(page: Page, sent: Sent, e: dates.Expression, expression: str) -> TimeReading:
    span = dates.bind(expression, None) if expression.startswith("=") else None
    return TimeReading(
        passage=page.passage(sent.start + e.start, sent.start + e.end), rule=f"time:{e.rule}", expression=expression, sort=e.sort,
        anchor="none" if span else e.anchor if e.anchor != "none" else "document",
        value=span.value if span else None,
        first=span.first.isoformat() if span and span.first else None, last=span.last.isoformat() if span and span.last else None,
    )  # fmt: skip


def tense_of(sent: Sent, text: str, e: dates.Expression) -> str | None:
    """The tense a time stands in, as its verb tells, or the word before it or after it."""
    tense = tense_at(sent, e.start, e.end)
    if UNTIL.search(text, max(0, e.start - BEFORE), e.start):
        return tense if tense == "past" and (verb := verb_over(sent, e.start)) and any(c.low == "had" for c in sent.parse.children(verb.i, "aux")) else "future"
    if SINCE.search(text, max(0, e.start - BEFORE), e.start):
        return "over"
    if e.rule == "weekday":
        token = sent.token_at(sent.start + e.start)
        if token is not None and token.dep == "poss" and sent.tokens[token.head].lemma.lower() not in UPCOMING:
            return "past"
        before = sent.tokens[token.i - 1] if token is not None and token.i else None
        if before is not None and before.tag in ("VBN", "VBD") and before.lemma not in ASKED_AHEAD and not sent.parse.children(before.i, "aux", "auxpass"):
            return "past"  # "the decision, announced Wednesday"
        if sent.index >= 0 and tense != "future" and arranged(sent, text, e):
            return "future"
    return tense


def arranged(sent: Sent, text: str, e: dates.Expression) -> bool:
    """Whether a weekday is one that something is fixed for: "they meet Friday", "planned a march on Friday", "called a strike for Friday"."""
    verb = verb_over(sent, e.start)
    if verb is None:
        return False
    helpers = {h.low for h in sent.parse.children(verb.i, "aux", "auxpass")}
    if verb.tag in ("VBZ", "VBP") and not helpers:
        intends = verb.lemma in INTENDS and bool(sent.parse.children(verb.i, "xcomp"))
        return intends or (verb.lemma in TIMETABLE and verb.dep == "ROOT" and verb.start < e.start)
    if helpers & {"had", "'d"}:
        return False
    if verb.lemma in ARRANGES and verb.start < e.start and verb.tag in ("VBD", "VBN") and sent.parse.children(verb.i, "dobj"):
        return True
    return verb.lemma in CALLS and text[max(0, e.start - 4) : e.start] == "for "


def verb_over(sent: Sent, start: int) -> Token | None:
    """The first verb above the word that begins at ``start``."""
    token = sent.token_at(sent.start + start)
    over = () if token is None else sent.parse.ancestors(token.i)[:STEPS]
    return next((t for t in over if t.pos in ("VERB", "AUX")), None)


def tense_at(sent: Sent, start: int, end: int) -> str | None:
    """The tense in which the words from ``start`` to ``end`` stand: past, future, present; None where no verb tells."""
    tokens = sent.tokens
    at = bisect_right(tokens, start, key=lambda t: t.end)
    inside = list(takewhile(lambda t: t.start < end, tokens[at : at + WORDS]))
    if not inside:
        return None
    top = next((t for t in inside if not (start <= tokens[t.head].start < end) or t.head == t.i), inside[0])
    chain = [top, *sent.parse.ancestors(top.i)[:STEPS]]
    for n, t in enumerate(chain):
        if t.lemma == "set" and not any(x.low in ("for", "to") for x in chain[:n]):
            pass  # "a record set on Friday"
        elif t.lemma in ASKED_AHEAD and n and t.tag in ("VBN", "JJ") and not _has(sent, t, "have"):
            missed = _has(sent, t, "be") and any(c.low == "but" for c in sent.parse.children(t.i, "cc"))  # "was due on Friday but came on Saturday"
            return "past" if missed or _has(sent, tokens[t.head], "have") else "future"
        if t.pos not in ("VERB", "AUX"):
            continue
        got = verb_tense(sent, t)
        if got == "infinitive":
            if t.lemma == "do" and any(c.low == "with" for c in sent.parse.children(t.i, "prep")):
                continue  # "had nothing to do with the talks on Friday"
            governor = tokens[t.head]
            if t.dep in ("relcl", "acl") or governor.lemma in AHEAD or governor.low in AHEAD:
                return "past" if _has(sent, governor, "have") or _has(sent, tokens[governor.head], "have") else "future"
            continue
        if got is not None:
            return got
    return None


def _has(sent: Sent, verb: Token, lemma: str) -> bool:
    return any(c.lemma == lemma for c in sent.parse.children(verb.i, "aux", "auxpass"))


def verb_tense(sent: Sent, verb: Token) -> str | None:
    """past, present, future or infinitive; None for a participle that says nothing by itself."""
    helpers = sent.parse.children(verb.i, "aux", "auxpass")
    words = {h.low for h in helpers}
    if words & FUTURE_AUX:
        return "future"
    if verb.lemma == "go" and "VBG" in verb.tag and sent.parse.children(verb.i, "xcomp"):
        return "future"
    if words & {"would", "could", "might", "should"}:
        return "future" if "have" not in words and "'ve" not in words else "past"
    if words & {"may", "can", "must"}:
        return "future" if "have" not in words else "past"
    if any(h.tag == "VBD" for h in helpers):
        return "past"
    if any(h.lemma == "have" for h in helpers) and "to" not in words:
        return "past"
    if "to" in words:
        return "infinitive"
    if any(h.tag in ("VBZ", "VBP") for h in helpers):
        return "present"
    if verb.tag == "VBN" and verb.dep in ("acl", "advcl", "relcl"):  # "the terms announced Friday"
        return "past"
    return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(verb.tag)
