"""Tasks in child processes: in order, each with limits; a child that hangs, dies or is killed costs its task alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from digest.errors import ReadError
from digest.workers import Limits, run

LIMITS = Limits(seconds=1, megabytes=100)


def spin(seconds: str) -> None:
    until = time.process_time() + float(seconds)
    while time.process_time() < until:
        pass


def refuse(what: str) -> None:
    raise ReadError(what)


def fail(what: str) -> None:
    raise KeyError(what)


def die(mark: str) -> None:
    """Always, or once where `mark` names a file."""
    if mark and Path(mark).exists():
        return
    if mark:
        Path(mark).touch()
    os.kill(os.getpid(), signal.SIGKILL)


DEEDS = {
    "die": die,
    "fail": fail,
    "hoard": lambda _: bytearray(500_000_000),
    "refuse": refuse,
    "sleep": lambda seconds: time.sleep(float(seconds)),
    "spin": spin,
}


def behave(task: str) -> str:
    """What a task's name says."""
    word, _, rest = task.partition(" ")
    if word in DEEDS:
        DEEDS[word](rest)
    return task.upper()


def outcomes(*tasks: str, children: int = 2) -> list[str]:
    found = run(behave, tasks, children=children, limits=LIMITS)
    return [answer.what if isinstance(answer, ReadError) else str(answer) for _, answer in found]


@pytest.mark.parametrize("children", [1, 2, 3])
def test_answers_come_in_the_order_of_the_tasks(children: int) -> None:
    tasks = ["sleep 0.2", *(f"task {number}" for number in range(40))]

    assert [task.upper() for task in tasks] == outcomes(*tasks, children=children)


def test_a_task_that_hangs_is_ended_and_told() -> None:
    assert ["A", "takes more than 1 seconds", "B", "C"] == outcomes("a", "sleep 60", "b", "c")


def test_a_task_that_spins_is_ended_by_its_own_time() -> None:
    assert ["A", "takes more than 1 seconds", "B"] == outcomes("a", "spin 30", "b")


def test_a_task_that_only_waits_is_given_patience() -> None:
    """A busy machine refuses no good file."""
    assert ["SLEEP 2", "B"] == outcomes("sleep 2", "b")


def test_a_task_that_takes_too_much_memory_is_told() -> None:
    assert ["A", "takes more than 100 MB", "B"] == outcomes("a", "hoard", "b")


def test_a_child_that_is_killed_is_replaced_and_its_task_tried_again(tmp_path: Path) -> None:
    again = f"die {tmp_path / 'mark'}"

    assert ["A", again.upper(), "B"] == outcomes("a", again, "b")


def test_a_task_that_kills_every_child_is_given_up() -> None:
    assert ["A", "ended the reader", "B", "C"] == outcomes("a", "die", "b", "c")


def test_a_fault_of_ours_names_its_place_and_ends_no_batch() -> None:
    (_, found), (_, good) = run(behave, ["fail x", "b"], children=2, limits=LIMITS)

    assert isinstance(found, ReadError)
    assert "cannot be read: KeyError: 'x'" == found.what
    assert "test_workers:" in found.hint
    assert "B" == good


def test_tasks_are_asked_for_only_as_children_come_free() -> None:
    """A folder of large files is not read into memory ahead of its readers."""
    asked: list[int] = []

    def tasks() -> object:
        for number in range(100):
            asked.append(number)
            yield f"task {number}"

    running = run(behave, tasks(), children=2, limits=LIMITS)  # type: ignore[arg-type] # a generator of texts
    next(running)

    assert len(asked) <= 10
    running.close()  # type: ignore[attr-defined] # it is a generator


def test_children_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    """A kill -9 leaves no process behind."""
    script = (
        "import os, time\n"
        "from digest.workers import Limits, run\n"
        "def tell(task):\n"
        "    with open(task, 'a') as file: print(os.getpid(), file=file)\n"
        "    time.sleep(0.3)\n"
        f"for _ in run(tell, [{str(tmp_path / 'pids')!r}] * 1000, children=3, limits=Limits()): pass\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script])
    pids = tmp_path / "pids"
    until = time.monotonic() + 20
    while time.monotonic() < until and len(set(pids.read_text().split() if pids.exists() else ())) < 3:
        time.sleep(0.05)
    parent.kill()
    parent.wait()
    children = set(pids.read_text().split())
    while time.monotonic() < until and any(is_running(child) for child in children):
        time.sleep(0.05)

    assert len(children) >= 3
    assert [] == [child for child in children if is_running(child)]


def is_running(pid: str) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return False
