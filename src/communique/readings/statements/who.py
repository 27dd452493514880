"""A frame in, the actor who speaks (or is spoken to) out: the entity table's, else one known only by its words."""

from __future__ import annotations

from ...model.actor import Actor
from ..page import Page
from .line import Frame


def speaker_of(page: Page, f: Frame) -> Actor | None:
    """Who speaks; None where nobody is named."""
    if f.speaker is None:
        return None
    return unnamed(page.document.text[f.speaker[0] : f.speaker[1]])


def hearer_of(page: Page, f: Frame) -> Actor | None:
    """Who was told."""
    if f.hearer is None:
        return None
    return unnamed(" ".join(t.text for t in f.line.sent.parse.subtree(f.hearer.i)))


def unnamed(words: str) -> Actor:
    return Actor(key=f"unnamed:{words.lower()}", name=None, kind="unnamed", as_written=words)
