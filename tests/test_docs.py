"""What the README and `tests/commands/*.md` show is what happens.

A block ```` ```console ```` holds commands, `$ digest …` (or sed, cat), and what they print; `…` stands for anything in
a line, and alone on a line for any lines; two spaces or more stand for each other. A block ```` ```text NAME ```` is a
file. Each document runs in a folder of its own, with `seeds/` in it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import HERE, ROOT, SEEDS

DOCUMENTS = [ROOT / "README.md", *sorted((HERE / "commands").glob("*.md"))]
BLOCK = re.compile(r"^```(console|text|yaml)(?: (\S+))?\n(.*?)^```$", re.M | re.S)

OURS = ("$ digest ", "$ sed ", "$ cat ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A command and the lines it is to print."""

    line: int
    command: str
    output: str


def files(text: str) -> dict[str, str]:
    """The files a document shows, by name."""
    return {match[2]: match[3] for match in BLOCK.finditer(text) if match[2]}


def examples(text: str) -> list[Example]:
    """The commands of a document that are ours, in order."""
    found = []
    for match in BLOCK.finditer(text):
        if match[1] != "console":
            continue
        first = text.count("\n", 0, match.start(3)) + 1
        for part in re.split(r"^(?=\$ )", match[3], flags=re.M):
            command, _, output = part.replace("\\\n", " ").partition("\n")
            if command.startswith(OURS):
                line = first + text.count("\n", match.start(3), text.index(part, match.start(3)))
                found.append(Example(line=line, command=command[2:], output=output))
    return found


def plain(text: str) -> str:
    """`text` without what depends on the widths of columns."""
    return re.sub(r" +$", "", re.sub(r"(?<=\S) {2,}", "  ", text), flags=re.M)


def pattern(output: str) -> re.Pattern[str]:
    """What the printed text must match."""
    lines = plain(output).rstrip("\n").split("\n")
    parts = [r"(?:.*\n)*?" if line == "…" else "(?:.*)".join(map(re.escape, line.split("…"))) + r"\n" for line in lines]
    return re.compile("".join(parts))


def run(command: str, folder: Path) -> tuple[str, int]:
    """What a command prints, errors included, and how it exits."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {"PATH": path, "HOME": str(folder), "LANG": "C.UTF-8", "COLUMNS": "120"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode(), done.returncode


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_shows_what_happens(document: Path, tmp_path: Path) -> None:
    """Every command of ours runs, and prints what is shown below it."""
    text = document.read_text(encoding="utf-8")
    shutil.copytree(SEEDS, tmp_path / "seeds")
    for name, content in files(text).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    for example in examples(text):
        printed, code = run(example.command, tmp_path)
        where = f"{document.name}:{example.line}: {example.command}\n{printed}"
        if example.output.strip():
            assert pattern(example.output).fullmatch(plain(printed).rstrip("\n") + "\n"), where
        else:
            assert code == 0, where
