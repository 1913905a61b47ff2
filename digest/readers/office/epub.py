"""An EPUB: one page where it is a book or a report, one an article where it is an issue of a periodical.

It is an issue where it says so (calibre's `periodical`), or where two thirds of its chapters bear a byline of their
own. A book is one record, whatever its chapters: a citation names its page or chapter by a locator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import basename, dirname, join, normpath
from typing import Any
from urllib.parse import unquote

from digest.errors import ReadError
from digest.model import Declared, Page, Source
from digest.readers.office import block_words, read_head
from digest.readers.office.packages import Package
from digest.readers.office.tree import Element, blocks_of, elements
from digest.readers.properties import as_document, is_author, is_title, parse_xml

_LEAST = 60  # words of a chapter that is an article
_FEWEST = 3  # articles of an issue
_SIGNED = 2 / 3
_BOOK = 20_000  # words
_NAVIGATION = 16  # words of a line of links from one article to the next
_NOTE = 5  # elements at the end of a chapter
_CALIBRE = re.compile(r"This article was downloaded by|\|? ?(?:Next|Previous|Section menu|Main menu)\b.{0,80}\|")
_PRINTED = re.compile(r"https?://\S{4,2000}")
_ISBN = re.compile(r"(?:urn:isbn:|isbn:?\s?)?((?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx])")
_SERIAL = re.compile(r"periodical|\bnews\b|\bnewspaper\b|\bmagazine\b|zeitung|газета|журнал", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """What an EPUB states of itself, and its files of text in reading order."""

    declared: tuple[Declared, ...]
    spine: tuple[str, ...]
    is_serial: bool


def read_epub(source: Source, package: Package, tree: Mapping[str, Any]) -> tuple[Page, ...]:
    """The pages in an EPUB, of which pandoc made `tree`."""
    book = _opened(source, package)
    chapters = _chapters(list(elements(tree["blocks"])), book.spine)
    articles = [(name, *_headed(found)) for name, found in chapters]
    articles = [one for one in articles if block_words(blocks_of(one[1])) >= _LEAST]
    signed = sum(any(row.field == "author" for row in declared) for _, _, declared in articles)
    if len(articles) >= _FEWEST and (book.is_serial or signed >= len(articles) * _SIGNED):
        return tuple(_article(source, package, book, one, at) for at, one in enumerate(articles, start=1))
    return (_whole(source, book, [one for _, found in chapters for one in found]),)


def _headed(found: Sequence[Element]) -> tuple[list[Element], list[Declared]]:
    """A chapter with its head told, and what it states; calibre's own note at its end gives its address."""
    marked, declared = read_head(_bare(found))
    for one in found[-_NOTE:]:
        for _, url in one.links if "calibre" in one.text else ():
            if _PRINTED.fullmatch(url):
                declared.append(Declared(field="url", value=url, origin="calibre's link to the page"))
    return marked, declared


def _whole(source: Source, book: _Book, found: Sequence[Element]) -> Page:
    bare = _bare(found)
    marked, head = read_head(bare)
    said = [row.value.casefold() for row in head if row.field == "title"]
    if any(row.field == "title" and row.value.casefold() not in said for row in book.declared):
        marked = bare  # its first heading is its first chapter's
    blocks = blocks_of(marked)
    has = {row.field for row in book.declared}
    own = [row for row in head if row.field not in has or row.field in ("issued", "genre", "type")]
    kind = [Declared(field="type", value="book", origin="length")] if block_words(blocks) >= _BOOK else []
    return Page(source=source, blocks=blocks, declared=as_document((*book.declared, *own, *kind)), structured=True)


def _article(
    source: Source, package: Package, book: _Book, article: tuple[str, list[Element], list[Declared]], at: int
) -> Page:
    name, found, head = article
    rows = [*head, *(_lent(book) if book.declared else ())]
    entry = Source(
        name=f"{source.name}#{at}",
        data=package.parts.get(name, b""),
        media_type="text/html; charset=utf-8",
        accessed=source.accessed,
    )
    return Page(source=entry, blocks=blocks_of(found), declared=tuple(rows), structured=True)


def _lent(book: _Book) -> Iterator[Declared]:
    """What an issue states of each of its articles: its own title is their outlet, its day theirs."""
    for row in book.declared:
        if row.field == "title":
            yield Declared(field="site_name", value=_undated(row.value), origin="title of the issue")
        elif row.field in ("issued", "language", "ISSN"):
            yield row


