"""A part more in a package: its bytes, its type, and the relationship that leads to it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from digest.reports.docx.package import (
    CONTENT_TYPES,
    RELATIONSHIPS,
    Package,
    part,
    relationship_of,
    rels_name,
    with_override,
    with_relationship,
)

STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of part: the last word of its relationship's type (or the whole), its content type, and its usual name.

    A `%d` in the name is the first number that is free.
    """

    relationship: str
    content_type: str
    name: str


_ML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS: Mapping[str, Kind] = {
    "comments": Kind(relationship="comments", content_type=f"{_ML}.comments+xml", name="comments.xml"),
    "custom": Kind(
        relationship="custom-properties",
        content_type="application/vnd.openxmlformats-officedocument.custom-properties+xml",
        name="docProps/custom.xml",
    ),
    "endnotes": Kind(relationship="endnotes", content_type=f"{_ML}.endnotes+xml", name="endnotes.xml"),
    "footnotes": Kind(relationship="footnotes", content_type=f"{_ML}.footnotes+xml", name="footnotes.xml"),
    "settings": Kind(relationship="settings", content_type=f"{_ML}.settings+xml", name="settings.xml"),
    "styles": Kind(relationship="styles", content_type=f"{_ML}.styles+xml", name="styles.xml"),
}


def now(package: Package, changed: Mapping[str, bytes], name: str) -> bytes | None:
    """A part as it is after the changes made so far; None where there is none."""
    return changed[name] if name in changed else part(package, name)


def place_of(package: Package, changed: Mapping[str, bytes], kind: str) -> tuple[str, dict[str, bytes]]:
    """The name of the document's part of a kind in `KINDS`, and what must change for it to be there.

    Where the package has such a part nothing changes; else its relationship and type are told, and the caller has to
    add the part itself under the name that is returned.
    """
    row = KINDS[kind]
    of = "" if kind == "custom" else package.main
    if name := relationship_of(package, of, row.relationship):
        return name, {}
    folder = posixpath.dirname(of)
    name = posixpath.join(folder, row.name)
    if name in package.names and name not in changed:  # a part that nothing leads to: not ours to write over
        stem, dot, ending = name.rpartition(".")
        name = next(new for n in range(2, 1000) if (new := f"{stem}{n}{dot}{ending}") not in package.names)
    rels, types = rels_name(of), now(package, changed, CONTENT_TYPES) or b""
    there = now(package, changed, rels)
    base = STRICT_RELATIONSHIPS if STRICT_RELATIONSHIPS.encode() in (there or b"") else RELATIONSHIPS
    made, _ = with_relationship(there, f"{base}/{row.relationship}", posixpath.relpath(name, folder or "."))
    return name, {rels: made, CONTENT_TYPES: with_override(types, name, row.content_type)}
