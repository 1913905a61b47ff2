"""Records as other tools write them, out and in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from digest.interchange.biblatex import write_biblatex
from digest.interchange.bibtex import read_bibtex
from digest.interchange.bibtex_writer import write_bibtex
from digest.interchange.csljson import read_csljson, write_csljson
from digest.interchange.endnote import read_endnote
from digest.interchange.items import Record, RecordReader
from digest.interchange.ris import write_ris
from digest.interchange.ris_reader import read_ris
from digest.interchange.zotero import read_zotero
from digest.interchange.zotero_writer import write_zotero
from digest.model import Article

__all__ = ["BESIDE", "EXTENSIONS", "RECORD_READERS", "WRITERS", "Record", "Writer"]

Writer = Callable[[Sequence[Article]], str]

WRITERS: dict[str, Writer] = {
    "biblatex": write_biblatex,
    "bibtex": write_bibtex,
    "csl-json": write_csljson,
    "ris": write_ris,
    "zotero-rdf": write_zotero,
}
"""The formats of references, by name; `EXTENSIONS` has the ending of a file in each."""

BESIDE = ("biblatex", "csl-json", "ris")
"""The formats that are written beside a printed brief."""

EXTENSIONS = {"biblatex": ".bib", "bibtex": ".bib", "csl-json": ".json", "ris": ".ris", "zotero-rdf": ".rdf"}

RECORD_READERS: dict[str, RecordReader] = {
    "application/csl+json": read_csljson,
    "application/endnote+xml": read_endnote,
    "application/x-bibtex": read_bibtex,
    "application/x-research-info-systems": read_ris,
    "application/zotero+rdf": read_zotero,
}
"""The formats of records by media type, as `readers.sniff` names them; one file holds many records."""
