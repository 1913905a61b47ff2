"""The members that a zip archive says it has, looked at before any of them is unpacked."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from itertools import pairwise


def fault_of(members: Sequence[zipfile.ZipInfo], most: int) -> str | None:
    """What is wrong with an archive's own list of its members; None where nothing is."""
    names = [one.filename for one in members]
    checks = (
        (len(members) > most, f"an archive of more than {most:,} parts"),
        (any(map(_is_odd, names)), "an archive with a name that leads out of it"),
        (len(set(names)) < len(names), "an archive with two parts of one name"),
        (_overlap(members), "an archive whose parts overlap"),
    )
    return next((what for wrong, what in checks if wrong), None)


def _is_odd(name: str) -> bool:
    return name.startswith(("/", "\\")) or ":" in name[:3] or "\0" in name or ".." in re.split(r"[/\\]", name)


def _overlap(members: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether two members share their bytes: how an archive of megabytes unpacks to terabytes."""
    placed = sorted((one.header_offset, one.compress_size) for one in members)
    return any(start + size > following for (start, size), (following, _) in pairwise(placed))
