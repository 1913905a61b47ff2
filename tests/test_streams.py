"""What the shell gives a command instead of what it expects: closed streams, full disks, impossible names."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_cli import PAGE


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("storm.txt").write_text(PAGE)


def shell(words: str) -> subprocess.CompletedProcess[bytes]:
    """What the shell makes of `words`, where `digest` is ours."""
    command = f'digest() {{ {sys.executable} -m digest "$@"; }}; {words}'
    return subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=60)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("digest add storm.txt >&-", 0),
        ("digest add storm.txt >&- 2>&- <&-", 0),
        ("digest add none.txt 2>&-", 4),
        ("digest add - <&-", 0),
        ("digest list >/dev/full", 0),  # an empty library is said on standard error
        ("digest add storm.txt >/dev/full", 7),
        ("digest read --json storm.txt >/dev/full", 7),
        ("digest --help >/dev/full 2>&1", 7),
        (f"digest add {'a' * 300}", 4),
        (f"digest add --url https://example.org/ {'a' * 300}", 4),
        (f"digest --config {'a' * 300} list", 3),
        (f"echo 'library: {'a' * 300}' >c.yaml; digest --config c.yaml add storm.txt", 9),
        (f"echo 'library: {'a' * 300}' >c.yaml; digest --config c.yaml list", 0),
        ("echo 'library: \"a\\0b\"' >c.yaml; digest --config c.yaml add storm.txt", 3),
        ("mkfifo c.yaml; digest --config c.yaml list", 3),
        ("touch ./-; sleep 20 | digest add .", 0),
    ],
)
def test_what_the_shell_withholds_is_told(words: str, code: int) -> None:
    """One line and an exit code, not a traceback and not a wait without end."""
    done = shell(words)

    assert code == done.returncode, done
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


def test_a_closed_output_gives_no_file_its_place(tmp_path: Path) -> None:
    """What is said must not land in the library, which would be opened next."""
    shell("digest add storm.txt >&- 2>&-; digest add storm.txt >&- 2>&-")

    assert b"1 new" not in (tmp_path / "library.sqlite").read_bytes()
    assert shell("digest list").stdout.count(b"Storm") == 1


def test_a_link_in_a_folder_leads_nowhere_else(tmp_path: Path) -> None:
    """Who gave us the folder must not choose what else of ours is read and printed."""
    (tmp_path / "secret.txt").write_text(PAGE.replace("harbour", "canary"))
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "page.txt").write_text(PAGE)
    (inbox / "page.yaml").symlink_to(tmp_path / "secret.txt")
    (inbox / "out.txt").symlink_to("../secret.txt")
    (inbox / "in.txt").symlink_to("page.txt")
    done = shell("digest read --json inbox; digest add inbox; digest export")

    assert b"canary" not in done.stdout + done.stderr
    assert b"out.txt: a link out of the folder" in done.stdout
    assert os.path.lexists(inbox / "in.txt")
