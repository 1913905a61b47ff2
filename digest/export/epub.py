"""The EPUB: the HTML of the brief, a file a section, packed by us."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from digest.export.archives import pack
from digest.export.inert import Entry
from digest.export.masthead import Masthead
from digest.export.web import divide, raised, title_block
from digest.resources import template_folder

_ID = re.compile(r'<[a-z0-9]+(?: [a-z-]+="[^"<>]*")*? id="([^"]+)"')
_HREF = re.compile(r'<a href="#([^"]+)"')
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{lang}" xml:lang="{lang}">
<head><meta charset="utf-8"/><title>{title}</title><link rel="stylesheet" href="style.css"/></head>
<body epub:type="{kind}">
{body}
</body>
</html>
"""
_ACCESS = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "displayTransformability"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityHazard", "none"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    name: str
    title: str
    body: str
    kind: str = "bodymatter"


def make_epub(body: str, head: Masthead, headings: Sequence[Entry], epoch: int) -> bytes:
    """The EPUB 3 of `body`, the HTML of the brief."""
    files = _files(body, head, headings)
    homes = {name: file.name for file in files for name in _ID.findall(file.body)}
    members = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": _CONTAINER.encode(),
        "EPUB/package.opf": _package(files, head, epoch).encode(),
        "EPUB/nav.xhtml": _nav(head, headings, files, homes).encode(),
        "EPUB/style.css": (template_folder() / "briefing" / "epub.css").read_bytes(),
    }
    for file in files:
        text = _page(head, file.title, _linked(file, homes), file.kind)
        members[f"EPUB/{file.name}"] = text.encode()
    return pack(members, epoch, stored=("mimetype",))


def _files(body: str, head: Masthead, headings: Sequence[Entry]) -> list[_File]:
    first, chapters, notes = divide(body)
    tops = [entry for entry in headings if entry.level == 1]
    files = [_File(name="title.xhtml", title=head.title, body=f"{title_block(head)}\n{first}", kind="frontmatter")]
    files += [
        _File(name=f"{entry.id}.xhtml", title=entry.text, body=raised(chapter))
        for entry, chapter in zip(tops, chapters, strict=True)
    ]
    if notes:
        title = head.words["notes"]
        files.append(
            _File(name="notes.xhtml", title=title, body=f"<h1>{escape(title)}</h1>\n{notes}", kind="backmatter")
        )
    return files


def _linked(file: _File, homes: Mapping[str, str]) -> str:
    """The body of `file`, its links to what stands in another file naming that file."""

    def there(link: re.Match[str]) -> str:
        home = homes.get(link[1], file.name)
        return link[0] if home == file.name else f'<a href="{home}#{link[1]}"'

    return _HREF.sub(there, file.body)


def _page(head: Masthead, title: str, body: str, kind: str) -> str:
    return _PAGE.format(lang=escape(head.language), title=escape(title), kind=kind, body=body)


def _nav(head: Masthead, headings: Sequence[Entry], files: Sequence[_File], homes: Mapping[str, str]) -> str:
    label = escape(head.words["contents"])
    rows = [f'<li><a href="title.xhtml">{escape(head.title)}</a></li>']
    rows += [_nav_entry(entry, headings, homes) for entry in headings if entry.level == 1]
    if files[-1].name == "notes.xhtml":
        rows.append(f'<li><a href="notes.xhtml">{escape(files[-1].title)}</a></li>')
    body = (
        f'<nav epub:type="toc" role="doc-toc" id="toc">\n<h1>{label}</h1>\n<ol>\n' + "\n".join(rows) + "\n</ol>\n</nav>"
    )
    return _page(head, head.words["contents"], body, "frontmatter")


def _nav_entry(entry: Entry, headings: Sequence[Entry], homes: Mapping[str, str]) -> str:
    home = homes[entry.id]
    below = [
        f'<li><a href="{home}#{other.id}">{escape(other.text)}</a></li>'
        for other in headings
        if other.level == 2 and homes[other.id] == home
    ]
    inner = "\n<ol>\n" + "\n".join(below) + "\n</ol>\n" if below else ""
    return f'<li><a href="{home}">{escape(entry.text)}</a>{inner}</li>'


def _package(files: Sequence[_File], head: Masthead, epoch: int) -> str:
    manifest = "\n".join(
        f'<item id="{_xml_id(file.name)}" href="{file.name}" media-type="application/xhtml+xml"/>' for file in files
    )
    spine = "\n".join(f'<itemref idref="{_xml_id(file.name)}"/>' for file in files)
    access = "\n".join(f'<meta property="{name}">{value}</meta>' for name, value in _ACCESS)
    modified = datetime.fromtimestamp(epoch, tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    title = escape(" · ".join(part for part in (head.full_title, head.number) if part))
    described = f"<dc:description>{escape(head.subtitle)}</dc:description>\n" if head.subtitle else ""
    published = f"<dc:publisher>{escape(head.series)}</dc:publisher>\n" if head.series else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{escape(head.language)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">{identifier(head)}</dc:identifier>
<dc:title>{title}</dc:title>
<dc:language>{escape(head.language)}</dc:language>
<dc:date>{head.day.isoformat()}</dc:date>
{described}{published}<meta property="dcterms:modified">{modified}</meta>
{access}
<meta property="schema:accessibilitySummary">{escape(head.words["access"])}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
{manifest}
</manifest>
<spine>
{spine}
</spine>
</package>
"""


def _xml_id(name: str) -> str:
    return "file-" + name.removesuffix(".xhtml")


def identifier(head: Masthead) -> str:
    """A name for this issue that every later edition of it keeps."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"briefing-digest:{head.name}:{head.number or head.day.isoformat()}").urn
