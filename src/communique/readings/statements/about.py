"""A frame in, the circumstances of what was said out: setting, basis, time, stance."""

from __future__ import annotations

from ...model.passage import Passage
from ..page import Page
from .line import Frame


def setting_of(page: Page, f: Frame) -> Passage | None:
    return None


def basis_of(page: Page, f: Frame, setting: Passage | None) -> str:
    return "not said"


def when_of(page: Page, f: Frame, passage: Passage) -> str | None:
    return None


def stance_of(f: Frame) -> str:
    return f.entry.stance
