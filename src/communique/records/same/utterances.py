"""Statements in, which of them are one thing said once out: one id for each utterance, the kind of variant, and why.

Speaker first, then wording (words in order; then words that translators put for one another), with time, setting and polarity as
hindrances. Copies of one account join by near-equal words. Scores are of pairs, joining is by average over whole groups in a fixed
order, so neither the order of articles nor a chain of half-alike pairs decides. Pairs in a band below the bar are candidates.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ...language.nearwords import classes, compared, root
from ...language.quotes import bare, words
from ...model.actor import Actor
from ...model.ids import make_id
from ...model.statements import StatementReading
from ...model.times import Moment
from ..vectors import idf, terms

SAME = 0.565  # average over two groups
BAND = 0.40  # and what a person may look at
COPY = 0.80  # of the shorter's words, in order: the same words
LEAST = 3  # words that count, for any likeness across origins
RAREST = 7.0
TELLING = 10.0  # weight of the shared words: three rare ones, or five that are common in news
LEAST_OF_HEADLINE = 2
LEAST_OTHERWISE = 4  # where the words stand in another order or are others
LEAST_UNKNOWN = 6  # where the speakers differ or are not known
MOST_SHARED = 80  # statements a word may stand in before it proposes no pairs
STRONG = frozenset(
    """will shall must agreed agree agrees vowed vow vows promise promised pledged demand demanded ordered insist insisted never always
    guarantee""".split()
)
WEAK = frozenset(
    """hope hopes hoped may might could consider considering discuss discussed explore possible possibly suggest suggested wish wishes
    wished would like try seek""".split()
)


@lru_cache(maxsize=50_000)
def weight(word: str) -> float:
    """What a word tells, by how rare it is; capped, since what the table does not know may be a slip of the pen."""
    return min(RAREST, max((idf(t) for t in terms(word)), default=1.0))


@dataclass(frozen=True)
class Said:
    """A statement with what the story knows of it."""

    reading: StatementReading
    article: str
    origin: str
    story: str | None
    speaker: Actor | None
    when: Moment | None
    headline: bool = False  # it stands in its article's headline

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(w for p in self.reading.content for w in words(p.text))

    @cached_property
    def roots(self) -> Mapping[str, float]:
        """What the words are compared as, each with its weight."""
        found: dict[str, float] = {}
        for w in compared(" ".join(p.text for p in self.reading.content)):
            r = root(w)
            if r is not None:
                found[r] = max(found.get(r, 0.0), weight(r if r in classes().values() else w))
        return found

    @cached_property
    def plain(self) -> str:
        return bare(" ".join(self.words))


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
    stories: dict[str | None, list[Said]] = defaultdict(list)
    for s in sorted(said, key=lambda s: s.reading.id):
        stories[s.story].append(s)
    out: dict[str, Carried] = {}
    near: list[Near] = []
    for story, members in sorted(stories.items(), key=lambda x: x[0] or ""):
        groups, pairs = _grouped(members)
        for g in groups:
            out |= _carried(g)
        home = {s.reading.id: n for n, g in enumerate(groups) for s in g}
        best: dict[tuple[int, int], Near] = {}
        for (a, b), (score, why) in sorted(pairs.items()):
            i, j = sorted((home[a], home[b]))
            if i != j and ((i, j) not in best or best[i, j].score < score):
                best[i, j] = Near(a=a, b=b, score=round(score, 2), why=why, story=story)
        near += [best[k] for k in sorted(best)]
    return out, near


def _grouped(members: list[Said]) -> tuple[list[list[Said]], dict[tuple[str, str], tuple[float, str]]]:
    """Average linkage over the scored pairs, best pair first, ties by id. What is word for word the same counts once."""
    twins: dict[tuple[str, tuple[str, ...]], list[Said]] = defaultdict(list)
    for s in members:
        twins[(s.speaker.key if s.speaker else "", s.words)].append(s)
    firsts = [t[0] for t in twins.values()]
    pairs = {(a.reading.id, b.reading.id): likeness(a, b) for a, b in _proposed(firsts)}
    pairs = {k: v for k, v in pairs.items() if v[0] >= BAND}
    groups: dict[int, list[Said]] = {n: [s] for n, s in enumerate(firsts)}
    home = {s.reading.id: n for n, s in enumerate(firsts)}
    by_id = {s.reading.id: s for s in firsts}
    sure = {k: v for k, v in pairs.items() if apart(by_id[k[0]], by_id[k[1]]) is not None}
    words_only = {k: v for k, v in pairs.items() if k not in sure}
    for among in (sure, words_only):
        for (a, b), (score, _) in sorted(among.items(), key=lambda x: (-x[1][0], x[0])):
            i, j = sorted((home[a], home[b]))
            if score >= SAME and i != j and (among is words_only or _average(groups[i], groups[j], pairs) >= SAME):
                groups[i] += groups.pop(j)
                home |= {s.reading.id: i for s in groups[i]}
    whole = {t[0].reading.id: t for t in twins.values()}
    return [[x for s in g for x in whole[s.reading.id]] for g in groups.values()], pairs


def _average(left: list[Said], right: list[Said], pairs: Mapping[tuple[str, str], tuple[float, str]]) -> float:
    total = sum(pairs.get((min(a.reading.id, b.reading.id), max(a.reading.id, b.reading.id)), (0.0, ""))[0] for a in left for b in right)
    return total / (len(left) * len(right))


def _proposed(members: list[Said]) -> list[tuple[Said, Said]]:
    """Pairs that share two words which do not stand in very many statements."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n, s in enumerate(members):
        for r in s.roots:
            holders[r].append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for ns in holders.values():
        if len(ns) <= MOST_SHARED:
            shared.update((a, b) for i, a in enumerate(ns) for b in ns[i + 1 :])
    return [(members[a], members[b]) for (a, b), n in sorted(shared.items()) if n >= 2]


