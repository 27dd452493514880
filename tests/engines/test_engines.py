"""What every engine promises: each input ends once, whatever the function does to its process."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from communique.engines import engine
from communique.engines.local import Processes
from communique.errors import CommuniqueError


def double(x: int) -> int:
    return 2 * x


def fragile(x: int) -> int:
    if x == 3:
        os.kill(os.getpid(), 9)
    if x == 5:
        raise ValueError("five")
    return x


def slow(x: int) -> int:
    if x == 1:
        time.sleep(60)
    return x


def refused(x: int) -> int:
    raise CommuniqueError("no model", "install it")


@pytest.mark.parametrize("processes", [1, 2])
def test_each_input_ends_once(processes: int) -> None:
    done = list(engine(processes).map(double, range(20)))
    assert sorted((d.given, d.result) for d in done) == [(i, 2 * i) for i in range(20)]


def test_no_input_is_no_output() -> None:
    assert list(engine(2).map(double, [])) == []


def test_an_input_that_kills_its_process_is_set_aside() -> None:
    done = {d.given: d for d in engine(2).map(fragile, range(8))}
    assert sorted(done) == list(range(8))
    assert done[3].fault == "killed the process that read it, 3 times"
    assert done[5].fault == "ValueError: five"
    assert {i for i, d in done.items() if d.fault is None} == {0, 1, 2, 4, 6, 7}


def test_an_input_that_hangs_is_set_aside() -> None:
    done = {d.given: d for d in Processes(2, longest=1.5).map(slow, range(4))}
    assert "more than 1.5 s" in (done[1].fault or "")
    assert {i for i, d in done.items() if d.fault is None} == {0, 2, 3}


def test_what_nothing_can_mend_is_raised() -> None:
    with pytest.raises(CommuniqueError, match="no model"):
        list(engine(2).map(refused, range(3)))


def test_inputs_are_taken_as_they_are_needed() -> None:
    taken = []

    def stream() -> Iterator[int]:
        for i in range(100):
            taken.append(i)
            yield i

    first = next(iter(engine(2).map(double, stream())))
    assert first.result == 2 * first.given
    assert len(taken) < 10
