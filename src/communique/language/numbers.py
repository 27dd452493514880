"""A text in, the numbers written in it out: ``find("two and a half million of 2,60,000") -> [2500000.0 at 0..22, 260000.0 at 26..34]``.

Digits in groups of any country's size, decimals, scales ("million", "m", "bn", "lakh"), words, vague words with a range
("dozens", "hundreds of thousands", "several"). What is counted, and whether it is a quantity at all, is read elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
UNITS = {w: float(i) for i, w in enumerate(_ones.split())}
TENS = {w: 10.0 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7, "mn": 1e6, "bn": 1e9, "tn": 1e12,
    "m": 1e6, "k": 1e3, "b": 1e9, "dozen": 12.0,
}  # fmt: skip
ORDINALS = {
    w: float(i)
    for i, w in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth
        eighteenth nineteenth""".split(),
        1,
    )
} | {w: 10.0 * i for i, w in enumerate("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth".split(), 2)}
# A vague word and the least it surely stands for; the most is open, for nobody knows where "dozens" ends.
VAGUE = {"dozens": 12.0, "scores": 20.0, "hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12, "lakhs": 1e5, "crores": 1e7}
FEW = {"several": (3.0, 9.0), "few": (2.0, 6.0), "couple": (2.0, 2.0)}
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

_small = "|".join([*UNITS, *TENS])
_word = rf"(?:(?:{'|'.join(TENS)})[- ](?:{'|'.join(list(UNITS)[1:10])})|{_small})"
_digits = r"\d{1,15}(?:(?:,\d{2,3}){1,6})?(?:\.\d{1,6})?(?:[ -]\d/\d{1,2}(?!\d))?[½¼¾⅓⅔]?|\.\d{1,6}|[½¼¾⅓⅔]"
_scale = r"hundred|thousand|million|billion|trillion|lakh|crore|dozen"
WORDS = (
    rf"(?:(?:{_word}|an?|half an?)(?:[ -](?:and (?:a half|a quarter) )?(?:{_scale}))(?:[ -](?:{_scale}))?"
    rf"(?:(?: and | )(?!(?:one|two) (?:of|other))(?:{_word})(?:[ -](?:{_scale}))?){{0,4}}|{_word}(?: and a (?:half|quarter))?)"
)
NUMBER = re.compile(
    rf"(?<![\w.,])(?:(?:(?:{_digits})(?:[ -]?(?:{_scale}|mn|bn|tn)(?![\w]))?(?: (?:{_scale})(?!\w))?)|"
    rf"(?:tens|hundreds|thousands|millions|dozens|scores) of (?:thousands|millions|billions|lakhs|crores)(?!\w)|(?:{'|'.join(VAGUE)})(?!\w)|"
    rf"(?:{WORDS})(?![\w])|half a dozen(?!\w)|a score(?= of [A-Za-z])|a couple(?: of)?(?!\w)"
    rf"|a few(?: (?:dozen|{_scale}))?(?!\w)|several(?: (?:{_scale})s?)?(?!\w)|few(?: (?:{_scale}))(?!\w))",
    re.I,
)
_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+|\d/\d+|[½¼¾⅓⅔]|[a-z]+", re.I)
_FRACTION = re.compile(r"(\d[\d,]*)?[ -]?(\d)/(\d{1,2})$")


@dataclass(frozen=True, slots=True)
class Number:
    """``least`` and ``most`` are equal where one number is meant; ``most`` is None where it is open ("dozens")."""

    start: int
    end: int
    least: float
    most: float | None
    text: str
    vague: bool = False

    @property
    def value(self) -> float | None:
        return self.least if self.least == self.most else None


def find(text: str) -> list[Number]:
    """Every number of a text, left to right."""
    out = []
    for m in NUMBER.finditer(text):
        got = bounds(m.group())
        if got is not None:
            out.append(Number(m.start(), m.end(), got[0], got[1], m.group(), got[0] != got[1]))
    return out


def bounds(words: str) -> tuple[float, float | None] | None:
    """The least and the most that the words of one number stand for; None where they are no number."""
    low = words.casefold()
    if low == "a score":
        return 20.0, None
    parts = re.findall(r"[a-z]+|\d[\d,.]*", low)
    for few, (least, most) in FEW.items():
        if few in parts:
            by = next(((SCALES | VAGUE)[p] for p in parts if p in VAGUE or (p in SCALES and len(p) > 1)), 1.0)
            return least * by, most * by
    for vague, least in VAGUE.items():
        if (parts and parts[0] == vague) or (len(parts) > 1 and parts[-1] == vague):
            if len(parts) > 2 and parts[1] == "of":
                return ({"tens": 10.0} | VAGUE)[parts[0]] * VAGUE[parts[2]], None
            return least, None
    got = value(low)
    return None if got is None else (got, got)


def value(words: str) -> float | None:
    """One exact number from its words: "2,60,000", "3.2 million", "two hundred and six", "twenty-four", "half a million"."""
    low = words.casefold().strip()
    if m := _FRACTION.search(low):
        whole = float(m[1].replace(",", "")) if m[1] else 0.0
        return whole + int(m[2]) / int(m[3]) if int(m[3]) else None
    total, current, seen = 0.0, 0.0, False
    for t in _TOKEN.findall(low):
        if t[0].isdigit() or t[0] == ".":
            current, seen = float(t.replace(",", "")), True
        elif t in FRACTIONS:
            current, seen = current + FRACTIONS[t], True
        elif t in UNITS or t in TENS:
            current, seen = current + (UNITS.get(t) if t in UNITS else TENS[t]), True  # type: ignore[operator]
        elif t in ("half", "quarter"):
            current, seen = current + (0.5 if t == "half" else 0.25), True
        elif t in SCALES:
            current = (current if seen else 1.0) * SCALES[t]
            seen = True
            if SCALES[t] >= 1e3:
                total, current = total + current, 0.0
        elif t not in ("a", "an", "and", "of"):
            return None
    return total + current if seen else None


def ordinal(word: str) -> float | None:
    """The rank an ordinal tells: "second" -> 2.0, "60th" -> 60.0, "twenty-first" -> 21.0; None for any other word."""
    low = word.casefold()
    if m := re.fullmatch(r"(\d{1,6})(?:st|nd|rd|th)", low.replace(",", "")):
        return float(m[1])
    if low in ORDINALS:
        return ORDINALS[low]
    tens, _, unit = low.partition("-")
    if tens in TENS and unit in ORDINALS and ORDINALS[unit] < 10:
        return TENS[tens] + ORDINALS[unit]
    return None
