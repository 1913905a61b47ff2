"""A folder of good, broken and hostile files: the good are stored, the others named, and an interrupted run goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.mixed_folder import BROKEN, fill

FILES = 120
MOST_MEGABYTES = 700


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mixed")
    fill(folder / "pages", FILES)
    return folder


def add(folder: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "digest", "add", str(folder / "pages"), *options]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


def memory(pid: int) -> int:
    """Megabytes that a process and its children hold."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        except OSError:
            continue
        if pid in (int(lines["Pid"]), int(lines["PPid"])):
            total += int(lines.get("VmRSS", "0 kB").split()[0]) // 1024
    return total


def records(folder: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "digest", "list", "--json"], cwd=folder, capture_output=True, check=True
    )
    return [json.loads(line)["source"] for line in done.stdout.splitlines()]


def test_an_interrupted_batch_goes_on_and_every_file_is_told(mixed: Path) -> None:
    """Ctrl-C half-way leaves what was stored; the second run stores the rest, in bounded memory."""
    first = add(mixed)
    until = time.monotonic() + 60
    while time.monotonic() < until and not (mixed / "library.sqlite").exists():
        time.sleep(0.05)
    time.sleep(0.3)
    os.killpg(first.pid, signal.SIGINT)
    _, told = first.communicate(timeout=60)
    halfway = len(records(mixed))

    assert b"Traceback" not in told
    assert first.returncode in (130, 5, -signal.SIGINT)  # the last two: it was done, or ending, before we came
    assert (first.returncode == 130) == (b"what is listed is stored" in told)

    second = add(mixed, "--json")
    peak = 0
    assert second.stdout
    os.set_blocking(second.stdout.fileno(), False)
    out = b""
    while second.poll() is None:
        out += second.stdout.read() or b""
        peak = max(peak, memory(second.pid))
        time.sleep(0.05)
    out += second.stdout.read() or b""
    outcomes = [json.loads(line) for line in out.splitlines()]
    told_of = {Path(str(row["source"])).name for row in outcomes if row["outcome"] in ("refused", "no article")}
    good = {path.name for path in (mixed / "pages").glob("page*")}
    stored = {Path(source.partition("#")[0]).name for source in records(mixed)}

    assert b"Traceback" not in (second.stderr.read() if second.stderr else b"")
    assert 5 == second.returncode
    assert good <= stored
    assert halfway <= len(stored)
    assert set(BROKEN) <= {name.partition("#")[0] for name in told_of}
    assert all(row.get("reason") for row in outcomes if row["outcome"] in ("refused", "no article"))
    assert peak < MOST_MEGABYTES
