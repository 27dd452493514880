"""A function over a Work and a chunk of its inputs in, each result out: here, in the open transaction, or in several processes that read the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import islice
from typing import TypeVar

from ..engines import engine
from ..engines.calm import calm
from ..errors import CommuniqueError
from ..stores import Store, open_store
from ..stores.ledger import Ledger
from .work import Held, Work

I = TypeVar("I")  # noqa: E741  an input
O = TypeVar("O")  # noqa: E741  a result
MANY = 2000  # articles from which several processes are sooner done than one


class Hands:
    """Who does the work of one remaking."""

    def __init__(self, store: Store, processes: int) -> None:
        self.store = store
        with store.reading_ledger() as ledger:
            few = ledger.one("SELECT count(*) FROM readings") < MANY
        self.processes = 1 if few or store.where == ":memory:" else processes
        self.held = Held()

    def map(self, ledger: Ledger, function: Callable[[Work, Sequence[I]], list[O]], inputs: Iterable[I], size: int) -> Iterator[O]:
        """The results of all inputs, in any order. Processes see what was committed, so no step may ask for what its own transaction wrote."""
        chunks = batched(inputs, size)
        if self.processes == 1:
            work = Work(ledger, tuple(ledger.judgements()), self.held)
            for chunk in chunks:
                yield from function(work, chunk)
            return
        for done in engine(self.processes).map(partial(elsewhere, self.store.where, function), chunks):
            if done.result is None:
                raise CommuniqueError(f"the record could not be made: {done.fault}", "report it")
            yield from done.result


def batched(inputs: Iterable[I], size: int) -> Iterator[tuple[I, ...]]:
    """Tuples of so many inputs each."""
    stream = iter(inputs)
    while chunk := tuple(islice(stream, size)):
        yield chunk


def elsewhere(where: str, function: Callable[[Work, Sequence[I]], list[O]], chunk: tuple[I, ...]) -> list[O]:
    """A chunk in a process of its own."""
    with calm(), store_at(where).reading_ledger() as ledger:
        return function(Work(ledger, tuple(ledger.judgements())), chunk)


@cache
def store_at(where: str) -> Store:
    return open_store(where)
