"""Statements in, which of them are one thing said once out: one id for each utterance, the kind of variant, and why.

Speaker first, then wording (words in order; then words that translators put for one another), with time, setting and polarity as
hindrances. Copies of one account join by near-equal words. Scores are of pairs, joining is by average over whole groups in a fixed
order, so neither the order of articles nor a chain of half-alike pairs decides. Pairs in a band below the bar are candidates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...language.nearwords import root
from ...language.quotes import bare, words
from ...model.actor import Actor
from ...model.ids import make_id
from ...model.statements import StatementReading
from ...model.times import Moment
from ..vectors import idf

SAME = 0.58  # average over two groups
BAND = 0.40  # and what a person may look at
COPY = 0.80  # of the shorter's words, in order: the same words
LEAST = 3  # words that count, for any likeness across origins
MOST_SHARED = 60  # statements a word may stand in before it proposes no pairs
STRONG = frozenset(
    """will shall must agreed agree agrees vowed vow vows promise promised pledged demand demanded ordered insist insisted never always
    guarantee""".split()
)
WEAK = frozenset(
    """hope hopes hoped may might could consider considering discuss discussed explore possible possibly suggest suggested wish wishes
    wished would like try seek""".split()
)


@dataclass(frozen=True)
class Said:
    """A statement with what the story knows of it."""

    reading: StatementReading
    article: str
    origin: str
    story: str | None
    speaker: Actor | None
    when: Moment | None

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(w for p in self.reading.content for w in words(p.text))

    @cached_property
    def roots(self) -> Mapping[str, float]:
        """What the words are compared as, each with its weight."""
        found: dict[str, float] = {}
        for w in self.words:
            r = root(w)
            if r is not None:
                found[r] = max(found.get(r, 0.0), min(8.0, idf(w)))
        return found

    @cached_property
    def plain(self) -> str:
        return bare(" ".join(self.words))

    @property
    def who(self) -> str:
        """The block it is compared in: the speaker where one is known by name, else only its own words."""
        if self.speaker is not None and self.speaker.kind != "unnamed":
            return self.speaker.key
        return f"words:{' '.join(self.words[:12])}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What a statement's row says of its utterance."""

    utterance: str
    variant: str | None = None
    strength: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Two readings that may be one utterance."""

    a: str
    b: str
    score: float
    why: str
    story: str | None


def joined(said: Sequence[Said]) -> tuple[dict[str, Carried], list[Near]]:
    """Every reading's utterance, and the pairs left to a person."""
    blocks: dict[tuple[str | None, str], list[Said]] = defaultdict(list)
    for s in sorted(said, key=lambda s: s.reading.id):
        blocks[(s.story, s.who)].append(s)
    out: dict[str, Carried] = {}
    near: list[Near] = []
    for (story, _), members in sorted(blocks.items(), key=lambda x: (x[0][0] or "", x[0][1])):
        groups, pairs = _grouped(members)
        for g in groups:
            out |= _carried(g)
        home = {s.reading.id: n for n, g in enumerate(groups) for s in g}
        best: dict[tuple[int, int], Near] = {}
        for (a, b), (score, why) in sorted(pairs.items()):
            i, j = sorted((home[a], home[b]))
            if i != j and score >= BAND and ((i, j) not in best or best[i, j].score < score):
                best[i, j] = Near(a=a, b=b, score=round(score, 2), why=why, story=story)
        near += [best[k] for k in sorted(best)]
    return out, near


def _grouped(members: list[Said]) -> tuple[list[list[Said]], dict[tuple[str, str], tuple[float, str]]]:
    """Average linkage over the scored pairs, best pair first, ties by id."""
    pairs = {(a.reading.id, b.reading.id): likeness(a, b) for a, b in _proposed(members)}
    pairs = {k: v for k, v in pairs.items() if v[0] >= BAND}
    groups: dict[int, list[Said]] = {n: [s] for n, s in enumerate(members)}
    home = {s.reading.id: n for n, s in enumerate(members)}
    for (a, b), (score, _) in sorted(pairs.items(), key=lambda x: (-x[1][0], x[0])):
        i, j = sorted((home[a], home[b]))
        if score < SAME:
            break
        if i != j and _average(groups[i], groups[j], pairs) >= SAME:
            groups[i] += groups.pop(j)
            home |= {s.reading.id: i for s in groups[i]}
    return list(groups.values()), pairs


def _average(left: list[Said], right: list[Said], pairs: Mapping[tuple[str, str], tuple[float, str]]) -> float:
    total = sum(pairs.get((min(a.reading.id, b.reading.id), max(a.reading.id, b.reading.id)), (0.0, ""))[0] for a in left for b in right)
    return total / (len(left) * len(right))


