"""A store in, pages on loopback out: ``serve("nara.db", port=8765)``. The faces compute nothing; every page shows a view."""

from __future__ import annotations

from .app import make_app
from .start import serve

__all__ = ["make_app", "serve"]
