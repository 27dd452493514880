"""What one predicate or event noun says, as values: who, to or with whom, what, and whether it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from ..page import Sent
from ..parse import Token

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """``stands``: done, future, agreed, possible, wanted, conditional, asked (a question), denied, negated (language/lexicon/modality.toml).

    ``tense``: past, present, future, none. ``governors``: lemmas above it, nearest first ("expect" over "sign"). ``reporter``: the
    word for who says so, in the same sentence. ``condition``: offsets of the article of the clause it hangs on ("if both agree").
    """

    stands: str = "done"
    tense: str = "none"
    modal: str | None = None
    governors: tuple[str, ...] = ()
    reporter: int | None = None
    condition: Span | None = None
    perfect: bool = False
    reported: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What is worked out only of a frame whose word some reader asks for; ``Frame`` says what each is."""

    who: tuple[int, ...] = ()
    whom: tuple[int, ...] = ()
    preps: tuple[tuple[str, int], ...] = ()
    content: tuple[tuple[str, int], ...] = ()
    mods: frozenset[str] = frozenset()
    mood: Mood = Mood()


@dataclass(frozen=True, kw_only=True, eq=False)
class Frame:
    """All of it as indices of tokens of ``sent``.

    ``sort``: verb or noun. ``lemma``: with its particle ("step_up"). ``who`` does it (the agent of a passive, the subject through
    control and coordination; of a noun: owner, "by", "between"); ``whom`` it is done to (object, subject of a passive). ``preps``:
    (preposition, noun) of the predicate and of its object, coordinated nouns each. ``content``: the head of what is agreed, said or asked: an infinitive
    ("to", verb), a clause ("that"), a participle ("ing"), a noun ("object"). ``light``: the verb a noun leans on ("held talks":
    "hold"), ``role``: its place there (dobj, nsubj, nsubjpass, pobj with ``light_prep``). ``mods``: lemmas of its modifiers.
    """

    sent: Sent
    head: Token
    lemma: str
    sort: str
    passive: bool = False
    light: Token | None = None
    role: str = ""
    light_prep: str | None = None
    make: Callable[[], Parts] = field(repr=False)

    @cached_property
    def parts(self) -> Parts:
        return self.make()

    @property
    def who(self) -> tuple[int, ...]:
        return self.parts.who

    @property
    def whom(self) -> tuple[int, ...]:
        return self.parts.whom

    @property
    def preps(self) -> tuple[tuple[str, int], ...]:
        return self.parts.preps

    @property
    def content(self) -> tuple[tuple[str, int], ...]:
        return self.parts.content

    @property
    def mods(self) -> frozenset[str]:
        return self.parts.mods

    @property
    def mood(self) -> Mood:
        return self.parts.mood

    def to(self, *prepositions: str) -> tuple[int, ...]:
        """The nouns that hang on it by one of these prepositions."""
        return tuple(n for p, n in self.preps if p in prepositions)

    @property
    def span(self) -> Span:
        """The predicate's own word, as offsets of the article."""
        return self.sent.span(self.head)

    def reach(self, *heads: int) -> Span:
        """Offsets of the article from the first to the last word under the given heads and the predicate."""
        low = high = self.head.i
        for h in heads:
            below = self.sent.parse.subtree(h)
            low, high = min(low, below[0].i), max(high, below[-1].i)
        return self.sent.span(self.sent.tokens[low], self.sent.tokens[high])