def _proposed(members: list[Said]) -> Iterable[tuple[Said, Said]]:
    """Pairs that share a word that is not in nearly all of them."""
    if len(members) <= MOST_SHARED:
        return [(a, b) for n, a in enumerate(members) for b in members[n + 1 :]]
    holders: dict[str, list[int]] = defaultdict(list)
    for n, s in enumerate(members):
        for r in s.roots:
            holders[r].append(n)
    found = {(a, b) for ns in holders.values() if len(ns) <= MOST_SHARED for i, a in enumerate(ns) for b in ns[i + 1 :]}
    return [(members[a], members[b]) for a, b in sorted(found)]


def likeness(a: Said, b: Said) -> tuple[float, str]:
    """0..1 and the reason."""
    short, long_ = sorted((a, b), key=lambda s: (len(s.words), s.reading.id))
    if not short.words:
        return 0.0, ""
    order = _in_order(short.words, long_.words) / len(short.words)
    enough = len(short.roots) >= LEAST
    if order >= COPY and (enough or short.words == long_.words):
        return (order if a.article != b.article or len(short.words) >= 6 else 0.0), f"{order:.0%} of the shorter's words stand in the longer, in order"
    if not enough:
        return 0.0, ""
    shared = short.roots.keys() & long_.roots.keys()
    weight = sum(min(short.roots[r], long_.roots[r]) for r in shared)
    of_short, of_long = weight / sum(short.roots.values()), weight / sum(long_.roots.values())
    score = 0.7 * of_short + 0.3 * of_long if len(shared) >= LEAST else 0.0
    score -= hindrance(a, b)
    why = f"share {', '.join(sorted(shared, key=lambda r: -short.roots[r])[:6])}"
    return max(0.0, score), why


def hindrance(a: Said, b: Said) -> float:
    """What speaks against two wordings of one utterance: another day, another setting, another polarity, one article."""
    out = 0.0
    if a.when and b.when and a.when.first and b.when.first and (a.when.first > (b.when.last or b.when.first) or b.when.first > (a.when.last or a.when.first)):
        out += 0.25
    if a.reading.negated != b.reading.negated:
        out += 0.3
    if a.article == b.article:
        out += 0.15
    x, y = a.reading.basis, b.reading.basis
    if x != y and {x, y} <= {"interview", "news conference", "joint statement", "post"}:
        out += 0.2
    return out


def _in_order(a: Sequence[str], b: Sequence[str]) -> int:
    """Length of the longest common subsequence of words; bounded, since a quotation may be a page long."""
    a, b = a[:150], b[:300]
    row = [0] * (len(b) + 1)
    for x in a:
        left = diagonal = 0
        for j, y in enumerate(b, 1):
            up = row[j]
            left = diagonal + 1 if x == y else max(up, left)
            row[j], diagonal = left, up
    return row[-1]


def _carried(group: list[Said]) -> dict[str, Carried]:
    """One id for the group, and how each wording stands to the fullest one."""
    utterance = make_id("utterance", min(s.reading.id for s in group))
    if len(group) == 1:
        return {group[0].reading.id: Carried(utterance=utterance)}
    model = min(group, key=lambda s: ({"direct": 0, "mixed": 1}.get(s.reading.mode, 2), -len(s.words), s.reading.id))
    out = {}
    for s in group:
        if s is model:
            out[s.reading.id] = Carried(utterance=utterance, variant="same words")
            continue
        why = likeness(*sorted((s, model), key=lambda x: x.reading.id))[1]
        out[s.reading.id] = Carried(utterance=utterance, variant=variant(s, model), strength=strength(s, model), why=why or None)
    return out


def variant(s: Said, model: Said) -> str:
    """same words, shortened, translated (both quoted, other words) or paraphrased."""
    short, long_ = (s.words, model.words) if len(s.words) <= len(model.words) else (model.words, s.words)
    order = _in_order(short, long_) / max(1, len(short))
    if order >= COPY:
        return "same words" if len(short) >= 0.85 * len(long_) else "shortened"
    quoted = s.reading.mode in ("direct", "mixed") and model.reading.mode in ("direct", "mixed")
    return "translated" if quoted else "paraphrased"


def strength(s: Said, model: Said) -> str | None:
    """Whether this wording commits more or less than the fullest one, where only one of them has such a word."""
    mine, its = _commits(s), _commits(model)
    if mine == its or 0 in (mine, its):
        return None
    return "stronger" if mine > its else "weaker"


def _commits(s: Said) -> int:
    found = set(s.words) | {s.reading.cue_lemma}
    strong, weak = bool(found & STRONG), bool(found & WEAK)
    return 0 if strong == weak else 1 if strong else -1
