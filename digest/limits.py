"""A function run in a child with a limit of time and memory."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import Any

from digest.errors import DigestError, TemplateError

_MEGABYTE = 1024 * 1024


def limited(
    function: Callable[..., str], arguments: tuple[Any, ...], *, seconds: int, megabytes: int, what: str
) -> str:
    """What `function` gives for `arguments`; TemplateError about `what` where it takes too long or too much."""
    # A fork costs milliseconds and hands the arguments over as they are.
    context = get_context("fork" if "fork" in get_all_start_methods() else "spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(  # type: ignore[attr-defined] # both kinds of context have it
        target=_child, args=(sender, (function, arguments), (seconds, megabytes)), daemon=True
    )
    process.start()
    sender.close()
    try:
        answer = receiver.recv() if receiver.poll(seconds + 1) else None
    except EOFError:  # the child was ended by a limit
        answer = None
    finally:
        receiver.close()
        process.kill()
        process.join()
    if answer is None:
        raise TemplateError(f"takes more than {seconds} seconds or {megabytes} MB", where=what)
    if isinstance(answer, DigestError):
        answer.where = answer.where or what
        raise answer
    return str(answer)


def _child(sender: Connection, task: tuple[Callable[..., str], tuple[Any, ...]], limits: tuple[int, int]) -> None:
    function, arguments = task
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's, which ends this child
    bound(seconds=limits[0], megabytes=limits[1])
    try:
        answer: str | TemplateError = function(*arguments)
    except TemplateError as error:
        answer = error
    except MemoryError:
        answer = TemplateError(f"takes more than {limits[1]} MB")
    sender.send(answer)
    sender.close()
    os._exit(0)


def bound(*, megabytes: int, seconds: int | None = None) -> None:
    """Limit what this process may take from now on: memory beyond what it has, and processor time."""
    try:
        import resource
    except ImportError:  # not on Windows: there the parent's clock is the limit
        return
    if seconds is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - no path of a user
            used = int(file.read().split()[0]) * resource.getpagesize()
    except OSError:  # a system without /proc does not heed the limit either
        return
    most = used + megabytes * _MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
