"""A Typst source with its citations as calls, as text or as markers, and the files that must lie beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from digest.citing import Edit, Made, Written
from digest.citing.markers import as_marker, find_markers
from digest.reports.sourcemap import (
    Change,
    Draft,
    apply,
    command_at,
    edited_range,
    in_sequence,
    keys_of,
    replaced,
    says_the_same,
    sources_file,
    sources_name,
    wants_blank,
    without,
)
from digest.reports.sourcetext import decoded
from digest.reports.typst.citations import Place, write_cite
from digest.reports.typst.escaping import escape, set_runs
from digest.reports.typst.listing import is_live, list_changes, style_file, theirs
from digest.reports.typst.reading import read_paragraphs
from digest.reports.typst.records import printable, unsigned
from digest.reports.typst.traces import PRINTED

_BRACKETS = re.compile(r"\\.|[\[\](){}]", re.S)
_PARTS = {"[": "]", "(": ")", "{": "}"}
_AFTER_KEY = re.compile(r"(\\@[\w:.-]{1,200} )\\\[([^\[\]\\]{1,200})\\\]")  # `\@key [p. 3]`
_GOES_ON = re.compile(r"[(\[;]|\.[^\W\d]")  # what would be taken for more of a call


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What every edit of a report is made with."""

    source: str
    made: Made
    keys: Mapping[str, str]
    unsigned: Mapping[str, str]  # what stands in a sentence for an author, by key


def written(data: bytes, name: str, made: Made) -> Written:
    """The source with the edits made; the file of sources and the style beside it where its citations are calls."""
    text = decoded(data, name)
    drafts = in_sequence(read_paragraphs(text.source)[0])
    keys, own = keys_of(made), theirs(text.source, drafts, made)
    job = Job(source=text.source, made=without(made, own), keys=keys, unsigned=unsigned(made))
    made = job.made
    changes = [change for edit in made.edits for change in _changes(job, drafts[edit.paragraph], edit)]
    listed, notes = list_changes(text, drafts, made, own)
    beside = {}
    if is_live(made):
        printed = replace(made, articles={key: printable(one) for key, one in made.articles.items()})
        beside = {f"{sources_name(made)}.bib": sources_file(printed, job.keys, "biblatex")} | style_file(made)
    if is_live(made) and any(one.prefix for edit in made.edits for one in edit.sources):
        notes = (*notes, "Typst knows no words before a citation: they stand before it as text")
    result = apply(text.source, [*changes, *listed])
    return Written(data=text.encoded(result), beside=beside, notes=(*text.notes, *notes))


def _changes(job: Job, draft: Draft, edit: Edit) -> list[Change]:
    """What an edit changes; a citation that says the same already stays as it is."""
    command = command_at(draft, edit)
    live = job.made.fields in ("live", "zotero", "word")
    text = _text(job, draft, edit, live=live)
    if command and live and edit.sources and says_the_same(command.sources, edit.sources):
        there = job.source[command.start : command.end].removesuffix(";")
        if there == text or not _is_of_other_style(job, edit, there):
            return []
    if text and wants_blank(draft, edit, job.source) and not text.startswith(("#footnote", " ", "~")):
        text = f" {text}"
    _, end = edited_range(draft, edit)
    is_call = text.startswith("#footnote") or (live and bool(edit.sources))
    if is_call and _GOES_ON.match(job.source, end):
        text += ";"
    return replaced(draft, edit, job.source, text, is_balanced)


def _is_of_other_style(job: Job, edit: Edit, there: str) -> bool:
    """Whether a citation is written as ours are in a style of another kind, in a report whose style is ours to say."""
    if not PRINTED.search(job.source):
        return False
    places: tuple[Place, ...] = ("text", "noted", "in note")
    return there in (write_cite(edit.sources, job.keys, place, job.unsigned) for place in places)


def _text(job: Job, draft: Draft, edit: Edit, *, live: bool) -> str:
    """What is to stand there, as markup. In a style of notes Typst itself makes a note of a citation."""
    if not edit.sources:
        return as_typed(edit.text)
    if live:
        noted = job.made.style is not None and job.made.style.notes
        place: Place = "text" if not noted else "in note" if draft.called else "noted"
        return write_cite(edit.sources, job.keys, place, job.unsigned)
    if job.made.fields == "markers":
        return as_typed(as_marker(edit.sources))
    shown = set_runs(edit.shown)
    note = edit.place != "text" and not draft.called
    return f"#footnote[{shown}]" if note else shown


def as_typed(text: str) -> str:
    r"""Text whose bracketed markers stand as a person types them, all else escaped.

    >>> print(as_typed("[@ng2031, p. 3] and @li2030 [p. 4] #x"))
    [@ng2031, p. 3] and \@li2030 [p. 4] \#x
    """
    parts: list[str] = []
    done = 0
    for marker in find_markers(text):
        inside = text[marker.start + 1 : marker.end - 1]
        opened = re.sub(r"\\([@-])", r"\1", escape(inside))
        parts += [escape(text[done : marker.start]), f"[{opened}]"]
        done = marker.end
    return _AFTER_KEY.sub(r"\1[\2]", "".join([*parts, escape(text[done:])]))


def is_balanced(source: str) -> bool:
    """Whether every bracket that is opened there is closed there, and none else."""
    open_now: list[str] = []
    for match in _BRACKETS.finditer(source):
        if match[0] in _PARTS:
            open_now.append(_PARTS[match[0]])
        elif match[0] in ")]}" and (not open_now or open_now.pop() != match[0]):
            return False
    return not open_now
