"""XML as a row of tokens with their places in its text: what an edit does not touch is never written anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from digest.errors import ReadError
from digest.inertxml import parser

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dr3d": "urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "form": "urn:oasis:names:tc:opendocument:xmlns:form:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    "math": "http://www.w3.org/1998/Math/MathML",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
"""Prefixes as OpenDocument 1.3 uses them; a file may choose others, and we read its names as these."""
_PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}

_TOKEN = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![A-Z][^>]*>"
    r"|<(?P<close>/?)(?P<name>[^\s/<>!?]++)(?P<attributes>(?:[^\"'<>/]++|\"[^\"]*+\"|'[^']*+'|/(?!>))*+)(?P<empty>/?)>",
    re.S,
)
_ATTRIBUTE = re.compile(r"([^\s=]++)\s*=\s*(?:\"([^\"]*+)\"|'([^']*+)')")
_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));")
_DECLARES = re.compile(rb"<!ENTITY|<!DOCTYPE[^>\[]{0,500}\[", re.I)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.S)
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST = 4_000_000  # tokens of a part


@dataclass(frozen=True, slots=True)
class Token:
    """A tag (its name with our prefix), or the text between two tags (name "")."""

    kind: str  # "start", "end", "empty", "text"
    name: str
    start: int
    end: int
    raw: str = ""  # attributes as written


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """A part of a document as text, with the prefixes its root gives to namespaces."""

    name: str
    text: str
    encoding: str
    prefixes: Mapping[str, str] = field(default_factory=dict)  # the file's → ours
    root: object = None  # lxml's tree


def opened(data: bytes, name: str, where: str) -> Stream:
    """A part as a stream; ReadError where it is broken or declares entities."""
    from lxml import etree

    place = f"{where}: {name}"
    hint = "open it in LibreOffice and save it again"
    if _DECLARES.search(data) or _DECLARES.search(data[:4000].replace(b"\0", b"")):
        raise ReadError("XML with declarations of its own", where=place, hint="the file is made to do harm")
    try:
        root = etree.fromstring(data, parser())
        encoding = root.getroottree().docinfo.encoding or "UTF-8"
        text = data.decode(encoding)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise ReadError(f"broken XML ({str(error)[:120]})", where=place, hint=hint) from error
    text = _CDATA.sub(lambda match: escaped(match[1]), text)
    prefixes = {prefix: _PREFIXES[uri] for prefix, uri in root.nsmap.items() if prefix and uri in _PREFIXES}
    if default := _PREFIXES.get(root.nsmap.get(None, "")):
        prefixes[""] = default
    return Stream(name=name, text=text, encoding=encoding, prefixes=prefixes, root=root)


def checked(stream: Stream, where: str) -> bytes:
    """The bytes of a stream's text, which are sound XML."""
    data = stream.text.encode(stream.encoding)
    opened(data, stream.name, where)
    return data


