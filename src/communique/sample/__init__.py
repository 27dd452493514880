"""Eleven short accounts of one event, written for this package, and what a right record of them says (``gold.json``): ``folder()`` is where they lie."""

from __future__ import annotations

from pathlib import Path


def folder() -> Path:
    """The folder to ``add`` or ``brief``: text files with their header lines, and one file of JSON lines."""
    return Path(__file__).parent / "coverage"


def gold() -> Path:
    return Path(__file__).parent / "gold.json"
