"""A page in, its quantities out, each with what it counts: ``"killed 183 workers, including 136 Koreans" -> 183 workers killed; 136 Koreans of them``.

Money, shares, measures, lengths of time and ranks too. What looks like a number and counts nothing (a name, a date, a score, a list) is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ..language import numbers, quantities, units
from ..language.quantities import Quantity
from ..model.figures import FigureReading
from ..model.times import TimeReading
from .counted import MODELS, Counted, bare, counted, counts_nothing, joined, phrase, struck, told_of
from .page import Page, Sent
from .parse import Token

_words = [
    *numbers.UNITS, *numbers.TENS, *numbers.VAGUE, *numbers.SCALES, *numbers.ORDINALS,
    "several", "few", "couple", "half", "quarter", "thirds", "centur", "decade", "an? (?:day|week|month|year)", "hour", "(?:day|week|month|year)-?long",
]  # fmt: skip
QUICK = re.compile(rf"\d|[½¼¾€£$]|\b(?:{'|'.join(w for w in _words if len(w) > 1)})")  # of small letters
ORDINAL = re.compile(
    rf"(?<![\w-])(?:\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(numbers.ORDINALS)}"
    rf"|(?:{'|'.join(numbers.TENS)})-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))(?![\w-]|\.\d)",
    re.IGNORECASE,
)
# Ranks that count nothing: "first lady", "second half", "third party".
RANKLESS = frozenset(
    """lady minister place hand half quarter floor person thing step name degree amendment secretary gentleman family priority class party century world draft
    glance aid baseman sea country reading tier line refusal choice thought instance case stage phase chapter part edition division army fleet
    infantry battalion grade grader rounder
    brigade district circuit cousin base republic reich side point option language generation""".split()
)
INCLUDING = re.compile(r"\b(?:including|among (?:them|whom|which)|of (?:them|whom|which)|comprising|counting)\b[^.;]{0,40}$", re.IGNORECASE)
SINCE = re.compile(r"\s+((after|before|since|ahead of|into|following|of (?=his|her|its|their|the))\s+.*)", re.IGNORECASE | re.DOTALL)
AGAINST = re.compile(
    r"\s+((?:over|above|below|under|higher than|lower than|more than|less than|fewer than)\s+(?:the |its |their |last |a )?\w+(?: \w+){0,2})", re.IGNORECASE
)
AGE_BARE = re.compile(r",(?: (?:of|from|who|whose|was|is|has|had|said|a|an|the|and)\b|\s|$)")
AGAIN = re.compile(
    r" (?:more|others?)\b(?! than)|(?: (?:of (?:them|whom|which|those)))?(?: were| are)? (?:in|from|at|on|inside) (?=(?:the )?[A-Z])"
    r"| of (?:them|whom|which|those)\b"
)
AGAIN_AT = re.compile(r"(?: of \w+)?(?: were| are)? ((?:in|from|at|on|inside) (?:the )?[A-Z]\w*(?: [A-Z]\w*){0,3})")
PERIODS = re.compile(r"(?:the )?(?:past|last|next|coming) (decade|century)", re.IGNORECASE)
SET_PHRASES = frozenset(
    """favor favour addition line terms term exchange return response spite front case place total all cash general part fact turn example instance view light
    order effect advance need accordance connection conjunction contrast comparison reply reference relation regard respect principle practice""".split()
)
WIDTH, MOST_WORDS, NEAR = 60, 7, 3
ADULT = 2  # digits of an age


def read(page: Page) -> list[FigureReading]:
    """The figures of an article in text order."""
    out: list[FigureReading] = []
    starts = [t.passage.start for t in page.times]
    for sent in (*page.titles, *page.sents):
        text = page.document.text[sent.start : sent.end]
        if QUICK.search(text.lower()):
            near = page.times[bisect_left(starts, sent.start) : bisect_left(starts, sent.end)]
            out += Reader(page, sent, text, near).figures()
    return out


class Reader:
    """Reads one sentence."""

    def __init__(self, page: Page, sent: Sent, text: str, times: Sequence[TimeReading]) -> None:
        self.page, self.sent, self.text, self.times = page, sent, text, times
        self.token_starts = [t.start for t in sent.tokens]
        self.spans = [(t.passage.start - sent.start, t.passage.end - sent.start, t) for t in times]
        self.span_ends = [e for _, e, _ in self.spans]
        dated = [t.id for t in times if t.sort in ("date", "time") and not t.expression.endswith("_REF")]
        self.when = dated[0] if len(dated) == 1 else None

    def figures(self) -> list[FigureReading]:
        """Numbers, then ranks and centuries where no number stands."""
        made: list[FigureReading] = []
        for q in quantities.find(self.text):
            r = self.reading(q) or self.again(q, made)
            if r is None or (made and r.passage.overlaps(made[-1].passage)):
                continue
            if made and r.sort == made[-1].sort != "count" and self.text[made[-1].passage.end - self.sent.start : q.start].strip() == "(":
                r = replace(r, counts=made[-1].counts, counts_at=made[-1].counts_at, head=made[-1].head, deed=made[-1].deed)  # "930 km (580 miles)"
            if made and not r.of and INCLUDING.search(self.text[max(0, q.start - WIDTH) : q.start]):
                r = replace(r, of=made[-1].passage.text)
            made.append(r)
        rest = [*self.ranks(), *self.centuries()]
        return apart(made, rest) if rest else made

    def reading(self, q: Quantity) -> FigureReading | None:
        """The figure a quantity is, if it is one: no part of a date, no name, and something is counted."""
        if any(t.sort != "duration" for t in self.times_at(q.start, q.end)):
            return None
        token = self.token(q.at)
        if token is None or (q.sort == "duration" and self.text[q.at : q.end].lower() == "one day" and q.precision == "exact"):
            return None
        if q.sort == "age":
            return self.make(q, Counted(self.aged(q), "age", "", token, token))
        if q.sort == "count" and self.is_age(q, token):
            q.unit, q.sort = "year", "age"
            return self.make(q, Counted(f"age of {self.sent.tokens[token.i - 2].text}", "age", "", token, token))
        what = self.thing(q, token) if q.sort == "count" else self.worth(q, token)
        return self.make(q, what) if what is not None and what.words else None

    # -- what is counted

    def thing(self, q: Quantity, token: Token) -> Counted | None:
        """What a plain number counts; None where it counts nothing."""
        last = self.token(q.stop - 1) or token
        inside = frozenset(t.i for t in self.within(q.at, q.stop))
        if self.text[q.stop : q.stop + 1] == "-" and (unit := self.token(q.stop + 1)) is not None:
            return joined(self.sent, token, unit, q)
        if q.precision != "at most" and (what := struck(self.sent, last)) is not None:
            return what
        head = self.head(last) or (self.head(token) if token.i != last.i else None) or self.plural_after(last)
        if counts_nothing(self.sent, self.text, q, token, last, head):
            return None
        return bare(self.sent, self.text, q, last) if head is None else counted(self.sent, head, inside)

    def head(self, token: Token) -> Token | None:
        """The noun that a number hangs on, to its right: over "of" ("hundreds of people") and over other number words."""
        for _ in range(4):
            of = next((p for p in self.sent.parse.children(token.i, "prep") if p.low == "of" and p.i == token.i + 1), None)
            if of and (obj := self.sent.parse.children(of.i, "pobj")) and (token.tag != "CD" or obj[0].tag in ("NNS", "NN", "NNPS")):
                return obj[0] if obj[0].pos in ("NOUN", "PROPN") else None
            over = self.sent.tokens[token.head]
            if token.dep not in ("nummod", "amod", "compound", "quantmod", "nmod", "det", "advmod", "npadvmod") or over.i <= token.i:
                return None
            if over.pos in ("NOUN", "PROPN") and over.low not in ("percent", "%"):
                return over
            if over.pos not in ("NUM", "ADJ", "ADV", "X") and over.low not in numbers.VAGUE:
                return None
            token = over
        return None

    def plural_after(self, token: Token) -> Token | None:
        """The plural noun that stands right after a number, whatever the parse made of it ("killed 102 and 21 people")."""
        for t in self.sent.tokens[token.i + 1 : token.i + 1 + NEAR]:
            if t.tag in ("NNS", "NNPS") or MODELS.fullmatch(t.text):
                return t
            if t.pos not in ("ADJ", "NOUN", "PROPN") or t.tag == "VBG":
                return None
        return None

    def worth(self, q: Quantity, token: Token) -> Counted | None:
        """What a sum, a share, a measure or a length of time is told of."""
        if q.sort == "duration" and (m := SINCE.match(self.text[q.end : q.end + WIDTH])):
            words = re.split(r"[,.;:)\"“”]", m[1])[0].split()[:MOST_WORDS]
            return Counted(" ".join(words), words[-1].lower(), m[2].lower().split()[0], token, token)
        if q.sort == "percent" and (m := AGAINST.match(self.text[q.end : q.end + WIDTH])):
            return Counted(m[1], "", m[1].split()[0].lower(), token, token)
        inside = frozenset(t.i for t in self.within(q.start, q.end))
        last = self.token(q.end - 1) or token
        top = next((t for t in self.within(q.start, q.end) if t.head not in inside or t.head == t.i), last)
        for i in sorted({top.i, last.i}):
            for prep in self.sent.parse.children(i, "prep"):
                obj = self.sent.parse.children(prep.i, "pobj", "pcomp")
                if prep.low not in ("of", "in", "for") or prep.i < last.i or not obj or obj[0].pos not in ("NOUN", "PROPN", "VERB"):
                    continue
                if prep.low != "of" and obj[0].lemma.lower() in SET_PHRASES:
                    continue  # "in favor of", "for example"
                if prep.low == "of" or not self.is_time(obj[0]):
                    if q.sort in ("percent", "share") and prep.low == "of" and obj[0].pos != "VERB":
                        q.of = q.of or phrase(self.sent, obj[0])
                    return counted(self.sent, obj[0], inside, with_deed=q.sort in ("percent", "share"))
        over = self.sent.tokens[top.head]
        if over.i > last.i and over.pos in ("NOUN", "PROPN") and top.dep not in ("nsubj", "nsubjpass", "conj", "appos"):
            return counted(self.sent, over, inside, with_deed=False)
        return told_of(self.sent, q, top, self.is_time) or (Counted(self.text[q.start : q.end], "", "", top, top) if q.sort in ("duration", "money") else None)

    def again(self, q: Quantity, made: list[FigureReading]) -> FigureReading | None:
        """A bare number that goes on counting what the one before counted: "10,000 jobs, 3,700 of them in Germany", "five more"."""
        before = next((m for m in reversed(made) if m.sort == "count"), None)
        after = self.text[q.end : q.end + WIDTH]
        m, token = AGAIN.match(after), self.token(q.at)
        if before is not None and m is None and token is not None and q.sort == "count" and not q.vague and self.same_deed(token, before):
            return self.make(q, Counted(before.counts, before.head, before.deed, token, token, before.unit))
        if before is None or m is None or token is None or q.sort != "count" or q.vague or self.text[q.at : q.stop].lower() == "one":
            return None
        if (over := self.head(token)) is not None and over.pos == "NOUN":
            return None
        place = AGAIN_AT.match(after)
        r = self.make(q, Counted(f"{before.counts} {place[1]}" if place else before.counts, before.head, before.deed, token, token, before.unit))
        part = "more" not in m.group() and "other" not in m.group() and (q.least or 0) < (before.value or before.least or before.most or 0)
        return replace(r, of=before.passage.text) if part else r

    def same_deed(self, token: Token, before: FigureReading) -> bool:
        """ "appointed three judges, and the council will appoint six": the same deed done to a bare number."""
        over = self.sent.tokens[token.head]
        return token.dep in ("dobj", "nsubjpass") and bool(before.deed) and over.lemma == before.deed and self.head(token) is None

    def aged(self, q: Quantity) -> str:
        """ "age of man" for "a 64-year-old man"."""
        after = self.within(q.end, q.end + WIDTH)[:NEAR] if self.text[q.end - 3 : q.end].lower() == "old" else []
        thing = next((t.text for t in after if t.pos == "NOUN" and t.dep not in ("compound", "npadvmod", "nmod") and t.low != "time"), "")
        return f"age of {thing}" if thing else "age"

    def is_age(self, q: Quantity, token: Token) -> bool:
        """ "Jane Doe, 64, said": a number between commas after a person's name."""
        number, name = self.text[q.at : q.stop], self.sent.tokens[token.i - 2] if token.i > 1 else None
        if not number.isdigit() or len(number) > ADULT or name is None or name.pos != "PROPN" or not self.text.endswith(", ", 0, q.at):
            return False
        person = self.page.entities.at(*self.sent.span(name))
        if person is None or person.actor.kind != "person" or not AGE_BARE.match(self.text, q.stop):
            return False
        return not self.times_at(q.at - NEAR, q.at)

    def is_time(self, token: Token) -> bool:
        return bool(self.times_at(token.start, token.end))

    def times_at(self, start: int, end: int) -> list[TimeReading]:
        """The times that touch a span of the sentence (times never overlap, so their ends are in order too)."""
        i, out = bisect_right(self.span_ends, start), []
        while i < len(self.spans) and self.spans[i][0] < end:
            out.append(self.spans[i][2])
            i += 1
        return out

    # -- ranks and centuries

    def ranks(self) -> list[FigureReading]:
        """ "second summit", "60th anniversary": the ordinals that count."""
        out = []
        for m in ORDINAL.finditer(self.text):
            value, token = numbers.ordinal(m.group()), self.token(m.start())
            if value is None or token is None or token.dep != "amod" or token.text[0].isupper() or self.times_at(m.start(), m.end()):
                continue
            head = self.sent.tokens[token.head]
            if head.i <= token.i or head.pos != "NOUN" or head.lemma.lower() in RANKLESS or head.lemma == "time" or units.unit_of(head.text):
                continue
            if self.sent.tokens[token.i + 1].pos == "PROPN" or any(c.low in ("and", "or") for c in self.sent.parse.children(token.i, "cc")):
                continue
            end = head.end if head.i - token.i <= NEAR else m.end()
            q = Quantity(m.start(), end, m.start(), m.end(), value, value, "ordinal", "ordinal")
            out.append(self.make(q, counted(self.sent, head, frozenset({token.i}))))
        return out

    def centuries(self) -> list[FigureReading]:
        """Times that are quantities too: "the late 7th or early 8th century", "centuries-old", "the past decade"."""
        out = []
        for start, end, t in self.spans:
            words, q = self.text[start:end].lower(), None
            ranks = [n for w in re.findall(r"[a-z0-9]+", words) if (n := numbers.ordinal(w))]
            if t.rule == "time:century" and ranks:
                q = Quantity(start, end, start, end, ranks[0], ranks[-1], "century", "date range", "about")
            elif words == "centuries" and self.text[end : end + 4] == "-old":
                q = Quantity(start, end + 4, start, end, 2.0, None, "century", "duration", "about")
            elif t.sort == "duration" and (m := PERIODS.fullmatch(words)):
                years = 10.0 if m[1] == "decade" else 100.0
                q = Quantity(start, end, start, end, years, years, "year", "duration", "about")
            token = self.token(start) if q else None
            what = self.worth(q, token) if q and token else None
            if q and what:
                out.append(self.make(q, what))
        return out

    # -- the reading

    def make(self, q: Quantity, what: Counted) -> FigureReading:
        """The reading, its passage drawn out to the counted noun where that follows without another number between."""
        least, most, unit = (q.least, q.most, what.unit) if q.sort == "count" else in_plain_units(q.least, q.most, q.unit)
        value = least if least is not None and least == most else None
        end = q.end
        if q.sort == "count" and q.end <= what.last.start <= q.end + WIDTH and not re.search(r"(?<![\w-])\d", self.text[q.end : what.last.end]):
            end = max(end, what.last.end)
        place = self.page.passage(self.sent.start + q.start, self.sent.start + min(end, len(self.text)))
        return FigureReading(
            passage=place, rule=f"figure:{q.sort}", value=value,
            least=None if value is not None else least, most=None if value is not None else most, unit=unit,
            counts=" ".join(what.words.split()), counts_at=self.page.passage(*self.sent.span(what.first, what.last)), of=q.of, precision=q.precision,
            sort="duration" if q.sort == "age" else "percent" if q.sort == "share" else q.sort, when=self.when,
            sentence=self.page.passage(self.sent.start, self.sent.end), head=what.head, deed=what.deed,
        )  # fmt: skip

    def token(self, at: int) -> Token | None:
        """The word at an offset of the sentence."""
        i = bisect_left(self.token_starts, at + 1) - 1
        return self.sent.tokens[i] if i >= 0 and self.sent.tokens[i].end > at else None

    def within(self, start: int, end: int) -> list[Token]:
        i = max(0, bisect_left(self.token_starts, start + 1) - 1)
        j = bisect_left(self.token_starts, end)
        return [t for t in self.sent.tokens[i:j] if t.end > start]


def apart(made: list[FigureReading], more: list[FigureReading]) -> list[FigureReading]:
    """Both in text order, without those of ``more`` that touch one of ``made`` or one another."""
    out: list[FigureReading] = []
    first = {id(r) for r in made}
    for r in sorted([*made, *more], key=lambda r: r.passage.start):
        while out and r.passage.overlaps(out[-1].passage) and id(r) in first and id(out[-1]) not in first:
            out.pop()
        if not out or not r.passage.overlaps(out[-1].passage):
            out.append(r)
    return out


def in_plain_units(least: float | None, most: float | None, unit: str | None) -> tuple[float | None, float | None, str | None]:
    """Weeks as days, decades as years: so that "within a week" meets "less than seven days"."""
    by, to = {"week": (7.0, "day"), "fortnight": (14.0, "day"), "decade": (10.0, "year"), "night": (1.0, "day")}.get(unit or "", (1.0, unit))
    return (None if least is None else least * by), (None if most is None else most * by), to
