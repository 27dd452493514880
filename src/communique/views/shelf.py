"""A record and a story in, its rows at hand out: the numbers and names of its sources, and slots in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..language.countries import title
from ..model.actor import Actor
from ..model.passage import Passage
from ..model.record import Record, Row, Value
from .lines import Cite

WEEK, SEASON = re.compile(r"(\d{4})-W(\d\d)"), re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter", "H1": "first half of", "H2": "second half of"}
NAMING = ("participants", "parties", "actors", "form", "place", "name", "as_written", "action", "about")  # slots whose words a reader looks for in the sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One story's rows by list, and the numbers and names of its sources."""

    record: Record
    story: Row
    rows: tuple[Row, ...]
    articles: Mapping[str, Row]
    origins: Mapping[str, Row]
    numbers: Mapping[str, int]

    @classmethod
    def of(cls, record: Record, story: Row) -> Shelf:
        ids = {str(x) for x in many(story.get("articles"))}
        here = {r.id: r for r in record.of("articles", story.id or None) or record.of_ids("articles", ids) if r.id in ids}
        wanted = {str(r.get("origin")) for r in here.values()}
        origins = {r.id: r for r in record.of_ids("origins", wanted)}
        ranked = sorted(origins.values(), key=lambda o: (-len(many(o.get("articles"))), o.id))
        ordered = [a for o in ranked for a in in_order(o) if a in here]
        rows = tuple(r for r in record.told_in(story.id) if r.evidence and not judged_wrong(r))
        return cls(record=record, story=story, rows=rows, articles=here, origins=origins, numbers={a: i for i, a in enumerate(dict.fromkeys(ordered), 1)})

    def of_list(self, name: str) -> list[Row]:
        return [r for r in self.rows if r.list == name]

    def origin(self, article: str) -> str:
        row = self.articles.get(article)
        return str(row.get("origin")) if row else ""

    def origin_name(self, origin: str) -> str:
        row = self.origins.get(origin)
        if row is None:
            return "unknown origin"
        name = row.get("name")
        label = str(name) if name else f"unnamed outlet ({', '.join(self.label(str(a)) for a in many(row.get('articles')))})"
        if not row.get("second_hand"):
            return label
        return f"{label}, second-hand via {row.get('via')}" if row.get("via") else f"{label}, second-hand"

    def state_name(self, code: str | None) -> str:
        """A state as these articles call it; its usual name where none does."""
        slots = ("speaker", "participants", "parties", "actors", "actor", "recipient", "members")
        named = (a for r in self.rows for s in slots for a in many(r.get(s)) if isinstance(a, Actor) and a.kind == "state")
        return next((a.name for a in named if a.country == code and a.name), title(code)) if code else ""

    def label(self, article: str) -> str:
        """How a person would call the article: outlet, else the file's name."""
        row = self.articles.get(article)
        if row is None:
            return article
        return str(row.get("outlet") or _stem(str(row.get("source") or article)))

    def cite(self, p: Passage) -> Cite:
        origin, s = self.origin(p.article), self.sentence(p)
        return Cite(
            number=self.numbers.get(p.article, 0),
            article=p.article,
            origin=origin,
            origin_name=self.origin_name(origin),
            words=p.text,
            start=p.start,
            end=p.end,
            before=s.text[: p.start - s.start],
            after=s.text[p.end - s.start :],
        )

    def cites(self, passages: Iterable[Passage]) -> tuple[Cite, ...]:
        """One citation for each article, the first of its passages, in the order of the source list."""
        first: dict[str, Passage] = {}
        for p in sorted(passages):
            first.setdefault(p.article, p)
        return tuple(sorted((self.cite(p) for p in first.values()), key=lambda c: (c.number, c.start)))

    def sentence(self, p: Passage) -> Passage:
        return self.record.sentences(p)

    def telling(self, row: Row, passages: Sequence[Passage] | None = None) -> Passage:
        """Of the sentences that a row rests on the one that names most of what the row says; among equals the first."""
        wanted = {w for slot in NAMING for v in many(row.get(slot)) for w in text_of(v).lower().split() if len(w) > 2}
        found = {self.sentence(p): None for p in sorted(passages or row.evidence)}
        return max(found, key=lambda s: len(wanted & {w.strip(".,;:“”\"'’") for w in s.text.lower().replace("’s", "").replace("'s", "").split()}))

    def attested(self, row: Row) -> int:
        """How many independent accounts carry the row."""
        return len({self.origin(p.article) for p in row.evidence} - {""})

    def ranked(self, name: str) -> list[Row]:
        """The rows of one list, most attested first, then as the text has them."""
        return sorted(self.of_list(name), key=lambda r: (-self.attested(r), min(r.evidence).start, r.id))


