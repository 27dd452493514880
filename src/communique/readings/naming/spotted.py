"""A sentence's words in, the names that our tables know, the offices and the runs of capitalised words out, by word index.

"South Korean President Lee Jae Myung" -> Hit(state KOR), Office(president), Run("Lee Jae Myung").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ...language import countries, names, organisations, places, roles, wording
from ...language.tables import Trie
from ..page import Sent
from ..parse import Token

MOST = 7  # words of a name
OF_ONE_STATE = ("National", "Regional", "Provincial", "Municipal")
INITIALS = ("pm", "fm")
DISTRICTS = frozenset("County Counties Township Parish Borough".split())
HEADLINE = 4  # words of content
BEFORE_HYPHEN = ("al", "el", "ul", "as", "ad", "ash")
OF_A_NAME = ("von", "van", "bin", "de", "del", "da", "der", "dos", "ben", "di")  # at the start of a name


@dataclass(frozen=True, slots=True)
class Hit:
    """Words ``first`` to ``last`` stand in a table. ``sort``: state, demonym, capital, seat, place, none, body."""

    first: int
    last: int
    sort: str
    value: Any


@dataclass(frozen=True, slots=True)
class Office:
    first: int
    last: int
    role: roles.Role
    plural: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words that no table knows. ``words`` are folded, hyphens split."""

    first: int
    last: int
    words: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with what was spotted in it; ``hit_at`` and ``office_at`` by the index of any word they cover."""

    sent: Sent
    hits: tuple[Hit, ...]
    offices: tuple[Office, ...]
    runs: tuple[Run, ...]
    hit_at: dict[int, Hit]
    office_at: dict[int, Office]
    headline: bool = False
    tokens: tuple[Token, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tokens", self.sent.tokens)

    def low(self, i: int) -> str:
        """The word at ``i`` in lower case, "" outside the sentence."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def spaced(self, i: int) -> bool:
        """Does white space stand before word ``i``?"""
        return i == 0 or self.tokens[i].start > self.tokens[i - 1].end


# Names that are also a given or family name: beside another name they are part of it ("Michael Jordan", "Chad Bown").
CAPS = re.compile(r"^[A-Z0-9&.]{2,}$")
SYLLABLE = re.compile(r"^(?!led$|run$)(?:[bcdfghjklmnpqrstwxyz]{0,2}h?[aeiouwy]{1,4}(?:ng|n|k|c|l|m|p|b|h|r|wan|wang|won)?)$")
PERSONAL = re.compile(r"^[^\W\d_][\w'.’-]*$")


@lru_cache(maxsize=1)
def trie() -> Trie[tuple[str, Any]]:
    """All tables of names in one; where two enter the same name the first keeps it."""
    t: Trie[tuple[str, Any]] = Trie()
    for name, value in places.table()["none"].items():
        t.add(name, ("none", value))
    for name, found in countries.names().items():
        if name not in places.seats():
            t.add(name, (found.form, found.iso3))
    for name, code in places.seats().items():
        t.add(name, ("seat", code))
    for name, code in places.within().items():
        t.add(name, ("place", code))
    for name, body in organisations.known().items():
        t.add(name, ("body", body))
        if "-" in name and " " not in name:  # the parser keeps "G-20" whole
            t.top.setdefault(name, {}).setdefault("", ("body", body))
    return t


def spot(sent: Sent) -> Line:
    """Everything the tables and the capitals show in one sentence."""
    tokens = sent.tokens
    words = [t.text for t in tokens]
    low = [t.low for t in tokens]
    offices = _offices(low, words)
    office_at = {i: o for o in offices for i in range(o.first, o.last + 1)}
    hits = _hits(words, low, office_at)
    hit_at = {i: h for h in hits for i in range(h.first, h.last + 1)}
    if headline(tokens):
        return Line(sent, hits, offices, (), hit_at, office_at, headline=True)
    line = Line(sent, hits, offices, (), hit_at, office_at)
    return Line(sent, hits, offices, _runs(line), hit_at, office_at)


