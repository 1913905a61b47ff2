"""A function run over many tasks in child processes, each task with a limit of time and memory, results in order.

A pool of `concurrent.futures` breaks whole when one child dies, and has no limit of time: a hostile file must end
neither the batch nor the machine.
"""

from __future__ import annotations

import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from digest.errors import DigestError, ReadError
from digest.limits import bound

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 4
"""Results per child that may wait for a slower task before them."""
_BUSY = 4
"""How many times its processor time a task may wait on top of it."""
_TRIES = 2
"""A child that is killed from outside (the system short of memory) has its task tried once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one task may take: processor time, and on the clock five times that, for the machine may be busy."""

    seconds: float = 60
    megabytes: int = 400


@dataclass(slots=True, kw_only=True)
class _Slot(Generic[T, R]):
    """A task in its place in the order, and what came of it."""

    task: T
    tries: int = 0
    done: bool = False
    answer: R | DigestError | None = None


@dataclass(slots=True, kw_only=True)
class _Child(Generic[T, R]):
    process: Any  # a process of either start method
    line: Connection
    slot: _Slot[T, R] | None = None
    deadline: float = field(default=0.0)
    latest: float = field(default=0.0)
    used: float = field(default=0.0)  # processor time before the task


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    function: Callable[[T], R], tasks: Iterable[T], *, children: int, limits: Limits
) -> Iterator[tuple[T, R | DigestError]]:
    """Each task with what `function` made of it, or with the error that says why nothing; in the order of the tasks."""
    pool: list[_Child[T, R]] = []
    slots: deque[_Slot[T, R]] = deque()
    coming = iter(tasks)
    more = True
    try:
        while more or slots:
            while more and len(slots) < children * _AHEAD and (child := _free(pool, function, children, limits)):
                task = next(coming, _END)
                more = task is not _END
                if more:
                    slots.append(_Slot(task=task))
                    _give(child, slots[-1], limits)
            _collect(pool, function, limits)
            while slots and slots[0].done:
                slot = slots.popleft()
                yield slot.task, slot.answer  # type: ignore[misc] # done: there is an answer
    finally:
        for child in pool:
            child.line.close()
            child.process.kill()
            child.process.join()


_END: Any = object()


def _free(pool: list[_Child[T, R]], function: Callable[[T], R], most: int, limits: Limits) -> _Child[T, R] | None:
    """A child without a task; a new one while there may be more."""
    for child in pool:
        if child.slot is None:
            return child
    if len(pool) == most:
        return None
    pool.append(_started(pool, function, limits))
    return pool[-1]


def _started(pool: list[_Child[T, R]], function: Callable[[T], R], limits: Limits) -> _Child[T, R]:
    forks = "fork" in get_all_start_methods()  # costs milliseconds and hands the function over as it is
    context = get_context("fork" if forks else "spawn")
    ours, theirs = context.Pipe()
    # A fork has our ends of the other pipes too: left open there, no child would see us end.
    others = [child.line for child in pool] + [ours] if forks else []
    process = context.Process(  # type: ignore[attr-defined] # both kinds of context have it
        target=_serve, args=(theirs, others, function, limits), daemon=True
    )
    process.start()
    theirs.close()
    return _Child(process=process, line=ours)


def _give(child: _Child[T, R], slot: _Slot[T, R], limits: Limits) -> None:
    child.slot = slot
    child.deadline = time.monotonic() + limits.seconds
    child.latest = child.deadline + _BUSY * limits.seconds
    child.used = _processor_time(child.process.pid)
    slot.tries += 1
    try:
        child.line.send(slot.task)
    except OSError:  # it has died: `_collect` sees the closed pipe
        return


def _collect(pool: list[_Child[T, R]], function: Callable[[T], R], limits: Limits) -> None:
    """Take the answers that are there, waiting for one; end what takes too long."""
    busy = {child.line: child for child in pool if child.slot}
    if not busy:
        return
    patience = min(child.deadline for child in busy.values()) - time.monotonic()
    ready = wait(list(busy), timeout=max(patience, 0))
    for line in ready:
        child = busy[line]  # type: ignore[index] # only connections were waited for
        try:
            _settle(child, child.line.recv())
        except (EOFError, OSError):
            _replace(pool, child, function, limits, "ended the reader")
    for child in busy.values():
        if child.slot and child.deadline <= time.monotonic() and not _may_go_on(child, limits):
            child.slot.tries = _TRIES
            _replace(pool, child, function, limits, f"takes more than {limits.seconds:.0f} seconds")


def _may_go_on(child: _Child[T, R], limits: Limits) -> bool:
    """Whether a task that is late has had less than its processor time, and is then given the rest of it."""
    rest = limits.seconds - (_processor_time(child.process.pid) - child.used)
    child.deadline = min(time.monotonic() + rest, child.latest)
    return rest > 0.05 and time.monotonic() < child.latest


def _processor_time(pid: int) -> float:
    """Seconds that a process has had; the clock's where the system does not tell."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:  # noqa: PTH123 - no path of a user
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return time.monotonic()


def _settle(child: _Child[T, R], answer: R | DigestError) -> None:
    if child.slot:
        child.slot.answer, child.slot.done, child.slot = answer, True, None


def _replace(
    pool: list[_Child[T, R]], child: _Child[T, R], function: Callable[[T], R], limits: Limits, what: str
) -> None:
    """Put a new child in the place of a dead or slow one, which tries the task again or gives it up."""
    child.process.kill()
    child.process.join()
    child.line.close()
    pool.remove(child)
    slot = child.slot
    if slot is None:
        return
    if slot.tries >= _TRIES:
        slot.answer, slot.done = ReadError(what, hint="is the file damaged, or made to harm?"), True
        return
    pool.append(_started(pool, function, limits))
    _give(pool[-1], slot, limits)


def _serve(line: Connection, others: list[Connection], function: Callable[[T], R], limits: Limits) -> None:
    """A child's life: a task in, an answer out, until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's, which ends its children
    for other in others:
        other.close()
    bound(megabytes=limits.megabytes)
    while True:
        try:
            task = line.recv()
        except (EOFError, OSError):
            os._exit(0)
        answer = _answer(function, task, limits)
        try:
            line.send(answer)
        except MemoryError:
            line.send(ReadError(f"takes more than {limits.megabytes} MB"))
        except OSError:
            os._exit(0)


def _answer(function: Callable[[T], R], task: T, limits: Limits) -> R | DigestError:
    try:
        return function(task)
    except DigestError as error:
        return error
    except MemoryError:
        return ReadError(f"takes more than {limits.megabytes} MB", hint="cut the file into pages")
    except RecursionError:
        return ReadError("nested too deeply", hint="is the file damaged, or made to harm?")
    except Exception as error:  # noqa: BLE001 - a process's border: one bad file must not end a batch
        place = error.__traceback__
        while place and place.tb_next:
            place = place.tb_next
        where = f"{place.tb_frame.f_globals.get('__name__')}:{place.tb_lineno}" if place else "?"
        hint = f"a fault of digest ({where}): please report it with the file"
        return ReadError(f"cannot be read: {type(error).__name__}: {error}"[:300], hint=hint)
