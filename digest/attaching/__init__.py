"""A report and the records it cites → the report with its citations written: what `digest cite` and `uncite` do.

Sources are those of the library; a field of another program whose record is not there is formatted from the data it
carries, so that a document of several authors keeps all its citations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Literal

from digest.attaching.placing import OWN, Spot, given_back, settle
from digest.attaching.sources import URI, Known, Sources
from digest.citing import Citation, Cited, Edit, Entry, Fields, Made, Report, Run, Style, Written, met
from digest.citing.markers import as_marker
from digest.export.attached import Formatted, Group, Shown, format_report, without_author_in_text
from digest.model import Article
from digest.reports import write_report

__all__ = ["Attached", "Known", "Wishes", "attach", "detach"]

_FOREIGN = ("zotero", "mendeley", "endnote", "word")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How a person wants citations written."""

    style: Style
    language: str
    fields: Fields = "live"
    notes: Literal["footnote", "endnote"] = "footnote"  # where the style wants notes
    heading: str = "Sources"
    also: tuple[str, ...] = ()  # keys that are listed though not cited
    anew: bool = False  # also what a person changed in the words of a citation
    stem: str = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """What came of it; `unknown` are citations of keys that nothing knows, left as they were."""

    written: Written
    citations: int
    keys: tuple[str, ...]  # of the sources cited, in order
    unknown: tuple[tuple[int, str], ...] = ()  # the paragraph and the key
    converted: tuple[str, ...] = ()  # the programs whose fields are now written anew
    foreign: tuple[str, ...] = ()  # keys of sources that stand in the report's fields alone
    edited: tuple[tuple[int, str], ...] = ()  # citations whose words a person changed, left so: paragraph and words
    entries: tuple[Entry, ...] = ()


def attach(data: bytes, name: str, report: Report, known: Known, wishes: Wishes) -> Attached:
    """`data`, which is `report`, with its citations formatted and its sources listed."""
    sources = Sources(known=known)
    spots, unknown = _resolved(report, sources, wishes.notes)
    also = {article.id: article for key in wishes.also if (article := known.by_key(key))}
    sources.articles |= also
    made = _formatted(report, spots, sources, wishes, tuple(also))
    edits = (
        replace(edit, sources=tuple(map(sources.complete, edit.sources)))
        for spot, shown in zip(spots, made.groups, strict=True)
        for edit in _edits(report, spot, shown, sources.articles, wishes)
    )
    cited = tuple(dict.fromkeys(one.key for spot in spots for one in spot.sources))
    written = write_report(
        data,
        name,
        Made(
            edits=tuple(edits),
            entries=made.entries if wishes.style.lists and wishes.fields != "markers" else None,
            heading=wishes.heading,
            fields=wishes.fields,
            style=wishes.style,
            language=wishes.language,
            uncited=tuple(sources.uris.get(key) or (URI + key,) for key in also if key not in cited),
            articles={key: sources.articles[key] for key in (*cited, *also)},
            stem=wishes.stem,
        ),
    )
    return Attached(
        written=written,
        citations=sum(1 for spot in spots if spot.sources),
        keys=cited,
        unknown=tuple(unknown),
        converted=tuple(sorted({spot.citation.origin for spot in spots if _is_converted(spot, wishes)})),
        foreign=tuple(sources.named.values()),
        edited=tuple((spot.paragraph, _words(report, spot)) for spot in spots if _is_kept(spot, wishes)),
        entries=made.entries,
    )


def detach(data: bytes, name: str, report: Report, known: Known, *, whole: bool = False) -> tuple[Written, int, int]:
    """`data`, which is `report`, with typed markers in place of its citations; how many there are, and how many stay.

    A field that carries the only record of its source stays, but where the `whole` is wanted: a marker would lose it.
    """
    edits: list[Edit] = []
    count = kept = 0
    sources = Sources(known=known)
    for place, paragraph in enumerate(report.paragraphs):
        for one in paragraph.citations:
            named = [source for cited in one.sources if (source := sources.of(cited))]
            if one.origin == "typed" or not named:
                continue
            if any(source.key in sources.items for source in named) and not whole:
                kept += 1
                continue
            edits += given_back(report, place, one, as_marker(named))
            count += 1
    if kept and not edits:
        return Written(data=data), count, kept
    return write_report(data, name, Made(edits=tuple(edits), entries=None, fields="markers")), count, kept