def headline(tokens: tuple[Token, ...]) -> bool:
    """Is every word of content capitalised, as in a title? Capitals then show no names."""
    content = [t for t in tokens if t.pos in ("NOUN", "VERB", "ADJ", "PROPN", "ADV") and t.text[0].isalpha() and len(t.text) > 2]
    if len(content) < HEADLINE or not tokens or tokens[-1].text in (".", '."'):
        return False
    return all(t.text[0].isupper() for t in content if t.start and tokens[t.i - 1].text != "-") and any(
        t.pos in ("NOUN", "VERB", "ADJ", "ADV") for t in content
    )


def _offices(low: list[str], words: list[str]) -> tuple[Office, ...]:
    out = []
    i, first = 0, roles.trie().top
    while i < len(low):
        found = roles.find(low, i) if low[i] in first else None
        if found is None or (found[0] == 1 and words[i].isupper() and len(words[i]) > 3):
            i += 1
            continue
        n, role = found
        if role.name in INITIALS and (not words[i].isupper() or (i > 0 and low[i - 1][:1].isdigit())):
            i += 1
            continue  # "at 5 PM"
        out.append(Office(i, i + n - 1, role, low[i + n - 1].endswith("s") and not role.name.endswith("s") and role.name != low[i + n - 1]))
        i += n
    return tuple(out)


def _hits(words: list[str], low: list[str], office_at: dict[int, Office]) -> tuple[Hit, ...]:
    out = []
    t = trie()
    i = 0
    while i < len(words):
        w = words[i]
        found = t.longest(words, i) if w in t.top else None
        if found is None:
            stem = w.partition("-")[0]
            if stem != w and (part := t.longest([stem], 0)) and part[1][0] in ("state", "demonym"):  # "U.S.-led" is one word
                out.append(Hit(i, i, "demonym", part[1][1]))
            i += 1
            continue
        n, (sort, value) = found
        ours = sort == "body" and i > 0 and words[i - 1] in OF_ONE_STATE
        if ours or (n == 1 and _personal(words, low, i, office_at)) or _of_a_longer_name(words, i, n, sort, value):
            i += 1
            continue  # "National Security Council" is not the Security Council
        out.append(Hit(i, i + n - 1, sort, value))
        i += n
    return tuple(out)


def _of_a_longer_name(words: list[str], i: int, n: int, sort: str, value: Any) -> bool:
    """A "National Security Council" is some state's, not the UN's; "Athens County" is no capital."""
    before, after = words[i - 1] if i else "", words[i + n] if i + n < len(words) else ""
    if sort == "body":
        return value.sector == "IGO" and value.country is None and before in ("National", "Supreme", "Federal")
    return sort in ("capital", "seat") and after in DISTRICTS


def _personal(words: list[str], low: list[str], i: int, office_at: dict[int, Office]) -> bool:
    """Is a place's name part of a person's here?"""
    w = words[i]
    after = words[i + 1] if i + 1 < len(words) else ""
    before = words[i - 1] if i else ""
    if w in wording.words("place_or_family") and before[:1].isupper() and names.fold(before) in names.given() and before not in trie().top:
        return True
    if w in wording.words("place_or_family") and low[i - 1 : i] and low[i - 1] in ("mr.", "mrs.", "ms.", "mr", "ms", "mrs"):
        return True
    if w in wording.words("place_or_given") and after[:1].isupper() and after.isalpha() and not after.isupper() and after not in trie().top:
        return (
            i + 1 not in office_at
            and after not in organisations.words()
            and low[i + 1] not in wording.words("never_name")
            and after not in ("River", "Valley", "Street", "Avenue", "State", "Times", "Republicans", "Democrats")
        )
    return False


def _runs(line: Line) -> tuple[Run, ...]:
    out = []
    i = 0
    while i < len(line.tokens):
        word = line.tokens[i].text
        end = _run_end(line, i) if word[:1].isupper() or word in BEFORE_HYPHEN or word in OF_A_NAME else None
        if end is None:
            i += 1
            continue
        toks = line.tokens[i : end + 1]
        text = line_text(line, i, end)
        if len(toks) <= 2 * MOST:
            out.append(Run(i, end, names.tokens(text), text))
        i = end + 1
    return tuple(out)


