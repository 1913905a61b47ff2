"""Mail: a message, a newsletter, what it forwards, and boxes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.errors import ReadError
from digest.model import Declared, Page, Source
from digest.readers.mail.boxes import cut
from digest.readers.mail.forwards import find_forward, own_words
from digest.readers.mail.furniture import labelled
from digest.readers.mail.heads import from_text, heads, is_bulk, signed_by_others, subject_of, web_address
from digest.readers.mail.parts import Part, parse_message, walk
from digest.readers.mail.pieces import Piece, pieces_of
from digest.readers.mail.plain import pieces_of_text
from digest.readers.text import MOST_LINES

_DEEPEST = 5  # messages in messages
_MOST_INSIDE = 50
_COVER = 80  # words a colleague writes above what is passed on
_FORWARD_MARK = re.compile(r"\s*(?:fwd?|wg|tr|rv|enc|i|vs|vb|fs|pd|ilt|пересл|转发|轉寄)\s*[:：]", re.I)
_BESIDE = ("image/", "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
"""Parts that hold nothing to read."""
_HEAD = 1_000  # characters
_FAIR_SHARE = 0.5
"""Of the plain text's words, what HTML must have to be preferred: some senders leave a hint there and no more."""


def read_mail(source: Source) -> tuple[Page, ...]:
    """The page of a message; where it only passes others on, the page of each."""
    pages = tuple(_pages(source, 0))
    if not pages:
        raise ReadError("a message without a text", where=source.name)
    return pages


def read_mbox(source: Source) -> tuple[Page, ...]:
    """The page of every message in a box; one that cannot be read is noted on the page beside it."""
    pages: list[Page] = []
    lost: list[str] = []
    for number, message in enumerate(cut([source.data]), 1):
        try:
            pages += read_mail(Source(name=f"{source.name}#{number}", data=message.data, accessed=source.accessed))
        except ReadError as error:
            lost.append(f"message {number}: {error.what}")
    if not pages:
        raise ReadError("a box without a message that can be read", where=source.name)
    return (replace(pages[0], notes=(*pages[0].notes, *lost)), *pages[1:])


def _pages(source: Source, depth: int) -> Iterator[Page]:
    root, notes = parse_message(source.data)
    parts = list(walk(root))
    inside = [part for part in parts if part.content_type in ("message/rfc822", "message/global")]
    pieces = _body(root)
    if inside and depth < _DEEPEST and _passes_on(root, pieces):
        found = False
        for number, part in enumerate(inside[:_MOST_INSIDE], 1):
            inner = Source(name=f"{source.name}#{number}", data=part.body, accessed=source.accessed)
            for page in _pages(inner, depth + 1):
                found = True
                yield page
        if found:
            return
    page = _page(source, root, pieces)
    if page.blocks:
        yield replace(page, notes=(*notes, *_attached(parts), *page.notes))


def _passes_on(root: Part, pieces: Sequence[Piece]) -> bool:
    """Whether a message is only the cover of those within it."""
    own = sum(len(piece.text.split()) for piece in own_words(pieces)) if pieces else 0
    return own < _COVER or bool(_FORWARD_MARK.match(root.header("subject") or ""))


def _page(source: Source, root: Part, pieces: Sequence[Piece]) -> Page:
    subject = root.header("subject") or ""
    forward = find_forward(pieces, subject)
    notes = () if forward is None else ("a forwarded message: its cover was left out",)
    if len(pieces) >= MOST_LINES:
        notes = (*notes, f"more than {MOST_LINES} lines: the rest was left out")
    title = subject_of(forward.head("subject") if forward else subject)
    declared = list(heads(root, forward))
    stated = {entry.field: entry.value for entry in reversed(declared)}
    body = forward.pieces if forward else own_words(pieces)
    blocks = labelled(body, title, stated.get("author"), stated.get("site_name"))
    declared += [*from_text(blocks, title), *_beside(root)]
    if is_bulk(root, blocks):
        declared = [
            *signed_by_others(declared),
            Declared(field="type", value="post-weblog", origin="mail to a list"),
            Declared(field="genre", value="newsletter", origin="mail to a list"),
        ]
    elif forward is None:  # a person writes to persons, whatever the domain of the address is known for
        declared = [entry for entry in declared if entry.field != "domain"]
        declared.append(Declared(field="type", value="personal_communication", origin="mail to persons"))
    if not any(block.kind in ("paragraph", "list item") for block in blocks):
        blocks = ()
    return Page(source=source, blocks=blocks, declared=tuple(declared), notes=notes, structured=True)


def _body(part: Part) -> tuple[Piece, ...]:
    """The pieces of a message's text: of alternatives the best, of a mixture every one meant to be read in place."""
    if part.content_type == "multipart/alternative":
        return _best([_body(inner) for inner in part.parts], [_is_html(inner) for inner in part.parts])
    if part.content_type == "multipart/related":
        return _body(part.parts[0])
    if part.parts:
        return tuple(piece for inner in part.parts for piece in _body(inner))
    if not part.inline or part.filename:
        return ()
    if part.content_type == "text/html":
        return pieces_of(part.text)
    return pieces_of_text(part.text, flowed=part.flowed) if part.content_type == "text/plain" else ()


def _beside(root: Part) -> Iterator[Declared]:
    """The address on the web that the plain text names in its first lines, where HTML was read."""
    for part in walk(root):
        if part.content_type == "text/plain" and part.inline and not part.filename:
            yield from web_address(part.text[:_HEAD])


def _is_html(part: Part) -> bool:
    return any(inner.content_type == "text/html" for inner in walk(part))


def _best(bodies: Sequence[tuple[Piece, ...]], rich: Sequence[bool]) -> tuple[Piece, ...]:
    """The HTML where it holds the text, else what holds most."""
    sizes = [sum(len(piece.text.split()) for piece in body) for body in bodies]
    most = max(sizes, default=0)
    for body, size, is_rich in reversed(list(zip(bodies, sizes, rich, strict=True))):
        if is_rich and size and size >= most * _FAIR_SHARE:
            return body
    return next((body for body, size in zip(bodies, sizes, strict=True) if size == most), ())


def _attached(parts: Sequence[Part]) -> Iterator[str]:
    """What hangs on a message: named, for it is a source of its own once it is saved."""
    for part in parts:
        if part.filename and not part.parts and not part.content_type.startswith(_BESIDE):
            yield f"attached and not read: {part.filename} ({part.content_type})"
