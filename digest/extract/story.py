"""One article's labelled lines, as the steps after splitting take them."""

from __future__ import annotations

from dataclasses import dataclass

from digest.model import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The labelled blocks of one article in page order, captions and furniture included.

    `genre` is "newsletter" or the like; `outlet` is the outlet's usual name, where the page shows one.
    """

    blocks: tuple[Block, ...]
    genre: str | None = None
    outlet: str | None = None