def judged_wrong(row: Row) -> bool:
    """Whether a person said so: the row stays in the record, and leaves the pages."""
    mark = row.get("reviewed")
    return isinstance(mark, Mapping) and mark.get("verdict") == "wrong"


def in_order(origin: Row) -> list[str]:
    """The articles of an origin, earliest first where the order is known; those it says nothing of after them."""
    return list(dict.fromkeys(str(a) for slot in ("order", "articles") for a in many(origin.get(slot))))


def many(value: Value) -> Sequence[Value]:
    """A slot that holds several values, as a sequence; empty where it holds none."""
    return value if isinstance(value, tuple) else () if value is None else (value,)


def name_of(value: Value) -> str:
    """An actor as a person would say it; '' for none."""
    if isinstance(value, Actor):
        return value.name or value.as_written
    return text_of(value)


def text_of(value: Value) -> str:
    """A slot in words: a passage's own, an actor's name, a list joined by commas."""
    if value is None:
        return ""
    if isinstance(value, Passage):
        return " ".join(value.text.split())
    if isinstance(value, Actor):
        return value.name or value.as_written
    if isinstance(value, tuple):
        return ", ".join(filter(None, map(text_of, value)))
    if isinstance(value, Mapping):
        return text_of(value.get("as_written") or value.get("value") or value.get("day") or value.get("text"))
    if isinstance(value, float) and value.is_integer():
        return f"{int(value):,}"
    return str(value)


def day(value: Value) -> str:
    """A time without its part of the day, as a reader wants it: ``2018-07-08TEV -> 2018-07-08``."""
    text = text_of(value)
    return text.split("T")[0] if text[:4].isdigit() else text


def when(value: Value) -> str:
    """A time as a reader says it: ``2026-W02 -> week of 2026-01-05``, ``2025-SU -> summer 2025``; "now" and what has no year are no days."""
    text = day(value)
    if m := WEEK.fullmatch(text):
        return f"week of {date.fromisocalendar(int(m[1]), int(m[2]), 1).isoformat()}" if 0 < int(m[2]) < 53 else text
    if m := SEASON.fullmatch(text):
        return f"{SEASONS.get(m[2], m[2])} {m[1]}"
    return "" if text.endswith("_REF") or text.startswith("XXXX") else text


def one_line(p: Passage) -> str:
    return " ".join(p.text.split())


def spoken(row: Row) -> str:
    """Quoted words, parts of a split quotation joined by an ellipsis; what is only reported with who says so, since the words are the article's."""
    parts = [one_line(p) for p in many(row.get("content")) if isinstance(p, Passage)]
    if row.get("mode") != "direct" or not parts:
        return one_line(min(row.evidence))
    return " … ".join(map(_inner, parts))


def _inner(words: str) -> str:
    """One quotation without its own marks and the comma before the cue: the line sets marks around the whole."""
    return words.strip('“”" ').rstrip(",").rstrip() if words[:1] in '“"' and words[-1:] in '”"' else words


def counted(n: int, thing: str) -> str:
    """``counted(3, "origin") -> "3 origins"``."""
    return f"{n} {thing}" + ("" if n == 1 else "s")


def not_found(looked: int, cut: int) -> str:
    """In how many texts a thing was looked for. Of most it is not known whether they are complete, so none is called so."""
    return f"not found in {counted(looked, 'text')}" + (f" and {cut} cut" if cut else "")


def headline(title: Value, width: int = 110) -> str:
    """A title as a heading: a whole sentence that stands in for one is cut at a word and says so."""
    words = text_of(title).split()
    if len(" ".join(words)) <= width:
        return " ".join(words)
    while len(" ".join(words)) >= width:
        words.pop()
    return " ".join(words).rstrip(",;:–-") + " …"


def _stem(source: str) -> str:
    return source.rsplit("/", 1)[-1].removesuffix(".txt")
