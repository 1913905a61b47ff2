"""A page as a person reads it: what it declares, then its blocks, one a line."""

from __future__ import annotations

from digest.model import Page


def shown(page: Page) -> str:
    """The page as text, for a golden file; a day that the machine's clock wrote is left out."""
    rows = [f"{row.field}: {row.value}  ({row.origin})" for row in page.declared if row.field != "created"]
    notes = [f"note: {note}" for note in page.notes]
    blocks = [
        f"{block.line:>3} {block.kind}{f' {block.level}' if block.level else ''} [{block.rule}] {block.text}"
        for block in page.blocks
    ]
    return "\n".join([*rows, *notes, "", *blocks, ""])


def texts(page: Page, *kinds: str) -> list[str]:
    """The texts of the blocks of these kinds."""
    return [block.text for block in page.blocks if block.kind in kinds]


def stated(page: Page, field: str) -> list[str]:
    """What the page declares of a field."""
    return [row.value for row in page.declared if row.field == field]
