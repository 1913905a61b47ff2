"""Citations into Markdown: each in a span that is not shown and keeps its marker; a list of sources between comments.

A span and no comment: a line that begins with a comment is HTML to its end for CommonMark, and nothing in it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from digest.citing import Edit, Made, Written
from digest.citing.markers import find_markers
from digest.markdown import plain
from digest.reports.markdown.escaping import escaped, formatted
from digest.reports.markdown.listing import list_of_sources
from digest.reports.markdown.reading import Document
from digest.reports.markup import (
    OURS,
    Block,
    Field,
    Splice,
    attribute,
    shown_as,
    spliced,
    trace,
    typed_as,
    without_stop,
)

__all__ = ["written"]

_OPENING = "<!--citations-->"
_CLOSING = "<!--/citations-->"
_BLOCK = re.compile(r"^<!--citations( [0-9])?-->[ \t]*\r?\n.*?^<!--/citations-->[ \t]*(?:\r?\n|\Z)", re.S | re.M)


def written(document: Document, made: Made) -> Written:
    """The document with the edits made, its notes and its list of sources."""
    work = _Work(document, made)
    for edit, following in zip(made.edits, (*made.edits[1:], None), strict=True):
        work.edit(edit, following)
    splices = [*work.splices, *list_of_sources(document, made, work.mode)]
    return Written(data=spliced(document.source, [*splices, *work.notes()]))


class _Work:
    """The splices of a run, and the notes it makes."""

    def __init__(self, document: Document, made: Made) -> None:
        self.document, self.made = document, made
        self.text = document.source.text
        self.mode = shown_as(made.fields, "Markdown")
        self.line_end = "\r\n" if "\r\n" in self.text else "\n"
        self.splices: list[Splice] = []
        self.definitions: list[str] = []
        self.gone: set[str] = set()
        self.cleared: tuple[str, str, Field | None] | None = None  # what the edit before took away
        self.number = 0
        self.name_at: tuple[int, int] | None = None  # where the edit before put an author's name

    def edit(self, edit: Edit, following: Edit | None) -> None:
        """Make one edit, knowing the one that follows."""
        block = self.document.blocks[edit.paragraph]
        field = block.field_at(edit.start, edit.end)
        start, end = field.source if field else block.source_range(edit.start, edit.end)
        raw, shown = self.text[start:end], block.text[edit.start : edit.end]
        typed = field.typed if field else typed_as(raw, shown, edit.sources)
        in_note = block.part == "footnote"
        if in_note and edit.alone and edit.place == "text":
            self._out_of_note(edit, block, typed, field)
            if following is None or not following.sources:
                self._without_name(block)
        elif edit.sources and edit.place != "text" and not (in_note and edit.alone):
            self._into_note(edit, (start, end), typed)
        else:
            content = self._content(edit, typed, field, before=self.text[max(0, start - 1) : start])
            self.splices.append(Splice(start=start, end=end, text=content + self._unpaired(block, field, start, end)))
        cleared = not edit.sources and not edit.text
        self.cleared = (field.typed if field else raw, shown, field) if cleared else None
        self.name_at = (edit.paragraph, edit.start) if edit.text and edit.start == edit.end else None

    def _unpaired(self, block: Block, field: Field | None, start: int, end: int) -> str:
        """Marks within what is replaced that belong to words outside it."""
        kept = "" if field or start == end else block.kept_within(start, end)
        spans = (one.split(":") for one in kept.split())
        return "".join(self.text[int(first) : int(last)] for first, last in spans)

    def _content(self, edit: Edit, typed: str, field: Field | None, before: str = "") -> str:
        """What stands in the text for an edit."""
        if not edit.sources:
            return _given_back(edit, field or (self.cleared[2] if self.cleared else None)) or _words(edit.text)
        if self.mode == "markers":
            return typed.strip() or trace(edit.sources)
        linked = not self._in_link(edit)
        if self.document.blocks[edit.paragraph].text[edit.end : edit.end + 1] == ".":
            edit = replace(edit, shown=without_stop(edit.shown))
        if self.mode == "none":
            return formatted(edit.shown, before=before, opening=before in ("", "\n"), linked=linked)
        kept = f' data-typed="{attribute(typed)}"' if typed else ""
        shown = formatted(edit.shown, before=">", linked=linked)
        return f'<span data-digest="{attribute(trace(edit.sources))}"{kept}>{shown}</span>'

    def _in_link(self, edit: Edit) -> bool:
        block = self.document.blocks[edit.paragraph]
        return any(start <= edit.start and edit.end <= end for start, end, _ in block.links)

    def _into_note(self, edit: Edit, place: tuple[int, int], typed: str) -> None:
        """A note of its own, called where the citation stood; the blank before it goes."""
        start, end = self._whole_link(edit, *place)
        if start < place[0]:
            typed = self.text[start:end]
        if self.mode == "markers":
            self.splices.append(Splice(start=start, end=end, text=typed or trace(edit.sources)))
            return
        if self.cleared and not typed:
            typed = typed_as(self.cleared[0], self.cleared[1].strip(), edit.sources)
        name = self._name()
        content = self._content(edit, typed, None)
        self.definitions.append(f"[^{name}]: {content}")
        if self.name_at == (edit.paragraph, edit.start):
            self.splices[-1] = replace(
                self.splices[-1], text=f'<span data-name="{name}">{self.splices[-1].text}</span>'
            )
        guard = "<!-- -->" if self.text[end : end + 1] in (":", "(", "[") else ""  # else it would define, or link
        call = f"[^{name}]{guard}"
        at = self._behind_link(edit)
        if at:
            self.splices += [Splice(start=start, end=end, text=""), Splice(start=at, end=at, text=call)]
        else:
            self.splices.append(Splice(start=start, end=end, text=call))

    def _whole_link(self, edit: Edit, start: int, end: int) -> tuple[int, int]:
        """The link that is made of nothing but the citation: a note's call is a link itself, and stands in none."""
        block = self.document.blocks[edit.paragraph]
        if not any((first, last) == (edit.start, edit.end) for first, last, _ in block.links):
            return start, end
        around = [gap for gap in block.gaps if gap.name == "["]
        first = next((gap.start for gap in around if gap.end == start), start)
        last = next((gap.end for gap in around if gap.start == end), end)
        return first, last

    def _behind_link(self, edit: Edit) -> int:
        """Where in the source the link ends in which the citation stands; 0 where it stands in none."""
        block = self.document.blocks[edit.paragraph]
        for first, last, _ in block.links:
            if first <= edit.start < edit.end <= last and (first, last) != (edit.start, edit.end):
                return block.source_range(last, last)[0]
        return 0

    def _without_name(self, block: Block) -> None:
        """Take the author's name out of the sentence again that was put before the call of this note."""
        called = self.document.calls.get(block.note)
        start = called[2][0] if called else 0
        found = re.compile(rf'<span data-name="{re.escape(block.note)}">[^<>\n]*</span>\Z').search(
            self.text, max(0, start - 1000), start
        )
        if found:
            self.splices.append(Splice(start=found.start(), end=start, text=""))

    def _name(self) -> str:
        while True:
            self.number += 1
            name = f"{OURS}{self.number}"
            if f"[^{name}]" not in self.text:
                return name

    def _out_of_note(self, edit: Edit, block: Block, typed: str, field: Field | None) -> None:
        """The citation where its note was called; the note goes."""
        label = block.note or f"^{block.span[0]}"
        called = self.document.calls.get(label)
        if called is None:
            return
        start, end = called[2]
        content = self._content(edit, typed, field)
        self.splices.append(Splice(start=start, end=end, text=content))
        if block.note:
            self.gone.add(block.note)

    def notes(self) -> Iterator[Splice]:
        """The definitions of notes: those that go, those that are new."""
        ours = list(_BLOCK.finditer(self.text))
        ranges = self.document.scanned.notes
        if ours:
            first, last = ours[-1].span()
            inside = {label for label, (start, _) in ranges.items() if first <= start < last}
            if not self.definitions and inside <= self.gone:
                newlines = int((ours[-1][1] or "1").strip())
                start = first - newlines * len(self.line_end)
                yield Splice(start=max(0, start), end=last, text="")
                self.gone -= inside
            elif self.definitions:
                place = self.text.rindex(_CLOSING, first, last)
                yield Splice(start=place, end=place, text=self._defined())
        elif self.definitions:
            yield self._at_end()
        for label in self.gone:
            yield self._removed(*ranges[label])

    def _removed(self, start: int, end: int) -> Splice:
        """A definition out of the source, with the empty line after it."""
        after = re.compile(r"[ \t]*(?:\r\n|\r|\n)").match(self.text, end)
        return Splice(start=start, end=after.end() if after else end, text="")

    def _defined(self) -> str:
        return "".join(f"{one}{self.line_end * 2}" for one in self.definitions)

    def _at_end(self) -> Splice:
        number = 1 if self.text.endswith(("\n", "\r")) or not self.text else 2
        end = self.line_end
        if self.mode == "none":
            return Splice(
                start=len(self.text), end=len(self.text), text=f"{end * number}{self._defined()[: -len(end)]}"
            )
        opening = _OPENING if number == 1 else _OPENING.replace("-->", f" {number}-->")
        block = f"{end * number}{opening}{end * 2}{self._defined()}{_CLOSING}{end}"
        return Splice(start=len(self.text), end=len(self.text), text=block)


def _given_back(edit: Edit, field: Field | None) -> str:
    """A marker as it was typed, where the edit gives back just that."""
    if field and field.typed and trace(field.sources) == edit.text.strip():
        blank = edit.text[: len(edit.text) - len(edit.text.lstrip())]
        return (
            field.typed
            if field.typed[:1].isspace() or not blank or _NAMED.match(field.typed)
            else f"{blank}{field.typed}"
        )
    return ""


_NAMED = re.compile(r"@|\[-?@[^\]]*\]\(")  # a name was put before it, and a blank is not wanted
_ALONE = re.compile(r"@(?:\{[^{}\s]{1,200}\}|[^\s\[\]]{1,200})(?: \[[^\[\]]{1,80}\])?")


def _words(text: str) -> str:
    """Words that are no citation: a marker as it is, anything else such that it says only itself."""
    core = text.strip()
    found = find_markers(core)
    if (len(found) == 1 and (found[0].start, found[0].end) == (0, len(core))) or _ALONE.fullmatch(core):
        return f"{text[: len(text) - len(text.lstrip())]}{plain(core)}"
    return escaped(text)
