"""Notes: new ones with identifiers not in use, and the numbers of all of them in their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digest.reports.odt.document import Document
from digest.reports.odt.flowing import plain_text
from digest.reports.odt.looks import Looks
from digest.reports.odt.spots import NoteSpot, Spot
from digest.reports.odt.tokens import escaped

_LABEL = re.compile(r"<[^<>\s]*\bnote-citation(?P<told>[^<>]*)>(?P<label>[^<>]{0,40})<")
_IDENTIFIER = re.compile(r"\bid=\"([^\"]{1,200})\"")
_STYLES = {"endnote": "Endnote", "footnote": "Footnote"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The numbers of notes: of those that were there by where they begin, of new ones by the order of their edits."""

    old: Mapping[int, int]
    new: Mapping[int, int]
    splices: tuple[tuple[int, int, str], ...] = ()  # labels that change


def numbered(document: Document, gone: Iterable[int], made: Sequence[tuple[int, int, str]]) -> Numbers:
    """The numbers of the notes when those that begin at `gone` are out and others made: (place, order, class)."""
    removed = set(gone)
    text = document.streams[0].text
    labels = {one.start: _label(one, text) for one in document.notes}
    rows: list[tuple[int, int, str, NoteSpot | None]] = [(place, order, part, None) for place, order, part in made]
    rows += [(one.start, -1, one.part, one) for one in document.notes if one.start not in removed]
    old: dict[int, int] = {}
    new: dict[int, int] = {}
    counts = dict.fromkeys(_STYLES, 0)
    rows.sort(key=lambda row: (row[0], row[3] is not None, row[1]))  # what is put in where a note begins goes before it
    for _, order, part, note in rows:
        if note and not labels[note.start][3]:
            continue  # it has a sign of its own, and no number
        counts[part] += 1
        if note:
            old[note.start] = counts[part]
        else:
            new[order] = counts[part]
    changed = bool(removed) or bool(made)
    return Numbers(old=old, new=new, splices=tuple(_renumbered(document, labels, old)) if changed else ())


def _label(note: NoteSpot, text: str) -> tuple[int, int, str, bool]:
    """Where a note's label stands, what it is, and whether it is counted."""
    found = _LABEL.search(text, note.start, min(note.end, note.start + 2_000))
    if not found:
        return note.start, note.start, "", True
    return found.start("label"), found.end("label"), found["label"], "label=" not in found["told"]


def _renumbered(
    document: Document, labels: Mapping[int, tuple[int, int, str, bool]], old: Mapping[int, int]
) -> Iterable[tuple[int, int, str]]:
    """The labels that change, of classes whose notes were numbered from one on."""
    for part in _STYLES:
        own = [one for one in document.notes if one.part == part and labels[one.start][3]]
        if any(labels[one.start][2] != str(number) for number, one in enumerate(own, start=1)):
            continue  # they start anew on each page, or count in letters
        for one in own:
            start, end, label, _ = labels[one.start]
            if one.start in old and label != str(old[one.start]):
                yield start, end, str(old[one.start])


@dataclass(slots=True)
class Notes:
    """What new notes are made of: identifiers in use, and the styles of the report's own notes."""

    taken: set[str]
    styles: Mapping[str, str]
    leads: Mapping[str, str]  # what they begin with
    last: int = 0

    def note(self, part: str, number: int, inside: str) -> str:
        """A note that holds this."""
        self.last += 1
        while f"ftn{self.last}" in self.taken:
            self.last += 1
        name = f"ftn{self.last}"
        self.taken.add(name)
        style = escaped(self.styles[part])
        return (
            f'<text:note text:id="{name}" text:note-class="{part}"><text:note-citation>{number}</text:note-citation>'
            f'<text:note-body><text:p text:style-name="{style}">{self.leads[part]}{inside}</text:p>'
            "</text:note-body></text:note>"
        )


def notes_of(document: Document) -> Notes:
    """What new notes of a document are made of."""
    taken = set(_IDENTIFIER.findall(document.streams[0].text)) if document.streams else set()
    leads = {part: _lead(document, part) for part in _STYLES}
    return Notes(taken=taken, styles={part: _style(document, part) for part in _STYLES}, leads=leads)


def _lead(document: Document, part: str) -> str:
    """The blank or tab that all the report's own notes begin with, as Word's do; "" where they begin with words."""
    own = [
        document.spots[note.first].text[:1] for note in document.notes if note.part == part and note.last >= note.first
    ]
    return plain_text(own[0]) if own and len(set(own)) == 1 and own[0] in (" ", "\t") else ""


def _style(document: Document, part: str) -> str:
    """The style of the paragraphs of notes: of those that are there, else as the document says, else the usual one."""
    looks: Looks = document.looks
    for note in document.notes:
        if note.part == part and note.last >= note.first:
            spot: Spot = document.spots[note.first]
            return looks.named("paragraph", spot.style) or _STYLES[part]
    return looks.notes.get(part) or _STYLES[part]
