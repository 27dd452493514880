"""The engine of one machine: a few processes, one input each at a time: ``Processes(2).map(read, documents)``.

A process that dies or hangs costs the input it held, and that is tried again; what kills or hangs three of them is set aside with
a plain reason, and the others go on.
"""

from __future__ import annotations

import contextlib
import multiprocessing as mp
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from ..errors import CommuniqueError
from .runner import Done, I, O

TRIES = 3
LONGEST = 300.0  # seconds for one input
OPENING = 300.0  # seconds for a process to open
READY = "a worker is open"


@dataclass(slots=True)
class Task:
    """An input and how often it was tried."""

    given: Any
    tries: int = 0
    fault: str = ""


@dataclass(slots=True)
class Worker:
    """A process, our end of its pipe, what it works on and until when; ``open`` once it said so."""

    process: BaseProcess
    pipe: Connection
    task: Task | None = None
    until: float = 0.0
    open: bool = False


class Processes:
    """Keeps the promises of ``runner.Runner``; ``longest`` is the time one input may take, ``tries`` how often it may fail."""

    def __init__(self, count: int, longest: float = LONGEST, tries: int = TRIES) -> None:
        self.count, self.longest, self.tries = count, longest, tries
        self.context = mp.get_context("spawn")  # a forked copy of a process that has threads may hang

    def map(self, function: Callable[[I], O], inputs: Iterable[I], prepare: Callable[[], None] | None = None) -> Iterator[Done[I, O]]:
        todo: deque[Task] = deque()
        stream = iter(inputs)
        workers: list[Worker] = []
        try:
            while True:
                _feed(todo, stream, workers)
                while len(workers) < min(self.count, len(todo) + sum(w.task is not None for w in workers)):
                    workers.append(self._start(function, prepare))
                for w in workers:
                    if w.task is None and todo:
                        self._give(w, todo.popleft())
                if not any(w.task for w in workers):
                    return
                for w in self._ready(workers):
                    done = self._take(w, workers, todo)
                    if done:
                        yield done
        finally:
            for w in workers:
                _stop(w)

    def _start(self, function: Callable[[I], O], prepare: Callable[[], None] | None) -> Worker:
        ours, theirs = self.context.Pipe()
        process = self.context.Process(target=_work, args=(theirs, function, prepare), daemon=True)
        process.start()
        theirs.close()
        return Worker(process, ours)

    def _give(self, w: Worker, task: Task) -> None:
        task.tries += 1
        w.task, w.until = task, time.monotonic() + (self.longest if w.open else OPENING)
        with contextlib.suppress(OSError):  # it died before it was asked: found when its answer is taken
            w.pipe.send(task.given)

    def _ready(self, workers: list[Worker]) -> list[Worker]:
        """Those that answered, died, or took too long."""
        busy = [w for w in workers if w.task]
        answered = wait([w.pipe for w in busy], max(0.0, min(w.until for w in busy) - time.monotonic()))
        now = time.monotonic()
        return [w for w in busy if w.pipe in answered or w.until <= now]

    def _take(self, w: Worker, workers: list[Worker], todo: deque[Task]) -> Done[Any, Any] | None:
        task = w.task
        assert task is not None  # noqa: S101  only busy workers are ready
        w.task = None
        try:
            if not w.pipe.poll():
                raise TimeoutError(f"took more than {self.longest:g} s")
            well, answer = w.pipe.recv()
        except (EOFError, OSError, TimeoutError) as e:
            task.fault = str(e) if isinstance(e, TimeoutError) else "killed the process that read it"
            workers.remove(w)
            _stop(w)
            if task.tries < self.tries:
                todo.appendleft(task)
                return None
            return Done(task.given, fault=f"{task.fault}, {task.tries} times")
        if answer == READY:  # its time begins now: a process takes seconds to open on a busy machine
            w.task, w.until, w.open = task, time.monotonic() + self.longest, True
            return None
        if isinstance(answer, CommuniqueError):
            raise answer
        return Done(task.given, answer) if well else Done(task.given, fault=answer)


def _feed(todo: deque[Task], stream: Iterator[Any], workers: list[Worker]) -> None:
    """Take as many inputs as there may be idle workers: a stream of any length stays within bounds."""
    while len(todo) < 2:
        try:
            todo.append(Task(next(stream)))
        except StopIteration:
            return


def _stop(w: Worker) -> None:
    w.pipe.close()
    w.process.kill()
    w.process.join()


def _work(pipe: Connection, function: Callable[[Any], Any], prepare: Callable[[], None] | None) -> None:
    """The life of a worker: an input in, (well, answer) out, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who sent it stops us
    if prepare:
        prepare()
    with contextlib.suppress(OSError):
        pipe.send((True, READY))
    while True:
        try:
            given = pipe.recv()
        except EOFError:
            return
        try:
            answer: tuple[bool, Any] = (True, function(given))
        except CommuniqueError as e:
            answer = (False, e)
        except Exception as e:  # noqa: BLE001  told to the caller as a plain line
            answer = (False, f"{type(e).__name__}: {e}")
        pipe.send(answer)
