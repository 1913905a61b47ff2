"""Notes numbered as they are called, as Word itself numbers them whenever it saves."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from digest.reports.docx.desk import Desk, notes_root, touch
from digest.reports.docx.elements import q
from digest.reports.docx.notes import NotePart, identifier
from digest.reports.docx.tags import W, local, value


def renumber_notes(desk: Desk) -> None:
    """Give notes new identifiers where those that were added stand among others.

    LibreOffice takes notes in the order of their identifiers, whichever a call names: it would show one for another.
    """
    for kind in desk.numbers:
        main = desk.document.roots[desk.document.package.main]
        calls = [*main.iter(f"{W}{kind}Reference")]
        numbers = [*dict.fromkeys(value(one, "id") for one in calls)]
        if not all(map(_is_number, numbers)) or all(int(a) < int(b) for a, b in pairwise(numbers)):
            continue
        notes = [one for one in notes_root(desk, kind) if local(one) == kind]
        special = [identifier(one) for one in notes if value(one, "type") not in ("", "normal")]
        taken = {*numbers, *special}
        first = max((int(one) for one in special if _is_number(one)), default=0) + 1
        uncalled = [number for one in notes if (number := identifier(one)) not in taken]
        new = {old: str(first + n) for n, old in enumerate((*numbers, *uncalled))}
        _rename(desk, kind, new, [*calls, *notes])


def _is_number(told: str) -> bool:
    return told.isascii() and told.isdecimal() and len(told) < 10


def _rename(desk: Desk, kind: NotePart, new: Mapping[str, str], elements: list[Any]) -> None:
    document = desk.document
    for element in elements:
        old = value(element, "id")
        if new.get(old, old) != old:
            element.set(q("id"), new[old])
            file = document.notes[kind] if local(element) == kind else document.package.main
            touch(desk, file, element)