def tokens(stream: Stream, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tags of a stream and the text between them, in order."""
    text, stop = stream.text, len(stream.text) if end is None else end
    names = _Names(stream.prefixes)
    at = start
    for number, match in enumerate(_TOKEN.finditer(text, start, stop)):
        if number > _MOST:
            raise ReadError("XML of too many elements", where=stream.name, hint="cut the document into parts")
        if match.start() > at:
            yield Token("text", "", at, match.start())
        at = match.end()
        if match["name"]:
            yield names.token(match)
    if at < stop:
        yield Token("text", "", at, stop)


class _Names:
    """The names of elements with our prefixes, within the declarations of the elements they stand in."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.scopes: list[tuple[int, dict[str, str], dict[str, str]]] = [(-1, dict(prefixes), {})]
        self.depth = 0

    def token(self, match: re.Match[str]) -> Token:
        raw, name = match["attributes"], match["name"]
        if match["close"]:
            self.depth -= 1
            token = Token("end", self.ours(name), match.start(), match.end())
            self.leave()
            return token
        if "xmlns" in raw and self.depth:
            self.scopes.append((self.depth, self.declared(raw), {}))
        kind = "empty" if match["empty"] else "start"
        token = Token(kind, self.ours(name), match.start(), match.end(), raw)
        if kind == "empty":
            self.leave()
        else:
            self.depth += 1
        return token

    def leave(self) -> None:
        if len(self.scopes) > 1 and self.scopes[-1][0] == self.depth:
            self.scopes.pop()

    def declared(self, raw: str) -> dict[str, str]:
        prefixes = dict(self.scopes[-1][1])
        for name, double, single in _ATTRIBUTE.findall(raw):
            if name == "xmlns" or name.startswith("xmlns:"):
                prefixes[name[6:]] = _PREFIXES.get(plain(double or single), "other")
        return prefixes

    def ours(self, name: str) -> str:
        known = self.scopes[-1][2]
        if name not in known:
            prefix, _, local = name.rpartition(":")
            known[name] = f"{self.scopes[-1][1].get(prefix, prefix or 'other')}:{local}"
        return known[name]


def attributes(token: Token, stream: Stream) -> dict[str, str]:
    """The attributes of a tag, by their names with our prefixes."""
    found = {}
    for name, double, single in _ATTRIBUTE.findall(token.raw):
        prefix, colon, local = name.rpartition(":")
        found[f"{stream.prefixes.get(prefix, prefix)}:{local}" if colon else name] = plain(double or single)
    return found


def plain(source: str) -> str:
    """Text without its entities.

    >>> plain("A &amp; B &#8212; C")
    'A & B — C'
    """
    return _ENTITY.sub(_character, source) if "&" in source else source


def _character(match: re.Match[str]) -> str:
    if match[3]:
        return _NAMED[match[3]]
    number = int(match[1], 16) if match[1] else int(match[2])
    return chr(number) if number <= 0x10FFFF else "\ufffd"


def characters(source: str, start: int) -> Iterator[tuple[str, int, int]]:
    """The characters of a text with the places they come from: an entity is one."""
    at = 0
    for match in _ENTITY.finditer(source):
        yield from ((source[n], start + n, start + n + 1) for n in range(at, match.start()))
        yield _character(match), start + match.start(), start + match.end()
        at = match.end()
    yield from ((source[n], start + n, start + n + 1) for n in range(at, len(source)))


def escaped(text: str) -> str:
    """Text as it may stand between tags and in an attribute; what XML forbids is replaced.

    >>> escaped('a < "b"')
    'a &lt; &quot;b&quot;'
    """
    text = _ILLEGAL.sub("\ufffd", text)
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", "&#10;")):
        text = text.replace(character, entity)
    return text.replace("\t", "&#9;").replace("\r", "&#13;")


def inserted(stream: Stream, name: str, xml: str) -> list[tuple[int, int, str]]:
    """The change to a stream that sets this at the end of its first element of a name; none where it has no such."""
    made = fitted(xml, stream)
    for token in tokens(stream):
        if token.name == name and token.kind == "end":
            return [(token.start, token.start, made)]
        if token.name == name and token.kind == "empty":
            tag = stream.text[token.start : token.end]
            return [(token.start, token.end, f"{tag[:-2]}>{made}</{tag[1:-2].split()[0]}>")]
    return []


_TAG = re.compile(r"<(/?)([a-z]+):([^\s/>]+)((?:\s+[^\s=]+=\"[^\"]*\")*)(/?)>")


def fitted(xml: str, stream: Stream) -> str:
    """XML of ours with the prefixes that the stream's root has; a namespace it lacks is declared where it is used."""
    theirs = {ours: prefix for prefix, ours in stream.prefixes.items() if prefix}
    used = {prefix for prefix in NAMESPACES if f"<{prefix}:" in xml or f" {prefix}:" in xml}
    return xml if all(theirs.get(prefix) == prefix for prefix in used) else _TAG.sub(_fitting(theirs), xml)


def _fitting(theirs: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    def fit(match: re.Match[str]) -> str:
        close, prefix, name, raw, empty = match.groups()
        lacking = {prefix} - theirs.keys()

        def attribute(found: re.Match[str]) -> str:
            if found[1] not in NAMESPACES:
                return found[0]
            lacking.update({found[1]} - theirs.keys())
            return f" {theirs.get(found[1], found[1])}:{found[2]}="

        told = re.sub(r" ([a-z]+):([\w-]+)=(?=\")", attribute, raw)
        declared = "" if close else "".join(f' xmlns:{one}="{NAMESPACES[one]}"' for one in sorted(lacking))
        return f"<{close}{theirs.get(prefix, prefix)}:{name}{told}{declared}{empty}>"

    return fit
