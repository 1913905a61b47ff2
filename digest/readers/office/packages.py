"""A document that is a ZIP archive (DOCX, ODT, EPUB): checked, and opened in memory part by part."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.errors import ReadError
from digest.model import Source
from digest.zipmembers import fault_of

MOST_PARTS = 5_000
LARGEST_PART = 30_000_000  # bytes of one part with text, unpacked
LARGEST = 60_000_000  # of all of them
_RATIO = 250  # of its packed size: what people write shrinks to a tenth, a table of zeros to a hundredth
_SMALL = 1_000_000  # a smaller part may shrink as it likes

_READ = re.compile(r"(?:.*\.(?:xml|rels|opf|ncx|x?html?)|mimetype|\[Content_Types\]\.xml)", re.I)
"""Parts that hold text. Pictures, fonts, macros and embedded files are never unpacked."""
_EMBEDDED = re.compile(r"(?:.*/)?(?:embeddings|activeX|customXml|vbaProject)[^/]*/.*", re.I)
_ENTITIES = re.compile(rb"<!ENTITY|<!DOCTYPE[^>\[]{0,500}\[", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The parts of a document that hold text, by name, in the archive's order."""

    parts: Mapping[str, bytes]
    left_out: tuple[str, ...] = ()  # names of the others


def open_package(source: Source) -> Package:
    """The parts with text; ReadError where the archive is broken, locked, or made to do harm."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            fault = fault_of(entries, MOST_PARTS)
            if not fault and any(map(_is_bomb, entries)):
                fault = "an archive that unpacks to far more than it is"
            if fault:
                raise ReadError(fault, where=source.name, hint="the file is damaged or made to do harm: do not open it")
            return _unpacked(archive, entries, source)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError, RuntimeError) as error:
        raise ReadError("a damaged archive", where=source.name, hint="download it again") from error


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _SMALL and entry.file_size > max(entry.compress_size, 1) * _RATIO


def _unpacked(archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], source: Source) -> Package:
    wanted = [one for one in entries if _READ.fullmatch(one.filename) and not _EMBEDDED.fullmatch(one.filename)]
    if any(entry.flag_bits & 1 for entry in wanted):
        hint = "open it with its password and save a copy without one"
        raise ReadError("locked by a password", where=source.name, hint=hint)
    if sum(entry.file_size for entry in wanted) > LARGEST or any(one.file_size > LARGEST_PART for one in wanted):
        hint = f"the limit is {LARGEST // 1_000_000} MB of text: cut the document into parts"
        raise ReadError("too large once unpacked", where=source.name, hint=hint)
    parts = {}
    for entry in wanted:
        with archive.open(entry) as file:
            data = file.read(entry.file_size + 1)  # never more than declared: the sum is bounded
        if _ENTITIES.search(data) or _ENTITIES.search(data[:4000].replace(b"\0", b"")):
            hint = "no word processor writes them: the file is made to do harm"
            raise ReadError("XML with entities of its own", where=source.name, hint=hint)
        parts[entry.filename] = data
    names = {entry.filename for entry in wanted}
    return Package(parts=parts, left_out=tuple(one.filename for one in entries if one.filename not in names))


def repacked(package: Package) -> bytes:
    """An archive of the parts with text alone; those left out are there, empty, since other parts name them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(package.parts.items(), key=lambda one: one[0] != "mimetype"):
            archive.writestr(zipfile.ZipInfo(name), data)
        for name in package.left_out:
            archive.writestr(zipfile.ZipInfo(name), b"")
    return out.getvalue()
