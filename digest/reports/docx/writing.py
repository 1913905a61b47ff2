"""A Word document with the edits made: the parts that change, in a package whose other parts are copied as they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from digest.citing import Made, Written
from digest.csl import to_csl
from digest.reports.docx.adding import now, place_of
from digest.reports.docx.cautions import cautions
from digest.reports.docx.desk import Desk, desk_for, written
from digest.reports.docx.document import open_document
from digest.reports.docx.listing import set_list
from digest.reports.docx.numbering import renumber_notes
from digest.reports.docx.package import with_parts
from digest.reports.docx.placing import jobs_for, make
from digest.reports.docx.preferences import preferences_in, with_preferences
from digest.reports.docx.tags import W, local, value
from digest.reports.docx.wordsources import with_word_sources
from digest.reports.zoterofields import CITATION, citation_code, preferences, told_in

_AS_TEXT = "citations are plain text: a later run does not find them again"


def write_document(data: bytes, name: str, made: Made) -> Written:
    """The document with the edits made; ReadError where it is broken."""
    desk = desk_for(open_document(data, name), made)
    if made.fields == "word":
        _set_sources(desk)
    for job in reversed(jobs_for(desk)):
        make(desk, job)
    set_list(desk)
    renumber_notes(desk)
    _set_codes(desk)
    changed = written(desk)
    _set_preferences(desk)
    if made.fields == "none" and any(edit.sources for edit in made.edits):
        desk.notes[_AS_TEXT] = None
    if changed:
        desk.notes.update(dict.fromkeys(cautions(desk.document.package)))
    return Written(data=with_parts(desk.document.package, changed), notes=tuple(desk.notes))


def _set_codes(desk: Desk) -> None:
    """Put the codes into their fields, which name the number of the note that they stand in."""
    if not desk.codes:
        return
    numbers = dict(_numbered(desk))
    for code in desk.codes:
        note = next((one for one in code.element.iterancestors() if local(one) in ("footnote", "endnote")), None)
        number = 0 if note is None else numbers.get((local(note), value(note, "id")), 0)
        code.element.text = f" ADDIN {CITATION} {_sound(citation_code(code.edit, number))} "


def _sound(code: str) -> str:
    """A code without what no XML can hold."""
    from digest.reports.docx.elements import ILLEGAL

    return ILLEGAL.sub("\ufffd", code)


def _numbered(desk: Desk) -> Iterator[tuple[tuple[str, str], int]]:
    """The notes of the document, each with its number among those of its kind."""
    for kind in ("footnote", "endnote"):
        main = desk.document.roots[desk.document.package.main]
        calls = dict.fromkeys(value(one, "id") for one in main.iter(f"{W}{kind}Reference"))
        yield from (((kind, identifier), number) for number, identifier in enumerate(calls, start=1))


def _set_sources(desk: Desk) -> None:
    """Keep the records of what is cited among Word's own sources."""
    made = desk.made
    items: dict[str, dict[str, Any]] = {}
    for edit in made.edits:
        for source in edit.sources:
            if article := made.articles.get(source.key):
                items[source.key] = to_csl(article) | {"id": source.key}
            elif source.item and source.key not in items:
                told = json.loads(source.item)
                items[source.key] = (told if isinstance(told, dict) else {}) | {"id": source.key}
    if items:
        style = made.style.name if made.style else ""
        parts, tags = with_word_sources(desk.document.package, desk.changed, [*items.values()], style)
        desk.changed.update(parts)
        desk.tags.update(tags)


def _set_preferences(desk: Desk) -> None:
    """Tell Zotero which style the document is in; take that out where no citation of Zotero's is left."""
    package, made = desk.document.package, desk.made
    custom, more = place_of(package, desk.changed, "custom")
    there = now(package, desk.changed, custom)
    old = preferences_in(there)
    if made.fields in ("live", "zotero") and made.style is not None and any(edit.sources for edit in made.edits):
        told = _preferences(desk, old)
    elif old and not _has_zotero(desk):
        told = ""
    else:
        return
    if told != old:
        desk.changed.update(more)
        desk.changed[custom] = with_preferences(there, told)


def _preferences(desk: Desk, old: str) -> str:
    """The preferences; those that say the same already are kept with all that a person chose beside."""
    style, made = desk.made.style, desk.made
    if style is None:
        return old
    there, locale, session = told_in(old)
    endnotes = any(edit.place == "endnote" for edit in made.edits)
    seed = "/".join(edit.identifier for edit in made.edits).encode()
    session = session or blake2b(seed, digest_size=4).hexdigest()
    new = preferences(style, session, made.language, field="Field", endnotes=endnotes)
    kind = f'name="noteType" value="{(2 if endnotes else 1) if style.notes else 0}"'
    same = there == style.uri and locale == made.language and kind in old and 'value="Field"' in old
    return old if same else new


def _has_zotero(desk: Desk) -> bool:
    roots = desk.document.roots.values()
    return any("ZOTERO_" in (one.text or "") for root in roots for one in root.iter(f"{W}instrText"))