_NOTHING = Citation(start=0, end=0, sources=())
"""What a note cites that cites nothing: it counts all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """A place of the report where something is cited, or a note that cites nothing."""

    paragraph: int = 0
    note: int = 0
    citation: Citation = _NOTHING
    sources: tuple[Cited, ...] = ()


def _resolved(report: Report, sources: Sources, kind: str) -> tuple[list[_Spot], list[tuple[int, str]]]:
    spots: list[_Spot] = []
    unknown: list[tuple[int, str]] = []
    for spot in _spots(report, kind):
        if spot.citation is _NOTHING:
            spots.append(spot)
            continue
        found = [(one, sources.of(one)) for one in spot.citation.sources]
        missing = [(spot.paragraph, one.key) for one, source in found if source is None]
        unknown += missing
        if found and not missing:
            spots.append(replace(spot, sources=tuple(source for _, source in found if source)))
    return spots, unknown


def _spots(report: Report, kind: str) -> Iterator[_Spot]:
    """The citations of a report, and its notes of that kind, in the order a reader meets them."""
    number, last = 0, None
    for place, one, note in met(report):
        if note and note is not last:
            number, last = number + 1, note
        if one:
            yield _Spot(paragraph=place, citation=one, note=0 if one.alone or not note else number)
        elif note and note.part == kind:  # endnotes do not count footnotes
            yield _Spot(note=number)


def _formatted(
    report: Report, spots: Sequence[_Spot], sources: Sources, wishes: Wishes, also: Sequence[str]
) -> Formatted:
    groups = [Group(sources=spot.sources, note=spot.note, bare=_stands_bare(report, spot)) for spot in spots]
    return format_report(groups, sources.articles, wishes.style, wishes.language, also)


_OPENING = re.compile(
    r"(?:^|[.,;:!?(\[—–\ufffc]|\b(?:see|also|cf|and|in|by|from|siehe|vgl|auch|und|bei|voir|aussi|et|см|также|и|в|по|ver|véase|y))"
    r"[.]?\s*$",
    re.I,
)


def _stands_bare(report: Report, spot: _Spot) -> bool:
    """Whether a citation within a note needs no brackets: it opens it, or follows a stop or a word such as “see”."""
    if not spot.note:
        return True
    before = report.paragraphs[spot.paragraph].text[: spot.citation.start]
    return bool(_OPENING.search(before[-40:]))


_OWN_COMMANDS = ("latex", "typst")  # which set an author in the sentence, and a note, themselves


def _edits(
    report: Report, spot: _Spot, shown: Shown, articles: Mapping[str, Article], wishes: Wishes
) -> Iterator[Edit]:
    """What is written at a place: the author's name in the sentence first, where it is no part of a field."""
    one = spot.citation
    if one is _NOTHING or (_is_kept(spot, wishes) and not _is_converted(spot, wishes)):
        return
    if wishes.fields == "markers":
        if one.origin != "typed" or one.start == one.end:  # what a person typed stays as it is
            yield from given_back(report, spot.paragraph, one, one.lead + as_marker(spot.sources))
        return
    yield from _written(report, spot, _as_changed(report, spot, shown, wishes), articles, wishes)


def _as_changed(report: Report, spot: _Spot, shown: Shown, wishes: Wishes) -> Shown:
    """What is printed: the processor's words, or a person's."""
    return Shown(runs=(Run(text=_words(report, spot)),)) if _is_kept(spot, wishes) else shown


def _written(
    report: Report, spot: _Spot, shown: Shown, articles: Mapping[str, Article], wishes: Wishes
) -> Iterator[Edit]:
    one = spot.citation
    own = report.format in _OWN_COMMANDS and wishes.fields == "live"
    style = replace(wishes.style, notes=False) if own else wishes.style
    where = settle(report, spot.paragraph, one, style, wishes.notes)
    yield from where.clears
    runs, cited, lead = shown.runs, spot.sources, where.lead
    if shown.lead and not own:
        if where.place == "text" and report.format in ("markdown", "html"):
            runs = (*shown.lead, *shown.runs)
        else:
            lead += "".join(run.text for run in shown.lead)
            cited = tuple(_behind_name(source, articles, wishes) for source in cited)
    if lead:
        yield Edit(paragraph=where.paragraph, start=where.start, end=where.start, text=lead)
    yield Edit(
        paragraph=where.paragraph,
        start=where.start,
        end=where.end,
        sources=cited,
        shown=_with_one_stop(runs, report, where) or (Run(text=as_marker(cited)),),
        place=where.place,
        identifier=one.identifier or _identifier(spot, one, own=where.alone and one.origin != "digest"),
        alone=where.alone,
    )


def _is_kept(spot: _Spot, wishes: Wishes) -> bool:
    """Whether a person changed what a citation says: nothing overwrites that unasked."""
    return spot.citation.edited and not wishes.anew


def _words(report: Report, spot: _Spot) -> str:
    """What a citation shows now."""
    return report.paragraphs[spot.paragraph].text[spot.citation.start : spot.citation.end]


def _behind_name(source: Cited, articles: Mapping[str, Article], wishes: Wishes) -> Cited:
    """A source whose author stands in the sentence before it."""
    if wishes.style.notes:
        return without_author_in_text(source, articles[source.key])
    return replace(source, in_text=False, suppress_author=True)


def _with_one_stop(runs: tuple[Run, ...], report: Report, where: Spot) -> tuple[Run, ...]:
    """The citation without its full stop, where the report has one behind it."""
    behind = report.paragraphs[where.paragraph].text[where.end : where.end + 1]
    if runs and where.place != "text" and where.alone and behind == "." and runs[-1].text.endswith("."):
        return (*runs[:-1], replace(runs[-1], text=runs[-1].text[:-1]))
    return runs


def _identifier(spot: _Spot, one: Citation, *, own: bool) -> str:
    """Eight letters and digits that are the same in every run over the same report; they tell a person's own note."""
    told = repr((spot.paragraph, one.start, [(source.key, source.locator) for source in spot.sources]))
    digits = blake2b(told.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{OWN}{digits[:5]}" if own else digits


def _is_converted(spot: _Spot, wishes: Wishes) -> bool:
    kept = {"zotero": ("live", "zotero"), "word": ("word",)}
    origin = spot.citation.origin
    return origin in _FOREIGN and wishes.fields not in kept.get(origin, ())
