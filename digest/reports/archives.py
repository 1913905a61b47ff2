"""A ZIP archive in memory: checked, read member by member, and written anew with all that did not change as it was."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from digest.errors import ReadError
from digest.zipmembers import fault_of

MOST_MEMBERS = 5_000
LARGEST_MEMBER = 60_000_000  # bytes of one member that is read, unpacked
_RATIO = 250  # of its packed size: what people write shrinks to a tenth, a table of zeros to a hundredth
_SMALL = 1_000_000  # a smaller member may shrink as it likes
_DAY = (1980, 1, 1, 0, 0, 0)  # the date of new members: ours depend on no clock
_DESCRIBED = 0x8  # flag: sizes stand behind the data; we write them before it
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """An archive whose list of members has been looked at."""

    data: bytes
    name: str  # of the file, for errors
    members: Mapping[str, zipfile.ZipInfo]
    comment: bytes = b""


def open_archive(data: bytes, name: str) -> Archive:
    """The archive; ReadError where it is broken, locked, or made to do harm."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            comment = archive.comment
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, OSError, struct.error) as error:
        raise ReadError("a damaged archive", where=name, hint="open it in its program and save it again") from error
    if fault := fault_of(entries, MOST_MEMBERS):
        raise ReadError(fault, where=name, hint="the file is damaged or made to do harm: do not open it")
    if any(entry.flag_bits & 1 for entry in entries):
        raise ReadError("locked by a password", where=name, hint="open it with its password, save a copy without one")
    return Archive(data=data, name=name, members={entry.filename: entry for entry in entries}, comment=comment)


def member(archive: Archive, name: str) -> bytes:
    """A member's bytes; ReadError where it is damaged or too large, KeyError where there is none."""
    entry = archive.members[name]
    where = f"{archive.name}: {name}"
    if entry.file_size > _SMALL and entry.file_size > max(entry.compress_size, 1) * _RATIO:
        raise ReadError("unpacks to far more than it is", where=where, hint="the file is made to do harm")
    if entry.file_size > LARGEST_MEMBER:
        hint = f"the limit is {LARGEST_MEMBER // 1_000_000} MB of text: cut the document into parts"
        raise ReadError("too large once unpacked", where=where, hint=hint)
    packed = _packed(archive, entry)[1]
    try:
        data = _unpacked(packed, entry)
    except zlib.error as error:
        raise ReadError("damaged", where=where, hint="open it in its program and save it again") from error
    if len(data) != entry.file_size or zlib.crc32(data) != entry.CRC:
        raise ReadError("damaged", where=where, hint="open it in its program and save it again")
    return data


def _unpacked(packed: bytes, entry: zipfile.ZipInfo) -> bytes:
    if entry.compress_type == zipfile.ZIP_STORED:
        return packed
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise zlib.error("another packing than documents have")
    return zlib.decompressobj(-15).decompress(packed, entry.file_size + 1)  # never more than declared


def _packed(archive: Archive, entry: zipfile.ZipInfo) -> tuple[bytes, bytes]:
    """A member's own extra field, and its bytes as they lie in the archive."""
    start = entry.header_offset
    header = archive.data[start : start + _LOCAL.size]
    if len(header) < _LOCAL.size or header[:4] != b"PK\x03\x04":
        raise ReadError("a damaged archive", where=archive.name, hint="open it in its program and save it again")
    named, extra = _LOCAL.unpack(header)[-2:]
    start += _LOCAL.size + named
    return archive.data[start : start + extra], archive.data[start + extra : start + extra + entry.compress_size]


def with_members(archive: Archive, changed: Mapping[str, bytes]) -> bytes:
    """The archive with these members in place of its own or behind them; the others' packed bytes are copied."""
    if all(name in archive.members and member(archive, name) == data for name, data in changed.items()):
        return archive.data
    out, listed = io.BytesIO(), io.BytesIO()
    for entry, extra, packed in _entries(archive, changed):
        name, offset = _encoded(entry), out.tell()
        stamp = _stamp(entry.date_time)
        sizes = (entry.CRC, len(packed), entry.file_size)
        needed, flags, packing = min(max(entry.extract_version, 20), 63), entry.flag_bits, entry.compress_type
        head = (needed, flags, packing, *stamp, *sizes, len(name))
        out.write(_LOCAL.pack(b"PK\x03\x04", *head, len(extra)) + name + extra + packed)
        more, comment = _plain_extra(entry.extra), entry.comment
        places = (len(more), len(comment), 0, entry.internal_attr, entry.external_attr, offset)
        made = entry.create_version | entry.create_system << 8
        listed.write(_CENTRAL.pack(b"PK\x01\x02", made, *head, *places) + name + more + comment)
    count = len(archive.members) + sum(name not in archive.members for name in changed)
    end = (0, 0, count, count, listed.tell(), out.tell(), len(archive.comment))
    return out.getvalue() + listed.getvalue() + _END.pack(b"PK\x05\x06", *end) + archive.comment


def _entries(archive: Archive, changed: Mapping[str, bytes]) -> Iterator[tuple[zipfile.ZipInfo, bytes, bytes]]:
    for name, entry in archive.members.items():
        if name in changed:
            yield _made(name, changed[name], entry)
            continue
        extra, packed = _packed(archive, entry)
        yield _copy(entry), _plain_extra(extra), packed
    for name, data in changed.items():
        if name not in archive.members:
            yield _made(name, data, None)


def _copy(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """A member's entry without a word of sizes that stand behind it."""
    copied = zipfile.ZipInfo(entry.filename, entry.date_time)
    for name in ("compress_type", "comment", "extra", "create_system", "create_version", "extract_version"):
        setattr(copied, name, getattr(entry, name))
    for name in ("internal_attr", "external_attr", "CRC", "file_size", "orig_filename"):
        setattr(copied, name, getattr(entry, name))
    copied.flag_bits = entry.flag_bits & ~_DESCRIBED
    return copied


def _made(name: str, data: bytes, old: zipfile.ZipInfo | None) -> tuple[zipfile.ZipInfo, bytes, bytes]:
    entry = _copy(old) if old else zipfile.ZipInfo(name, _DAY)
    if not old:
        entry.create_system, entry.flag_bits = 0, 0 if name.isascii() else 0x800
    stored = old is not None and old.compress_type == zipfile.ZIP_STORED
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    entry.CRC, entry.file_size, entry.extra = zlib.crc32(data), len(data), b""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return entry, b"", data if stored else packer.compress(data) + packer.flush()


def _encoded(entry: zipfile.ZipInfo) -> bytes:
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & 0x800 else "cp437")


def _stamp(when: tuple[int, int, int, int, int, int]) -> tuple[int, int]:
    year, month, day, hour, minute, second = when
    return hour << 11 | minute << 5 | second // 2, max(year - 1980, 0) << 9 | month << 5 | day


def _plain_extra(extra: bytes) -> bytes:
    """An extra field without sizes of 64 bits, which stand in their usual place when we write."""
    kept, place = b"", 0
    while place + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, place)
        if kind != 1:
            kept += extra[place : place + 4 + size]
        place += 4 + size
    return kept + extra[place:] if place < len(extra) else kept
