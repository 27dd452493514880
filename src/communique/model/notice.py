"""What could not be read, where, and why: a value that travels with the result, never an exception."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Notice:
    """``Notice("folder/x.pdf", "is encrypted", "save it without a password and add it again")``.

    ``skipped`` is True where the whole input was left out (the command then ends with exit code 3).
    """

    where: str
    what: str
    next_step: str = ""
    skipped: bool = False

    def line(self) -> str:
        """One plain line for a terminal."""
        return f"{self.where}: {self.what}" + (f"; {self.next_step}" if self.next_step else "")
