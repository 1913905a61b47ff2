"""A folder that is watched: what appears there, once it has come to rest."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from digest.errors import FetchError
from digest.fetch.files import is_folder
from digest.fetch.naming import is_path

_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".opdownload", ".tmp", ".temp", "~")
"""How the names of files end that a browser or editor is still writing."""
_NO_PAGES = (".yaml", ".yml", ".sqlite", ".sqlite-wal", ".sqlite-shm", ".sqlite-journal")
_MOST_LOOKS = 60  # with `once`: a file that never rests is not waited for

State = tuple[int, int, int]
"""Size, time of the last change, and which file it is: a file moved into another's place may change only the last."""


def arrivals(folder: Path, seconds: float, *, once: bool = False) -> Iterator[tuple[str, ...]]:
    """At each look, the files that stand in `folder` and did not change between two looks, each state of them once.

    With `once` that ends when all that stands there has been given; else never.
    """
    if not is_folder(folder):
        raise FetchError("no folder", where=str(folder), hint="name the folder that your pages are saved to")
    given: dict[Path, State] = {}
    before: dict[Path, State] = {}
    for look in count():
        now = dict(_files(folder))
        rested = [path for path, state in now.items() if before.get(path) == state and given.get(path) != state]
        given = {path: state for path, state in given.items() if path in now} | {path: now[path] for path in rested}
        yield tuple(str(path if is_path(str(path)) else path.absolute()) for path in rested)
        if once and (now == given or look > _MOST_LOOKS):
            return
        before = now
        time.sleep(seconds)


def _files(folder: Path) -> Iterator[tuple[Path, State]]:
    """The regular files below `folder` that may be pages, and their states; what cannot be listed is not there yet."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        lowered = entry.name.lower()
        if lowered.startswith(".") or lowered.endswith(_UNFINISHED + _NO_PAGES):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(folder / entry.name)
            elif entry.is_file(follow_symlinks=False):
                found = entry.stat(follow_symlinks=False)
                yield folder / entry.name, (found.st_size, found.st_mtime_ns, found.st_ino)
        except OSError:  # gone between the two looks
            continue
