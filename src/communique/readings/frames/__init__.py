"""A page in, its frames out: ``frames(page)`` -> one Frame for each verb and event noun: who, to or with whom, what, and whether it stands.

    "The two sides failed to agree on a ceasefire."   fail: who (sides), content ("to", agree)
                                                       agree: who (sides), preps (on, ceasefire), stands negated

Indices are of tokens of ``frame.sent``; ``actors(page, sent, index)`` makes actors of them. Passives, control, coordination,
participles and relative clauses are undone here, so that readers ask only for who did what. ``mood.stands`` tells done from future,
agreed, possible, wanted, conditional, asked, denied and negated; the words that say so are data (language/lexicon/modality.toml).
"""

from __future__ import annotations

from ...language.frames import event_nouns
from ..page import Page, Sent
from .clauses import verb_frame
from .frame import Frame, Mood
from .nouns import does, noun_frame
from .parties import actors, all_actors, beside, half_told, political, public, somebody

__all__ = ["Frame", "Mood", "actors", "all_actors", "beside", "does", "frames", "frames_of", "half_told", "political", "public", "somebody"]
NOT_EVENTS = ("aux", "auxpass", "amod", "compound")


def frames(page: Page) -> list[Frame]:
    """The frames of an article in text order."""
    return [f for s in page.sents for f in frames_of(s)]


def frames_of(sent: Sent) -> list[Frame]:
    """The frames of one sentence in text order."""
    if "frames" not in sent.memo:
        sent.memo["frames"] = tuple(_made(sent))
    return list(sent.memo["frames"])


def _made(sent: Sent) -> list[Frame]:
    nouns = event_nouns()
    out = []
    for t in sent.tokens:
        if t.pos in ("VERB", "AUX") and t.dep not in NOT_EVENTS:
            out.append(verb_frame(sent, t))
        elif t.pos in ("NOUN", "PROPN") and t.lemma.lower() in nouns:
            out.append(noun_frame(sent, t))
    return out
