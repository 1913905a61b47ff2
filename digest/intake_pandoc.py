"""DOCX, ODT and EPUB: the archive checked, its text alone handed to pandoc, and pandoc's tree read."""

from __future__ import annotations

import json

from digest.errors import ExportError, ReadError
from digest.export.pandoc import run
from digest.model import Page, Source
from digest.readers.office import EPUB, PANDOC_NAMES, read_document
from digest.readers.office.epub import read_epub
from digest.readers.office.packages import Package, open_package, repacked
from digest.readers.sniffing import sniff

_SECONDS = 40
_MEMORY = ("+RTS", "-M400m", "-A2m", "-c", "-RTS")
"""A small nursery and a heap compacted in place: this pandoc runs within the limit of the child that calls it."""


def read_office(source: Source) -> tuple[Page, ...]:
    """The pages in a DOCX, ODT or EPUB; ReadError where the archive or the document is unsound."""
    media_type = sniff(source)
    package = open_package(source)
    try:
        tree = json.loads(_through_pandoc(package, media_type))
        if media_type == EPUB:
            return read_epub(source, package, tree)
        return read_document(source, package, tree, media_type)
    except ExportError as error:
        if "memory" in error.what or "heap" in error.what.lower() or "too long" in error.what:
            hint = "cut the document into parts"
            raise ReadError("a document too long to read", where=source.name, hint=hint) from error
        raise ReadError(f"a damaged document ({error.what})", where=source.name, hint=_HINT) from error
    except (RecursionError, json.JSONDecodeError) as error:
        raise ReadError("a document of an odd make", where=source.name, hint=_HINT) from error


_HINT = "open it in a word processor and save it anew"


def _through_pandoc(package: Package, media_type: str) -> bytes:
    arguments = ["--from", PANDOC_NAMES[media_type], "--to", "json", "--sandbox"]
    return run(arguments, repacked(package), seconds=_SECONDS, memory=_MEMORY)
