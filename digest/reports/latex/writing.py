"""A LaTeX source with its citations as commands, as text or as markers, and the file of sources beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from digest.citing import Edit, Made, Written
from digest.citing.markers import as_marker
from digest.reports.latex.citations import Place, write_command
from digest.reports.latex.escaping import escape, set_runs
from digest.reports.latex.listing import list_changes, theirs
from digest.reports.latex.preamble import Preamble, read_preamble
from digest.reports.latex.reading import read_paragraphs
from digest.reports.latex.traces import LOADED
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

LIVE = ("live", "zotero", "word")
_BRACES = re.compile(r"\\.|[{}]", re.S)
_EATS_BRACKETS = re.compile(r"(?:\\\\\*?|\\[A-Za-z@]{1,40}\*?)\s{0,20}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What every edit of a report is made with."""

    source: str
    made: Made
    before: Preamble
    keys: Mapping[str, str]


def written(data: bytes, name: str, made: Made) -> Written:
    """The source with the edits made, and the file of sources where its citations are commands."""
    text = decoded(data, name)
    before = read_preamble(LOADED.sub("", text.source))
    drafts = in_sequence(read_paragraphs(text.source, read_preamble(text.source).family)[0])
    keys, own = keys_of(made), theirs(text.source, drafts, made, before)
    made = without(made, own)
    job = Job(source=text.source, made=made, before=before, keys=keys)
    changes = [change for edit in made.edits for change in _changes(job, drafts[edit.paragraph], edit)]
    changes += list_changes(text, drafts, made, before, own)
    live = made.fields in LIVE and made.entries is not None and bool(made.articles)
    form = "biblatex" if before.family == "biblatex" else "bibtex"
    beside = {f"{sources_name(made)}.bib": sources_file(made, job.keys, form)} if live else {}
    notes = tuple(_notes(made, before)) if made.entries is not None else ()
    return Written(data=text.encoded(apply(text.source, changes)), beside=beside, notes=(*text.notes, *notes))


def _notes(made: Made, before: Preamble) -> list[str]:
    notes = []
    if made.fields in ("zotero", "word"):
        notes.append(f"LaTeX has no fields of {made.fields.title()}: the citations are commands of {before.family}")
    if not before.whole and made.fields in LIVE and made.articles:
        name = sources_name(made)
        load = f"\\addbibresource{{{name}.bib}}" if before.family == "biblatex" else f"\\bibliography{{{name}}}"
        notes.append(f"it is part of another document: write {load} there")
    return notes


def _changes(job: Job, draft: Draft, edit: Edit) -> list[Change]:
    """What an edit changes; a command that says the same already stays as it is."""
    command = command_at(draft, edit)
    if command and edit.start == edit.end:
        return []  # part of a quotation's own command
    if command and job.made.fields in LIVE and edit.sources and says_the_same(command.sources, edit.sources):
        return []
    text = _text(job, draft, edit)
    start, _ = edited_range(draft, edit)
    if text and wants_blank(draft, edit, job.source) and not text.startswith(("\\foot", " ", "~")):
        text = f" {text}"
    if text.startswith("[") and _EATS_BRACKETS.search(job.source, max(0, start - 60), start):
        text = f"{{[}}{text[1:]}"
    return replaced(draft, edit, job.source, text, is_balanced)


def _text(job: Job, draft: Draft, edit: Edit) -> str:
    """What is to stand there, as LaTeX."""
    if not edit.sources:
        return escape(edit.text)
    note = edit.place != "text" and not draft.called
    if job.made.fields in LIVE:
        bare = bool(draft.called) and job.made.style is not None and job.made.style.notes
        place: Place = "note" if note else "in note" if bare else "text"
        return write_command(edit.sources, job.keys, job.before.family, place)
    if job.made.fields == "markers":
        return escape(as_marker(edit.sources))
    shown = set_runs(edit.shown, links=job.before.links)
    return f"\\footnote{{{shown}}}" if note else shown


def is_balanced(source: str) -> bool:
    """Whether every brace that is opened there is closed there, and none else."""
    depth = 0
    for match in _BRACES.finditer(source):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth < 0:
            return False
    return depth == 0
