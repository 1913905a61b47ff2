"""Edits made in a document's trees: citations as fields, controls, notes or text, in place of what stood there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

from digest.citing import Cited, Edit
from digest.citing.markers import as_marker
from digest.reports.docx.citations import NO_EVENT, TAG, Held
from digest.reports.docx.desk import Code, Desk, next_number, note_look, notes_root, touch
from digest.reports.docx.document import Spot
from digest.reports.docx.elements import texts, w
from digest.reports.docx.formatting import Look, field, runs_of
from digest.reports.docx.notes import NotePart, add_note, call, remove_note
from digest.reports.docx.runs import Cut, bench_for, fill, open_gap
from digest.reports.docx.tags import W, child, local
from digest.reports.docx.wordsources import lcid, tag_of

_NO_NOTES = "a citation in a header, a footer or a text box stands in the text: Word has no notes there"
_NOT_THERE = "an edit was left out: its place is not in the document"
_OVERLAP = "an edit was left out: another one takes its place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An edit, the paragraph and the cut it is made in, and the note that goes with it or is made for it."""

    edit: Edit
    spot: int
    cut: Cut
    around: Any = None
    drop: Any = None
    note: NotePart | None = None
    number: int = 0


def jobs_for(desk: Desk) -> list[Job]:
    """The edits as jobs, in the document's order; what cannot be done is told."""
    found = sorted(
        (job for edit in desk.made.edits if (job := _job(desk, edit)) is not None),
        key=lambda job: (job.spot, job.cut.start, job.cut.end),
    )
    kept: list[Job] = []
    for job in found:
        last = kept[-1] if kept else None
        if last and last.spot == job.spot and job.cut.start < last.cut.end:
            desk.notes[_OVERLAP] = None
        else:
            kept.append(replace(job, number=next_number(desk, job.note)) if job.note else job)
    return kept


def _job(desk: Desk, edit: Edit) -> Job | None:
    spots = desk.document.spots
    if not 0 <= edit.paragraph < len(spots):
        desk.notes[_NOT_THERE] = None
        return None
    spot = spots[edit.paragraph]
    if not 0 <= edit.start <= edit.end <= len(spot.block.text):
        desk.notes[_NOT_THERE] = None
        return None
    wanted = edit.place if edit.place != "text" and (edit.sources and desk.made.fields != "markers") else None
    if spot.note is not None:
        if edit.alone and wanted != local(spot.note) and (job := _leaving(desk, edit, spot, wanted)):
            return job
        wanted = None
    elif wanted and spot.place in ("header", "footer", "box"):
        desk.notes[_NO_NOTES] = None
        wanted = None
    cut, around = _cut(spot, edit)
    return Job(edit=edit, spot=edit.paragraph, cut=cut, around=around, note=wanted)


def _cut(spot: Spot, edit: Edit) -> tuple[Cut, Any]:
    held = _replaced(spot, edit)
    if held is None or held.first == NO_EVENT:
        return Cut(start=edit.start, end=edit.end), held and held.around
    return Cut(start=edit.start, end=edit.end, first=held.first, last=held.last), held.around


def _replaced(spot: Spot, edit: Edit) -> Held | None:
    """The citation that an edit takes the place of; the blank before it may go with it, where a note is made."""
    cited = spot.holds.cited
    for held in cited[bisect_left(cited, edit.start, key=lambda one: one.citation.start) :]:
        one = held.citation
        if one.start > edit.end:
            break
        if (one.start, one.end) == (edit.start, edit.end) or edit.start < one.start < one.end == edit.end:
            return held
    return None


def _leaving(desk: Desk, edit: Edit, spot: Spot, wanted: NotePart | None) -> Job | None:
    """An edit that takes a note out: it is made where the note is called. None where the note holds more."""
    if spot.owner is None:
        return None
    owner = desk.document.spots[spot.owner]
    behind = bisect_right(owner.called, edit.paragraph, key=lambda row: row[3])
    for place, _, _, first, last in owner.called[max(behind - 1, 0) : behind]:
        others = (desk.document.spots[n].block.text for n in range(first, last + 1) if n != edit.paragraph)
        if any(text.strip() for text in others):
            return None
        return Job(edit=edit, spot=spot.owner, cut=Cut(start=place, end=place + 1), drop=spot.note, note=wanted)
    return None


