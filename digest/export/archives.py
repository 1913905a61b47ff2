"""Zip files that are the same bytes for the same input."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

_EARLIEST = 315_532_800  # 1980: a zip file knows no earlier time


def pack(members: Mapping[str, bytes], epoch: int, *, stored: tuple[str, ...] = ()) -> bytes:
    """A zip file of `members` in their order, all dated `epoch`; those in `stored` are not compressed."""
    when = datetime.fromtimestamp(max(epoch, _EARLIEST), tz=UTC).timetuple()[:6]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            entry = zipfile.ZipInfo(name, date_time=when)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the same on every system
            archive.writestr(entry, data)
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The members of a zip file that we made ourselves, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}
