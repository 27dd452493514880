"""Casefile and rows in, what was looked for and not found out: ``find(casefile, rows)``.

An absence is a claim about our reading: "not found in N texts and M cut". So it is not enough that no row of another account was
joined: the words themselves are looked for in every sentence of the others, and whatever is half there is taken as there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ..model.actor import Actor
from ..model.casefile import Casefile, Story
from ..model.ids import make_id
from ..model.passage import Passage
from ..model.record import Row, Value
from .articles import complete
from .vectors import idf, terms

LISTS = ("commitments", "meetings", "figures", "statements")  # in the order in which one is kept of several on one sentence
FOUND = 0.35  # share of a row's telling weight in one sentence and its neighbour, to count as told
ANYWHERE = 0.5  # the same share over a whole article: its words are there, if not side by side
RARE = 4.5  # idf of a word that names a thing rather than a manner
TELLING = 2.0  # idf under which a word tells nothing
ENOUGH = 3  # telling words that a row must have to be looked for
COUNTED = 10  # "two diplomats" is no figure to miss
QUOTED = 6  # words of a statement that is worth an absence of its own
NEW = 2  # rare words that no other account has
HEARD = 5  # the same, where other accounts quote the same speaker: another translation shares few words
LETTERS = 6  # a longer word is looked for by its first letters: intervene, intervention


Heard = Mapping[str, set[str]]  # actor key -> origins


@dataclass(slots=True)
class Shelf:
    """The sentences of one story's articles by their telling words."""

    words: dict[tuple[str, int], frozenset[str]] = field(default_factory=dict)
    places: dict[str, dict[str, list[int]]] = field(default_factory=dict)  # word -> article -> its sentences

    @classmethod
    def of(cls, case: Casefile, ids: Iterable[str]) -> Shelf:
        made = cls()
        for i in ids:
            layout = case.articles[i].layout
            for n, s in enumerate(layout.sentences):
                found = frozenset(stems(layout.document.text[s.start : s.end]))
                made.words[i, n] = found
                for w in found:
                    made.places.setdefault(w, {}).setdefault(i, []).append(n)
        return made

    def most(self, wanted: Mapping[str, float], article: str) -> float:
        """The greatest share of the wanted weight in any two neighbouring sentences of an article."""
        at = {n for w in wanted for n in self.places.get(w, {}).get(article, ())}
        total = sum(wanted.values())
        best = 0.0
        for n in at:
            both = self.words[article, n] | self.words.get((article, n + 1), frozenset())
            best = max(best, sum(v for w, v in wanted.items() if w in both) / total)
        return best

    def anywhere(self, wanted: Mapping[str, float], article: str) -> float:
        """The share of the wanted weight that stands in an article at all."""
        return sum(v for w, v in wanted.items() if self.has(w, article)) / sum(wanted.values())

    def has(self, word: str, article: str) -> bool:
        return article in self.places.get(word, ())


def stems(text: str) -> dict[str, float]:
    """Words as they are looked for, with their weight: without accents, cut to their first letters, compounds also in parts."""
    plain = text if text.isascii() else "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    out: dict[str, float] = {}
    for word in terms(plain):
        for stem, weight in _stems(word):
            out[stem] = max(out.get(stem, 0.0), weight)
    return out


@lru_cache(maxsize=1 << 16)
def _stems(word: str) -> tuple[tuple[str, float], ...]:
    """One word's, and those of its parts."""
    return tuple((part[:LETTERS], idf(part)) for part in dict.fromkeys((word, *word.split("-"))) if part)


def find(case: Casefile, rows: Sequence[Row]) -> list[Row]:
    out: list[Row] = []
    heard = _speakers(case, rows)
    told = _by_story(case, rows)
    for story in case.stories:
        own = _of_story(case, story, told.get(story.id, ()))
        if len({case.origin(i) for i in story.articles}) > 1:
            shelf = Shelf.of(case, story.articles)
            out.extend(_one_a_sentence(case, [r for what in own if (r := _only(case, story, what, own[what], shelf, heard))]))
        out.extend(_dropped(case, own))
    return out


