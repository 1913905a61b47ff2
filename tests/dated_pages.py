"""Articles on pages of their own, for the tests of dating."""

from __future__ import annotations

from digest.extract.dating import find_issued
from digest.extract.story import Story
from digest.model import Block, Evidence, Kind

FILL = (
    "The ministry has long argued that the valley needs a second crossing, and engineers agree that the old bridge "
    "cannot carry lorries for much longer without a thorough repair of its piers."
)


def lines(*texts: str, first: int = 1, captions: tuple[int, ...] = ()) -> tuple[Block, ...]:
    """The blocks of a page, one a text; `captions` are the numbers of those that stand below a picture."""
    kinds: list[Kind] = ["caption" if number in captions else "paragraph" for number in range(len(texts))]
    return tuple(Block(text=text, line=first + n, kind=kinds[n]) for n, text in enumerate(texts))


def issue(*texts: str, genre: str | None = None, captions: tuple[int, ...] = ()) -> tuple[str, tuple[Evidence, ...]]:
    """The date found for an article that is a page of its own."""
    blocks = lines(*texts, captions=captions)
    ((found, proofs),) = find_issued([Story(blocks=blocks, genre=genre)], blocks)
    assert (found is None) == (not proofs)
    assert all(proof.field == "issued" and proof.quote and proof.rule for proof in proofs)
    return str(found), proofs
