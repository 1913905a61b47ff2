"""Paths and standard input → Source: the only reading of a user's files."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from digest.errors import DigestError, FetchError
from digest.model import Source

LARGEST = 50_000_000
"""Bytes a file may have; a newspaper's page has under five million."""

_STDIN = "-"
_PIECE = 1_000_000
_SKIPPED = (
    ("readme", "a README"),
    ("license", "a licence"),
    ("licence", "a licence"),
    (".", "a dot file"),
)
"""How the names begin that a folder's walk passes over, and what is said of them."""
_NO_PAGES = {
    (".yaml", ".yml"): "settings, no page",
    (".sqlite", ".sqlite-wal", ".sqlite-shm"): "a library, no page",
}
"""How they end."""
_SIDECAR = ".yaml"
_OUTWARD = "a link out of the folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A file that a walk passed over, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A file that could not be opened or read, and the error that says why."""

    name: str
    error: DigestError


def fetch(path: Path, *, largest: int = LARGEST) -> Source:
    """The regular file at `path`, or standard input for `-`; FetchError where it is neither, or too large."""
    name = os.fsencode(path).decode("utf-8", "backslashreplace")
    if name == _STDIN:
        return Source(name=name, data=_bounded(sys.stdin.buffer.read(largest + 1), "standard input", largest))
    return Source(name=name, data=_file(path, largest))


def pieces(path: Path) -> Iterator[bytes]:
    """What `fetch` would read, of any size, piece by piece."""
    if str(path) == _STDIN:
        yield from iter(lambda: sys.stdin.buffer.read(_PIECE), b"")
        return
    with opened(path) as file:
        yield from iter(lambda: file.read(_PIECE), b"")


def is_folder(path: Path) -> bool:
    """Whether `path` is a folder; a name that no file can have is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def sidecar(path: Path) -> Source | None:
    """The file `NAME.yaml` beside `NAME.txt`, if there is one."""
    if str(path) == _STDIN or path.suffix.lower() == _SIDECAR or not os.path.lexists(path):  # one of many in a file
        return None
    beside = path.with_suffix(_SIDECAR)
    if not os.path.lexists(beside):
        return None
    if _leads_out(beside, path.parent):
        raise FetchError(_OUTWARD, where=str(beside), hint="put the sidecar itself beside its page")
    return fetch(beside)


Inside = Callable[[Path], "Iterator[Source | Skipped | Refused] | None"]
"""What opens a file or folder that holds many pages, and gives None for others."""


def walk(paths: Iterable[Path], inside: Inside = lambda _: None) -> Iterator[Source | Skipped | Refused]:
    """Every file named, and every file in every folder named, in order; what cannot be opened is told, not raised.

    Of what `inside` opens, the pages come one by one.
    """
    for path in paths:
        if str(path) == _STDIN:
            yield _tried(path)
        elif (found := inside(path)) is not None:
            yield from found
        elif is_folder(path):
            yield from _folder(path, path, inside)
        else:
            yield _tried(path)


def _tried(path: Path) -> Source | Refused:
    try:
        return fetch(path)
    except FetchError as error:
        return Refused(name=str(path), error=error)


def _folder(folder: Path, top: Path, inside: Inside) -> Iterator[Source | Skipped | Refused]:
    """Files of a folder and below; links to folders are not followed, so there is no loop.

    Nor are links out of `top`: who gave us the folder must not choose what else of ours is read.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Refused(name=str(folder), error=_refusal(error, folder))
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        path = folder / entry.name
        reason = _passed_over(entry, names) or (_OUTWARD if _leads_out(path, top) else None)
        if reason:
            yield Skipped(name=str(path), reason=reason)
        elif str(path) == _STDIN and not entry.is_dir():  # a file of that name, in this folder
            yield _tried(path.absolute())
        elif (found := inside(path)) is not None:
            yield from found
        elif entry.is_dir(follow_symlinks=False):
            yield from _folder(path, top, inside)
        else:
            yield _tried(path)


def _passed_over(entry: os.DirEntry[str], names: set[str]) -> str | None:
    lowered = entry.name.lower()
    for start, what in _SKIPPED:
        if lowered.startswith(start):
            return what
    if lowered.endswith(_SIDECAR) and _has_page(entry.name, names):
        return "a sidecar"
    for endings, what in _NO_PAGES.items():
        if lowered.endswith(endings):
            return what
    if entry.is_symlink() and entry.is_dir():
        return "a link to a folder"
    return None


def _leads_out(path: Path, folder: Path) -> bool:
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _has_page(name: str, names: set[str]) -> bool:
    stem = name[: -len(_SIDECAR)]
    return any(other != name and Path(other).stem == stem for other in names)


def _file(path: Path, largest: int) -> bytes:
    with opened(path) as file:
        return _bounded(file.read(largest + 1), str(path), largest)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The regular file at `path`, open; FetchError where it is none."""
    try:
        # O_NONBLOCK: opening a pipe nobody writes to would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise _refusal(error, path) from error
    try:
        kind = os.fstat(handle).st_mode
        if not stat.S_ISREG(kind):
            what = "a folder" if stat.S_ISDIR(kind) else "no regular file"
            raise FetchError(what, where=str(path), hint="pages are read from files; use - for standard input")
        with os.fdopen(handle, "rb", closefd=False) as file:
            yield file
    except OSError as error:
        raise _refusal(error, path) from error
    finally:
        os.close(handle)


def _bounded(data: bytes, where: str, largest: int) -> bytes:
    if len(data) > largest:
        raise FetchError(f"larger than {largest // 1_000_000} MB", where=where, hint="is this one page?")
    return data


def _refusal(error: OSError | ValueError, path: Path) -> FetchError:
    what = error.strerror if isinstance(error, OSError) and error.strerror else "cannot be opened"
    meant = isinstance(error, FileNotFoundError) and _LIKE_AN_ADDRESS.match(str(path))
    hint = "a web address begins with https://" if meant else ""
    return FetchError(what[:1].lower() + what[1:], where=str(path), hint=hint)


_LIKE_AN_ADDRESS = re.compile(
    r"www\.|(?:[\w-]{1,63}\.){1,4}(?:(?:com|org|net|info|gov|edu)(?:/|$)|[a-z]{2}/)", re.IGNORECASE
)
