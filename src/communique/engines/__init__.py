"""A number of processes in, an engine out: ``engine(1)`` works here, ``engine(4)`` in four processes. An engine = a file + one line."""

from __future__ import annotations

from .inline import Inline
from .local import TRIES, Processes
from .runner import Done, Runner


def engine(processes: int, tries: int = TRIES) -> Runner:
    """The engine for so many processes; an input that kills its process is set aside after so many tries."""
    return Inline() if processes <= 1 else Processes(processes, tries=tries)


__all__ = ["Done", "Runner", "engine"]
