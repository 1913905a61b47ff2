"""The edits of a run on Markdown or HTML: which splices of the source they come to, and which notes they make."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Literal

from digest.citing import Cited, Edit, Run
from digest.citing.markers import find_markers
from digest.markdown import plain
from digest.reports.markup import OURS, Block, Field
from digest.reports.markupsource import Splice
from digest.reports.markuptraces import trace, typed_as, without_stop

__all__ = ["Dialect", "Editing", "Mode"]

Mode = Literal["live", "none", "markers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a format says what an edit wants said."""

    formatted: Callable[[Sequence[Run], str, bool], str]  # after these characters; with links or without
    cited: Callable[[Sequence[Cited], str, str], str]  # sources, how they were typed, what is shown
    escaped: Callable[[str, str], str]  # after these characters
    call: Callable[[str, str], str]  # of the note of that name, before these characters
    named: Callable[[str, str], str]  # an author's name before the call of the note of that name
    link: str  # what openings and closings of links are called


@dataclass(slots=True, kw_only=True)
class Editing:
    """A source with its paragraphs, and what becomes of it edit by edit."""

    text: str
    blocks: Sequence[Block]
    calls: Mapping[str, tuple[Block, int, tuple[int, int]]]
    dialect: Dialect
    mode: Mode
    splices: list[Splice] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # new ones: name and content
    gone: set[str] = field(default_factory=set)  # names of notes
    number: int = 0
    cleared: tuple[str, Field | None] | None = None  # what the edit before took away: as it was typed; a citation
    name_at: tuple[int, int] | None = None  # where the edit before put an author's name
    name: str = ""  # an author's name that stood before the call of a note which went: part of the next citation

    def run(self, edits: Sequence[Edit]) -> None:
        """Make all edits."""
        for number, edit in enumerate(edits):
            if self.name and _is_blank(edit):
                continue  # the name has the blank before it that it always had
            self._edit(edit, next((one for one in edits[number + 1 : number + 3] if not _is_blank(one)), None))

    def _edit(self, edit: Edit, following: Edit | None) -> None:
        block = self.blocks[edit.paragraph]
        found = block.field_at(edit.start, edit.end)
        start, end = found.source if found else block.source_range(edit.start, edit.end)
        raw, shown = self.text[start:end], block.text[edit.start : edit.end]
        typed = found.typed if found else typed_as(raw, shown, edit.sources)
        if self.cleared and self.cleared[1] and edit.sources and edit.place == "text":
            typed = self._typed_once(self.cleared[1])
        in_note = block.part == "footnote"
        if in_note and edit.alone and edit.place == "text":
            self._out_of_note(edit, block, typed, found)
            self._without_name(block, following)
        elif edit.sources and edit.place != "text" and not (in_note and edit.alone):
            self._into_note(edit, (start, end), typed)
        else:
            unpaired = self._unpaired(block, found, start, end)
            edit, typed = self._with_name(edit, typed)
            content = self._content(edit, "" if unpaired else typed, found, before=self._before(edit, start))
            self._put(start, end, content + unpaired)
        if not _is_blank(edit):
            self.cleared = self._cleared(edit, block, found, raw) if not edit.sources and not edit.text else None
        self.name_at = (edit.paragraph, edit.start) if edit.text.strip() and edit.start == edit.end else None

    def _cleared(self, edit: Edit, block: Block, found: Field | None, raw: str) -> tuple[str, Field | None]:
        """How what is taken away was typed, with the blank before it."""
        inner = found or next((one for one in block.fields_near(edit.end) if edit.start <= one.start < one.end), None)
        if not inner:
            return raw, None
        start = block.source_range(edit.start, edit.end)[0]
        return f"{self.text[start : inner.source[0]]}{inner.typed or trace(inner.sources)}", inner

    def _typed_once(self, field: Field) -> str:
        """How the marker of a note was typed, where a marker made anew would not be the same."""
        typed = field.typed.strip()
        return "" if typed == trace(field.sources) else typed

    def _before(self, edit: Edit, start: int) -> str:
        """The character before a place; none where a block or a line begins there."""
        line = self.text[max(0, self.text.rfind("\n", max(0, start - 1000), start) + 1) : start]
        return "" if edit.start == 0 or not line.strip(" \t>") else self.text[start - 1]

    def _put(self, start: int, end: int, text: str) -> None:
        self.splices.append(Splice(start=start, end=end, text=text))

    def _unpaired(self, block: Block, found: Field | None, start: int, end: int) -> str:
        """Marks within what is replaced that belong to words outside it."""
        kept = () if found or start == end else block.kept_within(start, end)
        return "".join(self.text[first:last] for first, last in kept)

    def _content(self, edit: Edit, typed: str, found: Field | None, before: str = "") -> str:
        """What stands in the text for an edit."""
        if not edit.sources:
            found = found or (self.cleared[1] if self.cleared else None)
            return _given_back(edit, found) or self._words(edit.text, before)
        if self.mode == "markers":
            return typed.strip() or trace(edit.sources)
        block = self.blocks[edit.paragraph]
        linked = edit.place != "text" or not self._in_link(edit, block, found)
        shown = without_stop(edit.shown) if block.text[edit.end : edit.end + 1] == "." else edit.shown
        if self.mode == "none":
            return self.dialect.formatted(shown, before, linked)
        return self.dialect.cited(edit.sources, typed, self.dialect.formatted(shown, ">", linked))

    def _in_link(self, edit: Edit, block: Block, found: Field | None) -> bool:
        """Whether what is put in stands in a link of the report: a citation's own link is none."""
        link = block.link_at(edit.start, edit.end)
        if link is None or found is None or link != (found.start, found.end):
            return link is not None
        opening = (gap for gap in block.gaps if gap.place == found.start and gap.name == self.dialect.link)
        return any(gap.role == "open" and gap.start < found.source[0] for gap in opening)

    def _words(self, text: str, before: str) -> str:
        """Words that are no citation: a marker as it is, anything else such that it says only itself."""
        core = text.strip()
        found = find_markers(core)
        if (len(found) == 1 and (found[0].start, found[0].end) == (0, len(core))) or _ALONE.fullmatch(core):
            blank = text[: len(text) - len(text.lstrip())]
            return f"{blank}{plain(core).replace('<', '&lt;')}"
        return self.dialect.escaped(text, before)

    def _into_note(self, edit: Edit, place: tuple[int, int], typed: str) -> None:
        """A note of its own, called where the citation stood."""
        start, end = self._whole_link(edit, *place)
        if self.mode == "markers":
            self._put(start, end, typed or trace(edit.sources))
            return
        raw = self.text[start:end] if start < place[0] else self._raw(edit, place, typed)
        typed = "" if raw == f" {trace(edit.sources)}" else raw
        name = self._name()
        self.notes.append((name, self._content(edit, typed, None)))
        if self.name_at == (edit.paragraph, edit.start):
            self.splices[-1] = replace(self.splices[-1], text=self.dialect.named(name, self.splices[-1].text))
        call = self.dialect.call(name, self.text[end : end + 1])
        at = self._behind_link(edit)
        if at:
            self._put(start, end, "")
        self._put(at or start, at or end, call)

    def _raw(self, edit: Edit, place: tuple[int, int], typed: str) -> str:
        """How the citation of a note was typed, with the blank before it; nothing where it was not."""
        if edit.start == edit.end:
            return self.cleared[0] if self.cleared else ""
        block = self.blocks[edit.paragraph]
        raw, inner = self._cleared(edit, block, block.field_at(edit.start, edit.end), self.text[slice(*place)])
        shown = block.text[edit.start : edit.end]
        return raw if inner else typed or (raw if typed_as(f" {raw}", shown, edit.sources) else "")

    def _whole_link(self, edit: Edit, start: int, end: int) -> tuple[int, int]:
        """The link that is made of nothing but the citation: a note's call is a link itself, and stands in none."""
        block = self.blocks[edit.paragraph]
        if start == end or block.link_at(edit.start, edit.end) != (edit.start, edit.end):
            return start, end
        around = [gap for gap in block.gaps if gap.name == self.dialect.link]
        first = next((gap.start for gap in around if gap.end == start), start)
        last = next((gap.end for gap in around if gap.start == end), end)
        return first, last

    def _behind_link(self, edit: Edit) -> int:
        """Where in the source the link ends in which the citation stands; 0 where it stands in none."""
        block = self.blocks[edit.paragraph]
        link = block.link_at(edit.start, edit.end)
        inside = link and edit.start < edit.end and link != (edit.start, edit.end)
        return block.source_range(link[1], link[1])[0] if link and inside else 0

    def _name(self) -> str:
        while True:
            self.number += 1
            name = f"{OURS}{self.number}"
            if self.dialect.call(name, "") not in self.text and name not in self.calls:
                return name

    def _out_of_note(self, edit: Edit, block: Block, typed: str, found: Field | None) -> None:
        """The citation where its note was called; the note goes."""
        called = self.calls.get(block.note or f"^{block.span[0]}")
        if called is None:
            return
        self._put(*called[2], self._content(edit, typed, found))
        if block.note:
            self.gone.add(block.note)

    def _without_name(self, block: Block, following: Edit | None) -> None:
        """Take the author's name out of the sentence again that was put before the call of this note."""
        called = self.calls.get(block.note)
        start = called[2][0] if called else 0
        pattern = re.escape(self.dialect.named(block.note, "\0")).replace("\0", "([^<>\n]*)")
        if match := re.compile(pattern).search(self.text, max(0, start - 1000), start):
            self._put(*match.span(), "")
            self.name = match[1].strip() if following and following.sources and following.place == "text" else ""

    def _with_name(self, edit: Edit, typed: str) -> tuple[Edit, str]:
        """A citation with the author's name that its note left in the sentence: it is part of what it shows again."""
        name, self.name = self.name, ""
        if not name or len(edit.sources) != 1:
            return edit, typed
        sources = (replace(edit.sources[0], suppress_author=False, in_text=True),)
        words = (Run(text=_ESCAPED.sub(r"\1", unescape(name)) + " "), *edit.shown)
        return replace(edit, sources=sources, shown=words), "" if typed == trace(sources) else typed


def _is_blank(edit: Edit) -> bool:
    """Whether it is the blank that leads what follows."""
    return edit.text.isspace() and edit.start == edit.end


def _given_back(edit: Edit, found: Field | None) -> str:
    """A marker as it was typed, where the edit gives back just that."""
    return found.typed if found and found.typed and trace(found.sources) == edit.text.strip() else ""


_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ALONE = re.compile(r"@(?:\{[^{}\s]{1,200}\}|[^\s\[\]]{1,200})(?: \[[^\[\]]{1,80}\])?")
