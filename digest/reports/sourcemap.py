"""Paragraphs of a source text, each character with the place in the source that it comes from; and changes to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from digest.citing import Citation, Cited, Edit, Link, Made, Note, Paragraph, Report
from digest.citing.nouns import Kind, Part
from digest.citing.places import is_bibliography_marker
from digest.interchange import WRITERS

_PLAIN_KEY = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_:.-]{0,198}[A-Za-z0-9_])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to stand in place of the characters from `start` to `end` of a source."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A citation that is written in the format's own way: its sources, and where in the source it stands."""

    start: int
    end: int
    sources: tuple[Cited, ...]
    note: bool = False  # it makes a note of its own


class Draft:
    """A paragraph while it is read: its characters with their places, and what stands in it."""

    def __init__(self, *, part: Part = "body", kind: Kind = "paragraph", level: int | None = None) -> None:
        self.part, self.kind, self.level = part, kind, level
        self.chars: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.citations: list[tuple[int, int, Command]] = []
        self.links: list[tuple[int, int, str]] = []
        self.notes: list[tuple[int, list[Draft]]] = []
        self.opaque: list[tuple[int, int]] = []
        self.span: tuple[int, int] | None = None  # of a bibliography: all of it in the source
        self.called: tuple[int, int] | None = None  # of a note: all that calls and holds it

    def __len__(self) -> int:
        """How many characters it shows."""
        return len(self.chars)

    def run(self, text: str, start: int) -> None:
        """Put characters that stand in the source as they are shown."""
        self.chars += text
        self.starts += range(start, start + len(text))
        self.ends += range(start + 1, start + len(text) + 1)

    def put(self, text: str, start: int, end: int) -> None:
        """Put characters that the source writes in another way, from `start` to `end`."""
        self.chars += text
        self.starts += [start] * len(text)
        self.ends += [end] * len(text)

    def blank(self, start: int, end: int) -> None:
        """Put a blank, unless one stands there, or nothing does."""
        if self.chars and self.chars[-1] != " ":
            self.put(" ", start, end)

    def hide(self, text: str, start: int, end: int) -> None:
        """Put characters in which nothing is looked for."""
        self.opaque.append((len(self), len(self) + len(text)))
        self.put(text, start, end)

    def cite(self, command: Command, shown: str) -> None:
        """Put a citation, shown as a person would type it."""
        self.citations.append((len(self), len(self) + len(shown), command))
        self.put(shown, command.start, command.end)

    def trim(self) -> None:
        """Take the blank at its end away."""
        bound = max((end for _, end, _ in self.citations), default=0)
        bound = max([bound, *(end for _, end in self.opaque), *(place + 1 for place, _ in self.notes)])
        while len(self.chars) > bound and self.chars[-1] == " ":
            for column in (self.chars, self.starts, self.ends):
                del column[-1]

    @property
    def text(self) -> str:
        """What it shows."""
        return "".join(self.chars)

    @property
    def is_empty(self) -> bool:
        """Whether it shows nothing and marks no place."""
        return not self.span and not self.text.strip()


def in_sequence(drafts: Iterable[Draft]) -> list[Draft]:
    """The paragraphs that are not empty, each note's after the one that calls it."""
    found: list[Draft] = []
    for draft in drafts:
        if draft.is_empty:
            continue
        found.append(draft)
        for _, inside in draft.notes:
            found += [one for one in inside if not one.is_empty] or inside[:1]
    return found


def report_of(drafts: Sequence[Draft], source: str, form: str, notes: Sequence[str]) -> Report:
    """The report that paragraphs in sequence are."""
    lines = _lines(drafts, source)
    places = {id(draft): number for number, draft in enumerate(drafts)}
    paragraphs = tuple(_paragraph(draft, places, line) for draft, line in zip(drafts, lines, strict=True))
    marked = (number for number, one in enumerate(paragraphs) if one.kind == "bibliography")
    return Report(format=form, paragraphs=paragraphs, bibliography=next(marked, None), notes=tuple(notes))


def _lines(drafts: Sequence[Draft], source: str) -> list[int]:
    """The line of the source, from 1, at which each paragraph begins."""
    from bisect import bisect_right

    breaks = [match.start() for match in re.finditer("\n", source)]
    firsts = (draft.span[0] if draft.span else draft.starts[0] if draft.starts else 0 for draft in drafts)
    return [bisect_right(breaks, first - 1) + 1 for first in firsts]


def _paragraph(draft: Draft, places: dict[int, int], line: int) -> Paragraph:
    notes = []
    for place, inside in draft.notes:
        numbers = [places[id(one)] for one in inside if id(one) in places]
        if numbers:
            notes.append(Note(place=place, part="footnote", first=numbers[0], last=numbers[-1]))
    text = draft.text
    return Paragraph(
        text=text,
        part=draft.part,
        kind="bibliography" if is_bibliography_marker(text) else draft.kind,
        level=draft.level,
        line=line,
        citations=tuple(_citation(one, draft, text) for one in draft.citations),
        links=tuple(Link(start=start, end=end, url=url) for start, end, url in draft.links if url),
        notes=tuple(notes),
        opaque=tuple(draft.opaque),
    )


