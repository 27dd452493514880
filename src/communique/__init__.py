"""Reads many accounts of one diplomatic event and keeps one checked record of them.

>>> from communique import Communique
>>> with Communique("coverage.db") as desk:            # ":memory:" keeps nothing
...     added = desk.add(["coverage"])                 # files, folders, patterns, JSON lines
...     record = desk.record()                         # every row with the passages it rests on
...     page = desk.brief(to="html")                   # or "text", "markdown"
...     data = desk.export(to="json")                  # the whole record
>>> print(len(record.of("articles")), "articles,", len(record.of("origins")), "origins")
11 articles, 7 origins
>>> said = record.of("statements")[0]
>>> passage = said.evidence[0]
>>> passage.document.text[passage.start : passage.end] == passage.text
True
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .errors import CommuniqueError

if TYPE_CHECKING:
    from .corridor import Added as Added
    from .corridor import Communique as Communique

__version__ = "0.1.0"
__all__ = ["Added", "Communique", "CommuniqueError"]
WHERE = {"Communique": "corridor", "Added": "corridor"}


def __getattr__(name: str) -> Any:
    """Rooms open when they are asked for, so that `communique --help` waits for nothing."""
    if name in WHERE:
        return getattr(import_module(f".{WHERE[name]}", __name__), name)
    raise AttributeError(name)