def make(desk: Desk, job: Job) -> None:
    """Do a job. Those of one paragraph are done from its end to its beginning."""
    spot = desk.document.spots[job.spot]
    if job.spot not in desk.benches:
        desk.benches.clear()  # jobs of one paragraph follow each other
        desk.benches[job.spot] = bench_for(spot.block)
    gap, like = open_gap(desk.benches[job.spot], job.cut)
    _let_hold_fields(gap)
    touch(desk, spot.file, spot.block.strip.element)
    if job.note:
        look = note_look(desk, job.note)
        add_note(notes_root(desk, job.note), job.note, job.number, look, _content(desk, job, None))
        touch(desk, desk.document.notes[job.note])
        fill(gap, [call(job.note, job.number, look)])
    else:
        fill(gap, _content(desk, job, like))
    if job.around is not None:
        _open_control(job.around)
    if job.drop is not None:
        kind: NotePart = "footnote" if local(job.drop) == "footnote" else "endnote"
        remove_note(job.drop)
        touch(desk, desk.document.notes[kind])


def _let_hold_fields(gap: Any) -> None:
    """Let the controls around a place hold more than plain text: a field is more."""
    for control in gap.iterancestors(f"{W}sdt"):
        properties = child(control, "sdtPr")
        plain = child(properties, "text")
        if properties is not None and plain is not None:
            properties.remove(plain)


def _open_control(control: Any) -> None:
    """Take a content control away from around its paragraphs."""
    inside = child(control, "sdtContent")
    for one in [*(inside if inside is not None else ())]:
        control.addprevious(one)
    control.getparent().remove(control)


def _content(desk: Desk, job: Job, like: Any | None) -> list[Any]:
    edit, fields = job.edit, desk.made.fields
    if not edit.sources or fields == "markers":
        text = edit.text if not edit.sources else as_marker(edit.sources)
        return [w("r", _copied(like), *texts(text))] if text else []
    shown = runs_of(edit.shown, Look(like=like))
    if fields == "none":
        return shown
    if fields == "word":
        return [_word_control(edit, field(_word_code(desk, edit), shown), like)]
    made = field(" ", shown)
    code = next(one for one in made[1] if local(one) == "instrText")
    desk.codes.append(Code(code, edit))
    return _dressed(made, like)


def _copied(like: Any | None) -> Any | None:
    if like is None:
        return None
    properties = deepcopy(like)
    properties.tail = None
    for old in [one for one in properties if local(one) in ("rPrChange", "ins", "del", "moveFrom", "moveTo")]:
        properties.remove(old)
    return properties


def _dressed(made: Sequence[Any], like: Any | None) -> list[Any]:
    """The runs of a field, its marks and code in the look of the text around it: an update begins from them."""
    for run in (*made[:3], made[-1]):
        if (properties := _copied(like)) is not None:
            run.insert(0, properties)
    return [*made]


def _word_control(edit: Edit, made: Sequence[Any], like: Any | None) -> Any:
    tag = w("tag", val=f"{TAG}{edit.identifier}") if edit.identifier else None
    properties = w("sdtPr", tag, w("id", val=_control_number(edit)), w("citation"))
    return w("sdt", properties, w("sdtContent", *_dressed(made, like)))


def _control_number(edit: Edit) -> str:
    """The number of a citation's control: the one it has already, else one that its identifier gives."""
    if re.fullmatch(r"-?[1-9]\d{0,9}", edit.identifier, re.ASCII) and abs(int(edit.identifier)) < 2**31:
        return edit.identifier
    told = blake2b((edit.identifier or f"{edit.paragraph}/{edit.start}").encode(), digest_size=4).digest()
    return str(int.from_bytes(told, "big") % 2_000_000_000 + 1)


def _word_code(desk: Desk, edit: Edit) -> str:
    r"""The code of Word's own citation: `CITATION tag \p 3 \l 1033 \m other`."""
    told: list[str] = []
    for number, source in enumerate(edit.sources):
        tag = desk.tags.get(source.key) or tag_of(source.key)
        told += [f"\\m {tag}" if number else tag, *_switches(source)]
        if not number:
            told.append(f"\\l {lcid(desk.made.language)}")
    return f" CITATION {' '.join(told)} "


def _switches(source: Cited) -> Iterator[str]:
    """What follows a tag. Word knows pages and volumes; another place goes into the words behind the source."""
    rows = [("f", source.prefix and f"{source.prefix} ")]
    suffix = source.suffix
    if source.label in ("page", "volume"):
        rows.append((source.label[0], source.locator))
    elif source.locator:
        bare = as_marker((Cited(key="x", locator=source.locator, label=source.label),))
        suffix = ", ".join(filter(None, (bare.removeprefix("[@x, ").removesuffix("]"), suffix)))
    rows.append(("s", suffix and f", {suffix}"))
    for switch, text in rows:
        if text:
            plain = text.replace("\\", "").replace('"', "'")
            yield f"\\{switch} {plain}" if plain.isalnum() else f'\\{switch} "{plain}"'
    if source.suppress_author:
        yield "\\n"
