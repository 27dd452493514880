"""Reads many accounts of one diplomatic event and keeps one checked record of them.

>>> from communique import Communique
>>> with Communique() as desk:
...     added = desk.add(["coverage"])
...     record = desk.record()
"""

from __future__ import annotations

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
        from importlib import import_module

        return getattr(import_module(f".{WHERE[name]}", __name__), name)
    raise AttributeError(name)
