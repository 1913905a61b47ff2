"""The pandoc in the wheel, run as a child with limits."""

from __future__ import annotations

import json
import os
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from digest.errors import ExportError

READER = (
    "markdown_strict-raw_html"
    "+all_symbols_escapable+backtick_code_blocks+blank_before_blockquote+blank_before_header"
    "+bracketed_spans+citations+fenced_divs+footnotes+header_attributes+intraword_underscores"
    "+pipe_tables+space_in_atx_header+startnum+strikeout"
)
"""Markdown as drafts are written: no HTML, TeX, maths, raw text or YAML can arise in it. `smart` is off: what
stands in an extract is its source's; the editor's own straight marks are curled by us."""

_LONG = 200_000  # bytes


def _limits(data: bytes) -> tuple[str, ...]:
    """At most a gigabyte. Memory is tidied up each 64 MB, or 256 MB, not each 4 MB, which takes a third of the time."""
    return ("+RTS", "-M1g", "-A64m" if len(data) < _LONG else "-A256m", "-RTS")


_SECONDS = 120
_READING = 30  # a draft of a hundred pages takes one

Document = dict[str, Any]
"""pandoc's tree of a document, as its JSON has it: `blocks`, `meta`, `pandoc-api-version`."""


@cache
def program() -> str:
    """The path of pandoc: the one in the wheel, which pypandoc itself would first start to ask for its version."""
    found = find_spec("pypandoc")
    for folder in found.submodule_search_locations or () if found else ():
        for name in ("pandoc", "pandoc.exe"):
            path = Path(folder) / "files" / name
            if path.is_file():
                return str(path)
    raise ExportError("pandoc is not installed", hint="pip install pypandoc_binary")


def run(
    arguments: list[str],
    data: bytes = b"",
    *,
    epoch: int | None = None,
    seconds: int = _SECONDS,
    memory: tuple[str, ...] | None = None,
) -> bytes:
    """What pandoc prints for `data`; `epoch` is the time it writes into files, `memory` options of its runtime.

    Raises ExportError when pandoc refuses, or takes over `seconds` or a gigabyte.
    """
    environment = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "HOME": os.devnull}
    if epoch is not None:
        environment["SOURCE_DATE_EPOCH"] = str(epoch)
    try:
        done = subprocess.run(  # noqa: S603 - our own program, arguments as a list
            [program(), *arguments, *(memory or _limits(data))],
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired as error:
        raise ExportError("pandoc took too long", hint="is the draft very large, or made of brackets?") from error
    if done.returncode:
        raise ExportError("pandoc refused: " + _reason(done.stderr.decode("utf-8", "replace"), done.returncode))
    return done.stdout


def _reason(words: str, code: int) -> str:
    lines = words.partition("stack traceback:")[0].strip().splitlines()
    return lines[-1].strip() if lines else f"exit {code}"


def read_markdown(text: str) -> Document:
    """The tree of a draft's body."""
    tree: Document = json.loads(run(["--from", READER, "--to", "json"], text.encode(), seconds=_READING))
    return tree


def run_lua(script: Path, payload: object, *, epoch: int | None = None, memory: tuple[str, ...] | None = None) -> Any:
    """What `script` prints as JSON, given `payload` as JSON on its standard input, in one pandoc process."""
    data = json.dumps(payload, ensure_ascii=False).encode()
    return json.loads(run(["lua", str(script)], data, epoch=epoch, memory=memory))


def run_parts(script: Path, request: object, document: Document, *, epoch: int) -> dict[str, bytes]:
    """The parts that `script` writes of `document`, in one pandoc process.

    Its output is a line of JSON, their names and lengths in bytes, and then the parts: no byte is encoded twice.
    """
    lines = (json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in (request, document))
    head, _, rest = run(["lua", str(script)], "\n".join(lines).encode("utf-8"), epoch=epoch).partition(b"\n")
    index = json.loads(head)
    parts: dict[str, bytes] = {}
    for name, length in zip(index["names"], index["lengths"], strict=True):
        parts[name], rest = rest[:length], rest[length:]
    return parts
