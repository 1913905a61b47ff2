"""Who signs, read out of what a page states: names, told from labels, roles, places and what a machine put there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digest.model import Name
from digest.names import parse_name
from digest.signing.cutting import Segment, segments
from digest.signing.kinds import Kind, kind_of
from digest.signing.listing import list_names

__all__ = ["Kind", "Signer", "read_signers"]

LONGEST = 600
"""Characters of a statement that are read; forty names take them."""
_MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """One who signs: what kind of name it is, and what he did (`author`, or a row of `words.HELPING`)."""

    name: Name
    kind: Kind
    role: str = "author"


def read_signers(text: str, *, inverted: bool = False) -> tuple[Signer, ...]:
    """Those whom `text` names, in order; `inverted` says that family names come first: "Doe, Jane".

    >>> [str(signer.name) for signer in read_signers("Von Ann Lee und BO CHEN, Redakteure in Berlin (dpa)")]
    ['Ann Lee', 'Bo Chen']
    >>> [(str(signer.name), signer.role) for signer in read_signers("Text: Ann Lee | Fotos: Carl Cox")]
    [('Ann Lee', 'author'), ('Carl Cox', 'photographs')]
    """
    found: dict[tuple[str, str], Signer] = {}
    for segment in segments(text[:LONGEST]):
        for signer in _signers(segment, inverted=inverted):
            found.setdefault((str(signer.name).casefold(), signer.role), signer)
    return tuple(found.values())[:_MOST]


def _signers(segment: Segment, *, inverted: bool) -> Iterator[Signer]:
    for part, role in list_names(segment.text, inverted=inverted):
        kind = kind_of(part)
        if kind is not None:
            name = parse_name(part) if kind == "person" else Name(literal=part)
            yield Signer(name=name, kind=kind, role=role or segment.role)