def _citation(found: tuple[int, int, Command], draft: Draft, text: str) -> Citation:
    start, end, command = found
    alone = (
        draft.part == "footnote" and len(draft.citations) == 1 and not f"{text[:start]}{text[end:]}".strip(" .\u00a0")
    )
    return Citation(start=start, end=end, sources=command.sources, origin="native", alone=alone)


def source_range(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """Where in the source the characters from `start` to `end` of a paragraph stand."""
    if not draft.chars:
        place = draft.span[0] if draft.span else 0
        return place, place
    if start < end:
        return draft.starts[start], draft.ends[min(end, len(draft)) - 1]
    if start >= len(draft):
        return draft.ends[-1], draft.ends[-1]
    place = draft.ends[start - 1] if start else draft.starts[0]
    return place, place


def apply(source: str, changes: Iterable[Change]) -> str:
    """The source with the changes made; one that lies within another is left out."""
    parts: list[str] = []
    done = 0
    # What is only put in goes before what is replaced there; of two that begin together the longer holds the other.
    for change in sorted(changes, key=lambda one: (one.start, one.end > one.start, -one.end)):
        if change.start < done:
            continue
        parts += [source[done : change.start], change.text]
        done = change.end
    return "".join([*parts, source[done:]])


def keys_of(made: Made) -> dict[str, str]:
    """The keys that are cited, each with the one it has in the file of sources: letters, digits and `_:.-`."""
    wanted = dict.fromkeys([*(one.key for edit in made.edits for one in edit.sources), *made.articles])
    keys = {key: key for key in wanted if _PLAIN_KEY.fullmatch(key)}
    taken = set(keys)
    for key in wanted:
        if key not in keys:
            plain = re.sub(r"[^A-Za-z0-9_:.-]+", "-", key).strip("-:.") or "source"
            keys[key] = next(one for one in (plain, *(f"{plain}-{n}" for n in range(2, 10_000))) if one not in taken)
            taken.add(keys[key])
    return keys


def sources_name(made: Made) -> str:
    """The name, without its ending, of the file of sources that lies beside the report; never a name of the user's."""
    stem = re.sub(r"[^A-Za-z0-9.-]+", "-", made.stem).strip("-.")[:80] or "report"
    return f"{stem}-sources"


def sources_file(made: Made, keys: Mapping[str, str], form: str) -> bytes:
    """The records that are cited, under the keys they are cited by."""
    articles = [replace(article, id=keys[key]) for key, article in made.articles.items()]
    return WRITERS.get(form, WRITERS["biblatex"])(articles).encode("utf-8")


def native_keys(drafts: Iterable[Draft]) -> frozenset[str]:
    """The keys that are cited in the format's own way."""
    return frozenset(source.key for draft in drafts for _, _, one in draft.citations for source in one.sources)


def without(made: Made, theirs: Collection[str]) -> Made:
    """What is made, without the records that the report has in a file of its own: no key may be in two."""
    return replace(made, articles={key: one for key, one in made.articles.items() if key not in theirs})


def says_the_same(one: Sequence[Cited], other: Sequence[Cited]) -> bool:
    """Whether two citations cite the same places of the same sources in the same way."""
    return [_said(source) for source in one] == [_said(source) for source in other]


def _said(source: Cited) -> tuple[object, ...]:
    located = (source.locator, source.label) if source.locator else ()
    return source.key, located, source.prefix, source.suffix, source.suppress_author, source.in_text


def command_at(draft: Draft, edit: Edit) -> Command | None:
    """The citation in the format's own way that an edit replaces."""
    return next((one for start, end, one in draft.citations if (start, end) == (edit.start, edit.end)), None)


def edited_range(draft: Draft, edit: Edit) -> tuple[int, int]:
    """Where in the source an edit takes place: the whole note where its citation leaves it."""
    if draft.called and edit.alone and (edit.place == "text" or not edit.sources):
        return draft.called
    return source_range(draft, edit.start, edit.end)


def replaced(draft: Draft, edit: Edit, source: str, text: str, is_balanced: Callable[[str], bool]) -> list[Change]:
    """The changes that put `text` in place of an edit's words, and leave what is opened or closed among them."""
    start, end = edited_range(draft, edit)
    if is_balanced(source[start:end]):
        return [Change(start=start, end=end, text=text)]
    ranges = dict.fromkeys(zip(draft.starts[edit.start : edit.end], draft.ends[edit.start : edit.end], strict=True))
    kept = [(first, last) for first, last in ranges if is_balanced(source[first:last])]
    if not kept:
        return [Change(start=end, end=end, text=text)]
    return [Change(start=first, end=last, text="" if n else text) for n, (first, last) in enumerate(kept)]


def wants_blank(draft: Draft, edit: Edit, source: str) -> bool:
    """Whether a blank must stand before what comes out of a note: at a word that nothing parts from it."""
    start, end = edited_range(draft, edit)
    before = source[start - 1 : start]
    return draft.called == (start, end) and bool(before.strip()) and before not in "([{~“‘"
