"""A page in, PLOVER events out: "Peru recalled its ambassador to Chile." -> SANCTION/expel, actor Peru, recipient Chile, done.

The lexicon (``language/lexicon/plover.toml``) maps verbs with their objects to types; syntax gives the parties; tense, modality
and negation give the state. A verb that governs another says how that one stands: "agreed to send" is AGREE, "refused to send" REJECT.
"""

from __future__ import annotations

from ...language.plover import Lexicon, lexicon
from ...model.events import EventReading
from ..page import Page, Sent
from .sentence import Coder


def read(page: Page) -> tuple[EventReading, ...]:
    """The events of all sentences, in text order."""
    book = lexicon()
    return tuple(e for s in page.sents for e in code(page, s, book))


def code(page: Page, sent: Sent, book: Lexicon) -> tuple[EventReading, ...]:
    """The events of one sentence."""
    return Coder(page, sent, book).events()
