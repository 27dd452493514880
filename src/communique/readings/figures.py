"""A page in, its quantities out, each with what it counts: ``"killed 183 workers, including 136 Koreans" -> 183 workers killed; 136 Koreans of them``.

Money, shares, measures, lengths of time and ranks too. What looks like a number and counts nothing (a name, a date, a score, a list) is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from ..language import numbers, units
from ..model.figures import FigureReading
from ..model.times import TimeReading
from .counted import Counted, counted, participle, phrase, plural, subject_of
from .page import Page, Sent
from .parse import Token

QUICK = re.compile(r"\d|[½¼¾€£$]|\b(?:" + "|".join([*numbers.UNITS, *numbers.TENS, *numbers.VAGUE, *numbers.SCALES, *numbers.ORDINALS, "several", "few", "couple", "half", "quarter", "thirds", "centuries", "decades"]) + r")", re.I)
AT_LEAST = re.compile(r"\b(?:at least|(?:slightly |just |well |far )?(?:more than|over|above)|upwards? of|no fewer than|no less than|not less than|in excess of|exceed(?:s|ed|ing)?|greater than|a minimum of|beyond)\s+(?:the |an? )?$", re.I)
AT_MOST = re.compile(r"\b(?:up to|at most|no more than|not more than|(?:slightly |just )?(?:fewer than|less than|under|below)|as (?:many|much|high|few) as|a maximum of|within|capped at|a ceiling of)\s+(?:the |an? )?$", re.I)
ABOUT = re.compile(r"(?:\b(?:about|around|some|roughly|approximately|approx\.?|nearly|almost|close to|an? estimated|estimated (?:at|to be)|circa|in the region of|more or less|perhaps|an average of|near|virtually|the last|the past|past)|~)\s*(?:the |an? )?$", re.I)
OR_MORE = re.compile(r"^\s*(?:\+|-?plus\b|or more\b|and (?:more|counting)\b)", re.I)
OR_SO = re.compile(r"^\s*(?:-odd\b|or so\b)", re.I)
OR_LESS = re.compile(r"^\s*or (?:fewer|less)\b", re.I)
RANGE = re.compile(r"\s*(?:-|–|—| to | and | or )\s*(?:[$€£¥]|US\$)?$", re.I)
PERCENT = re.compile(r"^[ \u00a0-]?(?:(?P<point>(?:percentage|per cent|percent)[ -]points?)|%|percent\b|per[ \u00a0]cent\b|pct\b)(?: percent)?", re.I)
SCALE_LETTER = re.compile(r"^ ?(?:m|mn|mln|million|b|bn|bln|k|tn|trn|trillion)(?!\w)", re.I)
LETTERS = {"m": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "k": 1e3, "tn": 1e12, "trn": 1e12, "trillion": 1e12}
COIN = re.compile(r"^(?: of)?[ -](?:(US|U\.S\.|American|Canadian|Australian|Hong Kong|Singapore|New Zealand|Taiwan|Swiss|British|Egyptian|Pakistani|Philippine|Mexican)[ -])?([A-Za-z]+)\b")
MEASURE = re.compile(r"^[ \u00a0-]?((?:square|sq\.?|cubic|nautical) )?([A-Za-z]+(?:/h)?)(?![\w])")
FRACTION = re.compile(r"\b(?:(?P<n>one|two|three|four|a)[ -](?P<d>thirds?|quarters?|fifths?|tenths?)(?= (?:of|the|its|their|his|her|all)\b)|(?P<h>half)(?= (?:of|the|its|their|his|her|all|a percent)\b))", re.I)
FIFTHS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
ORDINAL = re.compile(r"(?<![\w-])(?:\d{1,3}(?:st|nd|rd|th)|" + "|".join(numbers.ORDINALS) + r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))(?![\w-]|\.\d)", re.I)
AGE_AFTER = re.compile(r"^-years?-old\b|^ years?[ -](?:old\b|of age\b)", re.I)
AGE_BARE = re.compile(r"^,(?: (?:of|from|who|whose|was|is|has|had|said|a|an|the|and)\b|\s|$)")
AGE_BEFORE = re.compile(r"\b(?:aged?|at the age of)\s+$", re.I)
INCLUDING = re.compile(r"\b(?:including|among (?:them|whom|which)|of (?:them|whom|which)|comprising|counting)\b[^.;]{0,40}$", re.I)
NAMED_BEFORE = re.compile(r"(?:\b(?:No|Nos|Article|Section|Chapter|Clause|Paragraph|Annex|Phase|Stage|Level|Flight|Route|Highway|Channel|Group of|Resolution|Rule|Part|Page|Figure|Table|Room|Type|Version|Number|Track|Act|Title|Apollo|Day|Gate|Unit|Area|Zone|Covid)\.? |[A-Za-z]-)$", re.I)
# Two or three of these say nothing that the story does not.
TRIVIAL = frozenset("side leader country nation government neighbor neighbour party state capital people ally man woman partner rival power sides counterpart president minister premier economy thing way end hand".split())
# Ranks that count nothing: "first lady", "second half", "third party".
RANKLESS = frozenset("lady minister place hand half quarter floor person thing step name degree amendment secretary gentleman family priority class party century world draft glance aid baseman sea country reading tier line refusal choice thought instance case stage phase chapter part edition division army fleet infantry battalion brigade district circuit cousin base republic reich".split())  # fmt: skip
ONE_NEEDS = re.compile(r"\b(?:only|just|at least|exactly)\s+$", re.I)
HARMED = frozenset("kill injure wound die arrest detain shoot hurt displace rescue miss capture abduct hospitalize hospitalise drown burn execute".split())
DURING = re.compile(r"(?<!\bfor)(?<!\bin)(?<!\bafter)(?<!\bjust)(?<!took)(?<!lasted)(?<!spent)\s+over (?:the )?$", re.I)  # "spread over 10 years", not "for over 10 years"
AGAINST = re.compile(r"\s+((?:over|above|below|under|higher than|lower than|more than|less than|fewer than)\s+(?:the |its |their |last |a )?\w+(?: \w+){0,2})", re.I)
SINCE = re.compile(r"\s+((after|before|since|ahead of|into|following|of (?=his|her|its|their|the))\s+.*)", re.I | re.S)
HYPHEN = re.compile(r"-([a-z]{3,})\b", re.I)
NO_COMPOUND = frozenset("state dimensional fold lane tier star track time one two three something on off thirds third half quarter quarters in to up year day month week hour minute decade point plus odd and or step piece wheel wheeler".split())
ROUND = re.compile(r"an? (?:hundred|thousand|million|billion|trillion)$", re.I)  # a manner of speaking
MOST_WORDS = 7
WIDEST = 60  # characters before a number in which its precision stands


@dataclass(slots=True)
class Found:
    """A number on its way to a reading; offsets in its sentence. ``shown`` is where the words begin that are cited (a sign before it)."""

    start: int
    end: int
    least: float | None
    most: float | None
    shown: int
    unit: str | None = None
    sort: str = "count"
    vague: bool = False


def read(page: Page) -> list[FigureReading]:
    """The figures of an article in text order."""
    out: list[FigureReading] = []
    starts = [t.passage.start for t in page.times]
    for sent in page.sents:
        text = page.document.text[sent.start : sent.end]
        if QUICK.search(text):
            near = page.times[bisect_left(starts, sent.start) : bisect_left(starts, sent.end)]
            out += Reader(page, sent, text, near).figures()
    return out


class Reader:
    """Reads one sentence."""

    def __init__(self, page: Page, sent: Sent, text: str, times: tuple[TimeReading, ...]) -> None:
        self.page, self.sent, self.text, self.times = page, sent, text, times
        self.token_starts = [t.start for t in sent.tokens]
        self.spans = [(t.passage.start - sent.start, t.passage.end - sent.start, t) for t in times]

    def figures(self) -> list[FigureReading]:
        made: list[FigureReading] = []
        for f in self.found():
            if (r := self.reading(f) or self.again(f, made)) is not None and not any(r.passage.overlaps(m.passage) for m in made[-2:]):
                if made and INCLUDING.search(self.text[max(0, f.shown - WIDEST) : f.shown]) and not r.of:
                    r = replace(r, of=made[-1].passage.text)
                made.append(r)
        made += self.ranks(made)
        made += self.centuries(made)
        return sorted(made, key=lambda r: r.passage)

    # -- numbers

    def found(self) -> list[Found]:
        """The numbers of the sentence with their signs, units and ranges."""
        out: list[Found] = []
        singles = [Found(n.start, n.end, n.least, n.most, n.start, vague=n.vague) for n in numbers.find(self.text)]
        singles += self.unit_words()
        singles += [self.fraction(m) for m in FRACTION.finditer(self.text)]
        for f in sorted(singles, key=lambda f: f.start):
            if out and f.start < out[-1].end:
                if f.sort != "share":
                    continue
                out.pop()
            if not self.sane(f):
                continue
            if f.sort == "count":
                self.money(f)
            if f.sort == "count":
                self.measure(f)
            before = out[-1] if out else None
            if before and before.sort == "share" and f.sort == "percent" and self.text[before.end : f.start].strip() in ("of", "of a"):  # "half of 1 percent"
                part = (before.least or 0.0) * (f.least or 0.0)
                out[-1] = replace(f, least=part, most=part, start=before.start, shown=before.shown)
                continue
            if before and before.end <= f.shown and self.is_range(before, f):
                self.join(before, f)
            else:
                out.append(f)
        return out

    def fraction(self, m: re.Match[str]) -> Found:
        part = 0.5 if m["h"] else {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}[m["n"].lower()] / FIFTHS[m["d"].lower().rstrip("s")]
        return Found(m.start(), m.end(), part, part, m.start(), "share", "share")

    def sane(self, f: Found) -> bool:
        """Not a piece of a name, a clock time, a code, a list mark."""
        before, after = self.text[: f.start], self.text[f.end : f.end + 2]
        if f.sort == "share":
            return True
        if before.endswith("#") and not re.match(r" (?:m|b|tr)illion", self.text[f.end - 8 : f.end + 10]) and not re.search(r"(?:m|b|tr)illion$", self.text[f.start : f.end]):
            return False
        if NAMED_BEFORE.search(before[-16:]) and not re.search(r"(?:million|billion|\d)-$", before[-8:]):
            return False
        if not before.strip(" \"'“‘(") and re.match(r"[.)](?:\s|$)", after) and self.text[f.start].isdigit():
            return False
        if self.text[f.start : f.end][0].isdigit():
            if re.match(r"[:/]\d|\.\d|[’'](?:s\b)?\d", after) or before.endswith(("/", ":", "'", "’")):
                return False
            if after[:1].isalpha() and not (SCALE_LETTER.match(self.text[f.end :]) or MEASURE.match(self.text[f.end : f.end + 16]) and self.known_unit(f.end)):
                return False
        return True

    def known_unit(self, at: int) -> bool:
        m = MEASURE.match(self.text[at : at + 24])
        return bool(m and units.unit_of(m[2]))

    def money(self, f: Found) -> None:
        if m := units.SIGN.search(self.text[max(0, f.start - 8) : f.start]):
            f.shown = f.start - (min(8, f.start) - m.start())
            f.unit, f.sort = units.currency_of(m.group()), "money"
            if (k := SCALE_LETTER.match(self.text[f.end : f.end + 10])) and f.least is not None:
                by = LETTERS[k.group().strip().lower()]
                f.least, f.most, f.end = f.least * by, f.most * by if f.most is not None else None, f.end + k.end()
            return
        k = SCALE_LETTER.match(self.text[f.end : f.end + 10])
        after = self.text[f.end + (k.end() if k else 0) :][:32]
        if (m2 := COIN.match(after)) and (code := units.COINS.get(m2[2].lower())) and not (m2[2].lower() in ("won", "real", "dong", "rand") and self.is_verb(f.end + m2.start(2))):
            f.unit, f.sort = units.WHOSE.get((m2[1] or "").lower(), code), "money"
            if k and f.least is not None and f.most is not None:
                f.least, f.most = f.least * LETTERS[k.group().strip().lower()], f.most * LETTERS[k.group().strip().lower()]
            f.end += (k.end() if k else 0) + m2.end()

    def is_verb(self, at: int) -> bool:
        t = self.token(at)
        return t is not None and t.pos in ("VERB", "AUX", "PROPN", "ADJ")

    def measure(self, f: Found) -> None:
        after = self.text[f.end : f.end + 32]
        if m := PERCENT.match(after):
            f.unit, f.sort, f.end = ("percentage point" if m["point"] else "percent"), "percent", f.end + m.end()
            return
        if (m := SCALE_LETTER.match(after)) and f.least is not None and f.most is not None and re.match(r" [a-z]{3,}s?\b", after[m.end() :]) and not after.startswith(" "):
            by = LETTERS[m.group().strip().lower()]
            f.least, f.most, f.end = f.least * by, f.most * by, f.end + m.end()
            return
        if m := MEASURE.match(after):
            word = m[2]
            unit = units.unit_of(word)
            if word == "m" and not after.startswith(" "):
                unit = units.unit_of("metre")
            if unit and not (word[0].isupper() and not word.isupper()) and not (unit.name == "second" and word.lower() == "second"):
                f.unit = (m[1] or "").strip().replace("sq", "square").replace("squareuare", "square") + (" " if m[1] else "") + unit.name
                f.sort, f.end = unit.sort, f.end + m.end()

    def is_range(self, a: Found, b: Found) -> bool:
        between = self.text[a.end : b.start]
        if not RANGE.fullmatch(between) or a.vague or b.vague or a.least is None or b.least is None:
            return False
        word = between.strip(" $€£¥US")
        if word == "or" and (b.least > 2 * a.least or a.sort == "money"):
            return False
        if word == "and" and not re.search(r"\bbetween\s+(?:[$€£¥]|US\$)?$", self.text[: a.shown][-16:], re.I):
            return False
        return a.sort in ("count", b.sort) and a.unit in (None, b.unit) and (a.least < b.least or a.least * self.scale(b) < b.least)

    def scale(self, f: Found) -> float:
        return next((v for k, v in numbers.SCALES.items() if self.text[f.start : f.end].lower().endswith(k) and len(k) > 2), 1.0)  # noqa: PLR2004

    def join(self, a: Found, b: Found) -> None:
        """ "2 to 3 million" as one range; what is written of the second holds for both."""
        by = self.scale(b)
        a.least = (a.least or 0.0) * (by if (a.least or 0.0) * by < (b.least or 0.0) and self.scale(a) == 1.0 else 1.0)
        a.most, a.end, a.unit, a.sort = b.most, b.end, b.unit or a.unit, b.sort if b.sort != "count" else a.sort

    # -- what they count

    def reading(self, f: Found) -> FigureReading | None:
        time = next(((s, e, t) for s, e, t in self.spans if s < f.end and f.shown < e), None)
        if time and time[2].sort != "duration":
            return None
        token = self.token(f.start)
        if token is None:
            return None
        age = AGE_AFTER.match(self.text[f.end - 5 : f.end + 8]) or AGE_AFTER.match(self.text[f.end :][:12]) or self.text[f.end :][:4] == "-old"
        what: Counted | None
        if f.sort == "count" and self.is_age(f, token):
            f.unit, f.sort = "year", "duration"
            return self.make(f, Counted(f"age of {self.text[: f.start].rstrip(' ,').rsplit(None, 1)[-1]}", "age", "", token, token, "year"))
        if f.sort == "duration" and (self.text[f.end :][:5].lower() in ("-old ", " old ", " old,", " old.") or age) or AGE_BEFORE.search(self.text[: f.start]):
            return self.age(f, token)
        if f.sort == "count":
            what = self.thing(f, token)
        else:
            what = self.worth(f, token)
        if what is None or not what.words:
            return None
        return self.make(f, what)

    def thing(self, f: Found, token: Token) -> Counted | None:
        """What a plain number counts; None where it counts nothing."""
        word = self.text[f.start : f.end].lower()
        last = self.token(f.end - 1) or token
        head = self.head(last) or (self.head(token) if token.i != last.i else None)
        if self.is_name(token, last, head):
            return None
        if m := HYPHEN.match(self.text[f.end : f.end + 24]):
            return self.compound(f, token, m[1])
        if head is None:
            return self.bare(f, last, word)
        if word == "one" and not self.one_counts(f, head):
            return None
        if self.trivial(word, head) or self.many(word, head) or self.model(f, last, head):
            return None
        return counted(self.sent, head, frozenset(t.i for t in self.within(f.start, f.end)))

    def compound(self, f: Found, token: Token, word: str) -> Counted | None:
        """ "12-member bloc", "three-way talks": the members of the bloc."""
        unit = self.token(f.end + 1)
        if unit is None or word in NO_COMPOUND or (f.least or 0) < 3 and word in ("way", "party", "nation", "state", "country", "member", "man", "side"):  # noqa: PLR2004
            return None
        f.end = max(f.end, unit.end if unit.start <= f.end + 1 else f.end + 1 + len(word))
        whole = next((t for t in [self.sent.tokens[unit.head], *self.sent.parse.ancestors(unit.head)] if t.i > unit.i and t.pos in ("NOUN", "PROPN")), None)
        words = counted(self.sent, whole, frozenset(range(token.i, unit.i + 1)), with_deed=False).words if whole else ""
        lemma = {"way": "party", "strong": "person", "man": "person"}.get(word, word)
        return Counted(f"{plural(lemma)} of {words}" if words else word, lemma, whole.lemma.lower() if whole else "", unit, unit, lemma)

    def head(self, token: Token) -> Token | None:
        """The noun that a number hangs on, to its right: over "of" ("hundreds of people") and over other number words."""
        for _ in range(4):
            tail = self.sent.parse.children(token.i, "prep")
            of = next((p for p in tail if p.low == "of" and p.i == token.i + 1), None)
            if of and (obj := self.sent.parse.children(of.i, "pobj")) and (token.tag != "CD" or obj[0].tag in ("NNS", "NN", "NNPS")):
                return obj[0] if obj[0].pos in ("NOUN", "PROPN") else None
            over = self.sent.tokens[token.head]
            if token.dep in ("nummod", "amod", "compound", "quantmod", "nmod", "det", "advmod", "npadvmod") and over.i > token.i:
                if over.pos in ("NOUN", "PROPN") and over.low not in ("percent", "%"):
                    return over
                if over.pos in ("NUM", "ADJ", "ADV", "X") or over.low in numbers.VAGUE:
                    token = over
                    continue
            return None
        return None

    def is_name(self, first: Token, last: Token, head: Token | None) -> bool:
        """A part of a name: "Boeing 787", "iPhone 4", "Article 9", "787 Dreamliner", "Group of Seven"."""
        tokens = self.sent.tokens
        before = tokens[first.i - 1] if first.i else None
        digits = first.text[0].isdigit()
        if before is not None and before.pos == "PROPN" and before.end + 1 >= first.start and before.low.rstrip(".") not in units.SIGNS and (digits or first.text[0].isupper()):
            if head is None or head.i < first.i or not (head.tag == "NNS" and before.head != head.i):
                return True
        if first.text[0].isupper() and first.i and not digits:
            return True
        if digits and head is not None and head.tag == "NNP" and not re.fullmatch(r"[A-Z]+-?\d+s", head.text) and head.i == last.i + 1 and not (before and before.low in ("the", "all")):
            return True
        return digits and head is None and first.dep in ("nummod", "npadvmod") and tokens[first.head].i < first.i and tokens[first.head].pos in ("PROPN", "NOUN")

    def one_counts(self, f: Found, head: Token) -> bool:
        if re.match(r"\s+of\s+(?:the |its |their |only )?(?:\d|" + "|".join(list(numbers.UNITS)[2:]) + r")", self.text[f.end : f.end + 24], re.I):
            return True
        verb = self.sent.tokens[head.head]
        return bool(ONE_NEEDS.search(self.text[: f.start])) or (verb.lemma in HARMED and head.dep in ("dobj", "nsubjpass", "nsubj"))

    def trivial(self, word: str, head: Token) -> bool:
        if word not in ("two", "three", "2", "one", "both", "a couple", "a couple of", "a few"):
            return False
        if head.lemma.lower() in TRIVIAL:
            verb = self.sent.tokens[head.head]
            return verb.lemma not in HARMED
        return False

    def many(self, word: str, head: Token) -> bool:
        """ "several", "a few" without a scale say no quantity worth a row, but of the harmed."""
        return word in ("several", "a few", "a couple", "a couple of") and self.sent.tokens[head.head].lemma not in HARMED

    def model(self, f: Found, last: Token, head: Token) -> bool:
        """A numeral before one thing names it ("the 737 airliner", "the 500 index"); two or more of a thing are written in the plural."""
        digits = self.text[f.start : f.end].isdigit() and (f.least or 0) > 1
        return digits and head.tag == "NN" and head.lemma.lower() not in UNCHANGING and self.text[f.end : f.end + 1] != "-"

    def bare(self, f: Found, token: Token, word: str) -> Counted | None:
        """A number without a noun: "killing 12", "of whom five were injured", "over 270,000 displaced", "the toll rose to 35", "one of two houses"."""
        if word in ("one", "zero") or (re.search(r"\d-\d", self.text[max(0, f.start - 3) : f.end + 3]) and f.most == f.least):
            return None
        tokens = self.sent.tokens
        after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
        if after is not None and after.tag in ("VBN", "VBD", "JJ") and after.lemma in HARMED | {"displace", "evacuate", "affect"}:
            return Counted(after.text, "person", after.lemma, token, token, "person")
        over = tokens[token.head]
        if token.dep in ("dobj", "nsubjpass", "nsubj", "obj", "pobj") and over.lemma in HARMED:
            return Counted(participle(over), "person", over.lemma, token, token, "person")
        if over.low == "of" and tokens[over.head].pos == "NOUN" and tokens[over.head].i < token.i:  # "job cuts of 10,000"
            return counted(self.sent, tokens[over.head])
        if token.dep not in ("pobj", "npadvmod", "nummod", "dobj", "attr", "advmod", "oprd"):
            return None
        verb = over if over.pos in ("VERB", "AUX") else tokens[over.head]
        noun = subject_of(self.sent, token)
        if noun is not None and (noun.lemma in TOLLS or verb.lemma in MOVES and self.text[f.start].isdigit()) and noun.pos in ("NOUN", "PROPN"):
            person = noun.lemma in ("toll", "casualty", "death")
            return Counted(phrase(self.sent, noun), noun.lemma.lower(), "", noun, noun, "person" if person else noun.lemma.lower())
        return None

    def again(self, f: Found, made: list[FigureReading]) -> FigureReading | None:
        """A bare number that goes on counting what the one before counted: "10,000 jobs, 3,700 of them in Germany", "five more"."""
        before = next((m for m in reversed(made) if m.sort == "count"), None)
        after = self.text[f.end : f.end + 24]
        m = re.match(r" (?:more|others?)\b(?! than)|(?: (?:of (?:them|whom|which|those)))?(?: were| are)? (?:in|from|at|on|inside) (?=(?:the )?[A-Z])| of (?:them|whom|which|those)\b", after)
        if before is None or m is None or f.sort != "count" or self.text[f.start : f.end].lower() in ("one", "several", "a few"):
            return None
        part = m.group().strip().startswith(("of", "in", "from", "at", "on", "inside")) and (f.least or 0) < (before.value or before.least or before.most or 0)
        place = re.match(r"(?: of \w+)?(?: were| are)? ((?:in|from|at|on|inside) (?:the )?[A-Z]\w*(?: [A-Z]\w*)*)", after + self.text[f.end + 24 : f.end + 60])
        token = self.token(f.start)
        if token is None or (over := self.head(token)) is not None and over.pos == "NOUN":
            return None
        words = f"{before.counts} {place[1]}" if place else before.counts
        made_one = self.make(f, Counted(words, before.head, before.deed, token, token, before.unit))
        return replace(made_one, of=before.passage.text) if made_one and part else made_one

    def worth(self, f: Found, token: Token) -> Counted | None:
        """What a sum, a share, a measure or a length of time is told of."""
        tokens, parse = self.sent.tokens, self.sent.parse
        if f.sort == "duration" and (m := SINCE.match(self.text[f.end : f.end + WIDEST])):
            words = re.split(r"[,.;:)\"”]", m[1])[0]
            return Counted(" ".join(words.split()[:MOST_WORDS]), words.split()[-1].lower() if words.split() else "", m[2].lower(), token, token, f.unit)
        if f.sort == "percent" and (m := AGAINST.match(self.text[f.end : f.end + WIDEST])):
            noun = subject_of(self.sent, token)
            return Counted(" ".join(x for x in (phrase(self.sent, noun) if noun else "", m[1]) if x), noun.lemma.lower() if noun else "", m[1].split()[0].lower(), token, token, f.unit)
        unit = self.token(f.end - 1) or token
        inside = frozenset(t.i for t in self.within(f.shown, f.end))
        top = next((t for t in self.within(f.shown, f.end) if t.head not in inside or t.head == t.i), unit)
        for t in sorted({top.i, unit.i}):
            for prep in parse.children(t, "prep"):
                if prep.low in ("of", "in", "for") and prep.i >= unit.i and (obj := parse.children(prep.i, "pobj", "pcomp")) and obj[0].pos in ("NOUN", "PROPN", "VERB") and obj[0].pos != "NUM":
                    if prep.low != "of" and self.is_time(obj[0]):
                        continue
                    return replace_unit(counted(self.sent, obj[0], inside, with_deed=f.sort in ("percent", "share")), f.unit)
        over = tokens[top.head]
        if over.i != top.i and over.i > unit.i and over.pos in ("NOUN", "PROPN") and top.dep in ("compound", "nmod", "amod", "nummod", "npadvmod", "quantmod", "poss", "advmod"):
            return replace_unit(counted(self.sent, over, inside, with_deed=False), f.unit)
        if over.pos == "ADJ" and over.i > unit.i:  # "817 km long"
            noun = subject_of(self.sent, top)
            return Counted(" ".join(x for x in ((phrase(self.sent, noun) if noun else ""), over.text) if x), noun.lemma.lower() if noun else over.lemma, over.lemma, top, top, f.unit)
        return self.told_of(f, top)

    def told_of(self, f: Found, top: Token) -> Counted | None:
        """By its place: "a tariff of 15%" tells of the tariff, "exports fell 5%" of exports and the fall, "paid $5m" of paying."""
        tokens = self.sent.tokens
        over = tokens[top.head]
        if top.dep in ("appos", "conj") and over.pos in ("NOUN", "PROPN"):
            return replace_unit(counted(self.sent, over), f.unit)
        chain = [over, *self.sent.parse.ancestors(over.i)][:4]
        for t in chain:
            if t.pos in ("NOUN", "PROPN") and not self.is_time(t) and t.low not in ("percent", "%"):
                return replace_unit(Counted(phrase(self.sent, t), t.lemma.lower(), "", t, t), f.unit)
            if t.pos in ("VERB", "AUX"):
                noun = subject_of(self.sent, top)
                subject = phrase(self.sent, noun) if noun is not None and noun.pos != "PRON" else ""
                own = t.text if t.lemma not in ("be", "have") else ""
                if over.pos == "ADP" and over.low in ("to", "from", "by") and f.sort in ("percent", "money", "measure"):
                    own += f" {over.low}"  # "fell to 15% from 25%" tells two things
                obj = next((c for c in self.sent.parse.children(t.i, "dobj") if c.i != top.i and c.pos != "PRON"), None)
                words = " ".join(x for x in (subject, own, phrase(self.sent, obj) if obj is not None and obj.i != top.i else "") if x)
                lemma = (noun.lemma if noun is not None and noun.pos != "PRON" else t.lemma).lower()
                return Counted(words or t.text, lemma, t.lemma, t, t, f.unit)
        if f.sort in ("money", "percent"):
            around = tokens[top.i - 1] if top.i else None
            return Counted(around.text if around is not None and around.text.isalpha() else self.text[f.shown : f.end], "", "", top, top, f.unit)
        return Counted(self.text[f.shown : f.end], "", "", top, top, f.unit) if f.sort == "duration" else None

    def is_time(self, token: Token) -> bool:
        return any(s < token.end and token.start < e for s, e, _ in self.spans)

    def is_age(self, f: Found, token: Token) -> bool:
        """ "Jane Doe, 64, said": a number between commas after a person's name."""
        name = self.sent.tokens[token.i - 2] if token.i > 1 else None
        number = self.text[f.start : f.end]
        return (
            number.isdigit() and len(number) in (1, 2) and name is not None and name.pos == "PROPN" and self.text[: f.start].endswith(", ")
            and bool(AGE_BARE.match(self.text[f.end : f.end + 8])) and self.page.entities.at(self.sent.start + name.start, self.sent.start + name.end) is not None
            and not any(e <= f.start and f.start - e < 3 for _, e, _ in self.spans)
        )  # fmt: skip

    def age(self, f: Found, token: Token) -> FigureReading | None:
        """ "a 64-year-old man", "aged 64": the age of somebody or something."""
        f.unit, f.sort = f.unit or "year", "duration"
        m = re.match(r"[ -]?(?:years?)?[ -]?old(?:[ -]([A-Za-z]+))?", self.text[f.end - (0) :][:24])
        of = m[1] if m and m[1] else ""
        if m:
            f.end += m.end() - (len(of) + 1 if of else 0)
        words = f"age of {of}" if of else "age"
        return self.make(f, Counted(words, "age", "", token, token, f.unit))

    # -- ranks and centuries

    def ranks(self, made: list[FigureReading]) -> list[FigureReading]:
        """ "second summit", "60th anniversary": the ordinals that count."""
        out = []
        for m in ORDINAL.finditer(self.text):
            value, token = numbers.ordinal(m.group()), self.token(m.start())
            if value is None or token is None or any(s < m.end() and m.start() < e for s, e, _ in self.spans):
                continue
            head = self.sent.tokens[token.head]
            if token.dep != "amod" or head.i < token.i or head.pos != "NOUN" or head.lemma.lower() in RANKLESS or token.text[0].isupper():
                continue
            if any(c.low in ("and", "or") for c in self.sent.parse.children(token.i, "cc")) or units.unit_of(head.text) or head.lemma == "time":
                continue
            got = counted(self.sent, head, frozenset({token.i}))
            f = Found(m.start(), max(m.end(), head.end if head.i - token.i <= 3 else m.end()), value, value, m.start(), "ordinal", "ordinal")  # noqa: PLR2004
            r = self.make(f, got)
            if r is not None and not any(r.passage.overlaps(x.passage) for x in [*made, *out]):
                out.append(r)
        return out

    def centuries(self, made: list[FigureReading]) -> list[FigureReading]:
        """Of times: "the late 7th or early 8th century" and "centuries-old" are quantities too."""
        out = []
        for start, end, t in self.spans:
            words = self.text[start:end].lower()
            if t.rule == "time:century" and (n := [numbers.ordinal(w) for w in re.findall(r"[\w-]+", words.replace("-century", " century")) if numbers.ordinal(w)]):
                f = Found(start, end, n[0], n[-1], start, "century", "date range")
            elif words == "centuries" and self.text[end : end + 4] == "-old":
                f = Found(start, end + 4, 2.0, None, start, "century", "duration", True)
            elif t.sort == "duration" and re.fullmatch(r"(?:the )?(?:past|last|next|coming) (?:decade|century)", words):
                f = Found(start, end, 10.0 if "decade" in words else 100.0, None, start, "year", "duration")
                f.most = f.least
            else:
                continue
            token = self.token(start)
            what = self.worth(f, token) if token else None
            if what and (r := self.make(f, what)) and not any(r.passage.overlaps(x.passage) for x in [*made, *out]):
                out.append(r)
        return out

    # -- the reading

    def make(self, f: Found, what: Counted) -> FigureReading | None:
        least, most, precision = self.precision(f)
        unit = f.unit if f.sort not in ("count",) else what.unit
        if f.sort == "duration":
            least, most, unit = in_plain_units(least, most, unit)
        value = least if least is not None and least == most else None
        end = f.end
        if f.sort == "count" and what.last.start >= f.end and what.last.start - f.end <= WIDEST and what.last.i < len(self.sent.tokens):
            end = max(end, what.last.end if not re.search(r"\d", self.text[f.end : what.last.end]) else end)
        place = self.page.passage(self.sent.start + f.shown, self.sent.start + min(end, len(self.text)))
        at = self.page.passage(*self.sent.span(what.first, what.last)) if what.first.start >= 0 else None
        dated = [t for t in self.times if t.sort in ("date", "time") and not t.expression.endswith("_REF")]
        return FigureReading(
            passage=place, rule=f"figure:{f.sort}", value=value, least=None if value is not None else least, most=None if value is not None else most, unit=unit,
            counts=" ".join(what.words.split()), counts_at=at, of=self.whole(f), precision=precision, sort=f.sort, when=dated[0].id if len(dated) == 1 else None,
            sentence=self.page.passage(self.sent.start, self.sent.end), head=what.head, deed=what.deed,
        )  # fmt: skip

    def unit_words(self) -> list[Found]:
        """ "less than a week", "within an hour": one unit of time where something is said of how much of it."""
        out = []
        for start, end, t in self.spans:
            m = re.search(r"\ban? (hour|day|week|month|year|decade|century)$", self.text[start:end], re.I) if t.sort == "duration" else None
            if m and (k := units.unit_of(m[1])):
                at = start + m.start()
                before = self.text[max(0, at - WIDEST) : at]
                if AT_LEAST.search(before) or AT_MOST.search(before) or ABOUT.search(before):
                    out.append(Found(at, end, 1.0, 1.0, at, k.name, "duration"))
        return out

    def precision(self, f: Found) -> tuple[float | None, float | None, str]:
        before, after = self.text[max(0, f.shown - WIDEST) : f.shown], self.text[f.end : f.end + 12]
        if f.sort == "duration" and DURING.search(before):
            return f.least, f.most, "exact"
        if AT_LEAST.search(before) or OR_MORE.match(after):
            return f.least, None, "at least"
        if AT_MOST.search(before) or OR_LESS.match(after):
            return None, f.most if f.most is not None else f.least, "at most"
        if ABOUT.search(before) or OR_SO.match(after) or f.vague or f.sort == "date range" or ROUND.match(self.text[f.start : f.end]):
            return f.least, f.most, "about"
        return f.least, f.most, "exact"

    def whole(self, f: Found) -> str | None:
        """ "one of two houses": the whole, where a number of it follows; "15% of voters": the voters."""
        m = re.match(r"\s+(?:out )?of\s+(?:the |its |their |all |more than |about |some )?((?:\d[\d,.]*|" + "|".join([*list(numbers.UNITS)[2:], *numbers.TENS]) + r")(?: \w+){1,2})", self.text[f.end : f.end + 60], re.I)
        if m:
            return m[1]
        if f.sort in ("percent", "share") and (m := re.match(r"\s+of\s+((?:the |all |its |their |his |her )?\w+(?: \w+)?)", self.text[f.end : f.end + 60])):
            return m[1]
        return None

    def token(self, at: int) -> Token | None:
        i = bisect_left(self.token_starts, at + 1) - 1
        return self.sent.tokens[i] if i >= 0 and self.sent.tokens[i].end > at else None

    def within(self, start: int, end: int) -> list[Token]:
        i = max(0, bisect_left(self.token_starts, start + 1) - 1)
        out = []
        while i < len(self.sent.tokens) and self.sent.tokens[i].start < end:
            if self.sent.tokens[i].end > start:
                out.append(self.sent.tokens[i])
            i += 1
        return out


MOVES = frozenset("rise fall climb drop increase decrease grow jump soar plunge reach close open end finish stand hit total number exceed surpass top dip slide slip gain lose pass near trade settle swell shrink double".split())
# Written alike in one and in many.
UNCHANGING = frozenset("aircraft personnel staff police crew spacecraft cattle sheep fish offspring series species people folk military youth manpower infantry cavalry clergy audience seat vote km cash tonnage mark level threshold limit target barrier minimum maximum head dead wounded injured".split())
TOLLS = frozenset("toll number count total figure casualty death unemployment turnout majority population strength force rate index score temperature magnitude".split())


def replace_unit(what: Counted, unit: str | None) -> Counted:
    return replace(what, unit=unit)


def in_plain_units(least: float | None, most: float | None, unit: str | None) -> tuple[float | None, float | None, str | None]:
    """Weeks as days, decades as years: so that "within a week" meets "less than seven days"."""
    by, to = {"week": (7.0, "day"), "fortnight": (14.0, "day"), "decade": (10.0, "year"), "night": (1.0, "day")}.get(unit or "", (1.0, unit))
    return (None if least is None else least * by), (None if most is None else most * by), to
