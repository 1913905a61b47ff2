"""What lies on the desk while a document is written: its trees, what was touched in them, and what is to be said."""

from __future__ import annotations

from collections.abc import Collection
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from digest.citing import Edit, Made
from digest.reports.docx.adding import now, place_of
from digest.reports.docx.document import Document, in_strict_names
from digest.reports.docx.looks import look_of
from digest.reports.docx.notes import (
    ROLES,
    NotePart,
    NoteStyles,
    empty_notes,
    in_number_order,
    next_identifier,
    styles_in_use,
    with_separators,
)
from digest.reports.docx.package import parsed, part
from digest.reports.docx.revisions import renumber_changes
from digest.reports.docx.runs import Bench
from digest.reports.docx.serialising import Blocks, blocks_of, serialised
from digest.reports.docx.stylenames import Role
from digest.reports.docx.styles import empty_styles, with_styles
from digest.reports.docx.tags import MC, W


@dataclass(frozen=True, slots=True)
class Code:
    """A field's code that is set once it is known which note it stands in."""

    element: Any
    edit: Edit


@dataclass(frozen=True, slots=True)
class Desk:
    """A document that is being written."""

    document: Document
    made: Made
    blocks: dict[str, Blocks]
    changed: dict[str, bytes] = field(default_factory=dict)
    touched: dict[str, list[Any]] = field(default_factory=dict)
    codes: list[Code] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)  # what could not be done, each once
    numbers: dict[NotePart, int] = field(default_factory=dict)
    look: dict[NotePart, NoteStyles] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    benches: dict[int, Bench] = field(default_factory=dict)


def desk_for(document: Document, made: Made) -> Desk:
    """The desk, with nothing done yet."""
    return Desk(document, made, {file: blocks_of(root) for file, root in document.roots.items()})


def touch(desk: Desk, file: str, element: Any = None) -> None:
    """Note that a part, and an element in it, is no longer what it was."""
    desk.touched.setdefault(file, [])
    if element is not None:
        desk.touched[file].append(element)


def styles(desk: Desk, roles: Collection[Role], *, hanging: bool = True) -> dict[Role, str]:
    """The identifiers of the document's styles of these roles; those it lacks are added."""
    package = desk.document.package
    file, more = place_of(package, desk.changed, "styles")
    desk.changed.update(more)
    old = now(package, desk.changed, file) or empty_styles()
    look = look_of(desk.document.roots[package.main].iter(f"{W}p"))
    made, found = with_styles(old, roles, hanging=hanging, look=look)
    if made != part(package, file):
        desk.changed[file] = made
    return found


def notes_root(desk: Desk, kind: NotePart) -> Any:
    """The root of the part of notes of a kind; one is made where the document has none."""
    document = desk.document
    if kind in document.notes:
        return document.roots[document.notes[kind]]
    file, more = place_of(document.package, desk.changed, f"{kind}s")
    desk.changed.update(more)
    desk.changed[file] = empty_notes(kind)
    document.notes[kind] = file
    document.roots[file] = parsed(desk.changed[file], file)
    desk.blocks[file] = blocks_of(document.roots[file])
    settings, more = place_of(document.package, desk.changed, "settings")
    old = now(document.package, desk.changed, settings)
    if old is not None:
        desk.changed[settings] = with_separators(old, kind, document.roots[file])
    return document.roots[file]


def note_look(desk: Desk, kind: NotePart) -> NoteStyles:
    """The styles that new notes of a kind are in: those of the document's own notes, else its own by name."""
    if kind not in desk.look:
        used = styles_in_use(notes_root(desk, kind), [desk.document.roots[desk.document.package.main]])
        text, reference = ROLES[kind]
        missing: list[Role] = [role for role, style in ((text, used.text), (reference, used.reference)) if not style]
        found = styles(desk, missing) if missing else {}
        desk.look[kind] = replace(used, text=used.text or found[text], reference=used.reference or found[reference])
    return desk.look[kind]


def next_number(desk: Desk, kind: NotePart) -> int:
    """A number that no note of the document has."""
    if kind not in desk.numbers:
        main = desk.document.roots[desk.document.package.main]
        desk.numbers[kind] = next_identifier(kind, notes_root(desk, kind), [main])
    desk.numbers[kind] += 1
    return desk.numbers[kind] - 1


def written(desk: Desk) -> dict[str, bytes]:
    """The parts that changed, as bytes."""
    package = desk.document.package
    for elements in desk.touched.values():
        for element in elements:
            _match_older_form(element)
    for file, elements in desk.touched.items():
        data = desk.changed[file] if file not in package.names else part(package, file) or b""
        renumber_changes(desk.document.roots[file], elements)
        in_number_order(desk.document.roots[file], desk.blocks[file].children)
        result = serialised(data, desk.blocks[file], [one for one in elements if one.getparent() is not None])
        desk.changed[file] = in_strict_names(result) if desk.document.strict else result
    return desk.changed


def _match_older_form(element: Any) -> None:
    """Say the same in the form of a text box that older programs read."""
    box = next(element.iterancestors(f"{W}txbxContent"), None)
    choice = None if box is None else next(box.iterancestors(f"{MC}Choice"), None)
    if box is None or choice is None:
        return
    fallback = choice.getparent().find(f"{MC}Fallback")
    mine = [*choice.iter(f"{W}txbxContent")]
    others = [] if fallback is None else [*fallback.iter(f"{W}txbxContent")]
    if len(mine) == len(others):
        other = others[mine.index(box)]
        other[:] = [deepcopy(one) for one in box]
