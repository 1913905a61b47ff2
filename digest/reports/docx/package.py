"""The package of a Word document: its parts, their relationships and types, and the package with some parts changed."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any
from urllib.parse import unquote

from digest.errors import ReadError
from digest.inertxml import parser
from digest.reports.archives import Archive, member, open_archive, with_members

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""What the types of relationships begin with (and what `r:` stands for); a strict document has another."""
CONTENT_TYPES = "[Content_Types].xml"
_PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EMPTY_RELS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_ENTITIES = re.compile(rb"<!ENTITY|<!DOCTYPE", re.I)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """What a part names in another: `kind` is the last word of its type, `target` a part's name or an address."""

    identifier: str
    kind: str
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A Word document's parts; `main` is the name of the one that holds the body."""

    archive: Archive
    main: str

    @property
    def name(self) -> str:
        """The file's name, for errors."""
        return self.archive.name

    @property
    def names(self) -> tuple[str, ...]:
        """The parts' names, in the archive's order."""
        return tuple(self.archive.members)


def spelled(package: Package, name: str) -> str:
    """The name of a part as the archive spells it: capital letters make no difference (ECMA-376 part 2, 6.2.2.3)."""
    if name in package.archive.members:
        return name
    return next((one for one in package.archive.members if one.casefold() == name.casefold()), name)


def open_package(data: bytes, name: str) -> Package:
    """The package; ReadError where it is broken, locked, made to do harm, or no Word document."""
    if data.startswith(_OLE):
        hint = "open it in Word or LibreOffice and save it as .docx, without a password"
        raise ReadError("locked by a password, or in Word's format of before 2007", where=name, hint=hint)
    archive = open_archive(data, name)
    found = relationships(Package(archive=archive, main=""), "")
    main = next((one.target for one in found if one.kind == "officeDocument" and not one.external), "")
    if main not in archive.members:
        raise ReadError("no Word document", where=name, hint="open it in its program and save it as .docx")
    return Package(archive=archive, main=main)


def part(package: Package, name: str) -> bytes | None:
    """A part's bytes, None where the package has none of that name."""
    name = spelled(package, name)
    return member(package.archive, name) if name in package.archive.members else None


