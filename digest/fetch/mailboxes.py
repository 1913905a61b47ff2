"""Boxes of mail on the disk → their messages one by one: an mbox of any size, a Maildir."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from digest.errors import FetchError
from digest.fetch.files import Refused, fetch, pieces
from digest.model import Source
from digest.readers.mail.boxes import LARGEST, cut

_FOLDERS = ("cur", "new")


def is_maildir(path: Path) -> bool:
    """Whether `path` is a folder of mail as mail servers keep it: `cur` and `new`, both folders of its own."""
    try:
        return all((path / name).is_dir() and not (path / name).is_symlink() for name in _FOLDERS)
    except OSError:
        return False


def messages(path: Path) -> Iterator[Source | Refused]:
    """The messages of a Maildir in the order they came; what is no file of its own (a link, a pipe) is refused."""
    found = []
    for name in _FOLDERS:
        try:
            found += [entry for entry in os.scandir(path / name) if not entry.name.startswith(".")]
        except OSError as error:
            what = (error.strerror or "cannot be opened").lower()
            yield Refused(name=str(path / name), error=FetchError(what, where=str(path / name)))
    for entry in sorted(found, key=lambda entry: entry.name):  # Maildir's names begin with the second they came
        yield _message(Path(entry.path), is_link=entry.is_symlink())
    for folder in _subfolders(path):
        yield from messages(folder)


def _subfolders(path: Path) -> list[Path]:
    """The folders of a Maildir, which lie beside its messages under names that begin with a dot."""
    try:
        found = sorted(path.glob(".?*"))
    except OSError:
        return []
    return [folder for folder in found if not folder.is_symlink() and is_maildir(folder)]


def _message(path: Path, *, is_link: bool) -> Source | Refused:
    if is_link:
        return Refused(name=str(path), error=FetchError("a link, no message", where=str(path)))
    try:
        return fetch(path, largest=LARGEST)
    except FetchError as error:
        return Refused(name=str(path), error=error)


def box(path: Path) -> Iterator[Source | Refused]:
    """The messages of an mbox file, of which no more than one is held at a time."""
    name = os.fsencode(path).decode("utf-8", "backslashreplace")
    try:
        for number, message in enumerate(cut(pieces(path)), 1):
            where = f"{name}#{number}"
            if message.is_whole:
                yield Source(name=where, data=message.data)
            else:
                error = FetchError(f"a message larger than {LARGEST // 1_000_000} MB", where=where)
                yield Refused(name=where, error=error)
    except FetchError as error:
        yield Refused(name=name, error=error)
