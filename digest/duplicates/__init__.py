"""The same article twice: what two texts share, how much of it makes them one, and what changed between two states."""

from __future__ import annotations

from digest.duplicates.copies import (
    COPY,
    REVISION,
    Prints,
    is_copy,
    is_rendition,
    is_revision,
    is_state,
    prints,
    shared,
)

__all__ = ["COPY", "REVISION", "Prints", "is_copy", "is_rendition", "is_revision", "is_state", "prints", "shared"]