def with_parts(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """The package with these parts in place of its own, new ones at its end; the others' packed bytes are copied."""
    return with_members(package.archive, {spelled(package, name): data for name, data in changed.items()})


def root_of(package: Package, name: str) -> Any | None:
    """The root element of a part; None where there is no such part, ReadError where it is no XML."""
    data = part(package, name)
    return None if data is None else parsed(data, f"{package.name}: {name}")


def parsed(data: bytes, where: str) -> Any:
    """The root element of an XML part; ReadError where it is broken or declares entities."""
    from lxml import etree

    head = data[:4000].replace(b"\0", b"")
    if _ENTITIES.search(data) or _ENTITIES.search(head):
        raise ReadError("XML with declarations of its own", where=where, hint="the file is made to do harm")
    try:
        return etree.fromstring(data, parser(remove_blank_text=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        hint = "open it in Word or LibreOffice and save it again"
        raise ReadError(f"broken XML ({str(error)[:120]})", where=where, hint=hint) from error


def rels_name(name: str) -> str:
    """The name of the part that has the relationships of a part; "" is the package itself.

    >>> rels_name("word/document.xml")
    'word/_rels/document.xml.rels'
    """
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def relationships(package: Package, name: str) -> tuple[Relationship, ...]:
    """The relationships of a part ("" for the package's own), with the names of the parts they lead to."""
    data = part(package, rels_name(name))
    if data is None:
        return ()
    found = relationships_in(data, name, f"{package.name}: {rels_name(name)}")
    return tuple(_as_spelled(package, found))


def _as_spelled(package: Package, found: Sequence[Relationship]) -> Iterator[Relationship]:
    members = package.archive.members
    strange = any(not one.external and one.target not in members for one in found)
    names = {name.casefold(): name for name in members} if strange else {}
    for one in found:
        known = one.external or one.target in members
        yield one if known else replace(one, target=names.get(one.target.casefold(), one.target))


def relationships_in(rels: bytes, of: str, where: str = "") -> tuple[Relationship, ...]:
    """The relationships that a `.rels` part of the part `of` lists."""
    found = []
    for one in parsed(rels, where or rels_name(of)).iterfind(f"{{{_PACKAGE_RELS}}}Relationship"):
        target, external = one.get("Target", ""), one.get("TargetMode") == "External"
        if not external:
            folder = posixpath.dirname(of)
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        kind = one.get("Type", "").rpartition("/")[2]
        found.append(Relationship(identifier=one.get("Id", ""), kind=kind, target=target, external=external))
    return tuple(found)


def relationship_of(package: Package, name: str, kind: str) -> str | None:
    """The name of the part that a part leads to by a relationship of this kind (`footnotes`, `styles`)."""
    for one in relationships(package, name):
        if one.kind == kind and not one.external and one.target in package.archive.members:
            return one.target
    return None


def with_relationship(rels: bytes | None, kind: str, target: str, *, external: bool = False) -> tuple[bytes, str]:
    """A `.rels` part with a relationship more, and its identifier; as it was where it has it already.

    `target` is written as given, relative to the part's folder; `kind` is the last word of a type or a whole type.
    """
    made, identifiers = with_relationships(rels, kind, [target], external=external)
    return made, identifiers[target]


def with_relationships(
    rels: bytes | None, kind: str, targets: Sequence[str], *, external: bool = False
) -> tuple[bytes, dict[str, str]]:
    """A `.rels` part with a relationship to each of these targets, and their identifiers."""
    kind = kind if ":" in kind else f"{RELATIONSHIPS}/{kind}"
    rels = rels or _EMPTY_RELS
    there = [*parsed(rels, "relationships").iterfind(f"{{{_PACKAGE_RELS}}}Relationship")]
    taken = {one.get("Id") for one in there}
    known = {one.get("Target", ""): str(one.get("Id", "")) for one in there if one.get("Type") == kind}
    free = (name for number in range(1, len(taken) + len(targets) + 2) if (name := f"rId{number}") not in taken)
    mode = ' TargetMode="External"' if external else ""
    made = []
    for target in dict.fromkeys(targets):
        if target not in known:
            known[target] = next(free)
            row = f'Id="{known[target]}" Type="{escape(kind)}" Target="{escape(target)}"{mode}'
            made.append(f"Relationship {row}/>")
    return _appended(rels, "Relationships", made), {target: known[target] for target in targets}


def with_override(content_types: bytes, name: str, kind: str) -> bytes:
    """`[Content_Types].xml` with a part's type told; as it was where it tells it already."""
    for one in parsed(content_types, CONTENT_TYPES):
        if isinstance(one.tag, str) and one.get("PartName", "").lower() == f"/{name}".lower():
            return content_types
    element = f'Override PartName="/{escape(name)}" ContentType="{escape(kind)}"/>'
    return _appended(content_types, "Types", [element])


def _appended(data: bytes, root: str, elements: Sequence[str]) -> bytes:
    """The XML with elements more before its root ends: not a byte of what was there changes."""
    if not elements:
        return data
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16").replace('encoding="UTF-16"', 'encoding="UTF-8"').encode()
    text = data.decode("utf-8-sig", errors="surrogateescape")
    if found := re.search(rf"</((?:[\w.-]+:)?){root}\s*>\s*$", text):
        made = "".join(f"<{found[1]}{element}" for element in elements)
        text = f"{text[: found.start()]}{made}{text[found.start() :]}"
    elif found := re.search(rf"<((?:[\w.-]+:)?){root}\b[^<>]*?(/>)\s*$", text):
        made = "".join(f"<{found[1]}{element}" for element in elements)
        text = f"{text[: found.start(2)]}>{made}</{found[1]}{root}>"
    else:
        raise ReadError("broken XML", where=root, hint="open it in Word or LibreOffice and save it again")
    return text.encode("utf-8", errors="surrogateescape")


def content_type(package: Package, name: str) -> str:
    """The type of a part as the package tells it, "" where it does not."""
    root = root_of(package, CONTENT_TYPES)
    if root is None:
        return ""
    ending = name.rpartition(".")[2].lower()
    default = ""
    for one in root:
        if not isinstance(one.tag, str):
            continue
        if one.get("PartName", "").lower() == f"/{name}".lower():
            return str(one.get("ContentType", ""))
        if one.get("Extension", "").lower() == ending:
            default = str(one.get("ContentType", ""))
    return default
