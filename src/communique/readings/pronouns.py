"""A pronoun in its sentence in, the actor it stands for out, or None where two fit: ``resolve(page, sent, token)``."""

from __future__ import annotations

from ..model.actor import Actor
from .page import Page, Sent
from .parse import Token


def resolve(page: Page, sent: Sent, token: Token) -> Actor | None:
    """Whom "he", "she", "they", "it" or "who" stands for; None where nobody or more than one fits."""
    return None
