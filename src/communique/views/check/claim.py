"""A claim in, which independent origins carry it, which say it with another value or deny it, and where it was not found, out. No verdict."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from ...model.passage import Passage
from ...model.record import Record, Row
from ..lines import Line
from ..shelf import Shelf, one_line, text_of
from .words import Words, words

CARRIES, NEAR = 0.62, 0.5  # share of the claim's content words, weighted by rarity, that one sentence holds
MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """One sentence beside the claim. ``how``: carries, other value, denies, speaks of it (near, too little to say)."""

    how: str
    share: float
    origin: str
    origin_name: str
    second_hand: bool
    line: Line
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """``carry``/``contradict`` count independent origins. ``looked``/``cut``: texts looked through, those known to be cut apart, without finding it."""

    text: str
    sentences: tuple[Carried, ...]
    carry: int
    contradict: int
    looked: int
    cut: int


def make(record: Record, text: str) -> Claim:
    """The claim against every sentence of the record's articles; of each origin and answer the best sentence."""
    wanted = words(text)
    found = [s for story in record.of("stories") for s in _sentences(Shelf.of(record, story))]
    rare = _rarity([w for _, _, w in found])
    counted = _counted(record, wanted)
    hits = [hit for shelf, p, w in found if (hit := _beside(shelf, p, wanted, w, rare, counted))]
    best: dict[tuple[str, str], Carried] = {}
    for hit in sorted(hits, key=lambda h: (-h.share, h.line.cites[0].article, h.line.cites[0].start)):
        best.setdefault((hit.origin, hit.how), hit)
    told = {h.origin for h in best.values() if h.how == "carries"}
    # An origin that carries the claim is not also one that speaks of it.
    kept = [h for h in best.values() if h.how != "speaks of it" or h.origin not in told]
    order = {"carries": 0, "other value": 1, "denies": 2, "speaks of it": 3}
    kept.sort(key=lambda h: (order[h.how], -h.share, h.origin))
    silent = _silent(record, {h.origin for h in kept if h.how != "speaks of it"})
    return Claim(
        text=text,
        sentences=tuple(kept[:MOST]),
        carry=len(told),
        contradict=len({h.origin for h in kept if h.how in ("other value", "denies")} - told),
        looked=sum(1 for a in silent if a.get("complete") is not False),
        cut=sum(1 for a in silent if a.get("complete") is False),
    )


Counted = dict[str, list[tuple[Passage, frozenset[str]]]]


def _counted(record: Record, wanted: Words) -> Counted:
    """Figures of the record that count something the claim speaks of, by article: the passage and its values."""
    out: Counted = {}
    for r in record.of("figures"):
        if words(f"{text_of(r.get('counts'))} {text_of(r.get('unit'))}").stems & wanted.stems:
            values = frozenset(f"{v:g}" for k in ("value", "min", "max") if isinstance(v := r.get(k), int | float))
            for p in r.evidence:
                out.setdefault(p.article, []).append((p, values))
    return out


def _silent(record: Record, spoken: set[str]) -> list[Row]:
    return [a for a in record.of("articles") if str(a.get("origin")) not in spoken]


def _sentences(shelf: Shelf) -> list[tuple[Shelf, Passage, Words]]:
    out = []
    for article in shelf.articles:
        layout = shelf.record.layouts.get(article)
        for s in layout.sentences if layout else ():
            p = Passage(layout.document, s.start, s.end) if layout else None
            if p:
                out.append((shelf, p, words(p.text)))
    return out


def _rarity(all_words: list[Words]) -> dict[str, float]:
    count: dict[str, int] = {}
    for w in all_words:
        for stem in w.stems:
            count[stem] = count.get(stem, 0) + 1
    return {stem: log(1 + len(all_words) / n) for stem, n in count.items()}


def _beside(shelf: Shelf, p: Passage, wanted: Words, have: Words, rare: dict[str, float], counted: Counted) -> Carried | None:
    weight = {w: rare.get(w, log(1 + len(rare) + 1)) for w in wanted.stems}
    total = sum(weight.values())
    share = sum(weight[w] for w in wanted.stems & have.stems) / total if total else 0.0
    if share < NEAR or not wanted.stems:
        return None
    theirs = frozenset(v for at, values in counted.get(p.article, ()) if at.overlaps(p) for v in values)
    how, why = _how(wanted, have, share, theirs)
    origin = shelf.origin(p.article)
    line = Line(row="", words=one_line(p), origins=1, cites=(shelf.cite(p),))
    second = bool((row := shelf.origins.get(origin)) and row.get("second_hand"))
    return Carried(how=how, share=share, origin=origin, origin_name=shelf.origin_name(origin), second_hand=second, line=line, why=why)


def _how(wanted: Words, have: Words, share: float, counted: frozenset[str]) -> tuple[str, str]:
    """``counted``: the values that the sentence gives for what the claim counts; another number in it is no other value."""
    missing = sorted(wanted.names - have.stems)
    if share < CARRIES or missing:
        return "speaks of it", f"without {', '.join(missing)}" if missing else "not enough of the claim's words"
    if wanted.numbers - have.numbers:
        theirs, ours = sorted(counted - wanted.numbers, key=float), sorted(wanted.numbers - have.numbers, key=float)
        return ("other value", f"{', '.join(theirs)} instead of {', '.join(ours)}") if theirs else ("speaks of it", "without that number")
    if wanted.denies != have.denies:
        return "denies", "one of the two is a denial"
    return "carries", ""
