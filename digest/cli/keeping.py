"""Copies of reports that a person went on writing in: nothing overwrites them unasked."""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from digest.cli import desk
from digest.errors import ExportError, LibraryError

_PLACE = "files"


def keep_changes(path: Path, *, instead: str = "") -> None:
    """Refuse to write over `path` where it is not what this library's commands wrote there."""
    from digest.fetch import fetch

    if not path.is_file():
        return
    told = desk.library().pushed(_PLACE).known().get(str(path.resolve()))
    if told is None or told.mark != _mark(fetch(path).data):
        what = "was changed since it was written here" if told else "is there already, and was not written here"
        hint = f"{instead}-o names another file, --force writes this one anew"
        raise ExportError(what, where=str(path), hint=hint)


def remember(path: Path, data: bytes) -> None:
    """Keep a mark of what was written to `path`."""
    from digest.library.pushed import Sent

    with suppress(LibraryError):  # one that cannot be written to serves all the same
        desk.library().pushed(_PLACE).keep({str(path.resolve()): Sent(mark=_mark(data))})


def _mark(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
