"""Who signs a page, among all it declares."""

from __future__ import annotations

from digest.model import Evidence, Name, Page
from digest.names import parse_name, split_names
from digest.plans import Outlet


def find_people(
    page: Page,
    outlet: Outlet | None,  # noqa: ARG001
) -> tuple[tuple[Name, ...], tuple[Name, ...], tuple[Evidence, ...]]:
    """The authors, the contributors, and what names them."""
    declared = [entry for entry in page.declared if entry.field == "author"]
    names = {str(name): name for entry in declared for name in _names(entry.value)}
    proofs = tuple(Evidence(field="author", quote=entry.value, rule=entry.origin) for entry in declared)
    return tuple(names.values()), (), proofs


def _names(value: str) -> tuple[Name, ...]:
    return (parse_name(value),) if value.count(",") == 1 and " and " not in value else split_names(value)
