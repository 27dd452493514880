"""The engine without processes: each input in turn, here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..errors import CommuniqueError
from .runner import Done, I, O


class Inline:
    """Keeps the promises of ``runner.Runner`` as far as one process can."""

    def map(self, function: Callable[[I], O], inputs: Iterable[I], prepare: Callable[[], None] | None = None) -> Iterator[Done[I, O]]:
        if prepare:
            prepare()
        for given in inputs:
            try:
                done: Done[I, O] = Done(given, function(given))
            except CommuniqueError:
                raise
            except Exception as e:  # noqa: BLE001  told to the caller as a plain line
                done = Done(given, fault=f"{type(e).__name__}: {e}")
            yield done
