"""A pure function and its inputs in, results out, in any order: what every engine promises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

I = TypeVar("I")  # noqa: E741  an input
O = TypeVar("O")  # noqa: E741  an output


@dataclass(frozen=True, slots=True)
class Done(Generic[I, O]):
    """One input and what became of it: a result, or the plain reason why there is none."""

    given: I
    result: O | None = None
    fault: str | None = None


class Runner(Protocol):
    """Runs a function over inputs. Each input ends in exactly one Done; one that can't be run does not stop the others.

    Inputs are taken as they are needed, so a stream of any length stays within bounds. ``prepare`` runs once in each worker.
    """

    def map(self, function: Callable[[I], O], inputs: Iterable[I], prepare: Callable[[], None] | None = None) -> Iterator[Done[I, O]]:
        """A Done for each input, in any order."""