def line_text(line: Line, first: int, last: int) -> str:
    """Words ``first`` to ``last`` with the white space between them made one blank."""
    return "".join((" " if k > first and line.spaced(k) else "") + line.tokens[k].text for k in range(first, last + 1))


def _run_end(line: Line, i: int) -> int | None:
    """Where the run that begins at word ``i`` ends; None where none begins there."""
    if not (_nameable(line, i) or _particle_start(line, i)):
        return None
    end = i
    k = i + 1
    while k < len(line.tokens):
        t = line.tokens[k]
        if t.text in ("-", "‐", "‑", "–") and not line.spaced(k) and k + 1 < len(line.tokens) and not line.spaced(k + 1):
            nxt = line.tokens[k + 1]
            if _nameable(line, k + 1) or ((nxt.text.islower() or nxt.text.istitle()) and SYLLABLE.match(nxt.text.lower()) and k + 1 not in line.hit_at):
                end, k = k + 1, k + 2
                continue
            break
        if line.spaced(k) and _nameable(line, k):
            end, k = k, k + 1
        elif t.low in names.PARTICLES and t.text.islower() and _after_particles(line, k):
            k += 1
        else:
            break
    return end


def _after_particles(line: Line, k: int) -> bool:
    """Do particles lead from word ``k`` to a name? ("bin" in "Mohammed bin Salman"; never "at" in "Lee at Nara")"""
    if line.tokens[k].low in ("at", "as", "as", "do", "la", "le", "so", "ad") and not (k + 1 < len(line.tokens) and line.tokens[k + 1].text == "-"):
        return line.tokens[k].low in ("do", "la", "le") and line.low(k - 1) in ("de", "da") and _nameable(line, k + 1)
    j = k + 1
    while j < len(line.tokens) and (line.tokens[j].low in names.PARTICLES or line.tokens[j].text == "-") and j < k + 4:
        if _nameable(line, j):
            return True
        j += 1
    return j < len(line.tokens) and _nameable(line, j)


def _particle_start(line: Line, i: int) -> bool:
    """As in "al-Assad", "von der Leyen", "de Klerk" at the start of a run."""
    t = line.tokens[i]
    if t.text in BEFORE_HYPHEN and i + 1 < len(line.tokens) and line.tokens[i + 1].text == "-":
        return i + 2 < len(line.tokens) and _nameable(line, i + 2)
    return (
        t.text in OF_A_NAME
        and t.pos in ("PROPN", "X", "NOUN", "ADP")
        and i not in line.hit_at
        and _after_particles(line, i)
    )


def _nameable(line: Line, i: int) -> bool:
    """May word ``i`` be part of a person's or a body's name that no table knows?"""
    if i in line.hit_at or i >= len(line.tokens):
        return False
    t = line.tokens[i]
    w = t.text
    if not w[:1].isupper() or not PERSONAL.match(w) or t.low in wording.words("never_name"):
        return False
    if i in line.office_at and not _office_as_name(line, i):
        return False
    if CAPS.match(w) and not names.INITIAL.match(w):
        return False
    if t.pos == "PROPN":
        return True
    return i > 0 and line.tokens[i - 1].text not in ('"', "'", "“", ":", "``") and t.pos in ("NOUN", "ADJ", "X", "VERB", "ADV", "INTJ")


def _office_as_name(line: Line, i: int) -> bool:
    """As in "Martin Luther King", "Billie Jean Judge": a word of office that ends a name."""
    o = line.office_at[i]
    if o.first != o.last or i == 0 or not line.spaced(i) or line.tokens[i - 1].text[:1].islower():
        return False
    before = line.tokens[i - 1]
    after = line.tokens[i + 1].text if i + 1 < len(line.tokens) else ""
    return names.fold(before.text) in names.given() and i - 1 not in line.office_at and not after[:1].isupper()
