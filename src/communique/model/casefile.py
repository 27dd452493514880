"""All that the record rooms share about one set of articles; each step of ``records`` fills the next field in a new value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .actor import Actor
from .article import Article
from .judgement import Judgement
from .lineage import Lineage
from .passage import Passage
from .times import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The day a text itself shows it was written (None: nothing shows it), why, and the words; ``contradicts`` is a header it overrules."""

    day: str | None
    why: str
    passages: tuple[Passage, ...] = ()
    contradicts: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """``written``: article id -> day of writing. ``moments``: id of a TimeReading -> the calendar time it was bound to."""

    written: Mapping[str, Written] = field(default_factory=dict)
    moments: Mapping[str, Moment] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One happening; ``articles`` sorted by id. ``related``: ids of stories before or after it (a preview, a follow-up), as (relation, id)."""

    id: str
    title: str
    articles: tuple[str, ...]
    first: str | None = None
    last: str | None = None
    places: tuple[str, ...] = ()
    related: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Casefile:
    """``cast`` maps (article id, actor key) to the actor the whole story knows ("Lee" of one article, "Lee Jae-myung" of another)."""

    articles: Mapping[str, Article]
    judgements: tuple[Judgement, ...] = ()
    lineage: Lineage = field(default_factory=Lineage)
    dating: Dating = field(default_factory=Dating)
    stories: tuple[Story, ...] = ()
    cast: Mapping[tuple[str, str], Actor] = field(default_factory=dict)

    _stories: dict[str, Story] = field(default_factory=dict, init=False, repr=False, compare=False)  # by article, made when first asked for

    def story_of(self, article: str) -> Story | None:
        if not self._stories:
            self._stories.update((a, s) for s in self.stories for a in s.articles)
        return self._stories.get(article)

    def origin(self, article: str) -> str:
        return self.lineage.origin_of(article).id

    def actor(self, article: str, actor: Actor) -> Actor:
        """The story's actor for an article's, written as the article writes it; a group's members too."""
        found = self.cast.get((article, actor.key), actor)
        return found.written(actor.as_written)
