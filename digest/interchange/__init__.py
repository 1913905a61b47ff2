"""Records as other tools write them: CSL-JSON, BibLaTeX and RIS."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from digest.interchange.biblatex import write_biblatex
from digest.interchange.csljson import write_csljson
from digest.interchange.ris import write_ris
from digest.model import Article

Writer = Callable[[Sequence[Article]], str]

WRITERS: dict[str, Writer] = {
    "biblatex": write_biblatex,
    "csl-json": write_csljson,
    "ris": write_ris,
}
"""The formats of references, by name; `EXTENSIONS` has the ending of a file in each."""

EXTENSIONS = {"biblatex": ".bib", "csl-json": ".json", "ris": ".ris"}
