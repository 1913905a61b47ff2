"""Real footnotes and endnotes of a Word document: made, called, and taken out again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from digest.reports.docx.elements import as_text, in_names_of, plain_name, w
from digest.reports.docx.looks import dressed, look_of
from digest.reports.docx.package import parsed
from digest.reports.docx.splicing import opened, replaced
from digest.reports.docx.styles import style_in_use

NotePart = Literal["footnote", "endnote"]
SETTINGS = "word/settings.xml"  # for errors alone

# What may stand behind footnotePr in the settings (CT_Settings; endnotePr follows it).
_BEHIND = tuple(
    """compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats
    doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults
    doNotEmbedSmartTags decimalSymbol listSeparator docId conflictMode discardImageEditingData
    defaultImageDpi chartTrackingRefBased persistentDocumentId""".split()  # noqa: SIM905 (a list read as a list)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteStyles:
    """The styles of a document's notes, by identifier: of their paragraphs, and of the number that calls them.

    `mark` is that of the number in the note itself, where it is another one (LibreOffice has two); `look` is what the
    notes' text has set of its own, and `tab` whether a tab stands behind their number.
    """

    text: str | None = None
    reference: str | None = None
    mark: str | None = None
    look: Any | None = None
    tab: bool = False


def styles_in_use(notes: Any | None, stories: Iterable[Any] = ()) -> NoteStyles:
    """The styles that the notes in the root of a part are in, and their calls in `stories`; None where unknown."""
    if notes is None:
        return NoteStyles()
    name = plain_name(notes).removesuffix("s")
    calls = (one.getparent() for story in stories for one in story.iter(f"{{*}}{name}Reference"))
    called = next((style for run in calls if (style := style_in_use(run, "rStyle"))), None)
    marks = [run for run in notes.iter("{*}r") if any(plain_name(one) in ("footnoteRef", "endnoteRef") for one in run)]
    mark = next((style for run in marks if (style := style_in_use(run, "rStyle"))), None)
    real = [note for note in notes if _is_real(note)]
    text = next((style for note in real if (style := style_in_use(note, "pStyle"))), None)
    look = look_of(paragraph for note in real for paragraph in note.iterchildren("{*}p"))
    return NoteStyles(text=text, reference=called or mark, mark=mark, look=look, tab=_has_tab(real))


def empty_notes(part: NotePart) -> bytes:
    """A part of notes that has only the two separators which Word wants there."""
    notes = w(
        f"{part}s",
        w(part, w("p", _tight(), w("r", w("separator"))), type="separator", id="-1"),
        w(part, w("p", _tight(), w("r", w("continuationSeparator"))), type="continuationSeparator", id="0"),
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{as_text(notes)}'.encode()


def _tight() -> Any:
    return w("pPr", w("spacing", after="0", line="240", lineRule="auto"))


def with_separators(settings: bytes, part: NotePart, notes: Any) -> bytes:
    """The settings with the separators of a part of notes named, as Word names them; as they were where they are."""
    if any(child.name == f"{part}Pr" for child in opened(settings, SETTINGS).children):
        return settings
    root = parsed(settings, SETTINGS)
    special = (identifier(note) for note in notes if plain_name(note) == part and not _is_real(note))
    element = in_names_of(w(f"{part}Pr", *(w(part, id=number) for number in special)), root)
    before = ("endnotePr", *_BEHIND) if part == "footnote" else _BEHIND
    return replaced(settings, [as_text(element)], names=(), before=before, where=SETTINGS)


def identifier(element: Any) -> str:
    """The identifier of a note, or the one that a call names."""
    namespace = element.tag.rpartition("}")[0]
    return str(element.get(f"{namespace}}}id", ""))


def _is_real(note: Any) -> bool:
    """Whether a note is one that a reader sees: no separator."""
    namespace = note.tag.rpartition("}")[0] if isinstance(note.tag, str) else ""
    return plain_name(note) in ("footnote", "endnote") and note.get(f"{namespace}}}type", "normal") == "normal"


def next_identifier(part: NotePart, notes: Any, stories: Iterable[Any] = ()) -> int:
    """The first number that no note and no call in the roots `stories` has; those that follow are free too."""
    taken = [0, *_numbers(note for note in notes if plain_name(note) == part)]
    for story in stories:
        taken += _numbers(story.iter(f"{{*}}{part}Reference"))
    return max(taken) + 1


def _numbers(elements: Iterable[Any]) -> list[int]:
    told = (identifier(element) for element in elements)
    return [int(number) for number in told if number.isascii() and number.isdecimal() and len(number) < 10]


def add_note(notes: Any, part: NotePart, number: int, styles: NoteStyles, content: Sequence[Any]) -> Any:
    """The note that was added to the root of its part: its mark, a blank, and `content`, runs and fields."""
    mark = w("r", _look(styles.mark or styles.reference), w(f"{part}Ref"))
    blank = w("r", w("tab") if styles.tab else w("t", " "))
    properties = w("pPr", w("pStyle", val=styles.text)) if styles.text else None
    inside = dressed([blank, *content], styles.look)
    note = in_names_of(w(part, w("p", properties, mark), id=str(number)), notes)
    note[0].extend(inside)
    notes.append(note)
    return note


def in_number_order(notes: Any, old: Collection[Any]) -> None:
    """Let the notes that were added stand in the order of their numbers, as other programs expect them."""
    there = set(old)
    real = [one for one in notes if _is_real(one)]
    if all(one in there for one in real) or not all(_numbers([one]) for one in real):
        return
    for note in sorted(real, key=lambda one: int(identifier(one))):
        notes.append(note)


def _has_tab(notes: Sequence[Any]) -> bool:
    """Whether most of a document's notes have a tab behind their number, not a blank."""
    found = 0
    for note in notes:
        mark = next(note.iter("{*}footnoteRef", "{*}endnoteRef"), None)
        if mark is not None:
            following = mark.getparent().getnext() if mark.getnext() is None else mark.getnext()
            found += following is not None and any(plain_name(one) == "tab" for one in (following, *following[:2]))
    return 2 * found > len(notes)


def _look(reference: str | None) -> Any:
    inside = w("rStyle", val=reference) if reference else w("vertAlign", val="superscript")
    return w("rPr", inside)


def call(part: NotePart, number: int, styles: NoteStyles) -> Any:
    """The run that calls a note, to stand in a paragraph."""
    return w("r", _look(styles.reference), w(f"{part}Reference", id=str(number)))


def _take_out(element: Any) -> None:
    """Remove an element from its parent; the text that lxml hangs on it stays."""
    parent = element.getparent()
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def remove_note(note: Any) -> None:
    """Take out a note; a separator stays whatever is asked."""
    if _is_real(note):
        _take_out(note)


ROLES: Mapping[
    NotePart, tuple[Literal["footnote text", "endnote text"], Literal["footnote reference", "endnote reference"]]
]
ROLES = {"endnote": ("endnote text", "endnote reference"), "footnote": ("footnote text", "footnote reference")}
"""The styles that notes are in: of their text and of their mark."""
