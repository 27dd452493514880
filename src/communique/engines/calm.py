"""A block of work that makes values by the hundred thousand in, the same block with fewer searches for reference cycles out: ``with calm(): ...``.

Readings and rows are trees of frozen values: what nobody holds goes at once, and a search that finds no cycle costs a twentieth of the time.
It is made rarer, not switched off: the language model does leave cycles.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (50_000, 20, 100)


@contextmanager
def calm() -> Iterator[None]:
    """Within it the collector runs seldom; afterwards as before."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
