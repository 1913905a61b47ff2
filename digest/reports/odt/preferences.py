"""Zotero's preferences among the properties of a document (`meta.xml`): set, replaced, or taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.reports.odt.tokens import Stream, attributes, escaped, fitted, inserted, tokens

EMPTY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3">'
    "<office:meta></office:meta></office:document-meta>"
)
"""The properties of a document that has none."""
ENTRY = '<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>'


def splices_of(stream: Stream, pieces: Sequence[tuple[str, str]], gone: Iterable[str]) -> list[tuple[int, int, str]]:
    """What changes where properties of these names are set, in place of those whose names begin with one of `gone`."""
    made = fitted(
        "".join(
            f'<meta:user-defined meta:name="{escaped(name)}">{escaped(value)}</meta:user-defined>'
            for name, value in pieces
        ),
        stream,
    )
    old = _found(stream, tuple(gone))
    if "".join(stream.text[start:end] for start, end in old) == made:
        return []
    if old:
        return [(start, end, "" if number else made) for number, (start, end) in enumerate(old)]
    return inserted(stream, "office:meta", made)


def _found(stream: Stream, gone: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the properties stand that go."""
    old: list[tuple[int, int]] = []
    begun = None
    for token in tokens(stream):
        if token.name != "meta:user-defined":
            continue
        if token.kind != "end":
            name = attributes(token, stream).get("meta:name", "")
            begun = token.start if gone and name.startswith(gone) else None
        if begun is not None and token.kind != "start":
            old.append((begun, token.end))
    return old


def with_entry(manifest: Stream) -> str:
    """The text of a manifest with the document's properties among its files."""
    if "meta.xml" in manifest.text:
        return manifest.text
    splices = inserted(manifest, "manifest:manifest", ENTRY)
    for start, end, xml in splices:
        return f"{manifest.text[:start]}{xml}{manifest.text[end:]}"
    return manifest.text
