"""A text in, its temporal expressions out: ``find("on Tuesday, three days ago") -> ["weekday 2", "shift -3 D"]`` with their offsets.

Nothing here knows an article: which Tuesday is meant, ``bind`` tells (from ``timeml``), given the day of writing and the tense.
The rules are data (``lexicon/dates.toml``). A rule runs only where one of its trigger words stands in the text, so a sentence
without times costs one scan of its words.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from . import date_makers
from .date_words import fragments, triggers
from .timeml import Span, bind, extent

__all__ = ["Expression", "Span", "bind", "extent", "find"]


@dataclass(frozen=True, slots=True)
class Expression:
    """``canon`` is what ``bind`` understands. ``sort``: date, time, duration, set. ``anchor``: none, document, other expression.

    ``granularity``: time, day, week, month, quarter, season, year, decade, century, duration, set, reference.
    """

    start: int
    end: int
    text: str
    canon: str
    sort: str
    granularity: str
    anchor: str
    rule: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of the lexicon, its pattern compiled."""

    name: str
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    make: date_makers.Maker


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in the order of the lexicon; of two matches equally long the earlier rule's stands."""
    parts = fragments()
    entries = tomllib.loads((files(__package__) / "lexicon" / "dates.toml").read_text(encoding="utf-8"))["rule"]
    return tuple(Rule(e["name"], frozenset(e["triggers"].split()), _compile(e["pattern"], parts), date_makers.MAKERS[e["make"]]) for e in entries)


def _compile(pattern: str, parts: dict[str, str]) -> re.Pattern[str]:
    """A lexicon pattern with its fragments filled in; a line may break between any two words."""
    whole = re.sub(r"\{([a-z_]+)\}", lambda m: parts[m[1]], pattern).replace(" ", r"\s")
    return re.compile(rf"(?<![\w.$€£¥-])(?:{whole})", re.IGNORECASE)


TRIGGER = triggers()
_SCAN = re.compile(r"(?<= )[BA]\.[CD]\.|[ap]\.m\b|[A-Za-z]+|\d{1,2}:\d\d|\d+['’]?s?\b|\d+[ap]m\b|['’]\d0s")
YEAR_WIDTH = 4


def classes(text: str) -> set[str]:
    """Which kinds of trigger words a text holds."""
    out: set[str] = set()
    for w in _SCAN.findall(text):
        if w[0].isdigit() or w[0] in "'’":
            if ":" in w or w[-2:].lower() in ("am", "pm"):
                out.add("clock")
            elif w.endswith("s"):
                out.add("decade")
            elif len(w) == YEAR_WIDTH:
                out.add("digit")
        elif "." in w:
            out.add("era" if w[0] in "BA" else "clock")
        elif kinds := TRIGGER.get(w.lower()):
            out |= kinds
    return out


def find(text: str) -> list[Expression]:
    """The temporal expressions of a text in text order; where two overlap, the longer stands."""
    kinds = classes(text)
    hits: list[tuple[int, int, int, Expression]] = []
    for order, rule in enumerate(rules() if kinds else ()):
        if not rule.triggers & kinds:
            continue
        for m in rule.pattern.finditer(text):
            made = rule.make(m)
            if made is not None:
                start, end = _trim(text, m)
                hits.append((start, start - end, order, Expression(start, end, text[start:end], *made, rule.name)))
    return _longest(hits)


_LEAD = re.compile(
    r"(?:in|by|since|until|till|from|during|of|through|after|before|between|and|to|on|at|over|for|within|take|took|around|circa|year)\s+(?=\S)", re.IGNORECASE
)


def _trim(text: str, m: re.Match[str]) -> tuple[int, int]:
    """The match without a leading preposition (kept where a range needs it: "between 1910 and 1945")."""
    start, end = m.span()
    lead = _LEAD.match(text, start, end)
    if lead and (text[start : start + 7].lower() != "between" or not re.search(r"\band\b", text[start:end])):
        start = lead.end()
    while end > start and text[end - 1] in " ,\n":
        end -= 1
    return start, end


def _longest(hits: list[tuple[int, int, int, Expression]]) -> list[Expression]:
    """Of the hits that overlap, the longest; of equals, the one of the earlier rule."""
    out: list[Expression] = []
    for _, _, _, e in sorted(hits, key=lambda h: h[:3]):
        while out and out[-1].end > e.start and (e.end - e.start) > (out[-1].end - out[-1].start):
            out.pop()
        if not out or out[-1].end <= e.start:
            out.append(e)
    return out
