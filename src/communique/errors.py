"""A call that can't be carried out, as one plain line that names the thing and the next step."""

from __future__ import annotations


class CommuniqueError(Exception):
    """``CommuniqueError("no such path: x", "give a file, a folder or -")``. Shown without a traceback; exit code 1."""

    def __init__(self, what: str, next_step: str = "") -> None:
        super().__init__(what + (f"; {next_step}" if next_step else ""))
        self.what, self.next_step = what, next_step


class UsageError(CommuniqueError):
    """The call itself is off; exit code 2."""
