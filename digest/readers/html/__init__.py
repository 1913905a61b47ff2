"""A saved or fetched HTML page, read by its elements: what it declares, and its text told from its furniture."""

from __future__ import annotations

from digest.model import Block, Page, Source
from digest.readers.html.body import find_body
from digest.readers.html.body.leaves import lay_out
from digest.readers.html.declared import find_declared, find_stated
from digest.readers.html.markup import parse
from digest.readers.html.saved import find_saved
from digest.readers.html.walls import WALL, is_wall


def read_html(source: Source) -> tuple[Page, ...]:
    """The page in an HTML file."""
    tree, notes = parse(source)
    page = lay_out(tree, source.name)  # first, for it refuses what is too large
    declared = (*find_declared(tree, source.url), *find_saved(source.data))
    blocks = find_body(tree, declared, page)
    if is_wall(declared, blocks):
        return (Page(source=source, blocks=(), notes=(*notes, WALL), structured=True),)
    return (Page(source=source, blocks=blocks, declared=declared, notes=notes, structured=True),)


def read_body(source: Source) -> tuple[Block, ...]:
    """The text of an HTML page alone, for who wants no record: its elements are not searched for bylines and dates."""
    tree, _ = parse(source)
    page = lay_out(tree, source.name)
    return find_body(tree, find_stated(tree, source.url), page)
