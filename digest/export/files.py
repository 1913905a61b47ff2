"""Files that are whole or not there: all are made beside their targets first, then each takes its place at once."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from digest.errors import ExportError

_ENDING = ".part"
_A_MOMENT = 60  # seconds; what is younger and empty may be a file that is about to be locked


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write every file, or, when one cannot be written, none."""
    made: dict[Path, Path] = {}
    target = Path()
    try:
        with ExitStack() as held:
            for target, data in contents.items():
                made[target] = held.enter_context(_beside(target, data))
            for target, temporary in made.items():
                temporary.replace(target)
            for folder in {target.parent for target in made}:
                _sync_folder(folder)
    except OSError as error:
        raise ExportError(error.strerror or "cannot be written", where=str(target)) from error
    for target in made:
        _sweep(target)


@contextmanager
def _beside(target: Path, data: bytes) -> Iterator[Path]:
    """A locked file beside `target` that holds `data`; gone at the end, unless it has taken its place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f"{_beginning(target)}{secrets.token_hex(8)}{_ENDING}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            locked = _lock(descriptor)
            file.write(data)
            file.flush()
            os.fsync(descriptor)
            if not locked:
                file.close()  # Windows replaces no open file
            yield temporary
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _beginning(target: Path) -> str:
    return f".{target.name[:40]}."  # a name of 255 bytes leaves no room for ours


def _sweep(target: Path) -> None:
    """Take away what runs that were killed left beside `target`: what nobody holds a lock on."""
    beginning = _beginning(target)
    with suppress(OSError):  # another run may sweep too
        for path in target.parent.iterdir():
            if path.name.startswith(beginning) and path.name.endswith(_ENDING) and _is_left(path):
                path.unlink()


def _is_left(path: Path) -> bool:
    with path.open("rb") as file:
        state = os.fstat(file.fileno())
        begun = state.st_size > 0 or time.time() - state.st_mtime > _A_MOMENT
        return begun and _lock(file.fileno())


def _lock(descriptor: int) -> bool:
    """Lock an open file until it is closed, or its process ends; False where another has, or the system cannot."""
    try:
        import fcntl
    except ImportError:  # Windows
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
