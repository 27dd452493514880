"""A claim or a draft beside the record, without a verdict: ``claim(record, "...")`` and ``draft(record, article)``."""

from __future__ import annotations

from .claim import Carried, Claim
from .claim import make as claim
from .draft import Finding
from .draft import make as draft

__all__ = ["Carried", "Claim", "Finding", "claim", "draft"]