def apart(a: Said, b: Said) -> float | None:
    """How far two speakers stand apart: 0 the same, a little for a group and its member; None where only the very words can join them."""
    x, y = a.speaker, b.speaker
    if x is None or y is None or "unnamed" in (x.kind, y.kind):
        return None
    if x.key == y.key:
        return 0.1 if x.kind == "state" else 0.0  # a state speaks through many mouths
    mine, its = {x.key, *(m.key for m in x.members)}, {y.key, *(m.key for m in y.members)}
    if mine & its:
        return 0.05
    joint = "group" in (x.kind, y.kind) or "state" in (x.kind, y.kind)
    return 0.1 if joint and x.states() & y.states() else None


def likeness(a: Said, b: Said) -> tuple[float, str]:
    """0..1 and the reason."""
    short, long_ = sorted((a, b), key=lambda s: (len(s.words), s.reading.id))
    if not short.words:
        return 0.0, ""
    distance = apart(a, b)
    heads = short.headline and a.article == b.article  # a headline shortens what its article tells
    enough = len(short.roots) >= ((LEAST_OF_HEADLINE if heads else LEAST) if distance is not None else LEAST_UNKNOWN)
    order = _in_order(short.words, long_.words) / len(short.words) if enough else 0.0
    if order >= COPY:
        return order, f"{order:.0%} of the shorter's words stand in the longer, in order"
    if len(short.roots) < LEAST_OTHERWISE or distance is None:
        return 0.0, ""
    shared = short.roots.keys() & long_.roots.keys()
    common = sum(min(short.roots[r], long_.roots[r]) for r in shared)
    of_short, of_long = common / sum(short.roots.values()), common / sum(long_.roots.values())
    score = 0.7 * of_short + 0.3 * of_long if len(shared) >= LEAST and common >= TELLING else 0.0
    score -= hindrance(a, b) + distance
    why = f"share {', '.join(sorted(shared, key=lambda r: (-short.roots[r], r))[:6])}"
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
    """Length of the longest common subsequence of words; bounded, since a quotation may be a page long.

    Bit ``i`` of ``row`` is unset where the sequence grows at word ``i`` of ``a`` (Hyyrö 2004): a whole row is three operations on one number.
    """
    a, b = a[:150], b[:300]
    at: dict[str, int] = {}
    for i, x in enumerate(a):
        at[x] = at.get(x, 0) | 1 << i
    row = whole = (1 << len(a)) - 1
    for y in b:
        if both := row & at.get(y, 0):
            row = (row + both) | (row - both)
    return len(a) - (row & whole).bit_count()


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
