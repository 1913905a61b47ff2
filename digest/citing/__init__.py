"""A person's own report: where it cites, what it cites, and what in it should be cited. Pure; told what it needs."""

from __future__ import annotations

from digest.citing.nouns import (
    NOTE,
    Citation,
    Cited,
    Edit,
    Entry,
    Fields,
    Link,
    Made,
    Note,
    Paragraph,
    Report,
    Run,
    Style,
    Written,
    in_order,
    met,
)

__all__ = [
    "NOTE",
    "Citation",
    "Cited",
    "Edit",
    "Entry",
    "Fields",
    "Link",
    "Made",
    "Note",
    "Paragraph",
    "Report",
    "Run",
    "Style",
    "Written",
    "in_order",
    "met",
]