def _undated(title: str) -> str:
    """The periodical's name, without the day that calibre writes behind it in square brackets."""
    return re.sub(r"\s*(?:\[[^\[\]]{0,60}\]|\([^()]{0,60}\d[^()]{0,60}\))\s*$", "", title) or title


def _bare(found: Sequence[Element]) -> list[Element]:
    """The elements without marks of places and lines of nothing but links."""
    return [one for one in found if one.text and not _is_navigation(one)]


def _is_navigation(one: Element) -> bool:
    """Whether a short line only leads to other articles, or says who downloaded this one."""
    if one.kind == "heading" or len(one.text.split()) > _NAVIGATION:
        return False
    return "navbar" in one.style or _CALIBRE.match(one.text) is not None


def _chapters(found: Sequence[Element], spine: Sequence[str]) -> list[tuple[str, list[Element]]]:
    """The elements of each file of the spine: pandoc leaves its name at the head of each."""
    chapters: list[tuple[str, list[Element]]] = []
    ahead = list(spine)
    for one in found:
        names = [basename(name) for name in ahead]
        if one.mark and not one.text and one.mark in names:
            at = names.index(one.mark)
            chapters.append((ahead[at], []))
            ahead = ahead[at + 1 :]
        elif chapters:
            chapters[-1][1].append(one)
        else:
            chapters.append(("", [one]))
    return chapters


def _opened(source: Source, package: Package) -> _Book:
    place = _package_file(package)
    root = parse_xml(package.parts.get(place, b""))
    if root is None:
        raise ReadError("an EPUB without its table of files", where=source.name, hint="download it again")
    files = {one.get("id"): one.get("href") or "" for one in root.iter("{*}item")}
    spine = (files.get(one.get("idref"), "") for one in root.iter("{*}itemref"))
    declared = tuple(_stated(root))
    kinds = [one.get("content") or "" for one in root.iter("{*}meta") if "publication_type" in (one.get("name") or "")]
    kinds += [one.text or "" for one in root.iter("{*}type", "{*}subject")]
    return _Book(
        declared=declared,
        spine=tuple(normpath(join(dirname(place), unquote(name))) for name in spine if name),
        is_serial=any(_SERIAL.search(kind) for kind in kinds),
    )


def _package_file(package: Package) -> str:
    root = parse_xml(package.parts.get("META-INF/container.xml", b""))
    for one in root.iter("{*}rootfile") if root is not None else ():
        if (name := one.get("full-path")) in package.parts:
            return str(name)
    return next((name for name in package.parts if name.endswith(".opf")), "")


_FIELDS = {"creator": "author", "date": "issued", "description": "abstract", "language": "language", "title": "title"}
_ROLES = ("", "aut", "author")


def _stated(root: Any) -> Iterator[Declared]:
    """What the metadata of the package state, in the order of the file."""
    roles = {
        (one.get("refines") or "").lstrip("#"): (one.text or "").strip()
        for one in root.iter("{*}meta")
        if one.get("property") == "role"
    }
    metadata = next(root.iter("{*}metadata"), ())
    for one in metadata:
        name = one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""
        value = " ".join((one.text or "").split())[:5000]
        role = roles.get(one.get("id"), next((v for k, v in one.attrib.items() if k.endswith("}role")), ""))
        if value and _is_meant(name, value, role):
            yield from _row(name, value)


def _is_meant(name: str, value: str, role: str) -> bool:
    if name == "creator":
        return role in _ROLES and is_author(value)
    return is_title(value) if name == "title" else True


def _row(name: str, value: str) -> Iterator[Declared]:
    origin = f"EPUB {name}"
    if name in _FIELDS:
        usable = name != "language" or re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", value)
        short = value[:10] if name == "date" else re.sub(r"<[^<>]{1,200}>", " ", value)
        if usable and not (name == "date" and value.startswith("0101")):
            yield Declared(field=_FIELDS[name], value=short, origin=origin)
    elif name == "publisher":
        yield Declared(field="site_name", value=value, origin=origin)
    elif name == "identifier" and (match := _ISBN.fullmatch(value)):
        yield Declared(field="ISBN", value=match[1], origin=origin)
    elif name == "source" and _PRINTED.fullmatch(value):
        yield Declared(field="url", value=value, origin=origin)
