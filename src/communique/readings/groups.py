"""A word of a sentence in, the actor that its noun phrase denotes out: names, offices, groups, unnamed voices, pronouns.

"the two leaders" are the article's principal pair where it has one; "Lee and Takaichi" are both; "officials" stay unnamed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..language import organisations, roles
from ..model.actor import Actor
from .entities import Naming
from .namings import state, unnamed
from .page import Page, Sent
from .parse import Token
from . import pronouns

PAIR_WORDS = frozenset("leader president premier counterpart head minister".split())
STATE_WORDS = frozenset("country nation side government neighbor neighbour ally party capital state rival partner adversary foe power".split())
SEVERAL = frozenset("two both".split())
MOST_NAMED = 3  # times that each of a pair must be named


def principal(namings: Sequence[Naming]) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """The two persons and the two states that the article is about; empty where it is not clearly about two."""
    return (), ()


def actor_for(page: Page, sent: Sent, token: Token) -> Actor | None:
    """Whom the noun phrase under ``token`` denotes, ``as_written`` as the sentence writes it; None where nobody is named."""
    return None