def _by_story(case: Casefile, rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Rows by the story of their first passage."""
    out: dict[str, list[Row]] = {}
    for r in rows:
        story = case.story_of(r.evidence[0].article) if r.evidence else None
        if story:
            out.setdefault(story.id, []).append(r)
    return out


def _of_story(case: Casefile, story: Story, rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Rows worth looking for, those of one utterance or one counted thing together, by the id of the first."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for r in rows:
        if r.list in LISTS and r.evidence and all(p.article in story.articles for p in r.evidence) and _worth(r):
            groups.setdefault((r.list, str(r.get("utterance") or r.get("same") or r.id)), []).append(r)
    in_order = sorted(groups.items(), key=lambda g: (LISTS.index(g[0][0]), g[0][1]))
    return {min(r.id for r in rs): sorted(rs, key=lambda r: r.id) for _, rs in in_order}


def _one_a_sentence(case: Casefile, found: Sequence[Row]) -> Iterable[Row]:
    """Of several rows on the same sentences the first kind."""
    taken: set[tuple[str, int]] = set()
    for r in found:
        own = {(p.article, n) for p in r.evidence for n, s in enumerate(case.articles[p.article].layout.sentences) if s.start < p.end and p.start < s.end}
        if not own & taken:
            yield r
        taken |= own


def _worth(r: Row) -> bool:
    if r.list == "figures":
        value = r.get("value") or r.get("min") or r.get("max")
        return r.get("kind") in ("count", "money", "percent") and isinstance(value, int | float) and value >= COUNTED
    if r.list == "statements":  # paraphrases of one remark share few words
        return r.get("mode") != "indirect" and sum(len(p.text.split()) for p in _content(r)) >= QUOTED
    return r.list != "meetings" or r.get("form") not in ("interview", None)


def _content(r: Row) -> tuple[Passage, ...]:
    content = r.get("content")
    return tuple(p for p in content if isinstance(p, Passage)) if isinstance(content, tuple) else r.evidence


def _wanted(case: Casefile, rows: Sequence[Row]) -> dict[str, float]:
    """The telling words of what the rows say, rare ones weighing more. Words of the whole sentence where the row has few of its own."""
    found: dict[str, float] = {}
    for text in (p.text for r in rows for p in _content(r)):
        found |= stems(text)
    if sum(v >= TELLING for v in found.values()) < 2 * ENOUGH or any(r.list == "figures" for r in rows):
        for p in (p for r in rows for p in r.evidence):
            found |= stems(_sentence(case, p))
    return {w: v for w, v in sorted(found.items()) if v >= TELLING}


def _sentence(case: Casefile, p: Passage) -> str:
    layout = case.articles[p.article].layout
    return " ".join(layout.document.text[s.start : s.end] for s in layout.sentences if s.start < p.end and p.start < s.end)


def _speakers(case: Casefile, rows: Sequence[Row]) -> Heard:
    """Each speaker and the origins that quote them."""
    out: dict[str, set[str]] = {}
    for r in rows:
        who = r.get("speaker")
        if r.list == "statements" and isinstance(who, Actor):
            out.setdefault(who.key, set()).update(case.origin(p.article) for p in r.evidence)
    return out


def _heard(rows: Sequence[Row], heard: Heard) -> bool:
    return any(r.list == "statements" and isinstance(who := r.get("speaker"), Actor) and len(heard.get(who.key, ())) > 1 for r in rows)


def _only(case: Casefile, story: Story, what: str, rows: Sequence[Row], shelf: Shelf, heard: Heard) -> Row | None:
    """What one origin tells and no sentence of another comes near."""
    evidence = tuple(p for r in rows for p in r.evidence)
    origins = {case.origin(p.article) for p in evidence}
    if len(origins) != 1:
        return None
    wanted = _wanted(case, rows)
    others = [i for i in story.articles if case.origin(i) not in origins]
    if len(wanted) < ENOUGH or all(complete(case.articles[i]) is False for i in others):
        return None
    if any(shelf.most(wanted, i) >= FOUND or shelf.anywhere(wanted, i) >= ANYWHERE for i in others):
        return None
    if sum(v >= RARE and not any(shelf.has(w, i) for i in others) for w, v in wanted.items()) < (HEARD if _heard(rows, heard) else NEW):
        return None
    return _row(case, story.id, what, "only one origin", evidence, others)


def _dropped(case: Casefile, own: Mapping[str, list[Row]]) -> Iterable[Row]:
    """What earlier versions tell and no later one does: dropped, not taken back."""
    shelves: dict[frozenset[str], Shelf] = {}
    after = _after(case)
    for what, rows in own.items():
        evidence = tuple(p for r in rows for p in r.evidence)
        told = {p.article for p in evidence}
        later = _later(after, told)
        if not later or told & later or any(complete(case.articles[i]) is False for i in later):
            continue
        wanted = _wanted(case, rows)
        if len(wanted) < ENOUGH:
            continue
        if frozenset(later) not in shelves:
            shelves[frozenset(later)] = Shelf.of(case, later)
        shelf = shelves[frozenset(later)]
        if all(shelf.most(wanted, i) < FOUND for i in later):
            yield _row(case, rows[0].story, what, "dropped", evidence, sorted(later))


def _after(case: Casefile) -> dict[str, list[str]]:
    """Article -> the versions made from it."""
    after: dict[str, list[str]] = {}
    for new, old in case.lineage.revises.items():
        after.setdefault(old, []).append(new)
    return after


def _later(after: Mapping[str, Sequence[str]], told: set[str]) -> set[str]:
    """The versions that were made from those that tell it."""
    found: set[str] = set()
    todo = sorted(told)
    while todo:
        for new in after.get(todo.pop(), ()):
            if new not in found:
                found.add(new)
                todo.append(new)
    return found - told if told - found else set()


def _row(case: Casefile, story: str | None, what: str, kind: str, evidence: Sequence[Passage], looked: Sequence[str]) -> Row:
    cut = tuple(i for i in looked if complete(case.articles[i]) is False)
    slots: dict[str, Value] = {"what": what, "kind": kind, "complete_texts": tuple(i for i in looked if i not in cut), "cut_texts": cut}
    return Row(list="absences", id=make_id("absence", kind, what), story=story, evidence=tuple(sorted(set(evidence))), slots=slots)
