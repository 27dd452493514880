"""A page in, what the outside readers that the user asked for bring to it out; none unless COMMUNIQUE_READERS names one."""

from __future__ import annotations

import os
from importlib.metadata import entry_points

from ..errors import CommuniqueError
from .gate import Admitted, OutsideReader, admit
from .page import Page

GROUP = "communique.readers"


def asked_for() -> list[str]:
    """The names in COMMUNIQUE_READERS, by comma."""
    return [n.strip() for n in os.environ.get("COMMUNIQUE_READERS", "").split(",") if n.strip()]


def read(page: Page) -> list[Admitted]:
    """One Admitted for each reader asked for; [] where none is, which is the rule."""
    return [admit(page, name, load(name)) for name in asked_for()]


def load(name: str) -> OutsideReader:
    """The reader of an installed package; CommuniqueError names those that there are."""
    found = {e.name: e for e in entry_points(group=GROUP)}
    if name not in found:
        raise CommuniqueError(f"no reader {name!r} is installed", f"COMMUNIQUE_READERS may name: {', '.join(sorted(found)) or 'none'}")
    reader: OutsideReader = found[name].load()
    return reader
