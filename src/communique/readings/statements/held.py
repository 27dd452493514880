"""The statements of a page so far in; which quotation each holds, and in which paragraph each ends, out."""

from __future__ import annotations

import bisect
from dataclasses import replace

from ...model.layout import Quotation
from ..page import Page
from .line import Frame


class Held:
    """The statements so far, which quotation each holds, and in which paragraph each ends."""

    def __init__(self, page: Page, told: list[Frame]) -> None:
        self.page, self.frames = page, list(told)
        self.starts = [p.start for p in page.layout.paragraphs]
        self.opening, self.closing = set(self.starts), {p.end for p in page.layout.paragraphs}
        self.marks = [q.start for q in page.layout.quotations]
        self.holder: dict[int, int] = {}
        self.ends_in: dict[int, list[int]] = {}
        for i, f in enumerate(self.frames):
            self.ends_in.setdefault(self.paragraph(end_of(f) - 1), []).append(i)
            for n in self.quotations(f):
                self.holder.setdefault(n, i)

    def quotations(self, f: Frame) -> list[int]:
        """The quotations that a statement's content touches."""
        out = []
        for a, b in f.spans:
            n = max(0, bisect.bisect_right(self.marks, a) - 1)
            while n < len(self.marks) and self.marks[n] < b:
                if self.page.layout.quotations[n].end > a:
                    out.append(n)
                n += 1
        return out

    def paragraph(self, offset: int) -> int:
        return bisect.bisect_right(self.starts, offset) - 1

    def join(self, i: int, n: int, q: Quotation) -> None:
        self.frames[i] = replace(self.frames[i], spans=(*self.frames[i].spans, (q.start, q.end)))
        self.holder[n] = i
        self.ends_in.setdefault(self.paragraph(q.start), []).append(i)

    def add(self, f: Frame, n: int) -> None:
        self.frames.append(f)
        self.holder[n] = len(self.frames) - 1
        self.ends_in.setdefault(self.paragraph(end_of(f) - 1), []).append(len(self.frames) - 1)


def end_of(f: Frame) -> int:
    """Where a statement's words end, its cue included."""
    return max(*(b for _, b in f.spans), f.cue_span[1] if f.cue_span else 0)
