"""Files that are whole or not there: all are made beside their targets first, then each takes its place at once."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from digest.errors import ExportError


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write every file, or, when one cannot be written, none."""
    made: dict[Path, Path] = {}
    target = Path()
    try:
        for target, data in contents.items():
            made[target] = _beside(target, data)
        for target, temporary in made.items():
            temporary.replace(target)
        for folder in {target.parent for target in made}:
            _sync_folder(folder)
    except OSError as error:
        raise ExportError(error.strerror or "cannot be written", where=str(target)) from error
    finally:
        for temporary in made.values():
            with suppress(FileNotFoundError):  # it has taken its place
                temporary.unlink()


def _beside(target: Path, data: bytes) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(8)}.part")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
